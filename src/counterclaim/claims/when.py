"""Which event or speech a phrase belongs to.

Times and sums of money are read once a sentence and then attached, by the tree, to the nearest word above them that
names an event or a speech.
"""

from collections.abc import Container, Iterable, Mapping

from counterclaim.claims.agents import told_by
from counterclaim.claims.clause import VERBAL, Clause
from counterclaim.claims.event import Event

_SET_BESIDE = frozenset({"since", "until", "before", "after", "following", "ahead of", "prior to"})
_WHILE = frozenset({"when", "as", "while"})
_DEEPEST = 8  # steps up the tree
# Participles that only tell the price of their noun: "rifles valued at two million".
_PRICING = frozenset("valued priced estimated costing totalling totaling amounting".split())


def owner(clause: Clause, word: int, events: Container[int], cues: Container[int]) -> int | None:
    """The nearest event trigger, cue or verb at or above a word; None where the tree ends before one is met."""
    for at in (word, *clause.ancestors(word)[:_DEEPEST]):
        pricing = clause.deprels[at] == "acl" and clause.lower[at] in _PRICING
        if at in events or at in cues or (clause.upos[at] in VERBAL and not pricing):
            return at
        if at != word and clause.case(at) in _SET_BESIDE:
            return None  # "since the start of the campaign on 3 May": the date is the start's
    return None


def attach(
    clause: Clause, heads: Mapping[int, int], events: Iterable[Event], cues: Container[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Which item belongs to which event and which to which cue.

    ``heads`` maps an item's number to its head word. Returns trigger -> item and cue -> item. An event takes its own
    item first, then that of the verb that tells of it ("launched strikes on Tuesday"), then that of the verb it is
    coordinated with.
    """
    found = list(events)
    triggers = {e.trigger for e in found}
    by_owner: dict[int, int] = {}
    for item, word in heads.items():
        above = owner(clause, word, triggers, cues)
        if above is not None and above in cues and clause.heads[word] == above:
            # "accused A of bombing B on Friday": what stands after the event is the event's.
            inside = [t for t in triggers if above < t < word and above in clause.ancestors(t)]
            above = max(inside, default=above)
        if above is not None:
            by_owner.setdefault(above, item)
    result = {}
    for event in found:
        own = by_owner.get(event.trigger)
        verb = told_by(clause, event.trigger, event.governor)
        if own is None and verb is not None and verb not in cues:
            own = by_owner.get(verb)
        subject = clause.child(event.trigger, "nsubj")
        if own is None and subject is not None and subject in triggers:
            own = by_owner.get(subject)  # "Monday's raid killed 12"
        if own is None:
            own = _shared(clause, event.trigger, by_owner, heads)
        if own is not None:
            result[event.trigger] = own
    return result, {word: item for word, item in by_owner.items() if word in cues}


def _shared(clause: Clause, trigger: int, by_owner: Mapping[int, int], heads: Mapping[int, int]) -> int | None:
    """What stands before the first of coordinated verbs is said of all ("on Monday it shelled A and bombed B"); a
    purpose shares with its verb ("used drones on Monday to attack")."""
    head, relation = clause.heads[trigger], clause.deprels[trigger]
    if head < 0 or head not in by_owner:
        return None
    item = by_owner[head]
    if relation == "advcl" and any(clause.lower[m] in _WHILE for m in clause.all_children(trigger, "advmod", "mark")):
        return item  # "were killed on Saturday when rockets hit"
    if relation == "conj" and heads[item] < head:
        return item
    to = any(clause.lower[m] == "to" for m in clause.all_children(trigger, "mark"))
    return item if to and relation in {"advcl", "xcomp"} else None
