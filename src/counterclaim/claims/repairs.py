"""Trees that cannot be right, put right before anything is read off them.

Each repair states what Universal Dependencies rules out, and does nothing to a tree that keeps the rule.
"""

from collections.abc import Sequence

Tree = tuple[list[int], list[str]]


def repaired(upos: Sequence[str], heads: Sequence[int], deprels: Sequence[str]) -> Tree:
    """Heads and relations after all repairs; the arguments are not changed."""
    tree = list(heads), list(deprels)
    _attributive_participles(upos, *tree)
    _names_before_figures(upos, *tree)
    _subjects_side_by_side(upos, *tree)
    _subjects_behind_a_conjunction(upos, *tree)
    return tree


def _attributive_participles(upos: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """An attributive participle takes no object: in "a UN imposed embargo" what looks like one is the noun it stands
    before, and takes the place of the noun that the participle was hung on."""
    for at, relation in enumerate(deprels):
        host = heads[at]
        if relation != "amod" or upos[at] != "VERB" or host < 0 or host != at - 1:
            continue
        noun = next((c for c in range(at + 1, len(heads)) if heads[c] == at and deprels[c] == "obj"), None)
        if noun is None:
            continue
        heads[noun], deprels[noun] = heads[host], deprels[host]
        for child in range(len(heads)):
            outside = heads[child] == host and (child < host or child > noun)
            inside = heads[child] == at and child > at
            if child not in {at, noun} and (outside or inside):
                heads[child] = noun
        heads[host], deprels[host] = at, "obl:unmarked"
        heads[at] = noun


def _names_before_figures(upos: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """No compound stands before the figure that counts its noun: in "promised Kyiv 40 vehicles" the name is who is
    promised."""
    for at, relation in enumerate(deprels):
        noun = heads[at]
        if relation != "compound" or upos[at] != "PROPN" or noun <= at + 1 or deprels[noun] != "obj":
            continue
        if any(heads[c] == noun and deprels[c] == "nummod" for c in range(at + 1, noun)):
            heads[at], deprels[at] = heads[noun], "iobj"


def _subjects_side_by_side(upos: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """A verb has one subject: of two nouns side by side ("a defence ministry chief said") the first is the second's
    compound."""
    for at in range(len(heads) - 1):
        both = deprels[at].startswith("nsubj") and deprels[at + 1].startswith("nsubj")
        if both and heads[at] == heads[at + 1] and upos[at] in {"NOUN", "PROPN"} and upos[at + 1] == "NOUN":
            heads[at], deprels[at] = at + 1, "compound"


def _subjects_behind_a_conjunction(upos: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """An oblique noun has a preposition: in "after an embargo expired" "after" is the verb's, the noun its subject."""
    for at, relation in enumerate(deprels):
        verb = heads[at]
        if relation != "obl" or upos[at] not in {"NOUN", "PROPN"} or verb <= at or upos[verb] != "VERB":
            continue
        below = [(deprels[c], c) for c in range(len(heads)) if heads[c] == verb]
        marked = any(kind == "mark" and c < at for kind, c in below)
        if marked and not any("subj" in kind for kind, _ in below):
            if not any(heads[c] == at and deprels[c] == "case" for c in range(len(heads))):
                passive = any(kind == "aux:pass" for kind, _ in below)
                deprels[at] = "nsubj:pass" if passive else "nsubj"
