"""The lexicon's typed tables, read from its YAML files and checked when read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from counterclaim.errors import LexiconError
from counterclaim.lexicon.codes import Codes, frame_codes
from counterclaim.lexicon.inflection import noun_forms, verb_forms
from counterclaim.lexicon.reading import Row, add_names, listing, load_yaml
from counterclaim.records import Stance

KINDS = frozenset({"actor", "materiel", "money", "place", "person", "measure", "any"})
_STATE_TYPES = frozenset({"state", "territory", "bloc", "former"})
_STATE_KEYS = ("name", "type", "aliases", "demonyms", "capital", "metonyms")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way for a word to name an event of a frame.

    ``roles`` maps PropBank arguments to the frame's roles, ``prepositions`` maps prepositions where no argument gives
    the role. ``requires`` lists slots of alternative roles; each slot must be filled by the right kind of thing. Where
    the document has told of the frame before, ``loose`` roles may be filled by an argument of unknown kind, and
    ``known_requires`` lists the slots that are enough (those of ``requires`` where the entry has none of its own).
    ``build_up``: only with the purpose of building up forces ("approached X to modernise its navy").
    """

    frame: str
    roleset: str
    stage: str
    roles: Mapping[str, str]
    prepositions: Mapping[str, str]
    compound: str | None
    requires: tuple[tuple[str, ...], ...]
    agent: bool = False
    loose: frozenset[str] = frozenset()
    known_requires: tuple[tuple[tuple[str, ...], ...], ...] = ()
    build_up: bool = False

    @property
    def rule(self) -> str:
        """The name that claims found by this entry carry."""
        return f"{self.frame}/{self.roleset}"


@dataclass(frozen=True, slots=True)
class FrameTable:
    """One frame: what its roles take, and which words above an event change its stage."""

    name: str
    wants: Mapping[str, frozenset[str]]
    stages: tuple[str, ...]
    governors: Mapping[str, str]  # inflected form -> stage
    planned: Mapping[str, str]  # stage -> the stage of the same event while it is only planned
    decisions: frozenset[str]  # verbs by which the event has come about, and is not only planned, inflected
    anaphoric: frozenset[str]  # nouns that take up an event told before, inflected
    codes: Codes  # the same event in PLOVER and CAMEO


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes: stance, and which PropBank arguments hold the source, the content and the hearer.

    ``clause_only``: no attribution of a mere thing ("found weapons"). ``target``: the content is who is judged and what
    for. ``attitude``: what somebody wants, decides or does with words; never the source of a claim. ``quoted``: a cue
    only beside a quotation ("she continued").
    """

    lemma: str
    pos: str
    stance: Stance
    source: str
    content: str
    hearer: str | None = None
    clause_only: bool = False
    target: bool = False
    attitude: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A prepositional cue such as "according to"."""

    words: tuple[str, ...]
    stance: Stance


