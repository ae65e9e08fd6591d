"""Sentences that end with who said them and have lost their commas: "Nine were killed harbour director X told Y".

A parser takes the speaker there for an object of what is said, and the hearer for the speaker. Where the words leave
one reading (a verb of speech with nothing finite after it, and right before it somebody who can speak), the tree is put
right: the verb of speech on top, the run of name and title before it its subject, all that stands before its content.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.claims.clause import NOMINAL, VERBAL, Clause
from counterclaim.claims.speakers import can_speak, known_outlet, run_before
from counterclaim.records import Argument, Name, Predicate

_SPEECH = frozenset("say says said tell tells told add adds added".split())
# What "the port the mayor reported" is not.
_OF_OUTLETS = frozenset({"report", "reports", "reported", "announced", "confirmed"})
_HAS = frozenset({"has", "have", "had"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_END = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})  # what follows the cue is not only hearer, time and place
_LEADS_ON = frozenset({"SCONJ", "CCONJ", "ADP", "PART"})
_WH = frozenset("what as that which who whom whose than when while because if whether where all everything how".split())
_SAYINGS = frozenset("thing things word words lie lies story stories truth something anything nothing".split())
_INSIDE = frozenset("det amod compound flat nmod nmod:desc nmod:poss case nummod fixed advmod".split())
_MARKS = frozenset('“”«»„":;') | {"''", "``"}
_LONGEST_TAIL = 30  # words after the cue
_SHORTEST = 3  # words of what is said


@dataclass(frozen=True, slots=True)
class _Closing:
    """The words of a final attribution: the speaker's run ``[first, end)`` with its head, and the cue after it."""

    first: int
    end: int
    head: int
    cue: int


def untangled(clause: Clause) -> Clause:
    """The sentence with its final attribution put right in the tree, the arguments and the names.

    The sentence itself where it has none, or where the tree has it right.
    """
    closing = _closing(clause)
    if closing is None or not _tangled(clause, closing):
        return clause
    heads, deprels = _replanted(clause, closing)
    parse = replace(
        clause.parse,
        heads=tuple(heads),
        deprels=tuple(deprels),
        predicates=_arguments(clause, closing, heads, deprels),
        names=tuple(_names(clause, closing.first)),
    )
    return Clause(clause.text, parse, clause.lexicon, clause.published)


def _closing(clause: Clause) -> _Closing | None:
    last = len(clause.words) - 1
    for cue in range(last, max(last - _LONGEST_TAIL, _SHORTEST), -1):
        if (
            clause.parse.xpos[cue] in _NO_END
            or clause.lower[cue] in _SPEECH | _OF_OUTLETS
            or clause.words[cue] in _MARKS
            or clause.lower[cue] == "that"
        ):
            return _at(clause, cue)
    return None


def _at(clause: Clause, cue: int) -> _Closing | None:
    form = clause.lower[cue]
    if form not in _SPEECH | _OF_OUTLETS or clause.upos[cue] != "VERB" or clause.bases[cue] == "amod":
        return None
    if clause.child(cue, "aux:pass", "mark") is not None:
        return None
    has = cue - 1 if clause.lower[cue - 1] in _HAS else cue
    if clause.child(cue, "aux") is not None and has == cue:
        return None
    if not form.startswith("t") and _someone_follows(clause, cue):
        return None
    end = has
    while end > 1 and clause.upos[end - 1] == "ADV" and clause.name(end - 1) is None:
        end -= 1
    run = run_before(clause, end)
    if run is not None and clause.lower[run.start - 1] == "and":
        both = run_before(clause, run.start - 1)  # "the monitor and an official said"
        run = range(both.start, run.stop) if both is not None and clause.upos[both.start] == "DET" else run
    if run is None or run.start < _SHORTEST:
        return None
    before = run.start - 1
    if clause.upos[before] in _LEADS_ON or clause.lower[before] in _WH | _SAYINGS or clause.words[before] in {":", ";"}:
        return None
    if not any(clause.parse.xpos[i] in _FINITE for i in range(run.start)):
        return None
    head = min(run, key=lambda w: (len(clause.ancestors(w)), clause.name(w) is None, w))
    press = clause.lower[head] in clause.lexicon.outlets or clause.lower[head] == "media"
    outlet = press or known_outlet(clause, run) or (clause.name(head) is not None and clause.kinds(head) == {"actor"})
    if not can_speak(clause, head) or (form in _OF_OUTLETS and not outlet):
        return None
    return _Closing(run.start, end, head, cue)


