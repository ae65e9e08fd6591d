"""Attribution: who says what, with which cue (the terms of PARC and PolNeAR).

Cues are read as predicates with roles, so that passive, nominal and relative constructions come alike; "according to"
and its kin are read off the tree; a quotation that runs on is carried over to its speaker.
"""

from collections.abc import Iterator, Sequence

from counterclaim.claims.clause import NOMINAL, VERBAL, Clause
from counterclaim.claims.closings import untangled
from counterclaim.claims.cue_senses import calls_untrue, is_no_speech, says_that, voiced
from counterclaim.claims.labels import labelled
from counterclaim.claims.quotations import give_speakers
from counterclaim.claims.sources import Scoped, in_own_voice, medium_of, source_of, told_words
from counterclaim.claims.speakers import surely_speaks
from counterclaim.lexicon.tables import Cue
from counterclaim.records import Attribution, Filler, Span, Stance

__all__ = ["Scoped", "carried_over", "find_attributions"]

_MARKS = frozenset('“”«»„"') | {"''", "``"}
_CUES = VERBAL | {"NOUN", "ADJ"}
# What a verb's object has to do with its content: part of it ("urged Iran to stop", "called it a lie").
_ABOUT = frozenset("as for of with over about by".split())
_SHORT = 8  # words of a sentence that only says who spoke
_CITING = frozenset({"citing", "quoting"})
_PERCEIVING = frozenset("hear witness overhear notice spot see sense".split())  # of an event, no remark on it
_TOPIC = frozenset("about of on to for against over at with from towards toward".split())


def find_attributions(clause: Clause, *, loose: bool = False) -> list[Scoped]:
    """The attributions of one sentence, widest content first.

    ``loose`` adds those that no claim takes its source from: wishes and decisions, nouns with a thing for their
    content, cues without a source.
    """
    clause = untangled(clause)
    phrased = list(_phrased(clause))
    read = {s.cue for s in phrased}  # ("citing" as a phrase and as a verb)
    found = [*(s for s in _cued(clause, loose=loose) if s.cue not in read), *phrased]
    return sorted(found, key=lambda s: -len(s.content))


def carried_over(clauses: Sequence[Clause], found: Sequence[list[Scoped]]) -> list[list[Scoped]]:
    """Each sentence's attributions with those of its neighbours that reach into it: speakers' labels, quotations that
    run on. ``found`` are the attributions of each sentence by itself."""
    given = give_speakers(clauses, labelled(clauses, found))
    return [in_own_voice(scoped) for scoped in given]


def _cued(clause: Clause, *, loose: bool) -> Iterator[Scoped]:
    for word, pos in enumerate(clause.upos):
        if pos not in _CUES:
            continue
        predicate = clause.predicates.get(word)
        if predicate is None and pos not in VERBAL:
            continue
        arguments = {a.role: a.word for a in predicate.args} if predicate else {}
        best: Scoped | None = None
        for cue in _cues(clause, word):
            scoped = _read(clause, word, cue, arguments)
            if scoped is not None and (loose or not scoped.loose) and (best is None or not best.content):
                best = scoped
        if best is not None and not (clause.deprels[word] == "acl" and _bare_participle(clause, word) and not loose):
            yield best  # ("a report seen by the agency" is no remark of the agency's)


def _cues(clause: Clause, word: int) -> tuple[Cue, ...]:
    cues, form = clause.lexicon.cues, clause.lower[word]
    if clause.upos[word] in VERBAL:
        phrasal = clause.phrasal(word) or _governing(clause, word)
        listed = (cues.get((phrasal, "verb")) if phrasal else None) or cues.get((form, "verb"))
        return listed or _unlisted(clause, word)
    return cues.get((form, "noun" if clause.upos[word] == "NOUN" else "adjective"), ())


def _governing(clause: Clause, word: int) -> str | None:
    """A verb with the preposition that follows it, as the table keys both ("called for")."""
    after = word + 1
    if after < len(clause.words) and clause.upos[after] in {"ADP", "SCONJ"}:
        return f"{clause.lower[word]} {clause.lower[after]}"
    return None


def _unlisted(clause: Clause, word: int) -> tuple[Cue, ...]:
    """A verb that no table lists, with a that-clause and somebody for its subject, reports what they say or think."""
    for c in clause.all_children(word, "ccomp"):
        that = any(clause.lower[m] == "that" for m in clause.all_children(c, "mark"))
        subject = clause.subject(word) if that else None
        if subject is not None and clause.kinds(clause.antecedent(subject)) & {"actor", "person"}:
            return (Cue(clause.lower[word], "verb", Stance.ASSERT, "ARG0", "ARG1"),)
    return ()


