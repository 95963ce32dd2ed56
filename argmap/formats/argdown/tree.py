"""The syntax tree of a document: what stands where, before anything is made of it.

A document is a list of entries in its own order; an entry names the one it hangs on by its number, so that no
nesting is too deep.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from attrs import frozen

__all__ = ["Block", "Document", "Entry", "Form", "Kind", "Range"]

Kind = Literal["heading", "statement", "argument", "inference"]
Form = Literal["definition", "reference", "plain"]
EntryPlace = Literal["block", "relation", "item", "pcs"]


class Range(NamedTuple):
    """A part of a text that is more than words: from character ``start`` to before ``stop``.

    ``kind`` is bold, italic, link, tag, statement-mention or argument-mention; ``value`` the URL, tag or title.
    """

    kind: str
    start: int
    stop: int
    value: str = ""


class Entry(NamedTuple):
    """A heading, a statement, an argument's description or an inference, where it stands.

    ``parent`` is the number of the entry that its ``operator`` refers to, or -1; ``number`` is the level of a heading,
    or what stands in brackets before a statement of a premise-conclusion structure. ``title`` is empty for a
    plain statement, ``rules`` are those of an inference; ``source`` is how a text was written that has more than words and tags. ``start`` and ``end`` are characters of the document.
    """

    kind: Kind
    form: Form = "plain"
    title: str = ""
    text: str = ""
    start: int = 0
    end: int = 0
    place: EntryPlace = "block"
    parent: int = -1
    operator: str = ""
    number: int = 0
    ranges: tuple[Range, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, Any] | None = None
    rules: tuple[str, ...] = ()
    source: str = ""


class Block(NamedTuple):
    """Entries ``first`` to before ``last`` that stand together without an empty line."""

    kind: Literal["heading", "statement", "argument", "pcs", "list"]
    first: int
    last: int


@frozen
class Document:
    """A whole document: its front matter (YAML's values), its entries, and how they stand in blocks."""

    entries: tuple[Entry, ...] = ()
    blocks: tuple[Block, ...] = ()
    front_matter: Mapping[str, Any] | None = None
