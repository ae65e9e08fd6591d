"""Invented reports with what invented registers and regimes say to them."""

from dataclasses import replace

from counterclaim.records import (
    Bound,
    Claim,
    CountCheck,
    Entity,
    EntryKind,
    Factuality,
    Feature,
    InForce,
    Ledger,
    Outcome,
    RegimeFinding,
    RegisterCheck,
    RegisterVersion,
    ScreeningHit,
    Status,
    TargetCheck,
    Verdict,
)
from tests.exports.samples import Teller, document_of, proposition

FIRST = (
    "Canada sanctioned nine individuals of Norland on Monday. Among those sanctioned are Tor Vale, Ilsa Menk, the "
    "Karsk prison, Norland Airworks, Pia Oss and Bo Lund. General Odo Brandt called it theatre. Norland sold 40 "
    "drones to Ostria in April 2031, General Odo Brandt said. Norland may send shells to Ostria."
)
SECOND = "Canada lists Tor Vale. Ostria bought drones from Norland, Ilsa Menk said."
CANADA = RegisterVersion(
    "canada", "Global Affairs Canada", "sema-xml", "c" * 64, 5120, "2033-01-15", date_from="latest listing"
)
UK = RegisterVersion("uk", "FCDO", "uk-csv", "b" * 64, 18250, "2033-02-01")
KNOWN = {
    "Tor Vale": "e:tor",
    "Ilsa Menk": "e:ilsa",
    "Karsk prison": "e:karsk",
    "Norland Airworks": "e:air",
    "Pia Oss": "e:pia",
    "Bo Lund": "e:bo",
    "General Odo Brandt": "e:odo",
    "Norland": "e:n",
    "Ostria": "e:o",
    "Canada": "e:c",
}
TYPES = {"e:karsk": "FAC", "e:air": "ORG", "e:n": "GPE", "e:o": "GPE", "e:c": "GPE"}
FEATURES = (
    Feature("family name the same", 0.55, "Brandt"),
    Feature("given name the same", 0.45, "Odo"),
    Feature("title on one side only", -0.03, "General"),
)
# Whom the check asks for: the outcome, the day of listing, the entry's number and name.
TARGETS = (
    ("Tor Vale", Outcome.LISTED, "2031-04-28", "CA-8", "VALE, Tor"),
    ("Ilsa Menk", Outcome.LISTED, "2031-04-28", "CA-1", "MENK, Ilsa"),
    ("the Karsk prison", Outcome.LISTED, "2031-04-28", "CA-3", "Karsk Prison No. 2"),
    ("Norland Airworks", Outcome.LISTED_EARLIER, "2030-11-29", "CA-4", "Norland Airworks Industries"),
    ("Pia Oss", Outcome.NOT_FOUND, None, None, None),
)


def target(name: str, outcome: Outcome, listed: str | None, number: str | None, entry: str | None) -> TargetCheck:
    """One row of a check; the entry's name says that there is a match."""
    words = name.removeprefix("the ")
    sure = Verdict.NONE if entry is None else Verdict.HIT
    score = 0.0 if entry is None else 0.97
    return TargetCheck(name, KNOWN[words], outcome, sure, number, entry, listed, score, f"{name} was looked up")


POSSIBLE_TARGET = TargetCheck(
    "Bo Lund", "e:bo", Outcome.LISTED, Verdict.POSSIBLE, "CA-77", "LUNDE, Bo", "2031-04-28", 0.71, "spelled otherwise"
)
NINE = CountCheck(
    9.0, 9.0, "exact", "individuals", 9, "2031-04-28", EntryKind.PERSON, fits=True, note="nine against nine"
)
HIT = ScreeningHit(
    "e:odo", "uk", "NOR0221", "BRANDT, Odo", "2032-09-10", Verdict.HIT, 0.97, FEATURES, UK.label, EntryKind.PERSON
)
POSSIBLE = ScreeningHit(
    *("e:bo", "canada", "CA-77", "LUNDE, Bo", "2031-04-28", Verdict.POSSIBLE, 0.71),
    (Feature("given name the same", 0.36, "Bo"), Feature("family name spelled otherwise", 0.35, "Lund/Lunde")),
    CANADA.label,
    EntryKind.PERSON,
)


