"""``python tests/benchmarks/weighing``: the command, from a folder that is no package."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[3])
    from tests.benchmarks.weighing.command import main

    sys.exit(main())
