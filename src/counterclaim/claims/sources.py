"""Who speaks, and where: the source of a cue, its medium, and the record that holds an attribution with its words."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from counterclaim.claims.clause import Clause
from counterclaim.claims.speakers import can_speak
from counterclaim.lexicon.tables import Cue
from counterclaim.records import Attribution, Filler, Span, Stance

_OF_MEDIA = frozenset({"in", "on", "at", "during", "to", "via", "through"})
_FIRST_PERSON = frozenset("i we my our me us".split())
_NO_SOURCE = frozenset({"VERB", "ADV", "ADP", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Scoped:
    """An attribution and the words it covers. A carried-over one has no cue in its sentence.

    ``speaker`` is the word of this sentence that stands for the source (of "the envoy, who said", "who"), None where
    the source stands elsewhere. ``loose`` marks what somebody wants, does with words or thinks of a thing: part of what
    corpora of attribution mark, but no source of a claim. ``head`` is the word that the cue governs, where the tree
    says so. Content is empty where the cue stands by itself ("She added:") and its words in other sentences.
    """

    attribution: Attribution
    content: frozenset[int]
    cue: int | None
    direct: bool = False
    speaker: int | None = None
    loose: bool = False
    head: int | None = None


def carried(scoped: Scoped, words: frozenset[int]) -> Scoped:
    """The same speaker's attribution over words of another sentence."""
    own = replace(scoped.attribution, stance=Stance.ASSERT)
    return Scoped(own, words, None, direct=True)


def in_own_voice(scoped: list[Scoped]) -> list[Scoped]:
    """Attributions of one sentence with "I" and "we" inside somebody's words given to that speaker."""
    found = []
    for own in scoped:
        source = own.attribution.source
        if source is not None and source.text.lower() in _FIRST_PERSON and own.cue is not None:
            around = [s for s in scoped if s is not own and own.cue in s.content and s.attribution.source is not None]
            speaker = min(around, key=lambda s: len(s.content)).attribution.source if around else source
            own = replace(own, attribution=replace(own.attribution, source=speaker))
        found.append(own)
    return found


def one_voice(chain: list[Scoped]) -> list[Scoped]:
    """A chain of sources, outermost first, in which nobody stands twice in a row: of "I deny it, X said" the denial."""
    return [
        s
        for s, inner in zip_longest(chain, chain[1:])
        if inner is None or s.attribution.source is None or inner.attribution.source != s.attribution.source
    ]


def told_words(clause: Clause, word: int) -> Filler:
    """A source's phrase without an adverb at its end ("Berg further said")."""
    filler = _with_others(clause, word, clause.filler(word))
    last = word
    while last + 1 < len(clause.words) and clause.spans[last + 1].end <= filler.span.end:
        last += 1
    while last > word and clause.upos[last] == "ADV":
        last -= 1
    if clause.spans[last].end >= filler.span.end:
        return filler
    span = Span(filler.span.start, clause.spans[last].end)
    return Filler(span.of(clause.text), span)


def _with_others(clause: Clause, word: int, filler: Filler) -> Filler:
    """A source's phrase with those who say it together with it: "the UN and the Red Cross said"."""
    others = [c for c in clause.all_children(word, "conj") if c > word and clause.upos[c] in {"NOUN", "PROPN"}]
    if not others or any(clause.child(c, "nsubj", "cop") is not None or not can_speak(clause, c) for c in others):
        return filler
    span = Span(filler.span.start, max(filler.span.end, clause.phrase(others[-1]).end))
    between = [i for i, word_span in enumerate(clause.spans) if span.covers(word_span)]
    told = any(clause.upos[i] in {"VERB", "AUX"} for i in between)
    return filler if told else Filler(span.of(clause.text), span)


def source_of(clause: Clause, word: int, cue: Cue, arguments: dict[str, int], content: set[int]) -> int | None:
    """The word that stands for the source, or None where nobody is named. A relative pronoun stays itself.

    ``arguments`` are the cue's, by role; ``content`` is what it says.
    """
    subjects = clause.all_children(word, "nsubj")
    source = _of_several(clause, arguments.get(cue.source), subjects)
    if source is not None and clause.heads[source] == word and clause.deprels[source] in {"obj", "iobj"}:
        inverted = source > word and not subjects and content and min(content) < word
        source = source if inverted else None  # who is told is not who tells, but of "…”, added X"
    if source is not None and cue.hearer is not None and source == arguments.get(cue.hearer):
        source = None
    active = source in subjects and clause.child(word, "aux:pass") is None  # whatever the tree says
    if clause.upos[word] == "VERB" and not active and clause.is_passive(word):
        # "is believed to": nobody is named, unless with "by"; the subject is what is spoken of.
        by = [c for c in clause.all_children(word, "obl") if clause.case(c) == "by"]
        source = clause.child(word, "obl:agent") or (by[0] if by else None)
        return source if source not in content else None
    if source is None and clause.upos[word] == "VERB":
        source = _quoted_as(clause, word)
    if source is None and clause.upos[word] in {"VERB", "ADJ"}:
        source = clause.subject(word)
    if clause.upos[word] == "VERB" and (source is None or not can_speak(clause, source)):
        speaking = _speaking_on(clause, word)
        source = source if speaking is None else speaking
    if clause.upos[word] == "NOUN":
        above = clause.heads[word]
        if source is not None and _is_judged(clause, word) and source == clause.subject(above):
            source = None  # "A rejected reports that": whatever the arguments say, these are not A's
        source = _of_noun(clause, word) if source is None else source
    if source is None or clause.is_time(source) or clause.deprels[source] == "expl":
        return None
    if source in content and (source != arguments.get(cue.source) or not _between(clause, source, word, content)):
        return None
    meant = clause.antecedent(source)
    if clause.kinds(meant) & {"materiel", "measure", "money"} and not clause.kinds(meant) & {"actor", "person"}:
        return None
    return None if clause.upos[meant] in _NO_SOURCE or (meant in content and meant != source) else source