@dataclass(frozen=True, slots=True)
class State:
    """A state, territory or bloc and what it is called.

    ``metonyms`` are other spellings of its capital and other cities that stand for its government.
    """

    name: str
    type: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that weaken, plan or deny what they scope over, by inflected form."""

    adverbs: Mapping[str, str]
    raising: Mapping[str, str]
    adjectives: Mapping[str, str]
    modals: Mapping[str, str]
    negations: frozenset[str]
    negative_verbs: frozenset[str]
    conditionals: frozenset[str]
    plans: frozenset[str]
    attempts: frozenset[str]  # those of the plans that may have failed
    nouns: Mapping[str, str]  # what they say of the event in their of-phrase or clause, inflected
    beliefs: Mapping[str, str]  # how far a source commits itself by a cue ("estimates", "fears")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables. Triggers and cues are keyed by (inflected form, "verb" or "noun")."""

    frames: Mapping[str, FrameTable]
    triggers: Mapping[tuple[str, str], tuple[Trigger, ...]]
    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]  # first word -> phrases
    media: frozenset[str]
    hedges: Hedges
    kinds: Mapping[str, frozenset[str]]  # kind -> inflected nouns
    classes: Mapping[str, frozenset[str]]  # what only tells like events apart: what flies, who is police
    light_verbs: frozenset[str]  # inflected, without particles
    motions: frozenset[str]  # verbs of going somewhere, inflected
    involvements: frozenset[str]  # nouns of a part taken in an event, inflected
    hearsay: frozenset[str]  # nouns of what is said and not vouched for, inflected
    untruths: frozenset[str]  # words that call what is said false
    harms: frozenset[str]  # verbs of what an attack does to its target, inflected
    build_ups: frozenset[str]  # verbs of what is done to forces to make them stronger, inflected
    states: Mapping[str, State]  # any name, demonym, capital or metonym -> state
    outlets: frozenset[str] = frozenset()  # agencies by name, and words of the press in an outlet's name, lower case


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once. Raises LexiconError."""
    folder = files("counterclaim.lexicon")
    frame_files = sorted((f for f in (folder / "frames").iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    tables = [load_yaml(f.read_text(encoding="utf-8"), f.name) for f in frame_files]
    triggers: dict[tuple[str, str], list[Trigger]] = {}
    for table, file in zip(tables, frame_files, strict=True):
        for key, trigger in _triggers(table, file.name):
            if trigger not in triggers.setdefault(key, []):
                triggers[key].append(trigger)
    cues = load_yaml((folder / "cues.yaml").read_text(encoding="utf-8"), "cues.yaml")
    hedges = load_yaml((folder / "hedges.yaml").read_text(encoding="utf-8"), "hedges.yaml")
    kinds = load_yaml((folder / "kinds.yaml").read_text(encoding="utf-8"), "kinds.yaml")
    light = load_yaml((folder / "light_verbs.yaml").read_text(encoding="utf-8"), "light_verbs.yaml")
    states = load_yaml((folder / "states.yaml").read_text(encoding="utf-8"), "states.yaml")
    nouns = {kind: frozenset(f for noun in ns for f in noun_forms(noun.lower())) for kind, ns in kinds.items()}
    return Lexicon(
        {t["frame"]: _frame(t) for t in tables},
        {k: tuple(v) for k, v in triggers.items()},
        _cues(cues),
        _phrases(cues),
        frozenset(form for m in cues["media"] for w in _words(m) for form in noun_forms(w)),
        _hedges(hedges),
        {kind: forms for kind, forms in nouns.items() if kind in KINDS},
        {kind: forms for kind, forms in nouns.items() if kind not in KINDS},
        frozenset(form for lemma in light["light_verbs"] for form in verb_forms(lemma)),
        frozenset(form for lemma in light["motions"] for form in verb_forms(lemma)),
        frozenset(form for noun in light["involvements"] for form in noun_forms(noun)),
        frozenset(form for noun in light["hearsay"] for form in noun_forms(noun)),
        frozenset(form for noun in light["untruths"] for form in noun_forms(noun)),
        frozenset(form for lemma in light["harms"] for form in verb_forms(lemma)),
        frozenset(form for lemma in light["build_ups"] for form in verb_forms(lemma)),
        _states(states),
        frozenset(name.lower() for name in cues["outlets"]),
    )


def _words(entry: Any) -> list[str]:
    value = entry["words"] if isinstance(entry, dict) else entry
    return [value] if isinstance(value, str) else list(value)


def _frame(table: Mapping[str, Any]) -> FrameTable:
    governors: dict[str, str] = {}
    where = f"{table['frame']}.yaml"
    unknown = {kind for kinds in table["roles"].values() for kind in kinds} - KINDS
    if unknown:
        raise LexiconError(f"{where}, roles: no such kind: {', '.join(sorted(unknown))}")
    for stage, words in (table.get("governors") or {}).items():
        if stage not in table["stages"]:
            raise LexiconError(f"{where}, governors: no such stage: {stage}")
        for word in words:
            for form in verb_forms(word) | noun_forms(word):
                governors.setdefault(form, stage)
    decisions = frozenset(form for verb in table.get("decisions") or () for form in verb_forms(verb))
    wants = {role: frozenset(kinds) for role, kinds in table["roles"].items()}
    anaphoric = frozenset(form for noun in table.get("anaphoric") or () for form in noun_forms(noun))
    codes = frame_codes(table.get("codes"), where)
    planned = _planned(table, where)
    return FrameTable(table["frame"], wants, tuple(table["stages"]), governors, planned, decisions, anaphoric, codes)


def _planned(table: Mapping[str, Any], where: str) -> dict[str, str]:
    """The stages that an event of the frame may have when it is told, with the one that it has while it is planned."""
    planned = table.get("planned")
    if planned is None:
        return {}
    if lacking := {planned["stage"], *planned["of"]}.difference(table["stages"]):
        raise LexiconError(f"{where}, planned: no such stage: {', '.join(sorted(lacking))}")
    return dict.fromkeys(planned["of"], planned["stage"])


def _slots(listed: Iterable[str] | None) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(slot.split("|")) for slot in listed or ())


def _triggers(table: Mapping[str, Any], file: str) -> Iterable[tuple[tuple[str, str], Trigger]]:
    roles, stages = table["roles"], table["stages"]
    for entry in table["triggers"]:
        where = f"{file}, {entry.get('roleset')}"
        mapped = [*(entry.get("roles") or {}).values(), *(entry.get("prepositions") or {}).values()]
        slots = _slots(entry.get("requires"))
        known = [_slots(alternative) for alternative in entry.get("known_requires") or ()]
        # A word that needs nothing but its goods is the frame's own ("supply"), and is trusted further.
        own = len(slots) == 1 and entry["stage"] not in {"request", "offer", "halt", "plan", "threaten"}
        known += [_slots(alternative) for alternative in table.get("own_known_requires") or () if own]
        loose = frozenset(entry.get("loose") or ())
        unknown = {r for r in [*mapped, *loose, *(r for s in [*slots, *sum(known, ())] for r in s)] if r not in roles}
        if unknown:
            raise LexiconError(f"{where}: no such role: {', '.join(sorted(unknown))}")
        if entry["stage"] not in stages:
            raise LexiconError(f"{where}: no such stage: {entry['stage']}")
        base = Trigger(
            table["frame"],
            entry["roleset"],
            entry["stage"],
            entry.get("roles") or {},
            entry.get("prepositions") or {},
            entry.get("compound"),
            slots,
            loose=loose,
            known_requires=tuple(known),
            build_up=bool(entry.get("build_up")),
        )
        for lemma in entry.get("verbs") or ():
            for form in verb_forms(lemma):
                _, _, particle = lemma.partition(" ")
                yield (f"{form} {particle}".strip(), "verb"), base
        for lemma in entry.get("nouns") or ():
            for form in noun_forms(lemma):
                yield (form, "noun"), base
        for lemma in entry.get("agents") or ():
            agent = replace(base, agent=True)
            for form in noun_forms(lemma):
                yield (form, "noun"), agent


def _cues(table: Mapping[str, Any]) -> dict[tuple[str, str], tuple[Cue, ...]]:
    cues: dict[tuple[str, str], list[Cue]] = {}
    for entry in table["cues"]:
        for lemma in entry.get("lemmas") or [entry["lemma"]]:
            pos = entry["pos"]
            source, content = entry.get("source", "ARG0"), entry.get("content", "ARG1")
            note = str(entry.get("note", ""))
            cue = Cue(
                lemma,
                pos,
                Stance(entry["stance"]),
                source,
                content,
                entry.get("hearer"),
                note == "clause only",
                note == "target",
                bool(entry.get("attitude")),
                note == "quotation only",
            )
            _, _, particle = lemma.partition(" ")
            forms = verb_forms(lemma) if pos == "verb" else noun_forms(lemma) if pos == "noun" else {lemma}
            for form in forms:
                key = f"{form} {particle}".strip() if pos == "verb" else form
                cues.setdefault((key, pos), []).append(cue)
    return {k: tuple(v) for k, v in cues.items()}


def _phrases(table: Mapping[str, Any]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for entry in table["phrases"]:
        words = tuple(entry["words"].lower().split())
        found.setdefault(words[0], []).append(Phrase(words, Stance(entry.get("stance", "assert"))))
    return {first: tuple(sorted(phrases, key=lambda p: -len(p.words))) for first, phrases in found.items()}


def _hedges(table: Mapping[str, Any]) -> Hedges:
    def verbs(name: str) -> frozenset[str]:
        return frozenset(form for lemma in table[name] for form in verb_forms(lemma))

    return Hedges(
        {k.lower(): v for k, v in table["adverbs"].items()},
        {form: v for lemma, v in table["raising"].items() for form in verb_forms(lemma)},
        table["adjectives"],
        table["modals"],
        frozenset(table["negations"]),
        verbs("negative_verbs"),
        frozenset(table["conditionals"]),
        verbs("plans") | verbs("attempts"),
        verbs("attempts"),
        {form: v for noun, v in table["nouns"].items() for form in noun_forms(noun)},
        {form: v for lemma, v in table["beliefs"].items() for form in verb_forms(lemma) | noun_forms(lemma)},
    )


def _states(table: Any) -> dict[str, State]:
    file = "states.yaml"
    found: dict[str, State] = {}
    entries: dict[str, State] = {}
    for value in listing(Row(table, file, "the file", ("states",)).table.get("states"), file, "states"):
        row = Row(value, file, "an entry without a name", _STATE_KEYS)
        name, type_ = row.text("name"), row.one_of("type", _STATE_TYPES)
        names, demonyms = (name, *row.texts("aliases")), row.texts("demonyms")
        state = State(name, type_, names, demonyms, row.maybe("capital"), row.texts("metonyms"))
        add_names(entries, (name,), state, file, name)
        for called in (*state.names, *state.demonyms):
            found.setdefault(called, state)
    # Seats come last: a name of a state goes before a city that is spelled alike.
    for state in entries.values():
        for seat in (state.capital, *state.metonyms):
            if seat is not None:
                found.setdefault(seat, state)
    return found
