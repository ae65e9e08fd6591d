import xml.etree.ElementTree as ET

from counterclaim.exports.gexf import to_gexf
from tests.exports.export_samples import full, whole

GEXF = "{http://gexf.net/1.3}"


def test_attributes_are_declared_with_their_types() -> None:
    root = ET.fromstring(whole(to_gexf(full())))  # noqa: S314  (our own file)
    declared = {a.get("id"): a.get("type") for a in root.iter(f"{GEXF}attribute")}
    assert (declared["origins"], declared["mutual"], declared["status"]) == ("integer", "boolean", "string")
    used = {value.get("for") for value in root.iter(f"{GEXF}attvalue")}
    assert used == set(declared)


def test_edges_are_directed_and_carry_their_kind() -> None:
    root = ET.fromstring(whole(to_gexf(full())))  # noqa: S314  (our own file)
    edges = list(root.iter(f"{GEXF}edge"))
    assert {edge.get("type") for edge in edges} == {"directed"}
    assert all((edge.get("kind") or "").startswith("claimed ") for edge in edges)
    assert len({edge.get("id") for edge in edges}) == len(edges)
