"""The generator's tables, read once from ``generator.yaml``: word lists, verbs, and what a happening can be told as."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_TABLE = Path(__file__).with_name("generator.yaml")
_PART = re.compile(r"\{([^{}]*)\}|([\[\]])")


class Part(NamedTuple):
    """A piece of a template: plain words, a role, the verb, or a noun that is the trigger.

    ``group`` numbers the bracket that the piece stands in, 0 outside; ``rule`` is a trigger noun's own rule.
    """

    kind: str
    text: str
    group: int
    rule: str = ""


Template = tuple[Part, ...]


class Verb(NamedTuple):
    """A verb with its roleset and five forms."""

    rule: str
    base: str
    past: str
    participle: str
    gerund: str
    third: str


@dataclass(frozen=True, slots=True)
class Clause:
    """What happenings of one frame and stage can be told as; ``subject`` is the role that begins an active sentence."""

    frame: str
    stage: str
    verbs: tuple[Verb, ...]
    active: tuple[Template, ...]
    passive: tuple[Template, ...]
    nouns: tuple[tuple[str, Template], ...]

    @property
    def subject(self) -> str:
        """The role of the one who acts."""
        return self.active[0][0].text


@dataclass(frozen=True, slots=True)
class Tables:
    """All word lists of ``generator.yaml``, and the clauses by frame and stage ("transfer/sale")."""

    lists: dict[str, Any]
    clauses: dict[str, tuple[Clause, ...]]


@cache
def tables() -> Tables:
    """The tables of ``generator.yaml``."""
    rows: dict[str, Any] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    clauses: dict[str, tuple[Clause, ...]] = {}
    for key, row in rows.pop("clauses").items():
        frame, stage = key.split("/")[:2]
        made = _clause(frame, stage, row)
        clauses[f"{frame}/{stage}"] = (*clauses.get(f"{frame}/{stage}", ()), made)
    for name in ("background", "adverbials"):
        rows[name] = _all(rows[name])
    rows["experts"] = [tuple(wordings.split(" / ")) for wordings in rows["experts"]]
    rows["settings"] = [_all(wordings.split(" / ")) for wordings in rows["settings"]]
    rows["background_words"]["life"] = _all(rows["background_words"]["life"])
    rows["remarks"][2] = _all(rows["remarks"][2])
    return Tables(rows, clauses)


def _clause(frame: str, stage: str, row: dict[str, Any]) -> Clause:
    verbs = tuple(
        Verb(f"{frame}/{rule}", *(form.replace("_", " ") for form in forms.split()))
        for rule, verbs in row["verbs"].items()
        for forms in verbs.split(" / ")
    )
    nouns = tuple((f"{frame}/{rule}", _noun(text)) for rule, text in row.get("nouns", {}).items())
    return Clause(frame, stage, verbs, _all(row["active"]), _all(row.get("passive", ())), nouns)


def _noun(text: str) -> Template:
    """The template of a noun phrase, whose first word is the trigger."""
    head, rest = text.split(" ", 1)
    return (Part("trigger", head, 0), *template(" " + rest))


def _all(texts: Sequence[str]) -> tuple[Template, ...]:
    return tuple(template(text) for text in texts)


def template(text: str) -> Template:
    """The pieces of a template such as ``{supplier} {V} {item}[ to {recipient}]``."""
    parts: list[Part] = []
    at, group, groups = 0, 0, 0
    for match in _PART.finditer(text):
        if match.start() > at:
            parts.append(Part("text", text[at : match.start()], group))
        at = match.end()
        if match[2]:
            groups += match[2] == "["
            group = groups if match[2] == "[" else 0
        elif match[1] == "V":
            parts.append(Part("verb", "", group))
        elif match[1].startswith("!"):
            noun, _, rule = match[1][1:].partition("=")
            parts.append(Part("trigger", noun, group, rule))
        else:
            parts.append(Part("role", match[1], group))
    if at < len(text):
        parts.append(Part("text", text[at:], group))
    return tuple(parts)
