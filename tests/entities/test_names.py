"""Names that are one and names that are not: persons, places, bodies and weapons, within and across documents."""

import pytest

from counterclaim.entities.group import group
from tests.entities.samples import Read, entities, joined, left, read

SAME_PERSON = [
    ("Hamza Orafi", "Hamzeh Orafi"),
    ("Mohammed Tarsi", "Muhammad Tarsi"),
    ("Qassem Halwani", "Qasim Halwani"),
    ("Sergei Orlenko", "Sergey Orlenko"),
    ("Rami Abdel Karimi", "Rami Abdul-Karimi"),
    ("Nabil al-Tarsi", "Nabil el Tarsi"),
    ("Nabil al-Tarsi", "Nabil Tarsi"),
    ("Leila Karimi-Tarsi", "Leila Karimi Tarsi"),
    ("Kang Min-woo", "Kang Minwoo"),
    ("OLA LUND", "Ola Lund"),
    ("Ola Lund's", "Ola Lund"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert len(entities(read(f"[PER {one}] came."), read(f"[PER {other}] left."))) == 1


TWO_PERSONS = [
    ("Salman bin Tarsi", "Tarsi bin Salman"),
    ("Hasan Halwani", "Husain Halwani"),
    ("Salim Halwani", "Salem Halwani"),
    ("Mario Rossetti", "Maria Rossetti"),
    ("Daniele Rossetti", "Daniela Rossetti"),
    ("Ivan Orlenkov", "Ivan Orlenkova"),
    ("A. Lund", "Ola Lund"),
    ("Ola Lund", "Kari Lund"),
    ("Ola Lund Jr", "Ola Lund"),
    ("Ali Lund", "Ali Reza Lund"),  # one document may say so, two cannot
    ("Li Wei", "Wei Li"),
]


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_two_persons(one: str, other: str) -> None:
    assert len(entities(read(f"[PER {one}] came."), read(f"[PER {other}] left."))) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[PER Ali Reza Lund] came. [PER Ali Lund] left.", {"Ali Reza Lund": 2}),
        ("[PER Odd Ola Lund] came. [PER Ola Lund] left.", {"Odd Ola Lund": 2}),
        ("[PER Ola Lund] came. [PER O. Lund] left.", {"Ola Lund": 2}),
        ("[PER Kang Min-woo] came. [PER Kang] left.", {"Kang Min-woo": 2}),
        ("[PER Salman bin Tarsi] came. [PER bin Tarsi] left.", {"Salman bin Tarsi": 2}),
        ("[PER Staf de Lund] came. [PER de Lund] left.", {"Staf de Lund": 2}),
        ("[PER Ola Lund] came. [ORG Lund] left.", {"Ola Lund": 2}),
        ("[PER Ola Lund] came. It rained in [GPE Lund].", {"Ola Lund": 1, "Lund": 1}),
        ("General [PER Ola Lund] met Mrs [PER Kari Lund]. General [PER Lund] left.", {"Ola Lund": 2, "Kari Lund": 1}),
        ("Mr [PER Ola Lund] met Mrs [PER Kari Lund]. Mrs [PER Lund] left.", {"Ola Lund": 1, "Kari Lund": 2}),
        ("[PER General] [PER Ola Lund] came.", {"Ola Lund": 1}),
        ("[PER Norwegian President Ola Lund] came.", {"Ola Lund": 1}),
    ],
)
def test_persons_of_one_document(text: str, expected: dict[str, int]) -> None:
    assert {name: len(e.mentions) for name, e in entities(read(text)).items()} == expected


def test_a_son_is_not_meant_by_his_fathers_name() -> None:
    found = entities(read("[PER Salman bin Tarsi] came. [PER Tarsi] left."))
    assert set(found) == {"Salman bin Tarsi", "Tarsi"}


def test_an_initial_that_two_people_share_is_left_open() -> None:
    page = read("[PER Ola Lund] met [PER Odd Lund]. [PER O. Lund] left.")
    assert left(page) == [("O. Lund", {"Ola Lund", "Odd Lund"}, "short form of several full names of the document")]


def shared(family: str) -> Read:
    return read(f"[PER {family}] sold [WEAPON KR-7] to [ORG Baltic Optics] in [GPE Norway].")


def test_a_family_name_in_a_document_on_the_same_matter() -> None:
    full = read("[PER Ola Lund] sold [WEAPON KR-7] to [ORG Baltic Optics] in [GPE Norway].")
    assert joined(full, shared("Lund")) == [{"Ola Lund", "Lund"}]
    elsewhere = read("[PER Lund] won a race in [GPE Norway].")
    assert joined(full, elsewhere) == []


def test_a_family_name_with_two_bearers_in_the_collection_is_left_open() -> None:
    full = read("[PER Ola Lund] sold [WEAPON KR-7] to [ORG Baltic Optics] in [GPE Norway].")
    other = read("[PER Kari Lund] won a race in [GPE Peru].")
    [(text, candidates, reason)] = left(full, other, shared("Lund"))
    assert (text, candidates) == ("Lund", {"Ola Lund", "Kari Lund"})
    assert reason == "family name of several people of the collection"


