"""Documents about the same happening, joined one at a time.

Each document opens a story of one; a story joins the one whose documents are on average most like its own, as long as
that reaches the threshold, and the story that comes of it looks again (average-link clustering, Sokal and Michener
1958, kept up to date locally). So joining, the merging of two stories that a new document bridges, and a second look at
documents that stood alone are one operation.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from counterclaim.records import Document, NamedSentence, Section, Story, content_id
from counterclaim.stories.candidates import Index
from counterclaim.stories.dates import Days, day, nearness, needed, together
from counterclaim.stories.joins import Join, shared
from counterclaim.stories.terms import Terms, read_terms
from counterclaim.stories.vectors import Rarity, Vector, Vocabulary, vector

ALIKE = 0.11  # mean likeness, times nearness in time, from which two stories are one
_REASONS = 8  # shared terms that a join names
_TITLE_LENGTH = 120  # characters

Named = tuple[Document, Sequence[NamedSentence]]
# How alike (negative: the most alike comes first), which story, with which, and how large both were then.
_Wish = tuple[float, int, int, tuple[int, ...]]


@dataclass(slots=True)
class _Member:
    number: int
    id: str
    title: str | None
    opening: str
    vector: Vector


@dataclass(slots=True)
class _Open:
    """A story in the making: its id, its documents, the sum of their vectors, their days.

    Its number is that of the document that came first, and so is its id.
    """

    id: str
    members: list[_Member]
    total: Vector
    days: Days


class Stories:
    """Stories that grow with each document; no other document is read again. ``alike`` is the threshold."""

    def __init__(self, *, alike: float = ALIKE) -> None:
        self._alike = alike
        self._rarity = Rarity()
        self._vocabulary = Vocabulary()
        self._index = Index()
        self._open: dict[int, _Open] = {}
        self._number: dict[str, int] = {}  # of the story that a document opened
        self._into: dict[int, int] = {}  # stories that were joined to another
        self._joins: list[Join] = []
        self._why: dict[str, Join] = {}

    def add(self, document: Document, sentences: Sequence[NamedSentence]) -> str:
        """Put a document into a story, and give the id that the story has now. One that is there already stays."""
        if document.id not in self._number:
            terms = read_terms(document, sentences)
            self._rarity.learn(terms, day(document.published))
            self._settle([self._enter(document, sentences, terms)])
        return self.story_of(document.id)

    def add_all(self, documents: Sequence[Named]) -> None:
        """Put documents into stories together: what is rare is learnt from all of them before any is compared, and
        those most alike join first. Of documents with one id the first counts.
        """
        fresh: dict[str, Named] = {}
        for document, sentences in documents:
            if document.id not in self._number:
                fresh.setdefault(document.id, (document, sentences))
        # Terms are read twice, since those of a whole collection would fill the memory.
        for pair in fresh.values():
            self._rarity.learn(read_terms(*pair), day(pair[0].published))
        self._settle([self._enter(*pair, read_terms(*pair)) for pair in fresh.values()])

    def story_of(self, document: str) -> str:
        """The id of the story that holds a document. Raises KeyError where it was never added."""
        return self._open[self._current(self._number[document])].id

    def stories(self) -> tuple[Story, ...]:
        """All stories in the order of their first documents."""
        return tuple(_closed(story) for _, story in sorted(self._open.items()))

    def joins(self) -> tuple[Join, ...]:
        """All joins in the order in which they were made."""
        return tuple(self._joins)

    def why(self, document: str) -> Join | None:
        """The first join that brought a document to others; None for one that others came to, or that stands alone."""
        return self._why.get(document)

    def _enter(self, document: Document, sentences: Sequence[NamedSentence], terms: Terms) -> int:
        number = len(self._number)
        own = vector(terms, self._rarity, self._vocabulary)
        member = _Member(number, document.id, document.title, _opening(document, sentences), own)
        self._number[document.id] = number
        self._open[number] = _Open(_story_id(document.id), [member], own, Counter([day(document.published)]))
        self._index.post(number, own, self._open[number].days)
        return number

    def _settle(self, numbers: Iterable[int]) -> None:
        """Let stories join others, the most alike first, until none is alike enough."""
        waiting = [w for n in numbers if (w := self._best(n))]
        heapify(waiting)
        while waiting:
            _, one, other, sizes = heappop(waiting)
            if one not in self._open:
                continue
            if sizes == self._sizes(one, other):
                one = self._join(one, other)
            if (again := self._best(one)) is not None:
                heappush(waiting, again)

    def _sizes(self, *numbers: int) -> tuple[int, ...]:
        """How many documents the stories have; none where one is no more."""
        return tuple(len(self._open[n].members) if n in self._open else 0 for n in numbers)

    def _current(self, number: int) -> int:
        """The story that a story's number stands for now; ways that were walked are made short."""
        walked = []
        while number in self._into:
            walked.append(number)
            number = self._into[number]
        self._into.update(dict.fromkeys(walked, number))
        return number

    def _best(self, number: int) -> _Wish | None:
        """The story that is most like this one, if it is enough so; of two alike, the older."""
        story = self._open[number]
        table = story.total.table()
        best, most = None, self._alike
        for other in sorted(self._index.near(number, story.total, story.days, self._open)):
            likeness = self._open[other].total.dot(table) / (len(story.members) * len(self._open[other].members))
            if likeness > most:  # nearness never raises it
                if likeness < self._alike * needed(story.days, self._open[other].days):
                    continue
                score = likeness * nearness(story.days, self._open[other].days)
                if score > most:
                    best, most = other, score
        return None if best is None else (-most, number, best, self._sizes(number, best))

    def _join(self, one: int, other: int) -> int:
        """Make two stories one, and give its number, that of the older."""
        first, second = min(one, other), max(one, other)
        older, younger = self._open[first], self._open.pop(second)
        self._note(older, younger)
        self._index.drop(second, younger.total, younger.days)
        self._into[second] = first
        # The shorter list goes into the longer, so that a very large story does not cost its square.
        more, fewer = (older, younger) if len(older.members) >= len(younger.members) else (younger, older)
        more.members.extend(fewer.members)
        whole = older.total.plus(younger.total)
        self._open[first] = _Open(older.id, more.members, whole, together(older.days, younger.days))
        self._index.post(first, whole, self._open[first].days)
        return first

    def _note(self, older: _Open, younger: _Open) -> None:
        """Keep the reason why two stories are joined."""
        pairs, table = len(older.members) * len(younger.members), older.total.table()
        gives = {t: w * table[t] / pairs for t, w in younger.total.table().items() if t in table}
        top = sorted(gives, key=lambda t: (-gives[t], t))[:_REASONS]
        fewer = min(younger, older, key=lambda story: len(story.members))
        join = Join(
            older.id,
            younger.id,
            tuple(m.id for m in sorted(fewer.members, key=_number)),
            sum(gives.values()),
            nearness(older.days, younger.days),
            shared([(self._vocabulary.term(t), gives[t]) for t in top]),
        )
        self._joins.append(join)
        for document in join.documents:
            self._why.setdefault(document, join)


