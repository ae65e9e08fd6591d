"""Claims of events to groups, through an inverted index: each claim is compared only with groups that share something.

A group is found under each pair of what its claims say ("the supplier is X and the item is a drone"), under each
filler with its story, and, across stories, under all its roles together. A claim looks under its own. Lists are cut to
a bound, so that cost grows linearly with claims.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.alignment.groups import Group, Match, match, nearest
from counterclaim.alignment.profiles import Profile
from counterclaim.alignment.tables import ROOT, FrameRules, goods, rules
from counterclaim.alignment.things import Thing

_LONGEST_LIST = 40  # groups kept under one key
_MOST_COMPARED = 120  # groups that one claim is compared with
_TIE = 1e-9

Key = tuple[str, ...]


def group_events(profiles: Sequence[Profile]) -> list[Group]:
    """The groups that claims of events make. ``profiles`` come in their order of alignment."""
    index: dict[Key, list[Group]] = {}
    groups: list[Group] = []
    frames = rules().frames
    for profile in profiles:
        keys = list(dict.fromkeys(_keys(profile)))
        chosen = _choose(profile, _candidates(keys, index), frames[profile.claim.frame])
        if chosen is None:
            group, why = Group(len(groups)), None
            groups.append(group)
        else:
            group, why = chosen
        group.add(profile, why)
        for key in keys:
            held = index.setdefault(key, [])
            if len(held) < _LONGEST_LIST and (not held or group not in held[-8:]):
                held.append(group)
    return groups


def _candidates(keys: Iterable[Key], index: dict[Key, list[Group]]) -> list[Group]:
    """The groups under the keys, those under the shortest lists first, each once."""
    found: dict[int, Group] = {}
    for held in sorted((index[key] for key in keys if key in index), key=len):
        for group in held:
            found.setdefault(group.number, group)
            if len(found) == _MOST_COMPARED:
                return list(found.values())
    return list(found.values())


def _choose(profile: Profile, candidates: Iterable[Group], frame: FrameRules) -> tuple[Group, Match] | None:
    """The group that fits best; of equally good ones that of the same document, the nearest. Else none: no guess."""
    fits = [(found, group) for group in candidates if (found := match(profile, group, frame)) is not None]
    if not fits:
        return None
    best = max(found.score for found, _ in fits)
    level = [
        (nearest(profile, group), group.number, found, group) for found, group in fits if best - found.score < _TIE
    ]
    distance, _, found, group = min(level, key=lambda f: f[:2])
    if len(level) > 1 and distance == 10**9:
        return None
    return group, found


def _keys(profile: Profile) -> Iterator[Key]:
    facts = list(_facts(profile))
    here = (profile.story, profile.kind)
    for one, other in combinations(facts, 2):
        yield (*here, *one, *other)
    for fact in facts:
        yield (*here, *fact)
    if profile.days is not None and len(profile.roles) > 1:
        exact = sorted(f"{role}={things[0].key}/{things[0].head}" for role, things in profile.roles.items())
        for month in sorted({profile.days.start[:7], profile.days.end[:7]}):
            yield ("across", profile.kind, month, *exact)


def _facts(profile: Profile) -> Iterator[Key]:
    """What a claim says, one fact a key; goods also as the kinds that cover them, but for "weapons"."""
    for role, things in profile.roles.items():
        for thing in things[:4]:
            for key in _names(thing):
                yield (role, key)
    quantity = profile.claim.quantity
    if quantity is not None and quantity.low is not None:
        yield ("figure", f"{quantity.low:g}")
    if profile.days is not None and profile.days.start == profile.days.end:
        yield ("day", profile.days.start)


def _names(thing: Thing) -> Iterator[str]:
    if thing.sort != "goods":
        yield f"{thing.key}/{thing.head}"
        return
    if thing.key in goods().covers:
        yield from sorted(goods().covers[thing.key] - {ROOT})
    else:
        yield thing.key
    if thing.family is not None:
        yield thing.family
