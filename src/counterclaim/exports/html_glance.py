"""What a reader should know within ten seconds: what origins agree on, dispute, count differently, or leave to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from counterclaim.exports import html_registers
from counterclaim.exports.html_view import View, cut
from counterclaim.exports.html_voices import sentences
from counterclaim.exports.markup import Child, Html, tag
from counterclaim.exports.wording import counted
from counterclaim.records import Figure, Proposition, Status

_FIRST = 4  # entries before a list folds
_MOST = 60  # entries of a folded list; the matrix has all


@dataclass(frozen=True, slots=True)
class Group:
    """One of the lists: its key for anchors and colours, its title, its meaning, and what to say where it is empty."""

    key: str
    title: str
    meaning: str
    empty: str
    belongs: Callable[[Proposition], bool]


def differing(proposition: Proposition) -> bool:
    """Whether claims give different figures for one thing at one stage."""
    return proposition.figure_conflict or any(len(figures) > 1 for figures in by_unit(proposition).values())


def by_unit(proposition: Proposition) -> dict[tuple[str, str], list[Figure]]:
    """The figures of a proposition that can be set against each other: by stage and by what they count."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in proposition.figures:
        found.setdefault((figure.stage or "", (figure.unit or "").casefold()), []).append(figure)
    return {
        key: figures for key, figures in found.items() if any(f.low != f.high or f.low is not None for f in figures)
    }


GROUPS = (
    Group(
        "agree",
        "Independent origins agree",
        "Two or more origins say so that do not go back to each other; none here denies it.",
        "Nothing is said by two independent origins.",
        lambda p: p.status is Status.CORROBORATED,
    ),
    Group(
        "disputed",
        "Disputed",
        "Somebody denies it.",
        "Nothing is denied.",
        lambda p: p.status in {Status.CONTESTED, Status.DENIED},
    ),
    Group(
        "differ",
        "Figures differ",
        "Different numbers are given for the same thing.",
        "No two figures are given for the same thing.",
        differing,
    ),
    Group(
        "single",
        "Only one origin says",
        "One report, one speaker, or several reports that go back to one of these.",
        "Nothing rests on one origin alone.",
        lambda p: p.status is Status.SINGLE_SOURCE,
    ),
)
HEDGED = Group(
    "hedged",
    "Nobody says outright",
    "Only with reservations: possibly, reportedly, if.",
    "",
    lambda p: p.status is Status.HEDGED_ONLY,
)


_ALONE = "What the report says", "One report is not enough for agreement.", "Nothing is said outright."


def groups(view: View) -> tuple[Group, ...]:
    """The lists of a page; one report has nothing to agree with."""
    if len(view.ledger.documents) > 1:
        return GROUPS
    title, meaning, empty = _ALONE
    single = replace(GROUPS[-1], title=title, meaning=meaning, empty=empty)
    return single, *GROUPS[1:-1]


def glance(view: View) -> Html:
    """The section that opens the page."""
    lists = [_list(view, group) for group in groups(view)]
    hedged = [p for p in view.propositions if HEDGED.belongs(p)]
    return tag(
        "section",
        tag("h2", "At a glance"),
        tag("div", *lists, class_="lists"),
        _list(view, HEDGED) if hedged else None,
        id="glance",
    )


def outline(view: View) -> Html:
    """One sentence with the numbers, each a link to its list."""
    words = {
        "agree": "agreed",
        "disputed": "disputed",
        "differ": "with differing figures",
        "single": "of one origin only",
    }
    parts: list[Child] = []
    for group in groups(view):
        number = sum(map(group.belongs, view.propositions))
        parts += [", " if parts else None, tag("a", f"{number:,} {words[group.key]}", href=f"#list-{group.key}")]
    return tag("p", tag("b", counted(len(view.propositions), "proposition")), ": ", *parts, ".")


def _list(view: View, group: Group) -> Html:
    found = _ordered(group, [p for p in view.propositions if group.belongs(p)])
    head = [
        tag("h3", group.title, " ", tag("span", f"{len(found):,}", class_="number")),
        tag("p", group.meaning, class_="note"),
    ]
    if not found:
        head.append(tag("p", group.empty, class_="none"))
    first = 0 if group is HEDGED else _FIRST
    return tag(
        "section",
        *head,
        tag("ol", *(_entry(view, p, group) for p in found[:first])) if found[:first] else None,
        _rest(view, group, found[first:]),
        id=f"list-{group.key}",
        class_=f"list {group.key}",
    )


def _ordered(group: Group, found: list[Proposition]) -> list[Proposition]:
    """The sharpest first; remarks say less about the world than happenings."""
    if group.key == "differ":
        return sorted(found, key=lambda p: not p.figure_conflict)
    if group.key == "disputed":
        return sorted(found, key=lambda p: (p.frame == "statement", p.status is Status.DENIED))
    return sorted(found, key=lambda p: (p.frame == "statement", not p.figures if group.key == "single" else False))


def _rest(view: View, group: Group, found: Sequence[Proposition]) -> Html | None:
    if not found:
        return None
    left = len(found) - _MOST
    more = f"{counted(left, 'more proposition')} of this kind in the matrix." if left > 0 else None
    return tag(
        "details",
        tag(
            "summary", f"{len(found):,} more" if group is not HEDGED else f"Show {'it' if len(found) == 1 else 'them'}"
        ),
        tag("ol", *(_entry(view, p, group) for p in found[:_MOST])),
        tag("p", more, class_="note") if more else None,
    )


def _entry(view: View, proposition: Proposition, group: Group) -> Html:
    number = view.numbers[proposition.id]
    what = tag("span", tag("bdi", cut(proposition.summary)), class_="what")
    link = tag("a", f"#{number}", href=f"#p-{number}", class_="ref", title="Show in the matrix")
    notes = []
    if group.key == "differ":
        apart = "The figures cannot all hold." if proposition.figure_conflict else "The figures can all hold."
        notes.append(tag("p", apart, class_="note"))
    if group.key == "disputed" and proposition.status is Status.DENIED:
        notes.append(tag("p", "No report says so itself.", class_="note"))
    told = [*sentences(view, proposition), *notes, *html_registers.sentences(view, proposition)]
    return tag("li", tag("p", what, "\u00a0", link), *told)
