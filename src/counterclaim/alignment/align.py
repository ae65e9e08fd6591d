"""Claims of many documents to propositions: what several claims claim, who stands behind it, and in which figures.

Claims join if their frame, stage family, roles and times fit together and enough of it is positively the same
(:mod:`counterclaim.alignment.groups`); remarks join by meaning (:mod:`counterclaim.alignment.statements`); a denial
joins what it denies (:mod:`counterclaim.alignment.denials`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.alignment.denials import denied, denies
from counterclaim.alignment.events import group_events
from counterclaim.alignment.figures import conflict, figures
from counterclaim.alignment.groups import stage_of
from counterclaim.alignment.origins import Sources, status
from counterclaim.alignment.phrasing import summary
from counterclaim.alignment.profiles import Profile, profiles
from counterclaim.alignment.statements import group_statements, worded_as_denial
from counterclaim.alignment.tables import rules
from counterclaim.alignment.things import Naming
from counterclaim.records import Ledger, Proposition, content_id


@dataclass(slots=True)
class _Draft:
    """Claims that are one proposition, with the reasons and the denials that do not name what they deny."""

    members: list[Profile]
    reasons: list[str] = field(default_factory=list)
    denials: list[Profile] = field(default_factory=list)


def align(ledger: Ledger) -> tuple[Proposition, ...]:
    """The propositions of a ledger with documents, entities, claims, stories, lineages and utterances.

    Every claim that is a document's own is in exactly one; related headlines are in none. The same ledger gives the
    same propositions, whatever the order of its claims. Those with most claims come first. Raises LexiconError where a
    table of the stage is damaged.
    """
    naming = Naming.of(ledger.entities)
    ordered = profiles(ledger, naming)
    taken_up = denied({p.id: p.claim for p in ordered}, naming)
    drafts = _drafts([p for p in ordered if p.id not in taken_up])
    _put_denials([p for p in ordered if p.id in taken_up], drafts, taken_up)
    sources = Sources.of(ledger, naming)
    made = [_proposition(draft, sources, naming) for draft in drafts]
    return tuple(sorted(made, key=lambda p: (-len(p.claims), p.id)))


def _drafts(ordered: Sequence[Profile]) -> list[_Draft]:
    known = rules().frames
    events = group_events([p for p in ordered if p.claim.frame in known])
    talks = group_statements([p for p in ordered if p.claim.frame not in known])
    return [_Draft(g.members, g.reasons) for g in events] + [_Draft(t.profiles, t.reasons) for t in talks]


def _put_denials(denials: Sequence[Profile], drafts: Sequence[_Draft], taken_up: Mapping[str, str]) -> None:
    """Put each denial to the proposition that holds what it denies."""
    where = {member.id: draft for draft in drafts for member in draft.members}
    for denial in denials:
        accused = taken_up[denial.id]
        draft = where[accused]
        draft.denials.append(denial)
        draft.reasons.append(f"{denial.id} denies: it takes up {accused}, told before it of who denies it")


def _proposition(draft: _Draft, sources: Sources, naming: Naming) -> Proposition:
    own = sorted(draft.members, key=lambda p: p.order)
    named = {p.id: p.claim for p in own}
    denials = {p.id: p.claim for p in sorted(draft.denials, key=lambda p: p.order)}
    claims = named | denials
    stage = stage_of(list(named.values()))
    negative = worded_as_denial(list(named.values()))
    deniers = frozenset(
        key for key, claim in claims.items() if key in denials or denies(claim, reference_denied=negative)
    )
    origins = sources.origins(claims)
    found = figures(named)
    of_origin = {claim: at for at, origin in enumerate(origins) for claim in origin.claims}
    return Proposition(
        id=content_id("p", "|".join(sorted(claims))),
        frame=own[0].claim.frame,
        stage=stage,
        summary=summary(own, stage, naming),
        roles=_roles(own),
        claims=tuple(claims),
        status=status(claims, origins, deniers),
        origins=origins,
        figures=found,
        figure_conflict=conflict(found, claims, of_origin, sources.published),
        denied_by=tuple(c for c in claims if c in deniers),
        reasons=tuple(draft.reasons),
    )


def _roles(members: Sequence[Profile]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each role the entities, or the nouns where nothing is named; the most frequent first."""
    counts: dict[str, dict[str, int]] = {}
    for member in members:
        for role, things in member.roles.items():
            held = counts.setdefault(role, {})
            for thing in things:
                name = thing.key if not thing.head else f"{thing.key} {thing.head}"
                held[name] = held.get(name, 0) + 1
    return tuple(
        (role, tuple(sorted(held, key=lambda name: (-held[name], name)))) for role, held in sorted(counts.items())
    )