def hit(entity: str, entry: str, name: str, listed: str | None) -> ScreeningHit:
    """A hit in Canada's list."""
    return ScreeningHit(
        entity, "canada", entry, name, listed, Verdict.HIT, 0.97, (Feature("all words the same", 0.97),), CANADA.label
    )


def claims() -> tuple[list[Claim], list[Claim]]:
    """The claims of the two reports."""
    first, second = (Teller(document_of(text), KNOWN) for text in (FIRST, SECOND))
    whole = "Canada sanctioned nine individuals of Norland on Monday"
    sanctioned = first(
        "sanction/impose", "sanctioned", whole, {"imposer": "Canada", "target": "Tor Vale"},
        quantity=(9.0, 9.0, Bound.EXACT, "individuals"),
    )  # fmt: skip
    ends = {"supplier": "Norland", "recipient": "Ostria", "item": "drones"}
    sold = first(
        "transfer/sale", "sold", "Norland sold 40 drones to Ostria in April 2031", ends, source="General Odo Brandt",
        time=("2031-04-01", "2031-04-30"),
    )  # fmt: skip
    shells = first(
        "transfer/plan", "send", "Norland may send shells to Ostria",
        {"supplier": "Norland", "recipient": "Ostria", "item": "shells"}, factuality=Factuality.POSSIBLE,
    )  # fmt: skip
    lists = second("sanction/impose", "lists", "Canada lists Tor Vale", {"imposer": "Canada", "target": "Tor Vale"})
    bought = second("transfer/sale", "bought", "Ostria bought drones from Norland", ends, source="Ilsa Menk")
    return [sanctioned, sold, shells], [lists, bought]


def check(of: str, *held: Claim) -> RegisterCheck:
    """The check of the sanction proposition."""
    rows = (*(target(*row) for row in TARGETS), POSSIBLE_TARGET)
    return RegisterCheck(
        of, "canada", CANADA.label, tuple(c.id for c in held), rows, (NINE,), "2031-04-18", "2031-06-08",
        "counted from the publication date", "the list is newer than the claim",
    )  # fmt: skip


def regime(of: str, answer: InForce, *missing: str) -> RegimeFinding:
    """A regime of the United Nations on Ostria."""
    return RegimeFinding(
        of, "un-ostria", "UN arms embargo on Ostria", "United Nations", "recipient", answer,
        ("S/RES/9001 (2030), paragraph 5", "S/RES/9012 (2031), paragraph 2"), "2030-06-01", None, missing,
        "humanitarian goods are exempt", ("https://www.example.org/9001", "Official Journal, 2030"),
    )  # fmt: skip


def registered() -> Ledger:
    """Two reports: a check with every outcome, a hit after the report, a possible, regimes with two answers."""
    first, second = claims()
    reports = (
        replace(document_of(FIRST, "first.txt", "Nine on a list"), published="2031-05-09"),
        document_of(SECOND, "second.txt", "Drones"),
    )
    entities = tuple(
        Entity(key, TYPES.get(key, "PER"), name, (), tuple((r.id, c.evidence.span) for r, c in zip(reports, first)))
        for name, key in KNOWN.items()
    )
    sanctioned = proposition(1, "Canada sanctioned Tor Vale and others", Status.CORROBORATED, [first[0], second[0]])
    sold = proposition(2, "Norland sold drones to Ostria", Status.CORROBORATED, [first[1], second[1]])
    shells = proposition(3, "Norland may send shells to Ostria", Status.HEDGED_ONLY, [first[2]])
    listed = (
        hit("e:tor", "CA-8", "VALE, Tor", "2031-04-28"),
        hit("e:air", "CA-4", "Norland Airworks Industries", "2030-11-29"),
        hit("e:ilsa", "CA-1", "MENK, Ilsa", None),
    )
    return Ledger(
        reports,
        entities,
        (*first, *second),
        propositions=(sanctioned, sold, shells),
        registers=(CANADA, UK),
        hits=(HIT, *listed, POSSIBLE),
        register_checks=(check(sanctioned.id, first[0], second[0]),),
        regimes=(regime(sold.id, InForce.YES), regime(shells.id, InForce.CANNOT_TELL, "date", "kind of item")),
    )
