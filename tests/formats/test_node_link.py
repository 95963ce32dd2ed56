"""Node-link JSON: our own maps lose nothing, and graph tools read and write it."""

from __future__ import annotations

import json
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.formats.node_link import NODE_LINK
from tests.profiles import examples


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(text, format="node-link", **options)


@given(data=st.data())
def test_nothing_is_lost(data: st.DataObject, maps: Any, told: Any) -> None:
    """Any map comes back equal, down to the types in its free data, and its text comes back the same."""
    map = data.draw(maps)
    text = argmap.dumps(map, "node-link")
    reading = _read(text)
    assert reading.map == map
    assert told(reading.map) == told(map)
    assert argmap.dumps(reading.map, "node-link") == text


@given(data=st.data(), edges=st.sampled_from(["links", "edges"]))
@settings(max_examples=examples(40))
def test_networkx_reads_and_writes_it(data: st.DataObject, maps: Any, edges: Any) -> None:
    """A graph tool would see another graph than `ArgumentMap.graph`, or could not give it back."""
    map = data.draw(maps)
    written = json.loads(argmap.dumps(map, "node-link", edges=edges, indent=None))
    graph = networkx.node_link_graph(written, edges=edges)
    assert type(graph) is networkx.DiGraph
    assert list(graph) == list(map.graph)
    assert dict(graph.nodes(data="kind")) == dict(map.graph.nodes(data="kind"))
    assert sorted(graph.edges(data="role")) == sorted(map.graph.edges(data="role"))
    back = json.dumps(networkx.node_link_data(graph, edges=edges))
    assert _grouped(_read(back).map) == _grouped(map)


def _grouped(map: argmap.ArgumentMap) -> Any:
    """The map, less the order of several ends of a link: networkx gives edges tail by tail."""
    ends = [
        {(role, end) for role, end in link.ends()} | {link.data, link.kind, link.id}
        for link in map.links
    ]
    return map.claims, map.issues, map.about, map.groups, map.sources, map.data, ends


def test_it_is_what_networkx_would_write() -> None:
    """Our document would differ from networkx's own in more than the fields of elements."""
    draft = argmap.Draft()
    good = draft.claim("Good.")
    draft.undercut(draft.support(good, by=draft.claim("Near.")), by=draft.claim("No."))
    map = draft.map()
    own = networkx.node_link_data(map.graph, edges="links")
    ours = json.loads(argmap.dumps(map, "node-link"))
    assert list(ours) == list(own)
    for node in own["nodes"]:
        element = node.pop("element")
        if isinstance(element, argmap.Claim):
            node["text"] = element.text
    assert [dict(sorted(node.items())) for node in ours["nodes"]] == [
        dict(sorted(node.items())) for node in own["nodes"]
    ]
    assert {tuple(sorted(edge.items())) for edge in ours["links"]} == {
        tuple(sorted(edge.items())) for edge in own["links"]
    }
    assert (ours["directed"], ours["multigraph"]) == (own["directed"], own["multigraph"])


def test_an_edited_graph_comes_back() -> None:
    """Who adds a premise with networkx would not find it in the map."""
    draft = argmap.Draft("Co-ops")
    good, near, new = draft.claim("Good."), draft.claim("Near."), draft.claim("New.")
    step = draft.support(good, by=near)
    graph = networkx.node_link_graph(
        json.loads(argmap.dumps(draft.map(), "node-link")), edges="links"
    )
    graph.add_edge(new.id, step.id, role="premise")
    graph.add_edge("later", good.id, kind="attack", label="but")
    graph.nodes["later"]["text"] = "Later."
    map = _read(json.dumps(networkx.node_link_data(graph, edges="links"))).map
    assert map[step.id] == argmap.Support(step.id, (near.id, new.id), good.id)
    assert map["later"] == argmap.Claim("later", "Later.")
    assert map["rebuttal-1"] == argmap.Rebuttal("rebuttal-1", ("later",), good.id, label="but")
    assert map.about.title == "Co-ops"


def test_everything_is_written(full: argmap.ArgumentMap) -> None:
    """A field would be lost on the way, or something be told of that is right."""
    assert _read(argmap.dumps(full, "node-link")) == argmap.Reading(full, (), "node-link")
    assert argmap.render(full, "node-link").losses == ()


