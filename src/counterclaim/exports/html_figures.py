"""Figures as intervals: for each proposition that has several, a drawing to scale and the voices that give them."""

import math
from collections.abc import Callable, Sequence

from counterclaim.exports.html_glance import by_unit, differing
from counterclaim.exports.html_svg import circle, fitted, line, number, picture, words
from counterclaim.exports.html_view import View, cut
from counterclaim.exports.html_voices import Voice, left_out, spoken, voices
from counterclaim.exports.markup import Child, Html, joined, tag
from counterclaim.exports.wording import plain_figure, role_name
from counterclaim.records import Bound, Figure, Proposition

_WIDTH, _LEFT, _RIGHT = 320.0, 12.0, 12.0
_ROW, _SIZE = 42.0, 14.0
_DRAWN = 8  # propositions before the rest folds
_MOST = 40
_BARS = 8  # figures of one drawing
_ALONE = 100  # rows of the table of single figures
_FAR = 200  # from so many times the smallest on, a scale by powers of ten

Scale = Callable[[float], float]


def figures(view: View) -> Html | None:
    """The section, or nothing where no proposition has a figure."""
    with_any = [p for p in view.propositions if any(map(known, p.figures))]
    if not with_any:
        return None
    drawn = sorted((p for p in with_any if differing(p)), key=lambda p: not p.figure_conflict)
    alone = [p for p in with_any if not differing(p)]
    cards = [card for p in drawn[:_MOST] for card in _cards(view, p)]
    note = "● exactly, ○ about, ●→ or more, ←● up to, ├─┤ between."
    parts: list[Child] = [tag("p", note, class_="note")] if cards else []
    if cards:
        parts.append(tag("div", *cards[:_DRAWN], class_="figures"))
    if cards[_DRAWN:]:
        parts.append(_folded(f"{len(cards) - _DRAWN} more drawings", tag("div", *cards[_DRAWN:], class_="figures")))
    parts.append(left_out(len(drawn), _MOST))
    if alone:
        inside = joined([_table(view, alone[:_ALONE]), left_out(len(alone), _ALONE)])
        parts.append(_folded(f"{len(alone):,} with a single figure", inside))
    return tag("section", tag("h2", "Figures"), *parts, id="figures")


def known(figure: Figure) -> bool:
    """Whether a figure says a number that can be drawn."""
    sides = [side for side in (figure.low, figure.high) if side is not None]
    return bool(sides) and all(side == 0 or 1e-6 < side < 1e18 for side in sides)


def _folded(title: str, inside: Html) -> Html:
    return tag("details", tag("summary", title), inside)


def _cards(view: View, proposition: Proposition) -> list[Html]:
    found = []
    for i, ((stage, _), given) in enumerate(by_unit(proposition).items()):
        drawable = sorted(
            filter(known, given), key=lambda f: (f.low if f.low is not None else f.high or 0, str(f.bound))
        )
        if len(drawable) < 2:
            continue
        left, drawable = len(drawable), _spread(drawable)
        key = f"figure-{view.numbers[proposition.id]}-{i}"
        said = [voice for voice in voices(view, proposition) if voice.figure]
        ids = {claim for figure in drawable for claim in figure.claims}
        rows = [_voice(view, voice) for voice in said if any(c.id in ids for c in voice.places)]
        drawing = _drawing(key, cut(proposition.summary), drawable)
        summary = tag("p", tag("bdi", cut(proposition.summary), class_="what"), "\u00a0", _ref(view, proposition))
        conflict = tag("p", "The figures cannot all hold.", class_="note") if proposition.figure_conflict else None
        about = f"Stage: {role_name(stage)}. " if stage else ""
        about += f"{len(drawable)} of {left:,} figures." if left > len(drawable) else ""
        marks = view.marks(view.held(proposition))
        found.append(
            tag(
                "div",
                summary,
                tag("p", about, class_="note") if about else None,
                drawing,
                tag("ul", *rows),
                conflict,
                class_="drawing",
                data_k=marks,
            )
        )
    return found


def _spread(figures: list[Figure]) -> list[Figure]:
    """No more figures than a drawing holds, from the first to the last."""
    if len(figures) <= _BARS:
        return figures
    return [figures[round(i * (len(figures) - 1) / (_BARS - 1))] for i in range(_BARS)]


def _ref(view: View, proposition: Proposition) -> Html:
    return tag("a", f"#{view.numbers[proposition.id]}", href=f"#{view.anchor(proposition)}", class_="ref")


