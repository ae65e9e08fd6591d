"""Events: words that trigger a frame, with their roles from PropBank arguments, from syntax where those are silent, and
from the words above them."""

from dataclasses import dataclass, field

from counterclaim.claims.clause import Clause
from counterclaim.lexicon.tables import FrameTable, Trigger

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_NUMBERED = ("ARG0", "ARG1", "ARG2", "ARG3", "ARG4")


@dataclass(slots=True)
class Event:
    """One event found in a sentence; fillers are head words, several where they are coordinated."""

    trigger: int
    entry: Trigger
    roles: dict[str, list[int]] = field(default_factory=dict)
    stage: str = ""
    governor: int | None = None  # the word above it that changed its stage


def find_events(clause: Clause) -> list[Event]:
    """Every event of a sentence, in the order of their triggers, at most one a word and frame."""
    found = []
    for word in range(len(clause.words)):
        by_frame: dict[str, list[Event]] = {}
        for entry in _entries(clause, word):
            event = _event(clause, word, entry)
            if event is not None:
                by_frame.setdefault(entry.frame, []).append(event)
        found += [max(events, key=lambda e: sum(map(len, e.roles.values()))) for events in by_frame.values()]
    return found


def _entries(clause: Clause, word: int) -> tuple[Trigger, ...]:
    triggers, form = clause.lexicon.triggers, clause.lower[word]
    if clause.upos[word] in _VERBAL:
        particle = clause.child(word, "compound:prt")
        if particle is not None:
            found = triggers.get((f"{form} {clause.lower[particle]}", "verb"))
            if found:
                return found
        return triggers.get((form, "verb"), ())
    if (
        clause.upos[word] in _NOMINAL
        and clause.deprels[word] not in {"compound", "flat"}
        and not _inside_name(clause, word)
    ):
        compound = clause.child(word, "compound")
        if compound is not None:
            found = triggers.get((f"{clause.lower[compound]} {form}", "noun"))
            if found:
                return found
        return triggers.get((form, "noun"), ())
    if clause.upos[word] == "ADJ" and clause.deprels[word] in {"amod", "acl", "root"} and word in clause.predicates:
        return triggers.get((form, "verb"), ())  # participles: "the sanctioned firm"
    return ()


def _inside_name(clause: Clause, word: int) -> bool:
    name = clause.name(word)
    return name is not None and name.end - name.first > 1


def _event(clause: Clause, word: int, entry: Trigger) -> Event | None:
    table = clause.lexicon.frames[entry.frame]
    event = Event(word, entry, stage=entry.stage)
    _govern(clause, event, table)
    _from_arguments(clause, event, table)
    _from_syntax(clause, event, table)
    _from_participles(clause, event, table)
    _from_modifiers(clause, event, table)
    _from_governor(clause, event, table)
    for slot in entry.requires:
        if not any(_certain(clause, event, role, table) for role in slot):
            return None
    return event


def _certain(clause: Clause, event: Event, role: str, table: FrameTable) -> bool:
    """Whether a role is filled by something known to be of the right kind."""
    wants = table.wants[role]
    return any("any" in wants or clause.kinds(f) & wants for f in event.roles.get(role, ()))


def _fits(clause: Clause, word: int, role: str, table: FrameTable) -> bool:
    """Whether a word may fill a role: of the right kind, or of a kind that nobody knows."""
    wants, kinds = table.wants[role], clause.kinds(word)
    return "any" in wants or not kinds or bool(kinds & wants)


def _fill(clause: Clause, event: Event, role: str | None, word: int, table: FrameTable) -> None:
    if role is None or role in event.roles or word == event.trigger or clause.upos[word] in {"VERB", "ADV", "PUNCT"}:
        return
    fillers = [w for w in clause.coordinated(word) if w != event.trigger and _fits(clause, w, role, table)]
    if fillers and fillers[0] == word:
        event.roles[role] = fillers


def _from_arguments(clause: Clause, event: Event, table: FrameTable) -> None:
    entry = event.entry
    predicate = clause.predicates.get(event.trigger)
    if predicate is not None:
        for argument in predicate.args:
            if argument.role in _NUMBERED:
                _fill(clause, event, entry.roles.get(argument.role), argument.word, table)
            elif argument.role in {"ARGM-LOC", "ARGM-GOL", "ARGM-DIR"}:
                case = clause.case(argument.word)
                _fill(clause, event, entry.prepositions.get(case), argument.word, table)
                if argument.role == "ARGM-LOC" and "place" in table.wants:
                    _fill(clause, event, "place", argument.word, table)
    if entry.agent:
        agent = entry.roles.get("ARG0")
        if agent is not None:
            event.roles.pop(agent, None)
            event.roles[agent] = [_bearer(clause, event.trigger)]


