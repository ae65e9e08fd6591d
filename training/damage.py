"""Sentences as careless archives keep them: without commas, and with apostrophes lost ("Syrias army").

Many collections of news have lost these marks on their way. A model that has seen only tidy text then takes the subject
of a final "the group said" for an object, and "Syrias" for a verb.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from training.examples import Example
from training.sentences_io import Frame

_APOSTROPHES = "'’"
T = TypeVar("T")


def without_marks(example: Example) -> Example | None:
    """The sentence without its commas and apostrophes, or None where it has none to lose.

    A possessive "'s" joins the word before it; a comma that governs a word stays.
    """
    governors = set(example.heads or ())
    place: list[int] = []  # the new index of each old word; of a dropped one, that of the word before it
    kept: list[int] = []
    words: list[str] = []
    for i, word in enumerate(example.words):
        loose = i + 1 not in governors and i > 0
        if loose and word == ",":
            place.append(len(kept) - 1)
        elif loose and word[0] in _APOSTROPHES and word[1:].lower() in {"s", ""}:
            words[-1] += word[1:]
            place.append(len(kept) - 1)
        else:
            place.append(len(kept))
            kept.append(i)
            words.append("".join(c for c in word if c not in _APOSTROPHES) or word)
    if words == list(example.words):
        return None
    return replace(
        example,
        words=tuple(words),
        upos=_chosen(example.upos, kept),
        xpos=_chosen(example.xpos, kept),
        deprels=_chosen(example.deprels, kept),
        heads=None if example.heads is None else tuple(_head(example.heads[i], place) for i in kept),
        frames=None if example.frames is None else tuple(_moved(f, place) for f in example.frames),
        names=_chosen(example.names, kept),
    )


def _chosen(values: Sequence[T] | None, kept: Sequence[int]) -> tuple[T, ...] | None:
    return None if values is None else tuple(values[i] for i in kept)


def _head(head: int, place: Sequence[int]) -> int:
    return 0 if head == 0 else place[head - 1] + 1


def _moved(frame: Frame, place: Sequence[int]) -> Frame:
    return replace(frame, word=place[frame.word], args=tuple((role, place[word]) for role, word in frame.args))
