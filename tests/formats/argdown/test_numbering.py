"""Ids made at once are those that would be made by looking closely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.argdown.numbering import Numbering
from argmap.model.ids import slug


@given(
    st.lists(
        st.sampled_from(["a", "Bc", "42", "", "x" * 9, "d-e", "it's", "é"]), min_size=1, max_size=7
    )
)
def test_ids_of_titles(words: list[str]) -> None:
    """An id would change with the way in which it is made."""
    title = " ".join(words)
    assert Numbering(set()).fresh(title, "claim") == (slug(title) or "claim-1")


@pytest.mark.parametrize("title", ["one two three four five six", "x" * 41, "Premise 1"])
def test_ids_at_the_edges(title: str) -> None:
    """A sixth word or a forty-first letter would be let in."""
    assert Numbering(set()).fresh(title, "claim") == slug(title)


def test_a_number_that_is_taken_is_left_out() -> None:
    """A document would be counted otherwise when it is read again: ``support-1-2`` is a title that somebody chose."""
    numbering = Numbering({"support-1", "support-3", "claim-1"})
    assert [numbering.fresh("", "support") for _ in range(3)] == [
        "support-2",
        "support-4",
        "support-5",
    ]
    assert numbering.fresh("", "claim") == "claim-2"
