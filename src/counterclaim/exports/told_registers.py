"""What registers and regimes say to a ledger, in whole sentences that stand alone in a data format."""

from collections.abc import Iterator

from counterclaim.exports.register_wording import (
    NOT_A_MATCH,
    count_told,
    hit_told,
    list_name,
    period_told,
    regime_told,
    target_told,
    window_told,
)
from counterclaim.exports.told import Told, plain
from counterclaim.records import RegimeFinding, RegisterCheck, ScreeningHit, Verdict


def hit_sentence(told: Told, hit: ScreeningHit) -> str:
    """A sentence for a hit or a possible match, with the terms of its score and the version of the list."""
    entity = told.entities.get(hit.entity)
    named_in = dict.fromkeys(document for document, _ in entity.mentions) if entity else {}
    reports = (told.documents[key] for key in named_in if key in told.documents)
    said = hit_told(hit, [report.published for report in reports if report.published])
    if hit.verdict is Verdict.NONE:
        said = said.replace(NOT_A_MATCH, "no match", 1)
    terms = "; ".join(f"{feature.name} {feature.value:+.2f}" for feature in hit.features)
    score = f"score {hit.score:.2f}{f': {terms}' if terms else ''}"
    return plain(f"{told.called(hit.entity)}: {said} ({score}; list version {hit.list_version})")


def check_sentences(check: RegisterCheck) -> Iterator[str]:
    """What the imposer's register says to a sanction claim: a sentence a target and a stated number, and the window."""
    where = list_name(check.register)
    for target in check.targets:
        said = target_told(target)
        # A note that names the entry, or that is in the sentence already, would say the same twice.
        new = target.note and target.note not in said and not (target.name and target.name in target.note)
        yield plain(f"{target.target}, {where}: {said}{f'; {target.note}' if new else ''}")
    for count in check.counts:
        yield plain(f"{where}: {count_told(count)}{f'; {count.note}' if count.note else ''}")
    note = f" {check.note.rstrip('.')}." if check.note else ""
    yield plain(f"{window_told(check)}{note} Checked against {where}, list version {check.list_version}.")


def regime_sentences(regime: RegimeFinding) -> Iterator[str]:
    """What a regime is, whether it covers the transfer as claimed, its legal basis, terms and sources, one by one."""
    yield plain(f"{regime.authority}, {period_told(regime)}; it binds the {regime.side}.")
    yield plain(f"If the transfer was as claimed: {regime_told(regime)}.")
    yield plain(f"Legal basis: {'; '.join(regime.basis) or 'not given'}.")
    if regime.note:
        yield plain(f"{regime.note.rstrip('.')}.")
    if regime.sources:
        yield plain(f"Published at {', '.join(regime.sources)}")


def regime_sentence(regime: RegimeFinding) -> str:
    """The same in one text, with the regime's name."""
    return plain(f"{regime.name}: {' '.join(regime_sentences(regime))}")
