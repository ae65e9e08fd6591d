import io
from collections.abc import Callable

import networkx as nx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings

from counterclaim.exports.gexf import to_gexf
from counterclaim.exports.graphml import to_graphml
from counterclaim.exports.network import network
from counterclaim.exports.told import plain
from counterclaim.records import Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, whole
from tests.exports.ledgers import ledgers


def graphml(ledger: Ledger) -> "nx.MultiDiGraph":
    return nx.read_graphml(io.BytesIO(whole(to_graphml(ledger))), force_multigraph=True)


def gexf(ledger: Ledger) -> "nx.MultiDiGraph":
    return nx.MultiDiGraph(nx.read_gexf(io.BytesIO(whole(to_gexf(ledger))), version="1.3"))


Reader = Callable[[Ledger], "nx.MultiDiGraph"]
READERS = pytest.mark.parametrize("read", [graphml, gexf])


@READERS
def test_edges_run_from_who_acts_to_whom(read: Reader) -> None:
    graph = read(full())
    names = nx.get_node_attributes(graph, "label")
    told = {(names[one], data["label"], names[other]) for one, other, data in graph.edges(data=True)}
    assert ("Norland", "claimed transfer: sale", "Ostria") in told
    assert ("Meridia", "claimed sanction: impose", "Norland") in told
    assert ("Canada", "claimed sanction: impose", "Tor Vale") in told
    assert graph.is_directed()


@READERS
def test_an_edge_has_its_standing_typed(read: Reader) -> None:
    graph = read(full())
    data = next(data for *_, data in graph.edges(data=True) if "40 tanks" in data["evidence"])
    assert (data["status"], data["origins"], data["claims"], data["denials"]) == ("contested", 3, 4, 1)
    assert data["mutual"] is False
    assert data["weight"] == 3
    assert data["claimed_by"] == "Ada Berg; the report itself; Norland"
    assert data["factuality"] == "CT+ CT-"
    assert len(data["claim_ids"].split()) == 4
    assert data["summary"].startswith("claimed: ")


@READERS
def test_two_propositions_of_one_pair_are_two_edges(read: Reader) -> None:
    assert read(full()).number_of_edges("e:n", "e:o") == 3


@READERS
def test_words_without_a_name_are_no_actor_of_another_proposition(read: Reader) -> None:
    graph = read(full())
    ports = [data for _, data in graph.nodes(data=True) if data["label"] == "a port"]
    assert [(data["type"], data["named"]) for data in ports] == [("words", False)]


@READERS
def test_hits_and_possibles_stand_apart(read: Reader) -> None:
    nodes = {data["label"]: data for _, data in read(full()).nodes(data=True)}
    assert "CA-8" in nodes["Tor Vale"]["register_hits"]
    assert nodes["Tor Vale"]["register_possible_not_a_match"] == ""


@READERS
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back(read: Reader, text: str) -> None:
    ledger = hostile(text)
    expected = {node.label for node in network(ledger).nodes}
    graph = read(ledger)
    assert {data["label"] for _, data in graph.nodes(data=True)} == expected
    assert {data["summary"] for *_, data in graph.edges(data=True)} <= {
        plain(f"claimed: {p.summary}") for p in ledger.propositions
    }


@READERS
@given(ledger=ledgers())
@settings(max_examples=12)
def test_any_ledger_is_a_graph(read: Reader, ledger: Ledger) -> None:
    net = network(ledger)
    graph = read(ledger)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(net.nodes), len(net.edges))
