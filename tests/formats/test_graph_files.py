"""GraphML, GEXF and Cytoscape JSON: graphs of other tools, and what is wrong with one that isn't read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import networkx
import pytest

import argmap

SAMPLES = Path(__file__).parent / "samples"
GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{}<graph edgedefault="directed">{}</graph></graphml>'
GEXF = '<gexf version="1.2"><meta/><graph defaultedgetype="directed">{}</graph></gexf>'


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """A small map with data, a group and an undercut."""
    draft = argmap.Draft("Co-ops")
    group = draft.group("Money")
    good = draft.claim("Co-ops are good.", weight=0.5, tags=["x; y"], data={"n": [1]}, group=group)
    step = draft.support(good, by=draft.claim("They are near.", implicit=True), strict=True)
    draft.undercut(step, by=draft.claim("No.\n Really."))
    return draft.map()


def _sample(name: str) -> argmap.ArgumentMap:
    return argmap.parse((SAMPLES / name).read_text("utf-8")).map


def test_networkx_reads_what_is_written(debate: argmap.ArgumentMap) -> None:
    """The common tool of the field would not read the map, or lose an attribute."""
    graph = networkx.read_graphml(io.BytesIO(argmap.dumps(debate, "graphml").encode()))
    assert set(graph) == set(debate)
    assert graph.nodes["co-ops-are-good"]["weight"] == 0.5
    assert graph.edges["support-1", "co-ops-are-good"]["role"] == "target"
    again = "\n".join(networkx.generate_graphml(graph))
    back = argmap.parse(again, format="graphml").map
    assert {claim.id: claim for claim in back.claims} == {c.id: c for c in debate.claims}
    gexf = networkx.read_gexf(io.BytesIO(argmap.dumps(debate, "gexf").encode()))
    assert set(gexf) == set(debate)
    cytoscape = networkx.cytoscape_data(networkx.DiGraph([("b", "a")], name="Co-ops"))
    theirs = argmap.parse(argmap_json(cytoscape), format="cytoscape").map
    assert [claim.id for claim in theirs.claims] == ["b", "a"]


def argmap_json(value: Any) -> str:
    """A value as JSON."""
    from argmap.jsontext import write_json

    return write_json(value)


def test_a_drawing_of_yed() -> None:
    """Labels, groups and places of a drawing would be lost."""
    map = _sample("graphml@yed.graphml")
    assert map["n0::n0"] == argmap.Claim(
        "n0::n0", "Co-ops are good.", group="n0", data=map["n0::n0"].data
    )
    assert map["e0"].kind == "rebuttal"
    assert map["e0"].data["graphml"]["attributes"] == {"sourceport": "p"}
    assert map.groups == (argmap.Group("n0", "Money"),)
    text = argmap.dumps(map, "graphml")
    assert '<y:Geometry x="1.0" y="2.0"/>' in text
    assert '<port name="p"/>' in text


def test_a_drawing_to_the_conventions_of_aif() -> None:
    """Steps that are drawn as nodes would be claims."""
    map = _sample("graphml@aif.graphml")
    assert [(link.id, link.kind) for link in map.links] == [("r", "support"), ("c", "undercut")]
    assert map["l"].kind == map["x"].kind == "claim"
    assert map.data["graphml"]["loose"] == ({"source": "x", "target": "a"},)


def test_a_drawing_whose_edges_are_all_of_links() -> None:
    """Edges would be told loose where there are none."""
    text = (SAMPLES / "graphml@aif.graphml").read_text("utf-8")
    text = text.replace('<edge source="x" target="a"/>', "")
    reading = argmap.parse(text, format="graphml")
    assert "loose-edge" not in [finding.code for finding in reading.findings]
    assert len(reading.map.links) == 2


def test_an_export_of_argunet() -> None:
    """Theses, reconstructed arguments and sketched edges would be something else."""
    map = _sample("graphml@argunet.graphml")
    assert map.about == argmap.About("Co-ops", "A debate\nAll of it.")
    assert map["1"] == argmap.Claim("1", "Co-ops are good.", "Good", group="9")
    step, last = map["2-step"], map["2"]
    assert step == argmap.Support("2-step", ("21", "22"), "23")
    assert isinstance(last, argmap.Support)
    assert (last.premises, last.target, last.label) == (("23", "24"), "1", "Near")
    assert map["e1"] == argmap.Undercut("e1", ("3",), "2")
    assert map["e2"] == argmap.Rebuttal("e2", ("3",), "1")
    assert map["e3"] == argmap.Rebuttal("e3", ("1",), "3")
    assert "e0" not in map
    text = (SAMPLES / "graphml@argunet.graphml").read_text("utf-8")
    other = text.replace("<arg:thesis ", '<x xmlns="urn:x"/><arg:thesis ')
    assert argmap.parse(other, format="graphml").map == map
    for old, new, message in [
        ('type="sketchedAttack"', 'type="x"', "the edge says 'x'"),
        ("<arg:thesis", "<arg:these", None),
        ("arg:thesis", "arg:group", "is neither a thesis nor an argument"),
    ]:
        with pytest.raises(argmap.ReadError, match=message):
            argmap.parse(text.replace(old, new), format="graphml")
    lost = argmap.parse(text.replace('targetNodeId="3"', 'targetNodeId="4"'), format="graphml")
    assert [finding.code for finding in lost.findings] == ["dangling-edge"]
    with pytest.raises(argmap.TooLarge):
        argmap.parse(text, format="graphml", limits=argmap.Limits(claims=2))
    bare = text.replace('<arg:group id="9"><arg:title>Money</arg:title></arg:group>', "")
    assert argmap.parse(bare, format="graphml").map.groups == (argmap.Group("n0"),)
    twice = bare.replace('<node id="n0::n0">', '<node id="n0"><graph/></node><node id="n0::n0">')
    with pytest.raises(argmap.ReadError, match="share the id 'n0'"):
        argmap.parse(twice, format="graphml")


@pytest.mark.parametrize(
    ("head", "body", "message"),
    [
        ("", '<node id="a"/><edge source="a" target="b"/>', "no node has the id 'b'"),
        ("", '<node id="a"/><node id="a"/>', "two nodes have the id 'a'"),
        ("", "<node/>", "the node has no id"),
        ("", '<node id="a"/><edge source="a"/>', "the edge has no target"),
        ("", "<hyperedge/>", "a hyperedge"),
        ("", '<node id="a"/><edge source="a" target="a" directed="false"/>', "is directed"),
        ("", '<node id="a"><data key="x"/></node>', "no key has the id 'x'"),
        ('<key id="k" for="node" attr.name="n" attr.type="int"/>', '<node id="a"><data key="k">abc</data></node>', "n must be a whole number, not 'abc'"),
        ('<key id="k" for="node" attr.name="n" attr.type="double"/>', '<node id="a"><data key="k">NaN</data></node>', "n must be a finite number"),
        ('<key id="k" for="node" attr.name="n" attr.type="double"/>', '<node id="a"><data key="k">x</data></node>', "n must be a number"),
        ('<key id="k" for="node" attr.name="n" attr.type="boolean"/>', '<node id="a"><data key="k">x</data></node>', "n must be true or false"),
        ('<key id="k" for="graph" attr.name="argmap" attr.type="int"/><key id="t" for="node" attr.name="tags"/>', '<data key="k">1</data><node id="a"><data key="t">[</data></node>', "tags must be JSON here"),
        ("", '<node id="g"><graph><node id="a"/></graph></node><edge source="a" target="g"/>', "the edge ends at the group 'g'"),
        ("<graph/>", "", "a second graph"),
    ],
)  # fmt: skip # a case a line
def test_what_is_wrong_with_graphml(head: str, body: str, message: str) -> None:
    """A fault of a graph would end in a traceback, or be mended in silence."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(GRAPHML.format(head, body), format="graphml")
    assert message in str(caught.value)
    assert "<text>:1:" in str(caught.value)


