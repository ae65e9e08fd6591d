"""Events: words that trigger a frame, if the roles that it requires are filled by the right kind of thing."""

from collections import Counter
from collections.abc import Collection

from counterclaim.claims.clause import NOMINAL, VERBAL, Clause
from counterclaim.claims.event import Event
from counterclaim.claims.purposes import builds_up
from counterclaim.claims.roles import Roles
from counterclaim.lexicon.tables import FrameTable, Trigger
from counterclaim.records import Stance

# A subject is governed by a verb without object: "the embargo expired".
_GOVERNED = frozenset({"obj", "xcomp", "nmod", "obl", "nsubj", "nsubj:pass", "ccomp", "compound"})

# Prepositions that set something beside the event, and so say nothing of how far it has come.
_INSIDE = frozenset({"obl", "nmod"})
_BESIDE = frozenset({"", "after", "before", "since", "until", "during", "despite", "under", "following", "amid", "as"})


def find_events(clause: Clause, told: Collection[str] = (), known: Collection[str] = ()) -> list[Event]:
    """Every event of a sentence, in the order of their triggers, at most one a word and frame.

    ``told`` names the frames of events just before, which a definite noun may take up ("the deliveries"); ``known``
    those of the whole document so far, which one may take up that a verb says something new of ("shift the production
    to").
    """
    found: list[Event] = []
    for word in range(len(clause.words)):
        by_frame: dict[str, list[Event]] = {}
        before = {*told, *(e.entry.frame for e in found)}
        for entry in _entries(clause, word):
            event = _event(clause, word, entry, before, known)
            if event is not None:
                by_frame.setdefault(entry.frame, []).append(event)
        fullest = {frame: max(es, key=lambda e: sum(map(len, e.roles.values()))) for frame, es in by_frame.items()}
        found += _settled(clause, fullest)
    found = [e for e in found if not _denies_another(clause, e, found)]
    _share_with_purpose(clause, found)
    return found


def _settled(clause: Clause, by_frame: dict[str, Event]) -> list[Event]:
    """The events of one word, where only one of two frames can be meant: goods are intercepted on their way, weapons in
    flight; the police raid a house, an army attacks it."""
    attack = by_frame.get("attack")
    if attack is not None and attack.stage == "intercept":
        brought_down = {*attack.roles.get("target", ()), *attack.roles.get("weapon", ())}
        flies = any(clause.lower[clause.thing(w)] in clause.lexicon.classes["airborne"] for w in brought_down)
        known = any(clause.name(w) is not None or clause.upos[w] == "PRON" for w in brought_down)
        if not flies and (not known or "transfer" in by_frame):
            del by_frame["attack"]
        elif flies or known:
            by_frame.pop("transfer", None)
    if attack is not None and attack.stage == "use":
        used = {clause.lower[clause.thing(w)] for w in attack.roles.get("weapon", ())}
        if used & clause.lexicon.classes["spacecraft"] or _merely_used(clause, attack):
            del by_frame["attack"]
    if "attack" in by_frame and attack is not None and clause.lower[attack.trigger].startswith(("target", "hit")):
        struck = {clause.lower[clause.thing(w)] for w in attack.roles.get("target", ())}
        if struck & clause.lexicon.classes["business"]:
            del by_frame["attack"]  # "US targets tanker firms": with sanctions, if with anything
    support = by_frame.get("support")
    if support is not None and support.stage == "political":
        parties = {w for words in support.roles.values() for w in words}
        if any(clause.lower[clause.thing(w)] in clause.lexicon.classes["force"] for w in parties):
            support.stage = "military"  # "militias backed by", "backed by jets"
    if "embargo" in by_frame and "sanction" in by_frame and by_frame["embargo"].roles.get("item"):
        del by_frame["sanction"]  # goods are embargoed, persons and firms are sanctioned
    _settle_coercion(clause, by_frame)
    return list(by_frame.values())