def _voice(view: View, voice: Voice) -> Html:
    doubt = {"denies": ", who denies it", "hedges": ", with reservations"}.get(voice.stance, "")
    return tag("li", tag("b", voice.figure), ": ", spoken(view, voice), doubt)


def _drawing(key: str, title: str, given: Sequence[Figure]) -> Html:
    scale, ticks, powers = _scale(given)
    bottom = len(given) * _ROW + 6
    parts: list[Child] = []
    for value in ticks:
        x = scale(value)
        at = "start" if x < 40 else "end" if x > _WIDTH - 40 else "middle"
        parts.append(line(x, 4, x, bottom, class_="grid"))
        parts.append(words(x, bottom + 16, _short(value), class_="tick", text_anchor=at))
    parts += [_bar(figure, i, scale) for i, figure in enumerate(given)]
    told = "; ".join(map(plain_figure, given))
    by = ", on a scale by powers of ten" if powers else ""
    return picture(key, f"Figures given: {told}", f"{title}{by}", _WIDTH, bottom + 22, *parts, class_="intervals")


def _scale(given: Sequence[Figure]) -> tuple[Scale, list[float], bool]:
    """Where a number stands, the numbers of the axis, and whether it goes by powers of ten."""
    sides = [side for f in given for side in (f.low, f.high) if side is not None]
    top, least = max(sides) or 1.0, min((s for s in sides if s > 0), default=1.0)
    room = _WIDTH - _LEFT - _RIGHT
    if top / least > _FAR and min(sides) > 0:
        first, last = math.floor(math.log10(least)), math.ceil(math.log10(top * 1.3))
        step = max(1, math.ceil((last - first) / 3))
        ticks = [10.0**power for power in range(first, last + 1, step)]
        return lambda v: _LEFT + room * (math.log10(max(v, 10.0**first)) - first) / (last - first), ticks, True
    end = top * 1.3
    unit = 10 ** math.floor(math.log10(end / 2))
    step = next(m * unit for m in (1, 2, 5, 10) if end / (m * unit) <= 4)
    ticks = [i * step for i in range(int(end // step) + 1)]
    return lambda v: _LEFT + room * v / end, ticks, False


def _short(value: float) -> str:
    for size, sign in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if value >= size:
            return f"{value / size:g} {sign}"
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"


def _bar(figure: Figure, i: int, scale: Scale) -> Html:
    y, label = i * _ROW + 30, fitted(plain_figure(figure), _SIZE, _WIDTH - _LEFT - _RIGHT)
    low = None if figure.low is None else scale(figure.low)
    high = None if figure.high is None else scale(figure.high)
    shape: list[Child]
    if low is not None and high is not None and figure.low != figure.high:
        shape = [line(low, y, high, y, class_="bar"), *(line(x, y - 6, x, y + 6, class_="bar") for x in (low, high))]
    elif low is not None and (high is None or figure.bound is Bound.MIN):
        shape = [*_arrow(low, _WIDTH - 3, y), circle(low, y, 5, class_="dot")]
    elif high is not None and (low is None or figure.bound is Bound.MAX):
        shape = [*_arrow(high, 3, y), circle(high, y, 5, class_="dot")]
    else:
        shape = [circle(low or high or _LEFT, y, 5, class_="ring" if figure.bound is Bound.APPROX else "dot")]
    return tag("g", words(_LEFT, y - 12, label, class_="label"), *shape)


def _arrow(start: float, end: float, y: float) -> list[Html]:
    back = 7 if end > start else -7
    points = f"{number(end)},{number(y)} {number(end - back)},{number(y - 5)} {number(end - back)},{number(y + 5)}"
    return [line(start, y, end - back, y, class_="bar"), tag("polygon", points=points, class_="head")]


def _table(view: View, alone: Sequence[Proposition]) -> Html:
    rows = []
    for p in alone:
        told = "; ".join(dict.fromkeys(plain_figure(f) for f in p.figures[:_BARS] if known(f)))
        said = [spoken(view, voice) for voice in voices(view, p) if voice.figure][:3]
        spread = joined([part for voice in said for part in ("; ", voice)][1:])
        what = tag("th", tag("bdi", cut(p.summary)), " ", _ref(view, p), scope="row")
        rows.append(tag("tr", what, tag("td", told), tag("td", spread), data_k=view.marks(view.held(p))))
    heads = tag("tr", *(tag("th", title, scope="col") for title in ("Proposition", "Figure", "Who says so")))
    title = "Propositions with a single figure"
    table = tag("table", tag("caption", title), tag("thead", heads), tag("tbody", *rows), class_="plain")
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)
