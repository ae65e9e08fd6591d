"""The network of a ledger as GraphML, for yEd, Cytoscape, Gephi, igraph and NetworkX."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from counterclaim.exports.network import Edge, Network, Node, Value, network, types
from counterclaim.exports.told import encoded
from counterclaim.records import Ledger

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"string": "string", "integer": "int", "boolean": "boolean"}


def to_graphml(ledger: Ledger) -> Iterator[bytes]:
    """The document, in pieces: one directed edge a proposition and pair."""
    return encoded(_lines(network(ledger)))


def _lines(net: Network) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_SPACE}">\n'
    yield f"<desc>{_text(net.notice)}</desc>\n"
    keys: dict[tuple[str, str], str] = {}
    for kind, things in (("node", net.nodes), ("edge", net.edges)):
        weight = {"weight": "integer"} if kind == "edge" else {}
        for name, form in {"label": "string", **weight, **types(things)}.items():
            keys[kind, name] = f"{kind[0]}{len(keys)}"
            yield (
                f'<key id="{keys[kind, name]}" for="{kind}" attr.name={_attribute(name)} attr.type="{_TYPES[form]}"/>\n'
            )
    yield '<graph edgedefault="directed">\n'
    for node in net.nodes:
        yield _node(node, keys)
    for edge in net.edges:
        yield _edge(edge, keys)
    yield "</graph>\n</graphml>\n"


def _node(node: Node, keys: Mapping[tuple[str, str], str]) -> str:
    data = _data("node", {"label": node.label, **node.attributes}, keys)
    return f"<node id={_attribute(node.key)}>{data}</node>\n"


def _edge(edge: Edge, keys: Mapping[tuple[str, str], str]) -> str:
    data = _data("edge", {"label": edge.label, "weight": edge.weight, **edge.attributes}, keys)
    ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
    return f"<edge id={_attribute(edge.key)} {ends}>{data}</edge>\n"


def _data(kind: str, values: Mapping[str, Value], keys: Mapping[tuple[str, str], str]) -> str:
    return "".join(f'<data key="{keys[kind, name]}">{_text(value)}</data>' for name, value in values.items())


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # A parser reads a bare CR as a line feed.
    return escape(str(value), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(value, {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
