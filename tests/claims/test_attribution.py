"""Who is the source of what, one row a sentence. The texts were written for these tests."""

import pytest
from hypothesis import given

from counterclaim.claims.attribution import carried_over, find_attributions
from tests.claims.parsed import attributed, clauses_of, sources_at
from tests.strategies import REPORT_LIKE

# sentence, a word of what is said, the sources over it from the outermost
CHAINS = [
    ("The ministry said that Norway had sold the tanks.", "sold", ["ministry"]),
    ("The tanks, the minister said, were sold by Norway.", "sold", ["minister"]),
    ("According to the port authority, Norway sold the tanks.", "sold", ["port authority"]),
    ("The ministry accused Norway of selling tanks to Latvia.", "selling", ["ministry"]),
    ("The envoy called on Norway to deliver the tanks.", "deliver", ["envoy"]),
    ("The envoy called the delivery a mistake.", "mistake", ["envoy"]),
    ("The minister described the sale of tanks as a mistake.", "mistake", ["minister"]),
    ("The denial by Norway that it had sold tanks came on Monday.", "sold", ["Norway"]),
    ("Berg, who said that Norway had sold tanks, left the room.", "sold", ["Berg"]),
    ("The minister was quoted as saying that Norway had sold the tanks.", "sold", ["minister"]),
    ("The paper quoted a Latvian official as saying that Norway had sold the tanks.", "sold",
     ["paper", "Latvian official"]),
    ("Dahl, citing the ministry, said that Norway had sold forty tanks.", "sold", ["Dahl", "ministry"]),
    ("The agency, quoting an army officer, reported that the convoy had been attacked.", "attacked",
     ["agency", "army officer"]),
    ("A poll shows that the sale of tanks is unpopular.", "unpopular", ["poll"]),
    ("It was reported that Norway had sold tanks.", "sold", []),
    ("Norway plans to sell forty tanks to Latvia.", "sell", []),
    ("Inspectors found weapons in the cellar.", "weapons", []),
    ("Inspectors found that Norway had sold tanks.", "sold", ["Inspectors"]),
    # a final attribution is outermost and takes the whole sentence
    ("Activists from the Harbour Committee reported thirty bodies had been found according to Reuters", "found",
     ["Reuters", "Activists"]),
    ("The huts stood in Holm which lies in Latvia and is held by the Red Army according to the Harbour Observatory",
     "huts", ["Harbour Observatory"]),
    ("Earlier in the day media reported citing a Harbour Union statement that a rebel had fired a rocket", "fired",
     ["media", "Harbour Union statement"]),
    # a participle beside speech is the speaker's
    ("Activists said army planes were flying over the area after the raid accusing the troops of using gas", "using",
     ["Activists", "Activists"]),
    # cues that are none here, and sources that cannot speak
    ("The shelling of the port could be heard by residents of Holm.", "shelling", []),
    ("The war has claimed an estimated 400 lives since 2011.", "lives", []),
    ("The rebels claimed territory in the north.", "territory", []),
    ("The silence of the alliance is seen by him as a licence to shell the town.", "licence", []),
    ("Norway is seeing the noose tightening around its troops.", "noose", []),
    ("It showed that the rebels had shelled the town.", "shelled", []),
    ("The video showed that the rebels had shelled the town.", "shelled", ["video"]),
    ("The court continues to examine the shelling of the port.", "shelling", []),
    ("The army committed a massacre in the village.", "massacre", []),
    ("The party assumed control over the valley.", "control", []),
    ("The people reject this duality that has characterized the policy of the alliance.", "alliance", ["people"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "sources"), CHAINS)
def test_the_chain_of_sources(text: str, word: str, sources: list[str]) -> None:
    assert sources_at(text, word) == sources


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The general said in an interview with Radio Svalbard that Norway had sold tanks.",
         "interview with Radio Svalbard"),
        ("Ms Berg told Reuters that Norway had sold tanks.", "Reuters"),
        ("Ms Berg told the committee that Norway had sold tanks.", None),
        ("Ms Berg wrote on Telegram that Norway had sold tanks.", "Telegram"),
    ],
)  # fmt: skip
def test_where_it_was_said(text: str, medium: str | None) -> None:
    [(_, found)] = attributed(text)
    assert [s.attribution.medium.text if s.attribution.medium else None for s in found] == [medium]


def test_wishes_and_unnamed_sources_are_found_only_when_asked_for() -> None:
    for text in ("Norway plans to sell forty tanks.", "It was reported that Norway had sold tanks."):
        assert attributed(text)[0][1] == []
        assert [s.loose for s in attributed(text, loose=True)[0][1]] == [True]


def test_a_cue_shows_the_preposition_that_belongs_to_it() -> None:
    [(_, [scoped])] = attributed("The army called for the delivery of tanks.")
    assert scoped.attribution.cue.text == "called for"


@given(REPORT_LIKE)
def test_any_text_gives_words_of_its_own_sentences(text: str) -> None:
    clauses = clauses_of(text)
    for clause, found in zip(clauses, carried_over(clauses, [find_attributions(c) for c in clauses]), strict=True):
        for scoped in found:
            assert scoped.content <= set(range(len(clause.words)))
            assert scoped.attribution.cue.span.of(text) == scoped.attribution.cue.text
