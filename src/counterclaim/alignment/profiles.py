"""Claims as alignment sees them: roles in comparable form, days, story, speaker, and whether the claim denies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.alignment.tables import Rules, rules
from counterclaim.alignment.things import Naming, Thing
from counterclaim.alignment.words import bases
from counterclaim.records import Claim, Document, Factuality, Filler, Ledger, Section

Roles = Mapping[str, tuple[Thing, ...]]
NEGATIVE = frozenset({Factuality.NOT_CERTAIN})
APART = frozenset({Section.RELATED, Section.FRONT})
_FIRST, _LAST = date.min.isoformat(), date.max.isoformat()


@dataclass(frozen=True, slots=True)
class Days:
    """ISO days, both included; an open side is the first or the last day there is."""

    start: str
    end: str

    def overlaps(self, other: "Days") -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def common(self, other: "Days") -> "Days":
        """The days that both have, of which there is at least one."""
        return Days(max(self.start, other.start), min(self.end, other.end))

    @property
    def length(self) -> int:
        """How many days, at most some 3.6 million."""
        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days + 1


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim in comparable form. ``story`` is a story's id, or the document's where it is in none."""

    claim: Claim
    id: str  # the claim's
    kind: str  # the frame, with what sets an event apart: "attack", "attack/siege"
    roles: Roles
    days: Days | None
    story: str
    published: str | None
    speaker: str | None

    @property
    def order(self) -> tuple[int, str, str, int, str]:
        """Claims that say most come first; the rest makes the order one and the same for every input."""
        said = sum(len(things) for things in self.roles.values()) + (self.days is not None)
        start = self.claim.trigger.span.start
        return (-said, self.published or _LAST, self.claim.document, start, self.id)


def own_claims(ledger: Ledger) -> dict[str, Claim]:
    """The claims that are the documents' own by id, each once: no related headlines."""
    seen: dict[str, Claim] = {}
    for claim in ledger.claims:
        if claim.section not in APART:
            seen.setdefault(claim.id, claim)
    return dict(sorted(seen.items()))


def stories_of(ledger: Ledger) -> dict[str, str]:
    """The story of each document; a document that is in several counts for the first by id."""
    found: dict[str, str] = {}
    for story in sorted(ledger.stories, key=lambda s: s.id):
        for document in story.documents:
            found.setdefault(document, story.id)
    return found


def profiles(ledger: Ledger, naming: Naming) -> list[Profile]:
    """The profiles of the ledger's own claims, in the order in which they are aligned."""
    stories = stories_of(ledger)
    documents: dict[str, Document] = {}
    for document in ledger.documents:
        documents.setdefault(document.id, document)
    table = rules()
    found = [_profile(key, claim, stories, documents, naming, table) for key, claim in own_claims(ledger).items()]
    return sorted(found, key=lambda p: p.order)


def _profile(
    key: str, claim: Claim, stories: Mapping[str, str], documents: Mapping[str, Document], naming: Naming, table: Rules
) -> Profile:
    frame = table.frames.get(claim.frame)
    apart = None if frame is None else frame.apart.get(claim.rule.rpartition("/")[2])
    document = documents.get(claim.document)
    return Profile(
        claim,
        key,
        claim.frame if apart is None else f"{claim.frame}/{apart}",
        {} if frame is None else _roles(claim, frame.roles, naming, table),
        _days(claim),
        stories.get(claim.document, claim.document),
        None if document is None else iso_day(document.published),
        speaker(claim, naming),
    )


def speaker(claim: Claim, naming: Naming) -> str | None:
    """The nearest of a claim's sources that is known: "the world", in what somebody known says, is that one's."""
    chain = (naming.speaker(link.source, claim.document) for link in reversed(claim.attribution))
    return next((key for key in chain if key is not None), None)


def _roles(claim: Claim, kinds: Mapping[str, str], naming: Naming, table: Rules) -> Roles:
    found: dict[str, tuple[Thing, ...]] = {}
    for role, kind in kinds.items():
        fillers: Sequence[Filler] = claim.roles.get(role, ())
        if role == "place" and not fillers and claim.place is not None:
            fillers = (claim.place,)
        if claim.factuality in NEGATIVE:
            fillers = [f for f in fillers if not table.universal & set(bases(f.text)[:1])]
        things = [naming.thing(filler, kind, claim.document) for filler in fillers]
        kept = tuple(dict.fromkeys(thing for thing in things if thing is not None))
        if kept:
            found[role] = kept
    return _placed(found) if kinds.get("target") == "patient" and "place" in kinds else found


def _placed(roles: dict[str, tuple[Thing, ...]]) -> Roles:
    """An attack on a place takes place there: such a target is the place, and a town says more than its state."""
    targets = roles.get("target", ())
    places = tuple(t for t in targets if t.sort == "named" and t.place and (t.broad or not t.head))
    if not places:
        return roles
    rest = tuple(t for t in targets if t not in places)
    named = (*places, *(t for t in roles.get("place", ()) if t not in places))
    moved = {**roles, "target": rest, "place": tuple(t for t in named if not t.state) or named}
    return {role: things for role, things in moved.items() if things}


def _days(claim: Claim) -> Days | None:
    time = claim.time
    if time is None or (time.start is None and time.end is None):
        return None
    start, end = iso_day(time.start), iso_day(time.end)
    if start is None and end is None:
        return None
    days = Days(start or _FIRST, end or _LAST)
    return days if days.start <= days.end else None


def iso_day(text: str | None) -> str | None:
    """``text`` if it is an ISO day, else None."""
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        return None
