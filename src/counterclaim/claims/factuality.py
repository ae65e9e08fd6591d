"""Factuality of an event inside what its nearest source says: FactBank's values.

Each mark (hedge, negation, condition, plan) has its scope from the tree.
"""

from collections.abc import Container
from dataclasses import dataclass
from enum import IntEnum

from counterclaim.claims.clause import Clause
from counterclaim.claims.questions import is_how_to, is_negated, is_question, leaves_open
from counterclaim.lexicon.inflection import verb_forms
from counterclaim.records import Attribution, Factuality, Stance

_STRENGTH = {"CT": 3, "PR": 2, "PS": 1}
_DEEPEST = 12  # steps up the tree; no scope reaches further
_NOBODY = frozenset({"nothing", "nobody", "none", "neither", "no-one"})
_BE = frozenset({"is", "are", "was", "were", "'s", "'re"})
# Negated auxiliaries whose apostrophe is lost.
_CLITIC_LOST = frozenset(
    (
        "dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt cannot cant couldnt shouldnt mustnt "
        "neednt"
    ).split()
)
_PERCEIVED = frozenset({"heard", "seen", "felt"})
# What an event does that takes place: of another subject, "did not" is said of what it did ("the raid did not stop").
_OCCUR = frozenset(
    f
    for v in "happen occur take go come begin start proceed materialise materialize exist".split()
    for f in verb_forms(v)
)
_CLAUSES = frozenset({"root", "ccomp", "parataxis"})
_HINDER = frozenset(f for v in "stop prevent keep hinder deter".split() for f in verb_forms(v))
_RANKS = frozenset({"first", "last", "next", "only", "latest"})
_UNDER_WAY = frozenset({"VBG", "VBP", "VBZ"})
_COMPLEMENTS = frozenset("xcomp ccomp obj obl nsubj nsubj:pass csubj acl nmod".split())


class Outlook(IntEnum):
    """How far an event has come by what is said; that which leaves more open is the greater one."""

    TOLD = 0  # it has taken place, or is taking place
    BESIDE = 1  # something is planned that is done to it: "plans to resume deliveries", "vowed to avenge the killing"
    TRIED = 2
    PLANNED = 3


@dataclass(slots=True)
class _State:
    """What has been met on the way up from the event."""

    strength: int = 3
    positive: bool = True
    open: bool = False
    outlook: Outlook = Outlook.TOLD
    settled: bool = False  # what stands above is denied of something else
    reported: bool = False  # by a noun without a source of its own ("reports of strikes")

    def weaken(self, value: str) -> None:
        """Take in a lexicon value: FactBank's strength with a sign where it turns the polarity, "plan", or "Uu"."""
        if value == "Uu":
            self.open = True
        elif value == "plan":
            self.look(Outlook.PLANNED)
        else:
            self.strength = min(self.strength, _STRENGTH[value[:2]])
            self.turn(when=value.endswith("-"))

    def look(self, outlook: Outlook) -> None:
        """Take in an outlook."""
        self.outlook = max(self.outlook, outlook)

    def turn(self, *, when: bool) -> None:
        """Turn the polarity, unless that is settled below."""
        self.positive ^= when and not self.settled


def judge(
    clause: Clause, event: int, scope: Container[int], nearest: Attribution | None, governor: int | None = None
) -> tuple[Factuality, Outlook]:
    """The factuality of the event at a word, and whether it has taken place.

    ``scope`` holds the words of the nearest attribution's content (all words in the document's own voice): marks
    outside of it belong to somebody else. ``governor`` is the word above that carries the event's verb marks ("is
    likely to move production"), where there is one. What ``nearest`` denies has its polarity turned, what it only
    believes is weakened.
    """
    state = _State()
    at = event
    if governor is not None and governor in scope:
        _marks(clause, event, state, is_event=True, own=True)
        at = event = governor
    for told in clause.all_children(event, "acl"):
        if clause.lower[told] in clause.lexicon.light_verbs:  # "a strike likely carried out by"
            _marks(clause, told, state, is_event=False, own=False)
    light = False
    for _ in range(_DEEPEST):
        _marks(clause, at, state, is_event=at == event or light, own=at == event)
        head, relation = clause.heads[at], clause.deprels[at]
        if head >= 0 and relation in {"ccomp", "csubj"} and is_question(clause, at) and leaves_open(clause, head):
            state.open = True  # "it is not clear who shelled", "did not say who shelled"
        beside = at != event and not light and clause.lower[at] not in clause.lexicon.hedges.plans
        if head < 0 or head not in scope:
            _by_source(clause, nearest, state, head, beside=beside)
            break
        if not _goes_on(clause, at, head, state, beside=beside):
            break
        # "could launch attacks": the marks of a verb that says little are those of its noun.
        light = relation in {"obj", "nsubj:pass"} and clause.lower[head] in clause.lexicon.light_verbs and at == event
        at = head
    if state.reported and state.positive and (nearest is None or nearest.stance is not Stance.DENY):
        state.strength = min(state.strength, _STRENGTH["PR"])
    if state.open or _asked(clause, scope) or is_how_to(clause, event):
        return Factuality.UNDERSPECIFIED, state.outlook
    letters = next(k for k, v in _STRENGTH.items() if v == state.strength)
    return Factuality(letters + ("+" if state.positive else "-")), state.outlook


