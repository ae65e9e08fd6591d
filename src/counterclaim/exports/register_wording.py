"""What registers and regimes say, in plain words for every view. No markup, no layout.

A sentence here says what a list holds and since when. It never says that a claim is true, nor that anything was
forbidden; and what is only possible never reads like a match.
"""

import re
from collections.abc import Iterable, Sequence

from counterclaim.exports.wording import clean, counted, listed, plain_figure
from counterclaim.records import (
    Bound,
    CountCheck,
    EntryKind,
    Figure,
    InForce,
    Outcome,
    RegimeFinding,
    RegisterCheck,
    RegisterVersion,
    ScreeningHit,
    TargetCheck,
    Verdict,
)

MEANING = "A register shows whom an authority has listed, and since when. It does not show that a report is right."
NOT_A_MATCH = "possible, not a match"
REGIME_MEANING = (
    "Embargoes and sanctions regimes whose terms a transfer comes under if it was as the reports say. Licences and "
    "exceptions are not known here: no transfer is judged."
)
OUTCOMES = {
    Outcome.LISTED.value: "listed",
    Outcome.LISTED_EARLIER.value: "listed earlier",
    Outcome.LISTED_LATER.value: "listed later",
    "possible": NOT_A_MATCH,
    Outcome.NOT_FOUND.value: "not found",
    Outcome.CANNOT_TELL.value: "cannot tell",
}
_ON_LIST = frozenset({Outcome.LISTED, Outcome.LISTED_EARLIER, Outcome.LISTED_LATER})
_LISTS = {
    "canada": "Canada’s list",
    "eu": "the EU list",
    "ofac": "the US list (OFAC)",
    "uk": "the UK list",
    "un": "the UN list",
}
_KINDS = {
    EntryKind.PERSON: "person",
    EntryKind.ORGANISATION: "organisation",
    EntryKind.SHIP: "ship",
    EntryKind.AIRCRAFT: "aircraft",
    EntryKind.OTHER: "other entry",
}
_PLURALS = {EntryKind.AIRCRAFT: "aircraft", EntryKind.OTHER: "other entries"}
_FITS = {True: "fits", False: "does not fit", None: "cannot tell whether it fits"}
ANSWERS = {
    InForce.YES: "in force for this transfer",
    InForce.DISPUTED: "whether it is in force is disputed",
    InForce.CANNOT_TELL: "cannot tell",
}
_BOUNDS = {bound.value: bound for bound in Bound}
_NEARBY = "near the claim, not as its target."  # how the note of such a target ends
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def list_name(register: str) -> str:
    """What a sentence calls a register."""
    return _LISTS.get(register) or f"the list “{clean(register)}”"


def version_words(version: RegisterVersion | None, label: str) -> str:
    """Which version of a register: by its day and where that comes from; failing these, by its label."""
    if version is None:
        return f"version {clean(label)}"
    if version.published is None:
        return "undated version"
    if version.date_from == "publisher":
        return f"version of {clean(version.published)}"
    return f"version with listings up to {clean(version.published)}"


def group_of(target: TargetCheck) -> str:
    """Where a target counts: its outcome, or "possible" where the match of the name is no more than that."""
    unsure = target.outcome in _ON_LIST and target.verdict is not Verdict.HIT
    return "possible" if unsure else target.outcome.value


def says_something(check: RegisterCheck) -> bool:
    """Whether a register says more to a proposition than that it cannot tell."""
    counted_up = any(count.fits is not None for count in check.counts)
    return counted_up or any(target.outcome is not Outcome.CANNOT_TELL for target in check.targets)


def targets_told(targets: Sequence[TargetCheck]) -> str:
    """How many targets are listed as claimed, earlier, later, possibly or not: "4 of 6 named targets listed on …"."""
    if not targets:
        return "no target is named"
    parts = []
    for group, words in OUTCOMES.items():
        held = [target for target in targets if group_of(target) == group]
        days = _days(held) if group in _ON_LIST else ""
        if held:
            parts.append((len(held), "left open" if group == Outcome.CANNOT_TELL else f"{words}{days}"))
    (first, words), *rest = parts
    told = [f"{first} of {counted(len(targets), 'named target')} {words}", *(f"{n} {words}" for n, words in rest)]
    return ", ".join(told)


def _days(targets: Sequence[TargetCheck]) -> str:
    """The days on which targets were listed: " on 2023-04-28", " from … to …"."""
    days = sorted({clean(target.listed) for target in targets if target.listed})
    if not days:
        return ", day not given"
    return f" on {listed(days)}" if len(days) < 4 else f" on {len(days)} days from {days[0]} to {days[-1]}"


