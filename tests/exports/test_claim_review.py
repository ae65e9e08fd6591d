import json
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld  # type: ignore[import-untyped]

from counterclaim.exports.claim_review import to_claim_review
from counterclaim.records import Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, whole
from tests.exports.ledgers import ledgers

Node = dict[str, Any]
SCHEMA = "https://schema.org/"


def expanded(ledger: Ledger) -> list[Node]:
    """The nodes as a JSON-LD processor reads them, without the network: a context that is not in the file fails."""
    nodes: list[Node] = jsonld.expand(json.loads(whole(to_claim_review(ledger))), {"documentLoader": _refused})
    return nodes


def _refused(url: str, _: object) -> None:
    pytest.fail(f"the file asks for {url}")


def of(kind: str) -> list[Node]:
    return [node for node in expanded(full()) if node.get("@type") == [SCHEMA + kind]]


def value(node: Node, name: str) -> str:
    return str(node[SCHEMA + name][0]["@value"])


def test_there_is_a_review_a_proposition_and_no_rating() -> None:
    reviews = of("ClaimReview")
    assert [value(review, "claimReviewed") for review in reviews] == [p.summary for p in full().propositions]
    written = whole(to_claim_review(full())).decode()
    assert "reviewRating" not in written
    assert "ratingValue" not in written


def test_a_review_tells_the_standing_and_every_voice() -> None:
    review = next(r for r in of("ClaimReview") if value(r, "claimReviewed") == "Norland sold tanks to Ostria")
    body = value(review, "reviewBody")
    assert body.startswith("contested (affirmed and denied; origins: 3).")
    assert "Norland denies (factuality CT-): “Norland denied that it sold tanks to Ostria”" in body
    assert len(review[SCHEMA + "citation"]) == 4
    [item] = review[SCHEMA + "itemReviewed"]
    assert len(item[SCHEMA + "appearance"]) == 3
    first = item[SCHEMA + "firstAppearance"][0]["@id"]
    article = next(a for a in of("NewsArticle") if a["@id"] == first)
    assert value(article, "headline") == "Tanks for Ostria"


def test_a_claim_has_its_author_its_day_and_its_place() -> None:
    claim = next(c for c in of("Claim") if value(c, "text") == "Norland sold 40 tanks to Ostria")
    [author] = claim[SCHEMA + "author"]
    assert (value(author, "name"), author["@type"]) == ("Ada Berg", [SCHEMA + "Person"])
    assert claim[SCHEMA + "datePublished"] == [{"@type": SCHEMA + "Date", "@value": "2031-03-05"}]
    assert claim["urn:counterclaim:term:factuality"] == [{"@value": "CT+"}]


def test_registers_stand_beside_the_claim() -> None:
    review = next(r for r in of("ClaimReview") if value(r, "claimReviewed").startswith("Canada sanctioned"))
    told = [each["@value"] for each in review["urn:counterclaim:term:registers"]]
    assert any("Bo Lund" in sentence and "possible, not a match" in sentence for sentence in told)
    assert any("list version canada 2033-01-15" in sentence for sentence in told)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000], ids=ascii)
def test_hostile_words_are_still_linked_data(text: str) -> None:
    nodes = expanded(hostile(text))
    assert sum(node.get("@type") == [SCHEMA + "Claim"] for node in nodes) == len(full().claims)
    assert jsonld.to_rdf(nodes, {"format": "application/n-quads", "documentLoader": _refused})


@given(ledgers())
@settings(max_examples=25)
def test_any_ledger_is_linked_data(ledger: Ledger) -> None:
    expanded(ledger)
