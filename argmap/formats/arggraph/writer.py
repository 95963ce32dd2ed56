"""Writes arggraph XML, and reads it back to tell what it doesn't say."""

from __future__ import annotations

from ...model.map import ArgumentMap
from ...source import SourceText
from ...xmltext import write_xml
from ..format import Rendering
from ..graph_plan import plan
from ..graph_writer import kept_of
from ..read_back import UNLIMITED, Said, losses_between
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
    back = read(SourceText("", text), strict=False, limits=UNLIMITED).map
    said = Said()
    said.expect(planned.losses)
    said.match_links(map, back)
    return Rendering(text, losses_between(map, back, DIALECT.title, said), NAME)