def _by_source(clause: Clause, nearest: Attribution | None, state: _State, cue: int, *, beside: bool) -> None:
    """What the source does with the head of what it says: denies it, or only believes it. Anything beside the head
    ("denied it after the strikes") is taken for granted. ``cue`` is the word above, -1 where there is none."""
    if nearest is None:
        return
    if cue >= 0 and is_negated(clause, cue):
        state.open = True  # "did not deny that", "did not confirm that": nor is it said to be so, or not so
        return
    if nearest.stance is Stance.DENY:
        state.positive = not state.positive
        return
    if nearest.stance is Stance.DEMAND:
        state.open = True
        return
    belief = clause.lexicon.hedges.beliefs.get(nearest.cue.text.lower().split()[0])
    if beside and belief == "plan":
        state.look(Outlook.BESIDE)  # "vowed to avenge the killing"
    elif belief is not None:
        state.weaken(belief)


def _marks(clause: Clause, word: int, state: _State, *, is_event: bool, own: bool) -> None:
    """Take in the marks that hang on one word: the event's ``own`` or a verb's that tells of it."""
    hedges = clause.lexicon.hedges
    negated = False
    for c in clause.children[word]:
        form, relation = clause.lower[c], clause.deprels[c]
        if relation in {"advmod", "det", "cc:preconj"} and form in hedges.negations:
            negated = True
        elif relation in {"advmod", "amod"} and form in hedges.adverbs:
            state.weaken(hedges.adverbs[form])
        elif relation == "amod" and hedges.adjectives.get(form) == "Uu":
            state.open = True  # "unconfirmed reports"
        elif relation.startswith("aux") and form in hedges.modals and is_event:
            if clause.lower[word] not in _PERCEIVED:  # "could be heard": it was
                state.weaken(hedges.modals[form])
        elif relation.startswith("aux") and form in _CLITIC_LOST and is_event:
            negated = True
        elif relation == "mark" and form in hedges.conditionals:
            state.open = True
    if is_event and not negated:
        negated = own and _by_argument(clause, word)
        if _is_to(clause, word):
            state.look(Outlook.PLANNED)
    predicate = clause.predicates.get(word)
    if predicate is not None and is_event and not negated:
        negated = any(a.role == "ARGM-NEG" and clause.lower[a.word] in hedges.negations for a in predicate.args)
    state.turn(when=negated)


def _by_argument(clause: Clause, verb: int) -> bool:
    """Whether an argument negates the verb: "supplied nothing", "no civilian was killed", "sells to neither side"."""
    for c in clause.all_children(verb, "nsubj", "obj", "iobj", "obl"):
        if clause.lower[c] in _NOBODY:
            return True
        determiner = clause.child(c, "det", "cc:preconj")
        if determiner is not None and clause.lower[determiner] in {"no", "neither"}:
            return True
    return False


def _is_to(clause: Clause, verb: int) -> bool:
    """Whether a verb is what is to happen: "are to be delivered", a headline's "Norway to deliver tanks"."""
    auxiliaries = [c for c in clause.all_children(verb, "aux", "cop") if clause.lower[c] in _BE]
    to = [m for m in clause.all_children(verb, "mark", "aux") if clause.lower[m] == "to"]
    if not to:
        return False
    if auxiliaries:
        return to[0] == auxiliaries[0] + 1
    return _is_headline(clause, verb, to[0])


def _is_headline(clause: Clause, verb: int, to: int) -> bool:
    """Whether "to" and a verb are all that a clause says of what is named before it."""
    head, relation = clause.heads[verb], clause.deprels[verb]
    if relation == "acl":
        passive = clause.is_passive(verb)
        return head < to and clause.deprels[head] in _CLAUSES and _is_named(clause, head, passive=passive)
    # Behind "help" or "allow" it is what somebody gets done.
    said = relation != "ccomp" or verb < head or (clause.lower[head], "verb") in clause.lexicon.cues
    return said and relation in _CLAUSES and any(c < to for c in clause.all_children(verb, "nsubj", "nsubj:pass"))


def _is_named(clause: Clause, noun: int, *, passive: bool) -> bool:
    """Whether the noun that a headline's verb hangs on in the tree is who does it, or to what it is done, and not what
    it is told of ("a plan to deliver", "the first company to deliver")."""
    known = clause.kinds(noun) & ({"actor", "person", "place", "materiel"} if passive else {"actor", "person", "place"})
    written = clause.upos[noun] == "PROPN" or (bool(known) and clause.child(noun, "det") is None)
    ranked = any(clause.lower[c] in _RANKS for c in clause.all_children(noun, "amod", "advmod"))
    return written and not ranked and clause.child(noun, "cop") is None


