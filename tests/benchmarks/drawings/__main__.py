"""``python tests/benchmarks/drawings``: the command, from a folder that is no package."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[3])
    from tests.benchmarks.drawings.command import main

    sys.exit(main())
