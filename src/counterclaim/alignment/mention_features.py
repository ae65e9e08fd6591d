"""What speaks for and against two event mentions being one: named features, each with a weight that a person can read.

Values lie between 0 and 1. The weights are log odds: fitted by logistic regression on pairs of topics 1 to 20 of ECB+
(Cybulska and Vossen 2014), then moved one at a time while the CoNLL figure of those topics rose, and rounded.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.alignment.mention_words import event_words, stem

__all__ = ["WEIGHTS", "EventMention", "Participant", "Profile", "Rarity", "features", "profiles", "rarity"]

_MOST = 40  # participants of one mention, and words of its trigger, that are looked at
_EARLY = 2  # the headline and the first sentences tell of what the report is about
_EMPTY = frozenset(
    "the a an and or of in on at to for from by with as that this these those it its he she his her they their who "
    "which was were is are be been has have had will would not but after before into out up over about than also said "
    "we i you him them one two".split()
)


WEIGHTS: Mapping[str, float] = {
    "any pair": -0.1,
    "same stem": 0.2,
    "same word": 1.9,
    "synonyms": 1.1,
    "same kind": -1.6,  # a kind alone is too little
    "told in the story": 1.1,
    "both told": -0.5,  # two words that most of the story's documents use tell of two happenings
    "rare trigger": 0.7,
    "verbs of saying": -1.0,
    "general words": -0.5,
    "verb and noun": -0.5,
    "no participant shared": -0.9,
    "no participants": -0.3,
    "other agent": -0.1,
    "other patient": -0.2,
    "other name in a role": -1.4,
    "same document": 0.3,
    "like documents": 0.8,
    "like sentences": 1.1,
    "an early sentence": 0.4,
    "early sentences": 0.3,
    "same time": 0.5,
    "same place": 0.2,
    "other figures": -0.6,
}


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part: PropBank's role (ARG0 …) or None, the head's lemma, the whole name where it has one."""

    role: str | None
    head: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that tell of a happening, and what their sentence says of it.

    ``story`` groups documents about one happening. ``lemma`` is that of the trigger's head word, ``text`` the whole
    trigger ("stepped down"), ``pos`` the head's universal part of speech. ``time`` and ``place`` hold the words of when
    and where, ``sentence`` the lemmas of the sentence's content words, ``position`` its number in the document, from 0.
    """

    document: str
    story: str
    lemma: str
    text: str
    pos: str
    participants: tuple[Participant, ...] = ()
    place: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """A mention as it is compared.

    ``stems`` are the trigger's, the head's first among equals as ``stem``; ``rarity`` says in how few of all documents
    the head tells of a happening, ``told`` in how many of the story's; vectors have length 1.
    """

    mention: EventMention
    stem: str
    stems: frozenset[str]
    synonyms: frozenset[str]
    kinds: frozenset[str]
    rarity: float
    told: float
    participants: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    named: frozenset[str]
    sentence: Mapping[str, float]
    document: Mapping[str, float]
    time: frozenset[str]
    place: frozenset[str]
    figures: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which the mention meets others of its story."""
        saying = {"!"} if self.stem in event_words().saying else set[str]()
        return frozenset({"=" + s for s in self.stems} | {"~" + s for s in self.synonyms} | self.kinds | saying)


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how few documents a word stands, and in how few a trigger tells of a happening: from 0 (in all) to 1."""

    words: Mapping[str, float]
    triggers: Mapping[str, float]


def rarity(mentions: Iterable[EventMention], documents: Mapping[str, Iterable[str]]) -> Rarity:
    """Counted over the whole collection; ``documents`` holds the words of each document by its id."""
    words = Counter(word for found in documents.values() for word in set(_words(found)))
    triggers = Counter(word for word, _ in {(stem(m.lemma), m.document) for m in mentions})
    most = math.log(1 + max(len(documents), 1))
    return Rarity(
        {word: 1 - math.log(n) / most for word, n in words.items()},
        {word: max(0.0, 1 - math.log(n) / most) for word, n in triggers.items()},
    )


def profiles(mentions: Sequence[EventMention], documents: Mapping[str, Iterable[str]], rare: Rarity) -> list[Profile]:
    """One profile a mention of one story, in their order. A document that is missing in ``documents`` is like none."""
    here = sorted({m.document for m in mentions})
    vectors = {document: _vector(documents.get(document, ()), rare) for document in here}
    told = Counter(word for word, _ in {(stem(m.lemma), m.document) for m in mentions})
    return [_profile(m, vectors[m.document], rare, told[stem(m.lemma)] / len(here)) for m in mentions]


def _vector(words: Iterable[str], rare: Rarity) -> dict[str, float]:
    counts = Counter(_words(words))
    return _unit({word: (1 + math.log(n)) * rare.words.get(word, 1.0) for word, n in counts.items()})


def _profile(mention: EventMention, document: Mapping[str, float], rare: Rarity, told: float) -> Profile:
    taking_part = mention.participants[:_MOST]
    roles = {p.role: frozenset[str]() for p in taking_part if p.role}
    for participant in taking_part:
        if participant.role:
            roles[participant.role] |= _of_participant(participant)
    words = set(_words(mention.sentence)) - {mention.lemma}
    head, phrases = stem(mention.lemma), _phrases(mention)
    return Profile(
        mention,
        head,
        _stems(mention),
        frozenset(row for phrase in phrases for row in event_words().synonyms_of(phrase)),
        frozenset(kind for phrase in phrases for kind in event_words().kinds_of(phrase)),
        rare.triggers.get(head, 1.0),
        told,
        frozenset(word for p in taking_part for word in _of_participant(p)),
        roles,
        frozenset(p.role for p in taking_part if p.role and p.name),
        _unit({w: rare.words.get(w, 1.0) for w in words}),
        document,
        frozenset(_words(mention.time)),
        frozenset(_words(mention.place)),
        frozenset(w for w in words if w[0].isdigit()),
    )


def _trigger_words(mention: EventMention) -> list[str]:
    text = "".join(c if c.isalnum() or c in "-'" else " " for c in mention.text.lower()[: 20 * _MOST])
    return text.split()[:_MOST]


def _phrases(mention: EventMention) -> set[str]:
    """The head, the head with what follows in the trigger ("step down"), and the other words of the trigger."""
    following = _trigger_words(mention)[1:]
    with_head = {f"{mention.lemma} {' '.join(rest)}" for rest in (following[:2], following[-1:]) if rest}
    return {mention.lemma, *with_head, *following}


def _stems(mention: EventMention) -> frozenset[str]:
    """The stems of the trigger's longer words, but for those that name no kind of happening by themselves."""
    others = {stem(word) for word in _words(_trigger_words(mention)) if len(word) > 3}
    return frozenset({stem(mention.lemma), *(others - event_words().general)})


