"""The stages in order. Document stages see one document; collection stages see what all documents gave."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from counterclaim.alignment.align import align
from counterclaim.claims.extract import extract
from counterclaim.entities.group import group
from counterclaim.entities.judged import LeftOut, judge
from counterclaim.errors import InputRefused
from counterclaim.ingest.files import find_files, read_file
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.lineage.documents import lineages
from counterclaim.lineage.utterances import utterances
from counterclaim.records import Document, Judgement, Ledger, Parse, Reading, Refusal, Register
from counterclaim.registers.checks import check_targets
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.load import load_all
from counterclaim.registers.regimes import regimes_for
from counterclaim.registers.screen_ledger import screen_ledger, with_targets
from counterclaim.stories.cluster import cluster
from counterclaim.text.matter import FrontMatter
from counterclaim.text.sentences import read_page

DOCUMENT_STAGES = ("ingest", "text", "language", "claims")
COLLECTION_STAGES = ("entities", "stories", "lineage", "alignment", "registers")

NOT_FOLLOWED = "judgement not followed"  # the reason under which a ledger names it
Progress = Callable[[str, int, int], None]  # path, documents done, documents in all


class Pipeline:
    """Reads documents with one language model, opened once."""

    def __init__(self, reader: Reader | None = None, *, threads: int = 1) -> None:
        self._reader = reader or Reader(Model(threads=threads))

    def read_document(self, document: Document) -> Reading:
        """Run the document stages over one document. Pure: the same document gives the same reading."""
        titled, parses = self.parse(document)
        return Reading(titled, tuple(p.named(document.text) for p in parses), tuple(extract(titled, parses)))

    def parse(self, document: Document) -> tuple[Document, tuple[Parse, ...]]:
        """The document with what its text says of itself, and its sentences as the language layer reads them."""
        page = read_page(document.text)
        return _with_front(document, page.front), tuple(self._reader.parse(document.text, page.sentences))


def _with_front(document: Document, front: FrontMatter) -> Document:
    """The document with what its text says of itself; what is known from elsewhere stays."""
    return replace(
        document,
        title=document.title or front.title,
        byline=document.byline or front.byline,
        dateline=document.dateline or front.dateline,
        published=document.published or front.published,
        outlet=document.outlet or front.outlet,
        credits=document.credits or front.credits,
    )


@dataclass(slots=True)
class Gathered:
    """What has been read so far, of ``total`` files; ``stopped`` if it was cut short."""

    readings: dict[str, Reading] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    total: int = 0
    stopped: bool = False

    def ledger(self, registers: Sequence[Register] = ()) -> Ledger:
        """The collection stages over what was read; ``registers`` are the lists that it is held against."""
        return collect(self.readings.values(), self.refused, registers)


def gather(
    files: Sequence[Path],
    *,
    threads: int = 1,
    progress: Progress | None = None,
    open_file: Callable[[Path], Document] = read_file,
) -> Gathered:
    """Run the document stages over files. Ctrl-C ends it early and is not passed on: what is finished is kept.

    ``progress`` is called after each file, ``open_file`` makes a document of one. Raises ModelError when the installed
    model is damaged.
    """
    found = Gathered(total=len(files))
    try:
        pipeline = Pipeline(threads=threads)
        for done, path in enumerate(files, start=1):
            try:
                _gather_one(open_file(path), pipeline, found.readings)
            except InputRefused as refusal:
                found.refused.append(refusal_of(refusal))
            if progress:
                progress(str(path), done, len(files))
    except KeyboardInterrupt:
        found.stopped = True
    return found


def _gather_one(document: Document, pipeline: Pipeline, readings: dict[str, Reading]) -> None:
    if document.id in readings:
        raise InputRefused(document.path, "same text as another document", readings[document.id].document.path)
    readings[document.id] = pipeline.read_document(document)
    if not readings[document.id].claims:  # the document stays in the ledger, and is named
        raise InputRefused(document.path, "no claims", "it was read, but nothing in it is claimed")


def refusal_of(refusal: InputRefused) -> Refusal:
    """A refused input as the ledger names it."""
    return Refusal(refusal.where, refusal.reason, refusal.advice)


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    registers: str | Path | None = None,
    threads: int = 1,
    progress: Progress | None = None,
) -> Ledger:
    """Read files and folders into a ledger.

    ``registers`` is a folder (or a file) of official lists that names and sanction claims are held against.
    ``progress`` is called after each document. What cannot be read is in the ledger's ``refused``, with its reason, and
    does not stop the rest; a text without a claim is among both, the documents and the refused. Raises ModelError when
    the installed model is damaged, RegisterError when there is no register where one is said to be.
    """
    # A string is an iterable of strings too: "/reports" would name the folder "/".
    files, without = find_files(Path(path) for path in ([paths] if isinstance(paths, str | Path) else paths))
    lists, damaged = ((), ()) if registers is None else load_all(Path(registers))
    found = gather(files, threads=threads, progress=progress)
    if found.stopped:
        raise KeyboardInterrupt
    found.refused[:0] = [*map(refusal_of, without), *damaged]
    return found.ledger(lists)


def collect(
    readings: Iterable[Reading],
    refused: Sequence[Refusal] = (),
    registers: Sequence[Register] = (),
    judgements: Sequence[Judgement] = (),
) -> Ledger:
    """Run the collection stages over readings, and hold what they find against ``registers``.

    ``judgements`` are followed in their order; those that fit nothing any more are named among the ledger's refused.
    """
    kept = list(readings)
    documents = tuple(r.document for r in kept)
    named = [(r.document, r.sentences) for r in kept]
    (entities, claims, unresolved), left_out = judge(
        group(named, [c for r in kept for c in r.claims]), documents, judgements
    )
    stories = cluster(named)
    ledger = Ledger(
        documents,
        entities,
        claims,
        (*refused, *map(_not_followed, left_out)),
        stories,
        lineages(documents, stories),
        utterances(claims, documents, entities, stories),
        unresolved=unresolved,
    )
    return check(replace(ledger, propositions=align(ledger)), registers)


def _not_followed(left: LeftOut) -> Refusal:
    return Refusal(left.judgement.id, NOT_FOLLOWED, f"{left.reason}; undo it, or judge anew")


def check(ledger: Ledger, registers: Sequence[Register] = ()) -> Ledger:
    """The ledger with what registers and the table of regimes say to it; what they said before is left out."""
    found = replace(ledger, regimes=regimes_for(ledger), registers=(), hits=(), register_checks=())
    if not registers:
        return found
    index = ScreeningIndex.of(registers)
    checks, targets = check_targets(ledger, registers, index)
    return replace(
        found,
        registers=tuple(register.version for register in registers),
        hits=with_targets(screen_ledger(ledger, index), targets),
        register_checks=checks,
    )
