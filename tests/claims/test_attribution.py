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
    ("Dockers in Holm reported two tankers had been boarded according to Reuters", "boarded",
     ["Reuters", "Dockers"]),
    ("The lorries came from Holm which borders Latvia and was taken by the Red Guard according to the Harbour Union",
     "lorries", ["Harbour Union"]),
    ("On Friday newspapers reported citing a Harbour Union letter that a docker had sold a pistol", "sold",
     ["newspapers", "Harbour Union letter"]),
    # a participle beside speech is the speaker's
    ("Dockers said two tankers were lying off the port after the seizure accusing the crews of smuggling", "smuggling",
     ["Dockers", "Dockers"]),
    # cues that are none here, and sources that cannot speak
    ("The explosion at the depot was heard by sailors in Holm.", "explosion", []),
    ("The epidemic claimed nine lives in May.", "lives", []),
    ("The settlers claimed ground near the river.", "ground", []),
    ("The delay of the court is seen by them as an invitation to smuggle rifles.", "invitation", []),
    ("Norway is seeing its markets shrinking.", "markets", []),
    ("It showed that the crew had sold the tanks.", "sold", []),
    ("The video showed that the crew had sold the tanks.", "sold", ["video"]),
    ("The court continues to examine the sale of the tanks.", "sale", []),
    ("The gang committed a robbery in the harbour.", "robbery", []),
    ("The party assumed control over the valley.", "control", []),
    ("The voters reject this hypocrisy that described the sale as a gift.", "gift", ["voters"]),
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


def test_who_is_questioned_is_no_remark() -> None:
    [(_, found)] = attributed("The police questioned the man who was arrested on Monday.")
    assert found == []
    [(_, [scoped])] = attributed("The police questioned whether Norway had sold tanks.")
    assert scoped.attribution.cue.text == "questioned"


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
