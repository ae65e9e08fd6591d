"""Attribution: who says what, with which cue (the terms of PARC and PolNeAR).

Cues are read as predicates with roles, so that passive, nominal and relative constructions come alike; "according to"
and its kin are read off the tree; a quotation that runs on is carried over to its speaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.claims.clause import VERBAL, Clause
from counterclaim.lexicon.tables import Cue
from counterclaim.records import Attribution, Filler, Span, Stance

_CLAUSAL = frozenset({"ccomp", "xcomp", "parataxis", "acl", "advcl", "csubj", "csubj:pass"})
_OF_MEDIA = frozenset({"in", "on", "at", "during", "to", "via", "through"})
_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Scoped:
    """An attribution and the words it covers. A carried-over one covers its whole sentence and has no cue there."""

    attribution: Attribution
    content: frozenset[int]
    cue: int | None
    direct: bool = False


def find_attributions(clause: Clause) -> list[Scoped]:
    """The attributions of one sentence, widest content first."""
    found = [*_cued(clause), *_phrased(clause)]
    return sorted(found, key=lambda s: -len(s.content))


def _cued(clause: Clause) -> Iterator[Scoped]:
    for word, predicate in clause.predicates.items():
        for cue in _cues(clause, word):
            arguments = {a.role: a.word for a in predicate.args}
            content = _content(clause, word, cue, arguments)
            source = _source(clause, word, cue, arguments, content)
            if source is None or not content or source in content:
                continue
            if clause.upos[word] != "VERB" and not any(clause.upos[i] in VERBAL for i in content):
                continue  # "the report", "in response to the attack": a noun attributes only a clause
            content -= clause.subtree(source) if clause.heads[source] == word else {source}
            if content:
                yield Scoped(
                    Attribution(clause.filler(source), clause.word_filler(word), cue.stance, _medium(clause, word)),
                    frozenset(content),
                    word,
                    _direct(clause, content),
                )
                break


def _cues(clause: Clause, word: int) -> tuple[Cue, ...]:
    cues, form = clause.lexicon.cues, clause.lower[word]
    if clause.upos[word] in VERBAL:
        listed = cues.get((clause.phrasal(word) or form, "verb")) or cues.get((form, "verb"))
        return listed or _unlisted(clause, word)
    if clause.upos[word] == "NOUN":
        return cues.get((form, "noun"), ())
    return cues.get((form, "adjective"), ()) if clause.upos[word] == "ADJ" else ()


def _unlisted(clause: Clause, word: int) -> tuple[Cue, ...]:
    """A verb that no table lists, with a that-clause and somebody for its subject, reports what they say or think."""
    for c in clause.all_children(word, "ccomp"):
        that = any(clause.lower[m] == "that" for m in clause.all_children(c, "mark"))
        subject = clause.child(word, "nsubj")
        if that and subject is not None and clause.kinds(clause.antecedent(subject)) & {"actor", "person"}:
            return (Cue(clause.lower[word], "verb", Stance.ASSERT, "ARG0", "ARG1"),)
    return ()


def _content(clause: Clause, word: int, cue: Cue, arguments: dict[str, int]) -> set[int]:
    """The words of what is said: the argument's subtree, or the clause that the cue hangs on or governs."""
    verbal = clause.upos[word] in VERBAL
    content: set[int] = set()
    head = arguments.get(cue.content) if verbal else None  # of a noun only a clause is content
    if head is not None and head != word:
        content = clause.subtree(head)
        if word in content:  # the cue is parenthetical: "…, he said, …"
            content -= clause.subtree(word)
        described = arguments.get("ARG2")
        if cue.content == "ARG1" and cue.hearer is None and described is not None and clause.case(described) == "as":
            content |= clause.subtree(described)  # "described the sale as a mistake"
    for c in clause.children[word]:
        if clause.deprels[c] in {"ccomp", "csubj:pass"} or (clause.deprels[c] == "acl" and not verbal):
            content |= clause.subtree(c)
    if not content and clause.deprels[word] == "parataxis" and verbal:
        content = clause.subtree(clause.heads[word]) - clause.subtree(word)
    if not content and verbal:
        quoted = clause.child(word, "parataxis", "xcomp", "obj")
        content = clause.subtree(quoted) if quoted is not None else set()
    return content - {word}


