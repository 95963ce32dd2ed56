"""DOT text: nothing that a text holds is read as DOT, and what is read back is what was given."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.dottext import DotCluster, DotEdge, DotGraph, DotNode, dot_string, write_dot
from argmap.process import run

HOSTILE = 2_000
KINDS = ("node", "edge", "cluster")
SVG = "{http://www.w3.org/2000/svg}"

IDS_OF_NO_NODE = ["", "node", "Graph", "SUBGRAPH", "strict", "a:b", "1", "n 0", "n\n", '"n"', "é"]


def labelled(labels: list[str]) -> DotGraph:
    """A graph with a node for each label."""
    return DotGraph(tuple(DotNode(f"n{i}", {"label": text}) for i, text in enumerate(labels)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("plain", '"plain"'),
        ('say "hi"', r'"say \"hi\""'),
        ("ends in \\", r'"ends in \\"'),
        ("\\N \\G \\l", r'"\\N \\G \\l"'),
        ("a & b &lt; &#60;", '"a &amp; b &amp;lt; &amp;#60;"'),
        ("one\ntwo\r\nthree\rfour", r'"one\ntwo\nthree\nfour"'),
        ("a\tb", '"a b"'),
        ("\x00\x1b\x7f\x9f\ufffe\ud800", '"' + "\ufffd" * 6 + '"'),
        ("<b>", '"<b>"'),
    ],
)
def test_what_means_something_in_dot_is_escaped(text: str, written: str) -> None:
    """Else a claim's text ends the string early, or Graphviz shows something else."""
    assert dot_string(text) == written


@pytest.mark.parametrize("filler", ["x", "&", '"', "\\", "\n", "é", "\U0001f600"])
def test_a_long_text_comes_in_pieces_that_graphviz_2_43_can_take(filler: str) -> None:
    """Else a text of 16,382 bytes stops the scanner of the Graphviz that most systems have."""
    pieces = dot_string(filler * 20_000).split(" + ")
    assert "".join(piece[1:-1] for piece in pieces) == dot_string(filler)[1:-1] * 20_000
    assert max(len(piece.encode()) for piece in pieces) <= 16_381


def test_hostile_labels_are_read_back_as_they_were(
    dot_reader: ModuleType, record_property: Callable[[str, object], None]
) -> None:
    """Else a claim's text changes in the file, or is read as a statement of DOT."""
    labels = dot_reader.hostile_labels(HOSTILE)
    file = dot_reader.read_dot(write_dot(labelled(labels)))
    assert list(file.nodes) == [f"n{number}" for number in range(HOSTILE)]
    assert (file.edges, file.clusters, file.attributes) == ([], {}, {})
    for label, attributes in zip(labels, file.nodes.values(), strict=True):
        assert list(attributes) == ["label"]
        assert dot_reader.shown(attributes["label"]) == to_be_shown(dot_reader, label)
    record_property("DOT", len(labels))


def to_be_shown(dot_reader: ModuleType, text: str) -> str:
    """The text as it is to be shown; a first line that is empty gets a space, for Graphviz 14."""
    literal: str = dot_reader.literal(text)
    return f" {literal}" if literal.startswith("\n") else literal


@given(
    label=st.text(st.characters(codec=None)),
    name=st.sampled_from(["label", "tooltip", "xlabel", "headlabel"]),
)
def test_any_text_is_read_back_from_any_place(
    dot_reader: ModuleType, label: str, name: str
) -> None:
    """Else there is a text, or a place for it, that the list of hostile ones has missed."""
    given = {name: label}
    graph = DotGraph(
        (DotNode("a", given), DotNode("b")),
        (DotEdge("a", "b", given),),
        (DotCluster("c", ("a",), given),),
        given,
        given,
        given,
    )
    file = dot_reader.read_dot(write_dot(graph))
    (edge,) = file.edges
    defaults = [file.defaults["node"], file.defaults["edge"]]
    cluster = file.clusters["cluster_c"].attributes
    for said in (file.nodes["a"], edge[2], cluster, file.attributes, *defaults):
        assert list(said) == [name]
        assert dot_reader.shown(said[name]) == to_be_shown(dot_reader, label)


