"""Parsed sentences to claims: every event inside the attributions that hold it, and a statement for what holds none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from counterclaim.claims.agents import told_by
from counterclaim.claims.attribution import Scoped, carried_over, find_attributions
from counterclaim.claims.clause import NOMINAL, VERBAL, Clause
from counterclaim.claims.closings import untangled
from counterclaim.claims.combine import COUNTED, merged, taken_apart
from counterclaim.claims.event import Event
from counterclaim.claims.events import find_events
from counterclaim.claims.factuality import Outlook, judge
from counterclaim.claims.money import find_sums
from counterclaim.claims.quantities import quantity_of
from counterclaim.claims.questions import is_negated, is_question
from counterclaim.claims.run_ons import has_lost_marks, trusted
from counterclaim.claims.sources import one_voice
from counterclaim.claims.speakers import surely_speaks
from counterclaim.claims.times import to_time
from counterclaim.claims.when import attach
from counterclaim.lexicon.tables import FrameTable, Lexicon, lexicon
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Factuality,
    Filler,
    Parse,
    Quantity,
    Section,
    Stance,
    Time,
)

_SAME_CAPTION = 60  # characters of two captions that agree
_PLACED = frozenset({"in", "at", "near", "inside", "across", "off", "over", "outside", "around", "close to"})
_MAKE = frozenset({"make", "makes", "made", "making"})
_UNNAMED = frozenset({"anonymity", "anonymous", "named", "identified", "quoted"})
_SHORT = 9  # words of a remark that only asks not to be named
_THREAT = "threaten"  # the stage of what is planned against somebody: what is attempted is no threat
_SILENT = frozenset({Section.FRONT})  # a byline claims nothing


@dataclass(frozen=True, slots=True)
class _Circumstances:
    """The times and sums of one sentence, and which event (by its trigger) or cue each belongs to."""

    times: Mapping[int, Time] = field(default_factory=dict)
    values: Mapping[int, Quantity] = field(default_factory=dict)


def extract(document: Document, parses: Sequence[Parse], table: Lexicon | None = None) -> list[Claim]:
    """The claims of one document, in the order of the text.

    ``parses`` are the document's sentences in order. Uses the shipped lexicon unless another is given.
    """
    table = table or lexicon()
    published = date.fromisoformat(document.published) if document.published else None
    clauses = [untangled(Clause(document.text, parse, table, published)) for parse in parses]
    attributions = carried_over(clauses, [find_attributions(c) for c in clauses])
    bare = has_lost_marks(clauses)
    claims: list[Claim] = []
    told: tuple[frozenset[str], ...] = ()
    known: set[str] = set()
    captions: set[str] = set()
    for clause, scoped in sorted(zip(clauses, attributions, strict=True), key=_body_first):
        if not clause.words or clause.parse.sentence.section in _SILENT or _printed_before(clause, captions):
            continue
        found = _sentence_claims(document, clause, scoped, frozenset().union(*told), known)
        told = (*told[-1:], frozenset(c.frame for c in found))  # what the two sentences before tell of
        claims += trusted(clause, found) if bare else found
    return sorted(claims, key=lambda c: (c.trigger.span, c.frame))


def _body_first(read: tuple[Clause, list[Scoped]]) -> bool:
    """Headlines and captions leave out what the body tells: they are read when it is known what the report is about."""
    return read[0].parse.sentence.section is not Section.BODY


def _printed_before(clause: Clause, captions: set[str]) -> bool:
    """Whether a caption repeats one of the same document: pages print captions twice, with and without credit."""
    if clause.parse.sentence.section is not Section.CAPTION:
        return False
    start = " ".join(w for w in clause.lower if w.isalnum())[:_SAME_CAPTION]
    seen = start in captions
    captions.add(start)
    return seen


def _sentence_claims(
    document: Document, clause: Clause, scoped: list[Scoped], told: frozenset[str], known: set[str]
) -> list[Claim]:
    events = merged(clause, find_events(clause, told, known))
    known |= {e.entry.frame for e in events if e.sure}
    named = {e.trigger for e in events}
    scoped = [s for s in scoped if s.cue not in named]  # what names an event ("ordered") is no cue there
    around = _circumstances(clause, events, {s.cue for s in scoped if s.cue is not None})
    scoped = [_dated(s, around) for s in scoped]
    claims = [
        _event_claim(document, clause, part, chain, around)
        for event in events
        for part in taken_apart(clause, event)
        for chain in _readings(clause, _chain(scoped, part.trigger))
    ]
    remarked: set[int | None] = set()  # a cue read in two ways ("quoting" as a verb and as a phrase) makes one remark
    for attribution in scoped:
        if attribution.cue in remarked or not _says_something(clause, attribution):
            continue
        if _holds_no_event(clause, attribution, named):
            remarked.add(attribution.cue)
            claims.append(_statement(document, clause, attribution, scoped))
    return claims


def _circumstances(clause: Clause, events: list[Event], cues: set[int]) -> _Circumstances:
    found = [t for t in clause.times if t.dated]
    sums = find_sums(clause)
    if not found and not sums:
        return _Circumstances()
    times = dict(enumerate(to_time(t, clause.spans, clause.text) for t in found))
    heads = {i: clause.top(range(t.first, t.end)) for i, t in enumerate(found)}
    of_events, of_cues = attach(clause, heads, events, cues)
    money = {i: clause.top(range(s.first, s.end)) for i, s in enumerate(sums)}
    paid, _ = attach(clause, money, events, frozenset())
    return _Circumstances(
        {word: times[i] for word, i in {**of_cues, **of_events}.items()}, {t: sums[i].value for t, i in paid.items()}
    )


def _dated(scoped: Scoped, around: _Circumstances) -> Scoped:
    time = None if scoped.cue is None else around.times.get(scoped.cue)
    return scoped if time is None else replace(scoped, attribution=replace(scoped.attribution, time=time))


def _says_something(clause: Clause, scoped: Scoped) -> bool:
    """Whether the content is a remark and not a mere thing: a clause, a quotation, or what is denied or charged."""
    words = [i for i in scoped.content if clause.words[i][0].isalnum()]
    clausal = any(clause.upos[i] in VERBAL for i in words)
    judged = scoped.attribution.stance in {Stance.DENY, Stance.ACCUSE, Stance.ACKNOWLEDGE}
    described = any(clause.lower[i] == "as" for i in words)
    quoted = scoped.direct and scoped.cue is not None  # an interview's turn may be a mere "Is it?"
    if any(clause.lower[i] in _UNNAMED for i in words) and len(words) < _SHORT:
        return False  # "on condition of anonymity", "asked not to be named"
    if scoped.cue is not None and _did_not_speak(clause, scoped.cue):
        return False
    if scoped.cue is not None and scoped.speaker is not None:
        nobody = any(clause.lower[d] in {"no", "neither"} for d in clause.all_children(scoped.speaker, "det"))
        if nobody or not surely_speaks(clause, scoped.speaker):
            return False  # "no group has claimed"
    return bool(words) and (clausal or quoted or judged or described)


def _did_not_speak(clause: Clause, cue: int) -> bool:
    """Whether a cue is what somebody failed to do or saw to ("failed to explain", "made sure"): no remark was made."""
    head = clause.heads[cue]
    unanswered = any(is_question(clause, c) for c in clause.all_children(cue, "ccomp"))
    if _only_felt(clause, cue) or (unanswered and is_negated(clause, cue)):
        return True  # "did not specify how many"
    if head < 0 or clause.deprels[cue] != "xcomp":
        return False
    return clause.lower[head] in clause.lexicon.hedges.negative_verbs or clause.lower[head] in _MAKE


def _only_felt(clause: Clause, cue: int) -> bool:
    """Whether a cue is no remark: what somebody did not know or think, or went about hoping ("hoping to seize")."""
    form = clause.lower[cue]
    felt = form in clause.lexicon.hedges.beliefs or form in {"know", "knew", "known", "knows"}
    if felt and clause.upos[cue] == "VERB" and (is_negated(clause, cue) or _lost_clitic(clause, cue)):
        return True
    to = [c for c in clause.all_children(cue, "xcomp") if any(clause.lower[m] == "to" for m in clause.children[c])]
    return felt and clause.parse.xpos[cue] == "VBG" and bool(to) and clause.bases[cue] in {"advcl", "acl"}


def _lost_clitic(clause: Clause, verb: int) -> bool:
    return any(clause.lower[c].endswith("nt") for c in clause.all_children(verb, "aux"))


def _holds_no_event(clause: Clause, scoped: Scoped, triggers: set[int]) -> bool:
    """Whether the remark is none of the other frames: an event that only stands inside it ("said that the supply was
    a necessity") is not what is said."""
    head = clause.top(scoped.content)
    outer = {head, *clause.all_children(head, "conj", "xcomp", "ccomp", "parataxis")}
    inside = triggers & scoped.content
    return not inside or (not inside & outer and clause.upos[head] in {"NOUN", "ADJ", "PROPN", "PRON", "AUX"})


def _chain(scoped: list[Scoped], word: int) -> list[Scoped]:
    """The attributions that cover a word, outermost first."""
    return one_voice(sorted((s for s in scoped if word in s.content), key=lambda s: -len(s.content)))


def _readings(clause: Clause, chain: list[Scoped]) -> list[list[Scoped]]:
    """The chains of sources under which an event is a claim: more than one where an accusation is denied. "A rejected
    B's claim that" is B's claim, and A's of the contrary."""
    found = [chain]
    for at in range(len(chain) - 1):
        outer, inner = chain[at], chain[at + 1]
        if outer.attribution.stance is Stance.DENY and inner.cue is not None and clause.upos[inner.cue] == "NOUN":
            found.append(chain[: at + 1])
    return found


def _event_claim(
    document: Document, clause: Clause, event: Event, chain: list[Scoped], around: _Circumstances
) -> Claim:
    nearest = chain[-1] if chain else None
    scope = nearest.content if nearest else frozenset(range(len(clause.words)))
    judged = judge(clause, event.trigger, scope, nearest.attribution if nearest else None, event.governor)
    stage, factuality = _staged(clause.lexicon.frames[event.entry.frame], event.stage, *judged)
    fillers = {role: tuple(clause.filler(w) for w in words) for role, words in event.roles.items()}
    place = fillers.get("place", (None,))[0] or _place(clause, event)
    shown = event.trigger if event.shown is None else event.shown
    held = {shown, *(w for words in event.roles.values() for w in words)}
    return Claim(
        document.id,
        event.entry.frame,
        stage,
        fillers,
        tuple(s.attribution for s in chain),
        factuality,
        _quantity(clause, event),
        place,
        clause.word_filler(shown),
        clause.extent(held),
        event.entry.rule,
        clause.parse.sentence.section,
        around.values.get(event.trigger),
        around.times.get(event.trigger),
    )


def _staged(table: FrameTable, stage: str, factuality: Factuality, outlook: Outlook) -> tuple[str, Factuality]:
    """Stage and factuality of an event that may be only planned: a frame may have a stage for that. Where it has none,
    whether the event takes place is left open, unless the source rules it out."""
    if outlook is Outlook.TOLD:
        return stage, factuality
    planned = table.planned.get(stage)
    if planned is not None and (outlook is Outlook.PLANNED or planned != _THREAT):
        return planned, factuality
    if outlook is Outlook.BESIDE:
        return stage, factuality
    return stage, factuality if factuality.value.endswith("-") else Factuality.UNDERSPECIFIED


def _quantity(clause: Clause, event: Event) -> Quantity | None:
    for role in COUNTED:
        for word in event.roles.get(role, ())[:1]:
            found = quantity_of(clause, word)
            if found is not None:
                return found
    # "carried out 60 air raids": the event itself is counted.
    return quantity_of(clause, event.trigger) if clause.upos[event.trigger] in NOMINAL else None


def _place(clause: Clause, event: Event) -> Filler | None:
    """Where the tree puts the event: a phrase of place on its trigger, on what it strikes or takes, or on the verb that
    tells of it ("strike kills four in Duhok")."""
    trigger = event.trigger
    hosts = [trigger, *(f for role in ("target", "person") for f in event.roles.get(role, ())[:1])]
    told = told_by(clause, trigger, event.governor)
    for host in [*hosts, *([told] if told is not None else [])]:
        for c in clause.all_children(host, "obl", "nmod"):
            if clause.case(c) in _PLACED and "place" in clause.kinds(c) and not clause.is_time(c):
                return clause.filler(c)
    return None


def _statement(document: Document, clause: Clause, scoped: Scoped, others: list[Scoped]) -> Claim:
    """A remark that holds no other frame's event. Its trigger is the cue, its evidence what was said."""
    word = scoped.cue if scoped.cue is not None else min(scoped.content)
    outer = [s for s in _chain(others, word) if s is not scoped and scoped.content < s.content]
    head = scoped.head if scoped.head in scoped.content else clause.top(scoped.content)
    factuality, _ = judge(clause, head, scoped.content, scoped.attribution)
    content = clause.extent(set(scoped.content))
    roles = {"content": (content,)}
    if scoped.attribution.source is not None:
        roles["source"] = (scoped.attribution.source,)
    trigger = clause.word_filler(word) if scoped.cue is not None else content
    chain: tuple[Attribution, ...] = tuple(s.attribution for s in one_voice([*outer, scoped]))
    return Claim(
        document.id,
        "statement",
        scoped.attribution.stance.value,
        roles,
        chain,
        factuality,
        None,
        None,
        trigger,
        content,
        f"statement/{clause.lower[word]}" if scoped.cue is not None else "statement/quotation",
        clause.parse.sentence.section,
        time=scoped.attribution.time,
    )
