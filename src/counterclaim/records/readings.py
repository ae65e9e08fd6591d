"""Readings: what the document stages hand to the collection stages, and what a case keeps."""

from dataclasses import dataclass

from counterclaim.records.claims import Claim
from counterclaim.records.documents import Document
from counterclaim.records.language import NamedSentence, Section
from counterclaim.records.spans import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What the document stages make of one document; of its parses only what the collection stages need is kept.

    ``document`` has what its text says of itself.
    """

    document: Document
    sentences: tuple[NamedSentence, ...]
    claims: tuple[Claim, ...]

    @property
    def sections(self) -> list[tuple[Span, Section]]:
        """Where its sentences stand, and in which section each."""
        return [(sentence.span, sentence.section) for sentence in self.sentences]
