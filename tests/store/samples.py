"""Small reports with what is claimed in them, and a ledger that has something of everything."""

from dataclasses import replace

from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    CountCheck,
    Document,
    Entity,
    EntryKind,
    Factuality,
    Feature,
    Figure,
    Filler,
    InForce,
    Ledger,
    Lineage,
    LineageLink,
    LinkKind,
    Mention,
    NamedSentence,
    Origin,
    OriginKind,
    Outcome,
    Proposition,
    Quantity,
    Reading,
    Refusal,
    RegimeFinding,
    RegisterCheck,
    RegisterVersion,
    ScreeningHit,
    Section,
    Span,
    Stance,
    Status,
    Story,
    TargetCheck,
    Time,
    Unresolved,
    Utterance,
    Verdict,
    digest,
)

NORWAY, LATVIA, MALTA = "e:0000000000000001", "e:0000000000000002", "e:00000000000000f3"


def document(text: str, path: str = "a.txt", **known: str) -> Document:
    """A document as ingest makes it."""
    return Document(path, text, digest(text), **known)  # type: ignore[arg-type]


def filler(of: Document, words: str, entity: str | None = None) -> Filler:
    """The first place of some words in a document."""
    start = of.text.index(words)
    return Filler(words, Span(start, start + len(words)), entity)


def claim(
    of: Document,
    trigger: str,
    supplier: str,
    recipient: str,
    *,
    frame: str = "transfer",
    stage: str = "sale",
    factuality: Factuality = Factuality.CERTAIN,
    entities: tuple[str, str] = (NORWAY, LATVIA),
    source: str = "",
) -> Claim:
    """That one supplies another, as the sentence with the trigger says."""
    start = of.text.rfind(".", 0, of.text.index(trigger)) + 1
    sentence = of.text[start : of.text.index(".", of.text.index(trigger)) + 1].strip()
    said = (Attribution(filler(of, source), filler(of, trigger), Stance.ASSERT),) if source else ()
    roles = {"supplier": (filler(of, supplier, entities[0]),), "recipient": (filler(of, recipient, entities[1]),)}
    return Claim(
        of.id,
        frame,
        stage,
        roles,
        said,
        factuality,
        None,
        None,
        filler(of, trigger),
        filler(of, sentence),
        f"{frame}/{trigger}.01",
        Section.BODY,
    )


def reading(of: Document, *claims: Claim) -> Reading:
    """What was read in a document: one sentence with one name, and claims."""
    name = of.text.split()[0]
    sentence = NamedSentence(
        Span(0, len(of.text)), Section.BODY, (Mention("GPE", Span(0, len(name)), name, subject=True),)
    )
    return Reading(of, (sentence,), claims)


MAY = document(
    "Norway sold 40 tanks to Latvia. Latvia confirmed it.", "may.txt", published="2024-05-02", outlet="The Fjord Times"
)
JUNE = document(
    "Malta delivered old rifles to Latvia. Norway sold nothing to Malta.",
    "june.txt",
    published="2024-06-30",
    outlet="Café Débats",
)
UNDATED = document("Latvia wants suicide drones from Norway. Latvia bought drones of Malta.", "undated.txt")
SOLD = claim(MAY, "sold", "Norway", "Latvia")
DELIVERED = claim(JUNE, "delivered", "Malta", "Latvia", stage="delivery", entities=(MALTA, LATVIA))
DENIED = claim(JUNE, "sold", "Norway", "Malta", factuality=Factuality.NOT_CERTAIN, entities=(NORWAY, MALTA))
WANTS = claim(UNDATED, "wants", "Norway", "Latvia", stage="request", source="Latvia")
BOUGHT = claim(UNDATED, "bought", "Malta", "Latvia", entities=(MALTA, LATVIA))
READINGS = (reading(MAY, SOLD), reading(JUNE, DELIVERED, DENIED), reading(UNDATED, WANTS, BOUGHT))


