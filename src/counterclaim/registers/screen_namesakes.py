"""Namesakes on one list: where a name hits two people, the name that fits worse is another person's.

A list may hold one person twice; two entries are held to be of two people where their dates of birth or their
patronymics tell so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from counterclaim.records import EntryKind, RegisterEntry, ScreeningHit, Verdict
from counterclaim.registers.names import parse_name
from counterclaim.registers.screen_fit import patronymic_stem
from counterclaim.registers.screen_rules import held_back

__all__ = ["told_apart"]

_SLACK = 1  # years by which two records of one birth may differ
_SAME_STEM = 0.5  # likeness of two spellings of one patronymic without its ending: "Ryhor-" and "Grigor-"
_AS_GOOD = 0.01  # scores this close say nothing about which of two people is meant


def told_apart(
    hits: Iterable[ScreeningHit], entries: Mapping[tuple[str, str], RegisterEntry]
) -> tuple[ScreeningHit, ...]:
    """The hits, with those of people held back to possible whose list has another person whom the name fits as well.

    ``entries`` has the entry of each hit by its list version and id.
    """
    found = tuple(hits)
    by_list: dict[str, list[ScreeningHit]] = defaultdict(list)
    for hit in found:
        if hit.verdict is Verdict.HIT and hit.kind is EntryKind.PERSON:
            by_list[hit.list_version].append(hit)
    reasons = {
        (hit.list_version, hit.entry): reason
        for several in by_list.values()
        if len(several) > 1
        for hit in several
        if (reason := _namesake(hit, several, entries)) is not None
    }
    return tuple(
        held_back(hit, "a namesake", reasons[key]) if (key := (hit.list_version, hit.entry)) in reasons else hit
        for hit in found
    )


def _namesake(
    hit: ScreeningHit, several: Iterable[ScreeningHit], entries: Mapping[tuple[str, str], RegisterEntry]
) -> str | None:
    """Why a hit may be another person's: an entry of the list that fits as well or better, and is somebody else's."""
    own = entries[hit.list_version, hit.entry]
    for other in several:
        if other.entry == hit.entry or other.score < hit.score - _AS_GOOD:
            continue
        if _two_people(own, entries[other.list_version, other.entry]):
            fits = "fits better" if other.score > hit.score + _AS_GOOD else "fits as well"
            return f"{other.entry} of the same list, somebody else, {fits}"
    return None


def _two_people(one: RegisterEntry, other: RegisterEntry) -> bool:
    years = [{int(day[:4]) for day in entry.born if day[:4].isdigit()} for entry in (one, other)]
    if all(years):
        return min(abs(a - b) for a in years[0] for b in years[1]) > _SLACK
    stems = [_patronymics(entry) for entry in (one, other)]
    return all(stems) and all(OSA.normalized_similarity(a, b) < _SAME_STEM for a in stems[0] for b in stems[1])


def _patronymics(entry: RegisterEntry) -> frozenset[str]:
    """The stems of the patronymics in an entry's names."""
    stems = (patronymic_stem(token) for name in entry.names for token in parse_name(name.text, entry.kind).units)
    return frozenset(stem for stem in stems if stem)
