"""Lists: items with a star or a number, each with one statement or argument."""

from __future__ import annotations

from .relations import relations
from .state import LIST, State
from .statements import entry
from .tokens import ITEM
from .tree import Block

__all__ = ["items"]


def items(state: State) -> None:
    """Take all items here; an item that is indented otherwise belongs to the same list."""
    first = len(state.entries)
    numbered, depth = _is_number(state), 0
    while state.kind == ITEM:
        _, start, end, indented = state.token
        state.level(indented, LIST)
        depth = depth or len(state.widths)
        if len(state.widths) != depth:
            inside = len(state.widths) > depth
            state.notes.add(
                "nested-list",
                "a list inside a list" if inside else "an item further left than the first",
                start,
                end,
                hint="lists have one level; indent all items alike",
            )
            del state.widths[depth:]
        if _is_number(state) is not numbered:
            state.notes.add(
                "mixed-list",
                "a list of both stars and numbers",
                start,
                end,
                hint="leave an empty line between two lists",
            )
        state.advance()
        number = entry(state, place="item", parent=LIST, start=start)
        relations(state, number)
    state.blocks.append(Block("list", first, len(state.entries)))


def _is_number(state: State) -> bool:
    return state.text[state.token[1]] != "*"
