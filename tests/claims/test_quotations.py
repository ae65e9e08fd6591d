"""Quotations: where they run, and whose they are. The texts were written for these tests."""

from counterclaim.claims.quotations import quotations
from tests.claims.parsed import attributed, clauses_of, sources_at


def quoted(text: str) -> list[str]:
    clauses = clauses_of(text)
    return [
        " ".join(w for part in q for w in clauses[part.sentence].words[part.first : part.end])
        for q in quotations(clauses)
    ]


def test_a_quotation_runs_over_sentences_and_paragraphs() -> None:
    assert quoted('He said: "The port is closed. Nobody comes.\n\n"We wait." It rained.') == [
        '" The port is closed . Nobody comes . " We wait . "'
    ]


def test_curly_straight_and_doubled_single_marks() -> None:
    assert quoted("“One ship,” he said. \"Two ships,\" she said. ''Three ships,'' they said.") == [
        "“ One ship , ”",
        '" Two ships , "',
        "' ' Three ships , ' '",
    ]


def test_a_mark_that_is_never_closed_ends_with_its_sentence() -> None:
    assert quoted('The minister spoke of "a mistake at the port. Nobody answered him.') == ['" a mistake at the port .']


def test_the_sentences_of_one_quotation_have_one_speaker() -> None:
    text = '"The ships left on Monday. The crews stayed," the harbour master said. "The shells were sold in June."'
    assert sources_at(text, "left") == ["harbour master"]
    assert sources_at(text, "stayed") == ["harbour master"]
    assert sources_at(text, "sold") == ["harbour master"]


def test_a_colon_gives_the_next_paragraph_to_its_speaker() -> None:
    assert sources_at('The minister added:\n\n"Norway sold the tanks. We know it."', "know") == ["minister"]


def test_a_sentence_after_the_quotation_names_its_speaker() -> None:
    assert sources_at('"Where are the forty tanks?" Mr Berg asked.', "tanks") == ["Mr Berg"]


def test_a_term_in_quotation_marks_is_nobodys() -> None:
    assert sources_at('The minister left. "Iron Shield" was sold to Latvia.', "sold") == []


def test_a_cue_inside_a_quotation_stops_at_its_marks() -> None:
    text = '"We think that the tanks are gone," the minister said on Monday.'
    [(clause, found)] = attributed(text)
    assert [s.attribution.source.text for s in found if s.attribution.source] == ["minister", "minister"]
    assert clause.words.index("Monday") not in found[1].content
