"""``python -m argmap``: the command line, where the ``argmap`` program isn't on the PATH."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    raise SystemExit(main())
