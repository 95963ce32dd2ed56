"""Relations that follow from reconstructions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_an_undercut_said_of_the_argument_and_of_its_inference_is_one(
    outline: Callable[[str], list[list[Any]]],
) -> None:
    """The map would have the same undercut twice; the reference means to join them, and doesn't."""
    rows = outline("<A>\n  <_ [U]\n\n(1) p\n----\n  <_ [U]\n(2) c\n\n[U]\n  _> <A>\n")
    relations = [row for row in rows if row[0] == "R"]
    assert relations == [["R", "U", "statement", "undercut", "A", "inference", 1]]
