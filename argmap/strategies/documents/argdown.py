"""Argdown made by a grammar: statements, arguments, relations, reconstructions, headings, comments, front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from ..elements import PICK
from ..made import made, together
from ..texts import texts
from .broken import broken

__all__ = ["argdown_documents"]

_UNDER_STATEMENT = ("+", "-", "<+", "<-", "+>", "->", "><")
_UNDER_ARGUMENT = ("+", "-", "<+", "<-", "+>", "->", "_", "<_")

_OUT_OF_ARGUMENT = ("+>", "->")
"""What the first relation of an argument is: a step, so that there is one to undercut."""


def argdown_documents(*, dirty: bool = False, max_blocks: int = 6) -> st.SearchStrategy[str]:
    """Argdown documents as people write them by hand: headings, statements and arguments with relations below them, reconstructions.

    ``dirty=True`` breaks some of them, see `argmap.strategies.documents.broken`.

    >>> from argmap.strategies import smallest
    >>> print(smallest(argdown_documents(), lambda text: "  - " in text).rstrip())
    [s1]: It is so.
      - [s1]
    """
    words = made(_plain, texts())
    relation = together(PICK, PICK, PICK, words, st.integers(0, 2))
    relations = st.lists(relation, max_size=3)
    statement = together(st.just("statement"), words, relations, PICK)
    argument = together(st.just("argument"), words, relations, PICK)
    structure = together(st.just("structure"), st.lists(words, min_size=1, max_size=3), words, PICK)
    other = together(st.just("other"), words, PICK, PICK)
    blocks = st.lists(statement | argument | structure | other, max_size=max_blocks - 1)
    documents = made(_document, st.just("") | words, statement, blocks)
    return documents.flatmap(broken) if dirty else documents


def _plain(text: str) -> str:
    """A text that means in Argdown nothing but itself."""
    return text or "It is so."


def _document(title: str, first: Any, blocks: list[Any]) -> str:
    front = f'===\ntitle: "{title}"\n===\n\n' if title else ""
    counts = {"statement": 0, "argument": 0}
    told = [_block(block, counts) for block in (first, *blocks)]
    return front + "\n".join([f"{block}\n" for block in told])


def _block(block: Any, counts: dict[str, int]) -> str:
    """The lines of one block; ``counts`` has how many statements and arguments there are already."""
    kind, given, more, pick = block
    match kind:
        case "statement":
            counts["statement"] += 1
            tags = " #good" if pick % 4 == 3 else ""
            head = f"[s{counts['statement']}]: {given}{tags}"
            return "\n".join([head, *_relations(more, _UNDER_STATEMENT, counts)])
        case "argument":
            counts["argument"] += 1
            head = f"<a{counts['argument']}>: {given}"
            return "\n".join([head, *_relations(more, _UNDER_ARGUMENT, counts)])
        case "structure":
            counts["argument"] += 1
            return "\n".join(_structure(given, more, pick, counts))
    return (f"# {given}", f"// {given}", f"<!-- {given} -->", f"/* {given} */", "* one\n* two")[
        pick % 5
    ]


def _relations(
    relations: list[Any], signs: tuple[str, ...], counts: dict[str, int]
) -> Iterator[str]:
    """Lines below a head, each at most one level deeper than the line before."""
    depth = 0
    for number, (sign, other, pick, text, deeper) in enumerate(relations):
        depth = min(depth + (number > 0), deeper)
        usable = signs if not depth else _UNDER_STATEMENT[:4]
        if signs is _UNDER_ARGUMENT and not number:
            usable = _OUT_OF_ARGUMENT
        yield f"{'  ' * (depth + 1)}{usable[(sign + 1) % len(usable)]} {_member(other, pick, text, counts)}"


def _member(other: int, pick: int, text: str, counts: dict[str, int]) -> str:
    """What a relation ties to: a statement there is, or a new one."""
    if other % 3 or not counts["statement"]:
        counts["statement"] += 1
        return f"[s{counts['statement']}]: {text}"
    return f"[s{pick % counts['statement'] + 1}]"


def _structure(
    premises: list[str], conclusion: str, pick: int, counts: dict[str, int]
) -> Iterator[str]:
    """An argument with its reconstruction: numbered premises, a line, a conclusion."""
    yield f"<a{counts['argument']}>"
    yield ""
    yield from [f"({number}) {premise}" for number, premise in enumerate(premises, 1)]
    yield "-- modus ponens --" if pick % 3 == 2 else "----"
    counts["statement"] += 1
    yield f"({len(premises) + 1}) [s{counts['statement']}]: {conclusion}"
