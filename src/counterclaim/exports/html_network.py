"""The network of actors: those who act on the left, those whom they act on to the right, and the links as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.exports.html_cards import FRAMES
from counterclaim.exports.html_links import Link, links, most_linked
from counterclaim.exports.html_svg import fitted, number, picture, width_of, words
from counterclaim.exports.html_view import View
from counterclaim.exports.html_voices import left_out, report_link
from counterclaim.exports.markup import Child, Html, joined, tag
from counterclaim.exports.wording import counted

_ACTORS = 30
_TABLE = 20  # rows before the table folds
_MOST = 400  # rows at all
_SIZE = 13.0
_LABEL = 12.0
_DASHES = {"affirmed": "sure", "disputed": "disputed", "hedged": "hedged", "denied": "denied"}
_REFERENCES = 6  # claims of one row


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide a drawing is, how much of that is for the names on either side, and how many actors it holds."""

    size: str
    width: int
    names: int
    actors: int


_LAYOUTS = (Layout("broad", 960, 220, _ACTORS), Layout("narrow", 340, 98, 14))


def network(view: View) -> Html | None:
    """The section, or nothing where nobody does anything to anybody."""
    found = links(view)
    if not found:
        return None
    parts: list[Child] = [_drawing(layout, found) for layout in _LAYOUTS]
    parts.append(_table(view, found))
    note = (
        "Left: who acts. Right: on whom. A full line is affirmed by somebody; dashed is disputed; dotted is hedged or "
        "denied only. Thicker: more independent origins."
    )
    return tag("section", tag("h2", "Who acts on whom"), tag("p", note, class_="note"), *parts, id="network")


def _drawing(layout: Layout, found: Sequence[Link]) -> Html:
    drawn = most_linked(found, layout.actors)
    left, right = _columns(drawn)
    row = 34.0 if layout.size == "broad" else 40.0
    height = max(len(left), len(right)) * row + 8
    rows = {"l": _places(left, height), "r": _places(right, height)}
    curves, labels = _edges(layout, drawn, rows)
    nodes = [_node(layout, name, y, at_left=True) for name, y in rows["l"].items()]
    nodes += [_node(layout, name, y, at_left=False) for name, y in rows["r"].items()]
    shown = len({name for link in drawn for name in (link.actor, link.other)})
    title = f"Network of {counted(shown, 'actor')} and {counted(len(drawn), 'link')}"
    told = "The table below holds the same links in words."
    key, look = f"network-{layout.size}", f"net {layout.size}"
    return picture(key, title, told, layout.width, height, *curves, *labels, *nodes, class_=look)


def _places(names: Sequence[str], height: float) -> dict[str, float]:
    return {name: height * (i + 0.5) / len(names) for i, name in enumerate(names)}


def _columns(drawn: Sequence[Link]) -> tuple[list[str], list[str]]:
    """The names on either side, each near those that it is linked to, so that few lines cross."""
    left = list(dict.fromkeys(link.actor for link in drawn))
    right = list(dict.fromkeys(link.other for link in drawn))
    for _ in range(8):
        right = _settled(right, left, [(link.other, link.actor) for link in drawn])
        left = _settled(left, right, [(link.actor, link.other) for link in drawn])
    return left, right


