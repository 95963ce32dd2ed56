"""Titles that are nothing but ids, since a title is what a document refers to things by."""

from __future__ import annotations

from collections.abc import Container, Sequence

from .gist import worded
from .interpret import Interpretation
from .own import is_counted, is_slug, own_of
from .parts import Argument, Node, Statement
from .tree import Entry

__all__ = ["members_of", "only_ids"]


def only_ids(whole: Interpretation, ids: Container[str]) -> dict[Node, None]:
    """The statements and arguments whose titles are only ids.

    That is so if the title is one of the ``ids`` of the front matter, if it is made of the words of
    its text, or if it is a kind of link and a number over a structure; never if data gives an id or a title besides.
    """
    made: dict[Node, None] = {}
    for title, statement in whole.statements.items():
        may_be = title in ids or ("-" in title and " " not in title)  # as few are
        if may_be and _names_a_claim(whole, statement, ids):
            made[statement] = None
    for title, argument in whole.arguments.items():
        names = _names_a_step if argument.pcs else _names_a_claim
        may_be = title in ids or ("-" in title and " " not in title)
        if may_be and names(whole, argument, ids):
            made[argument] = None
    return made


def members_of(whole: Interpretation, node: Statement | Argument) -> Sequence[Entry]:
    """The entries where a statement or argument is said, in the order in which the reference comes to them."""
    entries = whole.document.entries
    return [entries[number] for number in node.members]


def _names_a_claim(whole: Interpretation, node: Statement | Argument, ids: Container[str]) -> bool:
    title, members = node.title, members_of(whole, node)
    own = own_of(node.data)
    if not members[0].title or own.keys() & {"id", "title"}:
        return False
    return title in ids or is_slug(title, own.get("text", worded(members)[0]))


def _names_a_step(whole: Interpretation, argument: Argument, ids: Container[str]) -> bool:
    title = argument.title
    if not argument.members or not (title in ids or is_counted(title)):
        return False
    inference = argument.pcs[-1].inference
    own = own_of(whole.document.entries[inference.entry].data) if inference else {}
    return not own.keys() & {"id", "label"}
