"""The hand-labelled pairs of the copies benchmark: ids and labels, no text, both kinds in both parts."""

import re
from collections import Counter

from benchmarks.copies import labelled

_ID = re.compile(r"\d{10}|[0-9a-f]{56}")


def test_pairs_are_ids_with_a_label_and_a_part() -> None:
    pairs = labelled()
    assert all(_ID.fullmatch(name) for pair in pairs for name in (pair.one, pair.other))
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == len(pairs)
    counts = Counter((pair.part, pair.same_origin) for pair in pairs)
    assert {part for part, _ in counts} == {"choose", "report"}
    assert min(counts.values()) >= 50
