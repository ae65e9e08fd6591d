"""One claim as a card of the HTML page, and the classes and ids by which text and cards find each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from counterclaim.exports.markup import Child, Html, joined, tag
from counterclaim.exports.wording import (
    SECTIONS,
    committed,
    figure,
    label,
    link_source,
    own_voice,
    place_beside_roles,
    reckoned,
    role_name,
    verdict,
    when,
)
from counterclaim.records import Attribution, Claim, Factuality, Filler, Quantity, Section, Span, Time

# The frames that have a colour of their own in page.css.
FRAMES = (
    "transfer",
    "production",
    "attack",
    "sanction",
    "embargo",
    "support",
    "cooperation",
    "coercion",
    "statement",
)
# Line styles: certain, weakened, denied or doubted, open.
LINES = {
    Factuality.CERTAIN: "ct",
    Factuality.PROBABLE: "pr",
    Factuality.POSSIBLE: "pr",
    Factuality.NOT_CERTAIN: "no",
    Factuality.NOT_PROBABLE: "no",
    Factuality.NOT_POSSIBLE: "no",
    Factuality.UNDERSPECIFIED: "uu",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What a card can say of an entity, by its id: its name, and a mark where it is on a list, or possibly."""

    names: Mapping[str, str]
    marks: Mapping[str, Html] = field(default_factory=dict)


_LONGEST = 600  # characters of a quotation; the text beside it has all of them


def card_id(claim: Claim) -> str:
    """The anchor of a claim's card."""
    return "c-" + claim.id.removeprefix("c:")


def text_id(claim: Claim) -> str:
    """The anchor of a claim's place in the text."""
    return "t-" + claim.id.removeprefix("c:")


def looks(claim: Claim) -> str:
    """The classes that give a claim its colour and line."""
    frame = claim.frame if claim.frame in FRAMES else "other"
    return f"f-{frame} v-{LINES[committed(claim)]}"


def speaker(claim: Claim, named: Mapping[str, str]) -> str:
    """The nearest source, by the name of its entity where that is known."""
    for link in reversed(claim.attribution):
        if link.source is not None:
            return _short(named.get(link.source.entity or "") or link_source(link), 120)
    return own_voice(claim.section)


def card(
    claim: Claim,
    number: int,
    key: int,
    text: str,
    known: Known,
    *,
    beside: Html | None = None,
    standing: str | None = None,
) -> Html:
    """A claim as a list item.

    ``number`` counts within the document, ``key`` within the page; ``text`` is the document's raw text, ``known`` has
    the names of the entities, ``beside`` says what else is claimed of the same, and ``standing`` is that of its
    proposition.
    """
    related = claim.section is Section.RELATED
    head = tag(
        "h5",
        tag("a", str(number), href=f"#{text_id(claim)}", class_="num", title="Show in the text"),
        " ",
        tag("span", label(claim), class_="frame"),
        tag("span", SECTIONS[claim.section], class_="where") if claim.section in SECTIONS else None,
    )
    return tag(
        "li",
        head,
        _sources(claim, known),
        tag("blockquote", *_quoted(claim, text)),
        tag("dl", *_facts(claim, known)),
        beside,
        tag("p", *_origin(claim), class_="meta"),
        id=card_id(claim),
        class_=f"card {looks(claim)}" + (" related" if related else ""),
        data_c=str(key),
        data_f=claim.frame,
        data_v=LINES[committed(claim)],
        data_s=speaker(claim, known.names),
        data_p=standing,
    )


def _sources(claim: Claim, known: Known) -> Html:
    parts: list[Child] = []
    for link in claim.attribution:
        parts += [tag("span", " → ", class_="then") if parts else None, *_link(link, known)]
    if not parts:
        parts = [tag("span", own_voice(claim.section), class_="own")]
    said = tag("strong", verdict(claim), class_=f"verdict v-{LINES[committed(claim)]}", title=claim.factuality.value)
    return tag("p", *parts, " ", said, class_="chain")


def _link(link: Attribution, known: Known) -> Iterator[Child]:
    yield _value(link.source, known) if link.source is not None else tag("span", "(not named)", class_="own")
    details = [f"“{link.cue.text}”"]
    if link.medium is not None:
        details.append(link.medium.text)
    if link.time is not None:
        details.append(_dated(link.time))
    yield tag("span", " ", ", ".join(_short(d) for d in details), class_="cue")


def _value(filler: Filler, known: Known) -> Html:
    """A filler's words, with the name of what they mean where that is another, and its mark where it is on a list."""
    name, mark = known.names.get(filler.entity or "", ""), known.marks.get(filler.entity or "")
    words = " ".join(filler.text.split())
    other = tag("span", f" ({_short(name)})", class_="entity") if name not in words else None
    return tag("span", tag("bdi", _short(words)), other, *((" ", mark) if mark is not None else ()))


def _quoted(claim: Claim, text: str) -> Iterator[Child]:
    """The evidence, with the trigger marked where it stands inside."""
    whole, trigger = claim.evidence.span, claim.trigger.span
    if trigger == whole or not whole.covers(trigger):
        yield _short(claim.evidence.text)
        return
    first = max(whole.start, trigger.start - _LONGEST // 2)
    last = min(whole.end, trigger.end + _LONGEST // 2)
    yield ("… " if first > whole.start else "") + Span(first, trigger.start).of(text)
    yield tag("mark", _short(claim.trigger.text))
    yield Span(trigger.end, last).of(text) + (" …" if last < whole.end else "")


def _facts(claim: Claim, known: Known) -> Iterator[Html]:
    for role, fillers in claim.roles.items():
        if claim.frame == "statement" and role in {"source", "content"}:
            continue  # both stand above
        yield _fact(role_name(role), *_listed(fillers, known))
    if claim.quantity is not None:
        yield _fact("how many", *_counted(claim.quantity))
    if claim.value is not None:
        yield _fact("worth", *_counted(claim.value))
    if claim.time is not None:
        yield _fact("when", _dated(claim.time))
    place = place_beside_roles(claim)
    if place is not None and claim.place is not None:
        yield _fact("where", _value(claim.place, known))


def _fact(name: str, *value: Child) -> Html:
    return tag("div", tag("dt", name), tag("dd", *value))


def _listed(fillers: tuple[Filler, ...], known: Known) -> Iterator[Child]:
    for i, filler in enumerate(fillers):
        yield "; " if i else None
        yield _value(filler, known)


def _counted(quantity: Quantity) -> Iterator[Child]:
    yield _short(quantity.text)
    yield tag("span", f" ({figure(quantity)})", class_="entity")


def _dated(time: Time) -> str:
    days = when(time)
    return f"{_short(time.text)} ({f'{days}, ' if days else ''}{reckoned(time)})"


def _origin(claim: Claim) -> Iterator[Child]:
    start, end = claim.evidence.span
    yield joined(["rule ", tag("code", claim.rule), f" · characters {start:,}–{end:,} · "])
    yield tag("code", claim.id)


def _short(text: str, longest: int = _LONGEST) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest] + " …"
