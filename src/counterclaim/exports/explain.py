"""Why a claim is in the ledger: its sentence as the language layer read it, the lexicon entry that fired, and how each
part of the claim comes out of the two. Plain text for a terminal."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from counterclaim.exports.wording import (
    DISCLAIMER,
    clean,
    figure,
    label,
    names,
    own_voice,
    place_beside_roles,
    reckoned,
    role_name,
    verdict,
    when,
)
from counterclaim.lexicon.tables import Cue, Lexicon, Trigger, lexicon
from counterclaim.records import Attribution, Claim, Document, Entity, Filler, Parse, Predicate, Quantity, Time

_WIDTH = 80
_DEEPEST = 12  # steps of indentation; below, the depth is written out
_PATH = 6  # steps between a role's filler and the trigger that are shown
_LONGEST = 300  # characters of a quotation


def explain(
    claim: Claim,
    document: Document,
    parses: Sequence[Parse],
    entities: Iterable[Entity] = (),
    *,
    table: Lexicon | None = None,
    notes: Sequence[str] = (),
) -> str:
    """The reasons for one claim, ending in a newline; lines are up to 80 columns where words allow.

    ``parses`` are the document's sentences. ``notes`` are remarks of the claims stage, printed as they are. Uses the
    shipped lexicon unless another is given.
    """
    table = table or lexicon()
    read = next((_Read(document.text, p) for p in parses if _holds(p, claim)), None)
    entries = _fired(claim, table)
    lines = [*_summary(claim, document, names(entities)), *_entry(claim, entries)]
    if read is None:
        lines += ["", "The sentence of this claim was not found in the document as it is read now."]
    else:
        lines += [
            *_roles(claim, entries, read),
            *_sentence(read),
            *_tree(read, claim),
            *_predicates(read),
            *_named(read),
        ]
    if notes:
        lines += _section("Notes", (clean(note) for note in notes))
    return "\n".join([*lines, "", DISCLAIMER, ""])


def _holds(parse: Parse, claim: Claim) -> bool:
    return parse.sentence.span.start <= claim.trigger.span.start < parse.sentence.span.end


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with its words, and the questions asked of its tree. Word indices count from 0."""

    text: str
    parse: Parse

    def word(self, i: int) -> str:
        """A word in one line."""
        return clean(self.parse.sentence.words[i].of(self.text))

    def predicate(self, i: int | None) -> Predicate | None:
        """The predicate at a word."""
        return next((p for p in self.parse.predicates if p.word == i), None)

    def head_of(self, filler: Filler) -> int | None:
        """The word of a filler that hangs on a word outside of it; None where the filler is of another sentence."""
        spans, heads = self.parse.sentence.words, self.parse.heads
        inside = [i for i, word in enumerate(spans) if filler.span.covers(word)]
        return next((i for i in inside if heads[i] not in inside), None)

    def up(self, i: int) -> list[int]:
        """A word and the words above it."""
        found = [i]
        while (above := self.parse.heads[found[-1]]) >= 0 and above not in found:
            found.append(above)
        return found

    def children(self, i: int) -> list[int]:
        """The words that hang on a word, in order."""
        return [c for c, head in enumerate(self.parse.heads) if head == i]

    def case(self, i: int) -> str:
        """The preposition of a phrase, lower case; empty without one."""
        cases = [c for c in self.children(i) if self.parse.deprels[c] == "case"]
        parts = sorted(w for c in cases for w in (c, *self.children(c)))
        return " ".join(self.word(w).lower() for w in parts)


def _summary(claim: Claim, document: Document, named: Mapping[str, str]) -> Iterator[str]:
    start, end = claim.evidence.span
    yield f"Claim {claim.id}"
    yield f"  {label(claim)}, in the {claim.section.value} of {clean(document.path)}, characters {start} to {end}"
    yield from _wrapped(f"“{_short(claim.evidence.text)}”", "  ")
    yield from _section("Source", _chain(claim))
    yield from _section("Certainty", [f"{claim.factuality.value}, in words: “{verdict(claim)}”"])
    facts = [
        f"{role_name(role)}: " + "; ".join(_meaning(f, named) for f in fillers) for role, fillers in claim.roles.items()
    ]
    facts += [f"how many: {_figure(claim.quantity)}"] if claim.quantity is not None else []
    facts += [f"worth: {_figure(claim.value)}"] if claim.value is not None else []
    facts += [f"when: {_time(claim.time)}"] if claim.time is not None else []
    place = place_beside_roles(claim)
    facts += [f"where: {place}"] if place is not None else []
    yield from _section("Who, whom, what", facts)


