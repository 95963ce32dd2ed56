"""Writes AIF JSON and xAIF, with what was kept when a document of theirs was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import Loss
from ...jsontext import write_json
from ...model.map import ArgumentMap
from ..dialect import dressed
from ..format import Rendering
from ..graph_writer import GraphWriter, kept_of
from ..unsaid import unsaid_records
from .dialect import AIF_DIALECT
from .reader import USUAL_DOCUMENT, USUAL_GRAPH, WRAPPERS

__all__ = ["write_aif", "write_xaif"]


def write_aif(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as AIF JSON; all on one line where ``indent`` is None."""
    graph, losses = _graph(map)
    for name in ("document", "wrapper"):
        if name in kept_of(map, AIF_DIALECT):
            why = "AIF JSON has no place for what xAIF holds beside it; write xAIF"
            losses.append(Loss("kept-document", "", f"the {name} that was kept", why))
    return Rendering(write_json(graph, indent=indent), tuple(losses), "aif")


def write_xaif(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as xAIF: AIF in a document with the text and OVA's positions, as far as they were kept."""
    graph, losses = _graph(map)
    kept = kept_of(map, AIF_DIALECT)
    wrapper = kept.get("wrapper")
    document = {wrapper if wrapper in WRAPPERS else WRAPPERS[0]: graph}
    rest = dressed(USUAL_DOCUMENT, kept.get("document"))
    document |= {name: held for name, held in rest.items() if name not in WRAPPERS}
    return Rendering(write_json(document, indent=indent), tuple(losses), "xaif")


def _graph(map: ArgumentMap) -> tuple[dict[str, Any], list[Loss]]:
    written = GraphWriter(map, AIF_DIALECT)
    kept: Mapping[str, Any] = kept_of(map, AIF_DIALECT)
    graph = dressed(USUAL_GRAPH, kept.get("graph"))
    graph |= {"nodes": written.nodes}
    if written.edges or "edges" in graph:
        graph["edges"] = written.edges
    return graph, [*written.losses, *unsaid_records(AIF_DIALECT, map)]
