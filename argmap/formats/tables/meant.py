"""Columns that argmap doesn't know, and what people mean by whom they are called so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from attrs import frozen

from ...source import visible
from ..notes import Note, Notes
from .cells import quoted
from .columns import column_of, is_known, plain_name

__all__ = ["StrangeColumn", "link_row", "says_link", "tell_meant"]

_OUT = {
    "support": "support supports supporting backs helps justifies proves for pro pro_for argues_for "
    "argument_for reason_for evidence_for premise_of",
    "rebuttal": "attack attacks attacking rebuts refutes opposes contradicts counters disproves "
    "undermines against con con_for argues_against argument_against reason_against "
    "evidence_against objects_to objection_to",
    "undercut": "undercut undercuts",
    "": "parent parents child_of belongs_to reply_to replies_to in_reply_to responds_to response_to",
}
"""Words for what a claim does to another, which the cell names; nothing where the word leaves open what."""

_IN = {
    "support": "supported_by backed_by proved_by because reason reasons pros arguments_for",
    "rebuttal": "attacked_by rebutted_by opposed_by objection objections cons counterargument "
    "counterarguments arguments_against",
}
"""Words for what another claim does to this one."""

_WORDS = {
    word: (kind, out)
    for out, table in ((True, _OUT), (False, _IN))
    for kind, words in table.items()
    for word in words.split()
}

_CALLED = {
    **dict.fromkeys(("claim_id", "statement_id", "argument_id", "node_id", "key"), "id"),
    **dict.fromkeys(("sentence", "content", "wording", "argument"), "text"),
    **dict.fromkeys(("link_type", "edge_type", "relation_type", "relationship"), "kind"),
    **dict.fromkeys(("author", "speakers", "who", "by"), "said_by"),
    **dict.fromkeys(("keywords", "labels"), "tags"),
    **dict.fromkeys(("strength", "confidence", "probability"), "weight"),
}
"""Words for columns that have another name."""

_ENDINGS = ("_ids", "_id", "_claims", "_claim")
_NEAR = 0.75
_SHORTEST = 4  # of three letters anything is near
_SHOWN = 40
_TYPED = ("text", "kind", "from", "weight", "stance", "said_by", "tags", "group", "scheme", "title")
_TYPED_TOO = (
    "label",
    "claim",
    "statement",
    "source",
    "premises",
    "target",
    "conclusion",
    "speaker",
)


@frozen
class StrangeColumn:
    """A column that isn't known, or not in such rows, and the first row with something in it.

    ``place`` is the number of its name among those of all tables, ``beside`` the names in its own;
    ``item`` is what became of the row, of the ``kind``, and ``cell`` stands in the column.
    """

    place: int
    name: str
    beside: Collection[str]
    kind: str
    item: dict[str, Any]
    cell: str
    delimiter: str


def says_link(name: str) -> bool:
    """Whether a column is called by a word for how a claim bears on another.

    >>> says_link("Supports"), says_link("parent_id"), says_link("votes")
    (True, True, False)
    """
    plain = plain_name(name)
    return plain in _WORDS or _stem(plain) in _WORDS


def link_row(kind: str, start: str, target: str, delimiter: str) -> str:
    """How a link is written, as the next step of a message: as a row of its own."""
    head = visible(delimiter.join(("kind", "from", "to")))
    said = [quoted(visible(part[:_SHOWN]), delimiter) for part in (start, target)]
    row = visible(delimiter.join((kind or "support", *said)))
    other = "" if kind else ", or rebuttal for support"
    return f"a link is a row of its own, below an empty line: {head} and then {row}{other}"


def tell_meant(columns: Iterable[StrangeColumn], notes: Notes, format: str) -> None:
    """Take note of every column that looks like one that is meant to say more than free data."""
    for column in columns:
        hint = _remedy(column)
        if hint:
            message = f"no column is called '{visible(column.name[:60])}'"
            kept = f"; what it says is kept in the data under '{format}'"
            path = ("columns", column.place)
            notes.add(Note("unknown-column", message, path, hint=hint, kept=kept))


def _remedy(column: StrangeColumn) -> str:
    plain = plain_name(column.name)
    word = plain if plain in _WORDS else _stem(plain)
    if word in _WORDS:
        kind, out = _WORDS[word]
        if column.kind != "claim":
            return link_row(kind, "b", "a", column.delimiter)
        own = str(column.item["id"])
        ends = (own, column.cell) if out else (column.cell, own)
        return link_row(kind, *ends, column.delimiter)
    known = _called(plain, column.beside)
    return f"call it '{known}', if that is meant" if known else ""


def _called(plain: str, beside: Collection[str]) -> str:
    """The name of the column that is probably meant, and isn't there; else an empty text."""
    from difflib import get_close_matches  # here, for it is needed only when something is wrong

    stem = column_of(_stem(plain))
    known = _CALLED.get(plain) or (stem if is_known(stem) else "")
    if not known and len(plain) >= _SHORTEST:
        near = get_close_matches(plain, (*_TYPED, *_TYPED_TOO), n=1, cutoff=_NEAR)
        known = column_of(near[0]) if near else ""
    return "" if known in beside else known


def _stem(plain: str) -> str:
    for ending in _ENDINGS:
        if plain.endswith(ending):
            return plain.removesuffix(ending)
    return plain
