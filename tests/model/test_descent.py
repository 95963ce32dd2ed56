"""What a map says of the one it was edited from."""

from __future__ import annotations

import pickle

from hypothesis import given

from argmap import ArgumentMap, Claim, Draft, Support
from argmap.model.descent import edited_since
from argmap.strategies import Edited, edited_maps

MAP = ArgumentMap(
    claims=(Claim("a", said_by=()), Claim("b"), Claim("c")), links=(Support("s", ("a",), "b"),)
)


def test_what_was_edited_is_named() -> None:
    """Who follows the edits of a map would overlook one."""
    draft = MAP.draft()
    draft.claim("New.", id="d")
    draft.replace("c", text="Other.")
    draft.remove("b")
    assert edited_since(MAP, draft.map()) == ("d", "c", "b", "s")


def test_mentions_of_a_record_that_goes() -> None:
    """Who follows the edits of a map would overlook that somebody no longer says a claim."""
    draft = MAP.draft()
    draft.claim("New.", id="d", said_by="Ann")
    before = draft.map()
    after = before.draft()
    after.remove(before.participants[0])
    assert edited_since(before, after.map()) == (before.participants[0].id, "d")


def test_where_nobody_knows() -> None:
    """A map would be taken for one that another was edited from."""
    draft = MAP.draft()
    draft.rename("a", "z")
    assert edited_since(MAP, draft.map()) is None
    back = MAP.draft()
    back.put_back(back.remove("a"))
    assert edited_since(MAP, back.map()) is None
    assert edited_since(MAP, MAP) is None
    assert edited_since(MAP, Draft().map()) is None
    other = Draft.of(ArgumentMap()).map()
    assert edited_since(MAP, other) is None


def test_it_is_no_part_of_the_map() -> None:
    """Equal maps would be unequal, or a pickle hold another map."""
    after = MAP.draft().map()
    assert after == MAP
    assert edited_since(MAP, after) == ()
    assert edited_since(MAP, pickle.loads(pickle.dumps(after))) is None


@given(edited_maps(max_edits=1))
def test_all_else_is_the_same(edited: Edited) -> None:
    """Something would have changed that isn't among what was edited."""
    ids = edited_since(edited.before, edited.after)
    if ids is not None:
        for map, other in ((edited.before, edited.after), (edited.after, edited.before)):
            assert all(other.elements.get(id) is map[id] for id in map if id not in ids)
