"""How well the collection stages find again what is true of generated reports. All is linear in what is counted.

BCubed is Bagga and Baldwin's (1998): for each item the share of its group that belongs with it, and the share of those
that belong with it that are in its group.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from benchmarks.generator import Made, Truth
from benchmarks.generator_lines import Stand
from counterclaim.records import Ledger, Proposition, Reading

Measures = dict[str, float]


class Gold:
    """What is true of a collection: gathered a report at a time, so that the reports need not be kept.

    Each table gives for a document or claim the group that it belongs to in truth; ``denies`` gives for a claim that
    denies the proposition that it denies.
    """

    def __init__(self) -> None:
        self.story: dict[str, str] = {}
        self.origin: dict[str, str] = {}
        self.proposition: dict[str, str] = {}
        self.denies: dict[str, str] = {}
        self.occasion: dict[str, str] = {}

    def take(self, made: Made) -> Reading:
        """Take in what is true of a report, and give its reading."""
        self.add(made.truth)
        return made.reading

    def add(self, truth: Truth) -> None:
        """Take in what is true of one report."""
        self.story[truth.document] = truth.story
        self.origin[truth.document] = truth.origin
        for claim, told in truth.told.items():
            self.proposition[claim] = told.proposition
            if told.stand is Stand.DENY:
                self.denies[claim] = told.denies or told.proposition
            if told.occasion is not None:
                self.occasion[claim] = told.occasion


def quality(ledger: Ledger, gold: Gold) -> dict[str, float]:
    """The measures of all stages that the ledger has results of."""
    found: dict[str, float] = {}
    if ledger.stories:
        found |= _named("stories", bcubed((s.documents for s in ledger.stories), gold.story))
    if ledger.lineages:
        found |= _named("copies", pairs((x.documents for x in ledger.lineages), gold.origin))
    if ledger.utterances:
        found |= _named("utterances", pairs((u.claims for u in ledger.utterances), gold.occasion))
    if ledger.propositions:
        found |= _named("propositions", bcubed((p.claims for p in ledger.propositions), _without_bare(gold)))
        found |= _named("denials", denials(ledger.propositions, gold))
    return found


def bcubed(found: Iterable[Iterable[str]], gold: Mapping[str, str]) -> Measures:
    """BCubed of groups against the true group of each item. What no group holds stands alone."""
    shared, sizes = _contingency(found, gold)
    true = Counter(gold.values())
    precision = sum(n * n / sizes[group] for (group, _), n in shared.items()) / max(1, len(gold))
    recall = sum(n * n / true[key] for (_, key), n in shared.items()) / max(1, len(gold))
    return _measures(precision, recall)


def pairs(found: Iterable[Iterable[str]], gold: Mapping[str, str]) -> Measures:
    """Precision and recall over the pairs that stand in one group."""
    shared, sizes = _contingency(found, gold)
    right = sum(_pairs(n) for n in shared.values())
    given = sum(_pairs(n) for n in sizes.values())
    wanted = sum(_pairs(n) for n in Counter(gold.values()).values())
    return _measures(right / given if given else 1.0, right / wanted if wanted else 1.0)


def denials(propositions: Iterable[Proposition], gold: Gold) -> Measures:
    """How many denials that stand at a proposition belong there, and how many of all stand where they belong."""
    found: set[str] = set()
    given = right = 0
    for proposition in propositions:
        told = {gold.proposition.get(c) for c in proposition.claims if c not in gold.denies}
        for claim in proposition.denied_by:
            given += 1
            if gold.denies.get(claim) in told:
                right += 1
                found.add(claim)
    return _measures(right / given if given else 1.0, len(found) / len(gold.denies) if gold.denies else 1.0)


def _without_bare(gold: Gold) -> dict[str, str]:
    """The true propositions of claims, but for denials that name no happening: they stand at what they deny."""
    return {c: p for c, p in gold.proposition.items() if gold.denies.get(c, p) == p}


def _contingency(
    found: Iterable[Iterable[str]], gold: Mapping[str, str]
) -> tuple[Counter[tuple[int, str]], dict[int, int]]:
    """How many items each group shares with each true group, and how many known items each group has."""
    shared: Counter[tuple[int, str]] = Counter()
    sizes: dict[int, int] = defaultdict(int)
    seen: set[str] = set()
    group = -1
    for group, items in enumerate(found):
        for item in items:
            if item in gold and item not in seen:
                seen.add(item)
                shared[group, gold[item]] += 1
                sizes[group] += 1
    for alone, item in enumerate(gold.keys() - seen, start=group + 1):
        shared[alone, gold[item]] += 1
        sizes[alone] += 1
    return shared, sizes


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _measures(precision: float, recall: float) -> Measures:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def _named(name: str, measures: Measures) -> dict[str, float]:
    return {f"{name}_{key}": value for key, value in measures.items()}
