"""The nodes of a graph as JSON objects: elements without their ends, which the edges say."""

from __future__ import annotations

from typing import Any

from ..model.claim import Claim, Issue
from ..model.link import KINDS, Link
from .codec import Shape, shape_of, shaped

__all__ = ["NODES"]


def _node(kind: Any, shape: Shape) -> Shape:
    ends = [name for name, _ in kind.INPUTS + kind.OUTPUTS] if issubclass(kind, Link) else []
    parts = tuple([part for part in shape.parts if part[0] not in ends])
    return shaped(kind, shape.noun, parts, shape.rules, {"kind": kind.kind})


_KINDS: tuple[Any, ...] = (Claim, Issue, *KINDS.values())
NODES: dict[str, Shape] = {kind.kind: _node(kind, shape_of(kind)) for kind in _KINDS}
"""The shape of each kind of node in a graph."""
