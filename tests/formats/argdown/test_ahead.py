"""What stands ahead is looked up once."""

from __future__ import annotations

from argmap.formats.argdown.ahead import Ahead


def test_each_finds_its_own() -> None:
    """One kind of bracket would hide what another looks for."""
    ahead = Ahead("a ] b ]: c")
    assert ahead.find("]", 0, "one") == 2
    assert ahead.find("]", 3, "one") == 6
    assert ahead.find("]", 1, "two") == 2
    assert ahead.find("?", 0, "one") == ahead.find("?", 5, "one") == -1


def test_only_to_the_end_of_the_line() -> None:
    """A bracket would be closed by one in another line."""
    ahead = Ahead("ab\ncd]\re]")
    assert ahead.line_end(0) == 2
    assert ahead.on_line("]", 0, "a") == -1
    assert ahead.on_line("]", 3, "a") == 5
    assert ahead.line_end(4) == 6
    assert ahead.line_end(7) == 9
