"""Lists: items with a star or a number, each with one statement or argument."""

from __future__ import annotations

from .relations import relations
from .state import LIST, State
from .statements import entry
from .tokens import ITEM
from .tree import Block

__all__ = ["items"]


def items(state: State) -> None:
    """Take all items here; an item that is indented further belongs to the same list."""
    first = len(state.entries)
    width = state.token[3]
    while state.kind == ITEM:
        _, start, end, indented = state.token
        state.level(indented, LIST)
        if indented > width:
            state.notes.add(
                "nested-list",
                "a list inside a list",
                start,
                end,
                hint="lists have one level; indent all items alike",
            )
        state.advance()
        number = entry(state, place="item", parent=LIST, start=start)
        relations(state, number)
    state.blocks.append(Block("list", first, len(state.entries)))
