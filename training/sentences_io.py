"""Reads the project's own annotated sentences (`training/sentences/*.txt`, format in the README there)."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.records import Span
from counterclaim.text.words import words

SENTENCES = Path(__file__).parent / "sentences"
TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP", "WEAPON", "VEHICLE", "MONEY")
ROLES = frozenset(
    [f"ARG{n}" for n in range(6)]
    + [f"ARGM-{m}" for m in "TMP LOC NEG MOD ADV MNR DIR PRP DIS CAU GOL EXT PRD LVB COM ADJ REC".split()]
)
HELD_OUT_EVERY = 10
_BRACKET = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")
_ROLESET = re.compile(r"[a-z]+(?:[-_][a-z]+)*\.(?:\d\d|LV)")


class AnnotationError(ValueError):
    """A sentence file breaks the format; the message says where and how."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate: the index of its word, its roleset, and (role, index of the argument's head word)."""

    word: int
    roleset: str
    args: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence: raw text, its words, names as (type, first word, end word), predicates where annotated."""

    where: str
    text: str
    words: tuple[Span, ...]
    names: tuple[tuple[str, int, int], ...]
    frames: tuple[Frame, ...] = ()
    held_out: bool = False

    @property
    def tokens(self) -> list[str]:
        """The words as strings."""
        return [w.of(self.text) for w in self.words]


@dataclass(slots=True)
class _Block:
    where: str
    line: str
    frames: list[tuple[str, str]] = field(default_factory=list)


def read_sentences(folder: Path = SENTENCES) -> list[Annotated]:
    """All sentences of a folder, files in order of name. Raises AnnotationError at the first broken line."""
    return [s for path in sorted(folder.glob("*.txt")) for s in read_file(path)]


def read_file(path: Path) -> list[Annotated]:
    """The sentences of one file. Raises AnnotationError."""
    sentences, errors = check_file(path)
    if errors:
        raise AnnotationError(errors[0])
    return sentences


def check_file(path: Path) -> tuple[list[Annotated], list[str]]:
    """The sentences of one file that can be read, and what is wrong with the others."""
    sentences, errors = [], []
    for number, block in enumerate(_blocks(path), start=1):
        try:
            sentences.append(_annotated(block, held_out=number % HELD_OUT_EVERY == 0))
        except AnnotationError as error:
            errors.append(f"{block.where}: {error}")
    return sentences, errors


def _blocks(path: Path) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}:{number}"
        if line.lstrip().startswith(">") and line.startswith(" "):
            if block is None:
                raise AnnotationError(f"{where}: a predicate line stands before any sentence")
            block.frames.append((where, line.strip()[1:].strip()))
        elif line.strip() and not line.startswith("# "):
            if block:
                yield block
            block = _Block(where, line.strip())
    if block:
        yield block


def _annotated(block: _Block, *, held_out: bool) -> Annotated:
    text, spans = _unbracket(block.line)
    tokens = tuple(words(text))
    starts, ends = {t.start: i for i, t in enumerate(tokens)}, {t.end: i + 1 for i, t in enumerate(tokens)}
    names = []
    for _, span in spans:
        first, end = starts.get(span.start), ends.get(span.end)
        if first is None or end is None:
            # A run-together word: the name ends inside a token. Cut the token there.
            tokens = _cut(tokens, span)
            starts, ends = {t.start: i for i, t in enumerate(tokens)}, {t.end: i + 1 for i, t in enumerate(tokens)}
    for kind, span in spans:
        names.append((kind, starts[span.start], ends[span.end]))
    frames = tuple(_frame(line, text, tokens, names) for _, line in block.frames)
    if len({f.word for f in frames}) != len(frames):
        raise AnnotationError("one word carries two predicate lines")
    return Annotated(block.where, text, tokens, tuple(names), frames, held_out)


def _unbracket(line: str) -> tuple[str, list[tuple[str, Span]]]:
    text, spans, at = "", [], 0
    for match in _BRACKET.finditer(line):
        kind, name = match.groups()
        if kind not in TYPES:
            raise AnnotationError(f"no such type: {kind}")
        if name != name.strip():
            raise AnnotationError(f"white space at the edge of a name: {name!r}")
        text += line[at : match.start()]
        spans.append((kind, Span(len(text), len(text) + len(name))))
        text += name
        at = match.end()
    text += line[at:]
    if "[" in text or "]" in text:
        raise AnnotationError("a bracket that is not '[TYPE name]'")
    return text, spans


def _cut(tokens: tuple[Span, ...], name: Span) -> tuple[Span, ...]:
    out = []
    for token in tokens:
        inside = [at for at in (name.start, name.end) if token.start < at < token.end]
        edges = [token.start, *inside, token.end]
        out += [Span(a, b) for a, b in itertools.pairwise(edges)]
    return tuple(out)


def _frame(line: str, text: str, tokens: tuple[Span, ...], names: list[tuple[str, int, int]]) -> Frame:
    head, *args = [part.strip() for part in line.split("|")]
    try:
        roleset, predicate = head.split(None, 1)
        pairs = [arg.split(None, 1) for arg in args if arg]
        if any(len(p) != 2 for p in pairs):
            raise ValueError
    except ValueError:
        raise AnnotationError(f"not 'roleset word | ROLE word | …': {line!r}") from None
    if not _ROLESET.fullmatch(roleset):
        raise AnnotationError(f"not a roleset: {roleset!r}")
    at = _find(predicate, text, tokens)
    found = []
    for role, word in pairs:
        if role not in ROLES:
            raise AnnotationError(f"no such role: {role!r}")
        index = _find(word, text, tokens)
        for kind, first, end in names:
            if kind == "PER" and first <= index < end:
                index = first  # `flat` hangs the rest of a person's name on its first word
        found.append((role, index))
    return Frame(at, roleset, tuple(found))


def _find(word: str, text: str, tokens: tuple[Span, ...]) -> int:
    form, _, count = word.partition("~")
    at = [i for i, t in enumerate(tokens) if t.of(text) == form]
    if not at:
        raise AnnotationError(
            f"{form!r} is no word of the sentence; its words are: {' '.join(t.of(text) for t in tokens)}"
        )
    if count:
        if not count.isdigit() or not 1 <= int(count) <= len(at):
            raise AnnotationError(f"{word!r}: the word stands {len(at)} times")
        return at[int(count) - 1]
    if len(at) > 1:
        raise AnnotationError(f"{form!r} stands {len(at)} times; write {form}~1 …")
    return at[0]
