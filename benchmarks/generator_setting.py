"""Sets a report as a page: its text, and the reading that a perfect reader would give of it."""

from benchmarks.generator_figures import long_date
from benchmarks.generator_lines import Draft, DraftSource, DraftTime, Line, Told
from benchmarks.generator_pages import Sheet
from benchmarks.generator_things import Count, Ends
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Filler,
    Mention,
    NamedSentence,
    Quantity,
    Reading,
    Section,
    Span,
    Time,
    digest,
)

_CREDITS = ("With information from {}.", "Source: {}", "With reporting by {}.", "Additional reporting: {}")


class _Setter:
    """Puts a page together, line by line, and keeps what stands where."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.lines: list[tuple[int, Line, Section]] = []

    def put(self, text: str) -> int:
        """Add text; where it begins."""
        start = self.at
        self.parts.append(text)
        self.at += len(text)
        return start

    def line(self, line: Line, section: Section) -> None:
        """Add a line."""
        self.lines.append((self.put(line.text), line, section))


def set_page(sheet: Sheet, path: str) -> tuple[Reading, dict[str, Told], tuple[str, ...]]:
    """The reading of a report, what each of its claims claims in truth, and the keys of its mentions in their order."""
    setter = _set(sheet)
    text = "".join(setter.parts)
    document = Document(
        path,
        text,
        digest(text),
        title=sheet.title.text,
        published=sheet.published.isoformat(),
        outlet=None if sheet.agency else sheet.outlet,
        credits=sheet.credits,
        byline=sheet.byline or None,
        dateline=sheet.dateline or None,
    )
    identity = document.id
    sentences: list[NamedSentence] = []
    claims: list[Claim] = []
    told: dict[str, Told] = {}
    keys: list[str] = []
    for at, line, section in setter.lines:
        own = line.text
        mentions = tuple(Mention(k, Span(at + s, at + e), own[s:e], subject) for k, s, e, subject, _ in line.named)
        keys.extend(name.key for name in line.named)
        sentences.append(NamedSentence(Span(at, at + len(own)), section, mentions))
        for draft in line.claims:
            claim = _claim(draft, own, at, identity, section)
            claims.append(claim)
            told[claim.id] = draft.told
    return Reading(document, tuple(sentences), tuple(claims)), told, tuple(keys)


def _set(sheet: Sheet) -> _Setter:
    setter = _Setter()
    setter.line(sheet.title, Section.TITLE)
    setter.put("\n\n")
    if sheet.byline:
        setter.put("By " + sheet.byline + "\n")
    day = long_date(sheet.published)
    if sheet.agency:
        setter.put(f"{sheet.dateline}, {day} ({sheet.agency}) - ")
    else:
        setter.put(f"{sheet.outlet} | {day}\n\n")
        if sheet.dateline:
            setter.put(f"{sheet.dateline} - ")
    left = 0
    for i, line in enumerate(sheet.lines):
        if i:
            setter.put(" " if left else "\n\n")
        left = left - 1 if left else (i + sheet.number) % 3
        setter.line(line, Section.BODY)
    if sheet.credits and not sheet.agency:
        setter.put("\n\n" + _CREDITS[sheet.number % len(_CREDITS)].format(sheet.credits[0]))
    setter.put("\n")
    return setter


def _claim(draft: Draft, text: str, at: int, document: str, section: Section) -> Claim:
    roles: dict[str, tuple[Filler, ...]] = {}
    for role, ends in draft.roles:
        roles[role] = (*roles.get(role, ()), _filler(text, ends, at))
    at_place = roles.pop("at", roles.get("place", ()))
    money = draft.count is not None and draft.count.unit.isupper()
    quantity = None if draft.count is None else _quantity(draft.count, text, at)
    return Claim(
        document,
        draft.frame,
        draft.stage,
        roles,
        tuple(_attribution(s, text, at) for s in draft.sources),
        draft.factuality,
        None if money else quantity,
        next(iter(at_place), None),
        _filler(text, draft.trigger, at),
        _filler(text, draft.evidence, at),
        draft.rule,
        section,
        quantity if money else None,
        _time(draft.time, text, at),
    )


def _filler(text: str, ends: Ends, at: int) -> Filler:
    start, end = ends
    return Filler(text[start:end], Span(at + start, at + end))


def _attribution(source: DraftSource, text: str, at: int) -> Attribution:
    return Attribution(
        None if source.source is None else _filler(text, source.source, at),
        _filler(text, source.cue, at),
        source.stance,
        None if source.medium is None else _filler(text, source.medium, at),
        _time(source.time, text, at),
    )


def _quantity(count: Count, text: str, at: int) -> Quantity:
    span = Span(at + count.start, at + count.end)
    return Quantity(count.low, count.high, count.bound, count.unit, text[count.start : count.end], span)


def _time(time: DraftTime | None, text: str, at: int) -> Time | None:
    if time is None:
        return None
    start, end = time.ends
    words = text[start:end]
    anchor = "stated" if words[-4:].isdigit() else "published"
    return Time(time.start, time.end, words, Span(at + start, at + end), anchor)
