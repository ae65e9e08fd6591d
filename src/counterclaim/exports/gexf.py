"""The network of a ledger as GEXF 1.3, Gephi's own format."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from counterclaim.exports.network import Edge, Network, Node, Value, network, types
from counterclaim.exports.told import encoded
from counterclaim.records import Ledger

_SPACE = "http://gexf.net/1.3"


def to_gexf(ledger: Ledger) -> Iterator[bytes]:
    """The document, in pieces: one directed edge a proposition and pair; its weight is the number of origins."""
    return encoded(_lines(network(ledger)))


def _lines(net: Network) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{_SPACE}" version="1.3">\n'
    creator, notice = f"Counterclaim {net.extractor}", escape(net.notice)
    yield f"<meta><creator>{creator}</creator><description>{notice}</description></meta>\n"
    yield '<graph defaultedgetype="directed" mode="static">\n'
    for kind, things in (("node", net.nodes), ("edge", net.edges)):
        yield f'<attributes class="{kind}">\n'
        for name, form in types(things).items():
            yield f"<attribute id={_quoted(name)} title={_quoted(name)} type={_quoted(form)}/>\n"
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in net.nodes:
        yield _node(node)
    yield "</nodes>\n<edges>\n"
    for edge in net.edges:
        yield _edge(edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _node(node: Node) -> str:
    return f"<node id={_quoted(node.key)} label={_quoted(node.label)}>{_values(node.attributes)}</node>\n"


def _edge(edge: Edge) -> str:
    ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
    looks = f'type="directed" weight="{edge.weight}" kind={_quoted(edge.label)}'
    head = f"<edge id={_quoted(edge.key)} {ends} label={_quoted(edge.label)} {looks}>"
    return f"{head}{_values(edge.attributes)}</edge>\n"


def _values(values: Mapping[str, Value]) -> str:
    each = (f"<attvalue for={_quoted(name)} value={_quoted(_plain(value))}/>" for name, value in values.items())
    return f"<attvalues>{''.join(each)}</attvalues>"


def _plain(value: Value) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _quoted(value: str) -> str:
    # A parser reads bare line ends and tabs in an attribute as spaces.
    return quoteattr(value, {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