def _someone_follows(clause: Clause, cue: int) -> bool:
    """Whether the speaker stands after the cue: "…, said the mayor"."""
    after = cue + 1
    if after >= len(clause.words) or clause.upos[after] not in NOMINAL | {"DET", "PRON"}:
        return False
    return not clause.is_time(after)


def _tangled(clause: Clause, closing: _Closing) -> bool:
    """Whether the tree has the attribution wrong: no subject in the run, or ties between the run, the content, and what
    follows the cue. A subject before the run is believed ("Residents who fled the area told …")."""
    first, end, cue = closing.first, closing.end, closing.cue
    subjects = clause.all_children(cue, "nsubj")
    own = [s for s in subjects if first <= s < end]
    if not own and any(s < first for s in subjects):
        return False
    if len(own) != len(subjects) or len(own) != 1:
        return True
    if _set_off(clause, own[0]) and clause.words[cue + 1 : cue + 2] == [","]:
        return False  # "…, he added, mostly for": set into what is said
    if any(0 <= clause.heads[w] < first for w in range(cue + 1, len(clause.words)) if clause.upos[w] != "PUNCT"):
        return True
    above = clause.heads[cue]
    if clause.bases[cue] == "parataxis" and 0 <= above < first:
        said = clause.child(above, "ccomp") is not None and (clause.lower[above], "verb") in clause.lexicon.cues
        if said or clause.bases[above] == "conj":
            return True  # "A said … and called for …, X reported": X reports it all
    if _set_off(clause, own[0]):
        return False  # nothing is lost where a comma or a quotation mark stands before the speaker
    for word in range(len(clause.words)):
        if word == cue or clause.upos[word] == "PUNCT":
            continue
        head = clause.heads[word]
        if (word < first) != (head < first) and head not in {cue, -1}:
            return True
    return clause.deprels[cue] == "acl:relcl"


def _set_off(clause: Clause, subject: int) -> bool:
    """Whether a mark stands right before a subject's phrase."""
    words, at = clause.subtree(subject), subject
    while at - 1 in words and clause.upos[at - 1] != "PUNCT":
        at -= 1
    return at > 0 and clause.upos[at - 1] == "PUNCT"


def _replanted(clause: Clause, closing: _Closing) -> tuple[list[int], list[str]]:
    heads, deprels = list(clause.heads), list(clause.deprels)
    first, end, cue, head = closing.first, closing.end, closing.cue, closing.head
    said = _said_head(clause, closing)
    _content(clause, closing, said, heads, deprels)
    for word in range(first, end):
        if word == head:
            heads[word], deprels[word] = cue, "nsubj"
        elif not first <= heads[word] < end or deprels[word] == "appos" or heads[head] == word:
            heads[word] = head
            deprels[word] = deprels[word] if deprels[word] in _INSIDE else "compound"
    for word in range(end, len(clause.words)):
        if word == cue or cue < heads[word] or heads[word] == cue:
            participle = (
                word > cue and clause.parse.xpos[word] == "VBG" and (clause.lower[word], "verb") in _cues(clause)
            )
            if participle:
                heads[word], deprels[word] = cue, "advcl"  # "…, condemning the raid": the speaker does
            elif deprels[word].startswith("nsubj") and heads[word] == cue:
                deprels[word] = "iobj"
            continue
        heads[word] = cue
        deprels[word] = {"nmod": "obl", "acl": "advcl", "nsubj": "iobj"}.get(deprels[word], deprels[word])
    heads[cue], deprels[cue] = -1, "root"
    return heads, deprels


