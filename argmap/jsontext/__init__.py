"""Strict JSON: values with places, and a text that is good to read and to compare.

What many JSON readers let pass is refused here with its place: a key that is there twice, NaN,
numbers beyond what a computer holds, lone surrogates and control characters in texts, nesting
without end. ``parse`` has the fast way through the standard library, ``scan`` the slow one that
knows places, ``place`` finds where a value stands, ``write`` writes, and ``value`` says what a value is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .parse import JsonDocument, parse_json, quick_json
from .value import JsonValue, Path, kind_of, path_text

if TYPE_CHECKING:
    from .place import locate
    from .write import dense_json, write_json

__all__ = [
    "JsonDocument",
    "JsonValue",
    "Path",
    "dense_json",
    "kind_of",
    "locate",
    "parse_json",
    "path_text",
    "quick_json",
    "write_json",
]


if not TYPE_CHECKING:  # pragma: no branch - else a misspelt name would be taken for Any

    def __getattr__(name: str) -> Any:
        if name not in ("dense_json", "locate", "write_json"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import place, write  # what is read alone needs neither

        return getattr(place if name == "locate" else write, name)
