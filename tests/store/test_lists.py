"""Lists, filters, pages and look-ups, over both databases."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from counterclaim.errors import LedgerError
from counterclaim.records import Ledger, Status
from counterclaim.store.lists import Filter
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from counterclaim.store.values import Action, Correction, hit_id
from tests.store.places import KINDS, new_place
from tests.store.samples import (
    AGREED,
    BOUGHT,
    DELIVERED,
    DENIED,
    DISPUTED,
    JUNE,
    LATVIA,
    LEDGER,
    MALTA,
    MAY,
    NORWAY,
    READINGS,
    SINGLE,
    SOLD,
    UNDATED,
    WANTS,
    claim,
    document,
    reading,
)

NAMES = {SOLD.id: "sold", DELIVERED.id: "delivered", DENIED.id: "denied", WANTS.id: "wants", BOUGHT.id: "bought"}


def fill(store: Store) -> None:
    with store.writer() as writer:
        writer.add([r.document for r in READINGS])
        writer.put_readings(READINGS, "1")
        writer.put_run(LEDGER)


@pytest.fixture(scope="module", params=KINDS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A case that tests look things up in, and do not write to."""
    made = open_store(new_place(request.param, tmp_path_factory.mktemp("case")), create=True)
    fill(made)
    yield made
    made.close()


# What a filter asks, and which claims of the samples it finds.
FILTERS = [
    ({}, "sold delivered denied wants bought"),
    ({"frame": "transfer"}, "sold delivered denied wants bought"),
    ({"frame": "attack"}, ""),
    ({"stage": "delivery"}, "delivered"),
    ({"status": "contested"}, "delivered denied"),
    ({"status": "corroborated"}, "sold bought"),
    ({"status": "hedged-only"}, ""),
    ({"entity": MALTA}, "delivered denied bought"),
    ({"entity": "Malta"}, "delivered denied bought"),
    ({"entity": "e:00000000000000f"}, "delivered denied bought"),
    ({"entity": "malta", "stage": "sale"}, "denied bought"),
    ({"entity": "oslo"}, "sold denied wants"),
    ({"entity": "Norweg"}, "sold denied wants"),
    ({"since": "2024-05-02"}, "sold delivered denied"),
    ({"since": "2024-05-03"}, "delivered denied"),
    ({"until": "2024-05-02"}, "sold"),
    ({"since": "2024-05-01", "until": "2024-05-31"}, "sold"),
    ({"since": "2024-06-01", "until": "2024-05-01"}, ""),
    ({"outlet": "the fjord times"}, "sold"),
    ({"outlet": "Cafe Debats"}, "delivered denied"),
    ({"outlet": "Fjord"}, ""),
    ({"search": "latvia"}, "sold delivered wants bought"),
    ({"search": "suicide drones"}, "wants"),
    ({"search": '"drones suicide"'}, ""),
    ({"search": '"suicide drones" Norway'}, "wants"),
    ({"search": "tank*"}, "sold"),
    ({"search": "tank"}, ""),
    ({"search": '"old rif*"'}, "delivered"),
    ({"search": "confirmed"}, ""),  # in the text, but no claim rests on it
    ({"search": "drones", "entity": "Malta"}, "bought"),
    ({"document": JUNE.id}, "delivered denied"),
    ({"proposition": DISPUTED.id}, "delivered denied"),
]


@pytest.mark.parametrize(("asked", "found"), FILTERS, ids=[str(asked) for asked, _ in FILTERS])
def test_claims(case: Store, asked: dict[str, str], found: str) -> None:
    page = case.claims(Filter(**asked))
    assert [NAMES[c.id] for c in page.items] == found.split()
    assert (page.total, page.after) == (len(found.split()), None)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [DISPUTED, AGREED, SINGLE]),  # the most independent origins first
        ({"status": "contested"}, [DISPUTED]),
        ({"frame": "transfer", "stage": "request"}, [SINGLE]),
        ({"entity": "Riga"}, [DISPUTED, AGREED, SINGLE]),
        ({"entity": "Malta", "until": "2024-05-31"}, []),  # of one and the same claim
        ({"outlet": "The Fjord Times"}, [AGREED]),
        ({"search": "drones"}, [AGREED, SINGLE]),
        ({"proposition": AGREED.id}, [AGREED]),
    ],
)
def test_propositions(case: Store, asked: dict[str, str], found: list[object]) -> None:
    page = case.propositions(Filter(**asked))
    assert list(page.items) == found
    assert page.total == len(found)


