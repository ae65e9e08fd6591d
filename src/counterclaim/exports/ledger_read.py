"""The JSON ledger read back into records: what `ledger_json.to_json` wrote, with nothing of a claim lost.

The JSON does not hold the documents' texts: ``Document.text`` is empty in what is read.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from counterclaim.errors import LedgerError
from counterclaim.exports.ledger_json import FORMAT
from counterclaim.exports.ledger_node import Node, parse
from counterclaim.exports.ledger_read_registers import read_check, read_hit, read_regime, read_version
from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Entity,
    Factuality,
    Figure,
    Filler,
    Ledger,
    Lineage,
    LineageLink,
    LinkKind,
    Origin,
    OriginKind,
    Proposition,
    Quantity,
    Refusal,
    Section,
    Stance,
    Status,
    Story,
    Time,
    Unresolved,
    Utterance,
)

LONGEST = 500_000_000  # characters: some hundred thousand reports, and 2 GB of memory to read them
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")

_Record = TypeVar("_Record")


def from_json(text: str, *, longest: int = LONGEST) -> Ledger:
    """The ledger that a JSON text of up to ``longest`` characters holds; keys that are not known are passed over.

    Raises LedgerError, which names the place, where the text is no JSON ledger of this format, a value is of another
    type than it must be, or an id does not belong to what it names.
    """
    whole = parse(text, longest)
    _of_this_format(whole)
    propositions = list(whole["propositions"].items())
    return Ledger(
        documents=_all(whole["documents"], _document),
        entities=_all(whole["entities"], _entity),
        claims=_all(whole["claims"], _claim),
        refused=_all(whole.get("refused", []), _refusal),
        stories=_all(whole["stories"], _story),
        lineages=_all(whole.get("lineages", []), _lineage),
        utterances=_all(whole.get("utterances", []), _utterance),
        propositions=tuple(_proposition(node) for node in propositions),
        unresolved=_all(whole.get("unresolved", []), _unresolved),
        registers=_all(whole.get("registers", []), read_version),
        hits=_all(whole["hits"], read_hit),
        register_checks=tuple(
            read_check(check, node["id"].text()) for node in propositions for check in node["register_checks"].items()
        ),
        regimes=tuple(
            read_regime(regime, node["id"].text()) for node in propositions for regime in node["regimes"].items()
        ),
        extractor=_extractor(whole["extractor"]),
    )


def _of_this_format(whole: Node) -> None:
    if (found := whole["format"].text()) != FORMAT:
        raise LedgerError(
            f"JSON ledger, format: {found[:40]!r} cannot be read, only {FORMAT!r}; "
            "use the version of Counterclaim that wrote it, or read the reports again"
        )


def _extractor(node: Node) -> str:
    found = node.text()
    if not _VERSION.fullmatch(found):
        node.refuse("a version such as 2026.1")
    return found


def _all(node: Node, read: Callable[[Node], _Record]) -> tuple[_Record, ...]:
    return tuple(read(item) for item in node.items())


def _maybe(node: Node, read: Callable[[Node], _Record]) -> _Record | None:
    return None if node.given() is None else read(node)


def _same_id(node: Node, of_content: str) -> None:
    """Refuse an id that is not the content's: claims and propositions would hang on what is not there."""
    if node["id"].text() != of_content:
        node["id"].refuse(f"{of_content}, which is the id of the content")


def _document(node: Node) -> Document:
    document = Document(
        path=node["path"].text(),
        text="",
        sha256=node["sha256"].text(),
        title=node["title"].text_or_none(),
        published=node["published"].text_or_none(),
        outlet=node["outlet"].text_or_none(),
        language=node["language"].text(),
        credits=node["credits"].texts(),
        byline=node.get("byline").text_or_none(),
        dateline=node.get("dateline").text_or_none(),
    )
    _same_id(node, document.id)
    return document


def _entity(node: Node) -> Entity:
    return Entity(
        node["id"].text(),
        node["type"].text(),
        node["name"].text(),
        node["aliases"].texts(),
        tuple((mention["document"].text(), mention["span"].span()) for mention in node["mentions"].items()),
        node.get("reasons", []).texts(),
    )


