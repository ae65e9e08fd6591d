"""Small lists written to disk, and entries as lines that are easy to read and to compare."""

from pathlib import Path

from counterclaim.records import NameQuality, RegisterEntry
from counterclaim.registers.formats import Format
from counterclaim.registers.formats.format import Head

EXAMPLES = Path(__file__).parents[3] / "examples" / "registers"
_MARKS = {NameQuality.PRIMARY: "", NameQuality.ALIAS: "= ", NameQuality.WEAK: "~ "}


def written(folder: Path, name: str, content: str, encoding: str = "utf-8") -> Path:
    """A file with some content, for a format to read."""
    path = folder / name
    path.write_text(content, encoding=encoding, newline="")
    return path


def names(entry: RegisterEntry) -> list[str]:
    """The names of an entry: a primary one as it is, "= " before an alias, "~ " before a weak one."""
    return [_MARKS[name.quality] + name.text for name in entry.names]


def facts(entry: RegisterEntry) -> str:
    """What an entry says beside its names, in one line."""
    pairs = [f"{kind} {value}" for kind, value in (*entry.identifiers, *entry.references)]
    parts = [str(entry.kind), entry.listed or "-", *entry.programs, *entry.countries, *entry.born, *pairs]
    return f"{entry.id}: {', '.join(parts)}"


def read(format_: Format, path: Path) -> dict[str, RegisterEntry]:
    """The entries of a file that a format must know as its own, by id; nothing of it may be left out."""
    assert format_.recognises(Head(path, path.read_bytes()))
    content = format_.load(path)
    assert content.problems == ()
    return {entry.id: entry for entry in content.entries}
