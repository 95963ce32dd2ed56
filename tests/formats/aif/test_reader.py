"""AIF JSON, xAIF and old OVA as maps: what each node and edge becomes, and what is found and kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import argmap
from argmap import Claim, Preference, Rebuttal, Rephrase, Support, Undercut
from argmap.files import read_source
from argmap.formats import recognised

Make = Callable[..., str]


def _codes(text: str, format: str = "aif") -> list[str]:
    return [finding.code for finding in argmap.parse(text, format=format).findings]


def _same(text: str, format: str = "aif") -> argmap.ArgumentMap:
    """The map of a document, which must come back as it was."""
    map = argmap.parse(text, format=format).map
    rendering = argmap.render(map, format)
    assert json.loads(rendering.text) == json.loads(text)
    assert rendering.losses == ()
    assert argmap.parse(rendering.text, format=format).map == map
    return map


def test_every_kind_of_step(aif: Make) -> None:
    """A step would be read against its direction or as another kind."""
    map = _same(
        aif(
            "a:I b:I c:I s:RA r:CA u:CA m:MA p:PA",
            "a>s b>s s>c c>r r>a b>u u>s a>m m>b s>p p>r",
        )
    )
    links: dict[str, Any] = {link.id: link for link in map.links}
    name = argmap.Scheme("default-ra", "Default RA")
    assert map.schemes == (name, argmap.Scheme("default-ca", "Default CA"))
    assert (links["s"].premises, links["s"].target) == (("a", "b"), "c")
    assert type(links["s"]) is Support
    assert type(links["r"]) is Rebuttal
    assert (type(links["u"]), links["u"].target) == (Undercut, "s")
    assert (type(links["m"]), links["m"].claim, links["m"].original) == (Rephrase, "a", "b")
    assert (type(links["p"]), links["p"].preferred, links["p"].over) == (Preference, "s", "r")


@pytest.mark.parametrize(
    ("edges", "target", "preferred"),
    [("a>s s>p b>p p>c", "p", "b"), ("b>p p>c a>s s>p", "p", "b"), ("a>s s>b s>p p>c", "b", "s")],
)
def test_steps_before_a_preference(aif: Make, edges: str, target: str, preferred: str) -> None:
    """A step that leads to a preference would be taken for its input though it has no other target."""
    links: dict[str, Any] = {k.id: k for k in _same(aif("a:I b:I c:I s:CA p:PA", edges)).links}
    assert (links["s"].target, links["p"].preferred) == (target, preferred)


def test_the_dialogue_is_kept(aif: Make) -> None:
    """Locutions, transitions, illocutions, times and unknown keys would be lost."""
    text = aif("k:L a:I y:YA b:I s:RA t:TA l:L z:YA", "k>y y>a a>s s>b k>t t>l t>z z>s")
    document = json.loads(text)
    document["nodes"][1] |= {"timestamp": "2015-12-14 12:09:15", "x": [1, {"y": None}]}
    document["edges"][0]["formEdgeID"] = "7"
    document["locutions"] = [{"nodeID": "k", "personID": "4", "start": None}]
    document["meta"] = {"split": "train"}
    map = _same(json.dumps(document))
    assert map["a"].data["aif"]["timestamp"] == "2015-12-14 12:09:15"
    assert [claim.id for claim in map.claims] == ["a", "b"]
    assert _codes(json.dumps(document)) == []
    argmap.loads(json.dumps(document), format="aif", strict=True)


def test_numbers_as_ids() -> None:
    """Ids that are numbers would come back as texts."""
    document = {
        "nodes": [{"nodeID": 1, "text": "A", "type": "I"}, {"nodeID": 2, "text": "B", "type": "I"}],
        "edges": [{"edgeID": 1, "fromID": "1", "toID": 9}],
    }
    map = _same(json.dumps(document))
    assert [claim.id for claim in map.claims] == ["1", "2"]


@pytest.mark.parametrize(
    ("nodes", "edges", "codes"),
    [
        ("a:I", "a>b", ["dangling-edge"]),
        ("a:I", "b>c", ["dangling-edge"]),
        ("a:I b:I", "a>b", ["loose-edge"]),
        ("a:I", "a>a", ["loose-edge"]),
        ("a:I b:I s:RA", "a>s a>s s>b", ["loose-edge"]),
        ("a:I b:I c:I s:RA", "a>s s>b s>c", ["loose-edge"]),
        ("a:I s:RA", "a>s", ["loose-scheme"]),
        ("a:I s:CA", "s>a", ["loose-scheme"]),
        ("s:RA", "", ["loose-scheme"]),
        ("a:I m:MA", "a>m m>a", ["loose-scheme"]),
        ("a:I b:I c:I m:MA", "a>m b>m m>c", ["loose-scheme"]),
        ("a:I b:I s:RA m:MA", "a>s s>b a>m m>s", ["loose-scheme"]),
        ("a:I s:CA r:CA", "a>s s>r a>r r>s", ["loose-scheme", "loose-scheme"]),
        ("a:I s:CA r:CA", "a>s s>r r>a", ["loose-scheme", "loose-scheme"]),
        ("a:I a:I", "", ["duplicate-node"]),
        ("a:I b:EN c:EN d:XY", "a>b", ["unknown-type", "unknown-type"]),
        ("a:I A:I", "", ["lookalike-ids"]),
    ],
)
def test_dirty_documents(aif: Make, nodes: str, edges: str, codes: list[str]) -> None:
    """Something that is wrong in real files would be refused, dropped or passed over in silence."""
    text = aif(nodes, edges)
    assert _codes(text) == codes
    _same(text)
    with pytest.raises(argmap.ReadError):
        argmap.loads(text, format="aif", strict=True)


def test_odd_nodes() -> None:
    """Nodes without a text or a type, and locutions of nobody, would stop the reader."""
    document: dict[str, Any] = {
        "nodes": [
            {"nodeID": "a", "type": "I"},
            {"nodeID": "b", "text": "x"},
            {"nodeID": "c", "type": None},
        ],
        "edges": [{"fromID": None, "toID": "a"}],
        "locutions": [{"nodeID": "q"}, None],
    }
    text = json.dumps(document)
    assert sorted(_codes(text)) == [
        "dangling-edge",
        "dangling-locution",
        "dangling-locution",
        "no-text",
        "unknown-type",
        "unknown-type",
    ]
    assert _same(text).claims[0].text == ""
    document["locutions"] = None
    _same(json.dumps(document))


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("[]", "the document must be an object"),
        ("{}", 'the document has no "nodes"'),
        ('{"nodes": {}}', "nodes must be a list"),
        ('{"nodes": [[]]}', "a node must be an object"),
        ('{"nodes": [{}]}', 'the node has no "nodeID"'),
        ('{"nodes": [{"nodeID": ""}]}', "not an empty one"),
        ('{"nodes": [{"nodeID": true}]}', "not true"),
        ('{"nodes": [{"nodeID": "a", "text": null}]}', "text must be a text, not null"),
        ('{"nodes": [], "edges": [{"fromID": [], "toID": 1}]}', "fromID must be a text or a whole"),
        ('{"AIF": []}', "AIF must be an object"),
        ('{"nodes": [], "x": ' + "[" * 120 + "]" * 120 + "}", "the document can't be kept"),
        (
            '{"nodes": [{"nodeID": "a", "type": "I", "text": "A", "x": '
            + "[" * 120
            + "]" * 120
            + "}]}",
            "can't be kept",
        ),
    ],
)
def test_refused(document: str, message: str) -> None:
    """What is no AIF at all would be read as an empty map, or end in another error."""
    with pytest.raises(argmap.ReadError, match=r"^<text>:1:") as caught:
        argmap.loads(document, format="aif")
    assert message in caught.value.message


def test_limits(aif: Make) -> None:
    """A document would exhaust the machine."""
    text = aif("a:I b:I s:RA", "a>s s>b")
    for limit in ("claims", "links", "text_characters", "id_characters"):
        with pytest.raises(argmap.TooLarge, match=limit.replace("_", " ")):
            argmap.loads(text, format="aif", limits=argmap.Limits(**{limit: 0}))


def test_names_of_schemes() -> None:
    """The name of a scheme would be lost, or a default one be taken for a scheme."""
    names = [
        ("Default Inference", None, None),
        ("RA", "Analogy", "Analogy"),
        ("Expert Opinion", "ExpertOpinion", "Expert Opinion"),
        ("RA", 5, None),
    ]
    for given, scheme, wanted in names:
        nodes: list[dict[str, Any]] = [
            {"nodeID": "a", "text": "A", "type": "I"},
            {"nodeID": "s", "text": given, "type": "RA", "scheme": scheme},
        ]
        edges = [
            {"edgeID": "1", "fromID": "a", "toID": "s"},
            {"edgeID": "2", "fromID": "s", "toID": "a"},
        ]
        map = _same(json.dumps({"nodes": nodes, "edges": edges}))
        assert [scheme.name for scheme in map.schemes] == ([wanted] if wanted else [])


def test_manners_of_rephrasing(aif: Make) -> None:
    """A rephrase that specialises would come back as one that restates."""
    map = argmap.ArgumentMap(
        claims=(Claim("a"), Claim("b")), links=(Rephrase("m", "a", "b", "specialises"),)
    )
    rendering = argmap.render(map, "aif")
    assert rendering.losses == ()
    assert argmap.parse(rendering.text, format="aif").map == map


def test_control_characters(aif: Make) -> None:
    """Real files with characters of a wrong encoding would be refused, or their places be shifted."""
    text = aif("a:I", "").replace('"A"', r'"A\u0092\\u0092\n' + '\x85"')
    reading = argmap.parse(text, format="aif")
    assert reading.map.claims[0].text == "A\ufffd\\u0092\n\ufffd"
    assert [finding.code for finding in reading.findings] == ["control-character"]
    with pytest.raises(argmap.ReadError, match="2 control characters stand in the texts"):
        argmap.loads(text, format="aif", strict=True)
    assert _codes(aif("a:I", "").replace('"A"', r'"\u0092"')) == ["control-character"]
    assert _codes(aif("a:I", "").replace('"A"', r'"\\u0092"')) == []


def test_xaif(aif: Make) -> None:
    """What OVA3 and the AMF modules put around AIF would be lost."""
    inner = json.loads(aif("a:I b:I s:RA", "a>s s>b", participants=None))
    for name in ("AIF", "aif"):
        text = json.dumps({name: inner, "text": {"txt": "..."}, "dialog": True})
        map = _same(text, "xaif")
        losses = argmap.render(map, "aif").losses
        assert {loss.code for loss in losses} == {"kept-document"}
        assert argmap.parse(text).format == "xaif"
    plain = argmap.parse(aif("a:I", ""), format="aif").map
    rendering = argmap.render(plain, "xaif")
    assert json.loads(rendering.text)["text"] == ""
    assert argmap.parse(rendering.text).map == plain


def test_old_ova() -> None:
    """Edges that repeat whole nodes would tie nothing."""
    nodes = [
        {"id": 1, "text": "A", "type": "I", "scheme": "0", "x": 5, "text_begin": []},
        {"id": 2, "text": "Sign", "type": "RA", "scheme": "30"},
    ]
    edges = [{"from": nodes[0], "to": nodes[1], "visible": True}, {"from": 2, "to": {"id": 1}}]
    text = json.dumps({"nodes": nodes, "edges": edges, "analysis": {"txt": "..."}})
    reading = argmap.parse(text)
    assert (reading.format, reading.findings) == ("ova", ())
    assert reading.map.links[0].data["aif"]["schemeID"] == "30"
    assert [scheme.name for scheme in reading.map.schemes] == ["Sign"]
    assert argmap.parse(argmap.dumps(reading.map, "aif")).map == reading.map
    for broken in ('{"nodes": [1], "analysis": 1}', '{"nodes": [], "edges": [1], "analysis": 1}'):
        with pytest.raises(argmap.ReadError, match="must be an object"):
            argmap.loads(broken, format="ova")


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('{"nodes": [{"nodeID": "1"}], "edges": []}', "aif"),
        ('{"nodes": [], "edges": [], "locutions": []}', "aif"),
        ('{"text": "", "AIF": {"nodes": []}}', "xaif"),
        ('{"nodes": [], "edges": [], "metadata": {}, "resources": []}', "sadface"),
        ('{"edges": [{"source_id": "1"}], "nodes": []}', "sadface"),
        (
            '{"schemaVersion": 1, "nodes": {}, "edges": {}, "resources": {}, "metadata": {}}',
            "arguebuf",
        ),
        ('{"nodes": {"a": {"atom": {"text": ""}}}}', "arguebuf"),
        ('{"nodes": [], "edges": []}', "node-link"),
        ('{"claims": [], "links": []}', "json"),
        ('{"directed": true, "multigraph": false, "nodes": [{"id": 1}], "links": []}', "node-link"),
        ('{"argmap": 1, "data": {"AIF": {"nodeID": "analysis"}}}', "json"),
    ],
)
def test_recognised(text: str, format: str, tmp_path: Any) -> None:
    """A document would be taken for one of another format."""
    (tmp_path / "a.json").write_text(text)
    assert recognised(read_source(tmp_path / "a.json")).name == format


def test_a_long_text_that_is_only_kept(aif: Make) -> None:
    """A text that is only kept would be refused, or a long one of a claim be read beside it."""
    text = aif("a:I", "").replace('"type": "I"', f'"type": "I", "note": "{"x" * 3_000}"')
    limits = argmap.Limits(text_characters=1_000)
    reading = argmap.parse(text, format="aif", limits=limits)
    assert len(reading.map["a"].data["aif"]["note"]) == 3_000
    with pytest.raises(argmap.TooLarge):
        argmap.parse(text.replace('"A"', f'"{"A" * 1_001}"'), format="aif", limits=limits)
