"""Ledgers as a case keeps them: cut into parts, each stored once whatever number of runs hold it.

The cuts hang on the records' ids, not on their number, so that a record more changes one part and not all that follow.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, get_args, get_type_hints

from counterclaim.records import Document, Ledger, ScreeningHit
from counterclaim.store.codec import codec, damaged
from counterclaim.store.values import hit_id

_USUAL = 64  # records a part, on average
_MOST = 256  # records a part
_LARGEST = 1 << 20  # bytes of JSON, unless a single record is larger

# The sections of a ledger with the type of their records: the fields of Ledger that hold several, so that a new one is
# stored, too.
SECTIONS: dict[str, Any] = {
    field.name: of[0] for field in fields(Ledger) if (of := get_args(get_type_hints(Ledger)[field.name]))
}


@dataclass(frozen=True, slots=True)
class Part:
    """Some records of one section that follow one another: as a JSON list, and its digest.

    ``places`` says for each record at which byte of the list it begins and how many it takes.
    """

    records: tuple[Any, ...]
    content: bytes
    digest: bytes
    places: tuple[tuple[int, int], ...]


def record_id(record: Any) -> str:
    """The id of a record; of one that has none, what it is about."""
    if isinstance(record, ScreeningHit):
        return hit_id(record)
    return str(getattr(record, "id", None) or getattr(record, "proposition", None) or "")


def bare(document: Document) -> Document:
    """A document without its text, which the case holds already."""
    return replace(document, text="")


def cut(section: str, records: Iterable[Any]) -> Iterator[Part]:
    """The parts of a section, in order."""
    write = codec(SECTIONS[section]).json
    held: list[Any] = []
    written: list[bytes] = []
    size = 0
    for record in records:
        content = write(bare(record) if section == "documents" else record)
        held.append(record)
        written.append(content)
        size += len(content)
        # About one id in _USUAL ends a part.
        ends = zlib.crc32((record_id(record) or str(len(content))).encode("utf-8", "replace")) % _USUAL == 0
        if ends or len(held) >= _MOST or size >= _LARGEST:
            yield _part(held, written)
            held, written, size = [], [], 0
    if held:
        yield _part(held, written)


def _part(records: Sequence[Any], written: Sequence[bytes]) -> Part:
    content = b"[" + b",".join(written) + b"]"
    places, start = [], 1
    for one in written:
        places.append((start, len(one)))
        start += len(one) + 1
    return Part(tuple(records), content, hashlib.sha256(content).digest(), tuple(places))


def joined(parts: Callable[[str], Iterable[bytes]], texts: Callable[[], dict[str, str]], extractor: str) -> Ledger:
    """The ledger of a run: ``parts`` gives the JSON of a section's parts, ``texts`` the documents' texts by their ids.

    Raises StoreError.
    """
    sections = {
        section: tuple(record for part in parts(section) for record in codec(of).values(part))
        for section, of in SECTIONS.items()
    }
    known = texts()
    if not all(document.id in known for document in sections["documents"]):
        raise damaged("a document of a run is missing")
    sections["documents"] = tuple(replace(d, text=known[d.id]) for d in sections["documents"])
    return Ledger(**sections, extractor=extractor)
