"""Tests of values that are compared and shown by methods that all classes share."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from typing import Any

import attrs
import pytest

from argmap.values import NamedTuple, define, frozen


@frozen
class Pair:
    """A value as most are."""

    left: int
    right: Any = None
    aside: str = attrs.field(default="", repr=False, eq=False, kw_only=True)


@frozen
class Other:
    """A value with the same fields, of another class."""

    left: int
    right: Any = None


@frozen(kw_only=True)
class Empty:
    """A value with nothing in it."""


@define
class Open:
    """A thing that can be written to."""

    items: Any = attrs.field(factory=list)


@frozen(eq=False, repr=False)
class Bare:
    """A value that is equal to itself alone."""

    left: int


@frozen
class Own:
    """A value that knows for itself."""

    left: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "own"


@frozen
class Hashed:
    """A value that knows its hash for itself, and nothing else."""

    left: int

    def __hash__(self) -> int:
        return 8


class Parts(NamedTuple):
    """A tuple as most are."""

    left: int
    right: tuple[Any, ...] = ()

    @property
    def all(self) -> tuple[Any, ...]:
        """Both, in one."""
        return (self.left, *self.right)


@attrs.frozen
class Peer:
    """What attrs itself makes."""

    left: int
    right: Any = None


def test_values_are_equal_by_class_and_fields() -> None:
    """Else a map that was read again would be another one."""
    assert Pair(1, "a") == Pair(1, "a")
    assert Pair(1, "a") != Pair(1, "b")
    assert Pair(1, "a") != Pair(2, "a")
    assert Pair(1, aside="x") == Pair(1, aside="y")
    others: list[object] = [Other(1), 1]
    assert Pair(1) not in others
    assert Pair(1).__eq__(1) is NotImplemented
    assert Empty() == Empty()
    assert Open([1]) == Open([1])
    assert Bare(1) != Bare(1)


def test_hashes_go_with_equality() -> None:
    """Else equal values would be two in a set."""
    assert len({Pair(1, "a"), Pair(1, "a", aside="x"), Pair(1, "b")}) == 2
    assert len({Empty(), Empty()}) == 1
    assert len({Bare(1), Bare(1)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open())
    with pytest.raises(TypeError, match="unhashable"):
        hash(Pair(1, []))


def test_values_are_shown_as_attrs_shows_them() -> None:
    """Else messages and doctests would change with the module that a class stands in."""
    assert repr(Pair(1, "a", aside="x")) == "Pair(left=1, right='a')"
    assert repr(Empty()) == "Empty()"
    assert repr(Peer(1, Other(2))) == repr(Other(1, Other(2))).replace("Other", "Peer", 1)
    assert " object at " in repr(Bare(1))
    half = object.__new__(Pair)
    assert repr(half) == "Pair(left=NOTHING, right=NOTHING)"


def test_what_holds_itself_is_shown_once() -> None:
    """Else showing a circle would never end."""
    circle = Open()
    circle.items.append(circle)
    assert repr(circle) == "Open(items=[...])"


def test_a_class_within_a_function_is_shown_by_its_name_alone() -> None:
    """Else the function's name would stand before it, which attrs leaves out."""

    @frozen
    class Inner:
        left: int

    assert repr(Inner(1)) == "Inner(left=1)"


def test_own_methods_are_kept() -> None:
    """Else a class couldn't say what its values are equal to."""
    assert Own(1) == Own(2)
    assert hash(Own(1)) == 7
    assert repr(Own(1)) == "own"
    assert hash(Hashed(1)) == 8
    assert Hashed(1) == Hashed(1)
    assert Hashed(1) != Hashed(2)


def test_they_are_values_of_attrs_in_all_else() -> None:
    """Else they could be written to, or not be copied, pickled, evolved and listed."""
    pair = Pair(1, "a", aside="x")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        pair.left = 2  # type: ignore[misc]  # the point
    assert attrs.evolve(pair, left=2) == Pair(2, "a")
    assert pickle.loads(pickle.dumps(pair)).aside == "x"
    assert copy.deepcopy(pair) == pair
    assert attrs.asdict(pair) == {"left": 1, "right": "a", "aside": "x"}
    assert not hasattr(pair, "__dict__")
    opened = Open()
    opened.items = [2]
    assert opened == Open([2])


def test_named_tuples_are_what_typing_makes() -> None:
    """Else a class of tuples would have no defaults, methods or words, or couldn't be pickled."""
    parts = Parts(1, right=(2,))
    assert tuple(parts) == (1, (2,))
    assert parts.all == (1, 2)
    assert parts._replace(left=3) == Parts(3, (2,))
    assert repr(Parts(1)) == "Parts(left=1, right=())"
    assert pickle.loads(pickle.dumps(parts)) == parts
    assert Parts.__doc__ == "A tuple as most are."
    assert (Parts.__module__, Parts.__qualname__) == (__name__, "Parts")
    assert typing.get_type_hints(Parts) == {"left": int, "right": tuple[Any, ...]}
    assert list(inspect.signature(Parts).parameters) == ["left", "right"]
    with pytest.raises(AttributeError):
        parts.left = 2  # type: ignore[misc]  # the point
