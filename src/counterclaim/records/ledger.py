"""The ledger: all that a run over documents found."""

from dataclasses import dataclass

from counterclaim.records.claims import EXTRACTOR, Claim, Entity
from counterclaim.records.collection import Lineage, Proposition, Story, Unresolved, Utterance
from counterclaim.records.documents import Document
from counterclaim.records.registers import RegimeFinding, RegisterCheck, RegisterVersion, ScreeningHit


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not read, and why."""

    path: str
    reason: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a run over documents found.

    ``stories`` and ``lineages`` each hold every document once; ``propositions`` hold every claim once that is the
    documents' own (related headlines are kept apart). ``hits`` and ``register_checks`` were made against the lists of
    ``registers``; ``regimes`` need none. ``extractor`` is the version of the rules and the model that found all this.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    refused: tuple[Refusal, ...] = ()
    stories: tuple[Story, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    registers: tuple[RegisterVersion, ...] = ()
    hits: tuple[ScreeningHit, ...] = ()
    register_checks: tuple[RegisterCheck, ...] = ()
    regimes: tuple[RegimeFinding, ...] = ()
    extractor: str = EXTRACTOR
