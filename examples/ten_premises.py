"""Ten premises that make one reason: lines that meet in one joint, and an objection beside them.

python examples/ten_premises.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def ten_premises() -> argmap.ArgumentMap:
    """One reason of ten premises that hold only together."""
    draft = argmap.Draft("Ten premises, one reason", language="en")
    guilty = draft.claim("The accused was in the house on the night of the fire.", id="guilty")
    seen = [
        draft.claim(f"Witness {n} saw the accused near the house at {n} o'clock.", id=f"w{n}")
        for n in range(1, 11)
    ]
    draft.support(guilty, by=seen, label="together")
    draft.rebut(guilty, by=draft.claim("That night he was in Leeds.", id="leeds"))
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = ten_premises()
    argmap.write(map, folder / "ten_premises.svg")


if __name__ == "__main__":
    main()
