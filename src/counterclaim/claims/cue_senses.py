"""Whether a cue says what its table has it say: verbs that do something else in their sentence, sources that cannot."""

from counterclaim.claims.clause import Clause
from counterclaim.claims.speakers import can_speak
from counterclaim.lexicon.tables import Cue

# "claimed the lives of nine", "claimed territory": nothing is said.
_TAKEN = frozenset("life lives casualty casualties victim victims territory territories ground land toll".split())
_PICTURES = frozenset("video videos footage photo photos photograph photographs picture pictures image images".split())
_HELD = frozenset("control power command office responsibility role leadership duties post".split())
_SHOWING = frozenset("show demonstrate illustrate prove".split())
_IMPERSONAL = frozenset("it this that these those which".split())


def is_no_speech(clause: Clause, word: int, cue: Cue) -> bool:
    """Whether a verb that can report does something else here: "claimed 40 lives", "assumed control", "continues to
    examine"."""
    if cue.pos != "verb":
        return False
    taken = clause.child(word, "obj", "nsubj:pass")
    if cue.lemma == "establish" and not says_that(clause, word):
        return True  # "wanted to establish a safe zone"
    if cue.lemma == "hail" and any(clause.case(c) == "from" for c in clause.all_children(word, "obl")):
        return True  # "hails from"
    if cue.lemma == "claim" and taken is not None and clause.lower[clause.thing(taken)] in _TAKEN:
        return True
    if taken is not None and clause.lower[clause.thing(taken)] in _PICTURES and not says_that(clause, word):
        return True  # "published a video of": shown, not said
    if cue.lemma == "commit" and taken is not None and not clause.lower[taken].endswith(("self", "selves")):
        return not clause.is_passive(word)  # "committed a crime"
    if cue.lemma == "assume" and taken is not None and clause.lower[taken] in _HELD:
        return True
    if cue.quoted and clause.parse.xpos[word] == "VBG":
        return True  # "starting from noon"
    infinitives = clause.all_children(word, "xcomp")
    return cue.quoted and any(clause.lower[m] == "to" for c in infinitives for m in clause.all_children(c, "mark"))


def voiced(clause: Clause, word: int, cue: Cue, source: int) -> bool:
    """Whether a source can say what a cue has it say: no event, number or thing, nor what only comes after it."""
    meant = clause.antecedent(source)
    if cue.pos == "verb" and cue.lemma == "see" and not says_that(clause, word):
        described = any(clause.case(c) == "as" for c in clause.all_children(word, "obl"))
        return described and clause.is_passive(word) and clause.name(meant) is not None
    if cue.lemma in _SHOWING and clause.lower[meant] in _IMPERSONAL:
        return False
    counted = source > word and clause.child(source, "nummod") is not None  # "(updated 19.30) 45 people were …"
    return can_speak(clause, source) and not (counted and clause.heads[source] != word)


def says_that(clause: Clause, word: int) -> bool:
    """Whether a verb governs a that-clause: then it reports, whatever it does to things ("defended that it had")."""
    clauses = clause.all_children(word, "ccomp")
    return any(clause.lower[m] == "that" for c in clauses for m in clause.all_children(c, "mark"))


def calls_untrue(clause: Clause, word: int) -> bool:
    """Whether a verb's complement says that its object is not so: "called the charge baseless"."""
    for c in clause.all_children(word, "xcomp", "obl"):
        if clause.deprels[c] == "xcomp" or clause.case(c) == "as":
            form = clause.lower[c]
            if form in clause.lexicon.untruths or clause.lexicon.hedges.adjectives.get(form) == "CT-":
                return True
    return False
