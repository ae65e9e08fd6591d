"""The regimes of the HTML page: legal basis and source of each, and what they mean for the transfers told of."""

import re
from collections.abc import Iterator

from counterclaim.exports.html_view import View, cut
from counterclaim.exports.markup import Child, Html, tag
from counterclaim.exports.register_wording import ANSWERS, REGIME_MEANING, missing_told, period_told
from counterclaim.exports.registered import Regime
from counterclaim.exports.wording import counted
from counterclaim.records import InForce, RegimeFinding

_FIRST = 6  # regimes before the list folds
_ROWS = 4  # propositions of a regime before they fold
_STYLES = {InForce.YES: "in-force", InForce.DISPUTED: "disputed-regime", InForce.CANNOT_TELL: "cannot-tell"}
# An address that a reader may follow, as it is shown: nothing hides in it, and only the web is reached by it.
_ADDRESS = re.compile(r"https://[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][\w.~:/?#\[\]@!$&()*+,;=%-]*)?", re.ASCII)


def regimes(view: View) -> Html | None:
    """The regimes that bear on transfers."""
    found = [_regime(view, i, regime) for i, regime in enumerate(view.registers.regimes, start=1)]
    if not found:
        return None
    rest = tag("details", tag("summary", counted(len(found) - _FIRST, "more regime")), *found[_FIRST:])
    title = tag("h3", "Regimes that bear on transfers") if view.registers.screened else None
    note = tag("p", REGIME_MEANING, class_="note")
    return tag("div", title, note, *found[:_FIRST], rest if found[_FIRST:] else None, class_="regimes")


def _regime(view: View, number: int, regime: Regime) -> Html:
    rows = [_row(view, f"regime-{number}-{i}", finding) for i, finding in enumerate(regime.findings, start=1)]
    rest = tag("details", tag("summary", counted(len(rows) - _ROWS, "more proposition")), tag("ul", *rows[_ROWS:]))
    facts = [
        ("authority", regime.authority),
        ("applies", period_told(regime.findings[0])),
        ("legal basis", "; ".join(regime.basis)),
    ]
    known = [tag("div", tag("dt", name), tag("dd", cut(value, 600))) for name, value in facts if value]
    if regime.sources:
        known.append(tag("div", tag("dt", "source"), tag("dd", *_sources(regime))))
    name = tag("h4", cut(regime.name, 200))
    listed = tag("ul", *rows[:_ROWS], class_="targets")
    return tag("section", name, tag("dl", *known), listed, rest if rows[_ROWS:] else None, class_="regime")


def _sources(regime: Regime) -> Iterator[Child]:
    for i, source in enumerate(regime.sources):
        yield "; " if i else None
        if _ADDRESS.fullmatch(source) and len(source) < 400:
            yield tag("a", source, href=source, rel="external noopener noreferrer")
        else:
            yield cut(source, 300)


def _row(view: View, anchor: str, finding: RegimeFinding) -> Html:
    number = view.numbers.get(finding.proposition)
    what: list[Child] = ["A transfer"]
    if number is not None:
        proposition = view.propositions[number - 1]
        link = tag("a", f"#{number}", href=f"#{view.anchor(proposition)}", class_="ref")
        what = [tag("bdi", cut(proposition.summary)), "\u00a0", link]
    told = tag("span", ANSWERS[finding.answer], class_=f"outcome {_STYLES[finding.answer]}")
    missing = missing_told(finding)
    missed = f" Missing: {cut(missing, 600)}." if missing else None
    side = f" It binds the {cut(finding.side, 60)}."
    more = (
        tag("details", tag("summary", "Terms"), tag("p", cut(finding.note, 2000)), class_="why")
        if finding.note
        else None
    )
    return tag("li", tag("span", *what, class_="what"), tag("div", told, missed, side, more), id=anchor)
