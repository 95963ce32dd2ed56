"""What is said of a picture that is wider than it may be."""

from __future__ import annotations

from ..errors import Loss

__all__ = ["too_wide"]

_ROUNDED = 0.5
"""How much wider a picture may come out because its sides are whole pixels."""


def too_wide(width: float, max_width: float | None) -> tuple[Loss, ...]:
    """What is lost if a picture of ``width`` was to be at most ``max_width`` wide, both in CSS pixels and margins included."""
    if max_width is None or width <= max_width + _ROUNDED:
        return ()
    why = f"its cards, title and legend need {width:,.0f} px"
    return (Loss("drawing-width", "", f"a width of at most {max_width:,.0f} px", why),)
