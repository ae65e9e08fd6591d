"""Parses: the same in whatever company a sentence is read, and well formed whatever it says."""

import time
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings

from counterclaim.language.model import Model
from counterclaim.language.reader import MAX_PIECES, Reader
from counterclaim.records import Parse, Sentence, Span
from counterclaim.text.sentences import sentences
from counterclaim.text.words import words
from tests.strategies import ANY_TEXT, REPORT_LIKE

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."
OTHERS = [
    f"{who} {did}{when}."
    for who, did, when in product(
        ("Nobody", "The harbour office in Gdynia", "A spokesman for the yard, who asked not to be named,", "“We”"),
        (
            "left",
            "has denied that it shipped 2,000 shells",
            "is to buy spare parts, engines and radios",
            "paid $4m",
            "x",
        ),
        ("", " in the spring, after years of delay, according to two people familiar with the talks"),
    )
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Model(threads=1))


def split(text: str) -> list[str]:
    """The words of a text."""
    return [word.of(text) for word in words(text)]


def whole(text: str) -> Sentence:
    """A text as one sentence, however long."""
    spans = tuple(words(text))
    return Sentence(Span(spans[0].start, spans[-1].end), spans)


def heads_form_a_tree(heads: Sequence[int]) -> bool:
    """Whether one word is the root and every other word's path upwards ends there."""
    below: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head >= 0:
            below[head].append(word)
    reached, todo = 0, [word for word, head in enumerate(heads) if head == -1]
    roots = len(todo)
    while todo:
        reached += 1
        todo += below[todo.pop()]
    return roots == 1 and reached == len(heads)


def check(parse: Parse) -> None:
    """Assert what holds of every parse of a sentence with words."""
    size = len(parse.sentence.words)
    assert {len(parse.upos), len(parse.xpos), len(parse.heads), len(parse.deprels)} == {size}
    assert heads_form_a_tree(parse.heads)
    assert [head == -1 for head in parse.heads] == [relation == "root" for relation in parse.deprels]
    assert [p.word for p in parse.predicates] == sorted({p.word for p in parse.predicates})
    for predicate in parse.predicates:
        arguments = [a.word for a in predicate.args]
        assert arguments == sorted(set(arguments))
        assert all(0 <= word < size and word != predicate.word for word in arguments)
    edges = [edge for name in parse.names for edge in (name.first, name.end)]
    assert all(name.first < name.end for name in parse.names)
    assert edges == sorted(edges)
    assert not edges or (edges[0] >= 0 and edges[-1] <= size)


def test_a_plain_sentence(reader: Reader) -> None:
    [parse] = reader.parse(PLAIN, sentences(PLAIN))
    verbs = {split(PLAIN)[p.word] for p in parse.predicates}
    check(parse)
    assert {"sold", "said"} <= verbs
    assert [(n.type, split(PLAIN)[n.first]) for n in parse.names] == [("GPE", "Norway"), ("GPE", "Latvia")]


def test_company_changes_nothing(reader: Reader) -> None:
    batch = [split(text) for text in (*OTHERS[:20], PLAIN, *OTHERS[20:])]
    assert len(batch) == 41
    assert reader.read_words([batch[20]]) == [reader.read_words(batch)[20]]


def test_each_sentence_alone_reads_as_all_together(reader: Reader) -> None:
    batch = [split(text) for text in OTHERS]
    assert [reader.read_words([one])[0] for one in batch] == reader.read_words(batch)


def test_order_changes_nothing(reader: Reader) -> None:
    batch = [split(text) for text in OTHERS]
    assert reader.read_words(batch[::-1])[::-1] == reader.read_words(batch)


def test_threads_change_nothing(reader: Reader) -> None:
    batch = [split(text) for text in OTHERS]
    assert Reader(Model(threads=2)).read_words(batch) == reader.read_words(batch)


def test_company_of_any_length_changes_nothing(reader: Reader) -> None:
    batch = [[], split(PLAIN), ["x" * 5000], split(PLAIN) * 40, ["."]]
    assert reader.read_words(batch)[1] == reader.read_words([split(PLAIN)])[0]


def test_the_same_sentence_twice_reads_the_same(reader: Reader) -> None:
    first, second = reader.read_words([split(PLAIN), split(PLAIN)])
    assert first == second


