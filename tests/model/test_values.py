"""Values of the model: what each field holds, what is refused, and that nothing changes."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model.data import DEEPEST, LONGEST, Data, freeze, thaw
from argmap.model.ids import fresh_id, plain_slug, slug, word_slug
from argmap.model.sound import are_legal
from argmap.strategies import maps


class Text(str):
    """A subclass of str, as libraries hand them about."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: argmap.Claim(5), "Claim.id is a str, not int"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", b"x"), "Claim.text is a str, not bytes"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", implicit=1), "Claim.implicit is True or False"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", weight="1"), "Claim.weight is a number or None"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", weight=True), "Claim.weight is a number or None"),
        (lambda: argmap.Claim("a", tags="xy"), "Claim.tags is a tuple of str, not one str"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", tags=5), "Claim.tags is a tuple, not int"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", tags=(5,)), "Claim.tags is a str, not int"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", citations=("s",)), "holds Citation values, not str"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", group=5), "Claim.group is a str, not int"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", data=5), "free data holds JSON values|is a mapping"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", data=None), "Claim.data is a mapping"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Support("s", "ab", "t"), "Support.premises is a tuple of str"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Citation("s", start=-1), "Citation.start is a whole number"),
        (lambda: argmap.ArgumentMap(claims=(5,)), "holds Claim values, not int"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.ArgumentMap(links=(argmap.Attack("x", ("a",), "a"),)), "not Attack"),
    ],
)
def test_a_wrong_type_is_told_by_the_fields_name(make: Any, words: str) -> None:
    """Whoever builds maps from other data needs to know which field was wrong."""
    with pytest.raises(TypeError, match=words):
        make()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: argmap.Claim("a", stance="maybe"), "Claim.stance is one of asserted, assumed"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Rephrase("r", "a", "b", "denies"), "Rephrase.manner is one of restates"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: argmap.Claim("a", weight=10**400), "Claim.weight"),
        (lambda: argmap.Claim("a", data={"x": float("nan")}), "finite"),
        (lambda: argmap.Claim("a", data={"x": 10**LONGEST}), "digits"),
        (lambda: argmap.Claim("a", data={"x": "\x00"}), "control characters"),
        (lambda: argmap.Claim("a", data={"\ud800": 1}), "lone surrogates"),
    ],
)
def test_a_wrong_value_is_told_by_the_fields_name(make: Any, words: str) -> None:
    """A value of the right type can still be no value of the field."""
    with pytest.raises(ValueError, match=words):
        make()


def test_lists_and_subclasses_are_brought_into_form() -> None:
    """Equal values must be equal whatever container or str they came in."""
    claim = argmap.Claim(Text("a"), Text("t"), tags=[Text("x")], weight=1)  # type: ignore[arg-type]  # lists work too
    assert claim == argmap.Claim("a", "t", tags=("x",), weight=1.0)
    assert [type(claim.id), type(claim.tags), type(claim.tags[0])] == [str, tuple, str]
    support = argmap.Support("s", ["a", "b"], "c", weight=0)  # type: ignore[arg-type]  # lists work too
    assert support == argmap.Support("s", ("a", "b"), "c", weight=0.0)
    assert support.linked
    citation = argmap.Citation("s")
    assert argmap.Claim("a", citations=[citation]).citations == (citation,)  # type: ignore[arg-type]  # lists work too


def test_values_are_frozen_hashable_and_shown_as_code() -> None:
    """A value that changes under its owner, or can't be a key, isn't a value."""
    claim = argmap.Claim("a", "t", tags=("x",), data={"n": [1, {"m": None}]})
    with pytest.raises(FrozenInstanceError):
        claim.text = "other"  # type: ignore[misc]  # wrong on purpose
    assert len({claim, copy.deepcopy(claim), pickle.loads(pickle.dumps(claim))}) == 1
    names = {name: getattr(argmap, name) for name in argmap.__all__}
    assert eval(repr(claim), names) == claim
    conflict = argmap.Conflict("x", ("a", "b"), contradictory=True)
    assert repr(conflict) == "Conflict('x', ('a', 'b'), contradictory=True)"
    steps: list[argmap.Step] = [
        kind("r", ("a",), "b") for kind in (argmap.Rebuttal, argmap.Support)
    ]
    assert steps[0] != steps[1]


def test_free_data_is_a_frozen_mapping() -> None:
    """Free data must survive every trip, compare with dicts, and never change."""
    data = Data({"b": [1, 2.5, True, None], "a": {"c": "d"}})
    assert (list(data), len(data), data["a"]["c"]) == (["b", "a"], 2, "d")
    assert data == {"a": {"c": "d"}, "b": (1, 2.5, True, None)}
    assert data == Data({"a": {"c": "d"}, "b": (1, 2.5, True, None)})
    assert data != 5
    assert hash(data) == hash(Data(dict(data)))
    assert "b" in data
    assert "c" not in data
    assert (data.get("a"), data.get("x"), data.get("x", 1)) == (data["a"], None, 1)
    assert list(data.items()) == [("b", data["b"]), ("a", data["a"])]
    assert thaw(data) == {"b": [1, 2.5, True, None], "a": {"c": "d"}}
    assert pickle.loads(pickle.dumps(data)) == data
    assert repr(Data({"a": (1,)})) == "{'a': (1,)}"
    with pytest.raises(AttributeError, match="frozen"):
        data.x = 1
    with pytest.raises(TypeError, match="JSON values; set"):
        freeze({"a": {1}})
    with pytest.raises(TypeError, match="is a str, not int"):
        Data({5: 1})  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("sign", ["\x00", "\x7f", "\x85", "\ud800", "\uffff"])
