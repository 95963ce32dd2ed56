"""One statement or argument with its data: defined, referred to, or plain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .content import Content, content
from .state import NOTHING, State
from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    CONTENT,
    DATA,
    NEW_LINE,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    TAG,
    Token,
)
from .tree import Entry, EntryPlace, Form, Kind

__all__ = ["data_after", "entry"]

_FORMS: dict[str, tuple[Kind, Form]] = {
    STATEMENT_DEFINITION: ("statement", "definition"),
    STATEMENT_REFERENCE: ("statement", "reference"),
    ARGUMENT_DEFINITION: ("argument", "definition"),
    ARGUMENT_REFERENCE: ("argument", "reference"),
}


def entry(
    state: State,
    *,
    place: EntryPlace = "block",
    parent: int = NOTHING,
    operator: str = "",
    number: int = 0,
    start: int | None = None,
) -> int:
    """Take the statement or argument here, and give its number among the entries."""
    token = state.tokens[state.at]
    kind, form = _FORMS.get(token[0], _PLAIN)
    if form == "plain":
        if token[0] not in CONTENT:
            raise _nothing(state, operator)
        read = content(state)
        title = ""
    else:
        title = token[3]
        state.at += 1
        read = _definition(state, title) if form == "definition" else _reference(state)
    if form != "reference" and (not read.text or read.text.isspace()):
        _says_nothing(state, token)
    text, ranges, tags, source = read
    begin = token[1] if start is None else start
    # The fields in their order, and by `tuple` itself: a large document has ten thousand of them.
    fields = (
        kind,
        form,
        title,
        text,
        begin,
        state.end(),
        place,
        parent,
        operator,
        number,
        ranges,
        tags,
        data_after(state),
        (),
        source,
    )
    state.entries.append(tuple.__new__(Entry, fields))
    return len(state.entries) - 1


_PLAIN: tuple[Kind, Form] = ("statement", "plain")


def _says_nothing(state: State, token: Token) -> None:
    state.notes.add(
        "no-text",
        "nothing is said here",
        token[1],
        token[2],
        hint="write what it says, or name a [Statement] or an <Argument>",
    )


def _definition(state: State, title: str) -> Content:
    if state.kind not in CONTENT:
        start, end = state.peek(-1)[1:3]
        wanted = "write what it says behind the colon, or leave the colon out to refer to it"
        sign = state.text[end : end + 100].partition("\n")[0].strip()[:1]
        if sign and sign in "<[":
            wanted = f"what stands there is a title; write \\{sign} for the sign itself"
        raise state.notes.error(
            f"nothing is said behind {state.text[start:end]}", start, end, hint=wanted
        )
    return content(state)


def _reference(state: State) -> Content:
    if state.tokens[state.at][0] == NEW_LINE:  # nothing stands behind most references
        state.at += 1
        return _NOTHING_SAID
    tags: dict[str, None] = {}
    begun = state.peek(-1)
    while state.kind == TAG:
        tags[state.token[3]] = None
        state.advance()
    if state.kind in CONTENT and state.kind != NEW_LINE:
        shown = state.text[begun[1] : begun[2]]
        raise state.notes.error(
            f"words behind the reference {shown}",
            state.token[1],
            state.token[2],
            hint=f"write {shown}: before them to say what it means, or @{shown} to mention it among words",
        )
    if state.kind == NEW_LINE:
        state.advance()
    return Content("", (), tuple(tags))


_NOTHING_SAID = Content("")


def data_after(state: State) -> Mapping[str, Any] | None:
    """The data here, if there is any, with the line ends round it passed."""
    token = state.tokens[state.at]
    if token[0] != DATA:
        return None
    state.advance()
    if state.kind == NEW_LINE:
        state.advance()
    value: Mapping[str, Any] = token[3]
    return value


def _nothing(state: State, operator: str) -> Exception:
    _, start, end, _ = state.peek(-1)
    return state.notes.error(
        f"nothing stands behind {operator or state.text[start:end]}",
        start,
        end,
        hint="write a statement, a [Title] or an <Argument> behind it",
    )
