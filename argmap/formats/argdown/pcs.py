"""Premise-conclusion structures: numbered statements with inferences between them."""

from __future__ import annotations

from .relations import relations
from .state import State
from .statements import entry
from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    EMPTY_LINE,
    INFERENCE,
    NEW_LINE,
    NUMBER,
    RELATION,
)
from .tree import Block, Entry

__all__ = ["more_of_pcs", "pcs"]


def pcs(state: State) -> None:
    """Take one premise-conclusion structure: premises, an inference, a conclusion, perhaps more of them.

    Raises `ReadError` if it has no inference, or doesn't end right behind one with a conclusion.
    """
    more_of_pcs(state, len(state.entries), whole=False)


def more_of_pcs(state: State, first: int, *, whole: bool, open_at: int = -1) -> None:
    """Take what is left of a structure that began with entry ``first``.

    It is ``whole`` right behind a conclusion; ``open_at`` is the token of the inference whose conclusion is still to come.
    """
    while state.kind in (NUMBER, INFERENCE) or _goes_on(state, whole=whole):
        state.dedent()
        if state.kind == INFERENCE:
            if open_at >= 0:
                break
            open_at, whole = state.at, False
            _inference(state)
        else:
            _numbered(state)
            whole, open_at = open_at >= 0, -1
    if not whole:
        raise _broken(state, first, open_at)
    state.blocks.append(Block("pcs", first, len(state.entries)))


def _goes_on(state: State, *, whole: bool) -> bool:
    """Whether only an empty line stands between here and more of an unfinished structure."""
    _, start, end, _ = state.token
    if whole or state.kind != EMPTY_LINE or state.peek(1)[0] not in (NUMBER, INFERENCE):
        return False
    state.notes.add(
        "blank-line",
        "a blank line inside a premise-conclusion structure",
        start,
        end,
        hint="take it out: elsewhere it ends the structure",
    )
    state.advance()
    return True


def _numbered(state: State) -> None:
    _, start, _, number = state.token
    state.advance()
    if state.kind in (ARGUMENT_DEFINITION, ARGUMENT_REFERENCE):
        raise state.notes.error(
            "an argument as premise or conclusion",
            state.token[1],
            state.token[2],
            hint="name a [Statement] here",
        )
    relations(state, entry(state, place="pcs", number=number, start=start))


def _inference(state: State) -> None:
    _, start, end, (rules, data) = state.token
    state.advance()
    if state.kind == NEW_LINE:
        state.advance()
    entry_number = state.add(
        Entry("inference", start=start, end=end, place="pcs", data=data, rules=rules)
    )
    if state.kind == RELATION:
        relations(state, entry_number)


def _broken(state: State, first: int, open_at: int) -> Exception:
    """What is wrong with a structure that isn't whole."""
    entries = state.entries[first:]
    if open_at >= 0:
        return state.notes.error(
            "this inference has no conclusion",
            *state.tokens[open_at][1:3],
            hint="write the conclusion on the next line: (3) ...",
        )
    inferences = [entry for entry in entries if entry.kind == "inference"]
    last = entries[-1]
    if inferences:
        message, hint = (
            "a premise behind the last inference",
            "end with an inference and one conclusion",
        )
    else:
        message = "premises without an inference"
        hint = "draw one below them: a line of at least four hyphens, then the conclusion"
    return state.notes.error(message, last.start, last.end, hint=hint)