def _filler(node: Node) -> Filler:
    return Filler(node["text"].text(), node["span"].span(), node.get("entity").text_or_none())


def _quantity(node: Node) -> Quantity:
    return Quantity(
        node["low"].number_or_none(),
        node["high"].number_or_none(),
        node["bound"].one_of(Bound),
        node["unit"].text_or_none(),
        node["text"].text(),
        node["span"].span(),
    )


def _time(node: Node) -> Time:
    return Time(
        node["start"].text_or_none(),
        node["end"].text_or_none(),
        node["text"].text(),
        node["span"].span(),
        node["anchor"].text_or_none(),
    )


def _attribution(node: Node) -> Attribution:
    return Attribution(
        _maybe(node["source"], _filler),
        _filler(node["cue"]),
        node["stance"].one_of(Stance),
        _maybe(node["medium"], _filler),
        _maybe(node["time"], _time),
    )


def _claim(node: Node) -> Claim:
    claim = Claim(
        document=node["document"].text(),
        frame=node["frame"].text(),
        stage=node["stage"].text_or_none(),
        roles={role: _all(fillers, _filler) for role, fillers in node["roles"].pairs()},
        attribution=_all(node["attribution"], _attribution),
        factuality=node["factuality"].one_of(Factuality),
        quantity=_maybe(node["quantity"], _quantity),
        place=_maybe(node["place"], _filler),
        trigger=_filler(node["trigger"]),
        evidence=_filler(node["evidence"]),
        rule=node["rule"].text(),
        section=node["section"].one_of(Section),
        value=_maybe(node["value"], _quantity),
        time=_maybe(node["time"], _time),
    )
    _same_id(node, claim.id)
    return claim


def _origin(node: Node) -> Origin:
    return Origin(node["kind"].one_of(OriginKind), node["label"].text(), node["claims"].texts())


def _figure(node: Node) -> Figure:
    return Figure(
        node["low"].number_or_none(),
        node["high"].number_or_none(),
        node["bound"].one_of(Bound),
        node.get("unit").text_or_none(),
        node["stage"].text_or_none(),
        node["claims"].texts(),
    )


def _proposition(node: Node) -> Proposition:
    return Proposition(
        node["id"].text(),
        node["frame"].text(),
        node.get("stage").text_or_none(),
        node["summary"].text(),
        tuple((role, values.texts()) for role, values in node.get("roles", {}).pairs()),
        node["claims"].texts(),
        node["status"].one_of(Status),
        _all(node["origins"], _origin),
        _all(node["figures"], _figure),
        node["figure_conflict"].yes_no(),
        node["denied_by"].texts(),
        node.get("reasons", []).texts(),
    )


def _story(node: Node) -> Story:
    return Story(node["id"].text(), node["title"].text(), node["documents"].texts())


def _lineage(node: Node) -> Lineage:
    return Lineage(
        node["id"].text(),
        node["kind"].one_of(OriginKind),
        node["label"].text(),
        node["documents"].texts(),
        _all(node.get("links", []), _link),
    )


def _link(node: Node) -> LineageLink:
    documents = node["documents"].texts()
    if len(documents) != 2:
        node["documents"].refuse("the ids of two documents")
    kind = node["kind"].one_of(LinkKind)
    return LineageLink(*documents, kind, node["score"].number(), node["reason"].text())


def _utterance(node: Node) -> Utterance:
    return Utterance(
        node["id"].text(),
        node["speaker"].text(),
        node["label"].text(),
        node["documents"].texts(),
        node["claims"].texts(),
        node["reason"].text(),
    )


def _unresolved(node: Node) -> Unresolved:
    return Unresolved(
        node["document"].text(),
        node["span"].span(),
        node["text"].text(),
        node["candidates"].texts(),
        node["reason"].text(),
    )


def _refusal(node: Node) -> Refusal:
    return Refusal(node["path"].text(), node["reason"].text(), node.get("advice", "").text())
