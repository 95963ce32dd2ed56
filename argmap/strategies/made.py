"""Values made from draws in a way that prints the value, not how it was made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st

__all__ = ["made", "together"]

Value = TypeVar("Value")


def made(
    function: Callable[..., Value], *parts: st.SearchStrategy[Any]
) -> st.SearchStrategy[Value]:
    """What ``function`` gives for a draw of each of the ``parts``.

    As `hypothesis.strategies.builds` does, but Hypothesis then shows the value itself: a recipe of forty numbers
    says nothing of the map it makes.
    """
    return _made(function, parts)


@st.composite
def _made(
    draw: st.DrawFn, function: Callable[..., Value], parts: tuple[st.SearchStrategy[Any], ...]
) -> Value:
    return function(*[draw(part) for part in parts])


def together(*parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """A draw of each of the ``parts`` as a tuple.

    As `hypothesis.strategies.tuples` does, but Hypothesis doesn't try to explain each part on its own, which takes a
    hundred runs a part and tells nothing of the map that is made of them.
    """
    return _made(lambda *drawn: drawn, parts)
