"""What stands in for chance: numbers that look drawn, the same for a seed on every machine and every Python.

They are multiples as in the generator of Lewis, Goodman and Miller 1969, mixed so that neighbours differ in all digits.
"""

from __future__ import annotations

__all__ = ["MOST", "drawn"]

MOST = 2_147_483_647
"""What is drawn is less."""

FACTOR = 16_807


def drawn(seed: int, number: int) -> int:
    """A number for a ``number``, whatever else there is to draw for; ``seed`` is at least 1."""
    state = (number + 1) * pow(FACTOR, seed, MOST) % MOST
    state = (state ^ state >> 15) * 48_271 % MOST
    return (state ^ state >> 13) * FACTOR % MOST
