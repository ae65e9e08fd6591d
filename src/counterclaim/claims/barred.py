"""What fills no role, whatever the arguments propose: words that name nobody and nothing."""

from counterclaim.claims.clause import Clause

_REFLEXIVE = frozenset("himself herself itself themselves ourselves myself yourself oneself".split())
_PARTS_OF_PLACES = frozenset("front middle midst wake vicinity".split())  # "in front of": no place by itself
_PLACES = frozenset({"place", "target", "from_place", "to_place"})


def is_barred(clause: Clause, word: int, role: str) -> bool:
    """Whether a word can fill no role of this name: "blew himself up", "posted on YouTube", "in front of"."""
    form = clause.lower[word]
    if form in _REFLEXIVE:
        return True
    return role in _PLACES and (form in _PARTS_OF_PLACES or form in clause.lexicon.media)


def is_where(clause: Clause, word: int) -> bool:
    """Whether a name before an event noun says where, not who: "the Kabul bombings", "Syria attack". The adjective of a
    state ("Syrian attack") and its abbreviation ("US strikes") say who."""
    name, form = clause.name(word), clause.words[word]
    if name is None or name.type not in {"GPE", "LOC", "FAC"} or clause.deprels[word] != "compound":
        return False
    state = clause.lexicon.states.get(form)
    adjective = state is not None and form in state.demonyms
    return not adjective and not form.replace(".", "").isupper()
