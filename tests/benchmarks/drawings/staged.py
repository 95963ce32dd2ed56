"""One drawing in a process of its own: ``python -m tests.benchmarks.drawings.staged MAP SVG``.

It prints as JSON the seconds of the processor that each stage took, the interpreter's start being the first; so it
imports next to nothing before.
"""

from __future__ import annotations

import sys
import time

__all__ = ["main"]


def main(source: str, target: str) -> None:
    """Draw a map as ``argmap draw`` does, each stage timed."""
    clock = [0.0, time.process_time()]
    import attrs  # noqa: F401 - the stage is that it is imported

    clock.append(time.process_time())
    import atexit
    import gc

    gc.disable()  # as wherever the package imports
    import argmap
    from argmap.drawing.compose import streamed
    from argmap.drawing.sizes import measure
    from argmap.drawing.styles import STYLES
    from argmap.drawing.styles.style import Wanted, placed
    from argmap.drawing.svg_writer import svg_bytes
    from argmap.drawing.theme import theme
    from argmap.drawing.view import view
    from argmap.files import write_atomic
    from argmap.pause import no_garbage

    nothing = argmap.loads('{"argmap": 1}', format="json")
    argmap.render(nothing, "svg")  # loads what is loaded when used
    clock.append(time.process_time())
    with no_garbage():
        map = argmap.read(source)
        clock.append(time.process_time())
        shown = view(map)
        clock.append(time.process_time())
        look = theme("auto")
        sized = measure(shown, look)
        clock.append(time.process_time())
        wanted = Wanted(None, "auto", look.spacing, None, None, None)
        layout = placed(STYLES.get("argmap"), sized, wanted)
        clock.append(time.process_time())
        frame, items = streamed(sized, layout, look)
        svg = svg_bytes(frame, items)
        clock.append(time.process_time())
        write_atomic(target, svg)
        clock.append(time.process_time())
    print([after - before for before, after in zip(clock, clock[1:])])  # noqa: B905, RUF007 - no imports
    atexit.register(gc.freeze)  # as the command line does


if __name__ == "__main__":
    main(*sys.argv[1:])