@pytest.mark.graphviz
def test_hostile_labels_are_shown_letter_by_letter_by_graphviz(
    dot_reader: ModuleType, record_property: Callable[[str, object], None]
) -> None:
    """Else what stands in a drawing by Graphviz isn't what the claim says."""
    labels = dot_reader.hostile_labels(HOSTILE)
    for start in range(0, HOSTILE, 250):
        some = labels[start : start + 250]
        drawn = _drawn(evolve(labelled(some), node_attributes={"fixedsize": True}))
        assert len(drawn) == len(some)
        for number, label in enumerate(some):
            assert drawn[f"n{number}"] == _seen(dot_reader.literal(label))
    record_property("DOT by Graphviz", len(labels))


def _drawn(graph: DotGraph) -> dict[str, list[str]]:
    """The lines in Graphviz's picture of each node, edge and cluster, by its name, but empty ones.

    (The texts in its JSON are no witness: 14.1.5 cuts those that hold backslashes.)
    """
    svg = ElementTree.fromstring(run("dot", ["-Tsvg"], input=write_dot(graph).encode()))
    things = [group for group in svg.iter(f"{SVG}g") if group.get("class") in KINDS]
    return {thing.findtext(f"{SVG}title", ""): _lines(thing) for thing in things}


def _lines(thing: ElementTree.Element) -> list[str]:
    return _seen("\n".join(text.text or "" for text in thing.iter(f"{SVG}text")))


def _seen(text: str) -> list[str]:
    """The lines that have something in them, without spaces around."""
    lines = [line.replace("\xa0", " ").strip(" ") for line in text.split("\n")]
    return [line for line in lines if line]


@pytest.mark.graphviz
def test_every_attribute_that_holds_a_text_is_taken_literally(dot_reader: ModuleType) -> None:
    """Else a cluster's or an edge's label means what a node's doesn't."""
    for label in dot_reader.hostile_labels(60):
        graph = DotGraph(
            (DotNode("a", {"xlabel": label}), DotNode("b", {"label": label})),
            (DotEdge("a", "b", {"label": label, "headlabel": label, "taillabel": label}),),
            (DotCluster("c", ("a",), {"label": label}),),
        )
        seen = _seen(dot_reader.literal(label))
        shown = {"a": ["a", *seen], "b": seen, "a->b": seen * 3, "cluster_c": seen}
        assert {name: sorted(each) for name, each in _drawn(graph).items()} == {
            name: sorted(each) for name, each in shown.items()
        }


def test_a_graph_is_written_in_the_order_it_was_given(dot_reader: ModuleType) -> None:
    """Else Graphviz, which keeps the order among equals, draws another than the author's."""
    graph = DotGraph(
        (DotNode("n2"), DotNode("n10"), DotNode("n1")),
        (DotEdge("n1", "n2"), DotEdge("n10", "n2"), DotEdge("n1", "n2"), DotEdge("n2", "n2")),
        (DotCluster("b", ("n10",)), DotCluster("a", ("n1", "n2"), parent="b"), DotCluster("c")),
    )
    file = dot_reader.read_dot(write_dot(graph))
    assert list(file.nodes) == ["n2", "n10", "n1"]
    assert [(tail, head) for tail, head, _ in file.edges] == [
        ("n1", "n2"),
        ("n10", "n2"),
        ("n1", "n2"),
        ("n2", "n2"),
    ]
    clusters = {name: (each.parent, each.nodes) for name, each in file.clusters.items()}
    assert list(clusters.items()) == [
        ("cluster_b", (None, ["n10"])),
        ("cluster_a", ("cluster_b", ["n1", "n2"])),
        ("cluster_c", (None, [])),
    ]


