"""Who counts as an independent origin."""

from dataclasses import replace

from counterclaim.alignment.align import align
from counterclaim.records import Claim, Ledger, OriginKind, Proposition, Utterance
from tests.alignment.told import ledger, one_lineage, said


def order(name: str, by: str | None = None) -> Claim:
    """One and the same order, told in a document."""
    return said(name, "transfer/order", by=by, supplier="Orava", recipient="Norland", item="drones")


def only(of: Ledger) -> Proposition:
    (proposition,) = align(of)
    return proposition


def test_two_reports_in_their_own_voice_corroborate() -> None:
    found = only(ledger(order("a"), order("b")))
    assert found.status == "corroborated"
    assert [(o.kind, o.label) for o in found.origins] == [
        (OriginKind.DOCUMENT, "Report a"),
        (OriginKind.DOCUMENT, "Report b"),
    ]


def test_copies_count_once() -> None:
    found = only(one_lineage(ledger(order("a"), order("b"))))
    assert found.status == "single-source"
    assert [(o.kind, o.label, len(o.claims)) for o in found.origins] == [(OriginKind.COPY, "one text", 2)]


def test_two_outlets_that_quote_one_speaker_count_once() -> None:
    found = only(ledger(order("a", "Ada Brun"), order("b", "Ada Brun")))
    assert found.status == "single-source"
    assert [(o.kind, o.label) for o in found.origins] == [(OriginKind.UTTERANCE, "Ada Brun")]


def test_two_speakers_are_two_origins() -> None:
    assert only(ledger(order("a", "Ada Brun"), order("b", "Ole Rask"))).status == "corroborated"


def test_a_speaker_speaks_anew_after_a_week() -> None:
    two = (order("a", "Ada Brun"), order("b", "Ada Brun"))
    near = only(ledger(*two, published={"a": "2024-03-01", "b": "2024-03-07"}))
    far = only(ledger(*two, published={"a": "2024-03-01", "b": "2024-03-10"}))
    assert (len(near.origins), len(far.origins)) == (1, 2)


def test_an_undated_report_counts_with_the_first_dated_one() -> None:
    three = (order("a", "Ada Brun"), order("b", "Ada Brun"), order("c", "Ada Brun"))
    assert len(only(ledger(*three, published={"a": "2024-03-01", "c": "2024-03-02"})).origins) == 1


def test_an_utterance_is_one_origin() -> None:
    claims = (order("a", "a spokesman"), order("b", "the spokesman"))
    told = ledger(*claims)
    said_once = Utterance("u:1", "e:brun", "Ada Brun", ("d:a", "d:b"), tuple(c.id for c in claims), "one interview")
    assert only(told).status == "corroborated"
    assert only(replace(told, utterances=(said_once,))).status == "single-source"


def test_own_voice_beside_a_named_source_is_no_further_origin() -> None:
    own = replace(order("a"), trigger=replace(order("a").trigger, span=type(order("a").trigger.span)(50, 51)))
    found = only(ledger(own, order("a", "Ada Brun")))
    assert (found.status, len(found.origins)) == ("single-source", 1)
