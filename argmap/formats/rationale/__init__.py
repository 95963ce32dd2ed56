"""Rationale's `.rtnl`, which is a script of calls that make the map; it is read word by word and never run.

::

    #Rationale Version 1.09
    node0 = app.Create("Claim")
    app.SetText(node0, "Co-ops are good.")
    app.CreateChild(node0, "CompoundReason")
    app.CreateChild(node0[0], "Claim")
    app.CreateChild(node0[0], "Inference")
    app.SetText(node0[0][0], "They are near.")

In the versions from 120 on each call gives its node a name: ``map0_20 = CreateChild(map0_10, "Reason")``. No file of Rationale's
own was found; what is read follows the reader and writer of Argumentative, another program.
"""

from __future__ import annotations

import re

from ..format import Format
from .reader import read

__all__ = ["RATIONALE"]

_SIGNS = re.compile(
    r"\s*#[ \t]*Rationale Version|(?:^|.*[\s.])Create\([\"'](?:Claim|Position)", re.DOTALL
)


def sniff(text: str) -> bool:
    """Whether the text names Rationale at its beginning, or makes a claim near it."""
    return _SIGNS.match(text[:4_000]) is not None


RATIONALE = Format(
    name="rationale",
    title="Rationale",
    suffixes=(".rtnl",),
    read=read,
    sniff=sniff,
)