def test_bare_names_of_two_documents_are_two_people_unless_the_matter_is_one() -> None:
    apart, _, _ = group([read("[PER Lund] sold arms."), read("[PER Berg] met [PER Lund].")], ())
    assert len([e for e in apart if e.name == "Lund"]) == 2
    together, _, _ = group([shared("Lund"), read("[PER Lund] denies: [ORG Baltic Optics] got no [WEAPON KR-7].")], ())
    assert len([e for e in together if e.name == "Lund"]) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norwegian minister [PER Ola Lund] came.", "Latvian minister [PER Ola Lund] left."),
        ("[PER Ola Lund], the Norwegian foreign minister, came.", "Latvia's president [PER Ola Lund] left."),
        ("Mr [PER Kim Lund] came.", "Mrs [PER Kim Lund] left."),
        ("General [PER Ola Lund] came.", "The farmer [PER Ola Lund] left."),
    ],
)
def test_two_people_of_one_name(one: str, other: str) -> None:
    found, _, opened = group([read(one), read(other), read("[PER Ola Lund] slept. [PER Kim Lund] slept.")], ())
    assert len([e for e in found if len(e.mentions) == 1 and e.type == "PER"]) >= 2
    assert [o.reason for o in opened] == ["name of several people, and nothing here tells which"]
    assert len(opened[0].candidates) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norwegian minister [PER Ola Lund] came.", "President [PER Ola Lund] of Norway left."),
        ("General [PER Ola Lund] came.", "Minister [PER Ola Lund] left."),
        ("[ORG UN] envoy [PER Ola Lund] came.", "Norwegian envoy [PER Ola Lund] left."),
    ],
)
def test_titles_that_one_person_may_have(one: str, other: str) -> None:
    assert len([e for e in entities(read(one), read(other)).values() if e.type == "PER"]) == 1