def test_edges_have_two_names() -> None:
    """A name that no tool knows would be written."""
    with pytest.raises(ValueError, match="edges is one of links, edges, not 'arcs'"):
        argmap.render(argmap.ArgumentMap(), "node-link", edges="arcs")


def test_a_plain_graph() -> None:
    """A graph of somebody's own would be misread: its wordings, kinds, parallel edges or extra keys."""
    graph: networkx.MultiDiGraph[Any] = networkx.MultiDiGraph(name="Debate", year=2001)
    graph.add_node(1, text="One.", label="first", x=0.5)
    graph.add_node(2, label="Two.", kind="person")
    graph.add_node("c", label=None)
    graph.add_node("d", label=4)
    graph.add_edge(1, 2)
    graph.add_edge(1, 2, kind="attack", label="no", value=3)
    graph.add_edge("c", 2, "why", kind="rebuttal")
    graph.add_edge("d", "d", kind="support", weight=0.5)
    reading = _read(json.dumps(networkx.node_link_data(graph, edges="edges")))
    assert reading.map.claims == (
        argmap.Claim("1", "One.", data={"label": "first", "x": 0.5}),
        argmap.Claim("2", "Two.", data={"kind": "person"}),
        argmap.Claim("c", "c", data={"label": None}),
        argmap.Claim("d", "4"),
    )
    assert reading.map.links == (
        argmap.Support("support-1", ("1",), "2"),
        argmap.Rebuttal("rebuttal-2", ("1",), "2", label="no", data={"value": 3}),
        argmap.Rebuttal("rebuttal-3", ("c",), "2", data={"key": "why"}),
        argmap.Support("support-4", ("d",), "d", data={"weight": 0.5}),
    )
    assert reading.map.about == argmap.About("Debate")
    assert reading.map.data == {"year": 2001}
    assert [finding.message for finding in reading.findings] == [
        "the graph has the unknown key 'year', kept in the data under 'year'",
        "2 nodes have the unknown key 'label', kept in the data under 'label'",
        "the node has the unknown key 'x', kept in the data under 'x'",
        "the node has the unknown key 'kind', kept in the data under 'kind'",
        "the edge has the unknown key 'value', kept in the data under 'value'",
        "the edge has the unknown key 'key', kept in the data under 'key'",
        "the edge has the unknown key 'weight', kept in the data under 'weight'",
    ]


def test_a_graph_of_a_drawing_program() -> None:
    """A d3 document, which doesn't say that it is directed, would be refused, or read without a word."""
    document = (
        '{"nodes": [{"id": "a", "group": 1}, {"id": "b", "group": 2}], '
        '"links": [{"source": "a", "target": "b", "value": 3}], "meta": {}}'
    )
    reading = _read(document)
    assert reading.map["a"] == argmap.Claim("a", "a", data={"group": 1})
    assert reading.map.data == {"meta": {}}
    told = [(finding.code, finding.ids) for finding in reading.findings]
    assert told == [
        ("undirected", ()),
        ("unknown-key", ("a", "b")),
        ("unknown-key", ("support-1",)),
        ("unknown-key", ()),
    ]
    assert reading.findings[0].place == "<text>:1:1"
    with pytest.raises(argmap.ReadError) as caught:
        _read(document, strict=True)
    assert caught.value.message == "the document doesn't say that its edges are directed"


def test_extra_keys_of_our_own_graphs() -> None:
    """The positions that a graph tool adds would be lost, or overwrite the data there are."""
    document = (
        '{"directed": true, "graph": {"argmap": 1, "created": 3}, "nodes": ['
        '{"id": "a", "kind": "claim", "data": {"x": 1}, "x": 2}, '
        '{"id": "b", "kind": "claim", "label": "B."}, {"id": "q", "kind": "issue", "label": "Q?"}, '
        '{"id": "s", "kind": "support", "data": {"edges": 0}, "y": 1}], "links": ['
        '{"source": "a", "target": "s", "role": "premise", "bend": 5, "key": 0}, '
        '{"source": "s", "target": "b", "width": 2, "key": "k"}]}'
    )
    reading = _read(document)
    assert reading.map["a"].data == {"x": 1, "x-2": 2}
    assert reading.map["b"] == argmap.Claim("b", "B.")
    assert reading.map["q"] == argmap.Issue("q", "Q?")
    assert reading.map["s"].data == {
        "edges": 0,
        "y": 1,
        "edges-2": (
            {"source": "a", "target": "s", "role": "premise", "bend": 5},
            {"source": "s", "target": "b", "width": 2, "key": "k"},
        ),
    }
    assert reading.map.data == {"unknown": {"created": 3}}
    assert [finding.message.split("'")[1] for finding in reading.findings] == [
        "created",
        "x",
        "y",
        "bend",
        "width",
        "key",
    ]
    again = _read(argmap.dumps(reading.map, "node-link"))
    assert again == argmap.Reading(reading.map, (), "node-link")


