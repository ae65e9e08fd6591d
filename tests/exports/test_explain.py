"""The reasons for a claim: what is printed comes from the parse and the lexicon, and fits a terminal."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from counterclaim.exports.explain import explain
from counterclaim.ingest.files import from_text
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import Attribution, Bound, Parse, Predicate, Quantity, Reading, Sentence, Span, Stance, Time
from tests.exports.samples import claim_at, document_of, filler
from tests.strategies import REPORT_LIKE

PLAIN = "Norway sold at least 40 tanks to Latvia in March, the minister said in an interview."
SECOND = "“We sold nothing at all, and nobody asked us for anything,” a spokesman said."


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def told(pipeline: Pipeline, text: str, frame: str, **kept: object) -> str:
    reading = pipeline.read_document(from_text(text, "report.txt"))
    ledger = collect([reading])
    claim = next(c for c in ledger.claims if c.frame == frame)
    document, parses = pipeline.parse(reading.document)
    return explain(claim, document, parses, ledger.entities, **kept)  # type: ignore[arg-type]


def section(shown: str, title: str) -> list[str]:
    """The lines under a title."""
    _, _, rest = shown.partition(f"\n{title}")
    return [line.strip() for line in rest.partition("\n")[2].partition("\n\n")[0].splitlines()]


# A reading made by hand: "Norway sold 40 tanks to Latvia", the parse as a treebank has it.
TEXT = "Norway sold 40 tanks to Latvia"
WORDS = tuple(Span(*m.span()) for m in re.finditer(r"\S+", TEXT))
DOCUMENT = document_of(TEXT)
PARSE = Parse(
    Sentence(Span(0, 30), WORDS),
    ("PROPN", "VERB", "NUM", "NOUN", "ADP", "PROPN"),
    ("NNP", "VBD", "CD", "NNS", "IN", "NNP"),
    (1, -1, 3, 1, 5, 1),
    ("nsubj", "root", "nummod", "obj", "case", "obl"),
    (Predicate(1, ()),),
    (),
)
SOLD = replace(
    claim_at(DOCUMENT, (7, 11), (0, 30)),
    roles={
        "supplier": (filler(TEXT, (0, 6)),),
        "recipient": (filler(TEXT, (24, 30)),),
        "item": (filler(TEXT, (12, 20)),),
    },
)


def test_a_plain_claim(pipeline: Pipeline) -> None:
    shown = told(pipeline, PLAIN, "transfer")
    assert re.match(r"Claim c:[0-9a-f]{16}\n  transfer: sale, in the body of report.txt, characters 0 to \d+\n", shown)
    assert "supplier: Norway" in section(shown, "Who, whom, what")
    assert section(shown, "Source")[0].startswith("“minister” [")
    assert "cue “said” [" in section(shown, "Source")[0]
    assert section(shown, "Certainty") == ["CT+, in words: “says”"]
    assert section(shown, "Rule")[:2] == ["transfer/sell.01", "- stage sale"]
    assert "arguments: ARG0 → supplier, ARG1 → item" in " ".join(section(shown, "Rule"))
    assert "supplier “Norway”: argument ARG0 of “sold”, which the entry maps to it" in section(shown, "How the roles")
    assert " ".join(section(shown, "Sentence")).startswith("Norway sold at least 40 tanks to Latvia in March ,")
    assert "sold: ARG0 Norway; ARG1 tanks; ARG2 Latvia" in " ".join(section(shown, "Predicates"))
    assert "GPE: Norway" in section(shown, "Names")
    assert "Notes" not in shown


def test_the_tree_has_every_word_under_its_head() -> None:
    shown = explain(SOLD, DOCUMENT, [PARSE])
    _, _, rest = shown.partition("Tree (word, part of speech, relation)\n")
    assert rest.partition("\n\n")[0].splitlines() == [
        "  sold  VERB root  ← trigger",
        "    Norway  PROPN nsubj  ← supplier",
        "    tanks  NOUN obj  ← item",
        "      40  NUM nummod",
        "    Latvia  PROPN obl  ← recipient",
        "      to  ADP case",
    ]


def test_how_a_role_was_filled_is_told_as_far_as_it_is_known() -> None:
    lines = section(explain(SOLD, DOCUMENT, [PARSE]), "How the roles")
    assert lines[0] == "supplier “Norway”: by the tree: “Norway” is nsubj of “sold”"
    assert lines[1] == "recipient “Latvia”: “to” at the trigger, which the entry maps to it"
    elsewhere = replace(SOLD, roles={"item": (filler(TEXT + " later", (31, 36)),)})
    assert section(explain(elsewhere, DOCUMENT, [PARSE]), "How the roles")[0] == "item “later”: of another sentence"


def test_a_long_way_through_the_tree_is_cut_short() -> None:
    text = " ".join("abcdefghijklmnop")
    words = tuple(Span(2 * i, 2 * i + 1) for i in range(16))
    chain = Parse(Sentence(Span(0, 31), words), ("X",) * 16, ("X",) * 16, tuple(range(-1, 15)), ("dep",) * 16, (), ())
    document = document_of(text)
    deep = replace(claim_at(document, (0, 1), (0, 31)), roles={"item": (filler(text, (30, 31)),)})
    shown = explain(deep, document, [chain])
    assert "and 9 steps more" in " ".join(section(shown, "How the roles"))
    assert "(15) p  X dep" in shown


def test_a_statement_shows_its_cue(pipeline: Pipeline) -> None:
    shown = told(pipeline, SECOND, "statement")
    assert "verb “say”: stance assert, source ARG0, content ARG1" in " ".join(section(shown, "Rule"))
    assert section(shown, "Source")[1].startswith("content: “We sold nothing")


def test_figures_times_and_chains() -> None:
    link = Attribution(filler(TEXT, (0, 6)), filler(TEXT, (7, 11)), Stance.DENY, filler(TEXT, (24, 30)))
    silent = Attribution(None, filler(TEXT, (7, 11)), Stance.ASSERT, time=Time(None, None, "once", Span(0, 4), None))
    full = replace(
        SOLD,
        attribution=(link, silent),
        quantity=Quantity(40, None, Bound.MIN, "tanks", "at least 40", Span(12, 14)),
        value=Quantity(5, 5, Bound.EXACT, "EUR", "five euros", Span(12, 14)),
        time=Time("2024-03-01", "2024-03-31", "March", Span(0, 1), "published"),
        place=filler(TEXT, (12, 14)),
    )
    shown = explain(full, DOCUMENT, [PARSE])
    assert section(shown, "Source") == [
        "“Norway” [0], cue “sold” [7], stance deny, in “Latvia” [24]",
        "→ a source that is not named, cue “sold” [7], stance assert, “once” = no day",
        "known (not resolved)",
    ]
    facts = section(shown, "Who, whom, what")
    assert "how many: “at least 40” = ≥ 40 tanks, bound min" in facts
    assert "worth: “five euros” = 5 EUR, bound exact" in facts
    assert "where: 40" in facts
    assert "“March” = 2024-03-01 to 2024-03-31 (counted from the publication" in " ".join(facts)


def test_words_that_cleaning_changed_are_shown() -> None:
    changed = replace(
        PARSE, sentence=replace(PARSE.sentence, forms=("Norway", "sold", "40", "tanks", "to", "Lettland"))
    )
    assert "read as: Latvia → Lettland" in section(explain(SOLD, DOCUMENT, [changed]), "Sentence")


def test_a_claim_whose_sentence_is_gone() -> None:
    assert "was not found in the document" in explain(SOLD, DOCUMENT, [])


def test_a_rule_that_is_not_in_the_lexicon() -> None:
    shown = explain(replace(SOLD, rule="transfer/hand.99"), DOCUMENT, [PARSE])
    assert "no entry for it" in " ".join(section(shown, "Rule"))


def test_notes_of_the_claims_stage_are_printed() -> None:
    assert section(explain(SOLD, DOCUMENT, [PARSE], notes=["“may” weakened it"]), "Notes") == ["“may” weakened it"]


def test_it_ends_with_what_it_is_worth() -> None:
    assert explain(SOLD, DOCUMENT, [PARSE]).endswith(
        "\nWhat is shown is what the reports say; nothing of it is checked.\n"
    )


def test_eighty_columns(pipeline: Pipeline) -> None:
    long = "Norway, which had been asked again and again by its neighbours and by their friends, " * 4 + PLAIN[7:]
    shown = told(pipeline, long, "transfer")
    assert max(len(line) for line in shown.splitlines()) <= 80


@given(REPORT_LIKE)
@settings(max_examples=20)
def test_any_report_can_be_explained_harmlessly(pipeline: Pipeline, scraps: str) -> None:
    reading: Reading = pipeline.read_document(document_of(scraps + PLAIN + scraps, path=scraps or "x"))
    document, parses = pipeline.parse(reading.document)
    for claim in reading.claims:
        shown = explain(claim, document, parses)
        assert claim.id in shown
        assert all(c == "\n" or c.isprintable() or c.isspace() for c in shown)
        assert "\x1b" not in shown
        shown.encode("utf-8")
