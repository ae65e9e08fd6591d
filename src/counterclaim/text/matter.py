"""What a text says of itself: title, byline, dateline, publication date, outlet, credits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.records import Section, Span
from counterclaim.text.agencies import each_once, is_agency, outlet_named
from counterclaim.text.front import Dateline, Origin, byline_of, credits_of, names_of, outlet_of, posted_of
from counterclaim.text.furniture import is_furniture
from counterclaim.text.published import Stated, dates_in_parts, in_head, published, run_in

_LAST_LINES = 2  # where a date after the text stands


@dataclass(frozen=True, slots=True)
class Piece:
    """A block or a part of one, with its section; a dateline's piece knows what it says."""

    span: Span
    section: Section
    dateline: Dateline | None = field(default=None)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text says of itself. ``published`` is an ISO date; whatever is not said is None or empty."""

    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    outlet: str | None = None
    credits: tuple[str, ...] = ()


def front_matter(text: str, pieces: Sequence[Piece]) -> FrontMatter:
    """What the pieces of a (cleaned) text say of it. Nothing below the headlines of other articles counts, and no
    caption: a picture's agency is not the text's."""
    own = pieces[: _own(pieces)]
    title = next((" ".join(p.span.of(text).split()) for p in own if p.section is Section.TITLE), None)
    datelines = [p.dateline for p in own if p.dateline is not None]
    origins = [_origin(text, own, i) for i, p in enumerate(own) if p.section is Section.FRONT and p.dateline is None]
    sources = [name for d in datelines for name in d.agencies]
    credited = [n for n in sources if is_agency(n)] + [n for o in origins for n in o.credits]
    dates = [*run_in(text)[0], *(d for o in origins for d in o.dates)]
    telling = [d for d in datelines if d.place or d.agencies or d.dates]
    dates += [d for line in telling[:1] for d in line.dates]
    outlets = [o.name for n in sources if (o := outlet_named(n)) and o.kind != "agency"]
    owners = [name for p in pieces if p.section is Section.FRONT and (name := outlet_of(p.span.of(text)))]
    outlets += [name for name in owners if not is_agency(name)]
    credited += [name for name in owners if is_agency(name)]  # others may print what an agency has the right to
    return FrontMatter(
        title,
        next((o.byline for o in origins if o.byline), None),
        next((d.place for d in datelines if d.place), None),
        published(dates),
        outlets[0] if len(set(outlets)) == 1 else None,
        each_once(credited),
    )


def _own(pieces: Sequence[Piece]) -> int:
    """How many pieces come before the headlines of other articles that end the page."""
    count = len(pieces)
    while count and pieces[count - 1].section in {Section.RELATED, Section.FRONT}:
        count -= 1
    return next((i for i in range(count, len(pieces)) if pieces[i].section is Section.RELATED), len(pieces))


def _origin(text: str, pieces: Sequence[Piece], i: int) -> Origin:
    """What one piece of front matter says."""
    block = pieces[i].span.of(text)
    dates = dates_in_parts(block) or run_in(block)[0]
    if dates:
        return Origin(dates=_own_dates(dates, pieces, i))
    found = byline_of(block) or credits_of(block)
    if found is None and i and not outlet_of(block) and not is_furniture(block):
        found = posted_of(block) or names_of(block)
    if found is None:
        return Origin()
    return Origin(found.byline, found.credits, _own_dates(found.dates, pieces, i))


def _own_dates(dates: tuple[Stated, ...], pieces: Sequence[Piece], i: int) -> tuple[Stated, ...]:
    """The dates of a line that stands where a text is dated: at its head or in its last lines."""
    if in_head(pieces[i].span.start):
        return dates
    return dates if i >= len(pieces) - _LAST_LINES else ()