def _settle_coercion(clause: Clause, by_frame: dict[str, Event]) -> None:
    attack, coercion = by_frame.get("attack"), by_frame.get("coercion")
    if coercion is not None and coercion.stage == "arrest" and _takes_places(clause, coercion):
        del by_frame["coercion"]
    if attack is not None and coercion is not None and coercion.stage == "raid":
        agents = {*coercion.roles.get("agent", ()), *attack.roles.get("attacker", ())}
        police = any(clause.lower[w] in clause.lexicon.classes["police"] for a in agents for w in clause.subtree(a))
        by_frame.pop("attack" if police else "coercion", None)


def _takes_places(clause: Clause, arrest: Event) -> bool:
    """Whether what is seized is land and nobody: "recaptured three villages"."""
    taken = arrest.roles.get("person", ())
    return bool(taken) and all("place" in clause.kinds(w) and "person" not in clause.kinds(w) for w in taken)


def _merely_used(clause: Clause, attack: Event) -> bool:
    """Whether a participle says nothing but that something is used: "the munitions used", of anybody, anywhere."""
    alone = attack.roles.keys() <= {"weapon"} and clause.deprels[attack.trigger] == "acl"
    return alone and clause.is_passive(attack.trigger)


def _denies_another(clause: Clause, event: Event, events: list[Event]) -> bool:
    """Whether a verb that also names an event ("denied them arms") only denies another here ("denied the supply")."""
    cues = clause.lexicon.cues.get((clause.lower[event.trigger], "verb"), ())
    if not any(cue.stance is Stance.DENY for cue in cues) or clause.upos[event.trigger] not in VERBAL:
        return False
    denied = clause.all_children(event.trigger, "obj", "ccomp", "xcomp")
    return any(other.trigger in denied for other in events)


def _share_with_purpose(clause: Clause, events: list[Event]) -> None:
    """An event and its purpose in the same frame are told of the same parties ("used drones to attack the port"); an
    event inside another happens where that does ("used drones in its invasion of")."""
    for event in events:
        for other in events:
            inside = event.trigger in clause.ancestors(other.trigger)[:2] and clause.bases[other.trigger] in _INSIDE
            if inside and event.entry.frame == other.entry.frame and clause.case(other.trigger) in {"in", "during"}:
                named = other.roles.get("place") or other.roles.get("target") or []
                where = [w for w in named if "place" in clause.kinds(w)]
                if where:
                    event.roles["place"] = where
    for event in events:
        below = clause.all_children(event.trigger, "advcl", "xcomp")
        purposes = {c for c in below if any(clause.lower[m] == "to" for m in clause.all_children(c, "mark"))}
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
        phrasal = clause.phrasal(word)
        found = triggers.get((phrasal, "verb")) if phrasal is not None else None
        if found is None and phrasal is not None and form in clause.lexicon.light_verbs:
            return ()  # "carried out" carries nothing
        return found or triggers.get((form, "verb"), ())
    if (
        clause.upos[word] in NOMINAL
        and clause.deprels[word] not in {"compound", "flat"}
        and not _inside_name(clause, word)
    ):
        for first in (word - 2, word - 1):  # "military aid package" before "aid package" before "package"
            found = triggers.get((" ".join(clause.lower[first : word + 1]), "noun")) if first >= 0 else None
            if found:
                return found
        return triggers.get((form, "noun"), ())
    if clause.upos[word] == "ADJ" and clause.deprels[word] in {"amod", "acl", "root"} and word in clause.predicates:
        return triggers.get((form, "verb"), ())  # participles: "the sanctioned firm"
    return ()


def _inside_name(clause: Clause, word: int) -> bool:
    name = clause.name(word)
    return name is not None and name.end - name.first > 1


