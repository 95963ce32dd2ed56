"""A pause of Python's cyclic garbage collector."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_garbage"]


@contextmanager
def no_garbage() -> Iterator[None]:
    """A block without cyclic garbage collection; afterwards it is on or off as it was before.

    Reading, laying out and drawing make very many small values and no cycles; collections in between
    only cost time, more the larger the map. What the block leaves behind counts as old, so that the next
    collection doesn't look through all of it at once; all is collected when there is much, and twice as much as
    before. The switch is the whole process's: another thread's cycles wait as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _age()
            gc.enable()


class _Old:
    """The fewest blocks of memory there were since all that is none's was collected; none is not known."""

    def __init__(self) -> None:
        self.fewest = 0


_OLD = _Old()

_PYTHONS = 1_000
"""So many values at most Python freezes itself as it starts (3.12 does 375): a program that freezes has thousands."""

_FEW = 700
"""So many new values at most are left young: Python looks through as many by itself, time and again, and what follows takes longer."""

_MANY = 300_000
"""Fewer blocks of memory, some 25 megabytes, aren't worth a look: for a program that draws one map it is a twentieth of its time."""


def _age() -> None:
    """Put what is young among the old, unless somebody has frozen values of their own.

    Python then counts from nothing, and would never look through the old in a program that does this often. So it is
    told to when there are twice as many blocks of memory as there were, and many, which Python knows without going through them.
    Still it goes through its pools of memory then, and through what is frozen: no small block has to wait for that.
    """
    if not hasattr(gc, "freeze") or gc.get_count()[0] <= _FEW or gc.get_freeze_count() > _PYTHONS:
        return
    gc.freeze()
    gc.unfreeze()
    many = sys.getallocatedblocks()
    if not _OLD.fewest:
        _OLD.fewest = many
    elif many > max(2 * _OLD.fewest, _MANY):
        gc.collect()
        _OLD.fewest = 0  # what is left is counted the next time
    else:
        _OLD.fewest = min(_OLD.fewest, many)
