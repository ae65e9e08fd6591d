"""How far a source commits itself to an event. The texts were written for these tests."""

import pytest

from tests.claims.parsed import claim_at, claims_of

# sentence, trigger, factuality, stage
MARKS = [
    # hedges
    ("Norway perhaps sold tanks to Latvia.", "sold", "PS+", "sale"),
    ("Norway seems to have sold tanks to Latvia.", "sold", "PR+", "sale"),
    ("Norway reportedly did not sell tanks to Latvia.", "sell", "PR-", "sale"),
    ("Norway is unlikely to sell tanks to Latvia.", "sell", "PR-", "sale"),
    ("It is possible that Norway sold tanks to Latvia.", "sold", "PS+", "sale"),
    ("The tanks that Norway is said to have sold to Latvia are old.", "sold", "PR+", "sale"),
    ("The alleged sale of tanks to Latvia by Norway drew protests.", "sale", "PR+", "sale"),
    ("Norway believes that Chad sold tanks to Latvia.", "sold", "PR+", "sale"),
    # negation
    ("Norway did not deliver the tanks to Latvia.", "deliver", "CT-", "delivery"),
    ("Norway failed to deliver tanks to Latvia.", "deliver", "CT-", "delivery"),
    ("Neither Norway nor Chad sold tanks to Latvia.", "sold", "CT-", "sale"),
    # negation by an argument
    ("Norway sold no tanks to Latvia.", "sold", "CT-", "sale"),
    ("Norway sells tanks to neither side.", "sells", "CT-", "sale"),
    ("Nobody sold tanks to Latvia.", "sold", "CT-", "sale"),
    ("No civilian was killed by the rebels.", "killed", "CT-", "death"),
    ("Norway sold tanks to Latvia. Chad supplied nothing to Latvia.", "supplied", "CT-", "delivery"),
    # what is not stopped goes on
    ("Sanctions have not stopped Latvia from building drones.", "building", "CT+", "manufacture"),
    ("The embargo did not prevent Norway from selling tanks to Latvia.", "selling", "CT+", "sale"),
    ("Norway has not stopped selling tanks to Latvia.", "selling", "CT-", "halt"),
    # conditions and questions
    ("If Norway sells tanks to Latvia, Chad will protest.", "sells", "Uu", "sale"),
    ("Norway asked whether Chad had sold tanks to Latvia.", "sold", "Uu", "request"),
    # who did it is not told
    ("It is not clear who shelled the port.", "shelled", "Uu", "attack"),
    ("The army did not say who had shelled the port.", "shelled", "Uu", "attack"),
    ("Few men know how to handle and fire the rockets.", "fire", "Uu", "use"),
    ("The army did not deny that it had shelled the port.", "shelled", "Uu", "attack"),
    ("The army did not confirm that it had shelled the port.", "shelled", "Uu", "attack"),
    # what one is accused of, what one is on the way to, what one did not do
    ("The army has been accused of shelling the port.", "shelling", "PR+", "attack"),
    ("Many foreigners are travelling to fight the government.", "fight", "Uu", "attack"),
    ("The rebels attacked the port rather than fighting the army.", "fighting", "CT-", "attack"),
    # plans
    ("Norway will deliver 40 tanks to Latvia.", "deliver", "CT+", "plan"),
    ("Norway is to deliver 40 tanks to Latvia.", "deliver", "CT+", "plan"),
    ("The tanks are to be delivered to Latvia in 2025.", "delivered", "CT+", "plan"),
    ("Norway plans to sell 40 tanks to Latvia.", "sell", "CT+", "plan"),
    ("Norway is expected to deliver tanks to Latvia.", "deliver", "CT+", "plan"),
    # … of headlines, whose tree hangs on the name or on the verb
    ("Norway to deliver tanks to Latvia", "deliver", "CT+", "plan"),
    ("Germany to supply jets to Chad, minister says", "supply", "CT+", "plan"),
    ("Army to buy 40 tanks from Norway", "buy", "CT+", "plan"),
    ("Tanks to be delivered to Latvia in May", "delivered", "CT+", "plan"),
    ("EU to widen sanctions on drone makers", "sanctions", "CT+", "threaten"),
    ("US to sanction Latvian banks", "sanction", "CT+", "threaten"),
    ("EU to lift sanctions on Latvia", "sanctions", "Uu", "lift"),
    ("Norway first to deliver tanks to Latvia", "deliver", "CT+", "delivery"),
    ("He was the first Norwegian to attack Latvia.", "attack", "CT+", "attack"),
    ("Norway helped Chad to deliver tanks to Latvia.", "deliver", "CT+", "delivery"),
    # … of frames that have a stage for threats
    ("Norway threatened to impose sanctions on Latvia.", "sanctions", "CT+", "threaten"),
    ("The EU will impose sanctions on nine generals.", "sanctions", "CT+", "threaten"),
    ("Norway threatened to carry out strikes on Riga.", "strikes", "CT+", "threaten"),
    # … a decision is the deed
    ("The EU agreed to impose sanctions on nine generals.", "sanctions", "CT+", "impose"),
    ("The EU voted to lift sanctions on Latvia.", "sanctions", "CT+", "lift"),
    # … of frames, and of stages, that have none: it is left open
    ("Iran threatened to execute three protesters.", "execute", "Uu", "execution"),
    ("The police plan to arrest the minister.", "arrest", "Uu", "arrest"),
    ("Norway plans to lift sanctions on Latvia.", "sanctions", "Uu", "lift"),
    ("The ministry threatened to halt deliveries of missiles to Kuwait.", "deliveries", "Uu", "halt"),
    ("The council pledged to impose an arms embargo on Sudan.", "embargo", "Uu", "impose"),
    ("Norway will not lift its sanctions on Latvia.", "sanctions", "CT-", "lift"),
    # … what is tried is no threat
    ("The rebels tried to attack the base.", "attack", "Uu", "attack"),
    # … what is planned is done to the event, which has taken place
    ("The general vowed to avenge the killing of three officers.", "killing", "CT+", "death"),
    ("Norway plans to condemn the strikes on Riga by Latvia.", "strikes", "CT+", "attack"),
    ("The UN will investigate the attack on Riga.", "attack", "CT+", "attack"),
    # a refusal says how far it has come, not that it is not so
    ("Norway refused to sell tanks to Latvia.", "sell", "CT+", "halt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "factuality", "stage"), MARKS, ids=[row[0] for row in MARKS])
def test_marks(text: str, trigger: str, factuality: str, stage: str) -> None:
    claim = claim_at(text, trigger)
    assert (claim.factuality, claim.stage) == (factuality, stage)


def test_what_a_relative_clause_tells_is_not_negated_with_its_noun() -> None:
    text = "Norway, which sold tanks to Latvia, did not deliver jets to Chad."
    assert (claim_at(text, "sold").factuality, claim_at(text, "deliver").factuality) == ("CT+", "CT-")


def test_a_condition_leaves_what_stands_outside_of_it() -> None:
    text = "Norway sold tanks to Latvia and will protest if Chad sells jets to Mali."
    assert (claim_at(text, "sold").factuality, claim_at(text, "sells").factuality) == ("CT+", "Uu")


# sentence, trigger, who denies
DENIED = [
    ("The minister denied that Norway had sold tanks to Latvia.", "sold", "minister"),
    ("Norway denied the sale of tanks to Latvia.", "sale", "Norway"),
    ("Qatar rejected reports that it had bought tanks from Latvia.", "bought", "Qatar"),
    ("Chad denied reports that Norway had sold tanks to Latvia.", "sold", "Chad"),
    ("Norway's denial that it had sold tanks to Latvia came late.", "sold", "Norway"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "source"), DENIED, ids=[row[0] for row in DENIED])
def test_a_denied_event_is_not_so_for_who_denies_it(text: str, trigger: str, source: str) -> None:
    claim = claim_at(text, trigger)
    named = claim.attribution[-1].source
    assert named is not None
    assert (named.text, claim.factuality) == (source, "CT-")


# sentence, trigger, who accuses, who denies
ACCUSED = [
    ("Chad rejected Norway's accusation that it had sold tanks to Latvia.", "sold", "Norway", "Chad"),
    ("Norway denied the accusation by Chad that it had sold tanks to Latvia.", "sold", "Chad", "Norway"),
    ("Chad denied claims by Norway that it had shelled the port.", "shelled", "Norway", "Chad"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "accuser", "denier"), ACCUSED, ids=[row[0] for row in ACCUSED])
def test_a_denied_accusation_is_two_claims(text: str, trigger: str, accuser: str, denier: str) -> None:
    sources = {}
    for claim in claims_of(text):
        if claim.trigger.text == trigger:
            named = claim.attribution[-1].source
            assert named is not None
            sources[named.text] = claim.factuality
    assert sources == {accuser: "CT+", denier: "CT-"}
