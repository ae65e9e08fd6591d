"""Which event or speech a phrase belongs to.

Times and sums of money are read once a sentence and then attached, by the tree, to the nearest word above them that
names an event or a speech.
"""

from collections.abc import Container, Iterable, Mapping

from counterclaim.claims.clause import VERBAL, Clause
from counterclaim.claims.roles import Event

# How an event noun hangs on the verb that tells of it: "launched a round of strikes on Tuesday".
_TOLD_BY = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp", "nmod", "conj", "obl", "appos", "compound"})
_WHILE = frozenset({"when", "as", "while"})
_DEEPEST = 8  # steps up the tree


def owner(clause: Clause, word: int, events: Container[int], cues: Container[int]) -> int | None:
    """The nearest event trigger, cue or verb at or above a word; None where the tree ends before one is met."""
    for at in (word, *clause.ancestors(word)[:_DEEPEST]):
        if at in events or at in cues or clause.upos[at] in VERBAL:
            return at
    return None


def told_by(clause: Clause, trigger: int, governor: int | None = None) -> int | None:
    """The verb that tells of an event noun, past measure words and the ``governor`` that says how far it has come; None
    for a verb or a noun in a verbless headline."""
    at = trigger
    for _ in range(_DEEPEST):
        head, relation = clause.heads[at], clause.deprels[at]
        if head < 0 or relation not in _TOLD_BY:
            return None
        if relation == "nmod" and clause.thing(head) != at and clause.case(at) != "of" and head != governor:
            return None
        if relation == "obl" and clause.case(at) not in {"", "to", "with", "in", "by", "under"}:
            return None
        if clause.upos[head] in VERBAL:
            return head
        at = head
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
            above = max((t for t in triggers if above < t < word and above in clause.ancestors(t)), default=above)
        if above is not None:
            by_owner.setdefault(above, item)
    result = {}
    for event in found:
        item = by_owner.get(event.trigger)
        verb = told_by(clause, event.trigger, event.governor)
        if item is None and verb is not None and verb not in cues:
            item = by_owner.get(verb)
        subject = clause.child(event.trigger, "nsubj")
        if item is None and subject is not None and subject in triggers:
            item = by_owner.get(subject)  # "Monday's raid killed 12"
        if item is None:
            item = _shared(clause, event.trigger, by_owner, heads)
        if item is not None:
            result[event.trigger] = item
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
