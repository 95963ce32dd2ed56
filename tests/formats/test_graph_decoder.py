"""What is wrong with a node or an edge is shown where it is wrong, in words and with the next step."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(text, format="node-link", **options)


NODES = '"directed": true, "nodes": [{"id": 1}, {"id": "b"}, {"id": "s", "kind": "support"}]'
OURS = '"directed": true, "graph": {"argmap": 1}'
FAULTS: dict[str, tuple[str, str, str, str]] = {
    # what is wrong: (document, path, message, hint)
    "root": ("[]", "", "the document must be an object, not a list", ""),
    "undirected": ('{"directed": false, "nodes": [], "links": []}', "directed", "an argument map is directed, and this graph isn't", "who argues for whom"),
    "directed": ('{"directed": 1}', "directed", "directed must be true or false, not a number", ""),
    "multigraph": ('{"multigraph": null}', "multigraph", "multigraph must be true or false, not null", ""),
    "no nodes": ('{"links": []}', "", 'the document has no "nodes"', "an empty list"),
    "no edges": ('{"nodes": []}', "", 'the document has no "links"', "an empty list"),
    "both": ('{"nodes": [], "links": [], "edges": []}', "edges", 'there are both "links" and "edges"', "keep one"),
    "nodes": ('{"nodes": "abc", "links": []}', "nodes", "nodes must be a list, not a text", ""),
    "edges": ('{"nodes": [], "edges": {}}', "edges", "edges must be a list, not an object", ""),
    "graph": ('{"nodes": [], "links": [], "graph": []}', "graph", "graph must be an object, not a list", ""),
    "version": ('{"nodes": [], "links": [], "graph": {"argmap": 2}}', "graph.argmap", "written by a newer argmap (2)", ""),
    "node": ('{"nodes": [3], "links": []}', "nodes[0]", "a node must be an object, not a number", ""),
    "edge": ('{"nodes": [], "links": ["a"]}', "links[0]", "an edge must be an object, not a text", ""),
    "no id": ('{"nodes": [{"name": "x"}], "links": []}', "nodes[0]", 'the node has no "id"', ""),
    "id list": ('{"nodes": [{"id": ["a", 1]}], "links": []}', "nodes[0].id", "id must be a text or a whole number, not a list", ""),
    "id true": ('{"nodes": [{"id": true}], "links": []}', "nodes[0].id", "not true", ""),
    "id broken": ('{"nodes": [{"id": 1.0}], "links": []}', "nodes[0].id", "not a broken number", ""),
    "id twice": ('{"nodes": [{"id": "a"}, {"id": "a"}], "links": []}', "nodes[1].id", "two nodes have the id 'a'; the first is nodes[0]", ""),
    "id clash": ('{"nodes": [{"id": "1"}, {"id": 1}], "links": []}', "nodes[1].id", 'the ids 1 and "1" would be one; the other is nodes[0]', "rename one"),
    "id empty": ('{"nodes": [{"id": ""}], "links": []}', "nodes[0].id", "a claim has an empty id [empty-id]", ""),
    "field": ('{"nodes": [{"id": "a", "kind": "claim", "weight": "1"}], "links": []}', "nodes[0].weight", "weight must be a number, not a text", ""),
    "kind of ours": (f'{{{OURS}, "nodes": [{{"id": "a", "kind": "suport"}}], "links": []}}', "nodes[0].kind", "no node is of the kind 'suport'; there are claim, issue, support", "did you mean 'support'?"),
    "kind number": (f'{{{OURS}, "nodes": [{{"id": "a", "kind": 1}}], "links": []}}', "nodes[0].kind", "kind must be a text, not a number", ""),
    "no source": (f'{{{NODES}, "links": [{{"target": 1}}]}}', "links[0]", 'the edge has no "source"', ""),
    "source list": (f'{{{NODES}, "links": [{{"source": []}}]}}', "links[0].source", "source must be a text or a whole number, not a list", ""),
    "dangling": (f'{{{NODES}, "links": [{{"source": 1, "target": "bb"}}]}}', "links[0].target", "no node has the id 'bb'", "did you mean 'b'?"),
    "dangling number": (f'{{{NODES}, "edges": [{{"source": 7, "target": 1}}]}}', "edges[0].source", "no node has the id 7", ""),
    "dangling long": (f'{{{NODES}, "edges": [{{"source": "{"x" * 99}", "target": 1}}]}}', "edges[0].source", f"no node has the id {'x' * 60}...", ""),
    "text for number": (f'{{{NODES}, "links": [{{"source": "1", "target": "b"}}]}}', "links[0].source", "no node has the id '1'", "the node's id is a number; write both alike"),
    "edge kind": (f'{{{NODES}, "links": [{{"source": 1, "target": "b", "kind": "suport"}}]}}', "links[0].kind", "no edge is of the kind 'suport'; there are support, rebuttal, attack", "did you mean 'support'?"),
    "edge kind null": (f'{{{NODES}, "links": [{{"source": 1, "target": "b", "kind": null}}]}}', "links[0].kind", "kind must be a text, not null", ""),
    "role": (f'{{{NODES}, "links": [{{"source": 1, "target": "s", "role": "premiss"}}]}}', "links[0].role", "no edge has the role 'premiss' here; there are premise, warrant", "did you mean 'premise'?"),
    "role number": (f'{{{NODES}, "links": [{{"source": 1, "target": "s", "role": 1}}]}}', "links[0].role", "role must be a text, not a number", ""),
    "role of claims": (f'{{{NODES}, "links": [{{"source": 1, "target": "b", "role": "premise"}}]}}', "links[0].role", "an edge with a role begins or ends at a link, and this one doesn't", ""),
    "no target": (f'{{{NODES}, "links": [{{"source": 1, "target": "s"}}]}}', "nodes[2]", "the support 's' has 0 edges for its target", "it needs one"),
    "two targets": (f'{{{NODES}, "links": [{{"source": "s", "target": 1}}, {{"source": "s", "target": "b"}}]}}', "nodes[2]", "the support 's' has 2 edges for its target", "it needs one"),
    "deep edges": (f'{{{NODES}, "links": [{{"source": "s", "target": 1, "x": {"[" * 99}{"]" * 99}}}]}}', "nodes[2]", "what its edges hold can't be kept: free data nests deeper than 100", ""),
    "no premise": (f'{{{NODES}, "links": [{{"source": "s", "target": 1}}]}}', "nodes[2]", "the support 's' has no premise [has-premise]", ""),
    "same premise": (f'{{{NODES}, "links": [{{"source": "s", "target": 1}}, {{"source": "b", "target": "s"}}, {{"source": "b", "target": "s"}}]}}', "links[1]", "names 'b' twice", ""),
    "self": (f'{{{NODES}, "links": [{{"source": "s", "target": "s", "role": "target"}}, {{"source": 1, "target": "s"}}]}}', "links[0]", "lead back to themselves", ""),
    "at an issue": (f'{{{NODES[:-1]}, {{"id": "q", "kind": "issue"}}], "links": [{{"source": 1, "target": "q"}}, {{"source": 1, "target": "s"}}, {{"source": "s", "target": "b"}}]}}', "links[0]", "has the target 'q', which is an issue", ""),
    "group": (f'{{{OURS}, "nodes": [{{"id": "a", "kind": "claim", "group": "g"}}], "links": []}}', "nodes[0].group", "names the group 'g', which isn't there", ""),
    "parent": ('{"graph": {"argmap": 1, "groups": [{"id": "a", "parent": "z"}]}, "nodes": [{"id": "a"}], "links": []}', "graph.groups[0].parent", "has the parent 'z', which isn't there", ""),
    "same groups": ('{"graph": {"argmap": 1, "groups": [{"id": "a"}, {"id": "a"}]}, "nodes": [{"id": "a"}], "links": []}', "graph.groups[1].id", "2 groups share the id 'a'", ""),
}  # fmt: skip # one fault a line


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_told_with_their_place(name: str) -> None:
    """The message would be another, or have no line, column, path or next step."""
    document, path, message, hint = FAULTS[name]
    with pytest.raises(argmap.ReadError) as caught:
        _read(document)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.path == path
    assert caught.value.span is not None


LIMITS: dict[str, tuple[dict[str, int], str, str]] = {
    "claims": ({"claims": 0}, "nodes", "1 claims, and the limit is 0"),
    "links": ({"links": 0}, "nodes", "1 links, and the limit is 0"),
    "id": ({"id_characters": 2}, "nodes[0].id", "3 id characters, and the limit is 2"),
    "text": ({"text_characters": 3}, "nodes[0].label", "4 text characters, and the limit is 3"),
    "name": ({"text_characters": 2}, "graph.name", "3 text characters, and the limit is 2"),
    "on an edge": ({"text_characters": 8}, "links[0].label", "9 text characters"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits_are_kept(name: str) -> None:
    """A document past a limit would be read, or refused without the limit's name and the place."""
    limits, path, message = LIMITS[name]
    document = (
        '{"directed": true, "graph": {"name": "123"}, '
        '"nodes": [{"id": "123", "label": "1234", "x": "12345"}], '
        '"links": [{"source": "123", "target": "123", "label": "123456789"}]}'
    )
    assert len(_read(document).map) == 2
    with pytest.raises(argmap.TooLarge) as caught:
        _read(document, limits=argmap.Limits(**limits))
    assert message in caught.value.message
    assert caught.value.path == path
    assert caught.value.span is not None
