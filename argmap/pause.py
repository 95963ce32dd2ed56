"""A pause of Python's cyclic garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import define

__all__ = ["no_garbage"]


@contextmanager
def no_garbage() -> Iterator[None]:
    """A block without cyclic garbage collection; afterwards it is on or off as it was before.

    Reading, laying out and drawing make very many small values and no cycles; collections in between
    only cost time, more the larger the map. What the block leaves behind counts as old, so that the next
    collection doesn't look through all of it at once; all is collected when there is twice as much as
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


@define
class _Old:
    """About how many values became old since they were counted, and the fewest there were since all that is none's was collected."""

    come: int = 0
    fewest: int = 0


_OLD = _Old()

_FEW = 100_000
"""So many values may become old before they are counted: a collection of them takes some milliseconds."""


def _age() -> None:
    """Put what is young among the old, unless somebody has frozen values of their own.

    Python then counts from nothing, and would never look through the old in a program that does this often. So it is told to when
    there are twice as many values as there were; to count them they are gone through, which waits until there may be a quarter more.
    """
    if not hasattr(gc, "freeze") or gc.get_freeze_count():
        return
    _OLD.come += _made()
    due = _OLD.come > max(_FEW, _OLD.fewest // 4)
    gc.freeze()
    many = gc.get_freeze_count() if due else 0
    gc.unfreeze()
    if due:
        _counted(many)


def _made() -> int:
    """How many values were made since all were looked through, at most: those of each collection since then count in full."""
    found, most = gc.get_count(), gc.get_threshold()
    return found[0] + most[0] * (found[1] + most[1] * found[2])


def _counted(many: int) -> None:
    """Take note of how many values there are, and collect what is none's if they have doubled."""
    _OLD.come = 0
    if not _OLD.fewest:
        _OLD.fewest = many
    elif many > 2 * _OLD.fewest:
        gc.collect()
        _OLD.fewest = 0  # what is left is counted the next time
    else:
        _OLD.fewest = min(_OLD.fewest, many)