def _chain(claim: Claim) -> Iterator[str]:
    if not claim.attribution:
        yield f"nobody is named as its source: {own_voice(claim.section)}"
    for depth, link in enumerate(claim.attribution):
        yield "→ " * bool(depth) + _link(link)
    content = claim.roles.get("content") if claim.frame == "statement" else None
    if content:
        yield f"content: “{_short(content[0].text)}”"


def _link(link: Attribution) -> str:
    source = "a source that is not named" if link.source is None else _placed(link.source)
    medium = "" if link.medium is None else f", in {_placed(link.medium)}"
    time = "" if link.time is None else f", {_time(link.time)}"
    return f"{source}, cue {_placed(link.cue)}, stance {link.stance.value}{medium}{time}"


def _placed(filler: Filler) -> str:
    return f"“{_short(filler.text)}” [{filler.span.start}]"


def _meaning(filler: Filler, named: Mapping[str, str]) -> str:
    name = named.get(filler.entity or "", "")
    words = _short(filler.text)
    return words if not name or name == words else f"{words} (names {name})"


def _figure(quantity: Quantity) -> str:
    return f"“{_short(quantity.text)}” = {figure(quantity)}, bound {quantity.bound.value}"


def _time(time: Time) -> str:
    return f"“{_short(time.text)}” = {when(time) or 'no day known'} ({reckoned(time)})"


def _fired(claim: Claim, table: Lexicon) -> list[Trigger] | list[Cue]:
    """The lexicon's entries that bear the claim's rule and have its trigger's word; failing that word, the rule."""
    form = clean(claim.trigger.text).lower().replace("’", "'")
    if claim.frame == "statement":
        return [c for pos in ("verb", "noun", "adjective") for c in table.cues.get((form, pos), ())]
    here = [t for pos in ("verb", "noun") for t in table.triggers.get((form, pos), ()) if t.rule == claim.rule]
    found: list[Trigger] = []
    for entry in here or (t for entries in table.triggers.values() for t in entries if t.rule == claim.rule):
        if entry not in found:
            found.append(entry)
    return found


def _entry(claim: Claim, entries: list[Trigger] | list[Cue]) -> Iterator[str]:
    yield from _section("Rule", [claim.rule])
    file = "cues.yaml" if claim.frame == "statement" else f"frames/{claim.frame}.yaml"
    if not entries:
        yield f"  {file} has no entry for it: a phrase or quotation by itself, or another lexicon."
    elif len(entries) > 1:
        yield f"  one of these {len(entries)} entries of {file}; which one, the ledger does not keep:"
    for entry in entries:
        told = [_cue(entry)] if isinstance(entry, Cue) else _trigger(entry)
        yield from _listed(f"{'  ' if i else '- '}{line}" for i, line in enumerate(told))


def _trigger(entry: Trigger) -> list[str]:
    told = [f"stage {entry.stage}" + (", as the noun for who does it" if entry.agent else "")]
    told += [f"arguments: {_mapping(entry.roles)}"] if entry.roles else []
    told += [f"prepositions: {_mapping(entry.prepositions)}"] if entry.prepositions else []
    told += [f"compound: {entry.compound}"] if entry.compound else []
    if entry.requires:
        told.append("requires: " + ", ".join(" or ".join(slot) for slot in entry.requires))
    return told


def _cue(cue: Cue) -> str:
    hearer = f", hearer {cue.hearer}" if cue.hearer else ""
    return f"{cue.pos} “{cue.lemma}”: stance {cue.stance.value}, source {cue.source}, content {cue.content}{hearer}"


def _mapping(roles: Mapping[str, str]) -> str:
    return ", ".join(f"{key} → {role}" for key, role in roles.items())


def _roles(claim: Claim, entries: Iterable[Trigger | Cue], read: _Read) -> Iterator[str]:
    """How far the tree and the arguments tell where each filler came from."""
    trigger = read.head_of(claim.trigger)
    mapped = {pair for entry in entries for pair in _pairs(entry)}
    told = []
    for role, fillers in claim.roles.items():
        for filler in fillers:
            word = read.head_of(filler)
            how = "of another sentence" if word is None else _how(read, mapped, role, word, trigger)
            told.append(f"{role_name(role)} “{_short(filler.text)}”: {how}")
    yield from _section("How the roles were filled", told or ["none is filled"])


def _pairs(entry: Trigger | Cue) -> Iterable[tuple[str, str]]:
    """Which arguments and prepositions an entry maps to which roles."""
    if isinstance(entry, Cue):
        return [(entry.source, "source"), (entry.content, "content")]
    return [
        *entry.roles.items(),
        *entry.prepositions.items(),
        *([("compound", entry.compound)] if entry.compound else ()),
    ]


