"""Where pages begin: as late as they may, but for the sake of a large branch."""

from __future__ import annotations

from argmap.drawing.parting import parted


def begins(depths: list[int], most: int) -> list[int]:
    """Where the pages begin if each holds so many cards."""
    return parted(depths, lambda start, end: end - start <= most)


def test_pages_are_filled() -> None:
    """Half-empty pages are twice as many."""
    assert begins([1] * 10, 4) == [0, 4, 8]
    assert begins([1] * 10, 10) == [0]
    assert begins([1] * 100, 40) == [0, 40, 80]
    assert begins([], 4) == [0]


def test_a_page_ends_where_a_large_branch_begins() -> None:
    """Its reason would be on the page before all that is said of it."""
    assert begins([0, 1, 2, 3, 3, 3, 2, 3, 3, 1, 2], 8) == [0, 6]
    assert begins([0, 2, 2, 2, 2, 2, 1, 2, 2, 2], 8) == [0, 6]
    assert begins([0, 2, 1, 2, 2, 2, 2, 2, 2, 2], 8) == [0, 8]  # too early in the page


def test_what_fits_nowhere_stands_alone() -> None:
    """A card larger than a page would be looked for a page for ever, and those after it stand alone too."""
    large = {2}

    def fits(start: int, end: int) -> bool:
        return end - start <= 5 and not large.intersection(range(start, end))

    assert parted([1] * 9, fits) == [0, 2, 3, 8]
