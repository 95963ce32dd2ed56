"""Attributes of graphs as typed texts, as GraphML and GEXF have them; what has a structure is JSON in a text."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from ..jsontext import parse_json, write_json
from ..limits import Limits
from ..source import SourceText
from .codec import RECORDS, Shape
from .node_shapes import NODES
from .rules import Fault, flag, identifier, number_or_null, text, text_or_null

__all__ = ["as_text", "structured", "type_of", "value_of"]

_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_WHOLE = ("int", "long", "integer", "short", "byte", "biginteger")
_FLOATING = ("float", "double", "bigdecimal")
_PLAIN = (text, text_or_null, identifier, flag, number_or_null)
_LONGEST = 4_000


def type_of(value: Any) -> str:
    """The name of a value's type: ``boolean``, ``long``, ``double``, else ``string``."""
    return {bool: "boolean", int: "long", float: "double"}.get(type(value), "string")


def as_text(value: Any) -> str:
    """A value as its attribute's text: JSON for lists, objects, numbers and truth values."""
    return value if isinstance(value, str) else write_json(value, indent=None).rstrip("\n")


def value_of(given: str, type: str) -> Any:
    """What a text of a type says; raises `Fault` if it isn't of that type."""
    type = type.lower()
    stripped = given.strip()
    if type == "boolean":
        if stripped.lower() not in _BOOLEANS:
            raise Fault(f"must be true or false, not {given[:60]!r}")
        return _BOOLEANS[stripped.lower()]
    if type in _WHOLE and len(stripped) < _LONGEST:
        try:
            return int(stripped)
        except ValueError:
            raise Fault(f"must be a whole number, not {given[:60]!r}") from None
    if type in _FLOATING:
        try:
            number = float(stripped)
        except ValueError:
            raise Fault(f"must be a number, not {given[:60]!r}") from None
        if not isfinite(number):
            raise Fault(f"must be a finite number, not {given[:60]!r}")
        return number
    return given


def _names(shapes: Mapping[str, Shape]) -> frozenset[str]:
    return frozenset(
        name
        for shape in shapes.values()
        for name, rule in shape.rules.items()
        if rule not in _PLAIN and rule.__qualname__.partition(".")[0] != "one_of"
    )


_OF_NODES = _names(NODES)
_OF_GRAPHS = frozenset((*RECORDS, "about", "data"))


def structured(name: str, given: Any, limits: Limits, *, of_graph: bool = False) -> Any:
    """The list or object that an attribute of argmap's own is; raises `Fault` for what isn't JSON."""
    if type(given) is not str or name not in (_OF_GRAPHS if of_graph else _OF_NODES):
        return given
    try:
        return parse_json(SourceText(name, given), limits=limits).value
    except ValueError as error:
        first = str(error).partition("\n")[0]
        raise Fault(f"must be JSON here: {first}") from None
