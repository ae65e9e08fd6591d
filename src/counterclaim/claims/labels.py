"""Speakers set beside what they say without a verb: "Minister: ..." in headlines, "NAME: ..." in transcripts, and a
quotation signed with a dash."""

from collections import Counter
from collections.abc import Iterator, Sequence

from counterclaim.claims.clause import VERBAL, Clause
from counterclaim.claims.credits import closing_credit, opening_credit
from counterclaim.claims.quotations import CLOSERS, OPENERS, paragraphs
from counterclaim.claims.sources import Scoped, carried
from counterclaim.lexicon.outlets import Outlet, outlets
from counterclaim.records import Attribution, Filler, Section, Span, Stance

_LONGEST = 8  # words of a label
_LONGEST_DATED = 16  # words of a label with a date before it
_SHORTEST = 4  # words of a headline with a credit
_DASHES = frozenset({"—", "–", "―", "-", "--"})
_ORIGINS = frozenset("paper papers report reports media source sources official officials minister ministry".split())
_TURNS = frozenset({"q", "a", "question", "answer"})
_PARAGRAPHS_A_TURN = 12
_HEADLINES = frozenset({Section.TITLE, Section.RELATED})


def labelled(clauses: Sequence[Clause], found: Sequence[list[Scoped]]) -> list[list[Scoped]]:
    """Add to each sentence what a label gives to a speaker. ``found`` are each sentence's own attributions."""
    result = [list(scoped) for scoped in found]
    starts = list(paragraphs(clauses))
    _transcript(clauses, starts, result)
    opening = next((s for s, c in enumerate(clauses) if any(pos in VERBAL for pos in c.upos)), 0)
    if all(first != opening for first, _ in starts) and len(clauses) > opening:
        result[opening] += _headline(clauses[opening], opens=True)  # a date or a place stands before it in its line
    for first, end in starts:
        if not any(s.cue is not None and clauses[first].words[s.cue] == ":" for s in result[first]):
            result[first] += _headline(clauses[first], opens=first in {0, opening})
        result[first] += _credited(clauses[first], opens=first == 0 and end == 1)
        result[end - 1] += _signed(clauses[end - 1])
    return result


def _transcript(clauses: Sequence[Clause], starts: Sequence[tuple[int, int]], result: list[list[Scoped]]) -> None:
    """An interview in turns: every turn opens with its speaker's name, and at least one name comes back."""
    labels = {i: label for i, (first, _) in enumerate(starts) if (label := _label(clauses[first])) is not None}
    names = Counter(" ".join(clauses[starts[i][0]].lower[a:b]) for i, (a, b) in labels.items())
    turns = [i for i, (a, b) in labels.items() if names[" ".join(clauses[starts[i][0]].lower[a:b])] > 1]
    if len(turns) < 3:
        return
    for i, following in zip(turns, [*turns[1:], turns[-1] + 1], strict=True):
        first = starts[i][0]
        last = starts[min(following, i + _PARAGRAPHS_A_TURN) - 1][1]
        speaker = _beside(clauses[first], *labels[i])
        if speaker is None:
            continue
        result[first].insert(0, speaker)
        for s in range(first + 1, last):
            if clauses[s].words:
                result[s].insert(0, carried(speaker, frozenset(range(len(clauses[s].words)))))


def _label(clause: Clause) -> tuple[int, int] | None:
    """The words of a name (capitals, a title) that a colon ends at a paragraph's head."""
    first = 1 if clause.words and clause.words[0] in OPENERS else 0
    colon = next((i for i, w in enumerate(clause.words[: first + 6]) if w == ":"), None)
    if colon is None or colon == first or colon + 1 >= len(clause.words):
        return None
    name = clause.words[first:colon]
    named = clause.name(first)
    if all(w[0].isupper() or w == "." for w in name) and (
        all(w.isupper() or not w[0].isalpha() for w in name)
        or (named is not None and named.type == "PER")
        or clause.lower[first] in _TURNS
    ):
        return first, colon
    return None


def _headline(clause: Clause, *, opens: bool) -> Iterator[Scoped]:
    """ "Minister: Fleet will grow": a person or body, a colon, and what they say, as headlines have it; ``opens``: so
    does a document's first sentence, a date in front or not."""
    colon = next((i for i, w in enumerate(clause.words[: _LONGEST_DATED + 1]) if w == ":"), None)
    if not colon or colon + 3 > len(clause.words):
        return
    first = next((i for i in range(colon) if not _is_date(clause, i)), colon)
    if first == colon or colon - first > _LONGEST:
        return
    label, rest = range(first, colon), range(colon + 1, len(clause.words))
    quoted = clause.words[colon + 1] in OPENERS | {"‘", "'"}
    headline = opens or clause.parse.sentence.section in _HEADLINES
    if not headline and not quoted:
        return
    if any(clause.upos[i] in VERBAL for i in label) or not any(clause.upos[i] in VERBAL for i in rest):
        return
    head = clause.top(label)
    name, kinds = clause.name(head), clause.kinds(head)
    body = name is not None and name.type in {"PER", "ORG"}
    known = name is not None or clause.upos[head] == "NOUN"
    if body or "person" in kinds or ("actor" in kinds and (quoted or (known and "place" not in kinds))):
        speaker = _beside(clause, first, colon)
        if speaker is not None:
            yield speaker


