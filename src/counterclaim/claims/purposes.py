"""What somebody does something for: "approached A with a view to modernising its navy"."""

from counterclaim.claims.clause import Clause

_AIMS = frozenset("view aim goal intention intent purpose hope eye object idea".split())
_MARKS = frozenset({"to", "about", "for", "with"})


def builds_up(clause: Clause, verb: int) -> bool:
    """Whether the purpose of a verb is to make forces or their equipment stronger."""
    forces = clause.lexicon.classes["force"]
    for goal in _goals(clause, verb):
        if clause.lower[goal] in clause.lexicon.build_ups:
            made = clause.all_children(goal, "obj")
            if any(clause.lower[clause.thing(m)] in forces or "materiel" in clause.kinds(m) for m in made):
                return True
    return False


def _goals(clause: Clause, verb: int) -> list[int]:
    """The verbs of the purpose clauses under a verb or under an aim beside it."""
    found = [c for c in clause.all_children(verb, "advcl", "xcomp") if _marked(clause, c)]
    for c in clause.all_children(verb, "obl"):
        if clause.lower[c] in _AIMS:
            found += [g for g in clause.all_children(c, "acl", "advcl") if _marked(clause, g)]
    return found


def _marked(clause: Clause, clause_head: int) -> bool:
    marks = {clause.lower[m] for m in clause.all_children(clause_head, "mark", "case")}
    return bool(marks & _MARKS) or clause.parse.xpos[clause_head] == "VBG"
