"""A pause of Python's cyclic garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_garbage"]


@contextmanager
def no_garbage() -> Iterator[None]:
    """A block without cyclic garbage collection; afterwards it is on or off as it was before.

    Layouts and readers make very many small values and no cycles; collections in between only cost time, more
    the larger the map. The switch is the whole process's: another thread's cycles wait as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