def _bearer(clause: Clause, noun: int) -> int:
    """Who is called by an agent noun: its apposition's head or its subject, else the noun itself."""
    if clause.deprels[noun] == "appos" and clause.heads[noun] >= 0:
        return clause.heads[noun]
    subject = clause.child(noun, "nsubj")
    return noun if subject is None else subject


def _from_syntax(clause: Clause, event: Event, table: FrameTable) -> None:
    """Roles that the tree shows: subject, object, and phrases with the entry's prepositions."""
    word, entry = event.trigger, event.entry
    if clause.upos[word] in _VERBAL:
        passive = clause.child(word, "nsubj:pass", "aux:pass") is not None
        for c in clause.children[word]:
            relation = clause.deprels[c]
            if relation == "nsubj" and not passive:
                _fill(clause, event, entry.roles.get("ARG0"), c, table)
            elif relation in {"obj", "nsubj:pass"}:
                _fill(clause, event, entry.roles.get("ARG1"), c, table)
            elif relation == "obl:agent":
                _fill(clause, event, entry.roles.get("ARG0"), c, table)
    phrases = clause.all_children(word, "obl", "nmod")
    for c in clause.all_children(word, "obj"):
        phrases += clause.all_children(c, "nmod")  # "ordered 40 drones from Iran", attached to the drones
    for c in phrases:
        case = clause.case(c)
        role = entry.prepositions.get(case)
        if role is None and case == "by" and clause.upos[word] in _NOMINAL:
            role = entry.roles.get("ARG0")
        if role is None and case == "of" and clause.upos[word] in _NOMINAL:
            role = entry.roles.get("ARG1")
        if role is None and case == "in" and "place" in table.wants:
            role = "place"
        _fill(clause, event, role, c, table)


def _from_participles(clause: Clause, event: Event, table: FrameTable) -> None:
    """Participles that the lexicon lists like prepositions: "sanctions targeting X", "sanctions imposed by X"."""
    for participle in clause.all_children(event.trigger, "acl"):
        form = clause.lower[participle]
        for c in clause.children[participle]:
            relation = clause.deprels[c]
            if relation == "obj":
                _fill(clause, event, event.entry.prepositions.get(form), c, table)
            elif relation.startswith("obl"):
                _fill(clause, event, event.entry.prepositions.get(f"{form} {clause.case(c)}"), c, table)


def _from_modifiers(clause: Clause, event: Event, table: FrameTable) -> None:
    """Possessors, adjectives of nationality and compounds before an event noun; the maker's adjective on an item."""
    word, entry = event.trigger, event.entry
    if clause.upos[word] in _NOMINAL:
        agent = entry.roles.get("ARG0")
        for c in clause.all_children(word, "nmod:poss"):
            _fill(clause, event, agent, c, table)
        for c in clause.all_children(word, "compound", "amod", "nmod:desc"):
            name = clause.name(c)
            if entry.compound is not None and clause.kinds(c) & table.wants[entry.compound]:
                _fill(clause, event, entry.compound, c, table)
            elif agent is not None and name is not None and "actor" in clause.kinds(c):
                _fill(clause, event, agent, c, table)
    if "supplier" in table.wants and "supplier" not in event.roles and "recipient" in event.roles:
        for item in event.roles.get("item", ())[:1]:
            for c in clause.all_children(clause.thing(item), "amod", "compound"):
                name = clause.name(c)
                if name is not None and name.type in {"NORP", "GPE"}:
                    event.roles["supplier"] = [c]


def _govern(clause: Clause, event: Event, table: FrameTable) -> None:
    """A word above the trigger that says how far the event has come ("suspended deliveries", "agreed to buy")."""
    at = event.trigger
    for _ in range(2):
        head, relation = clause.heads[at], clause.deprels[at]
        if head < 0 or relation not in {"obj", "xcomp", "nmod", "obl", "nsubj:pass", "ccomp", "compound", "advcl"}:
            return
        if relation in {"obl", "advcl"} and not clause.all_children(at, "case", "mark"):
            return
        stage = table.governors.get(clause.lower[head])
        if stage is not None and relation != "advcl":
            event.stage, event.governor = stage, head
            return
        at = head


def _from_governor(clause: Clause, event: Event, table: FrameTable) -> None:
    """Roles shared with the word above: the subject of "agreed to buy", the agent of "carried out strikes on"."""
    head = clause.heads[event.trigger]
    if head < 0 or clause.deprels[event.trigger] not in {"obj", "xcomp", "obl", "nsubj:pass", "advcl", "conj"}:
        return
    if clause.upos[head] not in _VERBAL:
        return
    agent = event.entry.roles.get("ARG0")
    predicate = clause.predicates.get(head)
    if predicate is not None and agent is not None and agent not in event.roles:
        for argument in predicate.args:
            if argument.role == "ARG0":
                _fill(clause, event, agent, argument.word, table)
    if clause.upos[event.trigger] in _NOMINAL:
        for c in clause.all_children(head, "obl"):
            _fill(clause, event, event.entry.prepositions.get(clause.case(c)), c, table)
