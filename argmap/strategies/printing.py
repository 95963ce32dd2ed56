"""How a failing example shows a map: as an outline for people, and as code that makes it again."""

from __future__ import annotations

from typing import Any

from hypothesis.vendor import pretty

from ..model import ArgumentMap, Draft, MapView
from ..model.choosing import propositions
from ..model.code import code
from ..registry import FORMATS

__all__ = ["printed"]


def printed(map: ArgumentMap) -> str:
    """What a failing example shows of a map: an outline in comments, below it the code that makes the map again.

    The code runs after ``from argmap import *``.

    >>> from argmap.strategies import maps, smallest
    >>> print(printed(smallest(maps(), lambda map: bool(map.links))))
    # - {#c1}
    #   - pro: {#c1}
    ArgumentMap(
        claims=(
            Claim('c1'),
        ),
        links=(
            Support('l1', ('c1',), 'c1'),
        ),
    )
    """
    outline: str = FORMATS.get("outline").write(map).text if map.claims else ""
    lines = [f"# {line}" for line in outline.splitlines() if line.strip()]
    return "\n".join([*lines, code(map)])


def _show_map(map: ArgumentMap, printer: Any, cycle: bool) -> None:
    """Print the lines as they stand, all indented as the first one is."""
    for number, line in enumerate(printed(map).splitlines()):
        if number:
            printer.break_()
        printer.text(line)


def _show_draft(draft: Draft, printer: Any, cycle: bool) -> None:
    """Print the map that a draft holds, and how the draft is made of it."""
    _show_map(draft.map(), printer, cycle)
    printer.text(".draft()")


def _show_view(view: MapView, printer: Any, cycle: bool) -> None:
    """Print the whole, and what is shown of it."""
    _show_map(view.whole, printer, cycle)
    shown = ", ".join([repr(each.id) for each in propositions(view)])
    printer.text(f".view() showing {{{shown}}}")


for _kind, _show in ((ArgumentMap, _show_map), (MapView, _show_view), (Draft, _show_draft)):
    pretty.for_type_by_name(_kind.__module__, _kind.__name__, _show)
