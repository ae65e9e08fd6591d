"""What registers say, read back from the JSON ledger; `ledger_registers` writes it."""

from counterclaim.exports.ledger_node import Node
from counterclaim.records import (
    Bound,
    CountCheck,
    EntryKind,
    Feature,
    InForce,
    Outcome,
    RegimeFinding,
    RegisterCheck,
    RegisterVersion,
    ScreeningHit,
    TargetCheck,
    Verdict,
)


def read_version(node: Node) -> RegisterVersion:
    """A list that the ledger was held against."""
    version = RegisterVersion(
        node["register"].text(),
        node["publisher"].text(),
        node["format"].text(),
        node["sha256"].text(),
        node["entries"].whole(),
        node["published"].text_or_none(),
        node["date_from"].text(),
    )
    if node["label"].text() != version.label:
        node["label"].refuse(f"{version.label}, which is the label of the content")
    return version


def read_hit(node: Node) -> ScreeningHit:
    """A hit or a possible."""
    notes = {key: note.text() for key, note in node.get("notes", {}).pairs()}
    names = {key: name.text() for key, name in node.get("repeats", {}).pairs()}
    return ScreeningHit(
        node["entity"].text(),
        node["register"].text(),
        node["entry"].text(),
        node["name"].text(),
        node["listed"].text_or_none(),
        node["verdict"].one_of(Verdict),
        node["score"].number(),
        tuple(
            Feature(names.get(key, key), value.number(), notes.get(key, "")) for key, value in node["features"].pairs()
        ),
        node["list_version"].text(),
        node.get("kind", EntryKind.OTHER.value).one_of(EntryKind),
    )


def read_check(node: Node, proposition: str) -> RegisterCheck:
    """A check of the proposition that it stands in."""
    return RegisterCheck(
        proposition,
        node["register"].text(),
        node["list_version"].text(),
        node["claims"].texts(),
        tuple(_target(target) for target in node["targets"].items()),
        tuple(_count(count) for count in node["counts"].items()),
        node["start"].text_or_none(),
        node["end"].text_or_none(),
        node["dated"].text(),
        node["note"].text(),
    )


def _target(node: Node) -> TargetCheck:
    return TargetCheck(
        node["target"].text(),
        node["entity"].text_or_none(),
        node["outcome"].one_of(Outcome),
        node["verdict"].one_of(Verdict),
        node["entry"].text_or_none(),
        node["name"].text_or_none(),
        node["listed"].text_or_none(),
        node["score"].number(),
        node["note"].text(),
    )


def _count(node: Node) -> CountCheck:
    return CountCheck(
        node["low"].number_or_none(),
        node["high"].number_or_none(),
        node["bound"].one_of(Bound).value,
        node["unit"].text_or_none(),
        node["listed"].whole(),
        node["date"].text_or_none(),
        node["kind"].one_of(EntryKind),
        node["fits"].yes_no_or_none(),
        node["note"].text(),
    )


def read_regime(node: Node, proposition: str) -> RegimeFinding:
    """A regime that bears on the proposition that it stands in."""
    return RegimeFinding(
        proposition,
        node["regime"].text(),
        node["name"].text(),
        node["authority"].text(),
        node["side"].text(),
        node["answer"].one_of(InForce),
        node["basis"].texts(),
        node["start"].text(),
        node["end"].text_or_none(),
        node["missing"].texts(),
        node["note"].text(),
        node["sources"].texts(),
    )
