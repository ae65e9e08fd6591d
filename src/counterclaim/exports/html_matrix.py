"""The matrix of propositions by origin: who affirms, denies, hedges or says nothing, a click away from the sentence."""

from collections import Counter
from collections.abc import Sequence

from counterclaim.exports.html_registers import links
from counterclaim.exports.html_view import Column, View, cut
from counterclaim.exports.html_voices import STANCES, SYMBOLS, report_link
from counterclaim.exports.markup import Child, Html, tag
from counterclaim.exports.wording import clean, counted
from counterclaim.records import Claim, OriginKind, Proposition, Status

COLUMNS = 6  # of one table
_ROWS = 12  # before the table folds
_LINKS = 4  # claims that a cell links to
_REASONS = 6

STANDING = {
    Status.CORROBORATED: "agreed",
    Status.SINGLE_SOURCE: "one origin",
    Status.CONTESTED: "disputed",
    Status.DENIED: "denied only",
    Status.HEDGED_ONLY: "hedged only",
}

Cells = dict[Column, list[Claim]]


def matrix(view: View) -> Html:
    """The section; every proposition has a row here, whose id others link to."""
    cells = {p.id: view.columns_of(p) for p in view.propositions}
    weight = Counter({column: 0 for found in cells.values() for column in found})
    for found in cells.values():
        weight.update({column: len(claims) for column, claims in found.items()})
    columns = sorted(weight, key=lambda c: (-weight[c], c.key))
    first, further = columns[:COLUMNS], columns[COLUMNS:]
    ordered = sorted(first, key=_order)
    rows = view.propositions
    parts: list[Child] = [_table(view, rows[:_ROWS], ordered, cells, "The propositions that most claims share")]
    if len(rows) > _ROWS:
        rest = _table(view, rows[_ROWS:], ordered, cells, "Further propositions")
        parts.append(tag("details", tag("summary", counted(len(rows) - _ROWS, "more proposition")), rest))
    if further:
        parts.append(_further(view, sorted(further, key=_order), cells))
    return tag("section", tag("h2", "Propositions by origin"), _key(), *parts, id="matrix")


def _order(column: Column) -> tuple[bool, tuple[int, ...], str]:
    """Reports before speakers."""
    return column.kind is OriginKind.UTTERANCE, column.reports, column.key


def _key() -> Html:
    marks = [
        tag("li", tag("span", SYMBOLS[stance], class_=f"mark {stance}", aria_hidden="true"), f" {stance}")
        for stance in STANCES
    ]
    marks.append(tag("li", tag("span", "–", class_="mark silent", aria_hidden="true"), " silent"))
    note = (
        "A proposition is what several claims claim, without a speaker. An origin is a report, a text that several "
        "reports carry, or a speaker whom they quote. Each number leads to a sentence: 2.7 is claim 7 of report 2."
    )
    rest = tag("p", "Origins that are not named with a proposition are silent on it.", class_="note phone")
    return tag("div", tag("p", note, class_="note"), tag("ul", *marks, class_="marks"), rest)


def _table(
    view: View, rows: Sequence[Proposition], columns: Sequence[Column], cells: dict[str, Cells], title: str
) -> Html:
    return _framed(title, columns, [_row(view, p, columns, cells[p.id]) for p in rows])


def _framed(title: str, columns: Sequence[Column], rows: Sequence[Html]) -> Html:
    """The table of some rows. Its roles are spelt out, for on a phone it is laid out as a list."""
    heads = [_tag("th", "columnheader", "Proposition", scope="col"), *(_column(column) for column in columns)]
    head = _tag("thead", "rowgroup", _tag("tr", "row", *heads))
    table = _tag("table", "table", tag("caption", title), head, _tag("tbody", "rowgroup", *rows), class_="by-origin")
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)


def _tag(name: str, role: str, *inside: Child, **attributes: str | None) -> Html:
    return tag(name, *inside, role=role, **attributes)