def proposition(identity: str, status: Status, *claims: Claim, origins: int = 1, summary: str = "") -> Proposition:
    """A proposition of some claims."""
    said = tuple(Origin(OriginKind.DOCUMENT, f"origin {i + 1}", (claims[0].id,)) for i in range(origins))
    figure = Figure(40, None, Bound.MIN, "tanks", "sale", (claims[0].id,))
    first = claims[0]
    return Proposition(
        f"p:{identity:0>16}",
        first.frame,
        first.stage,
        summary or f"{first.roles['supplier'][0].text} {first.trigger.text} something",
        (("supplier", (NORWAY,)),),
        tuple(c.id for c in claims),
        status,
        said,
        (figure,),
        denied_by=tuple(c.id for c in claims if c.factuality is Factuality.NOT_CERTAIN),
        reasons=("the same roles",),
    )


AGREED = proposition("a", Status.CORROBORATED, SOLD, BOUGHT, origins=2)
DISPUTED = proposition("b", Status.CONTESTED, DELIVERED, DENIED, origins=3)
SINGLE = proposition("c", Status.SINGLE_SOURCE, WANTS)

_CHECK = RegisterCheck(
    AGREED.id,
    "uk",
    "uk 2024-01-01 0123456789ab",
    (SOLD.id,),
    (TargetCheck("Norway", NORWAY, Outcome.LISTED, Verdict.HIT, "X1", "NORWAY", "2023-01-01", 0.97, "listed then"),),
    (CountCheck(9, None, "min", "people", 9, "2023-01-01", EntryKind.PERSON, fits=True, note="nine of nine"),),
    "2023-01-01",
    "2023-01-31",
    "stated",
    "a note",
)

LEDGER = Ledger(
    documents=(MAY, JUNE, UNDATED),
    entities=(
        Entity(NORWAY, "GPE", "Norway", ("Norwegian", "Oslo"), ((MAY.id, Span(0, 6)),)),
        Entity(LATVIA, "GPE", "Latvia", ("Riga",), ((MAY.id, Span(24, 30)), (JUNE.id, Span(30, 36)))),
        Entity(MALTA, "GPE", "Malta", (), ((JUNE.id, Span(0, 5)),)),
    ),
    claims=(SOLD, DELIVERED, DENIED, WANTS, BOUGHT),
    refused=(Refusal("x.txt", "empty text", "say something"),),
    stories=(Story("s:000000000000000a", "Tanks", (MAY.id, JUNE.id)), Story("s:000000000000000b", "", (UNDATED.id,))),
    lineages=(
        Lineage(
            "l:000000000000000a",
            OriginKind.COPY,
            "The Fjord Times",
            (MAY.id, JUNE.id),
            (LineageLink(MAY.id, JUNE.id, LinkKind.COPY, 0.9, "nine of ten words"),),
        ),
    ),
    utterances=(Utterance("u:000000000000000a", LATVIA, "Latvia", (MAY.id,), (SOLD.id,), "one interview"),),
    propositions=(SINGLE, AGREED, DISPUTED),
    unresolved=(Unresolved(MAY.id, Span(48, 50), "it", (NORWAY, LATVIA), "two fit"),),
    registers=(RegisterVersion("uk", "HM Treasury", "xml", "0" * 64, 3, "2024-01-01"),),
    hits=(
        ScreeningHit(
            NORWAY,
            "uk",
            "X1",
            "NORWAY",
            "2023-01-01",
            Verdict.HIT,
            0.97,
            (Feature("name", 0.97, "the same words"),),
            "uk 2024-01-01 0123456789ab",
        ),
    ),
    register_checks=(_CHECK,),
    regimes=(
        RegimeFinding(
            AGREED.id,
            "un-1",
            "A regime",
            "UN",
            "supplier",
            InForce.YES,
            ("UNSCR 1",),
            "2020-01-01",
            None,
            missing=("the item",),
        ),
    ),
)
# What no plain text column takes: a lone surrogate, a zero byte, a change of direction; and figures without end.
ODD = document("Norway\ud800 sold\x00 40\u202e tanks to Latvia. 坦克 e\u0301.", "odd\udcff\x00.txt", title="a\ud83d")
ODD_CLAIM = replace(
    claim(ODD, "sold", "Norway", "Latvia"),
    quantity=Quantity(float("inf"), 1e300, Bound.MIN, "t\ud800", "40", Span(14, 16)),
    time=Time(None, None, "\x00", Span(0, 1), None),
)
