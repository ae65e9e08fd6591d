"""Events: words that trigger a frame, if the roles that it requires are filled by the right kind of thing."""

from collections import Counter
from collections.abc import Collection

from counterclaim.claims.clause import NOMINAL, Clause
from counterclaim.claims.roles import Event, Roles
from counterclaim.lexicon.tables import FrameTable, Trigger

# A subject is governed by a verb without object: "the embargo expired".
_GOVERNED = frozenset({"obj", "xcomp", "nmod", "obl", "nsubj", "nsubj:pass", "ccomp", "compound"})

# Prepositions that set something beside the event, and so say nothing of how far it has come.
_BESIDE = frozenset({"", "after", "before", "since", "until", "during", "despite", "under", "following", "amid", "as"})


def find_events(clause: Clause, told: Collection[str] = ()) -> list[Event]:
    """Every event of a sentence, in the order of their triggers, at most one a word and frame.

    ``told`` names the frames of events just before, which a definite noun may take up ("the deliveries").
    """
    found: list[Event] = []
    for word in range(len(clause.words)):
        by_frame: dict[str, list[Event]] = {}
        before = {*told, *(e.entry.frame for e in found)}
        for entry in _entries(clause, word):
            event = _event(clause, word, entry, before)
            if event is not None:
                by_frame.setdefault(entry.frame, []).append(event)
        found += [max(events, key=lambda e: sum(map(len, e.roles.values()))) for events in by_frame.values()]
    _share_with_purpose(clause, found)
    return found


def _share_with_purpose(clause: Clause, events: list[Event]) -> None:
    """An event and its purpose in the same frame are told of the same parties: "used drones to attack the port"."""
    for event in events:
        purposes = set(clause.all_children(event.trigger, "advcl", "xcomp"))
        purposes |= {c for p in tuple(purposes) for c in clause.all_children(p, "obj")}
        for other in events:
            if other.trigger in purposes and other.entry.frame == event.entry.frame:
                for role, fillers in tuple(other.roles.items()):
                    event.roles.setdefault(role, fillers)
                for role, fillers in event.roles.items():
                    other.roles.setdefault(role, fillers)


def _entries(clause: Clause, word: int) -> tuple[Trigger, ...]:
    triggers, form = clause.lexicon.triggers, clause.lower[word]
    if clause.is_verbal(word):
        return triggers.get((clause.phrasal(word) or form, "verb")) or triggers.get((form, "verb"), ())
    if (
        clause.upos[word] in NOMINAL
        and clause.deprels[word] not in {"compound", "flat"}
        and not _inside_name(clause, word)
    ):
        found = triggers.get((f"{clause.lower[word - 1]} {form}", "noun")) if word else None
        if found:
            return found
        return triggers.get((form, "noun"), ())
    if clause.upos[word] == "ADJ" and clause.deprels[word] in {"amod", "acl", "root"} and word in clause.predicates:
        return triggers.get((form, "verb"), ())  # participles: "the sanctioned firm"
    return ()


def _inside_name(clause: Clause, word: int) -> bool:
    name = clause.name(word)
    return name is not None and name.end - name.first > 1


def _event(clause: Clause, word: int, entry: Trigger, told: Collection[str]) -> Event | None:
    table = clause.lexicon.frames[entry.frame]
    event = Event(word, entry, stage=entry.stage)
    _govern(clause, event, table)
    roles = Roles(clause, event, table)
    roles.fill()
    if _complete(roles) or (entry.frame in told and _takes_up(clause, word, table)):
        return event
    return None


def _complete(roles: Roles) -> bool:
    """Whether the required roles are filled. A noun needs more than pronouns and a compound: "arms exports" alone is a
    topic, not an event."""
    entry, certain = roles.entry, roles.certain
    # A slot that stands twice wants two different things: parties meet, nobody meets alone.
    for slot, times in Counter(entry.requires).items():
        if len({f for role in slot for f in certain(role)}) < times:
            return False
    if not roles.nominal:
        return True
    clause = roles.clause
    named = {f for role in roles.event.roles for f in certain(role) if clause.upos[f] != "PRON"}
    return any(clause.heads[f] != roles.word or clause.deprels[f] != "compound" or clause.name(f) for f in named)


def _takes_up(clause: Clause, word: int, table: FrameTable) -> bool:
    """Whether a noun is a definite one that takes up an event told before."""
    definite = clause.child(word, "det", "nmod:poss")
    return (
        clause.lower[word] in table.anaphoric
        and definite is not None
        and clause.lower[definite] not in {"a", "an", "no"}
    )


def _govern(clause: Clause, event: Event, table: FrameTable) -> None:
    """A word above the trigger that says how far the event has come ("suspended deliveries", "agreed to buy")."""
    at = event.trigger
    for _ in range(2):
        head, relation = clause.heads[at], clause.deprels[at]
        if head < 0 or relation not in _GOVERNED or (relation == "obl" and clause.case(at) in _BESIDE):
            break
        stage = table.governors.get(clause.lower[head])
        if stage is not None and (relation != "nsubj" or clause.child(head, "obj") is None):
            event.stage, event.governor = stage, head
            return
        at = head
    for c in clause.all_children(event.trigger, "acl"):  # "the embargo that expired"
        stage = table.governors.get(clause.lower[c])
        if stage is not None and not clause.is_verbal(event.trigger):
            event.stage = stage
