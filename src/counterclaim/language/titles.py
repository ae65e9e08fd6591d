"""Titles and forms of address: they stand before a person's name and are no part of it."""

from collections.abc import Sequence

_TITLES = frozenset(
    (
        "mr mrs ms miss mx sir dame lord lady madam madame mme mlle monsieur dr prof professor rev reverend fr father "
        "sister brother pastor bishop archbishop cardinal pope imam sheikh shaikh ayatollah hojatoleslam mullah rabbi "
        "maulana president vice-president premier chancellor minister secretary senator sen rep representative "
        "congressman congresswoman governor gov mayor ambassador amb consul envoy king queen prince princess emir "
        "sultan chief justice judge magistrate attorney prosecutor advocate barrister speaker commissioner director "
        "chairman chairwoman chairperson general gen lieutenant lt colonel col major maj captain capt commander cmdr "
        "admiral adm brigadier brig marshal sergeant sgt corporal cpl private pvt inspector insp superintendent supt "
        "officer constable detective coach engineer engr alhaji hajia datuk dato tan sri tun shri smt "
        "prime foreign defence defense deputy acting former interim honourable hon excellency sheriff dg ceo md"
    ).split()
)


def without_title(words: Sequence[str], first: int, end: int) -> int:
    """Where a person's name ``words[first:end]`` begins once titles are cut off; ``end`` when nothing else is there."""
    while first < end and words[first].rstrip(".").lower() in _TITLES:
        first += 1
    while first < end and not words[first][0].isalnum():
        first += 1
    return first
