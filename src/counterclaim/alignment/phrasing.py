"""A proposition as one plain sentence without a source. It words what is claimed and finds nothing true."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from counterclaim.alignment.profiles import Profile
from counterclaim.alignment.statements import content
from counterclaim.alignment.tables import own_table, rules
from counterclaim.alignment.things import Naming, Thing
from counterclaim.alignment.words import base, without_lead
from counterclaim.lexicon.reading import mapping, refuse, texts

_FILE = "phrasing.yaml"
_PART = re.compile(r"\[([^\[\]]*)\]")
_ROLE = re.compile(r"\{(\w+)\}")
_LONGEST = 160  # characters of a remark that a summary shows
_LONGEST_ROLE = 70
_MOST_NAMED = 3
_PLURALS = frozenset("people police aircraft children men women troops".split())
# Names of states that take an article.
_WITH_THE = re.compile(r"United \w+|.* Republic|.*(?:Nations|Union|Kingdom|Emirates|Netherlands|Philippines)|West")


@cache
def patterns() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The patterns by kind of event and stage, read once. Raises LexiconError."""
    return read_patterns(own_table(_FILE))


def read_patterns(content: object) -> dict[str, dict[str, tuple[str, ...]]]:
    """The patterns in the content of ``phrasing.yaml``. Raises LexiconError."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, stages in mapping(content, _FILE, "the file").items():
        frame = rules().frames.get(kind.partition("/")[0])
        if frame is None:
            refuse(_FILE, kind, "no such frame", f"write one of {', '.join(sorted(rules().frames))}")
        found[kind] = {stage: texts(held, _FILE, kind) for stage, held in mapping(stages, _FILE, kind).items()}
        unknown = {r for held in found[kind].values() for p in held for r in _ROLE.findall(p)} - set(frame.roles)
        if unknown:
            refuse(_FILE, kind, f"no such role: {', '.join(sorted(unknown))}", "see rules.yaml")
    return found


def summary(members: Sequence[Profile], stage: str | None, naming: Naming) -> str:
    """The sentence for claims that are one proposition."""
    first = members[0]
    if first.claim.frame == "statement":
        return _remark([content(m.claim) for m in members if m.claim.frame == "statement"])
    alike = [m for m in members if m.kind == first.kind]
    words = {role: _words(role, alike, naming) for role in sorted({r for m in alike for r in m.roles})}
    held = patterns().get(first.kind, {})
    for pattern in (*held.get(stage or "", ()), *held.get("", ())):
        made = _filled(pattern, words)
        if made is not None:
            return made
    return f"{first.claim.frame}: {stage}" if stage else first.claim.frame


def _filled(pattern: str, words: Mapping[str, str]) -> str | None:
    def part(match: re.Match[str]) -> str:
        return match.group(1) if all(r in words for r in _ROLE.findall(match.group(1))) else ""

    whole = _PART.sub(part, pattern)
    if any(role not in words for role in _ROLE.findall(whole)):
        return None
    subject = _ROLE.match(whole)
    whole = whole.replace("<be>", "were" if subject is not None and _is_plural(words[subject.group(1)]) else "was")
    made = _ROLE.sub(lambda match: words[match.group(1)], whole)
    return made[:1].upper() + made[1:] if made else None


def _is_plural(phrase: str) -> bool:
    """Whether a phrase takes "were", by its looks: good enough for a summary."""
    last = re.split(r" (?:of|in|from|near|at|on|for) ", phrase)[0].rpartition(" ")[2]
    return " and " in phrase or last in _PLURALS or (base(last) != last.lower() and not last[:1].isupper())


def _words(role: str, members: Sequence[Profile], naming: Naming) -> str:
    """What a role holds, in the words of most claims; of several fillers the first three."""
    counts: Counter[tuple[str, ...]] = Counter()
    for member in members:
        if role in member.roles:
            counts[tuple(dict.fromkeys(word(thing, naming) for thing in member.roles[role]))] += 1
    chosen = min(counts, key=lambda ws: (-counts[ws], -len(ws), sum(map(len, ws)), ws))
    shown = list(chosen[:_MOST_NAMED])
    if len(chosen) > _MOST_NAMED:
        return ", ".join(shown) + " and others"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def word(thing: Thing, naming: Naming) -> str:
    """A filler in words: an entity by its name, anything else as the text has it, without figures and articles."""
    entity = naming.entities.get(thing.key)
    if thing.sort == "named" and not thing.head:
        name = thing.key.removeprefix("state:") if entity is None else entity.name
        return f"the {name}" if thing.state and _WITH_THE.fullmatch(name) else name
    text = " ".join((without_lead(thing.text) or thing.text).split())
    return _cut(text, _LONGEST_ROLE)


def _remark(contents: Sequence[str]) -> str:
    """The shortest of the remarks that is long enough to be understood, without its "that" and its quotation marks."""
    cleaned = sorted({_bare(text) for text in contents}, key=lambda t: (len(t) < 30, len(t), t))
    return _cut(cleaned[0], _LONGEST) if cleaned else ""


def _bare(text: str) -> str:
    plain = " ".join(text.split()).strip("\"'“”‘’«» ,.;:")
    for lead in ("that ", "and ", "but "):
        plain = plain.removeprefix(lead)
    return plain.lstrip("\"'“”‘’«» ,.;:")


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"
