"""Budgets: how far an archive may unpack."""

import io

import pytest

from counterclaim.errors import InputRefused
from counterclaim.ingest.limits import ArchiveBombError, Budget, Limits, read_whole


@pytest.mark.parametrize(
    ("size", "spent", "bomb"),
    [
        (10, [100], False),  # a small archive may always unpack to so much
        (10, [101], True),
        (10, [50, 50], False),
        (10, [50, 51], True),
        (1000, [5000], False),  # a large one to so many times its size
        (1000, [5001], True),
    ],
)
def test_budgets(size: int, spent: list[int], bomb: bool) -> None:
    budget = Budget("a.zip", size, Limits(unpacked_bytes=100, unpacked_ratio=5))
    for each in spent[:-1]:
        budget.spend(each)
    if bomb:
        with pytest.raises(ArchiveBombError, match=r"a\.zip: archive bomb"):
            budget.spend(spent[-1])
    else:
        budget.spend(spent[-1])


def test_no_more_is_read_than_the_limit() -> None:
    stream = io.BytesIO(b"a" * 100)
    with pytest.raises(InputRefused, match="too large"):
        read_whole(stream, 9, "a.txt")
    assert stream.tell() == 10
    assert read_whole(io.BytesIO(b"port"), 4, "a.txt") == b"port"
