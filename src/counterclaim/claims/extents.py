"""The whole phrases of an attribution, wider than the heads that the ledger shows: for marking it in a text, and for
comparison with corpora that annotate whole phrases (PARC, PolNeAR)."""

from counterclaim.claims.clause import VERBAL, Clause
from counterclaim.claims.sources import Scoped

_GROUP = frozenset({"aux", "aux:pass", "cop", "advmod", "compound:prt"})
_MODIFIERS = frozenset({"amod", "compound", "det"})
_EDGE = frozenset(",;:.–—-―") | {"--"}


def source_words(clause: Clause, scoped: Scoped) -> frozenset[int]:
    """The source's phrase in this sentence with its appositions and relative clauses; empty where it stands elsewhere.

    Of "the envoy, who said", it is "who".
    """
    head = scoped.speaker
    if head is None:
        return frozenset()
    if scoped.cue is not None:
        relative = clause.child(scoped.cue, "nsubj")
        head = relative if relative is not None and clause.antecedent(relative) == head else head
    words = clause.subtree(head) - scoped.content - cue_words(clause, scoped)
    if scoped.cue is not None and scoped.cue in clause.subtree(head):
        words -= clause.subtree(scoped.cue)
    words -= {w for w in clause.all_children(head, "case") if w < head}
    run = _run(clause, words, head)
    if max(run) + 1 not in cue_words(clause, scoped):
        while len(run) > 1 and clause.words[max(run)] in _EDGE:
            run.remove(max(run))  # a comma belongs to the phrase only between an apposition and the cue
    return frozenset(run)


def cue_words(clause: Clause, scoped: Scoped) -> frozenset[int]:
    """The cue with its auxiliaries, negation, particle and, where that stands next, the preposition of what is said."""
    word = scoped.cue
    if word is None:
        return frozenset()
    words = {word}
    if clause.upos[word] in VERBAL or clause.upos[word] == "ADJ":
        for c in clause.children[word]:
            if clause.deprels[c] in _GROUP and c not in scoped.content:
                words |= {c}
        first = min(words)
        between = set(range(first, word)) - scoped.content
        if scoped.speaker is not None:
            between -= clause.subtree(scoped.speaker)
        words |= {w for w in between if clause.upos[w] in {"AUX", "ADV", "PART"}}
    if clause.upos[word] == "NOUN":
        words |= {c for c in clause.children[word] if clause.deprels[c] in _MODIFIERS and c < word} - scoped.content
    span = scoped.attribution.cue.span
    words |= {w for w in range(word, min(word + 8, len(clause.words))) if span.covers(clause.spans[w])}
    after = max(words) + 1
    if after + 1 < len(clause.words) and clause.upos[after] == "ADP" and after + 1 in scoped.content:
        words.add(after)
    return frozenset(words)


def content_words(clause: Clause, scoped: Scoped) -> frozenset[int]:
    """The content as stretches without the marks at their edges; quotation marks stay."""
    words = sorted(scoped.content - cue_words(clause, scoped))
    kept: set[int] = set()
    run: list[int] = []
    for w in [*words, -9]:
        if run and w != run[-1] + 1:
            while run and clause.words[run[0]] in _EDGE:
                run.pop(0)
            while run and clause.words[run[-1]] in _EDGE:
                run.pop()
            kept |= set(run)
            run = []
        run.append(w)
    return frozenset(kept)


def _run(clause: Clause, words: set[int], head: int) -> set[int]:
    """The words around a head without gaps, a mark at the front left out."""
    first = last = head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    while first < head and clause.words[first] in _EDGE:
        first += 1
    return set(range(first, last + 1))
