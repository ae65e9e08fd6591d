"""What documents say of themselves that bears on their origin: the day, the agencies that they credit."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import PurePath

from counterclaim.lexicon.outlets import agencies, outlets
from counterclaim.records import Document, Story

_UNNAMED = "agencies"  # a credit that names nobody
_CONTENT = re.compile(r"[^\W_]{4,}")  # the words of a title that tell what it is about


def day_of(document: Document) -> int | None:
    """The day of publication as a number; None where there is none, or none that can be read."""
    return iso_day(document.published)


def iso_day(text: str | None) -> int | None:
    """An ISO date as a number of days; None where it is none."""
    try:
        return date.fromisoformat((text or "")[:10]).toordinal()
    except ValueError:
        return None


def credited(document: Document) -> frozenset[str]:
    """The agencies whose text a document may be: those it credits, under their full names, and itself if it is one."""
    outlet = agencies().get(document.outlet or "")
    named = (_full_name(name) for name in document.credits if name != _UNNAMED)
    return frozenset(named) | ({outlet.name} if outlet else set())


def spoken_to(document: Document) -> frozenset[str]:
    """The agencies that a document credits or names in its text ("told AFP", "an AFP correspondent"): full names."""
    return credited(document) | {agencies()[name].name for name in set(_agency_names().findall(document.text))}


@cache
def _agency_names() -> re.Pattern[str]:
    """Any agency's name as it is written, the longer first."""
    names = sorted(agencies(), key=lambda name: (-len(name), name))
    first = "".join(sorted({re.escape(name[0]) for name in names}))  # few words begin so: the others are passed over
    return re.compile(rf"\b(?=[{first}])(?:" + "|".join(map(re.escape, names)) + r")\b")


def _full_name(name: str) -> str:
    known = outlets().get(name)
    return known.name if known else name


def own_name(document: Document) -> str:
    """What to call a document that stands for itself: its outlet, its title or its file."""
    return document.outlet or document.title or PurePath(document.path).name or document.id


def agency_of(documents: Iterable[Document]) -> str | None:
    """The agency that documents of one origin come from, if they show it: one that all who credit any have in common.

    It is named as they name it: the name that most of them use, of equals the first in the alphabet.
    """
    crediting = [d for d in documents if credited(d)]
    common = frozenset.intersection(*(credited(d) for d in crediting)) if crediting else frozenset()
    if len(common) != 1:
        return None
    (agency,) = common
    forms = [name for d in crediting for name in d.credits if _full_name(name) == agency]
    return min(forms, key=lambda form: (-forms.count(form), form)) if forms else agency


def stories_of(stories: Sequence[Story]) -> dict[str, str]:
    """The story of each document, by ids."""
    return {document: story.id for story in stories for document in story.documents}


def alike(one: Document, other: Document) -> float:
    """The part of the words of one title that stand in the other, of the one with fewer; 0 where there is none."""
    first, second = (set(_CONTENT.findall((d.title or "").casefold())) for d in (one, other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0
