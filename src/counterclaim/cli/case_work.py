"""Reading what is unread in a case, and collecting: what `add` and `read --case` do alike."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.case_options import INTERRUPTED
from counterclaim.cli.progress import Progress
from counterclaim.exports.wording import clean, counted
from counterclaim.records import Refusal

if TYPE_CHECKING:
    from counterclaim.case import Case, WasRead
    from counterclaim.records import Register
    from counterclaim.store.values import Run

_NAMED = 20  # refusals that are named; the case keeps all


def read_unread(case: "Case", threads: int | None) -> "WasRead":
    """Read what is unread, with a line of progress."""
    from counterclaim.pipeline import Pipeline

    bar = Progress(enabled=sys.stderr.isatty())
    try:
        return case.read(lambda: Pipeline(threads=threads or os.cpu_count() or 1), bar.step)
    finally:
        bar.close()


def read_and_collect(case: "Case", threads: int | None, registers: Path | None, *, again: bool = False) -> "Work":
    """Read what is unread, then compare the reports and hold them against registers, unless that was stopped.

    Nothing is compared where nothing has changed, unless ``again`` or for registers that are named.
    """
    work = Work(read_unread(case, threads))
    if work.read.stopped:
        return work
    again = again or registers is not None
    try:
        if again or case.store.has_changed():
            lists, work.unloaded = _lists(registers)
            before = [] if lists else case.store.runs()[-1:]
            work.run = case.collect(lists, work.unloaded, again=again)
            work.hits_left_out = sum(run.hits for run in before)
            work.not_followed = case.not_followed() if work.run else ()
    except KeyboardInterrupt:
        work.stopped_collecting = True
    return work


def _lists(folder: Path | None) -> "tuple[Sequence[Register], Sequence[Refusal]]":
    """The registers of a folder, or those that were loaded; and what of them could not be read."""
    from counterclaim.registers.library import Library
    from counterclaim.registers.load import load_all

    return Library().current() if folder is None else load_all(folder)


class Work:
    """What reading and collecting came to."""

    def __init__(self, read: "WasRead") -> None:
        self.read = read
        self.run: Run | None = None
        self.unloaded: Sequence[Refusal] = ()
        self.stopped_collecting = False
        self.not_followed: Sequence[Refusal] = ()  # merges and splits that fit nothing any more
        self.hits_left_out = 0  # of the run before, where this one had no lists

    @property
    def stopped(self) -> bool:
        """Whether Ctrl-C ended it."""
        return self.read.stopped or self.stopped_collecting

    def said(self) -> list[str]:
        """What is to be said about it, a line each."""
        lines = []
        if self.read.total:
            read = f"read {self.read.done:,} of {counted(self.read.total, 'unread document')}"
            silent = f"; {len(self.read.silent):,} of them claim nothing" if self.read.silent else ""
            lines.append(read + silent)
        if self.run is not None:
            run = self.run
            hits = f", {counted(run.hits, 'register hit')}" if run.hits else ""
            lines.append(
                f"collected as {run.id}: {counted(run.claims, 'claim')} and {counted(run.propositions, 'proposition')} "
                f"of {counted(run.documents, 'document')}{hits}; see counterclaim ledger"
            )
            if self.hits_left_out:
                lines.append(
                    f"no list was at hand: {counted(self.hits_left_out, 'register hit')} of the run before "
                    "not repeated; name lists with --registers, or keep them with counterclaim registers load"
                )
        lines += (f"not followed: {left.path}: {clean(left.advice)}" for left in self.not_followed)
        if self.stopped:
            lines.append("stopped: what was finished is kept; counterclaim collect goes on from there")
        return lines

    def object(self) -> dict[str, Any]:
        """The same for --json."""
        from counterclaim.cli.case_json import run_object

        return {
            "read": self.read.done,
            "unread": self.read.total - self.read.done,
            "without_claims": self.read.silent,
            "run": run_object(self.run) if self.run else None,
            "not_followed": [{"correction": left.path, "reason": left.advice} for left in self.not_followed],
            "stopped": self.stopped,
        }


def name_refused(refused: Iterable[Refusal], word: str = "not read") -> None:
    """Name what was refused on the error stream: the first by name, all by reason."""
    listed = list(refused)
    for refusal in listed[:_NAMED]:
        name_one(refusal, word)
    if len(listed) > _NAMED:
        reasons: dict[str, int] = {}
        for refusal in listed:
            reasons[refusal.reason] = reasons.get(refusal.reason, 0) + 1
        shown = ", ".join(f"{clean(reason)} {n:,}" for reason, n in sorted(reasons.items(), key=lambda r: -r[1]))
        more = f"and {len(listed) - _NAMED:,} more; in all: {shown}; see counterclaim ledger --of refused"
        click.echo(f"{word}: {more}", err=True)


def name_one(refusal: Refusal, word: str) -> None:
    """Name one thing that was refused on the error stream: what, why, what to do."""
    advice = f" ({clean(refusal.advice)})" if refusal.advice else ""
    click.echo(f"{word}: {clean(refusal.path)}: {clean(refusal.reason)}{advice}", err=True)


def tell(work: Work, otherwise: str) -> None:
    """Say what reading and collecting came to, ``otherwise`` where there was nothing to do."""
    for line in work.said() or [otherwise]:
        click.echo(line)


def leave(*, stopped: bool, refused: bool) -> None:
    """End with the exit code that says how it went."""
    if stopped:
        sys.exit(INTERRUPTED)
    if refused:
        sys.exit(1)