@pytest.mark.parametrize(
    ("asked", "paths"),
    [
        ({}, "may june undated"),
        ({"search": "confirmed"}, "may"),
        ({"search": '"drones of malta"'}, "undated"),
        ({"since": "2024"}, "may june"),
        ({"outlet": "café débats"}, "june"),
        ({"entity": "Malta"}, "june undated"),
        ({"status": "contested", "search": "rifles"}, "june"),
        ({"document": MAY.id}, "may"),
    ],
)
def test_documents(case: Store, asked: dict[str, str], paths: str) -> None:
    page = case.documents(Filter(**asked))
    assert " ".join(s.document.path.removesuffix(".txt") for s in page.items) == paths


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, "Latvia Norway Malta"),  # the most often mentioned first
        ({"entity": "Riga"}, "Latvia"),
        ({"entity": "norw"}, "Norway"),
        ({"search": "nor"}, "Norway"),
        ({"search": "alta"}, ""),  # from the start of a word on
        ({"search": "%"}, "Latvia Norway Malta"),
    ],
)
def test_entities(case: Store, asked: dict[str, str], names: str) -> None:
    assert " ".join(e.name for e in case.entities(Filter(**asked)).items) == names


def test_an_entity_that_is_not_there_is_said(case: Store) -> None:
    for name in ("Atlantis", "e:ffff", "%", "'", "Nor", "or"):  # a few letters begin too many names
        with pytest.raises(LedgerError, match="no entity of this case is called"):
            case.claims(Filter(entity=name))


@pytest.mark.parametrize("odd", ["\udcff", "\x00", "x" * 5_000, "'; DROP TABLE claim_rows; --", "%_"])
def test_filters_of_any_text(case: Store, odd: str) -> None:
    for name in ("frame", "stage", "status", "outlet", "document", "proposition"):
        assert case.claims(Filter(**{name: odd})).items == ()
    for asked in ({"entity": odd}, {"entity": "e:" + odd}):
        with pytest.raises(LedgerError):
            case.claims(Filter(**asked))
    with pytest.raises(LedgerError):
        case.claims(after=odd)
    assert case.claims(Filter(since=odd)).total <= case.claims().total == 5


def pages(case: Store, limit: int) -> Iterator[list[str]]:
    after = None
    while True:
        page = case.claims(limit=limit, after=after)
        yield [NAMES[c.id] for c in page.items]
        after = page.after
        if after is None:
            return


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 9])
def test_pages_show_everything_once(case: Store, limit: int) -> None:
    found = list(pages(case, limit))
    assert [name for page in found for name in page] == list(NAMES.values())
    assert all(len(page) == limit for page in found[:-1])


def test_documents_and_propositions_come_in_pages_too(case: Store) -> None:
    first = case.documents(limit=2)
    assert first.after == JUNE.id
    assert [s.document.path for s in case.documents(limit=2, after=first.after).items] == ["undated.txt"]
    assert case.propositions(limit=1, after=DISPUTED.id).items == (AGREED,)


def test_going_on_after_what_is_not_there(case: Store) -> None:
    with pytest.raises(LedgerError, match="nothing with the id c:ffff to go on after"):
        case.claims(after="c:ffff")