def _read(clause: Clause, word: int, cue: Cue, arguments: dict[str, int]) -> Scoped | None:
    """One cue with its source and content, or None where it attributes nothing."""
    verbal = clause.upos[word] in VERBAL
    content = _said(clause, word, cue, arguments) if verbal else _of_noun(clause, word)
    thing = not content and not verbal
    if thing:
        content = _topic(clause, word)
    if is_no_speech(clause, word, cue):
        return None
    source = source_of(clause, word, cue, arguments, content)
    if source is None and verbal and content:
        source = _after_quotation(clause, word, content)
    if not content and not (verbal and source is not None and _announces(clause, cue)):
        return None
    if source is None and (thing or not _impersonal(clause, word, content)):
        return None
    loose = (cue.attitude and not says_that(clause, word)) or thing or source is None
    speaks = any(clause.upos[i] in VERBAL for i in content)
    if not verbal and content and not (speaks and _finite(clause, word)):
        loose = True  # "the report", "in response to the attack": a noun attributes only a clause
    loose = loose or (verbal and not speaks and cue.lemma in _PERCEIVING)
    loose = loose or (source is not None and not voiced(clause, word, cue, source))
    if cue.quoted and not _direct(clause, content):
        return None
    if content and cue.clause_only and not _direct(clause, content):
        if _is_somebody(clause, content) or not (speaks or _happening(clause, content)):
            return None  # "found weapons", "questioned the man who was arrested"
    if source is None:
        meant = None
    else:
        meant = clause.antecedent(source)
        content -= clause.subtree(source) if clause.heads[source] == word or source in content else {source}
        if source in content:
            return None
    filler = None if meant is None else told_words(clause, meant)
    medium = medium_of(clause, word, cue, arguments)
    shown = _governing(clause, word) == f"{clause.lower[word]} {cue.lemma.partition(' ')[2]}"
    end = clause.spans[word + 1].end if shown else clause.word_filler(word).span.end
    span = Span(clause.spans[word].start, end)
    stance = Stance.DENY if cue.stance is Stance.ASSERT and calls_untrue(clause, word) else cue.stance
    attribution = Attribution(filler, Filler(span.of(clause.text), span), stance, medium)
    direct = _direct(clause, content)
    return Scoped(attribution, frozenset(content), word, direct, source, loose, _head(clause, word, content))


def _head(clause: Clause, word: int, content: set[int]) -> int | None:
    """The word that a cue governs: of several clauses in what is said, the one that is asserted."""
    return next((c for c in clause.all_children(word, "ccomp") if c in content), None)


def _after_quotation(clause: Clause, word: int, content: set[int]) -> int | None:
    """The subject between a closing mark and its cue that the tree has put into the quotation: "…,” X has told us"."""
    closing = max((i for i in content if i < word and clause.words[i] in _MARKS), default=None)
    if closing is None:
        return None
    subjects = [i for i in range(closing + 1, word) if clause.deprels[i].startswith("nsubj") and i in content]
    return subjects[0] if len(subjects) == 1 else None


def _announces(clause: Clause, cue: Cue) -> bool:
    """Whether a cue that governs nothing may still belong to a quotation beside it: "She added:", "…” he said."."""
    if cue.attitude or cue.clause_only:
        return False
    return clause.words[-1] == ":" or len(clause.words) <= _SHORT or any(w in _MARKS for w in clause.words)


def _impersonal(clause: Clause, word: int, content: set[int]) -> bool:
    """Whether a cue without a source still says that somebody speaks or thinks: "is believed", "there are claims"."""
    if clause.upos[word] == "NOUN":
        return any(clause.upos[i] in VERBAL for i in content)
    return clause.child(word, "nsubj:pass", "csubj:pass", "expl") is not None


def _finite(clause: Clause, word: int) -> bool:
    """Whether a noun or an adjective governs a clause: of an adjective ("surprised to see") no infinitive is one."""
    return clause.upos[word] == "NOUN" or clause.child(word, "ccomp") is not None


