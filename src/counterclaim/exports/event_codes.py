"""What stages of frames are in PLOVER and CAMEO, and what codes actors have: ``event_codes.yaml``, checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from counterclaim.exports.actors import actor
from counterclaim.lexicon.codes import code_books
from counterclaim.lexicon.reading import Row, load_yaml, mapping, refuse
from counterclaim.lexicon.tables import lexicon

_FILE = "event_codes.yaml"
_CELLS = 6


@dataclass(frozen=True, slots=True)
class Coding:
    """A stage as event data has it: which role acts, which is acted on, the codes; None where a codebook has none."""

    acts: str
    bears: str
    plover: str | None
    mode: str | None
    context: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class EventCodes:
    """Codings by (frame, stage), sectors by the kind of an actor, alpha-3 codes by alpha-2 codes."""

    codings: Mapping[tuple[str, str], Coding]
    sectors: Mapping[str, str]
    alpha_3: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActorCode:
    """An actor in event data: country and sector, each empty where unknown; ``code`` is both, as CAMEO writes it."""

    country: str = ""
    sector: str = ""

    @property
    def code(self) -> str:
        """Country and sector in one: "USAGOV", "USA", "IGO"."""
        return self.country + self.sector


@cache
def event_codes() -> EventCodes:
    """The shipped table, read once. Raises LexiconError."""
    return read_event_codes(load_yaml((files("counterclaim.exports") / _FILE).read_text(encoding="utf-8"), _FILE))


def read_event_codes(content: Any) -> EventCodes:
    """The table in the content of ``event_codes.yaml``. Raises LexiconError where something in it is unknown."""
    row = Row(content, _FILE, "the file", ("stages", "sectors", "alpha_3"))
    codings = {
        (frame, stage): _coding(frame, stage, cells)
        for frame, stages in mapping(row.table.get("stages"), _FILE, "stages").items()
        for stage, cells in mapping(stages, _FILE, frame).items()
    }
    sectors = {kind: str(code) for kind, code in mapping(row.table.get("sectors"), _FILE, "sectors").items()}
    found = re.findall(r"\b([A-Z]{2}) ([A-Z]{3})\b", row.text("alpha_3"))
    return EventCodes(codings, sectors, dict(found))


def _coding(frame: str, stage: str, cells: Any) -> Coding:
    where, books, frames = f"{frame}, {stage}", code_books(), lexicon().frames
    if frame not in frames or stage not in frames[frame].stages:
        refuse(_FILE, where, "no such frame or stage", "write those of lexicon/frames")
    if not isinstance(cells, list) or len(cells) != _CELLS:
        refuse(_FILE, where, f"not {_CELLS} cells", "write [acts, acted on, PLOVER, mode, context, CAMEO]")
    made = Coding(*cells)
    for role in (made.acts, made.bears):
        if role not in frames[frame].wants:
            refuse(_FILE, where, f"no such role: {role}", f"write one of {', '.join(frames[frame].wants)}")
    if made.plover is not None and made.plover not in books.plover:
        refuse(_FILE, where, f"PLOVER has no type {made.plover}", "write one of codes.yaml")
    if made.cameo is not None and made.cameo not in frames[frame].codes.cameo:
        refuse(_FILE, where, f"the frame names no CAMEO code {made.cameo}", "write one of the frame's file, in quotes")
    return made


def actor_code(name: str) -> ActorCode:
    """The codes of an actor by its name; a bloc has the sector IGO and no country."""
    found, table = actor(name), event_codes()
    if found.kind == "bloc":
        return ActorCode(sector="IGO")
    country = table.alpha_3.get(found.countries[0], "") if found.countries else ""
    return ActorCode(country, table.sectors.get(found.kind, ""))
