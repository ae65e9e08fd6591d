"""Claims and ledgers made by hand for the tests of the views, and pages read back."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Entity,
    Factuality,
    Figure,
    Filler,
    Ledger,
    Lineage,
    LineageLink,
    LinkKind,
    Origin,
    OriginKind,
    Proposition,
    Quantity,
    Section,
    Span,
    Stance,
    Status,
    Time,
    Utterance,
    digest,
)

VOID = {"meta", "br", "hr", "input", "link"}


def document_of(text: str, path: str = "report.txt", title: str | None = None) -> Document:
    return Document(path, text, digest(text), title=title)


def filler(text: str, span: tuple[int, int], entity: str | None = None) -> Filler:
    return Filler(text[slice(*span)], Span(*span), entity)


def claim_at(
    document: Document,
    trigger: tuple[int, int],
    evidence: tuple[int, int],
    *,
    frame: str = "transfer",
    rule: str = "transfer/sell.01",
    factuality: Factuality = Factuality.CERTAIN,
    section: Section = Section.BODY,
    source: tuple[int, int] | None = None,
    entity: str | None = None,
) -> Claim:
    """A claim with its trigger and evidence at given characters."""
    text = document.text
    said = () if source is None else (Attribution(filler(text, source), filler(text, source), Stance.ASSERT),)
    return Claim(
        document.id,
        frame,
        "sale",
        {"item": (filler(text, evidence, entity),)},
        said,
        factuality,
        None,
        None,
        filler(text, trigger),
        filler(text, evidence),
        rule,
        section,
    )


def ledger_of(document: Document, *claims: Claim) -> Ledger:
    return Ledger((document,), (), claims)


@dataclass(slots=True)
class Element:
    """An element with its attributes and all the text inside."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    above: "list[Element]" = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def is_in(self, name: str) -> bool:
        """Whether it stands inside an element of a class."""
        return any(name in element.classes for element in self.above)


