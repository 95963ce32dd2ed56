"""A pause of Python's cyclic garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_garbage"]


@contextmanager
def no_garbage() -> Iterator[None]:
    """A block without cyclic garbage collection; afterwards it is on or off as it was before.

    Reading, laying out and drawing make very many small values and no cycles; collections in between
    only cost time, more the larger the map. What the block leaves behind counts as old, so that the next
    collection doesn't look through all of it at once. The switch is the whole process's: another thread's
    cycles wait as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _age()
            gc.enable()


def _age() -> None:
    """Put what is young among the old, unless somebody has frozen values of their own."""
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
