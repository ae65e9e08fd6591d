"""What the names of one document stand for, as far as the document itself tells.

Acronyms that it introduces, family names after full names, short forms after long ones. What it leaves open is handed
on: to the whole collection, or to the ledger as unresolved.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.entities.acronyms import Introduction, initials, introductions, is_acronym
from counterclaim.entities.bodies import bare, body_words
from counterclaim.entities.keys import BODY, PERSON, name_key, own_key
from counterclaim.entities.known import (
    ARMS,
    BODIES,
    LEXICON,
    PLACES,
    is_group_too,
    is_plain,
    known,
    known_arms,
    two_at_once,
)
from counterclaim.entities.people import People
from counterclaim.entities.persons import person
from counterclaim.entities.surroundings import NOTHING, Evidence, evidence_at, nouns_at
from counterclaim.entities.tidying import Tidy
from counterclaim.entities.values import Open, PageNames, Reason, Use
from counterclaim.lexicon.actors import offices
from counterclaim.lexicon.name_forms import name_forms
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Document, Mention, NamedSentence, Span

_NEAR_PLACE = frozenset("in at near from around outside of toward towards to inside across".split())
_SMALL = frozenset("of the and for in on de al".split())
_LITTLE = frozenset("industries systems technologies holdings holding international works trading department".split())
_SURE = 4  # mentions of one spelling, of which a quarter may be mistyped
_MOST_MEANT = 8  # things that one short name is held to fit; more do not make it clearer
_LONGEST_SHORT = 2  # words of a beginning that stands for the whole
_ALIKE = 2  # first words that two names of one acronym share


@dataclass(frozen=True, slots=True)
class _Item:
    mention: Mention
    sentence: Span
    text: str
    type: str


def read_names(document: Document, sentences: Sequence[NamedSentence]) -> PageNames:
    """The names of one document."""
    return _Page(document, sentences).read()


class _Page:
    """Reads one document's names: the longer first, acronyms last, so that each finds what it may stand for."""

    def __init__(self, document: Document, sentences: Sequence[NamedSentence]) -> None:
        self._text = document.text
        tidy = Tidy(document.text, sentences)
        self._items = _items(tidy, sentences)
        self._introductions = tuple(introductions(self._text, sentences))
        self._names = PageNames(document.id, lost=tidy.lost)
        self._titles: dict[Span, Evidence] = {}
        self._keys: dict[Span, str] = {}
        self._initials: dict[str, dict[str, str]] = {}
        self._short: dict[tuple[str, ...], set[str]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._people = self._find_people()

    def read(self) -> PageNames:
        """The names."""
        shorts = {found.short for found in self._introductions}
        acronyms = [i for i in self._items if i.text in shorts or _is_open_acronym(i)]
        taken = {i.mention.span for i in acronyms}
        for item in sorted((i for i in self._items if i.mention.span not in taken), key=_longest_first):
            self._read(item)
        self._introduce()
        self._find_initials()
        for item in acronyms:
            self._read_acronym(item)
        self._names.uses.sort(key=lambda u: u.span)
        return self._names

    def _introduce(self) -> None:
        for found in self._introductions:
            key = self._keys.get(found.long.span)
            if key is not None:
                key = self._of_lexicon(found, key)
                meant = self._names.introduced.setdefault(found.short, set())
                if len(meant) < _MOST_MEANT:
                    meant.add(key)
                self._names.reasons.append(Reason(key, found.short, found.long.text, f"acronym {found.reason}"))

    def _find_initials(self) -> None:
        """The initials of bodies' names that the document has in full: whose acronyms need no introduction."""
        for use in self._names.uses:
            if use.type in BODIES and " " in use.shown:
                for letters in initials(use.shown):
                    meant = self._initials.setdefault(letters, {})
                    if len(meant) < _MOST_MEANT:
                        meant[use.key] = use.shown

    def _of_lexicon(self, found: Introduction, key: str) -> str:
        """The lexicon's key for an acronym whose long form is another name of what the lexicon has under it."""
        meant = known(found.short, "ORG")
        if meant is None or key.startswith(LEXICON):
            return key
        words, own = _first_words(found.long.text), _first_words(meant.name)
        if words != own or len(own) < _ALIKE:
            return key
        reason = f"both are introduced as {found.short}"
        self._names.joined.append((meant.key, Reason(key, found.long.text, meant.name, reason)))
        return meant.key

    def _read_acronym(self, item: _Item) -> None:
        keys = self._names.introduced.get(item.text, set())
        if len(keys) > 1:
            self._leave(item, keys, f"the document introduces {item.text} for each of these")
        elif keys:
            self._use(item, next(iter(keys)))
        elif not _is_open_acronym(item):
            self._read(item)
        else:
            self._read_open_acronym(item)

    def _read_open_acronym(self, item: _Item) -> None:
        full = self._initials.get(item.text.casefold(), {})
        if len(full) == 1:
            [(key, name)] = full.items()
            self._use(item, key)
            self._names.reasons.append(Reason(key, item.text, name, "its initials, in one document with it"))
        elif full:
            self._leave(item, set(full), "initials of several names of the document")
        else:
            own = None if is_group_too(item.text) else own_key(item.text, item.type)
            key = own or name_key(item.text, item.type)
            self._names.short.append(Use(item.mention.span, item.text, item.type, key))

    def _find_people(self) -> People:
        evidence: dict[str, Evidence] = {}
        full: list[str] = []
        for item in self._items:
            if item.type != "PER":
                continue
            beside = evidence_at(self._text, item.mention.span, item.sentence, item.mention.text)
            self._titles[item.mention.span] = beside
            name = person(item.text)
            if name is not None and name.given and known(item.text, "PER") is None:
                full.append(item.text)
                key = PERSON + name.key
                evidence[key] = evidence.get(key, NOTHING).with_(beside)
        return People(full, evidence)

    def _remember_shorts(self, item: _Item, key: str) -> None:
        """Note the forms by which a body's name of several words may be taken up."""
        words, _ = body_words(item.text)
        if len(words) < 2 or key.startswith("state:") or _begins_with_known(item):
            return
        self._words.setdefault(key, words)
        rest = words[1:] if _is_adjective(item.text.split()[0]) else words
        shorts = [rest[:n] for n in range(1, min(len(rest), _LONGEST_SHORT + 1)) if _may_end(rest, n)]
        shorts = [short for short in shorts if " ".join(short) not in offices().patterns]
        for short in [*shorts, *([rest] if rest != words else [])]:
            if not _says_nothing(short) and len(self._short.get(short, ())) < _MOST_MEANT:
                self._short.setdefault(short, set()).add(key)

    def _read(self, item: _Item) -> None:
        if item.type in ARMS and self._read_two(item):
            return
        if known(item.text, item.type) is not None:
            self._use(item, own_key(item.text, item.type))
        elif not self._read_person(item) and not self._read_short(item):
            self._read_alone(item)

    def _read_two(self, item: _Item) -> bool:
        pair = two_at_once(item.text) if known(item.text, item.type) is None else None
        if pair is None:
            return False
        keys = {meant.key if (meant := known_arms(name)) else name_key(name, item.type) for name in pair}
        if len(keys) == 1:
            self._use(item, next(iter(keys)))
        else:
            self._leave(item, keys, "it names two designations at once")
        return True

    def _read_person(self, item: _Item) -> bool:
        """Whether the name is a person's and has been dealt with."""
        name = person(item.text)
        if item.type == "PER":
            if name is None:
                return own_key(item.text, "PER") is None  # a title alone names nobody
            if name.given:
                return self._read_full(item, PERSON + name.key)
        elif name is not None and PERSON + name.key in self._people.stands_for:
            return self._read_full(item, PERSON + name.key)  # a full name, whatever a tagger took it for here
        elif name is None or name.given or item.type == "NORP" or self._is_elsewhere(item):
            return False
        beside = self._titles.get(item.mention.span, NOTHING)
        bearers = self._people.bearers(item.text, beside, exact=item.type != "PER")
        if len(bearers) == 1:
            self._use(item, bearers[0])
            self._names.reasons.append(Reason(bearers[0], item.text, "", "family name of the one who bears it there"))
            self._names.evidence[bearers[0]] = self._names.evidence.get(bearers[0], NOTHING).with_(beside)
        elif bearers:
            self._leave(item, set(bearers), "family name of several people of the document")
        elif item.type == "PER":
            self._names.bare.append(Use(item.mention.span, item.text, "PER", PERSON + name.family))
        return bool(bearers) or item.type == "PER"

    def _read_full(self, item: _Item, key: str) -> bool:
        meant = self._people.stands_for.get(key, (key,))
        beside = self._titles.get(item.mention.span, NOTHING)
        if len(meant) > 1:
            self._leave(item, set(meant), "short form of several full names of the document")
            return True
        self._use(item, meant[0])
        self._names.evidence[meant[0]] = self._names.evidence.get(meant[0], NOTHING).with_(beside)
        if meant[0] != key:
            self._names.reasons.append(Reason(meant[0], item.text, "", "another form of a full name of the document"))
        return True

    def _is_elsewhere(self, item: _Item) -> bool:
        """Whether a name that is no person's to the tagger stands where places do, or begins a longer name there."""
        if item.type in PLACES:
            before = self._text[max(0, item.mention.span.start - 20) : item.mention.span.start].split()
            return bool(before) and before[-1].casefold() in _NEAR_PLACE
        words, _ = body_words(item.text)
        return item.type in ARMS | {"MONEY"} or words in self._short

    def _read_short(self, item: _Item) -> bool:
        """Whether the name is a short form of a longer one of the document and has been dealt with."""
        if item.type not in BODIES:
            return False
        words, form = body_words(item.text)
        keys = self._short.get(words, set()) if form is None else set()
        if not keys and len(words) > 1 and _is_adjective(item.text.split()[0]):
            keys = self._short.get(words[1:], set())
        keys = self._nearest(keys)
        if not keys or is_acronym(item.text):
            return False
        if len(keys) > 1:
            self._leave(item, keys, "short form of several names of the document")
        else:
            self._use(item, next(iter(keys)))
            self._names.reasons.append(Reason(next(iter(keys)), item.text, "", "short form of a longer name there"))
        return True

    def _nearest(self, keys: set[str]) -> set[str]:
        """Of names that only go on longer than one of them, that one."""
        least = min(keys, key=lambda k: (len(self._words[k]), k), default=None)
        if least is None:
            return keys
        words = self._words[least]
        return {least} if all(self._words[k][: len(words)] == words for k in keys) else keys

    def _read_alone(self, item: _Item) -> None:
        if own_key(item.text, item.type) is None:
            return
        if item.type in BODIES and is_plain(item.text):
            # "the Ministry" is another one in every document.
            self._use(item, f"{BODY}{' '.join(body_words(item.text)[0])}@{self._names.document}")
        else:
            self._use(item, own_key(item.text, item.type))

    def _use(self, item: _Item, key: str | None) -> None:
        if key is None:
            return
        self._names.uses.append(Use(item.mention.span, item.text, item.type, key))
        self._keys[item.mention.span] = key
        if item.type in BODIES:
            self._remember_shorts(item, key)
        if item.type == "ORG":
            nouns = nouns_at(self._text, item.mention.span, item.sentence, item.text)
            self._names.nouns[key] = self._names.nouns.get(key, frozenset()) | nouns

    def _leave(self, item: _Item, keys: Iterable[str], reason: str) -> None:
        self._names.open.append(Open(item.mention.span, item.text, tuple(sorted(keys)[:_MOST_MEANT]), reason))


def _items(tidy: Tidy, sentences: Sequence[NamedSentence]) -> list[_Item]:
    """The mentions in the order of the text, each span once, tidied, with a type that fits the document's others."""
    seen: dict[Span, tuple[Mention, Span]] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            seen.setdefault(mention.span, (mention, sentence.span))
    tidied = [(m, s, tidy(m)) for m, s in (seen[span] for span in sorted(seen))]
    types: dict[str, Counter[str]] = {}
    for mention, _, name in tidied:
        types.setdefault(name, Counter())[mention.type] += 1
    return [_Item(m, s, name, _settled(m.type, types[name])) for m, s, name in tidied]


def _settled(type_: str, types: Counter[str]) -> str:
    """The type of a mention; one that is rare among many of the same spelling is a tagger's slip."""
    total = types.total()
    usual, count = min(types.items(), key=lambda t: (-t[1], t[0]))
    slip = total >= _SURE and types[type_] * 4 <= total and count * 2 > total
    return usual if slip and "MONEY" not in (type_, usual) else type_


def _is_open_acronym(item: _Item) -> bool:
    """Whether an acronym's meaning is for the documents to tell: the lexicon has none, or an outlet's only."""
    if item.type in {"MONEY", "PER", *ARMS} or not item.text.isupper() or not is_acronym(item.text):
        return False
    meant = known(item.text, item.type)
    return meant is None or meant.kind == "outlet"


def _longest_first(item: _Item) -> tuple[int, Span]:
    return -len(item.text.split()), item.mention.span


def _is_adjective(word: str) -> bool:
    """Whether a word in front of a body's name only says whose it is; a state's own name ("Orava Norway") says more."""
    state = lexicon().states.get(bare(word))
    return state is not None and (word in state.demonyms or bare(word) != word or word.isupper() or "." in word)


def _may_end(words: tuple[str, ...], count: int) -> bool:
    """Whether the first ``count`` words of a name can stand for it; one alone only before words that say little."""
    forms = name_forms()
    if count > 1 or words[1] in _SMALL:
        return True
    little = (forms.described, forms.bodies_own, forms.groups_own, forms.too_plain, forms.legal_forms, _LITTLE)
    return all(any(word in table for table in little) for word in words[1:])


def _first_words(name: str) -> list[str]:
    """The first words of a body's name, a state's adjective as the state."""
    states = lexicon().states
    words = body_words(name)[0][:_ALIKE]
    return [states[w.title()].name if w.title() in states else w for w in words]


def _begins_with_known(item: _Item) -> bool:
    """Whether an unknown name begins with a known body's: two names that stand side by side, or a part of that body."""
    words = item.text.split()
    if known(item.text, item.type) is not None:
        return False
    heads = (known(" ".join(words[:n]), "ORG") for n in range(1, len(words)))
    return any(head is not None and head.kind != "state" for head in heads)


def _says_nothing(words: tuple[str, ...]) -> bool:
    """Whether a short form is a word that any body may have ("army", "national")."""
    plain = name_forms().too_plain
    return all(word in plain for word in words) or " ".join(words) in plain
