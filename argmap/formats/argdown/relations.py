"""The lines below a statement, an argument or an inference that say how others bear on it."""

from __future__ import annotations

from .state import LIST, NOTHING, State
from .statements import entry
from .tokens import ARGUMENT_DEFINITION, ARGUMENT_REFERENCE, RELATION, Token

__all__ = ["relations"]


def relations(state: State, below: int) -> None:
    """Take all relation lines here; the first, if it is indented further, hangs on entry ``below``."""
    while (token := state.tokens[state.at])[0] == RELATION:
        operator, width = token[3]
        parent = state.level(width, below)
        if parent in (NOTHING, LIST):
            raise _unindented(state, token)
        state.at += 1
        if operator == "><" or state.entries[parent].kind == "inference":
            _check(state, token, operator, parent)
        below = entry(state, place="relation", parent=parent, operator=operator, start=token[1])


def _check(state: State, token: Token, operator: str, parent: int) -> None:
    _, start, end, _ = token
    if operator == "><" and state.kind in (ARGUMENT_DEFINITION, ARGUMENT_REFERENCE):
        raise state.notes.error(
            "an argument contradicts nothing",
            start,
            state.token[2],
            hint="contradict a [Statement], or attack the argument with ->",
        )
    if state.entries[parent].kind == "inference" and operator not in ("_", "<_"):
        raise state.notes.error(
            f"{operator} below an inference",
            start,
            end,
            hint="an inference is undercut: write <_",
        )


def _unindented(state: State, token: Token) -> Exception:
    _, start, end, (operator, width) = token
    if width == 0:
        hint = f"indent it below what it bears on, or write \\{operator[0]} if it is text"
    else:
        hint = "indent it as far as the relations above it, or further"
    return state.notes.error(f"{operator} hangs on nothing", start, end, hint=hint)
