"""The pipeline over a case: documents are added, what is unread is read, and the readings are collected into a run.

Each step keeps what it has finished, however it ends, and takes up where the one before stopped.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from counterclaim.ingest.adapters import NOTES
from counterclaim.ingest.identify import unread
from counterclaim.pipeline import NOT_FOLLOWED, Pipeline, Progress, collect
from counterclaim.records import EXTRACTOR, Document, Judgement, Ledger, Reading, Refusal, Register
from counterclaim.store.corrections import corrected, judgements, standing
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from counterclaim.store.values import AddedDocument, Correction, Run, Taken
from counterclaim.store.writer import Writer

# Documents that go into the case together, at most; the first of these to be reached.
_MOST_DOCUMENTS = 50
_MOST_CHARACTERS = 4_000_000
_LONGEST_WAIT = 2.0  # seconds
NOT_READ = "language not read"
NO_CLAIMS = "no claims"

Collect = Callable[[Iterable[Reading], Sequence[Refusal], Sequence[Register], Sequence[Judgement]], Ledger]
Told = Callable[[int], None]  # documents that are safely in the case


@dataclass(slots=True)
class Added:
    """What became of inputs: documents that are new, and that were there; what was refused, noted of documents that
    were taken, and stored unread, by name."""

    new: int = 0
    known: int = 0
    refused: list[Refusal] = field(default_factory=list)
    noted: list[Refusal] = field(default_factory=list)
    stored_unread: list[Refusal] = field(default_factory=list)  # in languages that are not read
    stopped: bool = False


@dataclass(slots=True)
class WasRead:
    """How many of ``total`` unread documents were read; ``silent`` are the paths of those that claim nothing."""

    total: int
    done: int = 0
    silent: list[str] = field(default_factory=list)
    stopped: bool = False


class Case:
    """A case, and what the program does with it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def add(self, items: Iterable[Document | Refusal], told: Told = lambda _: None) -> Added:
        """Add documents as they come, and what was refused. Ctrl-C ends it early and is not passed on.

        ``told`` is called with the number of documents that are safely in the case. Raises StoreError.
        """
        added = Added()
        with self.store.writer() as writer:
            batch = _Batch(writer, added, told)
            try:
                for item in items:
                    batch.take(item)
            except KeyboardInterrupt:
                added.stopped = True
            batch.flush()
        return added

    def read(self, pipeline: Callable[[], Pipeline] = Pipeline, progress: Progress = lambda *_: None) -> WasRead:
        """Run the document stages over what this version of the extractor has not read; each document is kept at once.

        Ctrl-C ends it early and is not passed on. ``progress`` is called after each document. Raises StoreError, and
        ModelError when the installed model is damaged.
        """
        unread = self.store.unread(EXTRACTOR)
        result = WasRead(len(unread))
        if not unread:
            return result
        try:
            with self.store.writer() as writer:
                reads = pipeline()
                for identity in unread:
                    reading = reads.read_document(self.store.document(identity))
                    writer.put_reading(reading, EXTRACTOR)
                    result.done += 1
                    if not reading.claims:
                        result.silent.append(reading.document.path)
                    progress(reading.document.path, result.done, result.total)
        except KeyboardInterrupt:
            result.stopped = True
        return result

    def collect(
        self,
        registers: Sequence[Register] = (),
        unloaded: Sequence[Refusal] = (),
        *,
        again: bool = False,
        collecting: Collect = collect,
    ) -> Run | None:
        """Run the collection stages over all readings, corrected, and enter what they find as the newest run.

        ``registers`` are the lists that it is held against; ``unloaded`` names those that could not be loaded. None,
        and nothing is done, where nothing has been read, or nothing has changed since the run before, unless ``again``.
        Raises StoreError.
        """
        if not (again or self.store.has_changed()):
            return None
        corrections = self.store.corrections()
        readings = self._corrected(corrections)
        if not readings:
            return None
        ledger = collecting(readings, [*self.refused(readings), *unloaded], registers, judgements(corrections))
        del readings  # a large case's readings take more room than its ledger
        with self.store.writer() as writer:
            return writer.put_run(ledger)

    def readings(self) -> list[Reading]:
        """The newest reading of each document, with the corrections that hold."""
        return self._corrected(self.store.corrections())

    def _corrected(self, corrections: Sequence[Correction]) -> list[Reading]:
        held = standing(corrections)
        return [replace(r, claims=corrected(r.claims, held)) for r in self.store.readings()]

    def refused(self, readings: Iterable[Reading] = ()) -> list[Refusal]:
        """All that was refused, is stored but not read for its language, or was read and claims nothing."""
        silent = [
            Refusal(r.document.path, NO_CLAIMS, "it was read, but nothing in it is claimed")
            for r in readings
            if not r.claims
        ]
        return [*self.store.refusals(), *map(_not_read, self.store.other_languages()), *silent]

    def not_followed(self) -> list[Refusal]:
        """The merges and splits that the newest run could not follow, by the ids of their corrections."""
        return [refusal for refusal in self.store.section("refused") if refusal.reason == NOT_FOLLOWED]

    def close(self) -> None:
        """Close the case."""
        self.store.close()


def open_case(where: str | Path, *, create: bool = False) -> Case:
    """The case of a file, or of a PostgreSQL database by its URL. Raises StoreError, which says what to do."""
    return Case(open_store(where, create=create))


class _Batch:
    """Documents that go into the case together."""

    def __init__(self, writer: Writer, added: Added, told: Told) -> None:
        self._writer, self._added, self._told = writer, added, told
        self._documents: list[Document] = []
        self._refused: list[Refusal] = []
        self._characters = 0
        self._done = 0
        self._since = monotonic()

    def take(self, item: Document | Refusal) -> None:
        if isinstance(item, Refusal):
            self._refused.append(item)
        else:
            self._documents.append(item)
            self._characters += len(item.text)
        full = len(self._documents) + len(self._refused) >= _MOST_DOCUMENTS or self._characters >= _MOST_CHARACTERS
        if full or monotonic() - self._since > _LONGEST_WAIT:
            self.flush()

    def flush(self) -> None:
        """Enter what was taken."""
        documents, self._documents = self._documents, []
        refused, self._refused = self._refused, []
        for done in self._writer.add(documents):
            self._count(done, refused)
        self._writer.refuse(refused)
        self._added.refused += [refusal for refusal in refused if refusal.reason not in NOTES]
        self._added.noted += [refusal for refusal in refused if refusal.reason in NOTES]
        self._done += len(documents)
        self._characters, self._since = 0, monotonic()
        self._told(self._done)

    def _count(self, done: AddedDocument, refused: list[Refusal]) -> None:
        if done.taken is Taken.ADDED:
            self._added.new += 1
            if done.document.language != "en":
                self._added.stored_unread.append(_not_read(done.document))
        elif done.taken is Taken.KNOWN:
            self._added.known += 1
        else:
            refused.append(Refusal(done.document.path, done.taken.value, done.path))


def _not_read(document: Document) -> Refusal:
    """Why a document that is stored is not read."""
    return unread(document) or Refusal(document.path, NOT_READ, document.language)
