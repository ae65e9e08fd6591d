"""Raw text to sentences of words, with sections and front matter, every offset into the raw text.

The text is cleaned first; blocks come next (lines and paragraphs, wrapped lines joined), then the parts of a page that
a block is or begins with, then the sentences inside a block.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.records import Section, Sentence, Span
from counterclaim.text.bars import WINDOW, Part
from counterclaim.text.between import parts_inside, place_at
from counterclaim.text.blocks import blocks_of
from counterclaim.text.boundaries import split
from counterclaim.text.cleaning import Cleaned, clean
from counterclaim.text.front import Dateline, credit_start, dateline_of, kicker_end, stamp_end
from counterclaim.text.glue import parts_before
from counterclaim.text.matter import FrontMatter, Piece, front_matter
from counterclaim.text.published import in_head, run_in
from counterclaim.text.sections import section_of_blocks
from counterclaim.text.words import standalone, words

_LONGEST_FRONT = 160  # characters before a block's first sentence that are looked at
_MOST_CUTS = 3  # date, kicker and dateline
_LAST_BLOCKS = 2  # where the credit of a whole text stands


@dataclass(frozen=True, slots=True)
class Page:
    """What the text stage makes of a text: its sentences, in order, and what it says of itself."""

    sentences: tuple[Sentence, ...]
    front: FrontMatter


def read_page(text: str) -> Page:
    """Read a raw text. Every visible character belongs to one sentence; linear in the text's length."""
    cleaned = clean(text)
    blocks = blocks_of(cleaned.text)
    sections = section_of_blocks([b.of(cleaned.text) for b in blocks])
    pieces = list(_pieces(cleaned.text, blocks, sections))
    known = standalone(cleaned.text)
    found = []
    for piece in pieces:
        spans = _apart(cleaned, words(cleaned.text, start=piece.span.start, end=piece.span.end, known=known))
        found += [_sentence(text, cleaned, run, piece.section) for run in split(cleaned.text, spans)]
    return Page(tuple(found), front_matter(cleaned.text, pieces))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a raw text, in order."""
    return list(read_page(text).sentences)


def _apart(cleaned: Cleaned, spans: list[Span]) -> list[Span]:
    """The words, those joined that stand for the same raw characters: one ligature may end a word and begin another."""
    if not cleaned.changed:
        return spans
    apart: list[Span] = []
    for span in spans:
        if apart and cleaned.raw(apart[-1]).end > cleaned.raw(span).start:
            apart[-1] = Span(apart[-1].start, span.end)
        else:
            apart.append(span)
    return apart


def _sentence(text: str, cleaned: Cleaned, run: Sequence[Span], section: Section) -> Sentence:
    if not cleaned.changed:
        return Sentence(Span(run[0].start, run[-1].end), tuple(run), section)
    raw = tuple(cleaned.raw(word) for word in run)
    forms = tuple(word.of(cleaned.text) for word in run)
    changed = any(span.of(text) != form for span, form in zip(raw, forms, strict=True))
    return Sentence(Span(raw[0].start, raw[-1].end), raw, section, forms if changed else ())


def _pieces(text: str, blocks: Sequence[Span], sections: Sequence[Section]) -> Iterator[Piece]:
    """Blocks, with what stands before their first sentence and after their last cut off."""
    bodies = [i for i, section in enumerate(sections) if section is Section.BODY]
    first, last = (bodies[0], bodies[-_LAST_BLOCKS:]) if bodies else (-1, [])
    title = next((b.of(text).strip() for b, s in zip(blocks, sections, strict=True) if s is Section.TITLE), "")
    for i, (block, section) in enumerate(zip(blocks, sections, strict=True)):
        start, end = block
        if section in {Section.BODY, Section.TITLE}:
            above = i > 0 and sections[i - 1] is Section.FRONT
            for piece in _before(text, block, section, title if i == first else None, dated=above):
                yield piece
                start = piece.span.end
            bracketed = text[start:end].rstrip().endswith((")", "]"))
            credit = credit_start(text[start:end]) if i in last or bracketed else None
            if credit:
                yield Piece(Span(start, start + credit), section)
                start, section = start + credit, Section.FRONT
        yield Piece(Span(start, end), section)


def _before(text: str, block: Span, section: Section, title: str | None, *, dated: bool) -> Iterator[Piece]:
    """What stands before the first sentence of a block, and in the first block of a page (which has a ``title``, or
    "") between its first sentences. ``dated`` says that front matter stands right above."""
    at = block.start
    for cut, dateline in _cuts(text, block, section, title or ""):
        yield Piece(Span(at, cut), Section.FRONT, dateline)
        at = cut
    if title is None or not in_head(at):
        return
    begun, dated = at, dated or at > block.start
    for piece in _as_pieces(at, parts_before(text[at : min(block.end, at + WINDOW + 1)], titled=bool(title))):
        yield piece
        at, dated = piece.span.end, piece.section is Section.FRONT
    again = _cuts(text, Span(at, block.end), section, "") if at > begun else ()
    for cut, dateline in again:
        yield Piece(Span(at, cut), Section.FRONT, dateline)
        at, dated = cut, False
    head = text[at : min(block.end, at + WINDOW + 1)]
    place = place_at(head) if dated else None
    if place:
        yield Piece(Span(at, at + place.end), Section.FRONT, place)
        at, head = at + place.end, head[place.end :]
    yield from _as_pieces(at, parts_inside(head))


def _as_pieces(at: int, parts: Sequence[Part]) -> Iterator[Piece]:
    """Parts of what begins at a place, as pieces of the text."""
    start = at
    for part in parts:
        yield Piece(Span(start, at + part.end), part.section, part.dateline)
        start = at + part.end


def _cuts(text: str, block: Span, section: Section, title: str) -> Iterator[tuple[int, Dateline | None]]:
    """Where the front matter that a block begins with ends, part by part."""
    at = block.start
    if section is Section.BODY and in_head(at) and (size := run_in(block.of(text))[1]) and at + size < block.end:
        at += size
        yield at, None
    for _ in range(_MOST_CUTS):
        head = text[at : min(block.end, at + _LONGEST_FRONT)]
        dateline = dateline_of(head) if section is Section.BODY else None
        size = dateline.end if dateline else kicker_end(head)
        if not size and section is Section.BODY:
            size = stamp_end(head) or _repeated(text[at : at + len(title) + 2], title)
        if not size or at + size >= block.end:
            return
        at += size
        yield at, dateline


def _repeated(head: str, title: str) -> int:
    """How far a block repeats the title as its first sentence."""
    size = len(title)
    if title and head[:size].casefold() == title.casefold() and head[size : size + 1] in {".", "!", "?", ":"}:
        return size + 1 if head[size + 1 : size + 2].isspace() else 0
    return 0
