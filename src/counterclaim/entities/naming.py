"""Entities from settled names: the fullest name, the other names, a stable id, and why the names are one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from counterclaim.entities.bodies import body_words, name_block
from counterclaim.entities.collection import Settled
from counterclaim.entities.keys import PERSON
from counterclaim.entities.known import LEXICON, known_arms, known_state
from counterclaim.entities.persons import person
from counterclaim.entities.spelling import LONGEST, folded, main_spelling, sound, word_key
from counterclaim.entities.values import Reason
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Entity, Span, content_id


def entities(settled: Settled) -> dict[str, Entity]:
    """The entities by their keys, in the order in which the documents name them, with the reasons of their names."""
    mentions: dict[str, list[tuple[str, Span]]] = {}
    for document, uses in settled.uses.items():
        for use in (*uses, *settled.added.get(document, ())):
            mentions.setdefault(use.key, []).append((document, use.span))
    ids = _ids(mentions, settled)
    found = {key: _entity(key, ids[key], settled, tuple(places)) for key, places in mentions.items()}
    why: dict[str, list[Reason]] = {}
    for reason in settled.reasons:
        why.setdefault(reason.key, []).append(reason)
    return {key: replace(e, reasons=_reasons(key, e, why.get(key, ()))) for key, e in found.items()}


def _reasons(key: str, entity: Entity, joined: Iterable[Reason]) -> tuple[str, ...]:
    """Why an entity's names are one entity's: what was joined on the way, and what is one by its spelling."""
    said: dict[str, None] = {}
    explained: set[str] = set()
    for reason in joined:
        other = reason.other or entity.name
        if reason.one != other:
            said[f"“{reason.one}” and “{other}”: {reason.text}"] = None
        explained |= {reason.one, other}
    text = "names of one entry of the lexicon" if key.startswith(LEXICON) else "alike but for case, marks or articles"
    for alias in entity.aliases:
        if alias not in explained:
            said[f"“{alias}” and “{entity.name}”: {text}"] = None
    return tuple(said)


def _entity(key: str, identity: str, settled: Settled, mentions: tuple[tuple[str, Span], ...]) -> Entity:
    names = settled.names
    written = names.written(key)
    name, kind = _of_lexicon(key) or (_fullest(key, written, settled.lost), _usual(key, names.types(key)))
    others = sorted((n for n in written if n != name), key=lambda n: (-written[n], n))
    return Entity(identity, kind, name, tuple(others), mentions)


def _of_lexicon(key: str) -> tuple[str, str] | None:
    """Name and type of what the lexicon knows."""
    if not key.startswith(LEXICON):
        return None
    kind, _, name = key.partition(":")
    if kind == "state":
        return name, known_state(lexicon().states[name]).type
    if kind == "arms":
        family = known_arms(name)
        return name, family.type if family is not None else "WEAPON"
    return name.partition(":")[2] if kind == "office" else name, "ORG"


def _fullest(key: str, written: Mapping[str, int], lost: frozenset[str]) -> str:
    """The name with most words; of those the one used most, and not in capitals where there is another."""

    def rank(name: str) -> tuple[bool, int, bool, int, int, str]:
        return name not in lost, _words(key, name), not (name.isupper() and " " in name), written[name], len(name), name

    return max(written, key=rank)


def _words(key: str, name: str) -> int:
    if len(name) > LONGEST:
        return 0
    if key.startswith(PERSON):
        found = person(name)
        return 0 if found is None else len(found.given) + 1
    return len(body_words(name)[0]) if key.startswith("ORG:") else 0


def _usual(key: str, types: Mapping[str, int]) -> str:
    if key.startswith(PERSON):
        return "PER"  # whatever a tagger took a family name for
    return min(types, key=lambda t: (-types[t], t))


def _ids(order: Iterable[str], settled: Settled) -> dict[str, str]:
    """Ids that hang on what a thing is called, not on the order or number of documents.

    A name's sound stands for all its spellings; where two things sound alike, their keys tell them apart.
    """
    seeds = {key: _seed(key, settled) for key in order}
    count: dict[str, int] = {}
    for seed in seeds.values():
        count[seed] = count.get(seed, 0) + 1
    return {key: _digest(seed if count[seed] == 1 else f"{seed}|{key}") for key, seed in seeds.items()}


def _seed(key: str, settled: Settled) -> str:
    if key.startswith(LEXICON) or "@" in key:
        return key
    kind, _, rest = key.partition(":")
    _, mark, side = rest.partition("|")
    name = _fullest(key, settled.names.written(key), settled.lost)
    if key.startswith(PERSON):
        found = person(name)
        if found is None:
            return key
        given = " ".join(sound(main_spelling(g)) for g in found.given)
        return f"{kind}:{given} {word_key(found.family)} {found.generation or ''}{mark}{side}"
    words = folded(name) if len(name) <= LONGEST else ()
    return f"{kind}:{name_block(words)}{mark}{side}" if words and kind != "MONEY" else key


def _digest(seed: str) -> str:
    return content_id("e", seed)
