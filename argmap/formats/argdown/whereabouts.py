"""Where in a document of Argdown each claim, link and group of its map stands, for those who have something to say of it."""

from __future__ import annotations

from collections.abc import Mapping

from ...limits import Limits
from ...model.link import Link
from ...source import SourceText, Span
from .build import built
from .derive import derived
from .interpret import interpret
from .notes import Notes
from .pieces import MARKERS, Piece
from .syntax_tree import syntax
from .tokens import RELATION

__all__ = ["whereabouts"]


def whereabouts(source: SourceText, *, limits: Limits) -> Mapping[str, Span]:
    """The place of everything that a document says, by its id in the map: of a claim its title or words, of a link its sign.

    What the front matter alone says has none. Raises `ReadError` if the document can't be read.
    """
    tree = syntax(source)
    whole = interpret(tree.document, Notes(source))
    entries: dict[str, int] = {}
    map = built(whole, derived(whole), limits, entries)
    first: dict[int, Piece] = {}
    signs: dict[int, Piece] = {}
    words: dict[int, Piece] = {}
    for piece in tree.pieces:
        first.setdefault(piece.entry, piece)
        if piece.kind not in MARKERS:
            words.setdefault(piece.entry, piece)
        elif piece.kind == RELATION:
            signs.setdefault(piece.entry, piece)
    found: dict[str, Span] = {}
    for id, number in entries.items():
        wanted = signs if isinstance(map.elements.get(id), Link) else words
        piece = wanted.get(number) or words.get(number) or first[number]
        found[id] = source.span(piece.start, piece.start + len(tree.words(piece).rstrip()))
    return found
