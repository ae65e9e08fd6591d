"""Questions inside sentences: "who fired", "which aircraft", "how many were killed" tell that it is not known."""

from counterclaim.claims.clause import Clause

_WORDS = frozenset("who whom whose what which when where why how whether if whoever whatever".split())
_ASKED = frozenset("who whom whoever".split())  # ("what it fired" is what was fired)


def is_question(clause: Clause, verb: int) -> bool:
    """Whether the clause of a verb opens with a question word ("it is not clear who bombed")."""
    return clause.lower[min(clause.subtree(verb))] in _WORDS


def is_unknown(clause: Clause, word: int) -> bool:
    """Whether a phrase only asks who or which it is: "who", "which aircraft", "whose troops"."""
    asked = [word] if clause.lower[word] in _ASKED else clause.all_children(word, "det", "nmod:poss")
    if not any(clause.lower[c] in _ASKED | {"which", "whose"} for c in asked):
        return False
    return not any(clause.deprels[above] == "acl:relcl" for above in (word, *clause.ancestors(word)))


def leaves_open(clause: Clause, above: int) -> bool:
    """Whether the word above a question leaves it unanswered: it asks, or is negated ("did not say who fired")."""
    form, hedges = clause.lower[above], clause.lexicon.hedges
    asks = hedges.beliefs.get(form) == "Uu" or hedges.adjectives.get(form) == "Uu"
    return asks or is_negated(clause, above)


def is_negated(clause: Clause, verb: int) -> bool:
    """Whether an adverb on a word says that it is not so."""
    negations = clause.lexicon.hedges.negations
    return any(clause.lower[c] in negations for c in clause.all_children(verb, "advmod"))


def is_how_to(clause: Clause, verb: int) -> bool:
    """Whether a verb only tells of a skill: "know how to handle and use them"."""
    at = clause.heads[verb] if clause.deprels[verb] == "conj" and clause.heads[verb] >= 0 else verb
    how = any(clause.lower[c] == "how" for c in clause.all_children(at, "advmod", "mark"))
    return how and any(clause.lower[c] == "to" for c in clause.all_children(at, "mark"))
