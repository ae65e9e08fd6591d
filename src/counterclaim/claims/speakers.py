"""Who can speak, and where the words for a speaker begin that end right before a verb of speech."""

from counterclaim.claims.agents import is_mere_place
from counterclaim.claims.clause import NOMINAL, Clause
from counterclaim.lexicon.outlets import outlets

_PERSONAL = frozenset("i we you he she they it who those this that which these".split())
# Nouns that tell, beside the persons, bodies and media of the lexicon.
_TELLING = frozenset(
    (
        "source sources data figures statistics numbers evidence images photos photographs pictures satellite maps "
        "records documents text texts account accounts media press paper papers outlet outlets website websites "
        "witness witnesses eyewitness eyewitnesses poll polls survey surveys research researchers analysts analyst "
        "spokesperson monitors monitor observatory organisation organization group groups network movement party "
        "union community team society office foundation institute institution centre center company firm channel "
        "bank network committee body world public one ones nobody everyone everybody someone somebody anyone many "
        "some others most few both constitution law treaty charter convention resolution agreement clause article "
        "investigation information documentation declaration publication presentation briefing filing ruling finding "
        "conclusion calculation observation university charity entity minority station association corporation "
        "division intelligence audience"
    ).split()
)
# Endings of abstract nouns: what they name says nothing.
_ABSTRACT = ("ity", "ness", "ism", "ship", "ance", "ence", "hood", "cy", "isy", "tude", "th", "ing", "sion", "tion")
_OUTCOMES = frozenset(
    (
        "war wars conflict battle violence blast blasts raid raids fighting clashes crisis situation strategy policy "
        "move moves step steps change changes failure success victory defeat escalation year month week time way fact "
        "incident massacre death deaths toll silence siege campaign disaster famine drought earthquake flood"
    ).split()
)
_TITLE_ADJECTIVES = frozenset(
    "former senior top chief deputy vice prime foreign military local acting interim veteran leading exiled".split()
)
_HONORIFICS = frozenset("mr mrs ms miss dr sir lord lady prof sen rep gov gen col maj capt lt sgt rev".split())
_HYPHENS = frozenset({"-", "–", "‑"})
_LINKS = frozenset({"of", "for", "at"})
_SHORTEST_NOUN = 4  # letters of a word that is no particle of a name
_LONGEST = 12  # words of a speaker's run
_LONGEST_OUTLET = 6  # words of an outlet's name


def can_speak(clause: Clause, word: int) -> bool:
    """Whether a word stands for somebody or something that says things: a person, a group, a body, a state, a document,
    an outlet, data, or a pronoun for one of these. Not an event, a number or a thing."""
    meant = clause.antecedent(word)
    form = clause.lower[meant]
    if clause.upos[meant] == "PRON":
        return True
    if clause.upos[meant] == "NUM" or form in {"the", "a", "an"}:
        return False
    name = clause.name(meant)
    if name is not None and name.type in {"GPE", "LOC"} and is_mere_place(clause, meant):
        return False  # a town says nothing; a capital, a state and a region's government do
    if name is not None or clause.upos[meant] == "PROPN":
        return not clause.kinds(meant) or bool(clause.kinds(meant) & {"actor", "person", "place"})
    meant = clause.thing(meant)
    form = clause.lower[meant]
    lexicon = clause.lexicon
    told = (lexicon.kinds["actor"], lexicon.kinds["person"], lexicon.media, lexicon.outlets, _TELLING)
    if any(form in nouns or form.rpartition("-")[2] in nouns for nouns in told):
        return True
    if form in _OUTCOMES or form.endswith(_ABSTRACT) or (form, "noun") in lexicon.triggers:
        return False
    return not clause.kinds(meant) & {"materiel", "measure", "money"}


def surely_speaks(clause: Clause, word: int) -> bool:
    """Whether a word stands for a speaker beyond doubt: a name, a pronoun, a noun known as one, or somebody's own
    ("Latvian calculations"). What else stands after "according to" is as often a plan or a measure."""
    noun = clause.thing(clause.antecedent(word))
    if clause.name(noun) is not None or clause.upos[noun] in {"PROPN", "PRON"}:
        return can_speak(clause, word)
    lexicon, form = clause.lexicon, clause.lower[noun]
    telling = any(form in nouns for nouns in (lexicon.media, lexicon.outlets, _TELLING))
    known = telling or bool(clause.kinds(noun) & {"actor", "person"})
    owned = any("actor" in clause.kinds(c) for c in clause.all_children(noun, "amod", "nmod:poss", "compound"))
    return can_speak(clause, word) and (known or owned or "".join(form.split("-")[-1:]) in _TELLING)


def known_outlet(clause: Clause, words: range) -> bool:
    """Whether the last words of a stretch are the name of a known outlet, agency or monitor."""
    return _outlet_start(clause, words.stop, words.start) is not None


def run_before(clause: Clause, end: int) -> range | None:
    """The words for a speaker that end before ``end``: "harbour director X", "the Y for Z", "state agency W", "he".

    None where no such words stand there.
    """
    last = end - 1
    if last < 0 or clause.upos[last] not in NOMINAL | {"PRON"}:
        return None
    if clause.upos[last] == "PRON":
        return range(last, end) if clause.lower[last] in {"he", "she", "they", "it", "we", "i"} else None
    name = clause.name(last)
    first = _outlet_start(clause, end, max(end - _LONGEST_OUTLET, 0))
    if first is None:
        first = last if name is None else name.first
    first = _extended(clause, first, end)
    first = _past_place(clause, first, end)
    return None if first >= end else range(first, end)


