"""What countries, years of birth and kinds say beside the names."""

from counterclaim.records import EntryKind, Feature
from counterclaim.registers.names.features import feature
from counterclaim.registers.names.values import Facts

_COUNTRY, _COUNTRY_DIFFERS = 0.02, -0.05
_BORN, _BORN_DIFFERS, _YEAR_DIFFERS = 0.05, -0.35, -0.05
_KIND_DIFFERS = -0.35
_SLACK = 1  # years by which two records of one birth may differ


def fact_features(known: Facts) -> tuple[Feature, ...]:
    """The features of what is known beside two names."""
    found = (_country(*known.countries), _born(*known.born), _kind(*known.kinds))
    return tuple(f for f in found if f is not None)


def _country(one: frozenset[str], other: frozenset[str]) -> Feature | None:
    if not one or not other:
        return None
    shared = one & other
    if shared:
        return feature("country the same", _COUNTRY, ", ".join(sorted(shared)))
    return feature("country differs", _COUNTRY_DIFFERS, f"{', '.join(sorted(one))} / {', '.join(sorted(other))}")


def _born(one: frozenset[str], other: frozenset[str]) -> Feature | None:
    """By years, and by days where both are known to the day: a register often lists several."""
    years = [{int(day[:4]) for day in side if day[:4].isdigit()} for side in (one, other)]
    if not years[0] or not years[1]:
        return None
    note = f"{', '.join(sorted(one))} / {', '.join(sorted(other))}"
    apart = min(abs(a - b) for a in years[0] for b in years[1])
    if apart > _SLACK:
        return feature("born in another year", _BORN_DIFFERS, note)
    if any(a.startswith(b) or b.startswith(a) for a in one for b in other):
        return feature("born the same", _BORN, note)
    return feature("born nearly the same", _YEAR_DIFFERS if apart else 0.0, note)


def _kind(one: EntryKind | None, other: EntryKind | None) -> Feature | None:
    if one is None or other is None or one is other or EntryKind.OTHER in (one, other):
        return None
    return feature("kind differs", _KIND_DIFFERS, f"{one.value} / {other.value}")