def test_other_graphml() -> None:
    """Keys of all elements, defaults and an undirected graph would not be understood."""
    key = '<key id="k" for="all" attr.name="votes" attr.type="int"><default>7</default></key>'
    map = argmap.parse(GRAPHML.format(key, '<node id="a"/>'), format="graphml").map
    assert map["a"].data == {"votes": 7}
    for text, message in [
        ("<x/>", "this is <x>, not GraphML"),
        ("<graphml/>", "the document has no graph"),
        (GRAPHML.format("", "").replace('"directed"', '"undirected"'), "is directed"),
    ]:
        with pytest.raises(argmap.ReadError, match=message):
            argmap.parse(text, format="graphml")
    odd = GRAPHML.format("", '<node id="a&#x85;"/>')
    assert [finding.code for finding in argmap.parse(odd, format="graphml").findings][:1] == [
        "control-character"
    ]
    with pytest.raises(argmap.ReadError, match="U\\+FFFD"):
        argmap.parse(odd, format="graphml", strict=True)


def test_a_graph_of_gephi() -> None:
    """Attributes, labels and sizes of a graph would be lost."""
    reading = argmap.parse((SAMPLES / "gexf@gephi.gexf").read_text("utf-8"))
    map = reading.map
    assert map.about.title == "Co-ops"
    assert map["a"].data["votes"] == 7
    assert map["b"].data["votes"] == 1
    assert [link.kind for link in map.links] == ["rebuttal", "support"]
    assert "size" in argmap.dumps(map, "gexf")
    assert argmap.parse(argmap.dumps(map, "gexf")).map == map
    assert "description" not in argmap.dumps(argmap.ArgumentMap(), "gexf")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<x/>", "this isn't GEXF"),
        (GEXF.format("").replace('"directed"', '"undirected"'), "is directed"),
        (GEXF.format('<nodes><node id="a"/></nodes><edges><edge source="a" target="a" type="mutual"/></edges>'), "is directed"),
        (GEXF.format("<nodes><node/></nodes>"), "the node has no id"),
        (GEXF.format('<nodes><node id="a"/></nodes><edges><edge source="a"/></edges>'), "the edge has no target"),
        (GEXF.format('<nodes><node id="a"/></nodes><edges><edge source="a" target="b"/></edges>'), "no node has the id 'b'"),
        (GEXF.format('<nodes><node id="a"><attvalues><attvalue for="0" value="x"/></attvalues></node></nodes>'), "no attribute has the id '0'"),
        (GEXF.format('<attributes class="node"><attribute id="0" title="n" type="integer"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="x"/></attvalues></node></nodes>'), "n must be a whole number"),
        (GEXF.format('<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="support"/></attvalues></node></nodes>'), "has 0 edges for its target"),
        ('<gexf><meta><map xmlns="https://argmap.readthedocs.io/ns#">[</map></meta><graph/></gexf>', "ends inside"),
        ('<gexf><meta><map xmlns="https://argmap.readthedocs.io/ns#">[]</map></meta><graph/></gexf>', "with a version of argmap"),
    ],
)  # fmt: skip # a case a line
def test_what_is_wrong_with_gexf(text: str, message: str) -> None:
    """A fault of a graph would end in a traceback, or be mended in silence."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(text, format="gexf")
    assert message in str(caught.value)
    assert "<text>:1:" in str(caught.value)


def test_odd_gexf(debate: argmap.ArgumentMap) -> None:
    """Changed labels, attributes of ours, odd characters and nested nodes would be passed over."""
    text = argmap.dumps(debate, "gexf")
    changed = text.replace('label="They are near."', 'label="Far." colour="red"')
    changed = changed.replace('<edge id="e1"', '<edge id="e1" weight="2"')
    reading = argmap.parse(changed, format="gexf")
    assert reading.map["they-are-near"].data["label"] == "Far."
    assert reading.map["they-are-near"].data["gexf"]["attributes"] == {"colour": "red"}
    nested = GEXF.format('<nodes><node id="a"><nodes><node id="b"/></nodes></node></nodes>')
    assert len(argmap.parse(nested, format="gexf").map.claims) == 2
    odd = GEXF.format('<nodes><node id="a" label="&#x85;"/></nodes>')
    assert [f.code for f in argmap.parse(odd, format="gexf").findings][:1] == ["control-character"]
    with pytest.raises(argmap.ReadError, match="U\\+FFFD"):
        argmap.parse(odd, format="gexf", strict=True)


def test_graphs_of_cytoscape() -> None:
    """Flat lists of elements, pairs, places and styles would not be understood."""
    text = """{"style": [], "data": [["name", "Co-ops"], 1], "elements": [
      {"data": {"id": "a", "name": "A."}, "position": {"x": 1}},
      {"group": "edges", "data": {"source": "b", "target": "a", "interaction": "attacks"}, "classes": "x"},
      {"group": "nodes", "data": {"id": "b", "kind": "claim"}},
      {"data": {"source": "a", "target": "b", "interaction": "likes"}}
    ]}"""
    map = argmap.parse(text, format="cytoscape").map
    assert map.about.title == "Co-ops"
    assert map.data == {"cytoscape": {"style": ()}}
    assert [link.kind for link in map.links] == ["rebuttal", "support"]
    assert map["a"].data == {"cytoscape": {"position": {"x": 1}}}
    assert argmap.parse(argmap.dumps(map, "cytoscape")).map == map
    assert '"classes": "x"' in argmap.dumps(map, "cytoscape")
    with pytest.raises(argmap.TooLarge, match="2 claims"):
        argmap.parse(text, format="cytoscape", limits=argmap.Limits(claims=1))
    with pytest.raises(argmap.ReadError, match="weight"):
        argmap.parse(
            text.replace('"kind": "claim"', '"kind": "claim", "weight": 7'), format="cytoscape"
        )


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("{}", "1:1", 'the document has no "elements"'),
        ('{"elements": 1}', "1:14", "elements must be an object"),
        ('{"elements": [1]}', "1:15", "an element must be an object"),
        ('{"elements": [{}]}', "1:15", 'the element has no "data"'),
        ('{"data": 1, "elements": []}', "1:10", "data must be an object"),
        ('{"data": {"argmap": 1}, "elements": {"nodes": [{"data": {"id": "a", "kind": "support"}}, {"data": {"id": "b", "kind": "claim"}}], "edges": [{"data": {"source": "b", "target": "a", "interaction": "x"}}]}}', "1:196", "no edge has the role 'x' here"),
        ('{"data": {"argmap": "x"}, "elements": []}', "1:21", "the version must be a number"),
    ],
)  # fmt: skip # a case a line
def test_what_is_wrong_with_cytoscape(text: str, place: str, message: str) -> None:
    """A fault would be told at another place than its own."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(text, format="cytoscape")
    assert str(caught.value).startswith(f"<text>:{place}: ")
    assert message in str(caught.value)
