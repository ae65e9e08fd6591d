"""The ledger as one HTML page: every report with its claims marked in place, and the claims as cards beside it.

The page is one file. It loads nothing, and its content security policy lets a browser load or run nothing but its own
style and script, which are known by their hashes. It works without the script, which only filters and highlights.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

from counterclaim.exports.html_cards import FRAMES, LINES, card, speaker
from counterclaim.exports.html_text import head, marked_text
from counterclaim.exports.markup import Html, tag
from counterclaim.exports.wording import DISCLAIMER, by_document, counted, names
from counterclaim.records import EXTRACTOR, Claim, Document, Ledger, Refusal, Section, Span

Sections = Sequence[tuple[Span, Section]]

_CERTAINTY = {"ct": "certain", "pr": "probable or possible", "no": "denied or doubted", "uu": "left open"}
_MOST_SOURCES = 300  # in the list to choose from


def to_html(ledger: Ledger, sections: Mapping[str, Sections] | None = None) -> str:
    """The page, ending in a newline. It has no lone surrogates.

    ``sections`` gives for each document id the spans of its sentences with their sections, in order; a document without
    is shown as body throughout.
    """
    named = names(ledger.entities)
    claims = by_document(ledger)
    articles, key = [], 0
    for number, document in enumerate(ledger.documents, start=1):
        own = claims[document.id]
        articles.append(_article(document, number, own, key, (sections or {}).get(document.id, ()), named))
        key += len(own)
    kept = [c for document in ledger.documents for c in claims[document.id]]
    body = [
        tag("a", "Skip to the reports", href="#reports", class_="skip"),
        _top(ledger, claims),
        _overview(ledger.refused, kept),
        _filters(kept, named),
        tag("main", *articles, id="reports", tabindex="-1"),
        tag("footer", tag("p", f"{DISCLAIMER} Extractor {EXTRACTOR}.")),
    ]
    return f"<!DOCTYPE html>\n{tag('html', _head(ledger), tag('body', *body, _script()), lang='en')}\n"


def _asset(name: str) -> str:
    return (files("counterclaim.exports") / "assets" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _head(ledger: Ledger) -> Html:
    policy = (
        f"default-src 'none'; style-src {_hash(_asset('page.css'))}; script-src {_hash(_asset('page.js'))}; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("title", f"Counterclaim: {counted(len(ledger.claims), 'claim')}"),
        tag("style", Html(_asset("page.css"))),
    )


def _script() -> Html:
    return tag("script", Html(_asset("page.js")))


def _top(ledger: Ledger, claims: Mapping[str, Sequence[Claim]]) -> Html:
    total = f"{counted(len(ledger.claims), 'claim')} of {counted(len(ledger.documents), 'report')}"
    items = [
        tag(
            "li",
            tag("a", tag("bdi", document.title or document.path), href=f"#report-{number}"),
            tag("span", f" {counted(len(claims[document.id]), 'claim')}", class_="cue"),
        )
        for number, document in enumerate(ledger.documents, start=1)
    ]
    contents = tag("nav", tag("h2", "Reports"), tag("ol", *items), aria_label="Reports") if len(items) > 1 else None
    return tag(
        "header", tag("h1", "Who claims what"), tag("p", total, ". ", tag("strong", DISCLAIMER)), contents, class_="top"
    )


def _article(
    document: Document, number: int, claims: Sequence[Claim], key: int, sections: Sections, named: Mapping[str, str]
) -> Html:
    cards = [card(claim, i + 1, key + i, document.text, named) for i, claim in enumerate(claims)]
    listed = tag("ol", *cards) if cards else tag("p", "Nothing in this report was read as a claim.", class_="none")
    panes = [
        tag("section", marked_text(document, claims, key, sections), class_="text", aria_label="Text of the report"),
        tag(
            "section",
            tag("h3", "Claims of this report"),
            listed,
            class_="cards",
            aria_label="Claims of this report",
            tabindex="0",
        ),
    ]
    return tag("article", head(document, claims), tag("div", *panes, class_="panes"), id=f"report-{number}")


def _overview(refused: Sequence[Refusal], claims: Sequence[Claim]) -> Html:
    return tag("div", _legend(), _summary(claims), _not_read(refused) if refused else None, class_="overview")


def _legend() -> Html:
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
    return tag(
        "section",
        tag("h2", "How to read this page"),
        tag(
            "p",
            "The word that names an event is underlined and leads to its claim by number; the passage that the claim "
            "rests on is lightly tinted. The colour says what kind of event it is:",
        ),
        tag("ul", *frames, class_="keys"),
        tag("p", "The line says how sure the nearest source is:"),
        tag("ul", *rows, class_="lines"),
        class_="legend",
    )


def _summary(claims: Sequence[Claim]) -> Html:
    own = Counter((c.frame, LINES[c.factuality]) for c in claims if c.section is not Section.RELATED)
    apart = Counter(LINES[c.factuality] for c in claims if c.section is Section.RELATED)
    found = {frame for frame, _ in own}
    frames = [*(f for f in FRAMES if f in found), *sorted(found - {*FRAMES})]
    rows = [_row(frame, [own[frame, line] for line in _CERTAINTY]) for frame in frames]
    rows.append(_row("all", [sum(own[frame, line] for frame in frames) for line in _CERTAINTY], class_="total"))
    if apart:
        rows.append(_row("in related headlines", [apart[line] for line in _CERTAINTY], class_="apart"))
    titles = ["", *_CERTAINTY.values(), "all"]
    table = tag(
        "table",
        tag("caption", "The reports’ own claims, by kind and certainty"),
        tag("thead", tag("tr", *(tag("th", title, scope="col") if title else tag("td") for title in titles))),
        tag("tbody", *rows),
    )
    return tag("section", tag("h2", "Summary"), tag("div", table, class_="wide", tabindex="0"), class_="summary")


def _row(name: str, numbers: Sequence[int], class_: str | None = None) -> Html:
    cells = [tag("td", f"{number:,}" if number else "–") for number in (*numbers, sum(numbers))]
    return tag("tr", tag("th", name, scope="row"), *cells, class_=class_)


def _not_read(refused: Sequence[Refusal]) -> Html:
    rows = [tag("tr", tag("td", tag("bdi", r.path)), tag("td", r.reason), tag("td", r.advice)) for r in refused]
    columns = tag("thead", tag("tr", *(tag("th", t, scope="col") for t in ("file", "why", "note"))))
    table = tag("table", tag("caption", f"{counted(len(refused), 'input')}"), columns, tag("tbody", *rows))
    return tag(
        "section",
        tag("h2", "Not read, or nothing found"),
        tag("div", table, class_="wide", tabindex="0"),
        class_="refused",
    )


def _filters(claims: Sequence[Claim], named: Mapping[str, str]) -> Html:
    """Shown by the script, which alone can apply them."""
    frames = sorted({c.frame for c in claims})
    speakers = [name for name, _ in Counter(speaker(c, named) for c in claims).most_common(_MOST_SOURCES)]
    found = {LINES[c.factuality] for c in claims}
    choices = [
        ("f", "Kind", [(frame, frame) for frame in frames]),
        ("v", "Certainty", [(line, name) for line, name in _CERTAINTY.items() if line in found]),
        ("s", "Source", [(name, name) for name in speakers]),
    ]
    fields = []
    for key, title, options in choices:
        listed = [tag("option", "all", value="*"), *(tag("option", shown, value=value) for value, shown in options)]
        fields.append(tag("label", title, " ", tag("select", *listed, data_by=key)))
    shown = tag("output", aria_live="polite")
    return tag("form", *fields, " ", shown, id="filters", aria_label="Show only some claims", hidden=True)


__all__ = ["to_html"]
