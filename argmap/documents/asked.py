"""What a block of a document asks of its picture, in words such as ``theme`` and ``max-width``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from math import isfinite
from typing import Any

from attrs import field, frozen

from ..errors import UnknownName

__all__ = ["OPTIONS", "Asked", "asked"]


@frozen(kw_only=True)
class Asked:
    """How a map is read, weighed and drawn.

    ``format`` and ``fence`` are those of `argmap.parse`, ``evaluate`` is a semantics or nothing, ``evaluate_reading`` says how
    supports are taken then, and ``drawing`` holds options of `argmap.draw`.
    """

    format: str | None = None
    fence: int | str | None = None
    evaluate: str | None = None
    evaluate_reading: str | None = None
    drawing: Mapping[str, Any] = field(factory=dict)


def _word(text: str) -> str:
    return text.strip()


def _fence(text: str) -> int | str:
    """A number, or else a heading."""
    word = text.strip()
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else word


def _depth(text: str) -> int:
    word = text.strip()
    if word.isascii() and word.isdigit() and len(word) < 10:
        return int(word)
    raise ValueError(f"{text!r} is no whole number")


def _above_nothing(text: str) -> float:
    with suppress(ValueError):
        number = float(text)
        if isfinite(number) and number > 0:
            return number
    raise ValueError(f"{text!r} is no number above 0")


def _length(text: str) -> float:
    return _above_nothing(text.strip().removesuffix("px"))


def _scale(text: str) -> float | str:
    return "fit" if text.strip() == "fit" else _above_nothing(text)


def _switch(text: str) -> bool:
    """Whether a word switches on; nothing at all does, as a flag has no value."""
    word = text.strip().lower()
    if word in ("", "yes", "true", "on"):
        return True
    if word in ("no", "false", "off"):
        return False
    raise ValueError(f"{text!r} is neither yes nor no")


_READ: dict[str, Callable[[str], Any]] = {
    "format": _word,
    "fence": _fence,
    "evaluate": _word,
    "evaluate-reading": _word,
}
_DRAWN: dict[str, Callable[[str], Any]] = {
    "style": _word,
    "theme": _word,
    "direction": _word,
    "engine": _word,
    "reading": _word,
    "focus": _word,
    "depth": _depth,
    "max-width": _length,
    "aspect": _above_nothing,
    "scale": _scale,
    "pro-first": _switch,
}
OPTIONS: tuple[str, ...] = (*_READ, *_DRAWN)
"""The name of every option, as documents write it."""


def asked(words: Mapping[str, str], *, standard: Mapping[str, str] | None = None) -> Asked:
    """What ``words`` ask for, and ``standard`` where they say nothing.

    Raises `UnknownName` for what is no option, and ValueError with the option's name for a value that it doesn't take.

    >>> asked({"depth": "2", "evaluate": "grounded"}).drawing
    {'depth': 2}
    """
    read: dict[str, Any] = {}
    drawn: dict[str, Any] = {}
    for given, text in {**(standard or {}), **words}.items():
        name = given.replace("_", "-")
        if name not in OPTIONS:
            raise UnknownName("option", given, OPTIONS)
        understood = _READ.get(name) or _DRAWN[name]
        try:
            value = understood(text)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        (read if name in _READ else drawn)[name.replace("-", "_")] = value
    if "evaluate_reading" in read and "evaluate" not in read:
        raise ValueError("evaluate-reading means nothing without evaluate")
    return Asked(**read, drawing=drawn)
