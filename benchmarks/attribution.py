"""Attribution: source, cue and content of PolNeAR's news articles, by token (never trained on).

Format: brat stand-off, `text/NAME.txt` with `attributions/NAME_ANNOTATOR.ann`. Two articles were annotated by six
people; every annotation is scored by itself, so that those articles count six times.

Tokens are the project's own words. A word bears the role whose annotated characters it shares most with. Source, cue
and content are sets of words over the article: a word counts once a role, whichever attribution gave it. PolNeAR is
univocal (Newell, Margolin and Ruths 2018): a token belongs to at most one attribution, the outermost. What the
product finds is put in the same form: inside a content nothing is marked but the content. `all` pools the three counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.common import Counts, Value, arguments, missing, report
from counterclaim.claims.attribution import carried_over, find_attributions
from counterclaim.claims.clause import Clause
from counterclaim.claims.extents import content_words, cue_words, source_words
from counterclaim.claims.sources import Scoped
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Parse
from counterclaim.text.sentences import sentences

ROLES = ("source", "cue", "content")

# The words that bear each role, as (sentence, word).
Marked = dict[str, set[tuple[int, int]]]


def annotated(text: str, lines: Sequence[str], parses: Sequence[Parse]) -> Marked:
    """The annotation of one person as words. ``lines`` are those of the .ann file, offsets in code points."""
    roles: list[str | None] = [None] * len(text)
    for line in lines:
        for role, start, end in _fragments(line):
            roles[start:end] = [role] * (end - start)
    found: Marked = {role: set() for role in ROLES}
    for s, parse in enumerate(parses):
        for w, span in enumerate(parse.sentence.words):
            shared: defaultdict[str, int] = defaultdict(int)
            for borne in roles[span.start : span.end]:
                if borne is not None:
                    shared[borne] += 1
            if shared:
                found[max(shared, key=lambda r: shared[r])].add((s, w))
    return found


def _fragments(line: str) -> Iterator[tuple[str, int, int]]:
    """The stretches of one text-bound annotation: "T3<tab>Content 1105 1206;1221 1335<tab>words"."""
    number, _, rest = line.partition("\t")
    kind, _, offsets = rest.partition("\t")[0].partition(" ")
    if number.startswith("T") and kind.lower() in ROLES:
        for fragment in offsets.split(";"):
            start, end = fragment.split()
            yield kind.lower(), int(start), int(end)


def found(text: str, parses: Sequence[Parse]) -> Marked:
    """The words to which the product gives each role."""
    clauses = [Clause(text, parse, lexicon()) for parse in parses]
    attributions = carried_over(clauses, [find_attributions(c, loose=True) for c in clauses])
    result: Marked = {role: set() for role in ROLES}
    for s, (clause, scoped) in enumerate(zip(clauses, attributions, strict=True)):
        for role, words in _univocal(clause, scoped).items():
            result[role] |= {(s, w) for w in words}
    return result


def _univocal(clause: Clause, attributions: Sequence[Scoped]) -> dict[str, set[int]]:
    """The roles of one sentence's words, outermost attribution first: a content holds no attribution of its own."""
    roles: dict[str, set[int]] = {role: set() for role in ROLES}
    for scoped in sorted(attributions, key=lambda a: -len(a.content)):
        if scoped.cue is not None and scoped.cue in roles["content"]:
            continue
        taken = set().union(*roles.values())
        roles["content"] |= content_words(clause, scoped) - taken
        roles["cue"] |= cue_words(clause, scoped) - taken
        roles["source"] |= source_words(clause, scoped) - taken
    return roles


def polnear(reader: Reader, folder: Path, limit: int | None) -> dict[str, Value]:
    """Token F1, precision and recall by role and over all three."""
    by_role = {role: Counts() for role in ROLES}
    annotations: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations[path.stem.rpartition("_")[0]].append(path)
    for article in sorted((folder / "text").glob("*.txt"))[:limit]:
        text = _raw(article)
        parses = reader.parse(text, sentences(text))
        mine = found(text, parses)
        for path in annotations[article.stem]:
            gold = annotated(text, _raw(path).splitlines(), parses)
            for role, counts in by_role.items():
                counts.add(mine[role], gold[role])
    total = {**by_role, "all": Counts.total(by_role.values())}
    values: dict[str, Value] = {role: counts.f1 for role, counts in total.items()}
    values["precision"] = {role: counts.precision for role, counts in total.items()}
    values["recall"] = {role: counts.recall for role, counts in total.items()}
    return values


def _raw(path: Path) -> str:
    """A file's characters as they are: offsets count line ends of every kind."""
    return path.read_bytes().decode("utf-8")


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    folder = options.data / "eval/polnear_dev"
    values: dict[str, Value] = {}
    if not missing(folder):
        values = polnear(Reader(Model(threads=2)), folder, options.limit)
    report("Attribution", values)


if __name__ == "__main__":
    main()
