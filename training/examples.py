"""What a training sentence says, whichever corpus it comes from.

Whatever a corpus does not say is None and costs no loss.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.sentences_io import TYPES, Annotated, Frame

# Tags of names: 0 is outside; then B and I for each type, in the order of TYPES.
TAGS = ("O", *(f"{edge}-{kind}" for kind in TYPES for edge in "BI"))
ANY_TAG = (1 << len(TAGS)) - 1
OUTSIDE = 1


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence.

    ``heads`` count words from 1, 0 is the root. ``names`` holds for each word the set of tags that its corpus
    allows, as a bit mask over TAGS: a corpus that knows only LOC allows GPE, LOC and FAC there, and one
    that marks no weapons allows "outside" or any weapon tag elsewhere. ``frames_complete`` tells whether a
    word without a frame is known to be no predicate.
    """

    corpus: str
    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    frames: tuple[Frame, ...] | None = None
    frames_complete: bool = True
    names: tuple[int, ...] | None = None


def begin(kinds: Iterable[str]) -> int:
    """The mask of B tags of the given types."""
    return sum(1 << (1 + 2 * TYPES.index(k)) for k in kinds)


def inside(kinds: Iterable[str]) -> int:
    """The mask of I tags of the given types."""
    return sum(1 << (2 + 2 * TYPES.index(k)) for k in kinds)


def unmarked(kinds: Iterable[str]) -> int:
    """The mask of a word outside every marked name, in a corpus that does not mark ``kinds``."""
    kinds = tuple(kinds)
    return OUTSIDE | begin(kinds) | inside(kinds)


def mask_names(length: int, spans: Sequence[tuple[Sequence[str], int, int]], elsewhere: int) -> list[int]:
    """Masks for a sentence of ``length`` words with names (possible types, first word, end word)."""
    masks = [elsewhere] * length
    for kinds, first, end in spans:
        for i in range(first, end):
            masks[i] = begin(kinds) if i == first else inside(kinds)
    return masks


def from_annotated(sentence: Annotated) -> Example:
    """An example of the project's own annotated sentence: names are exhaustive, roles where they are written."""
    spans = [((kind,), first, end) for kind, first, end in sentence.names]
    return Example(
        "own",
        tuple(sentence.tokens),
        frames=sentence.frames or None,
        frames_complete=False,
        names=tuple(mask_names(len(sentence.words), spans, OUTSIDE)),
    )
