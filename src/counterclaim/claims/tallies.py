"""Tallies of victims without their marks: "A woman killed 30 injured in shelling" says that a woman was killed."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Argument, Parse, Predicate

_DEAD = frozenset({"killed", "martyred", "dead"})
_HURT = frozenset({"injured", "wounded", "hurt", "missing"})
_COUNTS = frozenset("other others another dozens scores several many more some tens hundreds".split())
_LONGEST = 4  # words between the dead and the hurt


def told_apart(parse: Parse, lower: Sequence[str]) -> Parse:
    """The parse with the dead as who was killed and the injured on their own; most sentences stay as they are.

    ``lower`` are the words in lower case.
    """
    for verb, form in enumerate(lower):
        if form in _DEAD and parse.upos[verb] == "VERB":
            hurt = _hurt(parse, lower, verb)
            subject = _child(parse, verb, "nsubj")
            if hurt is not None and subject is not None and _child(parse, verb, "aux") is None:
                return _apart(parse, verb, subject, hurt)
    return parse


def _hurt(parse: Parse, lower: Sequence[str], verb: int) -> int | None:
    """The word that tells of the injured after a count of them, with nothing else between."""
    for at in range(verb + 2, min(verb + 2 + _LONGEST, len(lower))):
        if lower[at] in _HURT:
            counted = parse.upos[verb + 1] == "NUM" or lower[verb + 1] in _COUNTS
            return at if counted and "and" not in lower[verb:at] else None
    return None


def _child(parse: Parse, word: int, relation: str) -> int | None:
    return next((c for c, head in enumerate(parse.heads) if head == word and parse.deprels[c] == relation), None)


def _apart(parse: Parse, verb: int, subject: int, hurt: int) -> Parse:
    heads, deprels = list(parse.heads), list(parse.deprels)
    deprels[subject] = "nsubj:pass"
    counted = range(verb + 1, hurt)
    top = next(w for w in counted if heads[w] not in counted)
    heads[hurt], deprels[hurt] = verb, "conj"
    heads[top], deprels[top] = hurt, "nsubj:pass"
    predicates = tuple(_passive(p, subject) if p.word == verb else p for p in parse.predicates)
    return replace(parse, heads=tuple(heads), deprels=tuple(deprels), predicates=predicates)


def _passive(predicate: Predicate, subject: int) -> Predicate:
    rest = tuple(a for a in predicate.args if a.word != subject and a.role not in {"ARG0", "ARG1"})
    args = sorted((Argument("ARG1", subject), *rest), key=lambda a: a.word)
    return replace(predicate, args=tuple(args))
