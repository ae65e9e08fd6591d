"""The name that each mention of an entity gives."""

from counterclaim.entities.names_written import NamesWritten
from counterclaim.records import Entity, Span

TEXT = "The Orion’s owner Orion Lines AS met ORION and Orion  Lines AS. The firm left Oriontown."
ENTITY = Entity("e:1", "ORG", "Orion Lines AS", ("Orion",), ())


def test_the_longest_name_that_stands_there_counts() -> None:
    names = NamesWritten(ENTITY, {"d:1": TEXT})

    def at(words: str) -> str:
        return names.at(("d:1", Span(start := TEXT.index(words), start + len(words))))

    assert [at(w) for w in ("The Orion’s", "ORION", "Orion  Lines AS")] == ["orion", "orion", "orion lines as"]
    assert at("owner Orion Lines AS") == "orion lines as"
    assert at("Oriontown") == "", "a part of a word is no name"


def test_a_text_that_is_not_there_names_nothing() -> None:
    assert NamesWritten(ENTITY, {}).at(("d:1", Span(0, 5))) == ""


def test_names_that_are_left() -> None:
    names = NamesWritten(ENTITY, {"d:1": TEXT})
    whole = ("d:1", Span(18, 32))
    assert whole[1].of(TEXT) == "Orion Lines AS"
    short = ("d:1", Span(4, 9))
    assert names.without("orion", [whole]) == ("Orion Lines AS", ())
    assert names.without("Orion Lines AS", [short]) == ("Orion", ())
    assert names.without("Orion", [whole, short]) == ("Orion Lines AS", ("Orion",)), "it is used still"


def test_names_that_differ_in_case_are_one_name() -> None:
    """Datelines are in capitals."""
    names = NamesWritten(Entity("e:1", "GPE", "Norway", ("OSLO", "Norwegian", "Oslo"), ()), {"d:1": "Norwegian"})
    assert names.spellings("Oslo") == ("Oslo", "OSLO")
    assert names.spellings("the oslo’s") == ("OSLO", "Oslo")
    assert names.spellings("Bergen") == ()
    assert names.without("oslo", [("d:1", Span(0, 9))]) == ("Norway", ("Norwegian",))
