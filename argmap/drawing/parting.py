"""Where a run of cards is parted into pages: as full as they get, and rather at a large branch's start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["parted"]

FULL = 0.7
"""How full, in cards of what it could hold, a page must be to end where a larger branch begins."""

GUESS = 8
"""How many cards are tried first for a page, if the one before it doesn't have more."""

Fits = Callable[[int, int], bool]
"""Whether the cards from one number up to, not with, another fit on a page."""


def parted(depths: Sequence[int], fits: Fits) -> list[int]:
    """The numbers of the cards that the pages begin with, the first of them 0.

    ``depths`` says of every card how far it is from the main claims: of all places where a page may end,
    that before the least deep card is taken, and of equals the last. What fits on no page has one alone.
    """
    begins: list[int] = []
    end, most = 0, GUESS
    while end < len(depths):
        begins.append(end)
        most = _most(end, len(depths), max(most, GUESS), fits)
        last = end + most
        if last < len(depths):
            ends = range(end + max(round(most * FULL), 1), last + 1)
            last = min(ends, key=lambda each: (depths[each], -each))
        end = last
    return begins or [0]


def _most(start: int, total: int, guess: int, fits: Fits) -> int:
    """How many cards from ``start`` on fit, at least one: the guess is doubled, then the rest halved."""
    good, bad = 1, min(guess, total - start)
    while bad > good and fits(start, start + bad):
        good, bad = bad, min(2 * bad, total - start)
    while bad - good > 1:
        middle = (good + bad) // 2
        if fits(start, start + middle):
            good = middle
        else:
            bad = middle
    return good
