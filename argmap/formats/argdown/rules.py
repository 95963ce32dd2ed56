"""The blocks that tokens make, one rule for each kind of beginning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from .content import TITLED, content
from .lists import items
from .pcs import pcs
from .relations import relations
from .state import END_OF_TEXT, State
from .statements import data_after, entry
from .tokens import (
    CONTENT,
    DATA,
    EMPTY_LINE,
    FRONT_MATTER,
    HEADING,
    INFERENCE,
    ITEM,
    NEW_LINE,
    NUMBER,
    RELATION,
)
from .tree import Block, Entry
from .values import mapping

__all__ = ["begin", "go_on"]


def begin(state: State) -> Mapping[str, Any] | None:
    """Take the empty lines and the front matter at the top, and give its settings."""
    while state.kind in (NEW_LINE, EMPTY_LINE):
        state.advance()
    settings = _front_matter(state) if state.kind == FRONT_MATTER else None
    if settings is not None:
        state.remove_tags = mapping(settings, "model").get("removeTagsFromText") is True
    return settings


def go_on(state: State) -> None:
    """Take all blocks that the tokens here make."""
    tokens = state.tokens
    while (kind := tokens[state.at][0]) != END_OF_TEXT:
        if kind == EMPTY_LINE:
            state.at += 1
        else:
            _block(state, kind)


def _front_matter(state: State) -> Mapping[str, Any]:
    settings: Mapping[str, Any] = state.token[3]
    state.advance()
    if state.kind == NEW_LINE:
        state.advance()
    if state.kind not in (EMPTY_LINE, END_OF_TEXT):
        state.notes.add(
            "no-blank-line",
            "the front matter ends right above a block",
            state.token[1],
            hint="leave an empty line below ===",
        )
    return settings


def _block(state: State, kind: str) -> None:
    if state.blocks and state.tokens[state.at - 1][0] != EMPTY_LINE:
        _right_below(state)
    if kind != RELATION:
        state.dedent()
    _RULES.get(kind, _statement)(state)


def _right_below(state: State) -> None:
    """A block that begins without an empty line before it."""
    kind, start, end, _ = state.token
    if kind not in _BEGINNINGS or state.text[start] in _DIGITS:
        raise _unexpected(state)
    state.notes.add(
        "no-blank-line",
        f"no empty line before this {_SHOWN.get(kind, kind)}",
        start,
        end,
        hint="leave an empty line before it",
    )


def _heading(state: State) -> None:
    _, start, _, level = state.token
    state.advance()
    if state.kind not in CONTENT:
        raise state.notes.error("a heading without a title", start, hint="write one behind the #")
    read = content(state)
    end = state.end()
    number = state.add(
        Entry(
            "heading",
            text=read.text,
            start=start,
            end=end,
            number=level,
            ranges=read.ranges,
            tags=read.tags,
            data=data_after(state),
        )
    )
    state.blocks.append(Block("heading", number, number + 1))


def _statement(state: State) -> None:
    number = entry(state)
    kind: Literal["argument", "statement"] = (
        "argument" if state.entries[number].kind == "argument" else "statement"
    )
    relations(state, number)
    state.blocks.append(Block(kind, number, len(state.entries)))


def _more_relations(state: State) -> None:
    """Relations below an empty line: they go on where those before it ended."""
    _, start, end, (operator, width) = state.token
    if width == 0 or not state.blocks or state.blocks[-1].kind == "heading":
        raise state.notes.error(
            f"{operator} begins a block",
            start,
            end,
            hint=f"indent it below what it bears on, or write \\{operator[0]} if it is text",
        )
    state.notes.add(
        "blank-line",
        "a blank line before a relation",
        start,
        end,
        hint="take it out: elsewhere it ends what hangs together",
    )
    relations(state, len(state.entries) - 1)
    state.blocks[-1] = state.blocks[-1]._replace(last=len(state.entries))


def _unexpected(state: State) -> Exception:
    kind, start, end, _ = state.token
    if kind == INFERENCE:
        hint = "number the premises above it: (1) ..."
        return state.notes.error("an inference without premises", start, end, hint=hint)
    if kind == DATA:
        hint = "put it behind a statement, an argument, a heading, or inside an inference"
        return state.notes.error("data that belongs to nothing", start, end, hint=hint)
    if kind == FRONT_MATTER:
        hint = "move it to the top of the document"
        return state.notes.error("front matter that isn't at the top", start, end, hint=hint)
    if kind == ITEM:
        hint = f"leave an empty line before a list, or write {state.text[start : end - 1]}\\. for a number"
        return state.notes.error("no empty line before this list item", start, end, hint=hint)
    hint = "leave an empty line before it"
    return state.notes.error("words behind what is complete", start, end, hint=hint)


def _refuse(state: State) -> None:
    raise _unexpected(state)


_BEGINNINGS = frozenset((HEADING, ITEM, NUMBER, *TITLED))
_SHOWN = {ITEM: "list item", NUMBER: "numbered statement"}
_DIGITS = frozenset("0123456789")
_RULES: dict[str, Callable[[State], None]] = {
    HEADING: _heading,
    NUMBER: pcs,
    ITEM: items,
    RELATION: _more_relations,
    INFERENCE: _refuse,
    DATA: _refuse,
    FRONT_MATTER: _refuse,
}