def _is_date(clause: Clause, word: int) -> bool:
    return clause.is_time(word) or clause.upos[word] in {"NUM", "PUNCT"}


def _credited(clause: Clause, *, opens: bool) -> Iterator[Scoped]:
    """ "Army retakes town AGENCY", "Raid kills forty Monitor": a headline with a known agency or "Monitor" at its end
    and no mark before it."""
    unmarked = bool(clause.words) and clause.words[-1][-1].isalnum()  # no sentence of the text ends so
    headline = opens or unmarked or clause.parse.sentence.section in _HEADLINES
    if not headline or len(clause.words) < _SHORTEST:
        return
    end = len(clause.words)
    known, forms = outlets(), clause.words
    named = (k for k in range(max(end - _LONGEST, 1), end) if _wire(known.get(" ".join(forms[k:]))))
    first = next(named, None)
    if first is None:
        first = closing_credit(clause.words, clause.upos)
    opening = opening_credit(clause.words, clause.upos)
    if opening is not None:
        origin = _stretch(clause, 0, opening)
        yield Scoped(Attribution(origin, origin, Stance.ASSERT), frozenset(range(opening, end)), 0, speaker=0)
    if first is None or clause.upos[first - 1] not in {"NOUN", "PROPN", "NUM", "ADV"}:
        return
    content = frozenset(range(first))
    if not any(clause.is_verbal(i) or (clause.lower[i], "verb") in clause.lexicon.triggers for i in content):
        return
    origin = _stretch(clause, first, end)
    yield Scoped(Attribution(origin, origin, Stance.ASSERT), content, first, speaker=clause.top(range(first, end)))


def _wire(outlet: Outlet | None) -> bool:
    return outlet is not None and outlet.kind in {"agency", "monitor"}


def _beside(clause: Clause, first: int, colon: int) -> Scoped | None:
    head = clause.top(range(first, colon))
    content = frozenset(range(colon + 1, len(clause.words)))
    if not content:
        return None
    return Scoped(
        Attribution(_stretch(clause, first, colon), _stretch(clause, colon, colon + 1), Stance.ASSERT),
        content,
        colon,
        direct=True,
        speaker=head,
    )


def _signed(clause: Clause) -> Iterator[Scoped]:
    """A quotation and, after a dash, whose it is: “…” — Name."""
    end = len(clause.words)
    while end > 1 and clause.words[end - 1] in {".", ","}:
        end -= 1
    dash = next((i for i in range(end - 1, max(end - 2 - _LONGEST, -1), -1) if clause.words[i] in _DASHES), None)
    if dash is None or dash + 1 >= end:
        return
    quoted = dash == 0 or clause.words[dash - 1] in CLOSERS
    if not (_names_a_speaker(clause, range(dash + 1, end)) if quoted else _names_a_paper(clause, range(dash + 1, end))):
        return
    opening = next((i for i in range(dash - 2, -1, -1) if clause.words[i] in OPENERS), 0) if quoted else 0
    content = frozenset(range(opening, dash))
    if not quoted and not any(clause.upos[i] in VERBAL for i in content):
        return
    head = clause.top(range(dash + 1, end))
    attribution = Attribution(_stretch(clause, dash + 1, end), _stretch(clause, dash, dash + 1), Stance.ASSERT)
    yield Scoped(attribution, content, dash, direct=quoted, speaker=head)


def _names_a_speaker(clause: Clause, words: range) -> bool:
    name = clause.name(words.start)
    return name is not None and name.type in {"PER", "ORG"}


def _names_a_paper(clause: Clause, words: range) -> bool:
    """Whether a headline's last word or two say where it is from: "… – paper", "… – Reuters"."""
    short = len(words) <= 2 and clause.upos[words[-1]] in {"NOUN", "PROPN"}
    last = clause.lower[words[-1]]
    return short and (last in clause.lexicon.outlets or last in _ORIGINS)


def _stretch(clause: Clause, first: int, end: int) -> Filler:
    span = Span(clause.spans[first].start, clause.spans[end - 1].end)
    return Filler(span.of(clause.text), span)
