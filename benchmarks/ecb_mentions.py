"""What the project reads in ECB+ documents: stories, and the given actions with participants, place and time.

Words and sentences are the corpus's own; trees, roles and names are the language layer's.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.ecb import EcbDocument, EcbMention
from counterclaim.alignment.mention_words import lemma
from counterclaim.alignment.mentions import EventMention, Participant
from counterclaim.language.model import FOLDER
from counterclaim.language.reader import Reader
from counterclaim.records import Document, Name, NamedSentence, Parse, Section, Sentence, Span, digest
from counterclaim.stories.cluster import clustered

__all__ = ["Laid", "event_mention", "events", "lay_out", "read", "stories_of", "vocabulary"]

_NAMED = 4  # sentences at a document's beginning that are read for names, besides those with mentions
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SUBSTANCE = frozenset({"NOUN", "PROPN", "ADJ"})
_WHERE = frozenset({"ARGM-LOC", "ARGM-DIR", "ARGM-GOL"})
_NOMINAL = frozenset({"nsubj", "obj", "nmod", "compound", "obl", "amod"})
_EDGES = "\"'#®.,“”‘’"


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as the project reads it: its sentences by the corpus's numbers, and the parses of some of them."""

    document: Document
    sentences: Mapping[int, Sentence]
    parses: dict[int, Parse]


def vocabulary() -> frozenset[str]:
    """Words of English, from the language model's word pieces."""
    return frozenset((FOLDER / "vocab.txt").read_text(encoding="utf-8").split())


def lay_out(document: EcbDocument) -> Laid:
    """The words joined by spaces, a sentence a line. The address that some files begin with is no sentence."""
    used = {m.sentence for m in document.mentions}
    text, sentences = "", dict[int, Sentence]()
    for number, words in enumerate(document.sentences):
        if not words or (words[0] == "http" and number not in used):
            continue
        start, spans = len(text), list[Span]()
        for word in words:
            text += " " if spans else ""
            spans.append(Span(len(text), len(text) + len(word)))
            text += word
        sentences[number] = Sentence(Span(start, len(text)), tuple(spans))
        text += "\n"
    return Laid(Document(document.name, text, digest(text)), sentences, {})


def read(documents: Sequence[EcbDocument], reader: Reader) -> list[Laid]:
    """Parse every sentence with a mention and the first ones of each document."""
    found = []
    for document in documents:
        laid = lay_out(document)
        chosen = sorted({m.sentence for m in document.mentions} | {i for i in laid.sentences if i < _NAMED})
        parses = reader.parse(laid.document.text, [laid.sentences[i] for i in chosen])
        laid.parses.update(zip(chosen, parses, strict=True))
        found.append(laid)
    return found


def stories_of(laid: Sequence[Laid]) -> dict[str, str]:
    """Document's file name to the id of its story."""
    stories = clustered([(one.document, _named(one)) for one in laid])
    return {one.document.path: stories.story_of(one.document.id) for one in laid}


def _named(one: Laid) -> list[NamedSentence]:
    return [
        one.parses[i].named(one.document.text) if i in one.parses else NamedSentence(s.span, Section.BODY, ())
        for i, s in one.sentences.items()
    ]


def events(
    documents: Sequence[EcbDocument], laid: Sequence[Laid], stories: Mapping[str, str], known: Container[str]
) -> list[EventMention]:
    """All mentions of the documents, in the order that they stand there."""
    return [
        event_mention(document, mention, one.parses[mention.sentence], stories[document.name], known)
        for document, one in zip(documents, laid, strict=True)
        for mention in document.mentions
    ]


def event_mention(
    document: EcbDocument, mention: EcbMention, parse: Parse, story: str, known: Container[str]
) -> EventMention:
    """A given action with what its sentence says of it."""
    phrase = _Phrase(document.sentences[mention.sentence], parse, known)
    head = _head(mention, parse)
    arguments = [(a.role, a.word) for p in parse.predicates if p.word in mention.words for a in p.args]
    place = [w for role, at in arguments if role in _WHERE for w in phrase.content(at)]
    place += [w for at in phrase.places_below(head) for w in phrase.content(at)]
    return EventMention(
        document.name,
        story,
        phrase.lemma(head),
        " ".join(phrase.words[w] for w in mention.words),
        parse.upos[head],
        tuple(phrase.participants(head, mention.words, arguments)),
        tuple(place),
        tuple(w for role, at in arguments if role == "ARGM-TMP" for w in phrase.content(at)),
        tuple(phrase.lemma(i) for i, tag in enumerate(parse.upos) if tag in _CONTENT),
        mention.sentence - (document.part == "ecbplus"),  # an address comes first there
    )


def _head(mention: EcbMention, parse: Parse) -> int:
    """The word of the trigger that hangs on none of its others; one that says something where there are several."""
    tops = [w for w in mention.words if parse.heads[w] not in mention.words] or list(mention.words)
    return next((w for w in tops if parse.upos[w] in _CONTENT), tops[0])


class _Phrase:
    """A sentence with its parse, asked word by word."""

    def __init__(self, words: Sequence[str], parse: Parse, known: Container[str]) -> None:
        self.words, self.parse, self.known = words, parse, known
        self.names = {w: name for name in parse.names for w in range(name.first, name.end)}

    def lemma(self, at: int) -> str:
        return lemma(self.words[at].strip(_EDGES) or self.words[at], self.parse.upos[at], self.known)

    def participants(
        self, head: int, trigger: Sequence[int], arguments: Sequence[tuple[str, int]]
    ) -> Iterator[Participant]:
        """Those that fill a role, then nouns that hang on the trigger without one; pronouns say nothing."""
        core = [(role, at) for role, at in arguments if not role.startswith("ARGM")]
        taken = {at for _, at in core}
        for role, at in core:
            if self.parse.upos[at] != "PRON":
                yield Participant(role, self.lemma(at), self._name(at))
        for at in self._below(head):
            if at not in taken and at not in trigger and self.parse.upos[at] in _SUBSTANCE:
                yield Participant(None, self.lemma(at), self._name(at))

    def places_below(self, head: int) -> list[int]:
        """Named places that hang on a word by a preposition."""
        return [
            at
            for at in self._below(head)
            if self.parse.deprels[at].startswith(("obl", "nmod")) and self._kind(at) in {"GPE", "LOC", "FAC"}
        ]

    def content(self, top: int) -> list[str]:
        """Lemmas of the nouns and figures at a word and below it."""
        inside = {top}
        for _ in range(8):
            inside |= {i for i, head in enumerate(self.parse.heads) if head in inside}
        return [self.lemma(i) for i in sorted(inside) if self.parse.upos[i] in {"NOUN", "PROPN", "NUM"}]

    def _below(self, head: int) -> list[int]:
        return [
            i
            for i, above in enumerate(self.parse.heads)
            if above == head and self.parse.deprels[i].split(":")[0] in _NOMINAL
        ]

    def _kind(self, at: int) -> str | None:
        name: Name | None = self.names.get(at)
        return name.type if name else None

    def _name(self, at: int) -> str | None:
        name = self.names.get(at)
        return " ".join(self.words[name.first : name.end]) if name else None
