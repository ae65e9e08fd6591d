"""Reader of ECB+ (Cybulska and Vossen 2014): news documents with mentions of actions and the instances they stand for.

The corpus comes as one XML file a document in a zip. Files are hostile until read: sizes and counts are bounded, and a
file with a document type (the place where XML declares entities) is refused.

Which sentences count. Annotators checked coreference in some sentences only. Their list is a CSV file of the corpus;
where it lies in the zip or beside it, it decides. Where it does not, a sentence counts as checked when three in five
of its mentions, actions and participants alike, are tied to an instance, and one of those is an action: that gives
nearly as many chains as the literature counts (2,108, there 1,936, in topics 1 to 35; 6,108 mentions, there 5,053). In
a sentence that counts, every action is a mention; one that is tied to no instance is a chain of its own, as in the
literature.
"""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

__all__ = ["EcbDocument", "EcbError", "EcbMention", "read_document", "read_folder", "read_zip"]

_MAX_BYTES = 4_000_000
_MAX_FILES = 5_000
_SENTENCES = "ECBplus_coreference_sentences.csv"
_CHECKED = 0.6
_NAME = re.compile(r"([0-9]{1,4})_([0-9]{1,4})(ecb|ecbplus)\.xml")
_ACTION = re.compile(r"(NEG_)?ACTION_")


class EcbError(ValueError):
    """A file that is not what it should be; says which and why."""


@dataclass(frozen=True, slots=True)
class EcbMention:
    """An action: its sentence, the positions of its words in it, its class, and the chain that it belongs to."""

    sentence: int
    words: tuple[int, ...]
    kind: str
    chain: str


@dataclass(frozen=True, slots=True)
class EcbDocument:
    """A document: file name, topic, part of the topic (``ecb`` or ``ecbplus``), sentences as words, mentions."""

    name: str
    topic: int
    part: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[EcbMention, ...]


def read_folder(folder: Path) -> list[EcbDocument]:
    """Every ``ecbplus*.zip`` of a folder, in the order of topics and files. A folder without one gives nothing."""
    listed = folder / _SENTENCES
    checked = _checked(listed.read_text(encoding="utf-8-sig")) if listed.exists() else None
    found = [document for path in sorted(folder.glob("ecbplus*.zip")) for document in read_zip(path, checked)]
    return sorted(found, key=lambda d: (d.topic, d.part, d.name))


def read_zip(path: Path, checked: Mapping[str, Collection[int]] | None = None) -> Iterator[EcbDocument]:
    """The documents of one zip. ``checked`` names the sentences that count, by file; the zip's own list goes before it.

    Raises EcbError for a damaged archive or a file out of bounds.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > _MAX_FILES:
                raise EcbError(f"{path}: more than {_MAX_FILES} files")
            for entry in entries:
                if PurePosixPath(entry.filename).name == _SENTENCES:
                    checked = _checked(_bytes(archive, entry).decode("utf-8-sig"))
            for entry in entries:
                name = PurePosixPath(entry.filename).name
                if _NAME.fullmatch(name):
                    yield read_document(
                        name, _bytes(archive, entry), None if checked is None else checked.get(name, ())
                    )
    except zipfile.BadZipFile as error:
        raise EcbError(f"{path}: {error}") from error


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The entry's content; what it says of its size is not believed."""
    with archive.open(entry) as file:
        content = file.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise EcbError(f"{entry.filename}: more than {_MAX_BYTES} bytes")
    return content


def _checked(text: str) -> dict[str, set[int]]:
    """File name to the sentences that annotators checked; rows are topic, file without topic and ending, sentence."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in csv.reader(io.StringIO(text)):
        if len(row) >= 3 and row[2].strip().isdecimal():
            found[f"{row[0].strip()}_{row[1].strip()}.xml"].add(int(row[2]))
    return found


def read_document(name: str, content: bytes, checked: Collection[int] | None = None) -> EcbDocument:
    """One XML file; ``name`` is like ``1_10ecb.xml``. ``checked`` names the sentences that count, None lets them be
    found. Raises EcbError for what is no such file."""
    parts = _NAME.fullmatch(name)
    if parts is None:
        raise EcbError(f"{name}: not the name of an ECB+ file")
    root = _parsed(name, content)
    words, places = _words(root, name)
    mentions = _mentions(root, places)
    instances = _instances(root, name)
    if checked is None:
        checked = _seems_checked(mentions, instances)
    kept = tuple(
        EcbMention(sentence, at, kind, instances.get(key, f"{name}#{key}"))
        for key, (kind, sentence, at) in sorted(mentions.items(), key=lambda m: m[1][1:])
        if _ACTION.match(kind) and sentence in checked
    )
    return EcbDocument(name, int(parts[1]), parts[3], words, kept)


def _parsed(name: str, content: bytes) -> ET.Element:
    # Entities can only be declared in a document type. No encoding but one that shows these bytes is accepted.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        raise EcbError(f"{name}: a document type, or not UTF-8")
    try:
        return ET.fromstring(content.decode("utf-8-sig"))  # noqa: S314, no entity can be declared
    except (ET.ParseError, UnicodeDecodeError, ValueError) as error:
        raise EcbError(f"{name}: {error}") from error


def _words(root: ET.Element, name: str) -> tuple[tuple[tuple[str, ...], ...], dict[str, tuple[int, int]]]:
    """Sentences as words, and for each token id its sentence and position there."""
    sentences: dict[int, list[str]] = {}
    places: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        given = token.get("sentence", "")
        if not (given.isdecimal() and len(given) < 7):
            raise EcbError(f"{name}: no sentence numbers that can be: {given!r:.20}")
        number = int(given)
        sentence = sentences.setdefault(number, [])
        places[token.get("t_id", "")] = (number, len(sentence))
        sentence.append((token.text or "").strip() or "_")
    size = max(sentences, default=-1) + 1
    if size > len(places):
        raise EcbError(f"{name}: sentence numbers with gaps larger than the text")
    return tuple(tuple(sentences.get(i, ())) for i in range(size)), places


def _mentions(root: ET.Element, places: Mapping[str, tuple[int, int]]) -> dict[str, tuple[str, int, tuple[int, ...]]]:
    """Id to class, sentence and words, of every mention in the text; instances, which have no words, are left out."""
    found = {}
    for mark in root.iterfind("Markables/*"):
        at = [places[t] for t in (a.get("t_id", "") for a in mark.iter("token_anchor")) if t in places]
        if at:
            sentence = at[0][0]
            found[mark.get("m_id", "")] = (mark.tag, sentence, tuple(sorted({w for s, w in at if s == sentence})))
    return found


def _instances(root: ET.Element, name: str) -> dict[str, str]:
    """Mention id to instance: across documents by the instance's own id, within one by the relation's."""
    found = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF" and relation.get("note")
        chain = str(relation.get("note")) if across else f"{name}@{relation.get('r_id')}"
        found.update({source.get("m_id", ""): chain for source in relation.iter("source")})
    return found


def _seems_checked(
    mentions: Mapping[str, tuple[str, int, tuple[int, ...]]], instances: Mapping[str, str]
) -> frozenset[int]:
    tied: dict[int, list[bool]] = defaultdict(list)
    actions: set[int] = set()
    for key, (kind, sentence, _) in mentions.items():
        tied[sentence].append(key in instances)
        if key in instances and _ACTION.match(kind):
            actions.add(sentence)
    return frozenset(s for s in actions if sum(tied[s]) >= _CHECKED * len(tied[s]))
