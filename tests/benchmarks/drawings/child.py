"""One drawing in a process of its own: ``python -m tests.benchmarks.drawings.child MAP DIRECTION SVG``.

It reads the map's JSON, draws it, writes the SVG, and prints as JSON the seconds that each step took.
"""

from __future__ import annotations

import atexit
import gc
import sys
import time
from itertools import pairwise

import argmap

__all__ = ["main"]


def main(source: str, direction: str, target: str) -> None:
    """What ``argmap draw`` does, each step timed."""
    clock = [time.process_time()]
    read = argmap.read(source)
    clock.append(time.process_time())
    drawing = argmap.render(read, "svg", direction=direction)
    clock.append(time.process_time())
    from argmap.files import (
        write_atomic,
    )  # loaded already, by the package, which pauses the collector meanwhile

    write_atomic(target, drawing.data)
    clock.append(time.process_time())
    steps = [after - before for before, after in pairwise(clock)]
    atexit.register(gc.freeze)  # as the command line does
    print('{{"read": {}, "draw": {}, "write": {}}}'.format(*steps))


if __name__ == "__main__":
    main(*sys.argv[1:])
