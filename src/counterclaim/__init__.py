"""Counterclaim: a ledger of attributed claims from news reports about arms, sanctions and conflict.

from counterclaim import read
ledger = read(["report.txt"])
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.records import Ledger

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def read(
    paths: "str | Path | Iterable[str | Path]", *, registers: "str | Path | None" = None, threads: int = 1
) -> "Ledger":
    """Read text files and folders, or one, into a ledger; what is refused is in ``ledger.refused`` with its reason.

    ``registers`` is a folder of official lists to hold names and sanction claims against, ``threads`` is how many cores
    the language model may use.
    """
    # Imported when called: numpy and the model cost a second that `import counterclaim` need not pay.
    from counterclaim import pipeline

    return pipeline.read(paths, registers=registers, threads=threads)
