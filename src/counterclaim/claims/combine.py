"""Events put together and taken apart.

Two words for one event are one claim; one verb over two counted things, or over two deals ("sold 12 jets to A and six
helicopters to B"), makes two.
"""

from dataclasses import replace

from counterclaim.claims.clause import NOMINAL, VERBAL, Clause
from counterclaim.claims.event import Event
from counterclaim.claims.quantities import quantity_of

# The roles whose figure is the event's own, likeliest first.
COUNTED = ("item", "weapon", "target", "person", "recipient", "personnel")
_PURPOSE = ("advcl", "xcomp")


def merged(clause: Clause, events: list[Event]) -> list[Event]:
    """Events without those that only repeat another one's: a noun and the verb that takes it for its measure or object
    ("hit with sanctions", "a volley fired at"). The roles of both go to the one that stays."""
    gone: set[int] = set()
    events = [e for e in events if not any(_tells_of(clause, e, other) for other in events)]
    for i, event in enumerate(events):
        for j, other in enumerate(events):
            if i == j or {i, j} & gone or event.entry.frame != other.entry.frame:
                continue
            if _takes_as_measure(event, other) or _on_noun(clause, event, other):
                kept, lost = (j, i) if _verb_adds_nothing(clause, event) else (i, j)
                _give(events[lost], events[kept])
                gone.add(lost)
    return [e for i, e in enumerate(events) if i not in gone]


def _tells_of(clause: Clause, event: Event, other: Event) -> bool:
    """Whether a verb only tells of another frame's event: "hit with sanctions", "sanctions targeting"."""
    if event.entry.frame == other.entry.frame:
        return False
    if event.trigger == other.trigger:
        return "program" in other.roles
    on_noun = clause.deprels[event.trigger] == "acl" and clause.heads[event.trigger] == other.trigger
    return on_noun and clause.lower[event.trigger] in other.entry.prepositions


def _takes_as_measure(event: Event, other: Event) -> bool:
    return other.trigger in event.roles.get("program", ())


def _on_noun(clause: Clause, event: Event, other: Event) -> bool:
    """Whether ``event`` is a participle on the noun of ``other`` that tells of the same: "strikes launched against"."""
    if clause.deprels[event.trigger] != "acl" or clause.upos[other.trigger] not in NOMINAL:
        return False
    host = clause.heads[event.trigger]
    launched = event.entry.frame == "attack" and host in other.roles.get("weapon", ())  # "a volley of rockets fired at"
    return launched or other.trigger in {host, clause.thing(host)}


def _verb_adds_nothing(clause: Clause, event: Event) -> bool:
    """Whether a verb only hangs on its noun ("sanctions targeting"): the noun's own verb tells how far it has come."""
    return clause.deprels[event.trigger] in {"acl", "acl:relcl"}


def _give(lost: Event, kept: Event) -> None:
    for role, fillers in lost.roles.items():
        if role == "program" and kept.trigger in fillers:
            continue
        if role not in kept.roles and kept.trigger not in fillers:
            kept.roles[role] = fillers
    if lost.governor is not None and kept.governor is None:
        kept.stage, kept.governor = lost.stage, lost.governor


def taken_apart(clause: Clause, event: Event) -> list[Event]:
    """The event, or one for each thing that it counts apart.

    Each part after the first is shown at its counted noun; it keeps the verb as its trigger, for certainty and source.
    """
    parts = _deals(clause, event)
    for part in [event, *parts]:
        counted = next((r for r in COUNTED if len(part.roles.get(r, ())) > 1), None)
        if counted is None:
            continue
        groups = _counted_groups(clause, part.roles[counted])
        if len(groups) > 1:
            part.roles = {**part.roles, counted: groups[0]}
            parts += [replace(part, roles={**part.roles, counted: g}, shown=g[0]) for g in groups[1:]]
    return [event, *parts]


def _counted_groups(clause: Clause, fillers: list[int]) -> list[list[int]]:
    """Fillers in groups that each begin with one that has a figure of its own."""
    groups: list[list[int]] = []
    for filler in fillers:
        if not groups or quantity_of(clause, filler) is not None:
            groups.append([filler])
        else:
            groups[-1].append(filler)
    return groups if quantity_of(clause, groups[0][0]) is not None else [fillers]


def _deals(clause: Clause, event: Event) -> list[Event]:
    """Gapped coordination: after the verb's own deal, another counted item with a party of its own and no verb."""
    if event.entry.frame != "transfer" or "item" not in event.roles or clause.upos[event.trigger] not in VERBAL:
        return []
    first = clause.thing(event.roles["item"][0])
    found = []
    for word in range(max(first, event.trigger) + 1, len(clause.words)):
        if clause.upos[word] in VERBAL and clause.deprels[word] != "acl":
            break
        if word == event.roles["item"][0] or not _is_deal(clause, word):
            continue
        parties = _parties(clause, event, word)
        if parties:
            theirs = {word, *(f for party in parties.values() for f in party)}
            for role, fillers in event.roles.items():
                event.roles[role] = [f for f in fillers if f not in theirs] or fillers
            found.append(replace(event, roles={**event.roles, "item": [word], **parties}, shown=word))
    return found


def _is_deal(clause: Clause, word: int) -> bool:
    counted = [c for c in clause.all_children(word, "nummod") if c < word]
    return bool(counted) and clause.upos[word] in NOMINAL and "materiel" in clause.kinds(word)


def _parties(clause: Clause, event: Event, item: int) -> dict[str, list[int]]:
    """The parties of a second deal: who stands before its figure, and who after it with "to" or "from"."""
    parties: dict[str, list[int]] = {}
    before = min(clause.all_children(item, "nummod")) - 1
    while before > 0 and clause.upos[before] in {"DET", "ADJ"} and clause.name(before) is None:
        before -= 1
    name = clause.name(before) if before > event.trigger else None
    bare = _bare_role(event)
    if name is not None and "actor" in clause.kinds(before) and bare is not None and clause.case(before) == "":
        parties[bare] = [clause.top(range(name.first, name.end))]
    for c in range(item + 1, min(item + 8, len(clause.words))):
        role = event.entry.prepositions.get(clause.case(c)) if clause.upos[c] in NOMINAL else None
        if role in {"recipient", "supplier"} and role not in parties and "actor" in clause.kinds(c):
            parties[role] = [c]
            break
    return parties if any(_is_other(event, item, role, party[0]) for role, party in parties.items()) else {}


def _bare_role(event: Event) -> str | None:
    """The role of a name right before a second figure: who gives in "pledged 20 tanks to A and B 30", who gets in
    "pledged A 20 tanks and B 30"."""
    first = event.roles["item"][0]
    bare = any(event.trigger < f < first for f in event.roles.get("recipient", ()))
    return "recipient" if bare else event.entry.roles.get("ARG0")


def _is_other(event: Event, item: int, role: str, party: int) -> bool:
    """Whether a party is not the first deal's own. One after the second item may have been read as that: it is another
    one if the first deal has its own before, or if the items are not coordinated."""
    own = event.roles.get(role, [])
    return party not in own or (party > item and (own[0] < item or item not in event.roles["item"]))