def _source(clause: Clause, word: int, cue: Cue, arguments: dict[str, int], content: set[int]) -> int | None:
    """The head word of the source, or None where nobody is named."""
    source = arguments.get(cue.source)
    subjects = clause.all_children(word, "nsubj")
    if source in subjects and clause.upos[source] == "PRON" and len(subjects) > 1:
        source = next((s for s in subjects if clause.upos[s] != "PRON"), source)  # damaged text: "the state He said"
    if source is not None and clause.heads[source] == word and clause.deprels[source] in {"obj", "iobj"}:
        source = None  # who is told is not who tells
    if clause.upos[word] == "VERB" and clause.is_passive(word):
        # "is believed to": nobody is named, unless with "by"; the subject is what is spoken of.
        by = [c for c in clause.all_children(word, "obl") if clause.case(c) == "by"]
        source = clause.child(word, "obl:agent") or (by[0] if by else None)
        return source if source not in content else None
    if source is None and clause.upos[word] == "VERB":
        source = clause.subject(word)
    if source is None and clause.upos[word] == "NOUN":
        source = clause.child(word, "nmod:poss")
        if source is None:
            by = [c for c in clause.all_children(word, "nmod") if clause.case(c) in {"by", "from"}]
            source = by[0] if by else None
        if source is None and clause.heads[word] >= 0 and clause.deprels[word] in {"obj", "obl"}:
            source = clause.child(clause.heads[word], "nsubj")
    if source is None or source in content or clause.is_time(source):
        return None
    source = clause.antecedent(source)
    if clause.kinds(source) & {"materiel", "measure", "money"} and not clause.kinds(source) & {"actor", "person"}:
        return None
    return None if clause.upos[source] in {"VERB", "ADV", "ADP", "PUNCT", "NUM"} else source


def _medium(clause: Clause, word: int) -> Filler | None:
    for c in clause.all_children(word, "obl"):
        if clause.lower[c] in clause.lexicon.media and clause.case(c) in _OF_MEDIA:
            return clause.filler(c)
    return None


def _phrased(clause: Clause) -> Iterator[Scoped]:
    """ "according to X" and the like: the source is the phrase's noun, the content the clause it hangs on."""
    for at, form in enumerate(clause.lower):
        for phrase in clause.lexicon.phrases.get(form, ()):
            end = at + len(phrase.words)
            if tuple(clause.lower[at:end]) != phrase.words:
                continue
            source = _phrase_source(clause, at, end)
            if source is None:
                continue
            host = clause.heads[source] if clause.upos[at] == "ADP" or clause.case(source) else clause.heads[at]
            while host >= 0 and clause.upos[host] in {"NOUN", "PROPN", "NUM", "ADJ"} and clause.heads[host] >= 0:
                host = clause.heads[host]
            if host < 0:
                continue
            content = clause.subtree(host) - clause.subtree(source) - set(range(at, end))
            if content:
                span = Span(clause.spans[at].start, clause.spans[end - 1].end)
                cue = Filler(span.of(clause.text), span)
                yield Scoped(Attribution(clause.filler(source), cue, phrase.stance), frozenset(content), at)


def _phrase_source(clause: Clause, at: int, end: int) -> int | None:
    """The noun that a phrase's last preposition or participle governs."""
    marks = set(range(at, end))
    for word in range(end, min(end + 12, len(clause.words))):
        governed = clause.heads[word] in marks and clause.deprels[word] in {"obj", "obl", "nmod"}
        cased = any(c in marks for c in clause.all_children(word, "case"))
        if (governed or cased) and clause.upos[word] in {"NOUN", "PROPN", "PRON", "NUM"}:
            return word
    return None


def _direct(clause: Clause, content: set[int]) -> bool:
    marks = {clause.words[i] for i in content} | {
        clause.words[i]
        for edge in (min(content) - 1, max(content) + 1)
        if 0 <= edge < len(clause.words)
        for i in [edge]
    }
    return bool(marks & (_OPEN | _CLOSE | {'"', "''", "``"}))


def carried_over(clauses: Sequence[Clause], found: Sequence[list[Scoped]]) -> list[list[Scoped]]:
    """Add to each sentence that lies wholly inside a quotation, and names no speaker of its own, the speaker of the
    quotation's neighbouring sentence in the same paragraph."""
    result = [list(scoped) for scoped in found]
    for i, clause in enumerate(clauses):
        if result[i] or not clause.words or clause.words[0] not in _OPEN | {'"'}:
            if not _continues(clauses, result, i):
                continue
        elif not _wholly_quoted(clause):
            continue
        speaker = _speaker(clauses, result, i)
        if speaker is not None:
            own = Attribution(speaker.source, speaker.cue, Stance.ASSERT, speaker.medium)
            result[i].insert(0, Scoped(own, frozenset(range(len(clause.words))), None, direct=True))
    return result


def _wholly_quoted(clause: Clause) -> bool:
    """Opens with a quotation mark and either never closes it or closes it at the very end."""
    closing = [i for i, w in enumerate(clause.words) if w in _CLOSE or (w == '"' and i)]
    return not closing or closing[0] >= len(clause.words) - 2


def _continues(clauses: Sequence[Clause], found: Sequence[list[Scoped]], i: int) -> bool:
    """Whether the sentence before left a carried-over quotation open."""
    if i == 0 or found[i] or not found[i - 1] or found[i - 1][0].cue is not None:
        return False
    marks = [w for w in clauses[i - 1].words if w in _OPEN | _CLOSE]
    return not marks or marks[-1] in _OPEN


def _speaker(clauses: Sequence[Clause], found: Sequence[list[Scoped]], i: int) -> Attribution | None:
    """The speaker quoted directly in the sentence before, if no paragraph lies between, or carried over there."""
    if i == 0:
        return None
    gap = clauses[i].text[clauses[i - 1].parse.sentence.span.end : clauses[i].parse.sentence.span.start]
    if gap.count("\n") > 1:
        return None
    return next((s.attribution for s in found[i - 1] if s.direct), None)