def _column(column: Column) -> Html:
    links: list[Child] = []
    for number in column.reports[:_LINKS]:
        links += [" " if links else None, tag("a", f"report {number}", href=f"#report-{number}")]
    more = len(column.reports) - _LINKS
    if more > 0:
        links.append(f" and {more} more")
    return _tag("th", "columnheader", tag("bdi", cut(column.label, 60)), tag("span", *links, class_="cue"), scope="col")


def _row(view: View, proposition: Proposition, columns: Sequence[Column], found: Cells) -> Html:
    number = view.numbers[proposition.id]
    elsewhere = len(found.keys() - set(columns))
    head = _tag(
        "th",
        "rowheader",
        tag("span", f"#{number}", class_="ref"),
        " ",
        tag("bdi", cut(proposition.summary), class_="what"),
        tag("span", STANDING[proposition.status], class_=f"standing {proposition.status.value}"),
        tag("span", f" and {counted(elsewhere, 'further origin')}", class_="cue") if elsewhere else None,
        tag("span", *registered, class_="cue") if (registered := links(view, proposition)) else None,
        _reasons(proposition),
        scope="row",
    )
    marks = view.marks(view.held(proposition))
    tds = [_cell(view, proposition, column, found.get(column, ())) for column in columns]
    return _tag("tr", "row", head, *tds, id=view.anchor(proposition), data_k=marks)


def _reasons(proposition: Proposition) -> Html | None:
    if not proposition.reasons:
        return None
    lines = [tag("li", cut(reason, 300)) for reason in proposition.reasons[:_REASONS]]
    return tag("details", tag("summary", "why together"), tag("ul", *lines), class_="why")


def _cell(view: View, proposition: Proposition, column: Column, claims: Sequence[Claim]) -> Html:
    if not claims:
        return _tag("td", "cell", "silent", class_="silent")
    where = tag("span", cut(column.name, 60), ": ", class_="at", aria_hidden="true")
    parts: list[Child] = [where]
    for stance in STANCES:
        held = [claim for claim in claims if view.stance(proposition, claim) == stance]
        if held:
            parts.append(_stance(view, stance, held))
    return _tag("td", "cell", *parts)


def _stance(view: View, stance: str, held: Sequence[Claim]) -> Html:
    links: list[Child] = []
    for claim in held[:_LINKS]:
        spoken = view.speaker(claim)
        link = report_link(view, claim, view.place(claim))
        who = clean(spoken) if spoken else "in its own voice"
        links += [" ", link, tag("span", f" {who}", class_="vh")]
    more = f" +{len(held) - _LINKS}" if len(held) > _LINKS else None
    mark = tag("span", SYMBOLS[stance], class_=f"mark {stance}", aria_hidden="true")
    return tag("span", mark, f" {stance}", *links, more, class_="stance")


def _further(view: View, columns: Sequence[Column], cells: dict[str, Cells]) -> Html:
    """The origins that did not fit, a table for each few, with the propositions that they speak to."""
    spoken: dict[Column, list[Proposition]] = {}
    for proposition in view.propositions:
        for column in cells[proposition.id]:
            spoken.setdefault(column, []).append(proposition)
    tables = []
    for start in range(0, len(columns), COLUMNS):
        some = columns[start : start + COLUMNS]
        rows = {p.id: p for column in some for p in spoken[column]}
        tables.append(_again(view, sorted(rows.values(), key=lambda p: view.numbers[p.id]), some, cells))
    return tag("details", tag("summary", counted(len(columns), "more origin")), *tables)


def _again(view: View, rows: Sequence[Proposition], columns: Sequence[Column], cells: dict[str, Cells]) -> Html:
    body = []
    for p in rows:
        link = tag("a", f"#{view.numbers[p.id]}", href=f"#{view.anchor(p)}", class_="ref")
        head = _tag("th", "rowheader", link, " ", tag("bdi", cut(p.summary), class_="what"), scope="row")
        tds = [_cell(view, p, column, cells[p.id].get(column, ())) for column in columns]
        body.append(_tag("tr", "row", head, *tds, data_k=view.marks(view.held(p))))
    return _framed("Further origins", columns, body)
