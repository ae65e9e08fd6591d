"""Kills a program that writes to a case, at random moments, and looks whether all that it reported done is there."""

import multiprocessing
import random
import time
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.connection import Connection
from random import Random

from sqlalchemy import text

from counterclaim.records import (
    Claim,
    Document,
    Factuality,
    Filler,
    Ledger,
    Mention,
    NamedSentence,
    Reading,
    Refusal,
    Section,
    Span,
    digest,
)
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store

_VERSION = "1"
_TOGETHER = 3  # documents that are added in one transaction
_RUN_EACH = 3  # documents
_PATIENCE = 30.0  # seconds until a killed writer's lock is free, on a busy machine


@lru_cache(maxsize=100_000)
def made(number: int) -> Reading:
    """A report by its number: a line that claims something, and as much text as its number says."""
    line = f"Norway sold {number} tanks to Latvia."
    rest = "".join(f" In {Random(f'{number}/{i}').getrandbits(60):x}." for i in range(number % 7 * 100))
    whole = line + rest
    document = Document(f"{number}.txt", whole, digest(whole), published="2024-05-02")
    trigger = Filler("sold", Span(7, 11))
    evidence = Filler(line, Span(0, len(line)))
    sentence = NamedSentence(Span(0, len(line)), Section.BODY, (Mention("GPE", Span(0, 6), "Norway", subject=True),))
    claim = Claim(
        document.id,
        "transfer",
        "sale",
        {"supplier": (Filler("Norway", Span(0, 6)),)},
        (),
        Factuality.CERTAIN,
        None,
        None,
        trigger,
        evidence,
        "transfer/sell.01",
        Section.BODY,
    )
    return Reading(document, (sentence,), (claim,))


def run_over(readings: list[Reading]) -> Ledger:
    """What a run over readings is entered as."""
    return Ledger(
        tuple(r.document for r in readings), (), tuple(c for r in readings for c in r.claims), (Refusal("x", "y"),)
    )


def write(place: str, reports: Connection) -> None:
    """Write until the end: documents, readings and runs, each reported once it is said to be done."""
    store = open_store(place)
    with store.writer(patience=_PATIENCE) as writer:
        done = store.counts(_VERSION).documents
        # What the one before has added and not read.
        for identity in store.unread(_VERSION):
            number = int(store.document(identity).path.removesuffix(".txt"))
            writer.put_reading(made(number), _VERSION)
            reports.send(("read", number))
        while True:
            readings = [made(number) for number in range(done, done + _TOGETHER)]
            writer.add([reading.document for reading in readings])
            reports.send(("added", done, done + _TOGETHER))
            for number, reading in enumerate(readings, start=done):
                writer.put_reading(reading, _VERSION)
                reports.send(("read", number))
            done += _TOGETHER
            if done % _RUN_EACH == 0:
                run = writer.put_run(run_over([made(number) for number in range(done)][-40:]))
                reports.send(("run", run.ordinal, min(done, 40)))


@dataclass(slots=True)
class Kept:
    """What was reported done by all that were killed."""

    kills: int = 0
    added: int = 0
    read: set[int] = field(default_factory=set)
    runs: dict[int, int] = field(default_factory=dict)

    def take(self, report: tuple[str, int, int]) -> None:
        """Remember a report."""
        kind, number, *rest = report
        if kind == "added":
            self.added = max(self.added, *rest)
        elif kind == "read":
            self.read.add(number)
        else:
            self.runs[number] = rest[0]


def kill(place: str, times: int, *, longest: float = 0.6, seed: int = 0) -> Kept:
    """Kill a writer so many times, at a random moment up to ``longest`` seconds after its first report.

    Raises AssertionError where, after any of them, something that was reported done is not there and whole.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.case_kills"])
    kept, chance = Kept(), random.Random(seed)
    open_store(place, create=True).close()
    for _ in range(times):
        mine, its = context.Pipe(duplex=False)
        child = context.Process(target=write, args=(place, its))
        child.start()
        its.close()
        assert mine.poll(60), "the writer does not begin"
        time.sleep(chance.random() * longest)
        child.kill()
        child.join()
        while True:
            try:
                kept.take(mine.recv())
            except (EOFError, OSError):  # the last report may be cut off
                break
        mine.close()
        kept.kills += 1
        check(place, kept)
    return kept


def check(place: str, kept: Kept) -> None:
    """Whether a case holds what was reported, and nothing half. Raises AssertionError."""
    store = open_store(place)
    try:
        documents = store.counts(_VERSION).documents
        assert documents >= kept.added, f"{kept.added} documents were reported, {documents} are there"
        assert documents % _TOGETHER == 0, "a transaction was entered in part"
        held = {int(r.document.path.removesuffix(".txt")): r for r in store.readings()}
        assert set(held) >= kept.read, f"lost: {sorted(kept.read - set(held))}"
        assert all(reading == made(number) for number, reading in held.items())
        assert {int(store.document(i).path.removesuffix(".txt")) for i in store.unread(_VERSION)} == {
            number for number in range(documents) if number not in held
        }
        runs = {run.ordinal: run.documents for run in store.runs()}
        assert kept.runs.items() <= runs.items()
        for ordinal in list(runs)[-2:]:
            assert len(store.ledger(ordinal).documents) == runs[ordinal]
        if runs:
            assert store.claims().total == list(runs.values())[-1], "the lists are those of the newest run"
        _is_sound(store)
    finally:
        store.close()


def _is_sound(store: Store) -> None:
    """What SQLite itself says of the file."""
    with store._reading() as connection:  # noqa: SLF001
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
