"""Who a headline is from, set at its end or its head without a mark: "Raid kills forty Monitor", "Monitors 15 killed".

Archives that lose colons and dashes leave such words behind; they are nobody's name, and no part of the phrase beside
them.
"""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Argument, Name, Parse, Predicate

# Whoever tells, in the singular after a count or in the plural after a name, is not who suffers.
_ONE = frozenset(
    "monitor source report ngo ministry official governor agency observatory spokesman minister media tv group".split()
)
_ALONE = frozenset({"monitor", "monitors"})
_KINDS = frozenset(
    (
        "Medical Military Security State Local Government Opposition Rebel Monitoring Rights Aid Activist Army Official"
    ).split()
)
_SEVERAL = frozenset("monitors sources reports activists officials".split())
_TELLING = _ONE | _SEVERAL
_SHORTEST = 4  # words of a headline with a credit


def closing_credit(words: Sequence[str], upos: Sequence[str]) -> int | None:
    """The first word of a credit at a headline's end, or None. A sentence with a mark at its end has none."""
    last = len(words) - 1
    if last + 1 < _SHORTEST or words[last].lower() not in _TELLING:
        return None
    first = last
    if words[last][0].islower() and words[last].lower() not in _ALONE:  # "… kills 32 Medical source"
        if words[last - 1] not in _KINDS:
            return None
        first = last - 1
    before = upos[first - 1]
    counted = before == "NUM" and words[last].lower() in _ONE
    return first if counted or before in {"PROPN", "NOUN", "ADV"} else None


def opening_credit(words: Sequence[str], upos: Sequence[str]) -> int | None:
    """The end of a credit at a headline's head, before a figure: "Monitors 15 killed"; None where there is none."""
    told = len(words) >= _SHORTEST and words[0].lower() in _TELLING
    return 1 if told and upos[1] == "NUM" and words[-1] not in {".", "!", "?"} else None


def set_apart(parse: Parse, words: Sequence[str]) -> Parse:
    """The parse with a headline's credit on its own: "raids on Idlib Monitor" are raids on Idlib."""
    first, opening = closing_credit(words, parse.upos), opening_credit(words, parse.upos)
    credit = range(first, len(words)) if first is not None else range(opening or 0)
    if not credit:
        return parse
    beside = credit.start - 1 if first is not None else credit.stop
    heads, deprels = _hung(parse, credit, beside)
    return replace(
        parse,
        heads=tuple(heads),
        deprels=tuple(deprels),
        predicates=tuple(_without(p, credit, beside) for p in parse.predicates if p.word not in credit),
        names=tuple(n for name in parse.names if (n := _trimmed(name, credit)) is not None),
    )


def _hung(parse: Parse, credit: range, beside: int) -> tuple[list[int], list[str]]:
    """Heads and relations with the word beside the credit in the place that the credit took."""
    heads, deprels = list(parse.heads), list(parse.deprels)
    above = beside
    while heads[above] in credit:
        above = heads[above]
    heads[beside], deprels[beside] = heads[above], deprels[above]
    outer = next((c for c in credit if heads[c] not in credit), None)
    if outer is not None and above == beside and heads[outer] < 0:
        heads[beside], deprels[beside] = -1, "root"
    top = next((i for i, head in enumerate(heads) if head < 0 and i not in credit), beside)
    for child in range(len(heads)):
        if child in credit:
            heads[child], deprels[child] = top, "parataxis"
        elif heads[child] in credit:
            heads[child] = beside
    return heads, deprels


def _without(predicate: Predicate, credit: range, beside: int) -> Predicate:
    taken = {a.word for a in predicate.args} | {predicate.word}
    moved = (Argument(a.role, beside) if a.word in credit else a for a in predicate.args)
    return replace(
        predicate, args=tuple(a for a in moved if a.word != beside or beside not in taken or a in predicate.args)
    )


def _trimmed(name: Name, credit: range) -> Name | None:
    first, end = name.first, name.end
    if first in credit:
        first = credit.stop
    if end - 1 in credit:
        end = credit.start
    return Name(name.type, first, end) if first < end else None
