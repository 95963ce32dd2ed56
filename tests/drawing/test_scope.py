"""Which part of a map a view shows."""

from __future__ import annotations

import pytest

import argmap
from argmap.drawing.scope import scope


def chain() -> argmap.ArgumentMap:
    """A chain with linked premises and an undercut at its end."""
    draft = argmap.Draft()
    for name in "abcde":
        draft.claim(name, id=name)
    draft.support("a", by="b", id="s1")
    draft.support("b", by=["c", "d"], id="s2")
    draft.undercut("s2", by="e", id="u")
    return draft.map()


def test_everything_is_shown_unless_asked() -> None:
    """Nothing may vanish from a picture that nobody restricted."""
    assert scope(chain(), None, None) == set(chain().elements)


def test_depth_counts_links_from_the_main_claims() -> None:
    """Depth 1 is the main claim with what bears on it directly."""
    assert scope(chain(), None, 0) == {"a"}
    assert scope(chain(), None, 1) == {"a", "s1", "b"}
    assert scope(chain(), None, 2) == {"a", "s1", "b", "s2", "c", "d"}


def test_a_focus_shows_both_directions() -> None:
    """Around a claim stand what it bears on and what bears on it; a link comes with all its ends."""
    assert scope(chain(), "c", 1) == {"c", "s2", "d", "b"}
    assert scope(chain(), "e", 1) == {"e", "u", "s2", "b", "c", "d"}
    assert scope(chain(), "a", None) == {"a", "s1", "b", "s2", "c", "d"}
    assert scope(chain(), "s1", 0) == {"s1", "a", "b"}


def test_wrong_questions_are_refused() -> None:
    """A mistyped id must not give an empty picture."""
    with pytest.raises(argmap.UnknownId, match="'zz'"):
        scope(chain(), "zz", None)
    with pytest.raises(ValueError, match="not -1"):
        scope(chain(), None, -1)