def test_the_text_is_good_to_read() -> None:
    """Else a person who opens the file finds one line, or braces without order."""
    graph = DotGraph(
        (DotNode("n0", {"label": "a\nb"}),),
        (DotEdge("n0", "n0", {"dir": "none"}),),
        (DotCluster("c0", ("n0",), {"label": "A}"}), DotCluster("c1", parent="c0")),
        {"rankdir": "TB"},
        {"shape": "box"},
    )
    assert write_dot(graph) == (
        "digraph argmap {\n"
        '  rankdir="TB";\n'
        '  node [shape="box"];\n'
        '  n0 [label="a\\nb"];\n'
        '  n0 -> n0 [dir="none"];\n'
        "  subgraph cluster_c0 {\n"
        '    label="A}";\n'
        "    n0;\n"
        "    subgraph cluster_c1 {\n"
        "    }\n"
        "  }\n"
        "}\n"
    )


def test_an_empty_graph_is_written() -> None:
    """Else a map without claims has no DOT."""
    assert write_dot(DotGraph()) == "digraph argmap {\n}\n"


@pytest.mark.parametrize("id", IDS_OF_NO_NODE)
def test_an_id_that_dot_would_read_otherwise_is_refused(id: str) -> None:
    """Else a node named ``node`` sets defaults, and ``a:b`` is a port of ``a``."""
    with pytest.raises(ValueError, match="can't be an id in DOT: take one such as n0"):
        DotNode(id)
    with pytest.raises(ValueError, match="can't be an id in DOT"):
        DotCluster(id)


@pytest.mark.parametrize(
    "name", ["image", "URL", "href", "stylesheet", "shapefile", "fontpath", "x=1]; evil [label", ""]
)
def test_an_attribute_that_could_open_or_inject_is_refused(name: str) -> None:
    """Else Graphviz opens a file, or pydot, which never quotes names, writes a new statement."""
    with pytest.raises(ValueError, match=r"no attribute .* is written to DOT; known: arrowhead, "):
        DotNode("n0", {name: "x"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fontname", 'x" onfocus="y'),
        ("color", "red; evil"),
        ("color", "<b>"),
        ("shape", "box\n"),
        ("style", "\\N"),
        ("id", "&lt;"),
        ("width", "1]"),
    ],
)
def test_a_value_of_graphvizs_own_is_plain(name: str, value: str) -> None:
    """Else a theme's font writes markup: Graphviz doesn't escape every attribute."""
    with pytest.raises(ValueError, match=f"is no value for {name} in DOT: letters"):
        DotNode("n0", {name: value})


@pytest.mark.parametrize("shape", ["record", "Mrecord", "epsf"])
def test_a_shape_that_reads_its_label_is_refused(shape: str) -> None:
    """Else braces and bars in a claim become fields, or its name a file."""
    with pytest.raises(ValueError, match="would read the label as more than a text"):
        DotGraph(node_attributes={"shape": shape})


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    """Else Graphviz is given a size that no box has."""
    with pytest.raises(ValueError, match=r"width can't be .*: give a finite number"):
        DotNode("n0", {"width": number})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "1"),
        (100, "100"),
        (1.5, "1.5"),
        (1 / 3, "0.33333"),
        (-0.0000001, "0"),
        (1e12, "1000000000000"),
        (1e-12, "0"),
        (True, "true"),
        (False, "false"),
        ("#aabbcc", "#aabbcc"),
    ],
)
def test_a_number_is_written_without_exponent_or_locale(value: object, written: str) -> None:
    """Else the same map is written otherwise elsewhere, or Graphviz reads another number."""
    assert DotNode("n0", {"width": value}).attributes == (("width", written),)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"nodes": (DotNode("a"), DotNode("a"))}, "'a' is there twice"),
        ({"nodes": (DotNode("a"),), "edges": (DotEdge("a", "b"),)}, "no 'b' stands before"),
        ({"nodes": (DotNode("a"),), "edges": (DotEdge("b", "a"),)}, "no 'b' stands before"),
        ({"clusters": (DotCluster("c", ("a",)),)}, "no 'a' stands before"),
        ({"clusters": (DotCluster("c"), DotCluster("c"))}, "'c' is there twice"),
        ({"clusters": (DotCluster("c", parent="d"), DotCluster("d"))}, "no 'd' stands before"),
        ({"clusters": (DotCluster("c", parent="c"),)}, "no 'c' stands before"),
        (
            {
                "nodes": (DotNode("a"),),
                "clusters": (DotCluster("c", ("a",)), DotCluster("d", ("a",))),
            },
            "'a' is there twice",
        ),
    ],
)
def test_a_graph_that_dot_would_read_otherwise_is_refused(parts: Any, said: str) -> None:
    """Else an edge makes a node of its own, or a node wanders to another cluster."""
    with pytest.raises(ValueError, match=said):
        DotGraph(**parts)


