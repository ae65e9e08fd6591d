"""Who says, denies or hedges a proposition, in plain sentences whose report numbers lead to the sentence itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.exports.html_cards import text_id
from counterclaim.exports.html_view import View, cut, titled
from counterclaim.exports.markup import Child, Html, joined, tag
from counterclaim.exports.wording import counted, plain_figure
from counterclaim.records import Claim, Figure, Proposition

STANCES = ("affirms", "hedges", "denies")
SYMBOLS = {"affirms": "●", "hedges": "◐", "denies": "✕"}
_LEADS = {"affirms": "Said by", "hedges": "Said with reservations by", "denies": "Denied by"}
_MOST = 4  # voices of one stance, and reports of one voice


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker with one stance and one figure; ``places`` has one claim for each report."""

    stance: str
    speaker: str | None
    figure: str
    places: tuple[Claim, ...]


def voices(view: View, proposition: Proposition, claims: Sequence[Claim] | None = None) -> list[Voice]:
    """The voices of a proposition, or of some of its claims: affirming, hedging, denying, in order of the reports."""
    figures: dict[str, Figure] = {}
    for figure in proposition.figures:
        figures.update(dict.fromkeys(figure.claims, figure))
    found: dict[tuple[str, str | None, str], dict[int, Claim]] = {}
    held = view.held(proposition) if claims is None else claims
    for claim in sorted(held, key=lambda c: view.keys[c.id]):
        given = figures.get(claim.id)
        key = (view.stance(proposition, claim), view.speaker(claim), plain_figure(given) if given else "")
        found.setdefault(key, {}).setdefault(view.report(claim), claim)
    made = [Voice(*key, tuple(places.values())) for key, places in found.items()]
    return sorted(_told_once(made), key=lambda voice: STANCES.index(voice.stance))


def _told_once(made: Sequence[Voice]) -> list[Voice]:
    """Without voices that are there once more with their figure, in no other report."""
    full = {(v.stance, v.speaker, c.document) for v in made if v.figure for c in v.places}
    return [v for v in made if v.figure or not all((v.stance, v.speaker, c.document) in full for c in v.places)]


def sentences(view: View, proposition: Proposition) -> list[Html]:
    """A sentence for each stance: "Said by the minister in report 1 (1,350 or more); report 2 in its own voice."."""
    found = voices(view, proposition)
    return [
        _sentence(view, proposition, stance, of_stance)
        for stance in STANCES
        if (of_stance := [voice for voice in found if voice.stance == stance])
    ]


def _sentence(view: View, proposition: Proposition, stance: str, found: Sequence[Voice]) -> Html:
    parts: list[Child] = []
    for voice in found[:_MOST]:
        parts += ["; " if parts else " ", spoken(view, voice), f" ({voice.figure})" if voice.figure else None]
    if len(found) > _MOST:
        more = counted(len(found) - _MOST, "more voice")
        parts += ["; ", tag("a", more, href=f"#{view.anchor(proposition)}")]
    mark = tag("span", SYMBOLS[stance], class_=f"mark {stance}", aria_hidden="true")
    return tag("p", mark, " ", tag("span", _LEADS[stance], class_="lead"), *parts, ".", class_="who")


def spoken(view: View, voice: Voice) -> Html:
    """The speaker with the reports, each a link to the sentence: "the minister in report 1 and report 2"."""
    links = [report_link(view, claim) for claim in voice.places[:_MOST]]
    rest = len(voice.places) - len(links)
    reports = _series([*links, *([Html(counted(rest, "more report"))] if rest else [])])
    if voice.speaker is None:
        return joined([reports, " in its own voice" if len(voice.places) == 1 else ", each in its own voice"])
    return joined([tag("bdi", cut(voice.speaker, 100), class_="speaker"), " in ", reports])


def report_link(view: View, claim: Claim, words: str | None = None) -> Html:
    """A link to a claim's place in its report."""
    number = view.report(claim)
    document = view.document(number)
    title = titled(document, 120)
    return tag("a", words or f"report {number}", href=f"#{text_id(claim)}", title=title)


def _series(parts: Sequence[Html]) -> Html:
    if len(parts) < 2:
        return joined(parts)
    first = [part for p in parts[:-1] for part in (", ", p)][1:]
    return joined([*first, " and ", parts[-1]])


def left_out(found: int, shown: int) -> Html | None:
    """A note where a section shows fewer than were found."""
    if found <= shown:
        return None
    return tag("p", f"{shown:,} of {found:,} are shown here; the matrix has all propositions.", class_="note")
