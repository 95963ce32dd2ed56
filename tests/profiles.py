"""How many examples a property is tried on that wants another number of them than most."""

from __future__ import annotations

from hypothesis import settings

__all__ = ["examples"]

_QUICK = 10
"""How many examples the profile ``quick`` has of most properties; ``argmap`` has six times as many."""


def examples(count: int) -> int:
    """``count`` itself, and a sixth of it in a quick run, in which most properties have a sixth too."""
    assert settings.default is not None
    return count if settings.default.max_examples > _QUICK else max(1, count // 6)