def test_a_page_of_many_parts(store: Store) -> None:
    """More claims than one part holds, of more documents than one page shows."""
    made = [document(f"Norway sold {n} tanks to Latvia.", f"{n}.txt") for n in range(300)]
    claims = tuple(claim(d, "sold", "Norway", "Latvia") for d in made)
    with store.writer() as writer:
        writer.add(made)
        writer.put_readings([reading(d, c) for d, c in zip(made, claims)], "1")
        writer.put_run(Ledger(tuple(made), LEDGER.entities, claims))
    assert store.claims(limit=1_000).items == claims
    assert store.claims(limit=10, after=claims[250].id).items == claims[251:261]
    assert store.claims(Filter(search="77")).items == (claims[77],)
    assert store.ledger().claims == claims


@pytest.mark.parametrize(
    ("wanted", "section", "record"),
    [
        (SOLD.id, "claims", SOLD),
        (SOLD.id[:9].upper(), "claims", SOLD),
        (AGREED.id, "propositions", AGREED),
        (f" {LATVIA} ", "entities", LEDGER.entities[1]),
        (MAY.id, "documents", MAY.id),
        ("s:000000000000000b", "stories", LEDGER.stories[1]),
        ("l:0", "lineages", LEDGER.lineages[0]),
        ("u:0", "utterances", LEDGER.utterances[0]),
        (hit_id(LEDGER.hits[0]), "hits", LEDGER.hits[0]),
        (SOLD.id[2:], "claims", SOLD),
    ],
)
def test_finding_by_an_id_or_its_start(case: Store, wanted: str, section: str, record: object) -> None:
    found = case.find(wanted)
    assert (found.section, found.record) == (section, record)


def test_finding_a_correction(store: Store) -> None:
    fill(store)
    with store.writer() as writer:
        entered = writer.correct(Correction(SOLD.id, Action.REJECT, "A", "why"))
    assert store.find(entered.id).record == entered


def test_a_claim_that_was_rejected_is_said_to_be_so(store: Store) -> None:
    fill(store)
    with store.writer() as writer:
        entered = writer.correct(Correction(SOLD.id, Action.REJECT, "A", "why"))
        writer.put_run(replace(LEDGER, claims=tuple(c for c in LEDGER.claims if c.id != SOLD.id)))
    with pytest.raises(LedgerError, match=f"{SOLD.id} is not in the newest run: {entered.id} rejects it"):
        store.find(SOLD.id)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("c:ffffffffffffffff", "holds nothing with the id c:ffffffffffffffff"),
        ("x:1", "holds nothing with the id"),
        ("c:", "is no id"),
        ("", "is no id"),
        ("%", "is no id"),
        ("c:1' OR '1'='1", "is no id"),
        ("p:0", "several ids begin with p:0: p:000000000000000a, p:000000000000000b, p:000000000000000c"),
    ],
)
def test_finding_what_is_not_there(case: Store, wanted: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        case.find(wanted)


def test_what_is_about_a_thing(case: Store) -> None:
    assert case.about("hits", NORWAY) == list(LEDGER.hits)
    assert case.about("hits", MALTA) == []
    assert case.about("register_checks", AGREED.id) == list(LEDGER.register_checks)
    assert case.about("regimes", AGREED.id) == list(LEDGER.regimes)
    assert case.proposition_of(BOUGHT.id) == AGREED.id
    assert case.proposition_of("c:ffff") is None


def test_the_lists_follow_the_newest_run(store: Store, place: str) -> None:
    fill(store)
    denied = replace(AGREED, status=Status.DENIED)
    with store.writer() as writer:
        writer.put_run(replace(LEDGER, propositions=(denied,)))
    other = open_store(place)
    assert other.propositions().items == (denied,)
    assert other.claims(Filter(status="contested")).total == 0
    assert other.claims(Filter(search="drones")).total == 2
    other.close()


def test_text_of_a_document_that_is_not_read_is_found(store: Store) -> None:
    danish = document("Norge solgte kampvogne. " + UNDATED.text, "dansk.txt", language="da")
    with store.writer() as writer:
        writer.add([danish])
    assert [s.document.path for s in store.documents(Filter(search="kampvogne")).items] == ["dansk.txt"]