def _above(clause: Clause, head: int, below: int, state: _State, *, beside: bool) -> None:
    """What a governing word does to its complement: hedges ("is believed to have"), plans, failures."""
    hedges, form, relation = clause.lexicon.hedges, clause.lower[head], clause.deprels[below]
    if relation == "nsubj" and (clause.lower[below], "noun") in clause.lexicon.cues:
        judged = "CT-" if form in clause.lexicon.untruths else hedges.adjectives.get(form)
        if judged is not None and judged != "plan":
            state.weaken(judged)  # "reports of strikes are false"
    if relation not in {"xcomp", "ccomp", "csubj", "advcl"}:
        return
    if clause.upos[head] == "ADJ" and form in hedges.adjectives and relation != "advcl":
        state.weaken(hedges.adjectives[form])
    elif clause.child(head, "aux:pass", "nsubj:pass") is not None and form in hedges.raising:
        state.weaken(hedges.raising[form])
    elif form in {"seem", "seems", "seemed", "appear", "appears", "appeared"}:
        state.weaken("PR+")
    elif clause.upos[head] == "VERB" and form in hedges.negative_verbs:
        state.turn(when=True)
    elif clause.upos[head] == "VERB" and relation == "xcomp" and form in hedges.plans:
        state.look(Outlook.BESIDE if beside else Outlook.TRIED if form in hedges.attempts else Outlook.PLANNED)


def _goes_on(clause: Clause, at: int, head: int, state: _State, *, beside: bool) -> bool:
    """Take in what the word above does to what it governs; False where it governs nothing, and the climb ends.
    ``beside``: what it governs tells of something else than the event."""
    relation = clause.deprels[at]
    # What a relative clause modifies is asserted apart from it; so is what an adverbial clause stands beside.
    marks = {clause.lower[m] for m in clause.all_children(at, "mark")} if relation == "advcl" else set()
    charged = "of" in marks and clause.is_passive(head)  # "has been accused of shelling"
    if relation not in _COMPLEMENTS and "to" not in marks and not charged:
        if "than" in marks or (relation == "conj" and _instead(clause, at)):
            state.positive = not state.positive  # "rather than fighting"
        return False
    if "to" in marks and clause.lower[head] in clause.lexicon.motions and clause.parse.xpos[head] in _UNDER_WAY:
        state.open = True  # "are travelling to fight": they may get there
    state.settled |= _taken_for_granted(clause, at, head)
    _above(clause, head, at, state, beside=beside)
    reported = _told_of(clause, at, head, state)
    if relation in {"nmod", "acl"} and clause.upos[head] not in {"VERB", "AUX", "ADJ"} and not reported:
        return False
    state.reported |= reported and clause.lower[head] in clause.lexicon.hearsay
    return True


def _told_of(clause: Clause, at: int, head: int, state: _State) -> bool:
    """Whether what is done to the noun above is done to the event: "a report that", "a rumour about", "any role in".
    A noun that hedges ("a threat of") is taken in."""
    form, case, lexicon = clause.lower[head], clause.case(at), clause.lexicon
    inside = clause.deprels[at] == "acl"
    if (inside or case in {"of", "for", "on"}) and form in lexicon.hedges.nouns:
        state.weaken(lexicon.hedges.nouns[form])
    reported = (inside or case in {"of", "about", "on", "over"}) and (form, "noun") in lexicon.cues
    return reported or (case in {"in", "for"} and form in lexicon.involvements)


def _taken_for_granted(clause: Clause, at: int, head: int) -> bool:
    """Whether what is denied above leaves an event standing: "failed to act over the raid", "the raid did not stop",
    "did not stop Iran from building"."""
    relation, lexicon = clause.deprels[at], clause.lexicon
    if clause.upos[head] not in {"VERB", "AUX"} or clause.lower[head] in lexicon.light_verbs:
        return False
    if clause.lower[head] in _HINDER and any(clause.lower[m] == "from" for m in clause.all_children(at, "mark")):
        return is_negated(clause, head)
    if relation == "obl":
        return clause.case(at) not in {"", "to", "with"}
    return relation == "nsubj" and clause.upos[at] == "NOUN" and clause.lower[head] not in _OCCUR


def _instead(clause: Clause, conjunct: int) -> bool:
    """Whether a conjunct is what was not done: "retreated rather than fighting"."""
    linked = [clause.lower[c] for c in clause.all_children(conjunct, "cc")]
    return "rather" in linked or "instead" in linked


def _asked(clause: Clause, scope: Container[int]) -> bool:
    last = next((i for i in range(len(clause.words) - 1, -1, -1) if clause.words[i] not in "”\"'’»)"), -1)
    return last >= 0 and clause.words[last].startswith("?") and (last in scope or last - 1 in scope)
