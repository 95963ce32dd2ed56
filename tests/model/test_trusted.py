"""Values made without a second look are the values that the classes make with one."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Group, InvalidMap, Rebuttal, Step, Support, Undercut
from argmap.model.data import Data, freeze, thaw, trusted_data
from argmap.model.trusted import trusted_claim, trusted_map, trusted_step

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("ab \n"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz"), inner, max_size=3),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.text("abc", max_size=3), JSON, max_size=4)


@given(OBJECTS)
def test_a_trusted_claim_is_a_claim(held: dict[str, Any]) -> None:
    """A claim that was read would differ from one made by hand, or could be changed."""
    made = trusted_claim("a", "A.", trusted_data(held))
    plain = Claim("a", "A.", data=held)
    assert type(made) is Claim
    assert (made, hash(made), repr(made)) == (plain, hash(plain), repr(plain))
    assert pickle.loads(pickle.dumps(made)) == plain
    with pytest.raises(AttributeError):
        made.text = "B."  # type: ignore[misc]  # wrong on purpose
    with pytest.raises(AttributeError):
        del made.text
    assert ArgumentMap(claims=(made,)) == ArgumentMap(claims=(plain,))


@pytest.mark.parametrize("kind", [Support, Rebuttal, Undercut])
def test_a_trusted_step_is_a_step(kind: type[Step]) -> None:
    """A link that was read would differ from one made by hand."""
    data = Data({"x": 1})
    made = trusted_step(kind, "s", ("a", "b"), "c", "scheme", data)
    plain = kind("s", ("a", "b"), "c", scheme="scheme", data=data)
    assert type(made) is kind
    assert (made, hash(made), repr(made)) == (plain, hash(plain), repr(plain))
    assert list(made.ends()) == list(plain.ends())
    with pytest.raises(AttributeError):
        made.target = "d"  # type: ignore[misc]  # wrong on purpose


@given(OBJECTS)
def test_trusted_data_are_frozen_when_somebody_looks(held: dict[str, Any]) -> None:
    """Free data that was read would hold lists that change, or differ by who looked first."""
    plain = Data(held)
    assert dict(trusted_data(held)) == dict(plain)
    assert len(trusted_data(held)) == len(plain)
    assert repr(trusted_data(held)) == repr(plain)
    assert hash(trusted_data(held)) == hash(plain)
    assert trusted_data(held) == plain == trusted_data(held)
    assert trusted_data(held) == held or plain != held
    assert thaw(trusted_data(held)) == thaw(plain)
    assert all(trusted_data(held)[name] == plain[name] for name in held)
    assert pickle.loads(pickle.dumps(trusted_data(held))) == plain
    assert Data({"in": trusted_data(held)}) == Data({"in": held})


def test_trusted_data_under_a_name_leave_out_what_is_said() -> None:
    """What the model says of a node would be kept a second time beside it."""
    late = ("aif", frozenset(["text"]))
    data = trusted_data({"text": "A.", "time": ["now"]}, late)
    assert data == {"aif": {"time": ("now",)}}
    assert data["aif"]["time"] is data["aif"]["time"]


def test_trusted_data_count_in_what_nests_too_deep() -> None:
    """Data of data would nest without end, and hashing run out of stack."""
    deep: Any = 1
    for _ in range(60):
        deep = {"x": [deep]}
    held = trusted_data(deep)
    with pytest.raises(ValueError, match="nests deeper"):
        freeze([held])
    assert freeze([trusted_data({"x": 1})]) == ({"x": 1},)


@pytest.mark.parametrize(
    "character", ["\x00", "\x1f", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"]
)
@pytest.mark.parametrize("around", ["{}", "\u00e9{}", "\u6f22{}"])
def test_no_text_of_a_plain_map_holds_what_texts_may_not(character: str, around: str) -> None:
    """The quick look at the texts of a large map would let one pass that no file can hold."""
    text = around.format(character)
    claims = (Claim("a", "A."), Claim("b", "B."))
    for wrong in (
        {"claims": (Claim("a", text),)},
        {"claims": (Claim("a", title=text),)},
        {"claims": (Claim(text, "A."),)},
        {"claims": (Claim("a", "A.", tags=("b", text)),)},
        {"claims": claims, "links": (Support("s", ("b",), "a", label=text),)},
        {"claims": claims, "links": (Rebuttal(text, ("b",), "a"),)},
    ):
        with pytest.raises(InvalidMap):
            ArgumentMap(**wrong)
    assert ArgumentMap(claims=(Claim("a", around.format("\u00a0\ufffd")),))


def test_a_group_of_a_plain_claim_is_there() -> None:
    """The quick look at a large map would let claims into groups that it hasn't."""
    claims = (Claim("a", "A.", tags=("t",), group="g"), Claim("b", "B."))
    assert ArgumentMap(claims=claims, groups=(Group("g"),))["a"].tags == ("t",)
    for groups in ((), (Group("h"),)):
        with pytest.raises(InvalidMap, match="names the group 'g'"):
            ArgumentMap(claims=claims, groups=groups)


def test_a_trusted_map_is_a_map() -> None:
    """What a reader makes without a second look would differ from what anybody makes."""
    claims = (Claim("a", "A."), Claim("b", "B."))
    links = (Support("s", ("a",), "b"),)
    made, plain = trusted_map(claims=claims, links=links), ArgumentMap(claims=claims, links=links)
    assert (made, hash(made), repr(made)) == (plain, hash(plain), repr(plain))
    assert list(made) == ["a", "b", "s"]
    assert pickle.loads(pickle.dumps(made)) == plain
    with pytest.raises(FrozenInstanceError):
        made.claims = ()  # type: ignore[misc]  # that it is refused is what is tested
