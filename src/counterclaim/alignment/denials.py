"""What a denial denies that does not name it: "denied those accusations", "rejected the claims".

It denies the nearest claim told before it in the same document (a caption is told apart) that somebody else makes and
in which the denier plays a part. A denier who is nobody known, or plays no part in anything told before, denies nothing
that could be named.
"""

from collections.abc import Mapping

from counterclaim.alignment.profiles import NEGATIVE
from counterclaim.alignment.tables import rules
from counterclaim.alignment.things import Naming
from counterclaim.alignment.words import bases
from counterclaim.records import Claim, Factuality, Stance

_FARTHEST = 1500  # characters between a denial and what it takes up
_SHORT = 6  # words: a longer content says for itself what is denied
_MADE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})


def takes_up(claim: Claim) -> bool:
    """Whether a claim is a denial that names no event of its own."""
    if claim.frame != "statement" or claim.stage != Stance.DENY.value:
        return False
    words = bases(claim.evidence.text)
    return words[:2] == ["doing", "so"] or (len(words) <= _SHORT and bool(rules().accusations & set(words)))


def denied(claims: Mapping[str, Claim], naming: Naming) -> dict[str, str]:
    """For each denial that takes one up the claim that it denies, both by id."""
    found: dict[str, str] = {}
    for own in _by_document(claims).values():
        denials = [key for key in own if takes_up(claims[key])]
        if not denials:
            continue
        own.sort(key=lambda key: (claims[key].trigger.span.start, key))
        events = [key for key in own if claims[key].frame != "statement" and claims[key].factuality in _MADE]
        told = {key: (claims[key], _parts(claims[key], naming)) for key in events}
        for denial in denials:
            accused = _accused(claims[denial], told, naming)
            if accused is not None:
                found[denial] = accused
    return found


def _by_document(claims: Mapping[str, Claim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, claim in claims.items():
        found.setdefault(claim.document, []).append(key)
    return found


def _accused(denial: Claim, told: Mapping[str, tuple[Claim, frozenset[str]]], naming: Naming) -> str | None:
    source = denial.attribution[-1].source if denial.attribution else None
    denier = naming.speaker(source, denial.document)
    at = denial.trigger.span.start
    for key, (event, parts) in reversed(list(told.items())):
        start = event.trigger.span.start
        near = start < at and at - start <= _FARTHEST and event.section is denial.section
        if near and denier is not None and denier in parts and _speaker(event, naming) != denier:
            return key
    return None


def _speaker(claim: Claim, naming: Naming) -> str | None:
    return naming.speaker(claim.attribution[-1].source, claim.document) if claim.attribution else None


def _parts(claim: Claim, naming: Naming) -> frozenset[str]:
    """Everybody who plays a part in an event, those included whose goods are named."""
    fillers = (filler for held in claim.roles.values() for filler in held)
    return frozenset().union(*map(naming.named_in, fillers))


def denies(claim: Claim, *, reference_denied: bool) -> bool:
    """Whether a claim denies its proposition; ``reference_denied``: the proposition itself is worded as a denial."""
    if claim.frame == "statement":
        return claim.stage == Stance.DENY.value or (claim.factuality in NEGATIVE and not reference_denied)
    return claim.factuality in NEGATIVE
