"""The tokens of an Argdown document: what kind, from where to where, and what it holds.

A token is a plain tuple, because a large document has a hundred thousand of them.
"""

from __future__ import annotations

from typing import Any

__all__ = [
    "ARGUMENT_DEFINITION",
    "ARGUMENT_REFERENCE",
    "CONTENT",
    "DATA",
    "EMPTY_LINE",
    "END",
    "FRONT_MATTER",
    "HEADING",
    "INFERENCE",
    "ITEM",
    "LINK",
    "MENTION",
    "NEW_LINE",
    "NUMBER",
    "RELATION",
    "START",
    "STATEMENT_DEFINITION",
    "STATEMENT_REFERENCE",
    "TAG",
    "TEXT",
    "Token",
]

Token = tuple[str, int, int, Any]
"""Kind, first character, character after the last, value."""

FRONT_MATTER = "front matter"
"""``=== yaml ===``; the value is the settings."""
HEADING = "heading"
"""``## ``; the value is the level."""
NUMBER = "number"
"""``(1)`` before a statement of a premise-conclusion structure; the value is the number."""
INFERENCE = "inference"
"""``-- rule {data} --`` or ``----``; the value is the rules and the data."""
ITEM = "item"
"""``*`` or ``1.``; the value is the width before it."""
RELATION = "relation"
"""``+``, ``<-``, ``><`` ...; the value is the operator and the width before it."""
EMPTY_LINE = "empty line"
NEW_LINE = "new line"
STATEMENT_DEFINITION = "statement definition"
"""``[Title]:``; the value is the title, as with the next three."""
STATEMENT_REFERENCE = "statement reference"
ARGUMENT_DEFINITION = "argument definition"
ARGUMENT_REFERENCE = "argument reference"
TEXT = "text"
"""Words; the value is what they read, escapes and shortcodes resolved."""
LINK = "link"
"""``[text](url)``; the value is both."""
MENTION = "mention"
"""``@[Title]`` or ``@<Title>``; the value is the kind of what is mentioned and the title."""
TAG = "tag"
"""``#tag`` or ``#(a tag)``; the value is the tag."""
START = "start"
"""The beginning of what is bold or italic; the value is the mark, such as ``**``."""
END = "end"
DATA = "data"
"""``{...}``; the value is a mapping."""

CONTENT = frozenset((TEXT, LINK, TAG, MENTION, START, END, NEW_LINE))
"""What the text of a statement is made of."""
