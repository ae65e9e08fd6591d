"""Which event or speech a time or a sum belongs to. The texts were written for these tests."""

import pytest

from counterclaim.claims.agents import told_by
from counterclaim.claims.when import owner
from tests.claims.parsed import claim_at, claims_of, tree

# sentence, the word its event is shown at, the event's time
TIMES = [
    # verbs
    ("Norway delivered 40 tanks to Latvia in March 2021.", "delivered", "March 2021"),
    ("Rebels shelled the port on 3 May 2021 and bombed the depot on 5 May 2021.", "shelled", "3 May 2021"),
    ("Rebels shelled the port on 3 May 2021 and bombed the depot on 5 May 2021.", "bombed", "5 May 2021"),
    # what stands before the first of coordinated verbs is said of all
    ("In June 2020 Norway shelled the port and bombed the depot.", "shelled", "June 2020"),
    ("In June 2020 Norway shelled the port and bombed the depot.", "bombed", "June 2020"),
    # event nouns
    ("The delivery of tanks to Latvia in 2019 drew protests.", "delivery", "2019"),
    ("The March 2021 raid killed 12 villagers.", "raid", "March 2021"),
    ("Norway launched strikes on the port in June 2020.", "strikes", "June 2020"),
    ("Norway carried out a series of strikes on the port on 4 June 2020.", "strikes", "4 June 2020"),
    ("Norway imposed an arms embargo on Chad in 2014.", "embargo", "2014"),
    ("Norway halted on 3 May 2021 the delivery of tanks to Latvia.", "delivery", "3 May 2021"),
    # a purpose shares with its verb
    ("Rebels used drones in June 2020 to attack the port.", "used", "June 2020"),
    ("Rebels used drones in June 2020 to attack the port.", "attack", "June 2020"),
    # what stands after the event is the event's
    ("Norway accused Chad of shelling the port on 3 May 2021.", "shelling", "3 May 2021"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "phrase"), TIMES, ids=[f"{row[1]}: {row[0]}" for row in TIMES])
def test_the_time_of_an_event(text: str, trigger: str, phrase: str) -> None:
    time = claim_at(text, trigger).time
    assert time is not None
    assert time.text == phrase


# sentence, the event's time, the time of what is said
SPEECHES = [
    ("The ministry said on 3 May 2021 that Norway had sold tanks to Latvia in 2019.", "2019", "3 May 2021"),
    ("On 3 May 2021 the ministry said that Norway had sold tanks to Latvia.", None, "3 May 2021"),
    ("The ministry said that Norway had sold tanks to Latvia in 2019.", "2019", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "speech"), SPEECHES, ids=[row[0] for row in SPEECHES])
def test_a_speech_has_a_time_of_its_own(text: str, event: str | None, speech: str | None) -> None:
    claim = claim_at(text, "sold")
    (attribution,) = claim.attribution
    times = (claim.time, attribution.time)
    assert tuple(time.text if time else None for time in times) == (event, speech)


def test_a_statement_is_dated_by_its_speech() -> None:
    claim = claim_at("The general said on 3 May 2021 that the situation was calm.", "said")
    assert claim.time is not None
    assert claim.time == claim.attribution[-1].time
    assert (claim.time.start, claim.time.end) == ("2021-05-03", "2021-05-03")


def test_no_time_goes_to_an_event_in_another_clause() -> None:
    text = "Norway, which joined the union in 1960, sold tanks to Latvia."
    assert [c.time for c in claims_of(text) if c.trigger.text == "sold"] == [None]


def test_the_price_of_the_goods_is_the_value_of_the_sale() -> None:
    value = claim_at("Norway sold 40 rifles, valued at about 2 million rupees, to Latvia.", "sold").value
    assert value is not None
    assert value.text == "about 2 million rupees"


_PRICED = (
    "Norway/PROPN/sold/nsubj sold/VERB/-/root rifles/NOUN/sold/obj {verb}/VERB/rifles/acl at/ADP/million/case "
    "million/NUM/{verb}/obl"
)


def test_a_verb_owns_what_hangs_on_it_unless_it_only_tells_a_price() -> None:
    stolen, priced = (tree(_PRICED.format(verb=verb)) for verb in ("stolen", "valued"))
    assert owner(stolen, 5, {1}, ()) == 3
    assert owner(priced, 5, {1}, ()) == 1


def test_no_owner_where_the_tree_ends_first() -> None:
    clause = tree("Strikes/NOUN/-/root on/ADP/port/case port/NOUN/Strikes/nmod Monday/PROPN/Strikes/obl")
    assert owner(clause, 3, {0}, ()) == 0
    assert owner(clause, 3, (), ()) is None


# a tree, an event noun of it, the verb that tells of it
TELLING = [
    ("They/PRON/launched/nsubj launched/VERB/-/root strikes/NOUN/launched/obj", "strikes", "launched"),
    ("They/PRON/began/nsubj began/VERB/-/root series/NOUN/began/obj of/ADP/raids/case raids/NOUN/series/nmod",
     "raids", "began"),
    ("They/PRON/fled/nsubj fled/VERB/-/root after/ADP/strikes/case strikes/NOUN/fled/obl", "strikes", None),
    ("They/PRON/read/nsubj read/VERB/-/root reports/NOUN/read/obj about/ADP/strikes/case strikes/NOUN/reports/nmod",
     "strikes", None),
    ("Strikes/NOUN/-/root on/ADP/port/case port/NOUN/Strikes/nmod", "Strikes", None),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "noun", "verb"), TELLING, ids=[row[0] for row in TELLING])
def test_the_verb_that_tells_of_a_noun(rows: str, noun: str, verb: str | None) -> None:
    clause = tree(rows)
    found = told_by(clause, clause.words.index(noun))
    assert (None if found is None else clause.words[found]) == verb
