"""Lists that go on side by side."""

from __future__ import annotations

from argmap.layout.lists import Block, Listing, broken, listed

BELOW = {"t": ["a", "b", "c", "d"], "b": ["e", "f"]}
SIZES = dict.fromkeys("tabcdef", (100.0, 40.0))


def listing(longest: float) -> Listing:
    """Seven boxes, two of which have something below them."""
    return Listing(SIZES, BELOW, lambda id: 30.0, gap=10.0, between=20.0, longest=longest)


def test_lists_go_on_side_by_side() -> None:
    """A list would be longer than it may, or be broken where it needn't."""
    order = "tabefcd"
    whole = listed(order, listing(1_000.0))
    assert whole["t"] == Block(160.0, 340.0, (("a", "b", "c", "d"),))
    assert whole["b"] == Block(130.0, 140.0, (("e", "f"),))
    assert whole["a"] == Block(100.0, 40.0)
    parted = listed(order, listing(250.0))
    assert parted["t"].lists == (("a", "b"), ("c", "d"))
    assert parted["t"].height == 50 + 40 + 10 + 140
    assert parted["t"].width == (30 + 130) + 20 + (30 + 100)


def test_what_is_too_high_by_itself_has_a_list_alone() -> None:
    """It could not be placed at all."""
    blocks = {"a": Block(10, 500), "b": Block(10, 20), "c": Block(10, 20)}
    assert broken("abc", blocks, listing(0), 100.0) == (("a",), ("b", "c"))
    assert broken("ba", blocks, listing(0), -1.0) == (("b",), ("a",))
    assert broken("bc", blocks, listing(0), 50.0) == (("b", "c"),)
    assert broken("bc", blocks, listing(0), 49.0) == (("b",), ("c",))