def _how(read: _Read, mapped: Container[tuple[str, str]], role: str, word: int, trigger: int | None) -> str:
    if trigger is None or word == trigger:
        return "the trigger itself" if word == trigger else "by the tree"
    predicate = read.predicate(trigger)
    argument = next((a.role for a in predicate.args if a.word == word), None) if predicate is not None else None
    if argument is not None and (argument, role) in mapped:
        return f"argument {argument} of “{read.word(trigger)}”, which the entry maps to it"
    case, below = read.case(word), read.parse.heads[word] == trigger
    if below and case and (case, role) in mapped:
        return f"“{case}” at the trigger, which the entry maps to it"
    if below and read.parse.deprels[word].startswith("compound") and ("compound", role) in mapped:
        return "the noun before the trigger, which the entry maps to it"
    also = f"argument {argument}, " if argument is not None else ""
    return f"by the tree: {also}{_path(read, word, trigger)}"


def _path(read: _Read, word: int, trigger: int) -> str:
    """The steps of the tree from a word to the trigger."""
    up, down = read.up(word), read.up(trigger)
    meeting = next((w for w in up if w in down), None)
    if meeting is None:
        return "in another tree"
    relations, steps = read.parse.deprels, []
    for w in up[: up.index(meeting)]:
        steps.append(f"is {relations[w]} of “{read.word(read.parse.heads[w])}”")
    for w in reversed(down[: down.index(meeting)]):
        steps.append(f"which has {relations[w]} “{read.word(w)}”")
    more = f", and {len(steps) - _PATH} steps more" if len(steps) > _PATH else ""
    return f"“{read.word(word)}” " + ", ".join(steps[:_PATH]) + more


def _sentence(read: _Read) -> Iterator[str]:
    sentence = read.parse.sentence
    words = [read.word(i) for i in range(len(sentence.words))]
    yield from _section("Sentence", [" ".join(words)])
    if sentence.forms:
        changed = [f"{w} → {clean(f)}" for w, f in zip(words, sentence.forms) if w != clean(f)]
        yield from _listed([f"read as: {', '.join(changed)}"] if changed else [])


def _tree(read: _Read, claim: Claim) -> Iterator[str]:
    """One line a word, below the word that it hangs on: word, part of speech, relation, what it is in the claim."""
    yield from ("", "Tree (word, part of speech, relation)")
    parse = read.parse
    todo = [(i, 0) for i, head in reversed(list(enumerate(parse.heads))) if head < 0]
    written: set[int] = set()
    part = _parts(claim, read)
    while todo:
        i, depth = todo.pop()
        if i in written:
            continue
        written.add(i)
        indent = "  " * min(depth, _DEEPEST) + (f"({depth}) " if depth > _DEEPEST else "")
        role = f"  ← {', '.join(part[i])}" if i in part else ""
        yield f"  {indent}{_short(read.word(i), 40)}  {parse.upos[i]} {parse.deprels[i]}{role}"
        todo += [(c, depth + 1) for c in reversed(read.children(i))]


def _parts(claim: Claim, read: _Read) -> dict[int, list[str]]:
    """What the words of a sentence are in a claim."""
    fillers = [("trigger", claim.trigger)]
    fillers += [(role_name(role), f) for role, fs in claim.roles.items() for f in fs if claim.frame != "statement"]
    for link in claim.attribution:
        fillers.append(("cue", link.cue))
        fillers += [("source", link.source)] if link.source is not None else []
    found: dict[int, list[str]] = {}
    for name, filler in fillers:
        word = read.head_of(filler)
        if word is not None and name not in found.setdefault(word, []):
            found[word].append(name)
    return found


def _predicates(read: _Read) -> Iterator[str]:
    told = []
    for predicate in read.parse.predicates:
        args = "; ".join(f"{a.role} {read.word(a.word)}" for a in predicate.args)
        told.append(f"{read.word(predicate.word)}: {args or 'no arguments'}")
    yield from _section("Predicates and heads of their arguments (PropBank)", told or ["none"])


def _named(read: _Read) -> Iterator[str]:
    told = [f"{n.type}: {' '.join(read.word(i) for i in range(n.first, n.end))}" for n in read.parse.names]
    yield from _section("Names", told or ["none"])


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", title)
    yield from _listed(lines)


def _listed(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from _wrapped(line, "  ")


def _wrapped(line: str, indent: str) -> list[str]:
    return wrap(line, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)


def _short(text: str, longest: int = _LONGEST) -> str:
    text = clean(text)
    return text if len(text) <= longest else text[:longest] + " …"
