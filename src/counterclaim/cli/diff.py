"""`counterclaim diff`: what changed from one run to another."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.case_options import case_option, json_option, opened_store, print_json, print_text
from counterclaim.errors import LedgerError
from counterclaim.exports.wording import DISCLAIMER, clean, counted

if TYPE_CHECKING:
    from counterclaim.records import Claim, CountCheck, Entity, Proposition, ScreeningHit, TargetCheck
    from counterclaim.store.changes import Changes, Gained, OutcomeChange
    from counterclaim.store.store import Store

_RUN = re.compile(r"(?:r:)?(\d{1,9})", re.IGNORECASE)


@click.command()
@click.argument("runs", metavar="[RUN] [RUN]", nargs=-1)
@case_option
@click.option("--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="Items of a kind.")
@json_option
def diff(runs: tuple[str, ...], where: str, limit: int, as_json: bool) -> None:  # noqa: FBT001
    """Show what changed from one run to another: status changes first, then what was gained and lost.

    \b
    counterclaim diff              # the newest run and the one before
    counterclaim diff r:3          # run 3 and the newest
    counterclaim diff r:1 r:3 --json

    A proposition is the same one where it shares claims. counterclaim ledger --of runs lists the runs.

    Exit code 0: shown, whatever changed; 1: the case cannot be read; 2: wrong usage.
    """
    if len(runs) > 2:
        raise click.UsageError("diff compares two runs")
    numbers = [ordinal(run) for run in runs]
    with opened_store(where) as store:
        from counterclaim.store.changes import changes

        one, other = _pair(store, numbers)
        found = changes(store, one, other)
        if as_json:
            print_json(_object(found, limit))
        else:
            print_text("\n".join(_lines(found, limit)) + "\n")


def ordinal(run: str) -> int:
    """The number of a run that is named r:3 or 3. Raises click.UsageError."""
    match = _RUN.fullmatch(run.strip())
    if match is None:
        raise click.UsageError(f"{clean(run)!r} is no run; one looks like r:3")
    return int(match[1])


def _pair(store: "Store", numbers: Sequence[int]) -> tuple[int, int]:
    """The two runs to compare."""
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    newest = store.run().ordinal
    if not numbers and newest == 1:
        raise LedgerError("there is one run only, and nothing to compare it with")
    return (numbers[0] if numbers else newest - 1), newest


def _object(found: "Changes", limit: int) -> dict[str, Any]:
    from counterclaim.cli.case_json import objects, run_object

    def sides(section: str, gained: "Gained") -> dict[str, Any]:
        both = {"gained": gained.gained, "lost": gained.lost}
        return {side: {"total": len(held), "items": objects(section, held[:limit])} for side, held in both.items()}

    def pairs(section: str, changed: Sequence[tuple[Any, Any]]) -> dict[str, Any]:
        before, after = ([pair[i] for pair in changed[:limit]] for i in (0, 1))
        shown = zip(objects(section, before), objects(section, after))
        return {"total": len(changed), "items": [{"before": a, "after": b} for a, b in shown]}

    return {
        "from": run_object(found.one),
        "to": run_object(found.other),
        "status_changes": len(found.status_changes),
        "propositions": sides("propositions", found.propositions)
        | {
            "changed": pairs("propositions", found.propositions_changed),
            "reworded": pairs("propositions", found.reworded),
        },
        "claims": sides("claims", found.claims) | {"changed": pairs("claims", found.claims_changed)},
        "hits": sides("hits", found.hits) | {"changed": pairs("hits", found.hits_changed)},
        "register_outcomes": {
            "total": len(found.outcomes),
            "items": [_outcome_object(change) for change in found.outcomes[:limit]],
        },
        "entities": sides("entities", found.entities),
    }


def _lines(found: "Changes", limit: int) -> Iterator[str]:
    from counterclaim.cli import case_views

    yield f"From {found.one.id} ({found.one.at[:16]}) to {found.other.id} ({found.other.at[:16]})"
    others = [pair for pair in found.propositions_changed if pair[0].status is pair[1].status]
    kinds: list[tuple[str, Sequence[Any], Any]] = [
        ("status changes", found.status_changes, _status_change),
        ("otherwise changed propositions", others, _other_change),
        ("register outcomes changed", found.outcomes, _outcome_change),
        ("propositions gained", found.propositions.gained, case_views.proposition_block),
        ("propositions lost", found.propositions.lost, case_views.proposition_block),
        ("matches in registers gained", found.hits.gained, _hit),
        ("matches in registers lost", found.hits.lost, _hit),
        ("matches in registers changed", found.hits_changed, _hit_change),
        ("entities gained", found.entities.gained, _entity),
        ("entities lost", found.entities.lost, _entity),
        ("summaries changed", found.reworded, _rewording),
        ("claims changed", found.claims_changed, _claim_change),
        ("claims gained", found.claims.gained, _claim),
        ("claims lost", found.claims.lost, _claim),
    ]
    for name, items, show in kinds:
        if items:
            yield f"\n{click.style(f'{name}: {len(items):,}', bold=True)}"
            yield from (show(item) for item in items[:limit])
            if len(items) > limit:
                yield f"  … and {len(items) - limit:,} more: see --limit, --json"
    if not any(items for _, items, _ in kinds):
        yield "\nNothing changed."
    yield f"\n{DISCLAIMER}"


def _status_change(pair: "tuple[Proposition, Proposition]") -> str:
    from counterclaim.cli import case_views

    before, after = pair
    return case_views.block(
        case_views.head(after.id, f"{before.status.value} → {after.status.value}"),
        after.summary,
        _was(pair),
        _origins(pair),
    )


def _other_change(pair: "tuple[Proposition, Proposition]") -> str:
    from counterclaim.cli import case_views

    before, after = pair
    stage = f"{before.stage} → {after.stage}" if before.stage != after.stage else ""
    clash = "" if before.figure_conflict == after.figure_conflict else "figures now conflict"
    if clash and not after.figure_conflict:
        clash = "figures do not conflict any more"
    notes = "; ".join(part for part in (_origins(pair), stage, clash) if part)
    return case_views.block(case_views.head(after.id, after.status.value), after.summary, _was(pair), notes)


def _rewording(pair: "tuple[Proposition, Proposition]") -> str:
    from counterclaim.cli import case_views

    after = pair[1]
    return case_views.block(case_views.head(after.id, after.status.value), after.summary, _was(pair))


def _was(pair: "tuple[Proposition, Proposition]") -> str:
    """The summary before, where it is another."""
    before, after = pair
    return f"was: {before.summary}" if before.summary != after.summary else ""


def _origins(pair: "tuple[Proposition, Proposition]") -> str:
    before, after = (len(proposition.origins) for proposition in pair)
    return counted(after, "origin") if before == after else f"{counted(before, 'origin')} → {after:,}"


def _claim(claim: "Claim") -> str:
    from counterclaim.cli import case_views

    return case_views.claim_block(claim, None)


def _claim_change(pair: "tuple[Claim, Claim]") -> str:
    from counterclaim.cli import case_views
    from counterclaim.exports.wording import source_chain, verdict

    before, after = pair
    was = f"was: {source_chain(before)} {verdict(before)}: {case_views.told(before)}"
    return f"{case_views.claim_block(after, None)}\n{case_views.body(was)}"


def _hit(hit: "ScreeningHit") -> str:
    return (
        f"{hit.verdict.value}: {clean(hit.name)} ({clean(hit.register)} {clean(hit.entry)}), {clean(hit.list_version)}"
    )


def _hit_change(pair: "tuple[ScreeningHit, ScreeningHit]") -> str:
    before, after = pair
    return f"{before.verdict.value} → {_hit(after)}"


def _entity(entity: "Entity") -> str:
    from counterclaim.cli import case_views

    return case_views.head(entity.id, entity.name, entity.type)


def _outcome_change(change: "OutcomeChange") -> str:
    from counterclaim.cli import case_views
    from counterclaim.exports.register_wording import list_name

    found = _outcome_object(change)
    before, after = (found[side] or "not checked" for side in ("before", "after"))
    about = found["target"] or f"{found['count']} stated"
    return case_views.block(
        case_views.head(change.proposition, f"{before} → {after}"), f"{list_name(change.register)}: {about}"
    )


def _outcome_object(change: "OutcomeChange") -> dict[str, Any]:
    """What a register says to a target or to a stated count, before and after; None where it was not checked."""
    from counterclaim.exports.register_wording import count_told
    from counterclaim.records import CountCheck, TargetCheck

    about = change.after or change.before
    return {
        "proposition": change.proposition,
        "register": change.register,
        "target": about.target if isinstance(about, TargetCheck) else None,
        "count": count_told(about).partition(" stated; ")[0] if isinstance(about, CountCheck) else None,
        "before": _outcome(change.before),
        "after": _outcome(change.after),
    }


def _outcome(said: "TargetCheck | CountCheck | None") -> str | None:
    """What a register says, in a word; the match of a name that is not sure is "possible", and no listing."""
    from counterclaim.exports.register_wording import group_of
    from counterclaim.records import TargetCheck

    if said is None:
        return None
    if isinstance(said, TargetCheck):
        return group_of(said)
    return {True: "fits", False: "does-not-fit", None: "cannot-tell"}[said.fits]
