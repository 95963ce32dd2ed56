"""What the columns of tables are called, and what their cells hold."""

from __future__ import annotations

from typing import Any

from ...model.link import KINDS
from ..codec import ABOUT, ELEMENTS, LINKS, RECORDS, Shape
from ..node_graph import STEPS

__all__ = [
    "ENDS",
    "KINDS_OF_ROWS",
    "LISTS",
    "column_data",
    "column_of",
    "ends_of",
    "is_known",
    "kind_of_row",
    "plain_name",
]

ENDS: dict[str, tuple[str, str]] = {
    "conflict": ("claims", ""),
    "rephrase": ("claim", "original"),
    "preference": ("preferred", "over"),
    "answer": ("claim", "issue"),
}
"""The fields that the columns ``from`` and ``to`` hold, of links that aren't steps."""
_STEP = ("premises", "target")

SHAPES: dict[str, tuple[str, Shape]] = {
    "claim": ("claims", ELEMENTS["claims"]),
    "issue": ("issues", ELEMENTS["issues"]),
    **{kind: ("links", shape) for kind, shape in LINKS.items()},
    **{table[:-1]: (table, shape) for table, shape in RECORDS.items()},
    "about": ("about", ABOUT),
}
KINDS_OF_ROWS: dict[str, str] = {kind: table for kind, (table, _) in SHAPES.items()} | {
    "map": "map"
}
"""The kinds of rows, and the table of the map that each belongs to."""

LISTS = ("wordings", "said_by", "tags", "from", "warrants", "authors", "questions")
"""Columns that hold several texts."""

_ALIASES = {
    "type": "kind",
    "relation": "kind",
    "claim": "text",
    "statement": "text",
    "source": "from",
    "premises": "from",
    "premise": "from",
    "target": "to",
    "conclusion": "to",
    "speaker": "said_by",
    "tag": "tags",
}
_FIELDS = {name for _, shape in SHAPES.values() for name in shape.rules}
_HIDDEN = {name for pair in (*ENDS.values(), _STEP) for name in pair}
KNOWN = frozenset((_FIELDS - _HIDDEN) | {"kind", "from", "to"})
_PLACES = frozenset({"id", "text", "kind", "from"})


def column_of(name: str) -> str:
    """The name that a column has for argmap; as it is, if it isn't one that argmap knows."""
    plain = plain_name(name)
    plain = _ALIASES.get(plain, plain)
    return plain if plain in KNOWN else name


def plain_name(name: str) -> str:
    """A name in small letters, with a ``_`` between its words."""
    return "_".join(name.strip().lower().replace("-", " ").split())


def column_data(format: str) -> str:
    """The name under which free data keeps the columns of their own of a format, in one file or two."""
    return format.removesuffix("-pair")


def is_known(name: str) -> bool:
    """Whether a name, as `column_of` gives it, is that of a column of argmap's."""
    return name in KNOWN


def looks_like_head(names: list[str]) -> bool:
    """Whether a row may be the first of a table: it names columns, and those that tables are known by."""
    known = [column_of(name) for name in names]
    return bool(_PLACES.intersection(known)) and all(map(is_known, filter(None, known)))


def kind_of_row(given: str) -> str:
    """The kind that a cell says, in argmap's word; ``attack`` where the target decides."""
    plain = given.strip().lower()
    return STEPS.get(plain, plain)


def ends_of(kind: str) -> tuple[str, str]:
    """The fields of a link that the columns ``from`` and ``to`` hold."""
    return ENDS.get(kind, _STEP)


def is_link(kind: str) -> bool:
    """Whether a row of this kind is a link."""
    return kind in KINDS or kind == "attack"


def defaults() -> dict[str, Any]:
    """A root with an empty list for each table."""
    return {
        table: []
        for table in dict.fromkeys(KINDS_OF_ROWS.values())
        if table not in ("map", "about")
    }
