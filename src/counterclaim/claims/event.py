"""One event of a sentence, while it is read."""

from dataclasses import dataclass, field

from counterclaim.lexicon.tables import Trigger


@dataclass(slots=True)
class Event:
    """One event found in a sentence; fillers are head words, several where they are coordinated."""

    trigger: int
    entry: Trigger
    roles: dict[str, list[int]] = field(default_factory=dict)
    stage: str = ""
    governor: int | None = None  # the word above it that changed its stage
    sure: bool = False  # all that the entry requires is known to be of its kind
    shown: int | None = None  # the word that stands for it in the ledger, where that is not the trigger