def cluster(documents: Iterable[Named], *, alike: float = ALIKE) -> tuple[Story, ...]:
    """The stories of a whole collection, the same in whatever order it is given."""
    return clustered(documents, alike=alike).stories()


def clustered(documents: Iterable[Named], *, alike: float = ALIKE) -> Stories:
    """As ``cluster``, but open for more documents, and with the joins and their reasons."""
    stories = Stories(alike=alike)
    stories.add_all(sorted(documents, key=lambda pair: _when(pair[0])))
    return stories


def _when(document: Document) -> tuple[bool, int, str]:
    known = day(document.published)
    return known is None, known or 0, document.id


def _opening(document: Document, sentences: Sequence[NamedSentence]) -> str:
    """The first sentence that is the document's own, or its path, cut to the length of a headline."""
    own = (s.span.of(document.text) for s in sentences if s.section in {Section.BODY, Section.CAPTION})
    text = " ".join((next(own, "") or document.path).split())
    return text if len(text) <= _TITLE_LENGTH else text[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _closed(story: _Open) -> Story:
    """The record of a story: its title is that of the document most like all others, one with a headline if any has."""
    members = sorted(story.members, key=_number)
    table = story.total.table()
    titled = [m for m in members if m.title and m.title.strip()] or members
    central = max(titled, key=lambda m: m.vector.dot(table))
    return Story(story.id, (central.title or "").strip() or central.opening, tuple(m.id for m in members))


def _number(member: _Member) -> int:
    return member.number


def _story_id(document: str) -> str:
    return content_id("s", document)