def _is_somebody(clause: Clause, content: set[int]) -> bool:
    """Whether what is said is no remark but somebody; "the fleet to buy 40 jets" is one."""
    top = clause.top(content)
    told = clause.subject(top) is not None or any(clause.child(c, "mark") for c in clause.all_children(top, "acl"))
    return clause.upos[top] in NOMINAL and not told and bool(clause.kinds(top) & {"actor", "person"})


def _happening(clause: Clause, content: set[int]) -> bool:
    """Whether some word of what is said names an event ("spoke about the delivery")."""
    return any((clause.lower[i], "noun") in clause.lexicon.triggers for i in content)


def _said(clause: Clause, word: int, cue: Cue, arguments: dict[str, int]) -> set[int]:
    """The words of what a verb says: its argument's subtree and its clauses, or the clause that it hangs on."""
    content: set[int] = set()
    head = arguments.get(cue.content)
    if head is not None and head != word:
        content = clause.subtree(head)
        if word in content:  # the cue is parenthetical: "…, he said, …"
            content -= clause.subtree(word)
    wide = cue.stance in {Stance.DEMAND, Stance.ACCUSE} or cue.target
    _, _, preposition = cue.lemma.partition(" ")
    for c in clause.children[word]:
        relation = clause.deprels[c]
        marks = clause.all_children(c, "case", "mark")
        governed = relation in {"obl", "advcl"}
        if preposition and governed and any(clause.lower[m] == preposition for m in marks):
            content = (content | clause.subtree(c)) - set(marks[:1])
        elif (
            relation in {"ccomp", "csubj", "csubj:pass", "xcomp"}
            or (relation == "obj" and (wide or clause.child(word, "xcomp") is not None) and cue.hearer is None)
            or (relation == "obl" and content and clause.case(c) == "as")  # "described the sale as a mistake"
            or (governed and wide and any(clause.lower[m] in _ABOUT for m in marks))
            or (relation == "advcl" and cue.stance is Stance.DEMAND and any(clause.lower[m] == "to" for m in marks))
        ):
            content |= clause.subtree(c)
        elif relation == "advcl" and clause.parse.xpos[c] == "VBG" and any(clause.lower[m] == "as" for m in marks):
            return clause.subtree(c)  # "quoted an official as saying": the official's words, not the official
    for c in clause.children[word]:
        if clause.lower[c] in _CITING:  # "reported, citing a report, that": what is cited for is what is said
            content = (content - clause.subtree(c)) or _cited_for(clause, c)
    if not any(clause.upos[i] in VERBAL for i in content):
        content = _around(clause, word) or _before(clause, word) or content
    if not content:
        quoted = clause.child(word, "parataxis", "obj")
        content = clause.subtree(quoted) if quoted is not None else set()
    return content - {word}


def _before(clause: Clause, word: int) -> set[int]:
    """What stands before a comment at a sentence's end: "… left the ferry said the mayor", "… as the mayor said"."""
    if clause.deprels[word] not in {"advcl", "conj"}:
        return set()
    own = clause.subtree(word) - set(clause.all_children(word, "cc"))
    if any(clause.lower[m] == "as" for m in clause.all_children(word, "mark")):
        return clause.subtree(clause.heads[word]) - own
    ends = all(clause.upos[i] == "PUNCT" for i in range(max(own) + 1, len(clause.words)))
    subject = clause.child(word, "nsubj")
    inverted = subject is not None and subject > word and min(own) == word
    return set(range(word)) if ends and inverted else set()


def _around(clause: Clause, word: int) -> set[int]:
    """What a cue set into a sentence comments on: "Crews, he added, were trained", "…, the agency told us"."""
    relation, head = clause.deprels[word], clause.heads[word]
    if relation not in {"parataxis", "acl:relcl"}:
        return set()
    own = clause.subtree(word)
    marks = [i for i in (min(own) - 1, min(own), max(own), max(own) + 1) if 0 <= i < len(clause.words)]
    if any(clause.words[i] in {";", ":"} for i in marks):
        return set()
    if relation == "acl:relcl":
        # Between commas and without a relative pronoun, it only looks like a relative clause.
        subject = clause.child(word, "nsubj")
        commas = sum(clause.words[i] == "," for i in marks)
        if subject is None or clause.antecedent(subject) != subject or commas < 2 or len(own) > _SHORT:
            return set()
        head = clause.heads[head]
    if head < 0 or (not clause.is_verbal(head) and clause.child(head, "cop", "nsubj") is None):
        return set()
    return clause.subtree(head) - own