def test_values_are_equal_and_hashable_by_what_they_say() -> None:
    """Else they can't be compared, kept in a set, or changed by attrs' evolve."""
    node = DotNode("a", {"width": 1})
    assert node == DotNode("a", (("width", "1"),))
    assert hash(node) == hash(DotNode("a", {"width": "1"}))


def test_a_label_never_begins_with_an_empty_line() -> None:
    """Else Graphviz 14.1.5 ends by a segmentation fault, where it is an edge's or a cluster's."""
    text = write_dot(DotGraph((DotNode("a", {"label": "\nx"}), DotNode("b", {"label": "\r"}))))
    assert r'a [label=" \nx"]' in text
    assert r'b [label=" \n"]' in text


def test_five_thousand_nodes_are_written() -> None:
    """Else a big map waits for its DOT; tests/benchmarks measures how long."""
    count = 5_000
    nodes = tuple(DotNode(f"n{i}", {"label": "a claim " * 10, "width": 2}) for i in range(count))
    edges = tuple(DotEdge(f"n{i}", f"n{i // 2}") for i in range(1, count))
    assert write_dot(DotGraph(nodes, edges)).count("->") == count - 1


def test_clusters_nest_deeper_than_the_stack(dot_reader: ModuleType) -> None:
    """Else a map with groups in groups ends by a RecursionError, as pydot alone would."""
    depth = 5_000
    clusters = [DotCluster(f"c{i}", parent=f"c{i - 1}" if i else None) for i in range(depth)]
    file = dot_reader.read_dot(write_dot(DotGraph(clusters=tuple(clusters))))
    assert len(file.clusters) == depth
    assert file.clusters[f"cluster_c{depth - 1}"].parent == f"cluster_c{depth - 2}"


def test_the_reader_of_the_tests_sees_an_injected_node(dot_reader: ModuleType) -> None:
    """Else the proofs above would pass whatever is written."""
    text = write_dot(labelled(['a"]; evil [label="pwn'])).replace(r"\"", '"')
    assert list(dot_reader.read_dot(text).nodes) == ["n0", "evil"]
    for broken in ('digraph g { n0 [label="a] }', "graph g { }", "digraph g { } n1", "digraph g {"):
        with pytest.raises(ValueError, match=r"no token|doesn't begin|more behind|no node"):
            dot_reader.read_dot(broken)


def test_the_indentation_of_clusters_ends_at_ten_levels() -> None:
    """A hundred thousand of them in one another would take blanks by the square of their depth."""
    clusters = [DotCluster(f"c{n}", parent=f"c{n - 1}" if n else None) for n in range(13)]
    lines = write_dot(DotGraph(clusters=tuple(clusters))).splitlines()
    opened = [line for line in lines if "subgraph" in line]
    assert [len(line) - len(line.lstrip(" ")) for line in opened] == [
        *range(2, 20, 2),
        20,
        20,
        20,
        20,
    ]
    assert lines[-1] == "}"
    assert lines[-2] == "  }"
