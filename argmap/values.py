"""Frozen values, made by attrs, that are ready to be compared and shown only when somebody asks; and named tuples.

attrs writes the comparison, the hash and the words of each class as source text, and compiles it. That is the half of
what making a class takes, and a program that draws one map makes sixty of them and calls hardly any.
`frozen` and `define` are for the modules that nearly every program loads: the classes have the same methods, written once
for all of them; elsewhere attrs's own do as well. `NamedTuple` is for the same modules: that of typing compiles the
annotation of each field, which here is text that nobody asks for.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

import attrs

__all__ = ["NamedTuple", "define", "frozen"]


def _equal(self: Any, other: object) -> Any:
    """Whether both are of one class and equal in every field that counts."""
    if type(other) is not type(self):
        return NotImplemented
    compared = _compared(type(self))
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    """A hash of the fields that count."""
    return hash(_compared(type(self))(self))


@recursive_repr("...")
def _shown(self: Any) -> str:
    """The call that makes an equal value, with every field that is shown."""
    kind = type(self)
    shown = [part.name for part in attrs.fields(kind) if part.repr]
    told = [f"{name}={getattr(self, name, attrs.NOTHING)!r}" for name in shown]
    return f"{kind.__qualname__.rpartition('>.')[2]}({', '.join(told)})"


def _compared(kind: Any) -> Callable[[Any], Any]:
    """What gets the fields of a class that count when its values are compared."""
    known = _COMPARED.get(kind)
    if known is None:
        names = [part.name for part in attrs.fields(kind) if part.eq]
        known = _COMPARED[kind] = attrgetter(*names) if names else _nothing
    return known


_COMPARED: dict[type, Callable[[Any], Any]] = {}
"""What `_compared` has told of each class so far."""


def _nothing(_: object) -> tuple[()]:
    return ()


def _made(
    make: Callable[..., Any], kind: type | None, eq: bool, repr: bool, options: dict[str, Any]
) -> Any:
    """A class that attrs has made of ``kind``, with the methods above where it has none of its own."""

    def of(kind: type) -> type:
        own = vars(kind)
        made: Any = make(kind, eq=False, repr=False, **options)
        if eq and "__eq__" not in own:
            made.__eq__ = _equal
            if "__hash__" not in own:
                made.__hash__ = _hash if make is attrs.frozen else None
        if repr and "__repr__" not in own:
            made.__repr__ = _shown
        return made  # type: ignore[no-any-return]  # the class that attrs returns

    return of if kind is None else of(kind)


class _Named(type):
    """What makes a class of tuples of a class that says the names of their parts."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        parts = body.get("__annotations__", {})
        defaults = [body[part] for part in parts if part in body]
        home = body["__module__"]
        made: Any = namedtuple(name, parts, defaults=defaults, module=home)  # type: ignore[misc]  # mypy can't know the parts
        made.__new__.__annotations__ = parts
        for key, value in body.items():
            if key not in parts:
                setattr(made, key, value)
        return made


if TYPE_CHECKING:
    from typing import NamedTuple

    from attrs import define, frozen
else:
    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})

    def define(kind: type | None = None, *, eq: bool = True, repr: bool = True, **options: Any):
        """What `attrs.define` makes of a class."""
        return _made(attrs.define, kind, eq, repr, options)

    def frozen(kind: type | None = None, *, eq: bool = True, repr: bool = True, **options: Any):
        """What `attrs.frozen` makes of a class."""
        return _made(attrs.frozen, kind, eq, repr, options)