@pytest.mark.parametrize("place", [0, 65_535, 65_536, 99_999])
def test_illegal_characters_anywhere_in_a_large_text(sign: str, place: int) -> None:
    """A control character far down in a document would get into a map, which no XML can then hold."""
    text = "é" * place + sign + "é" * (100_000 - place)
    assert not are_legal(["a", text])
    assert are_legal(["a", text.replace(sign, "b")])


def test_free_data_nests_only_so_deep() -> None:
    """Unbounded nesting would run hashing and pickling out of stack."""
    value: Any = 1
    for _ in range(DEEPEST - 1):
        value = [value]
    assert freeze(value) is not None
    deep: Any = Data()
    for _ in range(DEEPEST - 1):
        deep = Data({"a": deep})
    hash(deep)
    with pytest.raises(ValueError, match="deeper"):
        Data({"a": Data({"a": deep})})
    with pytest.raises(ValueError, match="deeper"):
        freeze([[value, [[value]]]])


def test_ids_are_short_words_of_any_script() -> None:
    """An id that nobody can read or type is a UUID by another name."""
    assert slug("The co-op's policy isn’t new, and never was, they say.") == (
        "the-co-ops-policy-isnt-new"
    )
    assert slug("国家应当减少贫困") == "国家应当减少贫困"
    assert slug("x" * 100) == "x" * 40
    assert slug("a " + "b" * 60) == "a"
    assert slug("?!") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ""),
        ("Thesis 12", "thesis-12"),
        ("a b c d e f g", "a-b-c-d-e"),
        ("They say: own for, has (it) always", "they-say-own-for-has"),
        ("'So' it_ #is.", "so-it-is"),
        ("a " + "b" * 60, "a"),
        ("x" * 41, "x" * 40),
        ("one" + " " * 200 + "two", None),
        ("a co-op", None),
        ("a - b", None),
        ("é", None),
    ],
)
def test_plain_words_are_told_at_once(text: str, told: str | None) -> None:
    """The usual text would have another id than the rule of all texts gives it, or be looked at letter by letter."""
    assert plain_slug(text) == told
    assert slug(text) == word_slug(text)


@given(st.text("ab 1é'_-.,:#\n", max_size=120) | st.text())
def test_at_once_or_word_by_word(text: str) -> None:
    """Some text would have another id than the rule of all texts gives it."""
    assert plain_slug(text) in (None, word_slug(text))


def test_ten_thousand_equal_wishes_stay_apart() -> None:
    """Numbering must remember how far it went, or building a map costs a square."""
    taken: set[str] = {"x-3"}
    counts: dict[str, int] = {}
    for _ in range(10_000):
        taken.add(fresh_id("x", taken, counts))
    assert len(taken) == 10_001
    assert counts["x"] >= 10_000
    assert fresh_id("new", taken, counts) == "new"


def test_ends_name_every_role() -> None:
    """Checks, graphs, edits and formats all rely on what a link says of its ends."""
    step = argmap.Support("s", ("a", "b"), "c", warrants=("w",))
    assert list(step.ends()) == [
        ("premise", "a"),
        ("premise", "b"),
        ("warrant", "w"),
        ("target", "c"),
    ]
    assert list(argmap.Conflict("x", ("a", "b")).ends()) == [("side", "a"), ("side", "b")]
    assert list(argmap.Rephrase("r", "a", "b").ends()) == [("rephrasing", "a"), ("original", "b")]
    assert list(argmap.Preference("p", "a", "b").ends()) == [("preferred", "a"), ("over", "b")]
    assert list(argmap.Answer("n", "a", "i").ends()) == [("position", "a"), ("issue", "i")]


@given(maps())
def test_what_links_tie_together_is_their_ends(map: argmap.ArgumentMap) -> None:
    """The quick answers of steps would leave out what the slow one of all links names."""
    for link in map.links:
        assert list(link.tied()) == [end for _, end in link.ends()]
        outputs = {role for _, role in link.OUTPUTS}
        assert link.inputs() == [end for role, end in link.ends() if role not in outputs]


def test_changing_one_field_checks_again() -> None:
    """Evolving is how values are edited; it must not be a way round the checks."""
    with pytest.raises(TypeError, match=r"Claim\.text"):
        evolve(argmap.Claim("a"), text=5)  # type: ignore[arg-type]  # wrong on purpose
