"""arguebuf's JSON as maps, and maps as arguebuf's JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

import argmap
from argmap import Claim, Preference, Rebuttal, Rephrase, Scheme, Support, Undercut

TIMES = {"created": "2026-01-01T00:00:00Z"}


def _document(**besides: Any) -> dict[str, Any]:
    nodes: dict[str, Any] = {
        "a": {"atom": {"text": "A.", "participant": "p"}, "metadata": TIMES},
        "b": {"atom": {"text": "B."}},
        "c": {"atom": {"reference": {"resource": "r"}}},
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}, "metadata": TIMES},
        "k": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "m": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
        "p": {"scheme": {"preference": "PREFERENCE_DEFAULT"}},
        "n": {"scheme": {}},
        "o": {"scheme": 5},
        "q": {"userdata": {}},
        "t": {"scheme": {"support": 7}},
    }
    ends = ("as", "sb", "bk", "ks", "am", "mb", "ap", "pb", "an", "at", "ta")
    edges = {
        f"e{n}": {"source": t[0], "target": t[1], "metadata": TIMES} for n, t in enumerate(ends)
    }
    return {"nodes": nodes, "edges": edges, "schemaVersion": 1, "majorClaim": "b", **besides}


def _same(document: dict[str, Any]) -> argmap.Reading:
    """The reading of a document, which must come back as it was."""
    reading = argmap.parse(json.dumps(document), format="arguebuf")
    rendering = argmap.render(reading.map, "arguebuf")
    assert json.loads(rendering.text) == document
    assert rendering.losses == ()
    assert argmap.parse(rendering.text).map == reading.map
    return reading


def test_every_kind_of_node() -> None:
    """A scheme would be read as another kind, or times, speakers and the major claim be lost."""
    reading = _same(_document(participants={"p": {"name": "Ann"}}))
    assert {link.id: type(link) for link in reading.map.links} == {
        "s": Support,
        "k": Undercut,
        "m": Rephrase,
        "p": Preference,
        "t": Support,
    }
    assert reading.map.schemes == (Scheme("expert-opinion", "Expert Opinion"),)
    assert sorted(finding.code for finding in reading.findings) == [
        "no-text",
        "unknown-type",
        "unknown-type",
    ]


@pytest.mark.parametrize("document", [{}, {"nodes": {}}, {"schemaVersion": 2, "edges": {}}])
def test_empty_documents(document: dict[str, Any]) -> None:
    """Protobuf leaves out what is empty; such a document would be refused or filled up."""
    reading = argmap.parse(json.dumps(document), format="arguebuf")
    assert json.loads(argmap.dumps(reading.map, "arguebuf")) == document


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"nodes": []}, "nodes must be an object"),
        ({"nodes": {"a": 1}}, "a node must be an object"),
        ({"nodes": {"a": {"atom": 1}}}, "an atom must be an object"),
        ({"nodes": {"a": {"atom": {"text": 1}}}}, "text must be a text"),
        ({"nodes": {"a": {"@id": 1}}}, 'a node of arguebuf has no "@id"'),
        ({"edges": {"a": 1}}, "an edge must be an object"),
    ],
)
def test_refused(document: dict[str, Any], message: str) -> None:
    """What isn't arguebuf's would end in another error, or be read as something."""
    with pytest.raises(argmap.ReadError, match=message):
        argmap.loads(json.dumps(document), format="arguebuf")


def test_schemes_without_a_name_there() -> None:
    """A scheme that arguebuf has no name for would be refused by it, or lost without a word."""
    map = argmap.ArgumentMap(
        claims=(Claim("a", "A"),),
        links=(
            Support("s", ("a",), "a", scheme="x"),
            Rebuttal("r", ("a",), "a"),
            Rephrase("m", "a", "b", "specialises"),
        )[:2],
        schemes=(Scheme("x", "My Own"),),
    )
    rendering = argmap.render(map, "arguebuf")
    assert [loss.code for loss in rendering.losses] == ["support-scheme", "scheme-id"]
    nodes = json.loads(rendering.text)["nodes"]
    assert nodes["s"] == {"scheme": {"support": "SUPPORT_DEFAULT"}}


def test_kept_nonsense() -> None:
    """Free data that somebody else put under our name would stop the writer."""
    kept = {
        "nodes": [{"@id": "z", "type": "atom", "atom": 5}, {"@id": 7}],
        "edges": [{}],
        "loose": [0],
    }
    claim = Claim("a", "A", data={"arguebuf": {"atom": "x", "@without": ["text"]}})
    map = argmap.ArgumentMap(claims=(claim,), data={"arguebuf": kept})
    written = json.loads(argmap.dumps(map, "arguebuf"))
    assert written["nodes"] == {"z": {"atom": {}}, "7": {}, "a": {"atom": {"text": "A"}}}
