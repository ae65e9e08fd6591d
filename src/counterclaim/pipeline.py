"""The stages in order. Document stages see one document; collection stages see what all documents gave."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from counterclaim.claims.extract import extract
from counterclaim.entities.group import group
from counterclaim.errors import InputRefused
from counterclaim.ingest.files import find_files, read_file
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.records import Claim, Document, Ledger, Parse, Refusal
from counterclaim.text.matter import FrontMatter
from counterclaim.text.sentences import read_page

DOCUMENT_STAGES = ("ingest", "text", "language", "claims")
COLLECTION_STAGES = ("entities",)

Progress = Callable[[str, int, int], None]  # path, documents done, documents in all


@dataclass(frozen=True, slots=True)
class Reading:
    """What the document stages make of one document."""

    document: Document
    parses: tuple[Parse, ...]
    claims: tuple[Claim, ...]


class Pipeline:
    """Reads documents with one language model, opened once."""

    def __init__(self, reader: Reader | None = None, *, threads: int = 1) -> None:
        self._reader = reader or Reader(Model(threads=threads))

    def read_document(self, document: Document) -> Reading:
        """Run the document stages over one document. Pure: the same document gives the same reading."""
        page = read_page(document.text)
        parses = self._reader.parse(document.text, page.sentences)
        titled = _with_front(document, page.front)
        return Reading(titled, tuple(parses), tuple(extract(titled, parses)))


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


def read(paths: str | Path | Iterable[str | Path], *, threads: int = 1, progress: Progress | None = None) -> Ledger:
    """Read files and folders into a ledger.

    ``progress`` is called after each document. What cannot be read is in the ledger's ``refused``, with its reason, and
    does not stop the rest; a text without a claim is among both, the documents and the refused. Raises ModelError when
    the installed model is damaged.
    """
    # A string is an iterable of strings too: "/reports" would name the folder "/".
    files, refused = _collect([paths] if isinstance(paths, str | Path) else paths)
    pipeline = Pipeline(threads=threads)
    readings: dict[str, Reading] = {}
    for done, path in enumerate(files, start=1):
        try:
            document = read_file(path)
            if document.id in readings:
                first = readings[document.id].document.path
                raise InputRefused(str(path), "same text as another document", first)
            readings[document.id] = pipeline.read_document(document)
            if not readings[document.id].claims:  # the document stays in the ledger, and is named
                raise InputRefused(str(path), "no claims", "it was read, but nothing in it is claimed")
        except InputRefused as refusal:
            refused.append(_refusal(refusal))
        if progress:
            progress(str(path), done, len(files))
    return collect(readings.values(), refused)


def _collect(paths: Iterable[str | Path]) -> tuple[list[Path], list[Refusal]]:
    files, refused = find_files(Path(path) for path in paths)
    return files, [_refusal(refusal) for refusal in refused]


def _refusal(refusal: InputRefused) -> Refusal:
    return Refusal(refusal.where, refusal.reason, refusal.advice)


def collect(readings: Iterable[Reading], refused: Sequence[Refusal] = ()) -> Ledger:
    """Run the collection stages over readings."""
    kept = list(readings)
    entities, claims = group([(r.document, r.parses) for r in kept], [c for r in kept for c in r.claims])
    return Ledger(tuple(r.document for r in kept), entities, claims, tuple(refused))
