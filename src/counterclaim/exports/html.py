"""The ledger as one HTML page: what the reports agree on and dispute, then every claim at its place in its report.

The page is one file. It loads nothing, and its content security policy lets a browser load or run nothing but its own
style and script, which are known by their hashes. It works without the script, which only filters, highlights and
sets reports side by side.
"""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files

from counterclaim.exports.html_controls import filters, not_read
from counterclaim.exports.html_figures import figures
from counterclaim.exports.html_glance import glance, outline
from counterclaim.exports.html_matrix import matrix
from counterclaim.exports.html_network import network
from counterclaim.exports.html_registers import registers
from counterclaim.exports.html_reports import Sections, contents, origins, reports
from counterclaim.exports.html_timeline import timeline
from counterclaim.exports.html_view import View
from counterclaim.exports.markup import Html, tag
from counterclaim.exports.wording import counted, disclaimer
from counterclaim.records import Ledger

_PARTS = (
    ("glance", "At a glance"),
    ("registers", "What registers say"),
    ("matrix", "Propositions by origin"),
    ("figures", "Figures"),
    ("timeline", "Timeline"),
    ("network", "Who acts on whom"),
    ("reports", "Reports"),
)


def to_html(ledger: Ledger, sections: Mapping[str, Sections] | None = None) -> str:
    """The page, ending in a newline. It has no lone surrogates.

    ``sections`` gives for each document id the spans of its sentences with their sections, in order; a document without
    is shown as body throughout. A ledger without propositions has no lists, matrix and drawings.
    """
    view = View(ledger)
    held: list[tuple[str, Html | None]] = []
    if view.propositions:
        held += [("glance", glance(view)), ("registers", registers(view)), ("filters", filters(view))]
        held.append(("matrix", matrix(view)))
        held += [("figures", figures(view)), ("timeline", timeline(view)), ("network", network(view))]
    else:
        held += [("registers", registers(view)), ("filters", filters(view))]
    held.append(("reports", reports(view, sections or {})))
    there = {key for key, part in held if part is not None}
    body = [
        tag("a", "Skip to the content", href="#content", class_="skip"),
        _top(view),
        _navigation(there, view),
        tag("main", *(part for _, part in held), not_read(ledger.refused), id="content", tabindex="-1"),
        tag("footer", tag("p", f"{disclaimer(ledger)} Extractor {ledger.extractor}.")),
    ]
    return f"<!DOCTYPE html>\n{tag('html', _head(ledger), tag('body', *body, _script()), lang='en')}\n"


def _asset(name: str) -> str:
    return (files("counterclaim.exports") / "assets" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _head(ledger: Ledger) -> Html:
    policy = (
        f"default-src 'none'; style-src {_hash(_asset('page.css'))}; script-src {_hash(_asset('page.js'))}; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("title", f"Counterclaim: {counted(len(ledger.claims), 'claim')}"),
        tag("style", Html(_asset("page.css"))),
    )


def _script() -> Html:
    return tag("script", Html(_asset("page.js")))


def _top(view: View) -> Html:
    ledger = view.ledger
    total = f"{counted(len(ledger.claims), 'claim')} of {counted(len(ledger.documents), 'report')}"
    if 0 < view.independent < len(ledger.documents):
        total += f", which go back to {counted(view.independent, 'text')}"
    return tag(
        "header",
        tag("h1", "Who claims what"),
        tag("p", total, ". ", tag("strong", disclaimer(ledger)), class_="total-line"),
        outline(view) if view.propositions else None,
        contents(view),
        origins(view),
        class_="top",
    )


def _navigation(there: set[str], view: View) -> Html | None:
    titles = dict(_PARTS) | ({} if view.registers.screened else {"registers": "Regimes"})
    items = [tag("li", tag("a", title, href=f"#{key}")) for key, title in titles.items() if key in there]
    return tag("nav", tag("ul", *items), aria_label="On this page", class_="parts") if len(items) > 1 else None


__all__ = ["to_html"]
