"""Which verb tells of an event, and who can be meant as the one who acts: what the semantic roles propose is checked
against the tree.

A wrong name in an agent's place does the most harm, so whatever cannot act, or is acted on in the same breath, is
refused.
"""

from counterclaim.claims.clause import VERBAL, Clause

# An agent stands bare, with "by", or inside its noun's phrase; any other preposition makes it something else.
_AGENT_CASES = frozenset({"", "by", "of", "between", "among", "from", "per", "'s"})
_OF_VERBS = _AGENT_CASES - {"of", "from"}

# How an event noun hangs on the verb that tells of it: "launched a round of strikes on Tuesday".
_TOLD_BY = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp", "nmod", "conj", "obl", "appos", "compound"})
_DEEPEST = 8  # steps up the tree


def can_act(clause: Clause, word: int, trigger: int, *, nominal: bool) -> bool:
    """Whether a word may be the agent of the event at ``trigger``."""
    if (clause.stands_for(word) and clause.upos[word] != "PRON") or is_mere_place(clause, word):
        return False
    if clause.upos[word] == "NUM" or clause.case(word) not in (_AGENT_CASES if nominal else _OF_VERBS):
        return False
    if not clause.kinds(word) & {"person", "actor"}:
        form = clause.lower[word]
        if (form, "noun") in clause.lexicon.triggers or form in clause.lexicon.classes["immaterial"]:
            return False  # "the clashes that killed": an event does nothing to anybody, nor does its damage
    return not _suffers(clause, word, trigger) and not _is_done_to(clause, word, trigger)


def is_mere_place(clause: Clause, word: int) -> bool:
    """Whether a word names a town or a region: only states act under their own names and those of their capitals."""
    name = clause.name(word)
    if name is None or name.type not in {"GPE", "LOC"}:
        return False
    states = clause.lexicon.states
    forms = {clause.span_of(name).of(clause.text), clause.words[word]}
    return states.keys().isdisjoint(forms | {f.removeprefix("the ").removesuffix("s") for f in forms})


def _suffers(clause: Clause, word: int, trigger: int) -> bool:
    """Whether a word names who is harmed by a verb other than the trigger: "18 men were killed in a blast"."""
    verb = clause.heads[word]
    if verb < 0 or verb == trigger or clause.lower[verb] not in clause.lexicon.harms:
        return False
    return clause.deprels[word] in {"nsubj:pass", "obj"} or (clause.deprels[word] == "nsubj" and _bare(clause, verb))


def _bare(clause: Clause, verb: int) -> bool:
    """Whether a verb form is a headline's passive: "18 men killed in a blast"."""
    return clause.parse.xpos[verb] == "VBN" and clause.child(verb, "obj", "aux") is None


def _is_done_to(clause: Clause, word: int, trigger: int) -> bool:
    """Whether the trigger is done to the word: "troops backed by" are not who backs, nor are they in "backed by allies,
    the troops advanced"."""
    if not clause.is_passive(trigger) or clause.case(word) == "by":
        return False
    return word in {clause.heads[trigger], clause.subject(trigger)} or clause.deprels[word] == "nsubj:pass"


def accused(clause: Clause, verb: int) -> int | None:
    """Who did what stands in an "of"-clause: the one accused of it, not the accuser; None in other clauses."""
    head = clause.heads[verb]
    if head < 0 or clause.deprels[verb] not in {"advcl", "xcomp"}:
        return None
    marks = {clause.lower[m] for m in clause.all_children(verb, "mark", "case")}
    if "by" in marks and clause.deprels[head] in {"advcl", "xcomp"}:
        return accused(clause, head)  # "accused A of prolonging the war by arming"
    return clause.child(head, "obj", "iobj") if marks & {"of", "from", "for", "into"} else None


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
