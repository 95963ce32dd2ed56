"""Writes arggraph XML, and reads it back to tell what it doesn't say."""

from __future__ import annotations

from ...model.map import ArgumentMap
from ...xmltext import write_xml
from ..format import Rendering
from ..graph_plan import plan
from ..graph_writer import kept_of
from ..unlike import read_back, unlike
from .reader import read
from .tree import tree
from .words import DIALECT, NAME, UNSIDED

__all__ = ["write"]


def write(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as arggraph XML; all on one line where ``indent`` is None."""
    planned = plan(map, DIALECT)
    made = tree(map, planned, kept_of(map, DIALECT))
    before = [f"<?{' '.join(UNSIDED)}?>"] if made.unsided and planned.claims else []
    text = write_xml(made.root, indent=indent, before=before)
    losses = unlike(DIALECT.title, map, read_back(read, text), planned.losses)
    return Rendering(text, losses, NAME)
