"""Comparing maps: what differs, with changes that can be made, merged, told, and drawn."""

from __future__ import annotations

from .changes import Change, Diff, Turn
from .differing import diff
from .drawn import draw_diff, overlaid
from .matching import matched
from .merging import Merged, merge
from .patching import patch
from .telling import told, values
from .uniting import unite

__all__ = [
    "Change",
    "Diff",
    "Merged",
    "Turn",
    "diff",
    "draw_diff",
    "matched",
    "merge",
    "overlaid",
    "patch",
    "told",
    "unite",
    "values",
]
