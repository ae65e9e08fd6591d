from counterclaim.records import EntryKind, NameQuality, RegisterEntry
from counterclaim.registers.formats.draft import LONGEST_NAME, LONGEST_REMARK, Draft, finished
from tests.registers.formats.lists import names


def person(id_: str = "1", *spellings: str) -> Draft:
    draft = Draft(id_, EntryKind.PERSON)
    for spelling in spellings:
        draft.name(spelling)
    return draft


def finish(*drafts: Draft) -> tuple[list[RegisterEntry], list[str]]:
    entries, problems = finished(drafts, "test")
    return list(entries), problems


def test_a_name_that_comes_twice_is_kept_once_with_its_better_quality() -> None:
    draft = person()
    draft.name("Anton  Berg", NameQuality.WEAK)
    draft.name("Toni", NameQuality.WEAK)
    draft.person("Anton", "Berg", NameQuality.PRIMARY)
    entry = finish(draft)[0][0]
    assert names(entry) == ["Anton Berg", "~ Toni"]
    assert entry.names[0].parts == (("given", "Anton"), ("family", "Berg"))


def test_one_part_alone_has_no_role() -> None:
    draft = person()
    draft.person("", "Berg")
    assert finish(draft)[0][0].names[0].parts == ()


def test_an_entry_without_a_name_is_a_problem_and_the_rest_goes_on() -> None:
    entries, problems = finish(person("1"), person("2", "—"), person("3", "Cid"))
    assert [entry.id for entry in entries] == ["3"]
    assert problems == ["entry 1: no name", "entry 2: no name"]


def test_a_second_entry_of_one_id_is_kept_and_named() -> None:
    entries, problems = finish(person("7", "Ann"), person("7", "Ben"), person("7", "Cid"))
    assert [(entry.id, entry.names[0].text) for entry in entries] == [("7", "Ann"), ("7#2", "Ben"), ("7#3", "Cid")]
    assert problems[0] == "entry 7: a second entry has this id; it is kept as 7#2"


def test_names_and_remarks_have_bounds() -> None:
    draft = person("1", "Ann", "x" * (LONGEST_NAME + 1))
    draft.remarks.append("y" * 10 * LONGEST_REMARK)
    entries, problems = finish(draft, person("2", "z" * 10_000))
    assert names(entries[0]) == ["= Ann"]
    assert len(entries[0].remarks) == LONGEST_REMARK
    assert problems == [
        "entry 1: 1 names of over 1,000 characters left out",
        "entry 2: a name of over 1,000 characters",
    ]


def test_countries_of_residence_count_where_no_nationality_is_given() -> None:
    one, other = person("1", "Ann"), person("2", "Ben")
    one.nationalities.append("Iran (Islamic Republic of)")
    for draft in (one, other):
        draft.places += ["Korea, North", "nowhere", "Korea, North"]
    assert [entry.countries for entry in finish(one, other)[0]] == [("IR",), ("KP",)]
