from dataclasses import replace

import pytest

from counterclaim.errors import LedgerError
from counterclaim.exports.brief import brief
from counterclaim.exports.ledger_json import to_json
from counterclaim.exports.ledger_read import from_json
from counterclaim.exports.one_story import of_story
from tests.exports.export_samples import FULL_STORY, full


def test_a_story_has_its_own_reports_claims_and_names() -> None:
    part = of_story(full(), FULL_STORY)
    assert [d.path for d in part.documents] == ["news/first.txt", "news/second.txt", "news/third.txt"]
    assert {c.document for c in part.claims} == {d.id for d in part.documents}
    assert [s.id for s in part.stories] == [FULL_STORY]
    assert not part.hits
    assert not part.register_checks


def test_what_a_story_refers_to_is_in_it() -> None:
    part = of_story(full(), FULL_STORY)
    documents, claims = {d.id for d in part.documents}, {c.id for c in part.claims}
    assert {
        d for kind in (part.stories, part.lineages, part.utterances) for one in kind for d in one.documents
    } <= documents
    assert {c for p in part.propositions for c in (*p.claims, *p.denied_by)} <= claims
    assert {c for u in part.utterances for c in u.claims} <= claims
    assert from_json(to_json(part)).propositions == part.propositions


def test_a_story_brings_what_other_reports_say_to_its_propositions() -> None:
    ledger = full()
    lone = replace(ledger.stories[0], documents=ledger.stories[0].documents[:1])
    part = of_story(replace(ledger, stories=(lone,)), lone.id)
    sold = next(p for p in part.propositions if p.summary == "Norland sold tanks to Ostria")
    assert {c for origin in sold.origins for c in origin.claims} <= {claim.id for claim in part.claims}
    assert len(part.documents) == 3
    assert "A third country paid Ostria" not in {p.summary for p in part.propositions}


def test_an_unknown_story_is_named_with_those_that_there_are() -> None:
    with pytest.raises(LedgerError, match=r"no story s:no in this ledger; there are 2, among them s:0000000000000001"):
        brief(full(), "s:no")
