"""What a document is compared by: its words, the names in it, and the words of its headline and first sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Document, Mention, NamedSentence, Section, Span
from counterclaim.stories.words import words

# News tells first what matters most (the inverted pyramid, Pöttker 2003): the headline and the lead count for more.
_TITLE_TIMES = 3
_LEAD_TIMES = 2
_LEAD_WORDS = 60
_HEAD_WORDS = 25
_MOST_WORDS = 3000  # of one document; a report is rarely over 1,500
_APART = frozenset({Section.RELATED, Section.FRONT})  # headlines of other reports, bylines and dates
_STATES = frozenset({"GPE", "NORP", "ORG", "LOC"})
_ARTICLE = re.compile(r"^the |['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """How much each term counts, by field; a term of another field is another term.

    ``words`` are "w:" and a word; ``names`` "n:" and a name, a state by its English name whatever the adjective;
    ``head`` "h:" and a word of the headline or of the first sentence.
    """

    words: Counter[str]
    names: Counter[str]
    head: Counter[str]

    def fields(self) -> tuple[Counter[str], ...]:
        """The fields in a fixed order."""
        return self.words, self.names, self.head


def read_terms(document: Document, sentences: Sequence[NamedSentence]) -> Terms:
    """The terms of a document, of its first 3,000 words. Related headlines and front matter do not count.

    A document without sentences is read as one; one without text has no terms.
    """
    found = Terms(Counter(), Counter(), Counter())
    read = list(_read(document, sentences))
    if document.title and not any(s.section is Section.TITLE for s, _ in read):
        _count_title(found, words(document.title)[:_MOST_WORDS])
    told = 0  # words before the sentence, headline apart
    for sentence, stems in read:
        if sentence.section is Section.TITLE:
            times = _TITLE_TIMES
            _count_title(found, stems)
        else:
            times = _LEAD_TIMES if told < _LEAD_WORDS else 1
            _add(found.words, ("w:" + w for w in stems), times)
            if told == 0:
                _add(found.head, ("h:" + w for w in stems[:_HEAD_WORDS]), 1)
            told += len(stems)
        _add(found.names, (term for mention in sentence.mentions for term in _name(mention)), times)
    return found


def _read(document: Document, sentences: Sequence[NamedSentence]) -> Iterator[tuple[NamedSentence, list[str]]]:
    """The document's own sentences with their words, up to its first 3,000."""
    whole = NamedSentence(Span(0, len(document.text)), Section.BODY, ())
    left = _MOST_WORDS
    for sentence in sentences or (whole,):
        stems = [] if sentence.section in _APART else words(sentence.span.of(document.text))[:left]
        left -= len(stems)
        if stems:
            yield sentence, stems
        if left == 0:
            return


def _count_title(found: Terms, stems: list[str]) -> None:
    _add(found.words, ("w:" + w for w in stems), _TITLE_TIMES)
    _add(found.head, ("h:" + w for w in stems), 2)  # the headline and the first sentence in one: the headline leads


def _add(counts: Counter[str], terms: Iterator[str], times: int) -> None:
    for term in terms:
        counts[term] += times


def _name(mention: Mention) -> list[str]:
    """The terms of a name: a state; each word of a person's name, since it is often cut; any other name as a whole."""
    bare = _ARTICLE.sub("", mention.text)
    state = lexicon().states.get(bare)
    if state is not None and mention.type in _STATES:
        return ["n:" + state.name.casefold()]
    stems = words(bare)
    if mention.type == "PER":
        return ["n:" + w for w in stems]
    return ["n:" + " ".join(stems)] if stems else []
