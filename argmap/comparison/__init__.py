"""Comparing maps: what differs, with changes that can be made, merged and told."""

from __future__ import annotations

from .changes import Change, Diff, Turn
from .differing import diff
from .matching import matched
from .patching import patch

__all__ = ["Change", "Diff", "Turn", "diff", "matched", "patch"]