class Page(HTMLParser):
    """A page as a browser's parser takes it apart; what is not closed in order fails."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        element = Element(tag, {name: value or "" for name, value in attrs}, above=list(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, name: str) -> list[Element]:
        """The elements of a class."""
        return [element for element in self.elements if name in element.classes]

    def tags(self, name: str) -> list[Element]:
        """The elements of a kind."""
        return [element for element in self.elements if element.tag == name]

    def one(self, name: str) -> Element:
        """The one element of a class."""
        [element] = self.all(name)
        return element


MINISTER = "Norland sold 40 tanks to Ostria in March 2030, the minister Ada Berg said. It may send 12 guns, too. "
FIRST = MINISTER + "Meridia imposed sanctions on Norland in 2031. An army of Ostria attacked Meridia."
SECOND = (
    "Ostria bought at least 60 tanks from Norland. Norland denied that it sold tanks to Ostria. "
    "Meridia hit a port. Ostria attacked Meridia."
)
THIRD = "Tanks are back. " + MINISTER + "A third country paid 5 million crowns to Ostria."


@dataclass(slots=True)
class Teller:
    """Makes claims of one document by its words."""

    document: Document
    entities: dict[str, str]

    def __call__(
        self,
        kind: str,
        trigger: str,
        evidence: str,
        roles: dict[str, str],
        *,
        source: str | None = None,
        factuality: Factuality = Factuality.CERTAIN,
        quantity: tuple[float | None, float | None, Bound, str] | None = None,
        time: tuple[str | None, str | None] | None = None,
    ) -> Claim:
        """A claim of a kind ("transfer/sale") at the first place of its words; figures stand at the trigger."""
        frame, stage = kind.split("/")
        here = self._at(trigger, evidence)
        said = () if source is None else (Attribution(self._at(source), self._at(source), Stance.ASSERT),)
        return Claim(
            self.document.id,
            frame,
            stage,
            {role: (self._at(words),) for role, words in roles.items()},
            said,
            factuality,
            None if quantity is None else Quantity(*quantity, trigger, here.span),
            None,
            here,
            self._at(evidence),
            f"{kind}/{trigger}",
            Section.BODY,
            time=None if time is None else Time(*time, trigger, here.span, "stated"),
        )

    def _at(self, words: str, within: str = "") -> Filler:
        text = self.document.text
        start = text.index(words, text.index(within))
        return filler(text, (start, start + len(words)), self.entities.get(words))


def proposition(
    number: int, summary: str, status: Status, claims: list[Claim], origins: tuple[Origin, ...] = (), **more: object
) -> Proposition:
    """A proposition of claims, each report an origin unless they are given; the roles are those of the first."""
    by_report: dict[str, list[str]] = {}
    for claim in claims:
        by_report.setdefault(claim.document, []).append(claim.id)
    alone = tuple(Origin(OriginKind.DOCUMENT, report, tuple(ids)) for report, ids in by_report.items())
    roles = tuple((role, tuple(f.entity or f.text for f in fillers)) for role, fillers in claims[0].roles.items())
    ids = tuple(claim.id for claim in claims)
    made = Proposition(
        f"p:{number:016x}", claims[0].frame, claims[0].stage, summary, roles, ids, status, origins or alone
    )
    return replace(made, **more)  # type: ignore[arg-type]


def figure_of(claim: Claim) -> Figure:
    """The figure that a claim gives."""
    given = claim.quantity
    assert given is not None
    return Figure(given.low, given.high, given.bound, given.unit, claim.stage, (claim.id,))


def collection() -> Ledger:
    """Three invented reports, the third a copy of the first in part, with a proposition of every standing."""
    known = {"Norland": "e:n", "Ostria": "e:o", "Meridia": "e:m", "Ada Berg": "e:a"}
    reports = (
        document_of(FIRST, "news/first.txt", "Tanks for Ostria"),
        document_of(SECOND, "news/second.txt"),
        document_of(THIRD, "news/third.txt", "Tanks are back"),
    )
    reports = (replace(reports[0], published="2031-03-05", outlet="The Norland Post"), *reports[1:])
    first, second, third = (Teller(report, known) for report in reports)
    ends = {"supplier": "Norland", "recipient": "Ostria", "item": "tanks"}
    forty, march = (40.0, 40.0, Bound.EXACT, "tanks"), ("2030-03-01", "2030-03-31")
    sold = [
        teller(
            "transfer/sale",
            "sold",
            "Norland sold 40 tanks to Ostria",
            ends,
            source="Ada Berg",
            quantity=forty,
            time=march,
        )
        for teller in (first, third)
    ]
    bought = second(
        "transfer/sale",
        "bought",
        "Ostria bought at least 60 tanks from Norland",
        ends,
        quantity=(60.0, None, Bound.MIN, "tanks"),
    )
    denied = second(
        "transfer/sale",
        "sold",
        "Norland denied that it sold tanks to Ostria",
        ends,
        source="Norland",
        factuality=Factuality.NOT_CERTAIN,
    )
    guns = [
        teller(
            "transfer/plan",
            "send",
            "It may send 12 guns",
            {"supplier": "Norland", "item": "guns"},
            factuality=Factuality.POSSIBLE,
        )
        for teller in (first, third)
    ]
    imposed = first(
        "sanction/impose",
        "imposed",
        "Meridia imposed sanctions on Norland in 2031",
        {"imposer": "Meridia", "target": "Norland"},
        time=("2031-01-01", "2031-12-31"),
    )
    attacked = first(
        "attack/attack", "attacked", "An army of Ostria attacked Meridia", {"attacker": "Ostria", "target": "Meridia"}
    )
    again = second("attack/attack", "attacked", "Ostria attacked Meridia", {"attacker": "Ostria", "target": "Meridia"})
    hit = second(
        "attack/attack",
        "hit",
        "Meridia hit a port",
        {"attacker": "Meridia", "target": "a port"},
        factuality=Factuality.NOT_CERTAIN,
    )
    paid = third(
        "support/finance",
        "paid",
        "A third country paid 5 million crowns to Ostria",
        {"provider": "A third country", "recipient": "Ostria"},
        quantity=(5e6, 5e6, Bound.APPROX, "crowns"),
    )
    said = Utterance(
        "u:1",
        "e:a",
        "Ada Berg, to the press",
        (reports[0].id, reports[2].id),
        tuple(c.id for c in sold),
        "the same sentence",
    )
    once = (
        Origin(OriginKind.UTTERANCE, "Ada Berg", tuple(c.id for c in sold)),
        Origin(OriginKind.DOCUMENT, "second", (bought.id,)),
        Origin(OriginKind.UTTERANCE, "Norland", (denied.id,)),
    )
    disputed = proposition(
        1, "Norland sold tanks to Ostria", Status.CONTESTED, [*sold, bought, denied], once,
        figures=(replace(figure_of(sold[0]), claims=tuple(c.id for c in sold)), figure_of(bought)),
        figure_conflict=True, denied_by=(denied.id,), reasons=("the same supplier and recipient",),
    )  # fmt: skip
    propositions = (
        proposition(2, "Norland may send guns", Status.HEDGED_ONLY, guns),
        proposition(3, "Meridia imposed sanctions on Norland", Status.SINGLE_SOURCE, [imposed]),
        disputed,
        proposition(4, "Ostria attacked Meridia", Status.CORROBORATED, [attacked, again]),
        proposition(5, "Meridia hit a port", Status.DENIED, [hit], denied_by=(hit.id,)),
        proposition(6, "A third country paid Ostria", Status.SINGLE_SOURCE, [paid], figures=(figure_of(paid),)),
    )
    link = LineageLink(reports[0].id, reports[2].id, LinkKind.REWRITE, 0.6, "they share two sentences")
    lineages = (
        Lineage("l:1", OriginKind.COPY, "Tanks for Ostria", (reports[0].id, reports[2].id), (link,)),
        Lineage("l:2", OriginKind.DOCUMENT, "second", (reports[1].id,)),
    )
    entities = tuple(Entity(key, "PER" if key == "e:a" else "GPE", name, (), ()) for name, key in known.items())
    claims = (sold[0], guns[0], imposed, attacked, bought, denied, hit, again, sold[1], guns[1], paid)
    return Ledger(reports, entities, claims, lineages=lineages, utterances=(said,), propositions=propositions)


def many(reports: int) -> Ledger:
    """So many invented reports, each with claims of its own and one that all share."""
    documents, claims, propositions, shared = [], [], [], []
    for number in range(reports):
        text = f"Norland sold {number + 1} tanks to Ostria. Town {number} attacked Meridia. Rebels {number} met envoys."
        told = Teller(
            document_of(text, f"{number}.txt", f"Report of day {number}"), {"Norland": "e:n", "Ostria": "e:o"}
        )
        count = float(number + 1)
        sold = told(
            "transfer/sale",
            "sold",
            f"Norland sold {number + 1} tanks to Ostria",
            {"supplier": "Norland", "recipient": "Ostria"},
            quantity=(count, count, Bound.EXACT, "tanks"),
            time=("2030-01-01", None),
        )
        own = [
            told(
                "attack/attack",
                "attacked",
                f"Town {number} attacked Meridia",
                {"attacker": f"Town {number}", "target": "Meridia"},
            ),
            told("cooperation/meet", "met", f"Rebels {number} met envoys", {"party": f"Rebels {number}"}),
        ]
        documents.append(told.document)
        shared.append(sold)
        claims += [sold, *own]
        propositions += [
            proposition(2 * number + i, c.evidence.text, Status.SINGLE_SOURCE, [c]) for i, c in enumerate(own)
        ]
    figures = tuple(figure_of(claim) for claim in shared)
    propositions.append(
        proposition(10**6, "Norland sold tanks", Status.CORROBORATED, shared, figures=figures, figure_conflict=True)
    )
    return Ledger(tuple(documents), (), tuple(claims), propositions=tuple(propositions))