def _outlet_start(clause: Clause, end: int, first: int) -> int | None:
    known = outlets()
    return next((k for k in range(first, end) if " ".join(clause.words[k:end]) in known), None)


def _extended(clause: Clause, first: int, end: int) -> int:
    """The start of the phrase whose head stands at ``first``: titles, bodies and adjectives before it, an article."""
    while first > max(end - _LONGEST, 0):
        at = first - 1
        upos, form = clause.upos[at], clause.lower[at]
        named = clause.name(first)
        if upos == "DET":
            bare = named is not None and named.type == "PER"
            if bare:
                return first
            linked = at > 1 and clause.lower[at - 1] in _LINKS and _titled(clause, at - 2)
            if not linked:
                return at
            first = at - 2
        elif (form in _LINKS and at > 0 and _titled(clause, at - 1)) or (
            form == "'s" and at > 0 and clause.upos[at - 1] in NOMINAL
        ):
            first = at - 1
        elif form in _HYPHENS and at > 0 and clause.spans[at - 1].end == clause.spans[at].start:
            first = at - 1  # "the Aleppo-based group"
        elif _demonym(clause, at):
            return at  # it opens its phrase
        elif not _modifies(clause, at, first, by_name=clause.name(end - 1) is not None):
            return first
        else:
            name = clause.name(at)
            first = at if name is None else next(w for w in range(name.first, at + 1) if w == at or _begins(clause, w))
    return first


def _demonym(clause: Clause, at: int) -> bool:
    state = clause.lexicon.states.get(clause.words[at])
    return state is not None and clause.words[at] in state.demonyms and clause.upos[at] in NOMINAL | {"ADJ"}


def _titled(clause: Clause, at: int) -> bool:
    """Whether a word is a title or a body that "of" or "for" may follow: "head of", "spokesman for"."""
    kinds = clause.lexicon.kinds
    return clause.lower[at] in kinds["person"] or clause.lower[at] in kinds["actor"]


def _modifies(clause: Clause, at: int, first: int, *, by_name: bool) -> bool:
    """Whether the word ``at`` belongs before what starts at ``first``; ``by_name``: the run ends with a name."""
    upos, form = clause.upos[at], clause.lower[at]
    kinds, name = clause.lexicon.kinds, clause.name(at)
    if form in _TITLE_ADJECTIVES:
        return True
    participle = clause.bases[at] == "amod"
    if upos not in NOMINAL | {"ADJ"} and not participle:
        return False
    named = clause.name(first)
    if named is not None and named.type == "PER":
        titles = (kinds["person"], kinds["actor"], _HONORIFICS)  # a name takes a title before it
        office = f"{clause.lower[at - 1]} {form}" if at else form
        return (name is None or name.type == "PER") and any(
            form.rstrip(".") in nouns or office in nouns for nouns in titles
        )
    if name is not None and (name.end - name.first > 1 or _begins(clause, at)):
        return name.type in {"ORG", "NORP", "GPE", "FAC"} and _begins(clause, at) and clause.upos[first] != "PRON"
    if upos in NOMINAL and clause.words[at][:1].isupper() and clause.words[first][:1].isupper():
        return True
    if upos in NOMINAL and any(
        form in nouns for nouns in (kinds["person"], kinds["actor"], clause.lexicon.outlets, {"state", "news"})
    ):
        return True
    compound = (
        upos == "NOUN"
        and (at == 0 or clause.upos[at - 1] != "DET")
        and first <= clause.heads[at]
        and clause.bases[at] == "compound"
    )
    return _articled(clause, at) if not by_name else compound and (form, "noun") not in clause.lexicon.triggers


def _begins(clause: Clause, word: int) -> bool:
    """Whether a name may begin with a word: "crew Harbour Union" was read too far to the left; "al-", "de" may."""
    hyphened = clause.words[word + 1 : word + 2] and clause.words[word + 1] in _HYPHENS
    return not clause.words[word].islower() or len(clause.words[word]) < _SHORTEST_NOUN or bool(hyphened)


def _articled(clause: Clause, at: int) -> bool:
    """Whether an article opens the phrase that a word stands in: "a local fire chief"."""
    while at > 0 and (
        clause.upos[at] in NOMINAL | {"ADJ"} or clause.bases[at] == "amod" or clause.words[at] in _HYPHENS
    ):
        at -= 1
    return clause.upos[at] == "DET"


def _past_place(clause: Clause, first: int, end: int) -> int:
    """A preposition before the run takes the run's first name: "near Holm [Foreign Secretary X]"."""
    if first == 0 or clause.upos[first - 1] != "ADP":
        return first
    name = clause.name(first)
    if name is None or (name.end == end == first + 1):
        return first
    if name.end < end:
        return name.end if name.type in {"GPE", "LOC", "FAC"} else first
    # "in the town of Holm Oxfam International": two names read as one
    return first + 1 if name.type in {"ORG", "FAC"} else first
