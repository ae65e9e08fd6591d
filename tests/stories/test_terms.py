"""What of a document counts, and how much."""

from hypothesis import given

from counterclaim.records import Document, NamedSentence, Section, Span, digest
from counterclaim.stories.terms import read_terms
from tests.stories.samples import report
from tests.strategies import REPORT_LIKE


def test_the_headline_counts_more_than_the_lead_and_the_lead_more_than_the_rest() -> None:
    filling = " ".join(f"word{i}" for i in range(70))
    terms = read_terms(*report("Howitzer", f"Tractor {filling}.", "Dryer."))
    assert (terms.words["w:howitzer"], terms.words["w:tractor"], terms.words["w:dryer"]) == (3, 2, 1)


def test_headline_and_first_sentence_make_the_head() -> None:
    terms = read_terms(*report("Howitzers held", "Customs held them.", "A tractor was found."))
    assert dict(terms.head) == {"h:howitzer": 2, "h:held": 3, "h:custom": 1, "h:them": 1}


def test_a_headline_that_is_known_from_elsewhere_counts_too() -> None:
    text = "Customs held them."
    document = Document("a", text, digest(text), title="Howitzers held")
    terms = read_terms(document, [NamedSentence(Span(0, len(text)), Section.BODY, ())])
    assert terms.head["h:howitzer"] == 2
    assert terms.words["w:howitzer"] == 3


def test_a_state_is_one_name_whatever_its_form() -> None:
    terms = read_terms(*report("", "[NORP Norwegian] and [GPE Norway]'s ships."))
    assert terms.names == {"n:norway": 4}


def test_a_person_is_known_by_each_word_of_the_name_and_others_by_the_whole() -> None:
    terms = read_terms(*report("", "[PER Ines Karrow] of the [ORG Brannock Works]."))
    assert set(terms.names) == {"n:ine", "n:karrow", "n:brannock work"}


def test_related_headlines_and_front_matter_do_not_count() -> None:
    text = "By Ada Brill\nGuns found.\nKeep reading: Tractors sold"
    sections = [(0, 12, Section.FRONT), (13, 24, Section.BODY), (25, len(text), Section.RELATED)]
    sentences = [NamedSentence(Span(a, b), section, ()) for a, b, section in sections]
    assert set(read_terms(Document("a", text, digest(text)), sentences).words) == {"w:gun", "w:found"}


def test_a_document_without_sentences_is_read_as_one() -> None:
    assert "w:gun" in read_terms(Document("a", "Guns found.", "0"), []).words


def test_a_very_long_document_is_read_in_part() -> None:
    terms = read_terms(*report("Guns", *(f"Sentence number{i} tells more." for i in range(5000))))
    assert len(terms.words) < 3100


@given(REPORT_LIKE, REPORT_LIKE)
def test_any_text_has_terms_of_its_three_fields(title: str, text: str) -> None:
    terms = read_terms(Document("a", text, digest(text), title=title), [])
    for prefix, field in zip("wnh", terms.fields(), strict=True):
        assert all(term.startswith(f"{prefix}:") and times > 0 for term, times in field.items())