def _event(clause: Clause, word: int, entry: Trigger, told: Collection[str], known: Collection[str]) -> Event | None:
    table = clause.lexicon.frames[entry.frame]
    event = Event(word, entry, stage=entry.stage)
    _govern(clause, event, table)
    # Who is killed in a war is killed by it: attacks make deaths known.
    before = {entry.frame, "attack"} if entry.frame == "coercion" else {entry.frame}
    roles = Roles(clause, event, table, known=not before.isdisjoint({*known, *told}))
    roles.fill()
    if entry.build_up and not builds_up(clause, word):
        return None
    if entry.frame == "transfer" and clause.deprels[word] == "amod":
        return None  # "a coast-bound jet", "exported arms": what is sent, not that it is sent
    if entry.frame == "transfer" and "item" not in event.roles and _moves_money(clause, word):
        return None  # "transferred $120 million to the firm": no arms
    event.sure = _met(roles, entry.requires, sure=True)
    if _complete(roles):
        return event
    if not _takes_up(clause, word, table):
        return None
    more = event.governor is not None and any(clause.upos[f] != "PRON" for r in event.roles for f in roles.certain(r))
    return event if entry.frame in told or (more and entry.frame in known) else None


def _moves_money(clause: Clause, verb: int) -> bool:
    moved = clause.child(verb, "obj")
    return moved is not None and "money" in clause.kinds(moved)


def _complete(roles: Roles) -> bool:
    """Whether the required roles are filled. A noun needs more than pronouns and a compound: "arms exports" alone is a
    topic, not an event."""
    entry, certain = roles.entry, roles.certain
    alternatives = entry.known_requires if roles.known else ()
    if not any(_met(roles, slots) for slots in (entry.requires, *alternatives)):
        return False
    if not roles.nominal:
        return True
    clause = roles.clause
    if roles.event.governor is not None and roles.event.roles and entry.compound in roles.event.roles:
        return True  # "the arms embargo was lifted"
    named = {f for role in roles.event.roles for f in certain(role) if clause.upos[f] != "PRON"}
    return any(clause.heads[f] != roles.word or clause.deprels[f] != "compound" or clause.name(f) for f in named)


def _met(roles: Roles, slots: tuple[tuple[str, ...], ...], *, sure: bool = False) -> bool:
    """Whether each slot is filled, by what is ``sure`` to be of its kind or also by what is likely to. One that stands
    twice wants two different things: nobody meets alone."""
    times, fillers = Counter(slots), roles.certain if sure else roles.likely
    return all(len({f for role in slot for f in fillers(role)}) >= n for slot, n in times.items())


def _takes_up(clause: Clause, word: int, table: FrameTable) -> bool:
    """Whether a noun is a definite one that takes up an event told before."""
    definite = clause.child(word, "det", "nmod:poss")
    return (
        clause.lower[word] in table.anaphoric
        and definite is not None
        and clause.lower[definite] not in {"a", "an", "no"}
    )


def _govern(clause: Clause, event: Event, table: FrameTable) -> None:
    """A word above the trigger that says how far the event has come ("suspended deliveries", "agreed to buy"); of two
    the outer one, where the inner one may be planned ("threatened to impose sanctions")."""
    at, beside = event.trigger, False
    for _ in range(2):
        head, relation = clause.heads[at], clause.deprels[at]
        if head < 0 or relation not in _GOVERNED or (relation == "obl" and clause.case(at) in _BESIDE):
            break
        if event.governor is not None and relation != "xcomp":
            break
        stage = table.governors.get(clause.lower[head])
        if beside and stage in table.planned.values():
            break  # "vowed to investigate the attack": something else is vowed
        if stage is not None and (relation != "nsubj" or clause.child(head, "obj") is None):
            event.stage, event.governor = stage, head
            if stage not in table.planned:
                break
        else:
            beside = relation == "obj" and clause.lower[head] not in clause.lexicon.light_verbs
        at = head
    above = event.trigger if event.governor is None else event.governor
    if clause.deprels[above] == "xcomp" and clause.lower[clause.heads[above]] in table.decisions:
        event.governor = clause.heads[above]
    if event.governor is not None:
        return
    for c in clause.all_children(event.trigger, "acl"):  # "the embargo that expired"
        stage = table.governors.get(clause.lower[c])
        if stage is not None and not clause.is_verbal(event.trigger):
            event.stage = stage