def _settled(moved: list[str], fixed: list[str], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Each at the mean place of its partners (the barycentre rule of Sugiyama, Tagawa and Toda 1981)."""
    place = {name: i / len(fixed) for i, name in enumerate(fixed)}
    ends: dict[str, list[float]] = {name: [] for name in moved}
    for one, other in pairs:
        ends[one].append(place[other])
    return sorted(moved, key=lambda name: (sum(ends[name]) / len(ends[name]), name))


def _node(layout: Layout, name: str, y: float, *, at_left: bool) -> Html:
    x = layout.names - 8 if at_left else layout.width - layout.names + 8
    text = fitted(name, _SIZE, layout.names - 10)
    full = tag("title", name) if text != name else None
    return tag(
        "text", full, text, x=number(x), y=number(y + 4.5), text_anchor="end" if at_left else "start", class_="label"
    )


def _edges(layout: Layout, drawn: Sequence[Link], rows: dict[str, dict[str, float]]) -> tuple[list[Html], list[Html]]:
    curves, labels = [], []
    taken: list[tuple[float, float, float, float]] = []
    beside: dict[tuple[str, str], int] = {}
    x1, x2 = layout.names, layout.width - layout.names
    for link in drawn:
        turn = beside[link.actor, link.other] = beside.get((link.actor, link.other), -1) + 1
        shift = ((turn + 1) // 2) * (9 if turn % 2 else -9)
        y1, y2 = rows["l"][link.actor], rows["r"][link.other]
        bend = (x2 - x1) * 0.45
        ends = (x1, y1, x1 + bend, y1 + shift * 1.6, x2 - bend - 6, y2 + shift * 1.6, x2 - 7, y2)
        look = f"edge f-{link.frame if link.frame in FRAMES else 'other'} {_DASHES[link.sure]} w{min(link.origins, 3)}"
        path = "M{} {}C{} {} {} {} {} {}".format(*map(number, ends))
        tip = f"{number(x2 - 1)},{number(y2)} {number(x2 - 8)},{number(y2 - 4)} {number(x2 - 8)},{number(y2 + 4)}"
        curves.append(tag("g", tag("path", d=path), tag("polygon", points=tip), class_=look))
        text = fitted(_worded(link), _LABEL, x2 - x1 - 16)
        x, y = _free(ends, width_of(text, _LABEL) + 6, taken)
        labels.append(words(x, y + 4, text, text_anchor="middle", class_=f"on {look}"))
    return curves, labels


def _worded(link: Link) -> str:
    return link.verb if link.sure == "affirmed" else f"{link.verb} ({link.sure})"


def _free(ends: Sequence[float], wide: float, taken: list[tuple[float, float, float, float]]) -> tuple[float, float]:
    """A place on a curve where a label of a width covers no other, or covers least; it is then taken."""
    best: tuple[float, tuple[float, float, float, float], float, float] | None = None
    for t in (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75, 0.45, 0.55):
        x, y = _on(ends, t)
        box = (x - wide / 2, y - 8, x + wide / 2, y + 8)
        covered = sum(_shared(box, other) for other in taken)
        if best is None or covered < best[0] - 1:
            best = (covered, box, x, y)
        if not covered:
            break
    assert best is not None  # noqa: S101  (the places to try are never none)
    taken.append(best[1])
    return best[2], best[3]


def _on(ends: Sequence[float], t: float) -> tuple[float, float]:
    """The point of a cubic curve at t from 0 to 1."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return sum(w * v for w, v in zip(weights, ends[::2])), sum(w * v for w, v in zip(weights, ends[1::2]))


def _shared(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def _table(view: View, found: Sequence[Link]) -> Html:
    parts: list[Child] = [_rows(view, found[:_TABLE], "Links between actors")]
    if found[_TABLE:]:
        more = _rows(view, found[_TABLE:_MOST], "Further links between actors")
        parts.append(tag("details", tag("summary", f"{len(found[_TABLE:_MOST]):,} more links"), more))
    parts.append(left_out(len(found), _MOST))
    return joined([tag("details", tag("summary", "The same as a table, with its sources"), *parts)])


def _rows(view: View, found: Sequence[Link], title: str) -> Html:
    heads = tag(
        "tr", *(tag("th", t, scope="col") for t in ("Who", "does what", "to whom", "standing", "origins", "claims"))
    )
    rows = []
    for link in found:
        references = [part for c in link.claims[:_REFERENCES] for part in (" ", report_link(view, c, view.place(c)))]
        more = f" +{len(link.claims) - _REFERENCES}" if len(link.claims) > _REFERENCES else None
        rows.append(
            tag(
                "tr",
                tag("th", tag("bdi", link.actor), scope="row"),
                *(tag("td", part) for part in (link.verb, tag("bdi", link.other), link.sure, str(link.origins))),
                tag("td", *references, more),
                data_k=view.marks(link.claims),
            )
        )
    table = tag("table", tag("caption", title), tag("thead", heads), tag("tbody", *rows), class_="plain")
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)