SAME_THING = [
    ("GPE", "Khan Orakhun", "Khan Orakhoun"),
    ("GPE", "Oravakeh", "Oravaka"),
    ("GPE", "Orava city", "Orava"),
    ("GPE", "Norway's Bergen", "Bergen"),
    ("ORG", "Orava JSC", "Orava"),
    ("ORG", "Orava Limited", "Orava Ltd."),
    ("ORG", "Baltic Defence Board", "Baltic Defense Board"),
    ("ORG", "Board of Baltic Arms", "Board for Baltic Arms"),
    ("ORG", "Orava group", "Orava"),
    ("WEAPON", "KR-7", "KR 7"),
    ("WEAPON", "Oravel-12", "Orvael-12"),
    ("WEAPON", "Mohajer-6", "Mojaher-6"),
    ("WEAPON", "Shahed-136", "Shahed 136s"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME_THING)
def test_spellings_of_one_thing(kind: str, one: str, other: str) -> None:
    assert len(entities(read(f"the [{kind} {one}] here"), read(f"the [{kind} {other}] there"))) == 1


def test_a_letter_wrong_in_a_long_name_that_is_spelled_right_more_often() -> None:
    right = read("the [ORG Observatory of Skerry Shipments] and the [ORG Observatory of Skerry Shipments]")
    assert len(entities(right, read("the [ORG Observatory of Skerry Shipmants]"))) == 1
    assert (
        len(entities(right, read("the [ORG Observatory of Skerry Shipmants]", "[ORG Observatory of Skerry Shipmants]")))
        == 2
    )


TWO_THINGS = [
    ("GPE", "Niger", "Nigeria"),
    ("GPE", "Orava province", "Orava"),
    ("GPE", "America", "Americas"),
    ("ORG", "Orava JSC", "Orava Ltd"),
    ("ORG", "Orava North Board", "Orava South Board"),
    ("ORG", "25th Orava Brigade", "26th Orava Brigade"),
    ("ORG", "OBA", "OBB"),
    ("WEAPON", "Shahed-136", "Shahed-131"),
    ("WEAPON", "KR-7", "KR-7M"),
    ("WEAPON", "Oravel-12", "Oravel-13"),
]


@pytest.mark.parametrize(("kind", "one", "other"), TWO_THINGS)
def test_two_things(kind: str, one: str, other: str) -> None:
    assert len(entities(read(f"the [{kind} {one}] here"), read(f"the [{kind} {other}] there"))) == 2


def test_a_firm_without_its_legal_form_may_be_either() -> None:
    pages = read("[ORG Orava JSC] sold."), read("[ORG Orava Ltd] bought."), read("[ORG Orava] denied.")
    assert left(*pages) == [("Orava", {"Orava JSC", "Orava Ltd"}, "two firms differ in the legal form only")]


def test_a_name_of_two_designations_is_left_open() -> None:
    page = read("[WEAPON Shahed-136] and [WEAPON Shahed-131]: the [WEAPON Shahed-136/131]")
    assert left(page) == [("Shahed-136/131", {"Shahed-136", "Shahed-131"}, "it names two designations at once")]


@pytest.mark.parametrize(
    "text",
    [
        "the [ORG Baltic Arms Board] ([ORG BAB]) said",
        "the [ORG Baltic Arms Board] (BAB) said",
        "the [ORG BAB] ([ORG Baltic Arms Board]) said",
        "the [ORG BAB], or [ORG Baltic Arms Board], said",
        "the [ORG Baltic Arms Board], or BAB, said",
        "the [ORG Baltic Arms Board] said; the [ORG BAB] denied",
    ],
)
def test_acronyms_where_a_document_introduces_them(text: str) -> None:
    assert list(entities(read(text, "the [ORG BAB] closed"))) == ["Baltic Arms Board"]


@pytest.mark.parametrize(
    "text",
    [
        "[ORG Baltic Arms Board] ([GPE UK]) and [GPE UK] said",
        "[ORG Baltic Arms Board] ([ORG AFP]) and [ORG AFP] said",
        "[PER Ola Arild Berg] ([ORG BAB]) and [ORG BAB] said",
    ],
)
def test_what_stands_in_brackets_and_is_no_acronym(text: str) -> None:
    assert joined(read(text)) == []


def test_an_acronym_of_another_language() -> None:
    assert joined(read("the [ORG Orava People's Shield] ([ORG QRX]) said", "[ORG QRX] closed")) == [
        {"Orava People's Shield", "QRX"}
    ]


def test_acronyms_in_other_documents() -> None:
    told = read("the [ORG Baltic Arms Board] ([ORG BAB]) said")
    assert set(entities(told, read("the [ORG BAB] closed"))) == {"Baltic Arms Board"}


def test_an_acronym_with_two_meanings_is_left_open() -> None:
    pages = (
        read("the [ORG Baltic Arms Board] ([ORG BAB]) said"),
        read("the [ORG Bergen Airport Bus] ([ORG BAB]) left"),
        read("the [ORG BAB] closed"),
    )
    candidates = {"Baltic Arms Board", "Bergen Airport Bus"}
    assert left(*pages) == [("BAB", candidates, "acronym of several names of the collection")]
    both = read("[ORG Baltic Arms Board] (BAB) and [ORG Bergen Airport Bus] (BAB) met.", "[ORG BAB] won.")
    assert left(both) == [("BAB", candidates, "the document introduces BAB for each of these")]


def test_a_documents_own_acronym_goes_before_the_lexicons() -> None:
    page = read("the [ORG Riga Security Forum] ([ORG RSF]) met", "the [ORG RSF] closed")
    assert list(entities(page)) == ["Riga Security Forum"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ORG Baltic Observatory for Ships] and the [ORG Baltic Observatory]", {"Baltic Observatory for Ships"}),
        ("[ORG Orava Bank] and [ORG Orava]", {"Orava Bank"}),
        ("the [ORG Norwegian Fjord Board] and the [ORG Fjord Board]", {"Norwegian Fjord Board"}),
        ("[ORG Orava Aerospace] and [ORG Orava]", {"Orava Aerospace", "Orava"}),
        ("[ORG Army of Orava] and the [ORG Army]", {"Army of Orava", "Army"}),
        ("[ORG Norway Orava Works] and [ORG Orava]", {"Norway Orava Works", "Orava"}),
    ],
)
def test_short_forms(text: str, expected: set[str]) -> None:
    assert set(entities(read(text))) == expected


def test_a_short_form_of_two_names_is_left_open() -> None:
    page = read("[ORG Skerry Fjord Bank] and [ORG Skerry Fjord Board] met; [ORG Skerry Fjord] paid")
    assert left(page) == [
        ("Skerry Fjord", {"Skerry Fjord Bank", "Skerry Fjord Board"}, "short form of several names of the document")
    ]


def test_plain_names_are_other_bodies_in_other_documents() -> None:
    found, _, _ = group([read("the [ORG Ministry] said"), read("the [ORG Ministry] denied")], ())
    assert len(found) == 2


def test_what_the_lexicon_knows() -> None:
    page = read(
        "[ORG Kremlin], [ORG Daesh], [PER Hizballah], [WEAPON Houthi], [NORP Norwegians], [GPE OSLO] and [GPE oslo]"
    )
    assert set(entities(page)) == {"Kremlin", "Islamic State", "Hezbollah", "Houthis", "Norway"}


LOST = "The council met again and told reporters of nothing new. " * 9


def test_possessives_that_lost_their_apostrophes() -> None:
    page = read(LOST, "[PER Ola Lund] came. [PER Lunds] men left [GPE Norways] [GPE Orava]. [GPE Oravas] mayor stayed.")
    assert {name: len(e.mentions) for name, e in entities(page).items()} == {"Ola Lund": 2, "Norway": 1, "Orava": 2}
    kept = read(LOST, "It's late.", "[GPE Orava] and [GPE Oravas] are two towns.")
    assert set(entities(kept)) == {"Orava", "Oravas"}


def test_a_mention_that_is_mistyped_once() -> None:
    page = read(*["the [ORG Orava] sold"] * 4, "the [VEHICLE Orava] sold")
    [orava] = entities(page).values()
    assert (orava.type, len(orava.mentions)) == ("ORG", 5)
