"""What fills no role, whatever the arguments propose: words that name nobody and nothing."""

from counterclaim.claims.clause import Clause
from counterclaim.lexicon.designations import designation

_REFLEXIVE = frozenset("himself herself itself themselves ourselves myself yourself oneself".split())
_HOW_MANY = frozenset(
    "several many some more most other further few numerous various first second third fourth last".split()
)
_PARTS_OF_PLACES = frozenset("front middle midst wake vicinity".split())  # "in front of": no place by itself
_PLACES = frozenset({"place", "target", "from_place", "to_place"})


def is_barred(clause: Clause, word: int, role: str) -> bool:
    """Whether a word can fill no role of this name: "blew himself up", "posted on YouTube", "in front of"."""
    form = clause.lower[word]
    if form in _REFLEXIVE or clause.deprels[word] in {"det", "nummod"}:
        return True
    if clause.deprels[word] == "amod" and form in _HOW_MANY:
        return True  # "several strikes": no weapon
    name = clause.name(word)
    if (
        role == "weapon"
        and name is not None
        and name.type in {"WEAPON", "VEHICLE"}
        and clause.bases[word] == "compound"
    ):
        # "the Karan attacks": a town taken for a make; a make that is known, or has a number, is one.
        shown = clause.span_of(name).of(clause.text)
        return designation(shown) is None and not any(c.isdigit() for c in shown)
    return role in _PLACES and (form in _PARTS_OF_PLACES or form in clause.lexicon.media)


def untwine(clause: Clause, roles: dict[str, list[int]], agent: str | None) -> None:
    """Take from ``roles`` what one thing cannot be at once: a weapon somebody ("one of the bombers"), a target the
    weapon that strikes it."""
    acting = roles.get(agent or "", [])
    armed = [f for f in roles.get("weapon", []) if f not in acting or "person" not in clause.kinds(f)]
    struck = [f for f in roles.get("target", []) if f not in armed]
    for role, kept in (("weapon", armed), ("target", struck)):
        if role in roles and kept:
            roles[role] = kept
        elif role in roles:
            del roles[role]


def is_where(clause: Clause, word: int) -> bool:
    """Whether a name before an event noun says where, not who: "the Kabul bombings", "Syria attack". The adjective of a
    state ("Syrian attack") and its abbreviation ("US strikes") say who."""
    name, form = clause.name(word), clause.words[word]
    if name is None or name.type not in {"GPE", "LOC", "FAC"} or clause.deprels[word] != "compound":
        return False
    state = clause.lexicon.states.get(form)
    adjective = state is not None and form in state.demonyms
    return not adjective and not form.replace(".", "").isupper()