def target_told(target: TargetCheck) -> str:
    """What the register says to one target: its outcome, and the entry with its day or what keeps from telling."""
    outcome, rest = OUTCOMES[group_of(target)], target_entry(target)
    between = ", " if target.outcome in _ON_LIST and outcome != NOT_A_MATCH else ": "
    return f"{outcome}{between}{rest}" if rest else outcome


def target_entry(target: TargetCheck) -> str:
    """The entry of a target with its day; of a target that is on no entry, what keeps from telling."""
    group, entry = group_of(target), entry_words(target.name, target.entry)
    day = clean(target.listed) if target.listed else "day not given"
    if group == "possible":
        return f"{entry}, {day}{_beside(target)}"
    if target.outcome in _ON_LIST:
        return f"{day}, as {entry}{_beside(target)}"
    return clean(target.note).rstrip(".") if target.outcome is Outcome.CANNOT_TELL else ""


def _beside(target: TargetCheck) -> str:
    """Says so where the report names a target near its claim only."""
    return "; named near the claim, not as its target" if target.note.endswith(_NEARBY) else ""


def entry_words(name: str | None, entry: str | None) -> str:
    """An entry by its name and the publisher's number."""
    shown = f"“{clean(name)}”" if name else "an entry without a name"
    return f"{shown} (entry {clean(entry)})" if entry else shown


def count_told(count: CountCheck) -> str:
    """A stated count against the entries of that day: "9 individuals stated; the list has 9 persons of …: fits"."""
    bound = _BOUNDS.get(count.bound, Bound.EXACT)
    stated = plain_figure(Figure(count.low, count.high, bound, count.unit, None, ()))
    if count.date is None:
        return f"{stated} stated; no day of listing to count by: {_FITS[None]}"
    kind = _KINDS[count.kind] if count.listed == 1 else _PLURALS.get(count.kind, _KINDS[count.kind] + "s")
    return f"{stated} stated; the list has {count.listed:,} {kind} dated {clean(count.date)}: {_FITS[count.fits]}"


def window_told(check: RegisterCheck) -> str:
    """Which days of listing fit the claims, and where that comes from; of a measure taken off, when that is to be."""
    dated = f" ({clean(check.dated)})" if check.dated else ""
    if check.start is None and check.end is None:
        return f"When it is claimed to have happened is not known{dated}."
    first, last = (clean(day) if day else "any day" for day in (check.start, check.end))
    if "was taken off" in check.note:
        return f"The claims are of {first} to {last}{dated}."
    return f"A listing from {first} to {last} fits the claims{dated}."


def hit_told(hit: ScreeningHit, dates: Sequence[str] = ()) -> str:
    """A hit: "on the UK list since 2024-09-10 as “…” (entry …)", and whether that is later than the reports.

    ``dates`` are the publication days of the reports that name it. Of a possible it says what is possible.
    """
    entry = entry_words(hit.name, hit.entry)
    if hit.verdict is not Verdict.HIT:
        since = f", listed {clean(hit.listed)}" if hit.listed else ", day not given"
        return f"{NOT_A_MATCH}: {entry} on {list_name(hit.register)}{since}"
    return f"{_since(hit)} as {entry}{after_report(hit, dates)}"


def mark_told(hit: ScreeningHit, dates: Sequence[str] = ()) -> str:
    """A hit or a possible in a few words, to stand beside a name."""
    if hit.verdict is not Verdict.HIT:
        return f"possible: {list_name(hit.register)}"
    return _since(hit) + (", after this report" if after_report(hit, dates) else "")


def _since(hit: ScreeningHit) -> str:
    return f"on {list_name(hit.register)}" + (f" since {clean(hit.listed)}" if hit.listed else " (day not given)")


def after_report(hit: ScreeningHit, dates: Iterable[str]) -> str:
    """Says so where a listing is later than the reports that name its subject; empty where it is not, or unknown."""
    days = sorted(date for date in dates if _DAY.fullmatch(date))
    if not hit.listed or not _DAY.fullmatch(hit.listed) or not days or hit.listed <= days[0]:
        return ""
    if hit.listed <= days[-1]:
        return f", later than the earliest report, of {days[0]}"
    if days[0] == days[-1]:
        return f", later than the report of {days[0]}"
    return f", later than all reports, the last of {days[-1]}"


def regime_told(finding: RegimeFinding) -> str:
    """Whether a regime is in force for a transfer, and what is missing to tell."""
    missing = missing_told(finding)
    return ANSWERS[finding.answer] + (f", missing: {missing}" if missing else "")


def missing_told(finding: RegimeFinding) -> str:
    """What would have to be known to tell."""
    return "; ".join(clean(what) for what in finding.missing)


def period_told(finding: RegimeFinding) -> str:
    """From when to when a regime applies."""
    start = clean(finding.start)
    return f"since {start}" if finding.end is None else f"{start} to {clean(finding.end)}"
