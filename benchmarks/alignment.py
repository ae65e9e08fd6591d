"""Alignment of events across documents: ECB+, mentions given, CoNLL F1 beside the same-lemma baseline.

The mentions' boundaries are given; all else is the project's own: trees, roles and names of the sentences, the stories
that documents fall into (over all topics at once; the corpus's topics are not looked at), and the alignment. The
baseline does know the topics: mentions of one topic whose heads have one lemma are one chain. ``lemma_stories_f1`` is
the same within the project's own stories. ecb.py says which sentences and mentions count. All topics are scored as one
partition; ``within_topic_f1`` is the mean over topics scored apart. Weights and word lists were made on topics 1 to 20;
``held_out`` is the rest. ``without`` gives the figure without one group of features each.
"""

import time
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from benchmarks.common import Value, arguments, missing, report
from benchmarks.coreference import CoreferenceScores, score
from benchmarks.ecb import EcbDocument, read_folder
from benchmarks.ecb_mentions import events, read, stories_of, vocabulary
from counterclaim.alignment.mention_features import WEIGHTS
from counterclaim.alignment.mentions import EventMention, align_mentions
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader

TUNED = 20  # the last topic that weights and word lists were made on
GROUPS: Mapping[str, tuple[str, ...]] = {
    "synonyms_and_kinds": ("same word", "synonyms", "same kind"),
    "how_often_told": ("told in the story", "both told", "rare trigger"),
    "class_of_trigger": ("verbs of saying", "general words", "verb and noun"),
    "participants": (
        "no participant shared", "no participants", "other agent", "other patient", "other name in a role",
    ),
    "likeness": ("same document", "like documents", "like sentences", "an early sentence", "early sentences"),
    "circumstances": ("same time", "same place", "other figures"),
}  # fmt: skip
# Without the features that let words of several stems meet, such pairs must not meet at all.
_NEVER = -100.0


class _Scorer:
    """The key, and responses given as one chain name a mention."""

    def __init__(self, topics: Sequence[int], key: Sequence[Hashable]) -> None:
        self.topics, self.key = topics, key

    def score(self, response: Sequence[Hashable], topics: range | None = None) -> CoreferenceScores:
        """Over all mentions, or those of some topics."""
        chosen = [i for i, topic in enumerate(self.topics) if topics is None or topic in topics]
        return score(_chains(self.key, chosen), _chains(response, chosen))

    def within_topic(self, response: Sequence[Hashable]) -> float:
        """Mean over the topics."""
        topics = sorted(set(self.topics))
        return sum(self.score(response, range(t, t + 1)).conll for t in topics) / len(topics) if topics else 0.0


def _chains(names: Sequence[Hashable], chosen: Sequence[int]) -> list[list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for i in chosen:
        found[names[i]].append(i)
    return list(found.values())


def aligned(
    mentions: Sequence[EventMention], words: Mapping[str, Sequence[str]], weights: Mapping[str, float] = WEIGHTS
) -> list[int]:
    """For each mention the number of its event."""
    found = [0] * len(mentions)
    for number, event in enumerate(align_mentions(mentions, words, weights=weights)):
        for i in event.mentions:
            found[i] = number
    return found


def without(group: str) -> dict[str, float]:
    """The weights without one group of features."""
    kinship = _NEVER if group == "synonyms_and_kinds" else 0.0
    return {name: kinship if name in GROUPS[group] else weight for name, weight in WEIGHTS.items()}


def measured(
    documents: Sequence[EcbDocument], mentions: Sequence[EventMention], words: Mapping[str, Sequence[str]]
) -> dict[str, Value]:
    """All figures, as the module says."""
    topics = [d.topic for d in documents for _ in d.mentions]
    scorer = _Scorer(topics, [m.chain for d in documents for m in d.mentions])
    own = aligned(mentions, words)
    lemmas = [(topic, m.lemma) for topic, m in zip(topics, mentions, strict=True)]
    tuned, rest = range(TUNED + 1), range(TUNED + 1, 10_000)
    values: dict[str, Value] = dict(_parts("", scorer.score(own)))
    values |= _parts("lemma_baseline_", scorer.score(lemmas))
    values["lemma_stories_f1"] = scorer.score([(m.story, m.lemma) for m in mentions]).conll
    values |= {"tuned_f1": scorer.score(own, tuned).conll, "held_out_f1": scorer.score(own, rest).conll}
    values["lemma_baseline_tuned_f1"] = scorer.score(lemmas, tuned).conll
    values["lemma_baseline_held_out_f1"] = scorer.score(lemmas, rest).conll
    values["within_topic_f1"] = scorer.within_topic(own)
    values["lemma_baseline_within_topic_f1"] = scorer.within_topic(lemmas)
    values["without"] = {g: scorer.score(aligned(mentions, words, without(g))).conll for g in GROUPS}
    values |= {"mentions": len(mentions), "chains": len(set(scorer.key))}
    values["sentences"] = len({(d.name, m.sentence) for d in documents for m in d.mentions})
    return values


def _parts(name: str, scores: CoreferenceScores) -> dict[str, float]:
    return {
        ("conll_f1" if not name else f"{name}f1"): scores.conll,
        f"{name}muc_f1": scores.muc.f1,
        f"{name}b_cubed_f1": scores.b_cubed.f1,
        f"{name}b_cubed_precision": scores.b_cubed.precision,
        f"{name}b_cubed_recall": scores.b_cubed.recall,
        f"{name}ceaf_e_f1": scores.ceaf_e.f1,
    }


def main() -> None:
    """Command line; ``--limit`` takes the first topics."""
    options = arguments(__doc__)
    folder = options.data / "corpora"
    values: dict[str, Value] = {}
    if not missing(folder):
        documents = read_folder(folder)
        topics = sorted({d.topic for d in documents})[: options.limit]
        documents = [d for d in documents if d.topic in topics]
        start = time.perf_counter()
        laid = read(documents, Reader(Model(threads=2)))
        read_in = time.perf_counter() - start
        stories = stories_of(laid)
        mentions = events(documents, laid, stories, vocabulary())
        words = {d.name: [w for sentence in d.sentences for w in sentence] for d in documents}
        start = time.perf_counter()
        aligned(mentions, words)
        values = {"reading_seconds": read_in, "aligning_seconds": time.perf_counter() - start}
        values = measured(documents, mentions, words) | {"stories": len(set(stories.values()))} | values
    report("Alignment of events across documents (ECB+)", values)


if __name__ == "__main__":
    main()