def _cues(clause: Clause) -> frozenset[tuple[str, str]]:
    return frozenset(clause.lexicon.cues)


def _said_head(clause: Clause, closing: _Closing) -> int:
    """The word that the content hangs together by: its verb that stands highest, or what a copula is said of."""
    content = range(closing.first)
    loose = [w for w in content if not 0 <= clause.heads[w] < closing.first]
    verbs = [w for w in loose if clause.upos[w] == "VERB" or clause.child(w, "cop") is not None]
    if verbs:
        return min(verbs, key=lambda w: (clause.deprels[w] != "ccomp", len(clause.ancestors(w)), w))
    copulas = [w for w in loose if clause.upos[w] == "AUX"]
    after = [w for w in content if copulas and w > copulas[0] and clause.upos[w] in NOMINAL | {"ADJ"} and w in loose]
    return after[0] if after else clause.top(content)


def _content(clause: Clause, closing: _Closing, said: int, heads: list[int], deprels: list[str]) -> None:
    """Tie what is said together under its head, and that to the cue."""
    top = clause.top(range(closing.first, closing.end))
    host = clause.heads[top]
    orphans = [w for w in range(closing.first) if not 0 <= clause.heads[w] < closing.first and w != said]
    of_run = [w for w in orphans if closing.first <= clause.heads[w] < closing.end]
    noun = next((w for w in reversed(of_run) if clause.upos[w] in NOMINAL), None)
    for word in orphans:
        if noun is not None and word == noun and 0 <= host < closing.first:
            heads[word], deprels[word] = host, clause.deprels[top]  # "of Holm [Oxfam International]"
        elif noun is not None and word in of_run and clause.upos[word] not in VERBAL:
            heads[word] = noun
        else:
            heads[word] = said
    for word in range(closing.first):  # a word may not hang below itself
        seen, at = {word}, heads[word]
        while 0 <= at < closing.first and at not in seen:
            seen.add(at)
            at = heads[at]
        if at in seen:
            heads[word] = said
    heads[said], deprels[said] = closing.cue, "ccomp"


def _arguments(
    clause: Clause, closing: _Closing, heads: Sequence[int], deprels: Sequence[str]
) -> tuple[Predicate, ...]:
    """The predicates with arguments that keep to their side of the cut."""
    found = []
    for predicate in clause.parse.predicates:
        word = predicate.word
        if word == closing.cue:
            continue
        args = tuple(a for a in predicate.args if (a.word < closing.first) == (word < closing.first))
        if word > closing.cue and deprels[word] == "advcl":
            args = tuple(a for a in args if a.role != "ARG0")
        found.append(replace(predicate, args=args))
    said = next(w for w in range(closing.first) if heads[w] == closing.cue and deprels[w] == "ccomp")
    told = [w for w in range(closing.cue + 1, len(heads)) if heads[w] == closing.cue and deprels[w] in {"iobj", "obj"}]
    own = clause.predicates.get(closing.cue)
    spoken = (
        Argument("ARG1", said),
        Argument("ARG0", closing.head),
        *(Argument("ARG2", w) for w in told[:1]),
        *(a for a in (own.args if own else ()) if a.role.startswith("ARGM") and a.word > closing.cue),
    )
    return tuple(sorted([*found, Predicate(closing.cue, spoken)], key=lambda p: p.word))


def _names(clause: Clause, first: int) -> list[Name]:
    """The names, one that runs into the speaker's cut in two."""
    found: list[Name] = []
    for name in clause.parse.names:
        if name.first < first < name.end:
            placed = name.first > 0 and clause.upos[name.first - 1] == "ADP"
            found += [*([Name("GPE", name.first, first)] if placed else []), Name(name.type, first, name.end)]
        else:
            found.append(name)
    return found
