"""Inflection: every form of a lemma, and none that is no form of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lexicon.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("attack", "attacks attacked attacking"),
        ("seize", "seizes seized seizing"),
        ("supply", "supplies supplied supplying"),
        ("deploy", "deploys deployed deploying"),
        ("push", "pushes pushed pushing"),
        ("pass", "passes passed passing"),
        ("fix", "fixes fixed fixing"),
        ("agree", "agrees agreed agreeing"),
        ("die", "dies died dying"),
        ("eye", "eyes eyed eyeing"),
        ("argue", "argues argued arguing"),
    ],
)
def test_regular_verbs(lemma: str, others: str) -> None:
    assert verb_forms(lemma) == {lemma, *others.split()}


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("ship", "ships shipped shipping"),
        ("ban", "bans banned banning"),
        ("equip", "equips equipped equipping"),
        ("transfer", "transfers transferred transferring"),
        ("embed", "embeds embedded embedding"),
        ("abet", "abets abetted abetting"),
        ("acquit", "acquits acquitted acquitting"),
        ("bootleg", "bootlegs bootlegged bootlegging"),
        ("sidestep", "sidesteps sidestepped sidestepping"),
        ("gas", "gases gassed gassing"),
        ("offer", "offers offered offering"),
        ("develop", "develops developed developing"),
        ("target", "targets targeted targeting"),
        ("raid", "raids raided raiding"),
        ("suit", "suits suited suiting"),
        ("syphon", "syphons syphoned syphoning"),
        ("tow", "tows towed towing"),
        ("lynch", "lynches lynched lynching"),
    ],
)
def test_only_a_stressed_short_syllable_doubles_its_consonant(lemma: str, others: str) -> None:
    assert verb_forms(lemma) == {lemma, *others.split()}


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("travel", "travels traveled travelled traveling travelling"),
        ("refuel", "refuels refueled refuelled refueling refuelling"),
        ("cancel", "cancels canceled cancelled canceling cancelling"),
    ],
)
def test_british_and_american_spelling(lemma: str, others: str) -> None:
    assert verb_forms(lemma) == {lemma, *others.split()}


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("sell", "sells sold selling"),
        ("send", "sends sent sending"),
        ("strike", "strikes struck stricken striking"),
        ("shoot", "shoots shot shooting"),
        ("forbid", "forbids forbade forbidden forbidding"),
        ("begin", "begins began begun beginning"),
        ("withdraw", "withdraws withdrew withdrawn withdrawing"),
        ("withstand", "withstands withstood withstanding"),
        ("forgo", "forgoes forwent forgone forgoing"),
        ("cut", "cuts cutting"),
        ("quit", "quits quitting"),
        ("broadcast", "broadcasts broadcasting"),
        ("do", "does did done doing"),
        ("go", "goes went gone going"),
    ],
)
def test_irregular_verbs(lemma: str, others: str) -> None:
    assert verb_forms(lemma) == {lemma, *others.split()}


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("veto", "vetoes vetoed vetoing"),
        ("embargo", "embargoes embargoed embargoing"),
        ("torpedo", "torpedoes torpedoed torpedoing"),
        ("traffic", "traffics trafficked trafficking"),
    ],
)
def test_verbs_in_o_and_c(lemma: str, others: str) -> None:
    assert verb_forms(lemma) == {lemma, *others.split()}


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("re-sell", "re-sells re-sold re-selling"),
        ("air-drop", "air-drops air-dropped air-dropping"),
        ("co-produce", "co-produces co-produced co-producing"),
        ("green-light", "green-lights green-lighted green-lit green-lighting"),
    ],
)
def test_after_a_hyphen_the_verb_goes_as_it_does_alone(lemma: str, others: str) -> None:
    assert verb_forms(lemma) == {lemma, *others.split()}


def test_a_particle_is_left_to_the_caller() -> None:
    assert verb_forms("shoot down") == {"shoot", "shoots", "shot", "shooting"}


@pytest.mark.parametrize(
    ("lemma", "plurals"),
    [
        ("tank", "tanks"),
        ("army", "armies"),
        ("convoy", "convoys"),
        ("launch", "launches"),
        ("embargo", "embargoes"),
        ("cargo", "cargoes cargos"),
        ("gas", "gases"),
        ("witness", "witnesses"),
        ("bonus", "bonuses"),
        ("crisis", "crises"),
        ("wife", "wives"),
        ("person", "people persons"),
        ("man", "men"),
        ("spokeswoman", "spokeswomen"),
        ("gunman", "gunmen"),
        ("human", "humans"),
        ("forces", ""),
        ("headquarters", ""),
    ],
)
def test_nouns(lemma: str, plurals: str) -> None:
    assert noun_forms(lemma) == {lemma, *plurals.split()}


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("air force", "air forces"),
        ("arms embargo", "arms embargoes"),
        ("counter-embargo", "counter-embargoes"),
        ("chief of staff", "chiefs of staff"),
        ("commander-in-chief", "commanders-in-chief"),
        ("death in custody", "deaths in custody"),
        ("member of parliament", "members of parliament"),
    ],
)
def test_nouns_of_several_words(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == {lemma, plural}


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_any_word_has_forms_and_is_one_of_them(word: str) -> None:
    assert word in verb_forms(word)
    assert word in noun_forms(word)
    assert any(form.endswith("ing") for form in verb_forms(word))
