"""The JSON ledger: the design's keys, and every text equal to the raw text at its span."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from counterclaim.exports.ledger_json import to_json, to_object
from counterclaim.ingest.files import from_text
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import (
    EXTRACTOR,
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
    Refusal,
    Section,
    Span,
    Stance,
    Status,
    Story,
    Unresolved,
    Utterance,
    digest,
)
from tests.strategies import REPORT_LIKE

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."
REPORT = (
    "Date: 2024-03-05\n\nOslo “regrets” sale of tanks to Riga 🚢\n\n"
    "Norway sold at least 40 tanks to Latvia, the\nNorwegian defence minister told the newspaper Fjordposten in an "
    "interview.\r\n\r\nLatvia denied that it had ordered more than\u00a02,400 shells from the firm Baltic Optics. "
    "According to two officials, cafe\u0301 owners in Riga may have financed the deal.\n\n"
    "“We have delivered nothing. We will deliver nothing,” a spokesman for Baltic Optics said.\n\n"
    "A Norwegian tank on a quay in Riga (Photo: archive)\n\nKeep reading:\n\nSweden halts exports of rifles to Malta\n"
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def document_of(text: str, path: str = "report.txt") -> Document:
    return Document(path, text, digest(text))


def ledger_of(pipeline: Pipeline, *texts: str) -> Ledger:
    return collect([pipeline.read_document(document_of(text)) for text in texts])


def with_spans(value: Any) -> Iterator[tuple[str, list[int]]]:
    """(text, span) of everything below that has both."""
    if isinstance(value, dict):
        if "text" in value and "span" in value:
            yield value["text"], value["span"]
        for below in value.values():
            yield from with_spans(below)
    elif isinstance(value, list):
        for below in value:
            yield from with_spans(below)


def filler(text: str, start: int, entity: str | None = None) -> Filler:
    return Filler(text, Span(start, start + len(text)), entity)


# One claim in which nothing is empty.
FULL = Claim(
    document="d:" + digest(PLAIN)[:16],
    frame="transfer",
    stage="sale",
    roles={"supplier": (filler("Norway", 0, "e:1"),)},
    attribution=(Attribution(filler("minister", 36), filler("said", 45), Stance.ASSERT, filler("minister", 36)),),
    factuality=Factuality.CERTAIN,
    quantity=Quantity(40.0, None, Bound.MIN, "tanks", "40", Span(12, 14)),
    place=filler("Latvia", 24),
    trigger=filler("sold", 7),
    evidence=filler("Norway sold 40 tanks to Latvia", 0),
    rule="transfer/sell.01",
    section=Section.BODY,
)
FULL_LEDGER = Ledger(
    (document_of(PLAIN),),
    (Entity("e:1", "GPE", "Norway", ("Oslo",), (("d:" + digest(PLAIN)[:16], Span(0, 6)),), ("its capital",)),),
    (FULL,),
    (Refusal("empty.txt", "empty text", "nothing to do"),),
    (Story("s:1", "Tanks", (FULL.document,)),),
    (
        Lineage(
            "l:1",
            OriginKind.COPY,
            "Fjordposten",
            (FULL.document,),
            (LineageLink(FULL.document, "d:other", LinkKind.EXCERPT, 0.8765, "87 % of the shorter text"),),
        ),
    ),
    (Utterance("u:1", "e:2", "Minister, interview", (FULL.document,), (FULL.id,), "the same nine words"),),
    (
        Proposition(
            "p:1",
            "transfer",
            "sale",
            "Norway sold tanks to Latvia",
            (("supplier", ("e:1",)),),
            (FULL.id,),
            Status.SINGLE_SOURCE,
            (Origin(OriginKind.UTTERANCE, "Minister, interview", (FULL.id,)),),
            (Figure(40.0, None, Bound.MIN, "tanks", "sale", (FULL.id,)),),
            reasons=("same supplier",),
        ),
    ),
    (Unresolved(FULL.document, Span(36, 44), "minister", ("e:2", "e:3"), "two ministers are named"),),
)
LEDGER_KEYS = (
    "format extractor documents entities claims propositions stories lineages utterances unresolved registers hits "
    "refused"
)
PROPOSITION_KEYS = (
    "id frame stage summary roles claims status origins figures figure_conflict denied_by reasons regimes "
    "register_checks"
)
CLAIM_KEYS = (
    "id document frame stage roles attribution factuality quantity value time place trigger evidence rule section"
)


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        (
            "ledger",
            LEDGER_KEYS,
        ),
        ("documents", "id path sha256 title published outlet language credits byline dateline lineage story"),
        ("entities", "id type name aliases mentions reasons"),
        ("mentions", "document span"),
        ("claims", CLAIM_KEYS),
        ("supplier", "text span entity"),
        ("attribution", "source cue stance medium time"),
        ("source", "text span entity"),
        ("cue", "text span"),
        ("medium", "text span"),
        ("quantity", "low high bound unit text span"),
        ("place", "text span entity"),
        ("trigger", "text span"),
        ("evidence", "text span"),
        ("refused", "path reason advice"),
        ("propositions", PROPOSITION_KEYS),
        ("origins", "kind label claims"),
        ("figures", "low high bound unit stage claims"),
        ("stories", "id title documents"),
        ("lineages", "id kind label documents links"),
        ("links", "documents kind score reason"),
        ("utterances", "id speaker label documents claims reason"),
        ("unresolved", "document span text candidates reason"),
    ],
)
def test_keys_are_those_of_the_design(where: str, keys: str) -> None:
    def found(value: Any) -> Any:
        """The first object under the key ``where``."""
        for key, below in value.items() if isinstance(value, dict) else ():
            if key == where:
                return below[0] if isinstance(below, list) else below
            deeper = found(below[0] if isinstance(below, list) and below else below)
            if deeper is not None:
                return deeper
        return None

    whole = to_object(FULL_LEDGER)
    assert list(whole if where == "ledger" else found(whole)) == keys.split()


def test_a_document_names_its_story_and_lineage() -> None:
    [document] = to_object(FULL_LEDGER)["documents"]
    assert (document["story"], document["lineage"]) == ("s:1", "l:1")


def test_a_full_claim() -> None:
    whole = json.loads(to_json(FULL_LEDGER))
    assert (whole["format"], whole["extractor"]) == ("counterclaim-ledger/1", EXTRACTOR)
    assert whole["refused"] == [{"path": "empty.txt", "reason": "empty text", "advice": "nothing to do"}]
    assert whole["entities"][0]["mentions"] == [{"document": FULL.document, "span": [0, 6]}]
    [claim] = whole["claims"]
    assert claim["id"] == FULL.id
    assert claim["roles"] == {"supplier": [{"text": "Norway", "span": [0, 6], "entity": "e:1"}]}
    assert claim["quantity"]["low"] == 40
    assert claim["attribution"][0]["stance"] == "assert"
    assert (claim["factuality"], claim["section"]) == ("CT+", "body")
    assert (claim["value"], claim["time"]) == (None, None)


def test_an_empty_ledger() -> None:
    whole = json.loads(to_json(Ledger((), (), ())))
    assert {key for key, value in whole.items() if value == []} == {*whole} - {"format", "extractor"}


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(40.0, 40.0, "40, 40"), (2.5, None, "2.5, null"), (None, 1e9, "null, 1000000000"), (0.0, 0.0, "0, 0")],
)
def test_whole_figures_are_whole_numbers(low: float | None, high: float | None, shown: str) -> None:
    counted = Quantity(low, high, Bound.RANGE, None, "40", Span(12, 14))
    claim = Claim(**{name: getattr(FULL, name) for name in Claim.__slots__} | {"quantity": counted})
    whole = json.loads(to_json(Ledger((), (), (claim,))))
    quantity = whole["claims"][0]["quantity"]
    assert json.dumps([quantity["low"], quantity["high"]]) == f"[{shown}]"


def test_a_plain_claim(pipeline: Pipeline) -> None:
    whole = json.loads(to_json(ledger_of(pipeline, PLAIN)))
    claim = next(c for c in whole["claims"] if c["frame"] == "transfer")
    texts = {role: [f["text"] for f in fillers] for role, fillers in claim["roles"].items()}
    assert texts == {"supplier": ["Norway"], "item": ["40 tanks"], "recipient": ["Latvia"]}
    assert [(a["source"]["text"], a["cue"]["text"]) for a in claim["attribution"]] == [("minister", "said")]
    assert (claim["quantity"]["low"], claim["quantity"]["unit"]) == (40, "tanks")
    names = {e["id"]: e["name"] for e in whole["entities"]}
    assert names[claim["roles"]["supplier"][0]["entity"]] == "Norway"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        REPORT,
        REPORT.replace("\n", "\r\n"),
        "🚢" * 30 + " " + PLAIN,
        "\ud800\udc80" + PLAIN.replace(" tanks", " \ud83dtanks"),
        PLAIN.replace("Norway", "No\u0301rway").replace(" ", " \u200b"),
        PLAIN.replace(" ", "\u3000"),
        "\ufeff" + PLAIN,
    ],
    ids=["plain", "report", "CRLF", "emoji", "surrogates", "combined", "wide spaces", "mark"],
)
def test_texts_are_the_raw_text_at_their_spans(pipeline: Pipeline, text: str) -> None:
    whole = to_object(ledger_of(pipeline, text))
    pairs = list(with_spans(whole["claims"]))
    assert [text[start:end] for _, (start, end) in pairs] == [shown for shown, _ in pairs]
    for entity in whole["entities"]:
        shown = {" ".join(text[slice(*m["span"])].split()) for m in entity["mentions"]}
        assert shown <= {entity["name"], *entity["aliases"]}


def test_a_dated_report_with_a_title(pipeline: Pipeline) -> None:
    whole = to_object(collect([pipeline.read_document(from_text(REPORT, "report.txt"))]))
    [document] = whole["documents"]
    assert (document["path"], document["published"]) == ("report.txt", "2024-03-05")
    assert document["title"] == "Oslo “regrets” sale of tanks to Riga 🚢"


@given(REPORT_LIKE)
@settings(max_examples=30)
def test_any_report_gives_whole_json(pipeline: Pipeline, scraps: str) -> None:
    text = scraps + PLAIN + scraps
    whole = json.loads(to_json(ledger_of(pipeline, text)).encode("utf-8"))
    ids = [c["id"] for c in whole["claims"]]
    assert len(set(ids)) == len(ids)
    assert all(text[start:end] == shown for shown, (start, end) in with_spans(whole["claims"]))


ODD = ("\ud800", "\udcff", "\ud83d tanks", "\x00", "\x1b[31m", "\u2028", "\x7f", '"\\', "🚢")


@pytest.mark.parametrize("odd", ODD)
def test_odd_characters_survive(odd: str) -> None:
    document = document_of(f"Norway {odd}", path=f"reports/{odd}.txt")
    written = to_json(Ledger((document,), (), (), (Refusal(odd, "missing file"),)))
    whole = json.loads(written.encode("utf-8"))
    assert whole["documents"][0]["path"] == f"reports/{odd}.txt"
    assert whole["refused"][0]["path"] == odd


def test_letters_stay_readable() -> None:
    assert "Ørsta “Łódź” 🚢" in to_json(Ledger((document_of("x", path="Ørsta “Łódź” 🚢"),), (), ()))


def test_claims_are_told_apart_by_their_ids(pipeline: Pipeline) -> None:
    # "Quoting" and "citing" are verbs of attribution and phrases of it at once.
    quoting = "Fjordposten, quoting two people as saying the deal was off."
    citing = "The mayor of Riga, citing what officials said wrote that nobody had paid, according to a clerk."
    ledger = ledger_of(pipeline, REPORT, PLAIN, f"{PLAIN}\n\n{PLAIN} {PLAIN}", quoting, citing)
    ids = [claim["id"] for claim in to_object(ledger)["claims"]]
    assert len(ids) >= 4
    assert len(set(ids)) == len(ids)


def test_two_runs_give_the_same_ledger(pipeline: Pipeline) -> None:
    assert to_json(ledger_of(Pipeline(threads=2), REPORT, PLAIN)) == to_json(ledger_of(pipeline, REPORT, PLAIN))


def test_a_documents_claims_do_not_depend_on_its_company(pipeline: Pipeline) -> None:
    alone, second = to_object(ledger_of(pipeline, PLAIN)), to_object(ledger_of(pipeline, REPORT, PLAIN))
    here = alone["documents"][0]["id"]
    assert alone["claims"] == [c for c in second["claims"] if c["document"] == here]
