"""A document of the HTML page: its head, and its whole text with the claims marked in place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from counterclaim.exports.html_cards import card_id, looks, text_id
from counterclaim.exports.html_view import titled
from counterclaim.exports.markup import Child, Html, joined, shown, tag
from counterclaim.exports.segments import Segment, paragraphs, segments
from counterclaim.exports.wording import SECTIONS, counted, label, source_chain, verdict
from counterclaim.records import Claim, Document, Section, Span


def head(document: Document, claims: Sequence[Claim], of: int) -> Html:
    """Title and what is known of a document, which is report number ``of`` of the page."""
    related = sum(claim.section is Section.RELATED for claim in claims)
    number = counted(len(claims), "claim") + (f", {related} of them in related headlines" if related else "")
    rows = [
        ("file", document.path),
        ("published", document.published),
        ("outlet", document.outlet),
        ("byline", document.byline),
        ("dateline", document.dateline),
        ("credits", ", ".join(document.credits)),
        ("holds", number),
    ]
    known = [tag("div", tag("dt", name), tag("dd", tag("bdi", value))) for name, value in rows if value]
    title = tag("h3", tag("span", f"Report {of}", class_="ref"), " ", tag("bdi", titled(document)))
    return tag("header", title, tag("dl", *known), class_="about")


def marked_text(
    document: Document, claims: Sequence[Claim], first_key: int, sections: Sequence[tuple[Span, Section]]
) -> Html:
    """The text of a document in paragraphs. ``first_key`` is the key of the first claim on the page; ``sections`` says
    where in the page each sentence stands."""
    found = list(paragraphs(document.text, sections))
    cut = segments(claims, [p.span for p in found], len(document.text))
    marker = _Marker(claims, first_key, shown(document.text))
    body = []
    for section, run in groupby(zip(found, cut, strict=True), key=lambda pair: pair[0].section):
        inside = [tag("p", *marker.paragraph(stretches)) for _, stretches in run]
        name = SECTIONS.get(section)
        if name is None:
            body += inside
        else:
            title = tag("p", _SECTION_NOTES.get(section, name), class_="label")
            body.append(tag("div", title, *inside, class_=f"part {section.value}"))
    return joined([*body, *marker.rest()])


_SECTION_NOTES = {
    Section.RELATED: "related headlines: of other articles, never counted as this report’s own",
}


class _Marker:
    """Writes the segments of one document; each claim gets one anchor and one number."""

    def __init__(self, claims: Sequence[Claim], first_key: int, text: str) -> None:
        self._claims, self._first, self._text = claims, first_key, text
        self._anchored: set[int] = set()
        self._numbered: set[int] = set()

    def paragraph(self, stretches: Sequence[Segment]) -> Iterator[Child]:
        """The markup of one paragraph's segments."""
        for evidence, run in groupby(stretches, key=lambda s: s.evidence):
            inside = [part for stretch in run for part in self._stretch(stretch)]
            if evidence:
                keys = " ".join(str(self._first + i) for i in evidence)
                yield tag("span", *inside, class_=f"e {looks(self._claims[evidence[0]])}", data_e=keys)
            else:
                yield from inside

    def _stretch(self, stretch: Segment) -> Iterator[Child]:
        text = stretch.span.of(self._text)
        here = stretch.trigger
        yield from (self._anchor(i) for i in stretch.begun if i != here)
        if here is None:
            yield text
        else:
            yield self._trigger(here, text, ends=here in stretch.ended)
        yield from (self._number(i) for i in stretch.ended if i != here)

    def _trigger(self, i: int, text: str, *, ends: bool) -> Html:
        claim = self._claims[i]
        first = i not in self._anchored
        self._anchored.add(i)
        if ends:
            self._numbered.add(i)
        return tag(
            "a",
            text,
            tag("sup", str(i + 1)) if ends else None,
            class_=f"t {looks(claim)}",
            id=text_id(claim) if first else None,
            href=f"#{card_id(claim)}",
            title=f"{label(claim)} — {source_chain(claim)[:200]} {verdict(claim)}",
            data_c=str(self._first + i),
        )

    def _anchor(self, i: int) -> Html | None:
        if i in self._anchored:
            return None
        self._anchored.add(i)
        return tag("span", id=text_id(self._claims[i]))

    def _number(self, i: int) -> Html | None:
        """A claim's number alone, where its trigger ends under another's."""
        if i in self._numbered:
            return None
        self._numbered.add(i)
        claim = self._claims[i]
        return tag(
            "a",
            tag("sup", str(i + 1)),
            class_=f"n {looks(claim)}",
            href=f"#{card_id(claim)}",
            title=f"{label(claim)} — {source_chain(claim)[:200]} {verdict(claim)}",
            data_c=str(self._first + i),
        )

    def rest(self) -> Iterator[Html | None]:
        """Anchors and numbers of claims that stand behind the last paragraph."""
        for i in range(len(self._claims)):
            yield self._anchor(i)
            yield self._number(i)
