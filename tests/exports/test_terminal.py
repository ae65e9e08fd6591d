"""The table: whole at every width, and harmless whatever a document or a file's name holds."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from rich.cells import cell_len

from counterclaim.exports.terminal import to_table
from counterclaim.exports.wording import clean
from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Factuality,
    Filler,
    Ledger,
    Quantity,
    Section,
    Span,
    Stance,
    Time,
    digest,
)
from tests.strategies import ANY_TEXT

WIDTHS = (60, 80, 120, 200)
HOSTILE = [
    pytest.param("\x1b[31mred\x1b[0m", id="colour"),
    pytest.param("\x1b]0;title\x07", id="window title"),
    pytest.param("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", id="link"),
    pytest.param("\x1b[2J\x1b[H", id="clear screen"),
    pytest.param("\x9b31m", id="one-byte escape"),
    pytest.param("40\b\b60", id="backspace"),
    pytest.param("tanks\rships", id="carriage return"),
    pytest.param("\u202eskna\u202c", id="right-to-left override"),
    pytest.param("\u2066tanks\u2069\u200f", id="isolate"),
    pytest.param("ta\u200bn\u00adks", id="nothing to see"),
    pytest.param("\ud800\udcff", id="lone surrogates"),
    pytest.param("\x00\x01\x7f", id="control characters"),
    pytest.param("a\nb\u2028c\x0bd", id="lines"),
    pytest.param("\U000e0041\U000e007f", id="tags"),
    pytest.param("\ue000\U000f0000", id="private use"),
]
MARKUP = ["[red]", "[/]", "[/red]", "[bold]tanks[/bold]", "[link=x]", "[[", ":tank:", "\\[", "{0}", "%s"]


def claim(
    who: str = "Norway",
    *,
    source: str | None = "minister",
    frame: str = "transfer",
    stage: str | None = "sale",
    factuality: Factuality = Factuality.CERTAIN,
    section: Section = Section.BODY,
    place: str | None = None,
    document: str = "report",
) -> Claim:
    said = Attribution(None if source is None else filler(source), filler("said"), Stance.ASSERT)
    return Claim(
        "d:" + digest(document)[:16],
        frame,
        stage,
        {"supplier": (filler(who),), "item": (filler("40 tanks"), filler("two guns"))},
        (said,),
        factuality,
        Quantity(40, 40, Bound.EXACT, "tanks", "at least 40", Span(12, 14)),
        None if place is None else filler(place),
        filler("sold"),
        filler(f"{who} sold 40 tanks to Latvia"),
        "transfer/sell.01",
        section,
    )


def filler(text: str) -> Filler:
    return Filler(text, Span(7, 7 + len(text)))


def ledger(*claims: Claim, path: str = "report.txt", title: str | None = None) -> Ledger:
    return Ledger((Document(path, "report", digest("report"), title=title),), (), claims)


def unfolded(shown: str) -> str:
    """What is shown, without its line breaks."""
    return " ".join(shown.split())


def is_harmless(shown: str) -> bool:
    """Whether a terminal only prints it: line ends are the one control character."""
    return all(c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_asked(width: int) -> None:
    long = claim("the Norwegian " + "very " * 40 + "old company " + "x" * 300, source="坦克" * 90)
    shown = to_table(ledger(claim(), long, path="reports/" + "y" * 250, title="Z " * 120), width=width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_width_says_the_same(width: int) -> None:
    shown = to_table(ledger(claim(place="Riga"), title="Oslo sells tanks"), width=width)
    assert "report.txt: 1 claim" in shown
    for part in ("Oslo sells tanks", "minister", "says", "transfer: sale", "“sold”", "Norway", "40 tanks", "Riga"):
        assert part in unfolded(shown), part
    assert "1 claim of 1 document." in shown
    assert "nothing of it is checked." in unfolded(shown)


@pytest.mark.parametrize(("width", "columns"), [(60, False), (80, False), (100, True), (200, True)])
def test_narrow_terminals_get_a_list_and_wide_ones_columns(width: int, *, columns: bool) -> None:
    shown = to_table(ledger(claim()), width=width)
    assert ("who, whom, what" in shown) is columns
    assert ("[7] minister says:" in shown) is not columns


@pytest.mark.parametrize(
    ("factuality", "verdict"),
    [
        (Factuality.CERTAIN, "says"),
        (Factuality.PROBABLE, "says probably"),
        (Factuality.POSSIBLE, "says possibly"),
        (Factuality.NOT_CERTAIN, "denies"),
        (Factuality.NOT_PROBABLE, "doubts"),
        (Factuality.NOT_POSSIBLE, "doubts"),
        (Factuality.UNDERSPECIFIED, "leaves open"),
    ],
)
def test_certainty_in_words(factuality: Factuality, verdict: str) -> None:
    assert f"minister {verdict}:" in to_table(ledger(claim(factuality=factuality)), width=80)


@pytest.mark.parametrize(
    ("section", "source"),
    [
        (Section.BODY, "(the report itself)"),
        (Section.TITLE, "(title)"),
        (Section.CAPTION, "(caption)"),
        (Section.RELATED, "(related headline)"),
    ],
)
def test_a_claim_without_a_source_is_the_reports_own(section: Section, source: str) -> None:
    assert f"{source} says:" in to_table(ledger(claim(source=None, section=section)), width=80)


def test_a_chain_of_sources_runs_inwards() -> None:
    outer = Attribution(filler("the newspaper"), filler("reported"), Stance.ASSERT)
    inner = claim()
    chained = Claim(
        **{name: getattr(inner, name) for name in Claim.__slots__} | {"attribution": (outer, *inner.attribution)}
    )
    assert "the newspaper → minister says:" in to_table(ledger(chained), width=80)


def test_a_statement_shows_what_is_said() -> None:
    shown = to_table(ledger(claim(frame="statement", stage="assert")), width=200)
    assert "statement: assert" in shown
    assert "Norway sold 40 tanks to Latvia" in shown


@pytest.mark.parametrize("width", WIDTHS)
def test_figures_times_and_places(width: int) -> None:
    full = replace(
        claim(place="Riga"),
        value=Quantity(4e6, 4e6, Bound.EXACT, "USD", "$4 million", Span(0, 1)),
        time=Time("2024-03-04", "2024-03-10", "last week", Span(0, 1), "published"),
    )
    shown = unfolded(to_table(ledger(full), width=width))
    for part in (
        "how many: at least 40",
        "worth: $4 million",
        "when: last week (2024-03-04 to 2024-03-10)",
        "where: Riga",
    ):
        assert all(word in shown for word in part.split()), part


def test_what_a_role_shows_is_not_said_twice() -> None:
    counted = replace(claim(), quantity=Quantity(40, 40, Bound.EXACT, "tanks", "40", Span(12, 14)))
    placed = replace(counted, place=filler("Riga"), roles={**counted.roles, "to_place": (filler("Riga"),)})
    shown = to_table(ledger(placed), width=200)
    assert "how many" not in shown
    assert "to place: Riga" in shown
    assert "where" not in shown


def test_a_time_that_says_its_day_is_shown_once() -> None:
    dated = replace(claim(), time=Time("2024-03-04", "2024-03-04", "2024-03-04", Span(0, 1), "stated"))
    assert "when: 2024-03-04\n" in to_table(ledger(dated), width=200)


@pytest.mark.parametrize("width", WIDTHS)
def test_each_claim_shows_enough_of_its_id(width: int) -> None:
    one = claim()
    assert one.id.removeprefix("c:")[:4] in to_table(ledger(one), width=width)


def test_the_section_stands_beside_a_named_source() -> None:
    shown = to_table(ledger(claim(section=Section.CAPTION), claim(source=None, section=Section.CAPTION)), width=80)
    assert "minister (caption) says:" in shown
    assert "\n[7] (caption) says:" in shown


def test_related_headlines_are_counted_apart() -> None:
    shown = to_table(ledger(claim(), claim("Malta", section=Section.RELATED)), width=80)
    assert shown.startswith("report.txt: 2 claims (1 in related headlines)\n")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_ends_in_spaces(width: int) -> None:
    assert not re.search(r"[ ]$", to_table(ledger(claim(place="Riga"), title="T"), width=width), re.MULTILINE)


@pytest.mark.parametrize("stage", [None, "transfer"])
def test_a_stage_that_says_nothing_new_is_left_out(stage: str | None) -> None:
    assert "transfer  “sold”" in to_table(ledger(claim(stage=stage)), width=80)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_ledger(width: int) -> None:
    assert to_table(Ledger((), (), ()), width=width).startswith("0 claims of 0 documents.")


def test_a_document_without_claims_is_named() -> None:
    assert "report.txt: 0 claims" in to_table(ledger(), width=80)


def test_each_claim_stands_under_its_own_document() -> None:
    documents = tuple(Document(f"{text}.txt", text, digest(text)) for text in ("first", "second"))
    both = Ledger(documents, (), (claim("Norway", document="second"), claim("Latvia", document="first")))
    shown = to_table(both, width=120)
    order = [shown.index(part) for part in ("first.txt: 1 claim", "Latvia", "second.txt: 1 claim", "Norway")]
    assert order == sorted(order)
    assert "2 claims of 2 documents." in shown


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_harmlessly(text: str, width: int) -> None:
    told = claim(f"{text} Norway {text}", source=text, place=text)
    shown = to_table(ledger(told, path=f"reports/{text}.txt", title=text), width=width)
    assert is_harmless(shown)
    assert "Norway" in shown
    assert ".txt: 1 claim" in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_colour_comes_from_the_table_alone(text: str) -> None:
    told = claim(f"{text} Norway", source=text)
    shown = to_table(ledger(told, path=f"{text}.txt", title=text), width=80, color=True)
    assert is_harmless(re.sub(r"\x1b\[[\d;]*m", "", shown))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text_like_any_other(text: str, width: int) -> None:
    shown = to_table(ledger(claim(text, source=text), path=f"{text}.txt", title=text), width=width)
    assert f"{text}.txt: 1 claim\n{text}\n" in shown
    assert shown.count(text) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Baltic  Optics\n\tin Gdynia ", "Baltic Optics in Gdynia"),
        ("a\x1b[31mb", "a�[31mb"),
        ("\u202eskna", "�skna"),
        ("Ørsta “Łódź” 🚢 坦克", "Ørsta “Łódź” 🚢 坦克"),
        ("cafe\u0301", "cafe\u0301"),
        ("\ud800", "�"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("", ""),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(ANY_TEXT)
def test_whatever_is_cleaned_is_one_harmless_line(text: str) -> None:
    shown = clean(text)
    assert is_harmless(shown)
    assert "\n" not in shown
    assert clean(shown) == shown
    shown.encode("utf-8")


@pytest.mark.parametrize(("columns", "narrow"), [("20", True), ("200", False)])
def test_the_terminals_own_width(monkeypatch: pytest.MonkeyPatch, columns: str, *, narrow: bool) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = to_table(ledger(claim()))
    assert ("[7] minister says:" in shown) is narrow
    assert max(map(cell_len, shown.splitlines())) >= 50  # never narrower than can be read
