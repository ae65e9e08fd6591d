"""The section of the HTML page that says what registers hold on the claims, and which regimes bear on transfers."""

from collections.abc import Iterator, Sequence

from counterclaim.exports.html_hits import on_lists, possibly
from counterclaim.exports.html_regimes import regimes
from counterclaim.exports.html_view import View, cut
from counterclaim.exports.markup import Child, Html, tag
from counterclaim.exports.register_wording import (
    ANSWERS,
    MEANING,
    OUTCOMES,
    count_told,
    group_of,
    list_name,
    says_something,
    target_entry,
    targets_told,
    window_told,
)
from counterclaim.exports.wording import counted
from counterclaim.records import InForce, Proposition, RegisterCheck, TargetCheck

_FIRST = 6  # checks before the list folds
_REGIMES = 3  # that an entry of a proposition names


def registers(view: View) -> Html | None:
    """The section; None where the ledger was held against nothing and no regime bears on it."""
    found = view.registers
    if not found.screened and not found.regimes:
        return None
    parts: list[Child] = []
    if found.screened:
        parts += [tag("p", f"Held against {found.held_against()}. {MEANING}", class_="note"), _checks(view)]
        parts += [on_lists(view), possibly(view)]
        if not (found.hits or found.possibles or found.ledger.register_checks):
            parts.append(tag("p", "No name of these reports was found on a list.", class_="none"))
    title = "What registers say" if found.screened else "Which regimes bear on transfers"
    return tag("section", tag("h2", title), *parts, regimes(view), id="registers")


def _checks(view: View) -> Html | None:
    found = view.registers
    summaries = {p.id: p for p in view.propositions}
    every = [
        _check(view, f"check-{i}", check, summaries.get(check.proposition))
        for i, check in enumerate((*found.checks, *found.left_open), start=1)
    ]
    if not every:
        return None
    told, left_open = every[: len(found.checks)], every[len(found.checks) :]
    return tag(
        "div",
        tag("h3", "Sanction claims, against the list of the authority that is said to act"),
        *told[:_FIRST],
        _folded(counted(len(told) - _FIRST, "more check"), told[_FIRST:]),
        _folded(f"Left open: {counted(len(left_open), 'check')}", left_open),
        class_="checks",
    )


def _folded(title: str, parts: Sequence[Html]) -> Html | None:
    return tag("details", tag("summary", title), *parts) if parts else None


def _check(view: View, anchor: str, check: RegisterCheck, proposition: Proposition | None) -> Html:
    title: list[Child] = ["A sanction"]
    if proposition is not None:
        link = tag("a", f"#{view.numbers[proposition.id]}", href=f"#{view.anchor(proposition)}", class_="ref")
        title = [tag("bdi", cut(proposition.summary)), "\u00a0", link]
    told = f"{view.registers.source(check.register, check.list_version)}: {targets_told(check.targets)}."
    counts = [tag("p", count_told(count), ".", _after(count.note), class_="count") for count in check.counts]
    rows = [_target(view, check, target) for target in check.targets]
    return tag(
        "section",
        tag("h4", *title),
        tag("p", told, _after(check.note)),
        *counts,
        tag("ul", *rows, class_="targets") if rows else None,
        tag("p", window_told(check), class_="cue"),
        id=anchor,
        class_="check",
    )


def _after(note: str) -> Html | None:
    return tag("span", f" {cut(note, 300)}", class_="cue") if note else None


def _target(view: View, check: RegisterCheck, target: TargetCheck) -> Html:
    group = group_of(target)
    badge, told = tag("span", OUTCOMES[group], class_=f"outcome {group}"), target_entry(target)
    return tag(
        "li",
        tag("bdi", cut(target.target, 120), class_="what"),
        tag("span", badge, f" {cut(told, 400)}" if told else None, *_why(view, check, target)),
    )


def _why(view: View, check: RegisterCheck, target: TargetCheck) -> Iterator[Child]:
    """A link to the score, where the hit is on the page."""
    found, entity = view.registers, target.entity or ""
    possible = group_of(target) == "possible"
    held, ids = (found.possibles, found.possible_ids) if possible else (found.hits, found.hit_ids)
    if any((hit.register, hit.entry) == (check.register, target.entry) for hit in held.get(entity, ())):
        yield " "
        yield tag("a", f"score {target.score:.2f}", href=f"#{ids[entity]}", class_="ref")


def sentences(view: View, proposition: Proposition) -> list[Html]:
    """What registers and regimes say to a proposition, for its entry in a list; each leads to the section."""
    told = []
    for anchor, check in view.registers.checks_of.get(proposition.id, ()):
        if says_something(check):
            link = tag("a", _capital(list_name(check.register)), href=f"#{anchor}")
            found = "; ".join([targets_told(check.targets), *map(count_told, check.counts)])
            told.append(tag("p", link, f": {cut(found, 600)}.", class_="who register"))
    told += _regimes_told(view, proposition)
    return told


def _regimes_told(view: View, proposition: Proposition) -> Iterator[Html]:
    """The regimes that surely bear on a transfer, or disputedly; those of which nobody can tell are counted."""
    found = view.registers.regimes_of.get(proposition.id, ())
    sure = [(anchor, finding) for anchor, finding in found if finding.answer is not InForce.CANNOT_TELL]
    unsure = [anchor for anchor, finding in found if finding.answer is InForce.CANNOT_TELL]
    for anchor, finding in sure[:_REGIMES]:
        link = tag("a", cut(finding.name, 120), href=f"#{anchor}")
        yield tag("p", link, f": {ANSWERS[finding.answer]}.", class_="who register")
    if len(sure) > _REGIMES:
        more = tag("a", counted(len(sure) - _REGIMES, "more regime"), href=f"#{sure[_REGIMES][0]}")
        yield tag("p", more, class_="who register")
    if unsure:
        link = tag("a", counted(len(unsure), "regime"), href=f"#{unsure[0]}")
        yield tag("p", link, ": cannot tell whether in force for this.", class_="who register")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def links(view: View, proposition: Proposition) -> Sequence[Child]:
    """Short links to what registers and regimes say to a proposition: " · Canada’s list · regime"."""
    made: list[Child] = []
    for anchor, check in view.registers.checks_of.get(proposition.id, ()):
        made += [" · ", tag("a", list_name(check.register), href=f"#{anchor}")]
    found = view.registers.regimes_of.get(proposition.id, ())
    if found:
        made += [" · ", tag("a", counted(len(found), "regime"), href=f"#{found[0][0]}")]
    return made
