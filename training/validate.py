"""Checks annotated sentence files: `python -m training.validate [FILE...]`. Exit code 1 when anything is wrong."""

import re
import sys
from collections import Counter
from pathlib import Path

from training.sentences_io import SENTENCES, Annotated, AnnotationError, check_file

# Sentences whose skeletons (names replaced by their types, numbers by 0) agree are template fillings.
_MAX_SAME_SKELETON = 1


def skeleton(sentence: Annotated) -> str:
    """The sentence with names as their types and figures as 0, to find fillings of one template."""
    tokens: list[str] = []
    inside = {i: (kind, first) for kind, first, end in sentence.names for i in range(first, end)}
    for i, token in enumerate(sentence.tokens):
        kind, first = inside.get(i, ("", -1))
        if kind and i == first:
            tokens.append(kind)
        elif not kind:
            tokens.append(re.sub(r"\d+", "0", token.lower()))
    return " ".join(tokens)


def main(arguments: list[str]) -> int:
    """Print a count a file and every error; return the exit code."""
    paths = [Path(a) for a in arguments] or sorted(SENTENCES.glob("*.txt"))
    skeletons: Counter[str] = Counter()
    failed = False
    for path in paths:
        try:
            sentences, errors = check_file(path)
        except AnnotationError as error:
            sentences, errors = [], [str(error)]
        for sentence in sentences:
            key = skeleton(sentence)
            skeletons[key] += 1
            if skeletons[key] > _MAX_SAME_SKELETON:
                errors.append(f"{sentence.where}: same skeleton as an earlier sentence: {sentence.text[:60]!r}")
        with_roles = sum(bool(s.frames) for s in sentences)
        kinds = Counter(kind for s in sentences for kind, *_ in s.names)
        print(f"{path.name}: {len(sentences)} sentences, {with_roles} with roles; names: {dict(kinds.most_common())}")
        for wrong in errors:
            print("  " + wrong)
        failed |= bool(errors)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
