"""The smallest example of something: what documentation shows, and what one looks at first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st

__all__ = ["smallest"]

Value = TypeVar("Value")


def smallest(
    strategy: st.SearchStrategy[Value],
    wanted: Callable[[Value], bool] = lambda value: True,
    *,
    examples: int = 2_000,
) -> Value:
    """The smallest value that a strategy gives and that is as ``wanted``.

    As `hypothesis.find`, but without chance, memory or explanations: the same on every run of one program. Where several values are
    as small as can be, another program may get another of them, for Hypothesis looks at the modules that are imported. Raises
    `hypothesis.errors.NoSuchExample` if there is none among so many ``examples``.

    >>> from argmap.strategies import maps
    >>> smallest(maps(), lambda map: len(map.claims) > 1)
    <ArgumentMap: 2 claims, 0 links>
    """
    given = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    return find(strategy, wanted, settings=given)
