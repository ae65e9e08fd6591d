"""Summaries: plain sentences, no source, no figures."""

import pytest

from counterclaim.alignment.align import align
from counterclaim.records import Claim
from tests.alignment.told import figure, ledger, said


@pytest.mark.parametrize(
    ("claim", "summary"),
    [
        (said("a", "transfer/order", by="Ada Brun", recipient="Norland", supplier="Orava", item="some 40 drones"),
         "Norland ordered drones from Orava"),
        (said("a", "transfer/delivery", supplier="Orava", recipient="Norland", item="their rifles"),
         "Orava supplied Norland with rifles"),
        (said("a", "transfer/sale", item="the tanks", quantity=figure(3)), "Tanks were sold"),
        (said("a", "embargo/lift", imposer="UN", target="Orava"), "The United Nations lifted an arms embargo on Orava"),
        (said("a", "attack/use", attacker="Norland", weapon="drones", place="Lumen"), "Norland used drones in Lumen"),
        (said("a", "attack/attack", rule="besiege.01", attacker="rebels", target="the old fort"),
         "Rebels besieged old fort"),
        (said("a", "coercion/arrest", person="14 fishermen", place="Kessel"), "Fishermen were held in Kessel"),
        (said("a", "coercion/death", person="Ada Brun"), "Ada Brun was killed"),
        (said("a", "cooperation/meet", party="Norland + Orava"), "Norland and Orava met"),
        (said("a", "sanction/impose", imposer="Norland", target="nine individuals"), "Norland sanctioned individuals"),
        (said("a", "transfer/sale"), "A transfer of arms"),
    ],
)  # fmt: skip
def test_a_summary(claim: Claim, summary: str) -> None:
    (found,) = align(ledger(claim))
    assert found.summary == summary
