"""A large document of AIF, the same on every machine."""

from __future__ import annotations

import random
from typing import Any


def made(nodes: int) -> dict[str, Any]:
    """A document of AIF with so many nodes: two of three are claims, the rest steps between them."""
    dice = random.Random(1)
    claims = nodes * 2 // 3
    words = [
        "co",
        "ops",
        "raise",
        "the",
        "standards",
        "of",
        "public",
        "services",
        "where",
        "people",
        "work",
        "near",
    ]
    made_nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []

    def node(type: str, text: str) -> str:
        id = str(len(made_nodes) + 1)
        stamp = "2015-12-14 12:09:15"
        made_nodes.append({"nodeID": id, "text": text, "type": type, "timestamp": stamp})
        return id

    def edge(tail: str, head: str) -> None:
        id = str(len(edges) + 1)
        edges.append({"edgeID": id, "fromID": tail, "toID": head, "formEdgeID": None})

    ids = [node("I", " ".join(dice.choices(words, k=12))) for _ in range(claims)]
    for number in range(nodes - claims):
        step = node(*(("RA", "Default Inference") if number % 3 else ("CA", "Default Conflict")))
        edge(ids[dice.randrange(1, claims)], step)
        edge(step, ids[dice.randrange(claims)])
    return {"nodes": made_nodes, "edges": edges, "locutions": []}
