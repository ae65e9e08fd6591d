"""Make `src/counterclaim/stories/word_counts.txt`: in how many stretches of ordinary English each word stands.

`python -m training.word_counts --data ../shared` counts stretches of 400 words of the training corpora whose licences
allow it (EWT, GUM, RE3D, CrossNER politics, WikiGold, UNER PUD). Only words that are in five or more are listed: the
table tells common words from rare ones, and a word that it lacks is rare.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.stories.words import words

_STRETCH = 400  # words, about a short news report
_LEAST = 5
_OUT = Path("src/counterclaim/stories/word_counts.txt")
_HEADER = """\
# In how many stretches of 400 words of open-licence English each word stands (five or more), without plural endings.
# Counted by training/word_counts.py over EWT (CC BY-SA 4.0), GUM (CC BY, CC BY-SA), RE3D (public domain and open),
# CrossNER politics (MIT), WikiGold (CC BY 4.0) and UNER PUD (CC BY-SA 4.0).
"""


def sources(corpora: Path) -> Iterator[Iterable[str]]:
    """The words of each source, in order."""
    yield (w for line in _lines(corpora / "ewt/train.jsonl") for w in json.loads(line)["words"])
    for path in sorted(corpora.glob("gum/train/*.conllu")):
        yield _column(path, 1)
    for path in sorted(corpora.glob("re3d/*/documents.json")):
        yield (json.loads(line)["text"] for line in _lines(path))
    for path in sorted(corpora.glob("crossner_politics/*.txt")):
        yield _column(path, 0)
    for path in sorted(corpora.glob("wikigold/*.txt")):
        yield _column(path, 0)
    for path in sorted(corpora.glob("uner_pud/*.iob2")):
        yield _column(path, 1)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _column(path: Path, column: int) -> Iterator[str]:
    for line in _lines(path):
        cells = line.split()
        if len(cells) > column and not line.startswith("#"):
            yield cells[column]


def count(corpora: Path) -> tuple[int, Counter[str]]:
    """(number of stretches, in how many of them each word stands)."""
    total, counts = 0, Counter[str]()
    for source in sources(corpora):
        found = words(" ".join(source))
        for start in range(0, len(found), _STRETCH):
            stretch = found[start : start + _STRETCH]
            if len(stretch) >= _STRETCH // 2:
                total += 1
                counts.update(set(stretch))
    return total, counts


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with corpora/")
    total, counts = count(parser.parse_args().data / "corpora")
    kept = sorted((w for w, n in counts.items() if n >= _LEAST), key=lambda w: (-counts[w], w))
    rows = [f"texts {total}", *(f"{word} {counts[word]}" for word in kept)]
    _OUT.write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(kept)} words of {total} stretches")


if __name__ == "__main__":
    main()
