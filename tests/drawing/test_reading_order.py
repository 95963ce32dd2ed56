"""The order in which cards are read aloud."""

from __future__ import annotations

import argmap
from argmap.drawing.reading_order import reading_order


def test_a_claim_is_followed_by_what_bears_on_it() -> None:
    """Reading in the author's order of creation would tear reasons from their claim."""
    draft = argmap.Draft()
    for name in ("far", "near", "main", "other", "linked", "under"):
        draft.claim(name, id=name)
    draft.support("near", by="far")
    step = draft.support("main", by=["near", "linked"])
    draft.rebut("main", by="other")
    draft.undercut(step, by="under")
    assert reading_order(draft.map()) == ("main", "near", "far", "linked", "under", "other")


def test_issues_come_first_and_circles_end() -> None:
    """A circular map is read once, and nothing is left out."""
    draft = argmap.Draft()
    for name in "abc":
        draft.claim(name, id=name)
    draft.rebut("a", by="b")
    draft.rebut("b", by="a")
    draft.answer(draft.issue("Which?", id="i"), by="c")
    assert reading_order(draft.map()) == ("i", "c", "a", "b")
