"""An undercut of an undercut of an undercut: each arrow ends on the step it attacks.

python examples/undercuts.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def undercuts() -> argmap.ArgumentMap:
    """An undercut of an undercut of an undercut, with a reason for the last of them."""
    draft = argmap.Draft("An undercut of an undercut of an undercut", language="en")
    red = draft.claim("The wall is red.", id="red")
    step = draft.support(red, by=draft.claim("It looks red to me.", id="looks"))
    lamp = draft.undercut(step, by=draft.claim("It is lit by a red lamp.", id="lamp"))
    off = draft.undercut(lamp, by=draft.claim("The lamp was switched off.", id="off"))
    unseen = draft.undercut(off, by=draft.claim("Nobody saw the switch.", id="unseen"))
    draft.support(unseen, by=draft.claim("The switch is in a locked room.", id="locked"))
    draft.rebut(red, by=draft.claim("Walls here are white.", id="white"))
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = undercuts()
    argmap.write(map, folder / "undercuts.svg")


if __name__ == "__main__":
    main()