def test_ends_without_a_role() -> None:
    """An edge between a claim and a link that doesn't say its role would be refused or lost."""
    nodes = ", ".join([f'{{"id": "{id}"}}' for id in "abc"])
    kinds = ["support", "conflict", "rephrase", "undercut"]
    links = ", ".join([f'{{"id": "{kind}", "kind": "{kind}"}}' for kind in kinds])
    ends = ", ".join(
        [
            f'{{"source": "{tail}", "target": "{head}"}}'
            for tail, head in [
                ("a", "support"),
                ("support", "b"),
                ("a", "conflict"),
                ("conflict", "b"),
                ("b", "conflict"),
                ("a", "rephrase"),
                ("rephrase", "c"),
                ("c", "undercut"),
                ("undercut", "support"),
            ]
        ]
    )
    reading = _read(f'{{"directed": true, "nodes": [{nodes}, {links}], "edges": [{ends}]}}')
    assert reading.map.links == (
        argmap.Support("support", ("a",), "b"),
        argmap.Conflict("conflict", ("a", "b")),
        argmap.Rephrase("rephrase", "a", "c"),
        argmap.Undercut("undercut", ("c",), "support"),
    )


def test_an_edge_that_argues_about_a_link() -> None:
    """An edge with a kind that ends at a link would be taken for one of its ends."""
    document = (
        '{"directed": true, "nodes": [{"id": "a"}, {"id": "b"}, {"id": "undercut-1"}, '
        '{"id": "s", "kind": "support"}], "edges": [{"source": "a", "target": "s"}, '
        '{"source": "s", "target": "b"}, {"source": "undercut-1", "target": "s", "kind": "attack"}, '
        '{"source": "b", "target": "s", "kind": "support"}]}'
    )
    assert _read(document).map.links[1:] == (
        argmap.Undercut("undercut-1-2", ("undercut-1",), "s"),
        argmap.Support("support-2", ("b",), "s"),
    )


def test_ids_that_look_alike_are_told_of() -> None:
    """Two nodes that nobody can tell apart would stand in a map without a word."""
    document = '{"directed": true, "nodes": [{"id": "A"}, {"id": "a"}], "links": []}'
    assert [(f.code, f.place) for f in _read(document).findings] == [
        ("lookalike-ids", "<text>:1:50")
    ]


def test_many_edges_take_no_long_time() -> None:
    """Made-up ids would be looked for from the beginning for each of ten thousand edges."""
    nodes = [{"id": f"support-{index}"} for index in range(5_000)]
    edges = [{"source": "support-0", "target": "support-1"}] * 5_000
    map = _read(json.dumps({"directed": True, "nodes": nodes, "links": edges})).map
    assert len(map.links) == 5_000


def test_the_sniffer() -> None:
    """A graph would be taken for another format, or another for a graph."""
    sniff = NODE_LINK.sniff
    assert sniff is not None
    assert sniff('{"directed": true, "multigraph": false, "graph": {"argmap": 1}}')
    assert sniff('{"nodes": [], "links": []}')
    assert not sniff('{"argmap": 1, "nodes": []}')
    assert not sniff('{"graph": {"nodes": []}}')
    assert not sniff("nodes")


def test_a_step_whose_premises_are_gone_is_shown_itself() -> None:
    """Who takes an edge out with networkx would be told of a fault without its place, or with that of something else."""
    text = (
        '{"graph": {"argmap": 1}, "nodes": [{"id": "b", "kind": "claim"}, {"id": "s", "kind": "support"}], '
        '"links": [{"source": "s", "target": "b", "role": "target"}]}'
    )
    with pytest.raises(argmap.ReadError, match="has no premise") as caught:
        argmap.loads(text, format="node-link")
    assert caught.value.path == "nodes[1]"
    assert caught.value.span is not None
    assert text[caught.value.span.start : caught.value.span.end] == '{"id": "s", "kind": "support"}'
