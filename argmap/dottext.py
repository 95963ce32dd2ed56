r"""DOT text from values, by pydot; the one place that turns a text into DOT.

pydot quotes what looks to it as if it needed that: a text that begins and ends with a quote, a
colon in a name, a keyword, an attribute's name pass as they are and may write DOT of their own. So
nothing is left to it. Names of nodes are our own (``n0``), names of attributes come from a fixed
set, values are letters, digits and a few signs, and a *text* goes through `dot_string`.

There are no labels in Graphviz's HTML, no links, pictures or style sheets, and no records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    import pydot

__all__ = ["Attributes", "DotCluster", "DotEdge", "DotGraph", "DotNode", "dot_string", "write_dot"]

Attributes: TypeAlias = tuple[tuple[str, str], ...]

PIECE = 3_000
"""Characters of a quoted piece: Graphviz 2.43 takes 16,381 bytes, and a character may need five."""

TEXTS = frozenset({"headlabel", "label", "labeltooltip", "taillabel", "tooltip", "xlabel"})
"""The attributes that hold a text of the map's, which Graphviz reads for escapes and entities."""

PLAIN = frozenset(
    {
        *("arrowhead", "arrowsize", "arrowtail", "bgcolor", "charset", "color", "compound"),
        *("constraint", "dir", "fillcolor", "fixedsize", "fontcolor", "fontname", "fontsize"),
        *(
            "group",
            "headport",
            "height",
            "id",
            "labelangle",
            "labeldistance",
            "labeljust",
            "labelloc",
        ),
        *("lhead", "ltail", "margin", "minlen", "newrank", "nodesep", "ordering", "outputorder"),
        *("pad", "pencolor", "penwidth", "peripheries", "rank", "rankdir", "ranksep", "shape"),
        *("splines", "style", "tailport", "weight", "width"),
    }
)
"""The attributes that hold a number, a colour, or a word of Graphviz's own."""

_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_VALUE = re.compile(r"[A-Za-z0-9 #.,:%+_-]*")
_KEYWORDS = frozenset({"digraph", "edge", "graph", "node", "strict", "subgraph"})
_SHAPES_THAT_READ = frozenset({"epsf", "mrecord", "record"})
"""Shapes that take a label for a little language, or for a file."""

