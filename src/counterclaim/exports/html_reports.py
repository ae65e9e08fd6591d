"""The reports of the HTML page: their list, why some count as one origin, and each with its text and its claims."""

from collections.abc import Mapping, Sequence

from counterclaim.exports.html_cards import Known, card, text_id
from counterclaim.exports.html_controls import chooser, legend, summary
from counterclaim.exports.html_hits import marks
from counterclaim.exports.html_registers import links
from counterclaim.exports.html_text import head, marked_text
from counterclaim.exports.html_view import View, cut, listed, titled
from counterclaim.exports.markup import Child, Html, tag
from counterclaim.exports.wording import counted
from counterclaim.records import Claim, Document, Section, Span

Sections = Sequence[tuple[Span, Section]]

_OPEN = 2  # so many reports stand side by side; more are folded until one is chosen
_LISTED = 6  # so many are named at the top; more are folded
_REASONS = 12
_BESIDE = 4  # other claims of the proposition that a card leads to


def contents(view: View) -> Html | None:
    """The list of reports, where there are several."""
    documents = view.ledger.documents
    if len(documents) < 2:
        return None
    items = [
        tag(
            "li",
            tag("a", tag("bdi", titled(document)), href=f"#report-{number}"),
            tag("span", f" {_about(document, len(view.claims_of[document.id]))}", class_="cue"),
        )
        for number, document in enumerate(documents, start=1)
    ]
    inside = tag("ol", *items)
    if len(documents) > _LISTED:
        inside = tag("details", tag("summary", f"All {len(documents):,} reports"), inside)
    return tag("nav", inside, aria_label="Reports", class_="contents")


def _about(document: Document, claims: int) -> str:
    known = [cut(part, 60) for part in (document.outlet, document.published) if part]
    return ", ".join([*known, counted(claims, "claim")])


def origins(view: View) -> Html | None:
    """Why some reports, or remarks in them, count once."""
    lines: list[Html] = []
    for lineage in view.ledger.lineages:
        numbers = sorted(view.reports[d] for d in lineage.documents if d in view.reports)
        if len(numbers) > 1:
            why = "; ".join(dict.fromkeys(cut(link.reason) for link in lineage.links[:3]))
            lines.append(_counts_once(f"Reports {_numbers(numbers)}", lineage.label, why))
    for said in view.ledger.utterances:
        numbers = sorted(view.reports[d] for d in said.documents if d in view.reports)
        lines.append(_counts_once(f"What reports {_numbers(numbers)} quote", said.label, cut(said.reason)))
    if not lines:
        return None
    left = len(lines) - _REASONS
    more = tag("li", f"and {left:,} more") if left > 0 else None
    return tag(
        "details",
        tag("summary", "What counts as one origin, and why"),
        tag("ul", *lines[:_REASONS], more),
        class_="once",
    )


def _numbers(numbers: Sequence[int]) -> str:
    shown = [str(number) for number in numbers[:8]]
    return listed([*shown, f"{len(numbers) - 8} more"] if len(numbers) > 8 else shown)


def _counts_once(what: str, label: str, why: str) -> Html:
    return tag("li", f"{what}: ", tag("bdi", cut(label, 120)), ". " if why else None, tag("span", why, class_="cue"))


def reports(view: View, sections: Mapping[str, Sections]) -> Html:
    """The section with all reports."""
    documents, key = view.ledger.documents, 0
    articles = []
    for number, document in enumerate(documents, start=1):
        own = view.claims_of[document.id]
        articles.append(_article(view, document, number, own, key, sections.get(document.id, ())))
        key += len(own)
    several = len(documents) > _OPEN
    return tag(
        "section",
        tag("h2", "The report" if len(documents) == 1 else "The reports"),
        tag("div", legend(), summary(view), class_="overview"),
        chooser(view) if several else None,
        tag("div", *articles, class_="reports" + (" pair" if len(documents) == _OPEN else "")),
        id="reports",
    )


def _article(
    view: View, document: Document, number: int, claims: Sequence[Claim], key: int, sections: Sections
) -> Html:
    known = Known(view.named, marks(view, document, claims))
    cards = [_card(view, document, claim, i + 1, key + i, known) for i, claim in enumerate(claims)]
    inside = tag("ol", *cards) if cards else tag("p", "Nothing in this report was read as a claim.", class_="none")
    name = f"report {number}"
    panes = tag(
        "div",
        tag("section", marked_text(document, claims, key, sections), class_="text", aria_label=f"Text of {name}"),
        tag("section", tag("h4", "Claims of this report"), inside, class_="cards", aria_label=f"Claims of {name}"),
        class_="panes",
    )
    if len(view.ledger.documents) > _OPEN:
        panes = tag("details", tag("summary", "Text and claims"), panes, class_="whole")
    return tag("article", head(document, claims, number), panes, id=f"report-{number}", data_report=str(number))


def _card(view: View, document: Document, claim: Claim, number: int, key: int, known: Known) -> Html:
    proposition = view.proposition_of.get(claim.id)
    standing = proposition.status.value if proposition is not None else None
    beside = _beside(view, claim)
    return card(claim, number, key, document.text, known, beside=beside, standing=standing)


def _beside(view: View, claim: Claim) -> Html | None:
    """The proposition of a claim, and where else it is claimed."""
    proposition = view.proposition_of.get(claim.id)
    if proposition is None:
        return None
    others = [c for c in view.held(proposition) if c.id != claim.id]
    others.sort(key=lambda c: c.document == claim.document)
    link = tag("a", f"#{view.numbers[proposition.id]}", href=f"#{view.anchor(proposition)}", class_="ref")
    parts: list[Child] = ["Proposition ", link]
    for i, other in enumerate(others[:_BESIDE]):
        where = tag("a", view.place(other), href=f"#{text_id(other)}")
        parts += [", also " if not i else ", ", where, f" {view.stance(proposition, other)}"]
    if len(others) > _BESIDE:
        parts.append(f" and {len(others) - _BESIDE} more")
    return tag("p", *parts, *links(view, proposition), ".", class_="beside")
