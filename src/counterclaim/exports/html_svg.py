"""Pictures drawn inline: an SVG with a title and a description, and text measured well enough to be kept inside."""

import unicodedata

from counterclaim.exports.markup import Child, Html, tag
from counterclaim.exports.wording import clean

_EM = 0.55  # mean width of a letter of a sans serif face, in font sizes
_WIDE = 1.05  # of a letter of a script that is written in squares


def picture(key: str, title: str, description: str, width: float, height: float, *inside: Child, class_: str) -> Html:
    """An image of a size in pixels that shrinks with its container. ``key`` makes its ids, which are the page's own."""
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", description, id=f"{key}-desc"),
        *inside,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=number(width),
        height=number(height),
        class_=class_,
        role="img",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
    )


def number(value: float) -> str:
    """A coordinate."""
    return f"{value:.1f}".removesuffix(".0")


def words(x: float, y: float, text: str, **attributes: str) -> Html:
    """A line of text."""
    return tag("text", text, x=number(x), y=number(y), **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str) -> Html:
    """A straight line."""
    return tag("line", x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2), **attributes)


def circle(x: float, y: float, radius: float, **attributes: str) -> Html:
    """A circle."""
    return tag("circle", cx=number(x), cy=number(y), r=number(radius), **attributes)


def width_of(text: str, size: float) -> float:
    """About how wide a text is at a font size, both in pixels."""
    return sum(size * (_WIDE if unicodedata.east_asian_width(c) in "WF" else _EM) for c in text)


def fitted(text: str, size: float, most: float) -> str:
    """As much of a text as fits into so many pixels."""
    text = clean(text[:400])
    if width_of(text, size) <= most:
        return text
    while text and width_of(text + "…", size) > most:
        text = text[:-1]
    return text.rstrip() + "…"
