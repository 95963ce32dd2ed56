"""The command line: ``argmap draw``, ``convert``, ``check``, ``fmt``, ``fences`` and ``formats``, one file a command.

``program`` lists the commands, ``run`` turns what goes wrong into a message and an exit code,
``report`` is the one way to standard output and standard error.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Sequence

from ..pause import no_garbage

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code after running the command line with ``arguments``, those of the process if none."""
    if hasattr(gc, "freeze"):
        # At the end of the process all is given back anyway; to look through it for cycles first takes
        # a tenth of the time of a small drawing.
        atexit.register(gc.freeze)
    try:
        with no_garbage():  # classes are made by the dozen, and none is garbage
            from .run import run
        return run(arguments)
    except KeyboardInterrupt:  # before there is anything to stop, or for the second time
        return 130