@pytest.mark.parametrize(
    "clause", ["Norway sold tanks to Latvia and", "Norway sold tanks to Latvia;", "2,400 of 2,400 of the the"]
)
def test_a_sentence_of_three_thousand_words_is_read_to_its_end(reader: Reader, clause: str) -> None:
    text = " ".join([clause] * (3000 // len(split(clause))))
    sentence = whole(text)
    [parse] = reader.parse(text, [sentence])
    assert len(sentence.words) == 3000
    check(parse)


def test_what_is_cut_hangs_together(reader: Reader) -> None:
    text = " ".join([PLAIN] * 100)
    [parse] = reader.parse(text, [whole(text)])
    root = parse.heads.index(-1)
    far = [(head, parse.deprels[i]) for i, head in enumerate(parse.heads) if head >= 0 and abs(i - head) > MAX_PIECES]
    assert far
    assert set(far) == {(root, "parataxis")}
    assert all(abs(a.word - p.word) < MAX_PIECES for p in parse.predicates for a in p.args)


def test_a_sentence_without_words(reader: Reader) -> None:
    empty, plain = Sentence(Span(0, 0), ()), whole(PLAIN)
    first, second, third = reader.parse(PLAIN, [empty, plain, empty])
    assert first == third == Parse(empty, (), (), (), (), (), ())
    assert second == reader.parse(PLAIN, [plain])[0]


def test_no_sentence(reader: Reader) -> None:
    assert reader.parse("", []) == []


def test_roles_of_predicates_that_are_given(reader: Reader) -> None:
    [reading] = reader.read_words([split(PLAIN)], [[1]])
    assert [word for word, _ in reading.predicates] == [1]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a word of 5,000 letters", f"The {'x' * 5000} sold tanks."),
        ("a word of 5,000 marks", f"The {'-' * 5000} sold tanks."),
        ("a word in 1,000 parts", f"The {'ab-' * 500}ab sold tanks."),
        ("control characters", "".join(map(chr, range(32))) + "\x7f\x80\x9f tanks"),
        ("nothing but a zero byte", "\x00"),
        ("lone surrogates", "\ud800 Norway \udfff sold\udc80 tanks"),
        ("emoji", "👩‍👩‍👧 sold 🚀🚀 to 🇱🇻 👍🏽."),
        ("right to left", "قال الوزير إن بلاده باعت الدبابات. השר הכחיש"),
        ("changes of direction", "\u202eNorway\u202c sold \u2066tanks\u2069."),
        ("Chinese without spaces", "部长说挪威卖了四十辆坦克。" * 20),
        ("nothing to see", "\u200d\u200b\ufeff\u00ad"),
        ("marks on one letter", "a" + "\u0301" * 3000),
        ("a million spaces", "Norway" + " " * 1_000_000 + "sold tanks."),
        ("a hundred thousand lines", "Norway sold tanks." + "\n" * 100_000 + "Latvia paid."),
        ("quotation marks only", '"' * 300),
        ("full stops only", ". " * 300),
        ("brackets that never close", "([{" * 100),
        ("a table", "| tanks | 40 |\n|---|---|\n" * 20),
    ],
)
def test_odd_text_is_read(reader: Reader, name: str, text: str) -> None:
    found = sentences(text)
    parses = reader.parse(text, found)
    assert [p.sentence for p in parses] == found
    for parse in parses:
        check(parse)


@given(ANY_TEXT)
@settings(max_examples=50)
def test_any_text_has_parses(reader: Reader, text: str) -> None:
    for parse in reader.parse(text, sentences(text)):
        check(parse)


@given(REPORT_LIKE)
@settings(max_examples=50)
def test_anything_like_a_report_has_parses(reader: Reader, text: str) -> None:
    for parse in reader.parse(text, sentences(text)):
        check(parse)


def test_a_line_of_a_hundred_thousand_characters(reader: Reader) -> None:
    text = "Representatives repeatedly acknowledged undocumented deliveries; " * 1600
    began = time.process_time()
    found = sentences(text)
    parses = reader.parse(text, found)
    assert len(text) > 100_000
    assert sum(len(p.sentence.words) for p in parses) == 1600 * 6
    for parse in parses:
        check(parse)
    assert time.process_time() - began < 120  # a tenth of that on a common machine; far more if cost were quadratic


def test_words_that_look_alike_take_no_longer(reader: Reader) -> None:
    # Their arcs look alike too, and the best tree has to be searched for.
    text = '"' * 1000
    began = time.process_time()
    check(reader.parse(text, [whole(text)])[0])
    assert time.process_time() - began < 30