def _of_participant(participant: Participant) -> frozenset[str]:
    return frozenset(_words([participant.head, *(participant.name or "").split()]))


def _words(words: Iterable[str]) -> list[str]:
    found = (word.lower() for word in words)
    return [w for w in found if w not in _EMPTY and any(c.isalnum() for c in w)]


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(v * v for v in vector.values()))
    return {w: v / length for w, v in vector.items()} if length else {}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(value * other[word] for word, value in one.items() if word in other))


def features(one: Profile, other: Profile) -> dict[str, float]:
    """Feature name to value, from 0 to 1; a feature that says nothing of the pair is left out."""
    found = _of_triggers(one, other) | _of_participants(one, other) | _of_context(one, other)
    return {"any pair": 1.0} | {name: value for name, value in found.items() if value}


def _of_triggers(one: Profile, other: Profile) -> dict[str, float]:
    words = event_words()
    relation = _relation(one, other)
    return {
        relation: 1.0,
        "told in the story": min(one.told, other.told) if relation == "same stem" else 0.0,
        "both told": 0.0 if relation == "same stem" else math.sqrt(one.told * other.told),
        "rare trigger": min(one.rarity, other.rarity) if relation == "same stem" else 0.0,
        "verbs of saying": float(one.stem in words.saying and other.stem in words.saying),
        "general words": float(one.stem in words.general or other.stem in words.general),
        "verb and noun": float(one.mention.pos != other.mention.pos),
    }


def _relation(one: Profile, other: Profile) -> str:
    """The closest that holds of the two triggers."""
    if one.stem == other.stem:
        return "same stem"
    if one.stems & other.stems:
        return "same word"
    if one.synonyms & other.synonyms:
        return "synonyms"
    return "same kind" if one.kinds & other.kinds else "any pair"


def _of_participants(one: Profile, other: Profile) -> dict[str, float]:
    shared = one.participants & other.participants
    both = bool(one.participants and other.participants)
    clash = {r for r in one.roles.keys() & other.roles.keys() if not one.roles[r] & other.roles[r]}
    return {
        "no participant shared": float(both and not shared),
        "no participants": float(not both),
        "other agent": float("ARG0" in clash),
        "other patient": float("ARG1" in clash),
        "other name in a role": float(bool(clash & one.named & other.named)),
    }


def _of_context(one: Profile, other: Profile) -> dict[str, float]:
    same_document = one.mention.document == other.mention.document
    positions = sorted((one.mention.position, other.mention.position))
    return {
        "same document": float(same_document),
        "like documents": 0.0 if same_document else _cosine(one.document, other.document),
        "like sentences": _cosine(one.sentence, other.sentence),
        "an early sentence": float(positions[0] <= _EARLY),
        "early sentences": float(positions[1] <= _EARLY),
        "same time": float(bool(one.time & other.time)),
        "same place": float(bool(one.place & other.place)),
        "other figures": float(_differ(one.figures, other.figures)),
    }


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)
