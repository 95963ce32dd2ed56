"""Small documents of AIF's family, as real ones are, and what makes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., str]


def document(nodes: str, edges: str, **besides: Any) -> str:
    """AIF of nodes such as ``a:I s:RA`` and edges such as ``a>s s>b``; texts are the ids in capitals."""
    made = [
        {
            "nodeID": id,
            "text": id.upper() if type in ("I", "L") else f"Default {type}",
            "type": type,
        }
        for id, type in (node.split(":") for node in nodes.split())
    ]
    tied = [
        {
            "edgeID": str(n),
            "fromID": edge.split(">")[0],
            "toID": edge.split(">")[1],
            "formEdgeID": None,
        }
        for n, edge in enumerate(edges.split(), 1)
    ]
    return json.dumps({"nodes": made, "edges": tied, "locutions": [], **besides})


@pytest.fixture
def aif() -> Make:
    """A maker of AIF documents; see `document`."""
    return document
