"""News agencies and outlets as texts name them in datelines and credits, on the ground of the lexicon's table.

A credit keeps the name that the text gives ("AFP", "Associated Press"); the table says whom it means.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from counterclaim.lexicon.outlets import Outlet, outlets

_SHORT = 4  # letters; a longer name is known in any case ("REUTERS"), a shorter one only as it is written ("AA")
# What stands for sources that are not named.
_GENERIC = re.compile(r"(?i)(?:news\s+)?agenc(?:y|ies)|wire\s+services?|wires|staff|own\s+\w+|others?|other\s+\w+")


@cache
def _folded() -> Mapping[str, tuple[str, Outlet]]:
    """Longer names without regard to case, with the spelling to show."""
    found: dict[str, tuple[str, Outlet]] = {}
    for name, outlet in outlets().items():
        if len(name) > _SHORT and (name.casefold() not in found or not name.isupper()):
            found[name.casefold()] = (name, outlet)
    return found


def outlet_named(form: str) -> Outlet | None:
    """The outlet that a form names, or None. "AA" names one, "aa" does not."""
    form = " ".join(form.split()).strip(" .,/")
    found = _folded_form(form)
    return outlets().get(form) or (found[1] if found else None)


def _folded_form(form: str) -> tuple[str, Outlet] | None:
    """The outlet of a longer form in any case, or of its site ("INTERFAX.RU")."""
    folded = form.casefold()
    return _folded().get(folded) or _folded().get(re.sub(r"\.[a-z]{2,3}$", "", folded))


def is_agency(form: str) -> bool:
    """Whether a form names a news agency."""
    outlet = outlet_named(form)
    return outlet is not None and outlet.kind == "agency"


def is_known(form: str) -> bool:
    """Whether a form names an outlet, or agencies at large."""
    return form == "agencies" or outlet_named(form) is not None


def shown(form: str) -> str:
    """A form as a ledger shows it: as the text has it, but without an article, and "REUTERS" as "Reuters"."""
    form = re.sub(r"(?i)^the\s+", "", " ".join(form.split()).strip(" .,/"))
    found = _folded_form(form)
    return found[0] if found and form.isupper() and not found[0].isupper() else form


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names of sources, one for each source, as it was named first."""
    found: dict[str, str] = {}
    for name in names:
        outlet = outlet_named(name)
        found.setdefault(outlet.name if outlet else name, name)
    return tuple(found.values())


def agencies_in(listed: str) -> tuple[str, ...]:
    """The sources of a list such as "EFE and Europa Press", each once; "agencies" alone stays, as the text then names
    its sources no further. Empty where it is no such list."""
    found: list[str] = []
    for part in re.split(r"\s*(?:,|;|/|&|\band\b|\bwith\b|\+)\s*", listed):
        part = part.strip(' .()[]–—-"“”')
        if not part:
            continue
        if _GENERIC.fullmatch(part):
            if "agenc" in part.lower():
                found.append("agencies")
            continue
        if not is_known(part):
            part = re.sub(r"(?i)^the\s+|\s+(?:news\s+agency|news|agency)$", "", part)
        if not is_known(part) and not _is_name(part):
            return ()
        found.append(shown(part))
    return each_once(found)


def _is_name(part: str) -> bool:
    words = part.split()
    return 0 < len(part) <= 40 and len(words) <= 4 and all(w[0].isupper() or w[0].isdigit() or w == "of" for w in words)
