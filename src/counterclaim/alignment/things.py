"""What fills a role, as far as it can be compared: a named thing, goods of a kind, a common noun, or nothing said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.alignment.tables import ROOT, Goods, Rules, goods, rules
from counterclaim.alignment.words import WORD, base, bases, is_figure, without_lead
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Entity, Filler, Span

_LONGEST = 400  # characters of a phrase that are looked at
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_EQUIPMENT = frozenset({"WEAPON", "VEHICLE"})
# What follows one of these belongs to no head: "forces loyal to X", "systems from X".
_TAILS = frozenset(
    "of in from to for with against near at on by inside outside around loyal belonging who that which and or as such "
    "including under over across during after before like".split()
)
# "the city of X", "the village of X" are X.
_NAMED_AFTER = frozenset(
    "city town village port province governorate region district state republic kingdom island country capital area "
    "neighbourhood neighborhood suburb prefecture county oblast emirate strait gulf sea airport".split()
)


@dataclass(frozen=True, slots=True)
class Thing:
    """One filler in comparable form.

    ``key`` is an entity's id (or "state:NAME" where no entity has the name), a kind of goods, or a noun; ``head`` is
    the noun behind a name that does not act for it ("refugee" of "Syrian refugees"), ``state`` tells that a name is a
    state's, ``family`` and ``origin`` belong to goods. ``words`` are the content words of the phrase.
    """

    sort: str  # "named", "goods" or "common"
    key: str
    text: str
    head: str = ""
    place: bool = False
    state: bool = False
    family: str | None = None
    origin: str | None = None
    words: frozenset[str] = frozenset()
    broad: bool = False


@dataclass(slots=True)
class Naming:
    """Who a filler names, over one ledger. Entities that a claim names but the ledger lacks count as not linked."""

    entities: Mapping[str, Entity]
    spans: Mapping[tuple[str, str], Sequence[Span]]  # (entity, document) -> mentions
    by_state: Mapping[str, str]  # state -> entity
    persons: Mapping[tuple[str, int], str]  # (document, where a person's name ends) -> entity
    table: Rules = field(default_factory=rules)
    goods: Goods = field(default_factory=goods)

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Naming":
        """The naming that a ledger's entities give."""
        known = {entity.id: entity for entity in entities}
        spans: dict[tuple[str, str], list[Span]] = {}
        states: dict[str, str] = {}
        persons: dict[tuple[str, int], str] = {}
        for entity in known.values():
            for document, span in entity.mentions:
                spans.setdefault((entity.id, document), []).append(span)
                if entity.type == "PER":
                    persons.setdefault((document, span.end), entity.id)
            if _state(entity.name) == entity.name:
                states.setdefault(entity.name, entity.id)
        return cls(known, spans, states, persons)

    def entity(self, filler: Filler | None) -> str | None:
        """The key of what a filler names: an entity's id, or a state's name; None where that is not known."""
        if filler is None:
            return None
        if filler.entity in self.entities:
            return filler.entity
        state = _state(filler.text.removeprefix("the ").removeprefix("The "))
        return None if state is None else self.by_state.get(state, f"state:{state}")

    def speaker(self, filler: Filler | None, document: str) -> str | None:
        """The key of a source; a phrase that ends in a person's name is that person, whatever stands before."""
        found = self.entity(filler)
        return found or (None if filler is None else self.persons.get((document, filler.span.end)))

    def named_in(self, filler: Filler) -> frozenset[str]:
        """Everything that a phrase names: its own entity, and the states in it ("Norwegian-made missiles")."""
        states = (_state(part) for word in WORD.findall(filler.text[:_LONGEST]) for part in (word, word.split("-")[0]))
        keys = {self.by_state.get(state, f"state:{state}") for state in states if state is not None}
        own = self.entity(filler)
        return frozenset(keys if own is None else keys | {own})

    def thing(self, filler: Filler, kind: str, document: str) -> Thing | None:
        """A filler as a role of ``kind`` compares it; None where it says nothing of its own ("it", "some")."""
        if kind in {"goods", "means"}:
            return self._goods(filler)
        key = self.entity(filler)
        if key is None or self._is_compound(filler, key, document):
            return self._common(filler)
        entity = self.entities.get(key)
        if entity is not None and entity.type in _EQUIPMENT:
            return self._goods(filler) or self._common(filler)
        head = self._head(filler, key, document)
        state = entity is None or _state(entity.name) is not None
        place = entity is None or entity.type in _PLACES
        broad = head in self.table.broad
        return Thing("named", key, filler.text, head, place, state, broad=broad)

    def _around(self, filler: Filler, key: str, document: str) -> tuple[str, str]:
        """What stands before and behind the name in a phrase; nothing where the phrase is the name."""
        inside = [s for s in self.spans.get((key, document), ()) if filler.span.covers(s) and s != filler.span]
        # Spans count the raw text, the filler's words may be cleaned: cut only where both agree.
        if not inside or filler.span.end - filler.span.start != len(filler.text):
            return "", ""
        last = max(inside)
        return filler.text[: last.start - filler.span.start], filler.text[last.end - filler.span.start :]

    def _is_compound(self, filler: Filler, key: str, document: str) -> bool:
        """Whether the name is a part of another word: who is "X-backed" or "anti-X" is not X."""
        before, behind = self._around(filler, key, document)
        return behind.startswith(("-", "‑", "–")) or before.endswith(("-", "‑", "–"))

    def _head(self, filler: Filler, key: str, document: str) -> str:
        """The noun that a name only modifies; empty where the phrase is the name, or acts for it."""
        before, behind = self._around(filler, key, document)
        words = _core(behind.removeprefix("’s").removeprefix("'s"))
        if not words:
            front = _core(before)
            tail = [w.lower() for w in WORD.findall(before)]
            if not tail or tail[-1] not in _TAILS | {"the"} or not front or front[-1] in _NAMED_AFTER:
                return ""
            words = front
        last_two = " ".join(words[-2:])
        return "" if words[-1] in self.table.stands_for or last_two in self.table.stands_for else words[-1]

    def _goods(self, filler: Filler) -> Thing | None:
        text = without_lead(filler.text)
        words = bases(text)
        if not words or (len(words) == 1 and words[0] in self.table.pointing):
            return None
        origin = next((s for w in WORD.findall(text) if (s := _state(w)) is not None), None)
        kind, family = self._designated(text)
        core = _core(text) or words
        kind = kind or self.goods.kind(core) or self.goods.kind(words)
        if kind is None:
            named = filler.entity in self.entities and self.entities[filler.entity or ""].type in _EQUIPMENT
            kind = "named:" + " ".join(words) if named else "noun:" + core[-1]
        return Thing(
            "goods", kind, filler.text, family=family, origin=origin, words=frozenset(core), broad=kind == ROOT
        )

    def _designated(self, text: str) -> tuple[str | None, str | None]:
        """Kind and family of the designation in a phrase; the last one where there are several."""
        words = WORD.findall(text)
        for size in (3, 2, 1):
            for at in range(len(words) - size, -1, -1):
                if words[at][:1].isupper() or words[at][:1].isdigit():
                    kind, family = self.goods.of_designation(" ".join(words[at : at + size]))
                    if kind is not None:
                        return kind, family
        return None, None

    def _common(self, filler: Filler) -> Thing | None:
        core = _core(without_lead(filler.text))
        core = [w for w in core if not is_figure(w)]
        if not core or core[-1] in self.table.pointing:
            return None
        head = core[-1]
        return Thing("common", head, filler.text, words=frozenset(core), broad=head in self.table.broad)


def _core(text: str) -> list[str]:
    """The base forms of a phrase up to its first preposition, conjunction or relative word."""
    found: list[str] = []
    for word in WORD.findall(text[:_LONGEST]):
        if word.lower() in _TAILS:
            if found:
                break
            continue
        found.append(base(word))
    return [w for w in found if w not in {"the", "a", "an"}]


def _state(name: str) -> str | None:
    state = lexicon().states.get(name)
    return None if state is None else state.name
