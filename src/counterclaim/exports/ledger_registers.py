"""The part of the JSON ledger that registers speak in: lists, hits, checks of sanction claims, regimes in force."""

from collections.abc import Sequence
from typing import Any

from counterclaim.records import (
    CountCheck,
    Feature,
    RegimeFinding,
    RegisterCheck,
    RegisterVersion,
    ScreeningHit,
    TargetCheck,
)


def version_object(version: RegisterVersion) -> dict[str, Any]:
    """A list that the ledger was held against; ``label`` is what hits and checks name it by."""
    return {
        "register": version.register,
        "publisher": version.publisher,
        "format": version.format,
        "sha256": version.sha256,
        "entries": version.entries,
        "published": version.published,
        "date_from": version.date_from,
        "label": version.label,
    }


def hit_object(hit: ScreeningHit) -> dict[str, Any]:
    """A hit or a possible, with the terms of its score by name and, apart, those of their reasons that are given.

    A name that stands twice is numbered, so that the sum stays whole; ``repeats`` has the name of each numbered one.
    """
    named = _named(hit.features)
    return {
        "entity": hit.entity,
        "register": hit.register,
        "entry": hit.entry,
        "name": hit.name,
        "listed": hit.listed,
        "verdict": hit.verdict.value,
        "score": hit.score,
        "features": {name: feature.value for name, feature in named.items()},
        "notes": {name: feature.note for name, feature in named.items() if feature.note},
        "repeats": {name: feature.name for name, feature in named.items() if feature.name != name},
        "list_version": hit.list_version,
        "kind": hit.kind.value,
    }


def _named(features: Sequence[Feature]) -> dict[str, Feature]:
    """Features by names of their own."""
    found: dict[str, Feature] = {}
    for feature in features:
        name, number = feature.name, 2
        while name in found:
            name, number = f"{feature.name} ({number})", number + 1
        found[name] = feature
    return found


def check_object(check: RegisterCheck) -> dict[str, Any]:
    """What a register says to a sanction proposition; it stands inside the proposition and does not name it."""
    return {
        "register": check.register,
        "list_version": check.list_version,
        "claims": list(check.claims),
        "targets": [_target(target) for target in check.targets],
        "counts": [_count(count) for count in check.counts],
        "start": check.start,
        "end": check.end,
        "dated": check.dated,
        "note": check.note,
    }


def _target(target: TargetCheck) -> dict[str, Any]:
    return {
        "target": target.target,
        "entity": target.entity,
        "outcome": target.outcome.value,
        "verdict": target.verdict.value,
        "entry": target.entry,
        "name": target.name,
        "listed": target.listed,
        "score": target.score,
        "note": target.note,
    }


def _count(count: CountCheck) -> dict[str, Any]:
    return {
        "low": number(count.low),
        "high": number(count.high),
        "bound": count.bound,
        "unit": count.unit,
        "listed": count.listed,
        "date": count.date,
        "kind": count.kind.value,
        "fits": count.fits,
        "note": count.note,
    }


def regime_object(finding: RegimeFinding) -> dict[str, Any]:
    """A regime that bears on a proposition of a transfer; it stands inside the proposition and does not name it."""
    return {
        "regime": finding.regime,
        "name": finding.name,
        "authority": finding.authority,
        "side": finding.side,
        "answer": finding.answer.value,
        "basis": list(finding.basis),
        "start": finding.start,
        "end": finding.end,
        "missing": list(finding.missing),
        "note": finding.note,
        "sources": list(finding.sources),
    }


def number(value: float | None) -> int | float | None:
    """A figure as JSON shows it: a whole one without a fraction."""
    return int(value) if value is not None and value == int(value) else value