_ESCAPES = {
    **dict.fromkeys(
        (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"
    ),
    ord("\\"): r"\\",
    ord('"'): r"\"",
    ord("&"): "&amp;",
    ord("\n"): r"\n",
    ord("\t"): " ",
}
_LINE_ENDS = ("\n", "\r")
_SURROGATE = re.compile("[\ud800-\udfff]")


def dot_string(text: str) -> str:
    r"""``text`` as a quoted string of DOT that Graphviz shows letter by letter.

    Backslashes, quotes and ampersands are escaped, so that neither escapes (``\N``, ``\l``) nor
    entities mean anything; line ends become ``\n``, a tab a space, and what no text may hold
    U+FFFD. A long text is several strings with ``+`` between them. An attribute that isn't a
    text, but a word of Graphviz's own, must not hold what is escaped here.

    >>> print(dot_string('say "\\N"'))
    "say \"\\N\""
    """
    whole = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    starts = range(0, max(len(whole), 1), PIECE)
    return " + ".join(f'"{whole[start : start + PIECE].translate(_ESCAPES)}"' for start in starts)


def _attributes(given: Mapping[str, object] | Iterable[tuple[str, object]]) -> Attributes:
    pairs = given.items() if isinstance(given, Mapping) else given
    return tuple((name, _word(value)) for name, value in dict(pairs).items())


def _word(value: object) -> str:
    """A text as it is, a truth value in DOT's words, a number without an exponent."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".")  # + 0.0, for there is a -0
    return str(value)


def _allowed(owner: object, field: object, attributes: Attributes) -> None:
    for name, value in attributes:
        if name not in PLAIN | TEXTS:
            raise ValueError(f"no attribute {name!r} is written to DOT; known: {_KNOWN}")
        if name in PLAIN and not _VALUE.fullmatch(value):
            raise ValueError(
                f"{value!r} is no value for {name} in DOT: letters, digits and # .,:%+_- are"
            )
        if name == "shape" and value.lower() in _SHAPES_THAT_READ:
            raise ValueError(f"the shape {value!r} would read the label as more than a text")
        if value in {"nan", "inf", "-inf"}:
            raise ValueError(f"{name} can't be {value}: give a finite number")


_KNOWN = ", ".join(sorted(PLAIN | TEXTS))


def _own_id(owner: object, field: object, id: str) -> None:
    if not _ID.fullmatch(id) or id.lower() in _KEYWORDS:
        raise ValueError(f"{id!r} can't be an id in DOT: take one such as n0, and keep a table")


@frozen
class DotNode:
    """A node; ``id`` is a name of ours, never a text of the map's."""

    id: str = field(validator=_own_id)
    attributes: Attributes = field(default=(), converter=_attributes, validator=_allowed)


@frozen
class DotEdge:
    """An edge from the node ``tail`` to the node ``head``, by their ids."""

    tail: str
    head: str
    attributes: Attributes = field(default=(), converter=_attributes, validator=_allowed)


@frozen
class DotCluster:
    """A frame around ``nodes`` (ids), in the cluster ``parent``; it is called ``cluster_`` and its id."""

    id: str = field(validator=_own_id)
    nodes: tuple[str, ...] = ()
    attributes: Attributes = field(default=(), converter=_attributes, validator=_allowed)
    parent: str | None = None


@frozen
class DotGraph:
    """A directed graph, in the order in which it is written.

    Clusters are named by their parents, not held by them, so that they nest as deep as they will;
    a parent stands before its children. Attributes are given as a mapping. Raises `ValueError` for
    ids that are there twice or not at all, for a node in two clusters, and, as every value here,
    for attributes that aren't known and values that aren't plain.
    """

    nodes: tuple[DotNode, ...] = ()
    edges: tuple[DotEdge, ...] = ()
    clusters: tuple[DotCluster, ...] = ()
    attributes: Attributes = field(default=(), converter=_attributes, validator=_allowed)
    node_attributes: Attributes = field(default=(), converter=_attributes, validator=_allowed)
    edge_attributes: Attributes = field(default=(), converter=_attributes, validator=_allowed)

    def __attrs_post_init__(self) -> None:
        nodes = _each_once(node.id for node in self.nodes)
        for edge in self.edges:
            _all_known(nodes, (edge.tail, edge.head))
        _all_known(nodes, _each_once(node for each in self.clusters for node in each.nodes))
        above: dict[str, None] = {}
        _each_once(cluster.id for cluster in self.clusters)
        for cluster in self.clusters:
            _all_known(above, () if cluster.parent is None else (cluster.parent,))
            above[cluster.id] = None


def _each_once(ids: Iterable[str]) -> dict[str, None]:
    seen: dict[str, None] = {}
    for id in ids:
        if id in seen:
            raise ValueError(f"{id!r} is there twice; in DOT that would be one thing")
        seen[id] = None
    return seen


def _all_known(known: Mapping[str, None], ids: Iterable[str]) -> None:
    for id in ids:
        if id not in known:
            raise ValueError(f"no {id!r} stands before this; in DOT that would make a new one")


def write_dot(graph: DotGraph) -> str:
    """The graph in the DOT language: its defaults, nodes, edges, then its clusters by their nodes.

    Time is linear in the graph but for the indentation of clusters, which ends at ten levels.
    """
    import pydot

    whole = pydot.Dot("argmap", graph_type="digraph", **_quoted(graph.attributes))
    if graph.node_attributes:
        whole.set_node_defaults(**_quoted(graph.node_attributes))
    if graph.edge_attributes:
        whole.set_edge_defaults(**_quoted(graph.edge_attributes))
    for node in graph.nodes:
        whole.add_node(pydot.Node(node.id, **_quoted(node.attributes)))
    for edge in graph.edges:
        whole.add_edge(pydot.Edge(edge.tail, edge.head, **_quoted(edge.attributes)))
    start, end = _opened(whole, 0)
    return "".join([start, *_clusters(graph.clusters), end])


def _quoted(attributes: Attributes) -> dict[str, Any]:
    """Each value as a string of DOT, whatever it is.

    A label of an edge or a cluster that begins with an empty line ends Graphviz 14.1.5 by a
    segmentation fault; with a space in that line it doesn't.
    """
    texts = (
        (name, f" {value}" if value[:1] in _LINE_ENDS else value) for name, value in attributes
    )
    return {name: dot_string(text) for name, text in texts}


def _opened(graph: pydot.Graph, depth: int) -> tuple[str, str]:
    """What pydot writes for a graph, indented: all before its last brace, and that brace.

    No text in it has a line end, so each of its lines is a statement.
    """
    indent = "  " * min(depth, 10)
    first, *statements, _brace, _end = graph.to_string().split("\n")
    inside = [f"{indent}  {line.strip(' ')}\n" for line in statements]
    return "".join([f"{indent}{first}\n", *inside]), f"{indent}}}\n"


def _clusters(clusters: tuple[DotCluster, ...]) -> Iterator[str]:
    """Clusters in one another. pydot would call itself for each level, so it gets them one by one."""
    import pydot

    inside: dict[str | None, list[DotCluster]] = {}
    for cluster in clusters:
        inside.setdefault(cluster.parent, []).append(cluster)
    waiting: list[tuple[DotCluster, int] | str] = [(each, 1) for each in inside.get(None, [])[::-1]]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        cluster, depth = item
        written = pydot.Cluster(cluster.id, **_quoted(cluster.attributes))
        for node in cluster.nodes:
            written.add_node(pydot.Node(node))
        start, end = _opened(written, depth)
        yield start
        waiting.append(end)
        waiting.extend((each, depth + 1) for each in inside.get(cluster.id, [])[::-1])