def _of_several(clause: Clause, source: int | None, subjects: list[int]) -> int | None:
    """A cue's source where damaged text gives it two subjects."""
    if source is None or source not in subjects or len(subjects) < 2:
        return source
    if clause.upos[source] == "PRON":  # "the state He said"
        return next((s for s in subjects if clause.upos[s] != "PRON"), source)
    if source != subjects[0] and clause.name(subjects[0]) is not None and _explains(clause, source):
        return subjects[0]  # "the Harbour Fund an aid group reported": an apposition without commas
    return source


def _explains(clause: Clause, word: int) -> bool:
    """Whether a phrase says what somebody named before it is: it has an indefinite article and no name."""
    articles = [clause.lower[d] for d in clause.all_children(word, "det")]
    return clause.name(word) is None and any(a in {"a", "an"} for a in articles)


def _speaking_on(clause: Clause, word: int) -> int | None:
    """Who speaks in a participle beside a verb of speech: "said that …, adding that", "told X, accusing Y of"."""
    if clause.deprels[word] not in {"advcl", "acl"} or clause.parse.xpos[word] != "VBG":
        return None
    for above in clause.ancestors(word):
        if (clause.lower[above], "verb") in clause.lexicon.cues:
            return clause.subject(above)
    return None


def _quoted_as(clause: Clause, word: int) -> int | None:
    """Who is quoted in "quoted X as saying" and "X was quoted as saying"."""
    above = clause.heads[word]
    if above < 0 or not any(clause.lower[m] == "as" for m in clause.all_children(word, "mark", "case")):
        return None
    return clause.child(above, "obj", "nsubj:pass")


def _between(clause: Clause, source: int, word: int, content: set[int]) -> bool:
    """Whether a source that the tree puts into what is said stands between that and the cue: "…,” X, an aide, said"."""
    phrase = clause.subtree(source)
    rest = content - phrase
    return word not in phrase and bool(rest) and max(rest) < min(phrase) and max(phrase) < word


def _of_noun(clause: Clause, word: int) -> int | None:
    """The source of a noun: whose it is, by or from whom, or the subject of the verb that it belongs to."""
    source = clause.child(word, "nmod:poss")
    if source is None:
        by = [c for c in clause.all_children(word, "nmod") if clause.case(c) in {"by", "from", "in"}]
        source = next((c for c in by if clause.case(c) != "in" or "actor" in clause.kinds(c)), None)
    above = clause.heads[word]
    if source is None and above >= 0 and clause.deprels[word] in {"obj", "obl"} and not _is_judged(clause, word):
        source = clause.child(above, "nsubj")
    return source


def _is_judged(clause: Clause, noun: int) -> bool:
    """Whether somebody speaks about what a noun says: whoever issues a report speaks in it; whoever rejects or
    describes one does not."""
    above = clause.heads[noun]
    if above < 0 or clause.deprels[noun] not in {"obj", "obl"}:
        return False
    return not all(cue.clause_only for cue in clause.lexicon.cues.get((clause.lower[above], "verb"), ()))


def medium_of(clause: Clause, word: int, cue: Cue, arguments: dict[str, int]) -> Filler | None:
    """Where something was said: "in an interview with X", "on Telegram", or the outlet that was told."""
    for c in clause.all_children(word, "obl"):
        if clause.lower[c] in clause.lexicon.media and clause.case(c) in _OF_MEDIA:
            partner = next((n for n in clause.all_children(c, "nmod") if clause.case(n) == "with"), None)
            if partner is None or clause.name(partner) is None:
                return clause.filler(c)
            span = Span(clause.phrase(c).start, clause.phrase(partner).end)
            return Filler(span.of(clause.text), span)
    told = [arguments.get(cue.hearer or ""), clause.child(word, "obj", "iobj")]
    return next((clause.filler(t) for t in told if t is not None and is_outlet(clause, t)), None)


def is_outlet(clause: Clause, word: int) -> bool:
    """Whether a phrase names a news outlet: a known agency, or a named organisation with a word of the press in it."""
    name = clause.name(word)
    if name is None or name.type not in {"ORG", "WORK", "FAC"}:
        return False
    forms = clause.lower[name.first : name.end]
    return " ".join(forms) in clause.lexicon.outlets or any(f in clause.lexicon.outlets for f in forms)
