"""Who of the HTML page is on a list, and who only possibly: the entries, with the sum that each score is."""

from collections.abc import Iterator, Sequence
from math import isclose

from counterclaim.exports.html_view import View, cut
from counterclaim.exports.html_voices import report_link
from counterclaim.exports.markup import Html, tag
from counterclaim.exports.register_wording import NOT_A_MATCH, after_report, hit_told, list_name, mark_told
from counterclaim.exports.wording import counted
from counterclaim.records import Claim, Document, EntryKind, ScreeningHit, Verdict

_FIRST = 12  # names before a list folds
_ENTRIES = 5  # of one name
_CLAIMS = 6  # that a name leads to
_MARKS = 2  # beside a name in a card


def on_lists(view: View) -> Html | None:
    """The names that are on a list."""
    found = view.registers
    items = [_item(view, entity, hits, found.hit_ids[entity]) for entity, hits in found.hits.items()]
    if not items:
        return None
    title = tag("h3", "Names on a list ", tag("span", f"{len(items):,}", class_="number"))
    rest = tag("ul", *items[_FIRST:], class_="hits")
    more = tag("details", tag("summary", counted(len(items) - _FIRST, "more name")), rest)
    first = tag("ul", *items[:_FIRST], class_="hits")
    return tag("div", title, first, more if items[_FIRST:] else None, class_="listed-names")


def possibly(view: View) -> Html | None:
    """The names that are near an entry's, folded and never among the hits."""
    found = view.registers
    items = [_item(view, entity, hits, found.possible_ids[entity]) for entity, hits in found.possibles.items()]
    if not items:
        return None
    note = "These names are near a name on a list, or the same as one that many bear: not enough. Somebody must look."
    return tag(
        "details",
        tag("summary", f"Possible, not a match: {counted(len(items), 'name')}"),
        tag("p", note, class_="note"),
        tag("ul", *items, class_="hits doubtful"),
        class_="doubts",
    )


def _item(view: View, entity: str, hits: Sequence[ScreeningHit], anchor: str) -> Html:
    name = tag("h4", tag("bdi", cut(view.named.get(entity) or entity, 120)))
    best = sorted(hits, key=lambda hit: -hit.score)
    left = len(best) - _ENTRIES
    more = tag("p", f"{len(best):,} entries in all; the JSON ledger has them.", class_="note") if left > 0 else None
    told = [part for hit in best[:_ENTRIES] for part in _entry(view, hit)]
    return tag("li", name, *told, more, _named_in(view, entity), id=anchor)


def _entry(view: View, hit: ScreeningHit) -> Iterator[Html]:
    told = hit_told(hit)
    if hit.verdict is Verdict.HIT:
        later = after_report(hit, view.registers.dates.get(hit.entity, ()))
        yield tag("p", cut(told, 600), tag("strong", cut(later)) if later else None)
    else:
        badge = tag("span", NOT_A_MATCH, class_="outcome possible")
        yield tag("p", badge, " ", cut(told.removeprefix(f"{NOT_A_MATCH}: "), 600))
    yield tag("details", tag("summary", f"Why: score {hit.score:.2f}"), _sum(view, hit), class_="why")


def _sum(view: View, hit: ScreeningHit) -> Html:
    """The table of a score's terms, which a person can add up."""
    rows = [
        tag("tr", tag("th", cut(f.name, 120), scope="row"), tag("td", f"{f.value:+.2f}"), tag("td", cut(f.note, 200)))
        for f in hit.features
    ]
    total = sum(feature.value for feature in hit.features)
    kept = "" if isclose(total, hit.score, abs_tol=0.005) else f"where the terms add up to {total:.2f}"
    last = tag("tr", tag("th", "score", scope="row"), tag("td", f"{hit.score:.2f}"), tag("td", kept), class_="total")
    heads = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in ("what", "adds", "in words"))))
    source = view.registers.source(hit.register, hit.list_version)
    kind = "" if hit.kind is EntryKind.OTHER else f", {hit.kind.value}"
    caption = tag("caption", f"{cut(hit.name, 120)}{kind}: {source}")
    table = tag("table", caption, heads, tag("tbody", *rows, last), class_="sum")
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=f"Score of {cut(hit.name, 120)}")


def _named_in(view: View, entity: str) -> Html | None:
    """Links to the claims that name somebody, or else to the reports."""
    claims, reports = view.naming.get(entity, ()), view.naming_reports.get(entity, ())
    places = [report_link(view, claim, view.place(claim)) for claim in claims[:_CLAIMS]]
    if not places:
        places = [tag("a", f"report {number}", href=f"#report-{number}") for number in reports[:_CLAIMS]]
    if not places:
        return None
    links = [part for place in places for part in (", ", place)][1:]
    left = len(claims or reports) - len(places)
    more = f" and {left} more" if left > 0 else None
    return tag("p", "Named in claim " if claims else "Named in ", *links, more, class_="cue")


def marks(view: View, document: Document, claims: Sequence[Claim]) -> dict[str, Html]:
    """For each entity of a document's claims that is on a list, or possibly, what a card says of it beside its name."""
    found, dates = view.registers, ((document.published,) if document.published else ())
    made: dict[str, Html] = {}
    for entity in {entity for claim in claims for entity in view.listed_in(claim)}:
        if entity in found.hits:
            made[entity] = _mark(found.hits[entity], f"#{found.hit_ids[entity]}", "onlist", dates)
        else:
            made[entity] = _mark(found.possibles[entity], f"#{found.possible_ids[entity]}", "perhaps", dates)
    return made


def _mark(hits: Sequence[ScreeningHit], target: str, style: str, dates: Sequence[str]) -> Html:
    """One short mark: the lists, each once."""
    by_list = {hit.register: hit for hit in sorted(hits, key=lambda hit: hit.score)}
    told = [mark_told(hit, dates) for hit in list(by_list.values())[-_MARKS:]]
    if style == "perhaps":
        told = [told[0], *(list_name(register) for register in list(by_list)[-_MARKS:][1:])]
    more = f" and {len(by_list) - _MARKS} more" if len(by_list) > _MARKS else ""
    return tag("a", cut("; ".join(told)) + more, href=target, class_=style)
