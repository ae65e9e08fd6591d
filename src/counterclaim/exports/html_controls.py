"""What explains and filters the HTML page: the legend, the count of claims, the choices, what was not read."""

from collections import Counter
from collections.abc import Sequence

from counterclaim.exports.html_cards import FRAMES, LINES, speaker
from counterclaim.exports.html_matrix import STANDING
from counterclaim.exports.html_view import View, titled
from counterclaim.exports.markup import Html, tag
from counterclaim.exports.wording import committed, counted
from counterclaim.records import Refusal, Section

CERTAINTY = {"ct": "certain", "pr": "probable or possible", "no": "denied or doubted", "uu": "left open"}
_MOST_SOURCES = 300  # in the list to choose from


def legend() -> Html:
    """What colours and lines mean."""
    frames = [tag("li", tag("span", name, class_=f"key f-{name} v-ct")) for name in FRAMES]
    lines = [
        ("ct", "says", "The source says so outright."),
        ("pr", "says probably, possibly", "The source weakens it."),
        ("no", "denies, doubts", "The source says that it is not so."),
        ("uu", "leaves open", "Asked, conditional or not committed to."),
    ]
    rows = [
        tag("li", tag("span", words, class_=f"key f-statement v-{line}"), " ", meaning)
        for line, words, meaning in lines
    ]
    note = (
        "The word that names an event is underlined and leads to its claim by number; the passage that the claim rests "
        "on is lightly tinted. The colour says what kind of event it is:"
    )
    return tag(
        "details",
        tag("summary", "How to read the marks"),
        tag("p", note),
        tag("ul", *frames, class_="keys"),
        tag("p", "The line says how sure the nearest source is:"),
        tag("ul", *rows, class_="lines"),
        class_="legend",
    )


def summary(view: View) -> Html:
    """A table of the claims by kind and certainty."""
    claims = view.claims.values()
    own = Counter((c.frame, LINES[committed(c)]) for c in claims if c.section is not Section.RELATED)
    apart = Counter(LINES[committed(c)] for c in claims if c.section is Section.RELATED)
    found = {frame for frame, _ in own}
    frames = [*(f for f in FRAMES if f in found), *sorted(found - {*FRAMES})]
    rows = [_row(frame, [own[frame, line] for line in CERTAINTY]) for frame in frames]
    rows.append(_row("all", [sum(own[frame, line] for frame in frames) for line in CERTAINTY], class_="total"))
    if apart:
        rows.append(_row("in related headlines", [apart[line] for line in CERTAINTY], class_="apart"))
    titles = ["", *CERTAINTY.values(), "all"]
    title = "The reports’ own claims, by kind and certainty"
    table = tag(
        "table",
        tag("caption", title),
        tag("thead", tag("tr", *(tag("th", t, scope="col") if t else tag("td") for t in titles))),
        tag("tbody", *rows),
        class_="numbers",
    )
    wide = tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)
    return tag("details", tag("summary", "Claims by kind and certainty"), wide, class_="summary")


def _row(name: str, numbers: Sequence[int], class_: str | None = None) -> Html:
    cells = [tag("td", f"{number:,}" if number else "–") for number in (*numbers, sum(numbers))]
    return tag("tr", tag("th", name, scope="row"), *cells, class_=class_)


def not_read(refused: Sequence[Refusal]) -> Html | None:
    """The inputs that gave nothing, with the reasons."""
    if not refused:
        return None
    rows = [
        tag("tr", tag("th", tag("bdi", r.path), scope="row"), tag("td", r.reason), tag("td", r.advice)) for r in refused
    ]
    columns = tag("thead", tag("tr", *(tag("th", t, scope="col") for t in ("File", "Why", "Note"))))
    table = tag("table", tag("caption", counted(len(refused), "input")), columns, tag("tbody", *rows), class_="plain")
    heading = "Not read, read in part, or nothing found"
    wide = tag("div", table, class_="wide", tabindex="0", role="region", aria_label=heading)
    return tag("section", tag("h2", heading), wide, class_="refused")


def filters(view: View) -> Html:
    """Shown by the script, which alone can apply them."""
    claims = view.claims.values()
    speakers = [name for name, _ in Counter(speaker(c, view.named) for c in claims).most_common(_MOST_SOURCES)]
    lines = {LINES[committed(c)] for c in claims}
    standing = {p.status for p in view.propositions}
    choices = [
        ("f", "Kind", [(frame, frame) for frame in sorted({c.frame for c in claims})]),
        ("v", "Certainty", [(line, name) for line, name in CERTAINTY.items() if line in lines]),
        ("s", "Source", [(name, name) for name in speakers]),
    ]
    if standing:
        choices.insert(0, ("p", "Standing", [(s.value, name) for s, name in STANDING.items() if s in standing]))
    fields = [_choice(title, options, data_by=key) for key, title, options in choices]
    reset = tag("button", "Show all", type_="reset")
    shown = tag("output", aria_live="polite")
    return tag(
        "form", *fields, reset, shown, id="filters", aria_label="Show only some claims in what follows", hidden=True
    )


def chooser(view: View) -> Html:
    """Two lists to set two reports side by side; shown by the script, which alone can do it."""
    named = [
        (str(number), f"{number}. {titled(document, 70)}")
        for number, document in enumerate(view.ledger.documents, start=1)
    ]
    fields = [_choice(title, named, empty="any", data_side=side) for side, title in (("0", "Left"), ("1", "Right"))]
    label = tag("span", "Side by side:", class_="lead")
    return tag("form", label, *fields, id="sides", aria_label="Set two reports side by side", hidden=True)


def _choice(title: str, options: Sequence[tuple[str, str]], *, empty: str = "all", **attributes: str) -> Html:
    all_of = [tag("option", empty, value="*"), *(tag("option", shown, value=value) for value, shown in options)]
    return tag("label", title, " ", tag("select", *all_of, **attributes))
