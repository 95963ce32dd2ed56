"""A document's blocks: entries that are told at once where that goes, else by tokens and the rules of `rules`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import ReadError
from .ahead import Ahead
from .at_once import Blocks
from .notes import Notes
from .rules import begin, go_on
from .scanner import Scanner, scan
from .state import State
from .tokens import Token
from .tree import Document

__all__ = ["parse", "parsed"]


def parse(text: str, notes: Notes) -> Document:
    """The tree of a document; raises `ReadError` with the place of what can't be read."""
    return _at_once(text, notes) or parsed(text, notes)[0]


def parsed(text: str, notes: Notes) -> tuple[Document, list[Token]]:
    """As `parse`, with the tokens that the tree was made of; behind the last stands one without a kind."""
    state = State(text, notes, scan(text, notes))
    state.close()
    settings = begin(state)
    go_on(state)
    return _document(state, settings), state.tokens


def _at_once(text: str, notes: Notes) -> Document | None:
    """The tree, made block by block; None for what only all tokens tell: which of several mistakes comes first."""
    scanned, read = Notes(notes.source, notes.strict), Notes(notes.source, notes.strict)
    scanner = Scanner(text, scanned, Ahead(text))
    blocks = Blocks(State(text, read, scanner.tokens), scanner)
    try:
        if not blocks.take():
            return None
    except ReadError:
        return None
    document = _document(blocks.state, blocks.settings)
    notes.take(scanned)
    notes.take(read)
    return document


def _document(state: State, settings: Mapping[str, Any] | None) -> Document:
    if not state.entries:
        state.notes.add(
            "no-document", "nothing but blanks and comments", 0, hint="write a statement"
        )
    return Document(tuple(state.entries), tuple(state.blocks), settings)