def _of_noun(clause: Clause, word: int) -> set[int]:
    """The words of what a noun or an adjective says: a clause of its own."""
    content: set[int] = set()
    for c in clause.children[word]:
        if (clause.deprels[c] in {"ccomp", "csubj:pass", "acl"} and not _bare_participle(clause, c)) or (
            clause.upos[word] == "ADJ" and clause.deprels[c] in {"xcomp", "advcl"} and c > word
        ):
            content |= clause.subtree(c)
    return content - {word}


def _bare_participle(clause: Clause, word: int) -> bool:
    """Whether a clause is only a participle ("a statement dated 11 June"), which says nothing."""
    return clause.parse.xpos[word] == "VBN" and clause.child(word, "aux", "aux:pass", "cop") is None


def _topic(clause: Clause, word: int) -> set[int]:
    """What a noun or an adjective is about, without the preposition: "criticism of the deal"."""
    for c in clause.all_children(word, "nmod", "obl"):
        if c > word and clause.case(c) in _TOPIC and not clause.is_time(c):
            return clause.subtree(c) - set(clause.all_children(c, "case"))
    return set()


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
            if phrase.words[0] == "according" and _ends(clause, source):
                host = _whole(clause, host)
            content = clause.subtree(host) - clause.subtree(source) - set(range(at, end))
            if phrase.words[0] in _CITING:
                content = _cited_for(clause, at) or _relayed(clause, host, content)
            elif clause.upos[at] == "VERB" and phrase.words[0] != "according":
                content = _relayed(clause, host, content)
            if content and surely_speaks(clause, source):
                span = Span(clause.spans[at].start, clause.spans[end - 1].end)
                attribution = Attribution(told_words(clause, source), Filler(span.of(clause.text), span), phrase.stance)
                yield Scoped(attribution, frozenset(content), at, _direct(clause, content), source)
                break


def _relayed(clause: Clause, host: int, content: set[int]) -> set[int]:
    """What a source is cited for in "A, citing B, said that …": what A says; ``content`` where nobody says anything."""
    said: set[int] = set()
    for c in clause.all_children(host, "ccomp"):
        said |= clause.subtree(c)
    if said or (clause.lower[host], "verb") not in clause.lexicon.cues:
        return said or content
    return _around(clause, host) or ({w for w in content if w > host} if clause.child(host, "obj") else set())


def _cited_for(clause: Clause, citing: int) -> set[int]:
    """The that-clause on what is cited: "citing a report that the port was shelled"."""
    cited = clause.child(citing, "obj")
    for c in [] if cited is None else clause.all_children(cited, "acl", "ccomp"):
        if any(clause.lower[m] == "that" for m in clause.all_children(c, "mark")):
            words = clause.subtree(c)
            last = max(words)
            while last + 1 < len(clause.words) and clause.upos[last + 1] != "PUNCT":
                last += 1  # what follows it without a comma goes on with it
            return words | set(range(min(words), last + 1))
    return set()


def _ends(clause: Clause, source: int) -> bool:
    """Whether nothing but marks follows a source's phrase."""
    last = max(clause.subtree(source))
    return all(clause.upos[i] == "PUNCT" for i in range(last + 1, len(clause.words)))


def _whole(clause: Clause, host: int) -> int:
    """The head of all that a final "according to X" comments on: relative clauses and conjuncts are part of it."""
    while clause.heads[host] >= 0 and clause.bases[host] in {"acl", "conj", "advcl", "nmod", "obl", "obj"}:
        host = clause.heads[host]
    return host


def _phrase_source(clause: Clause, at: int, end: int) -> int | None:
    """The noun that a phrase's last preposition or participle governs."""
    marks = set(range(at, end))
    for word in range(end, min(end + 12, len(clause.words))):
        governed = clause.heads[word] in marks and clause.deprels[word] in {"obj", "iobj", "obl", "nmod"}
        cased = any(c in marks for c in clause.all_children(word, "case"))
        if (governed or cased) and clause.upos[word] in {"NOUN", "PROPN", "PRON", "NUM"}:
            return word
    return None


def _direct(clause: Clause, content: set[int]) -> bool:
    """Whether a quotation mark stands in what is said or right beside it."""
    if not content:
        return False
    edges = {min(content) - 1, max(content) + 1} & set(range(len(clause.words)))
    return any(clause.words[i] in _MARKS for i in content | edges)
