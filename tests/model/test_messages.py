"""What an author is told when a map, an element or an edit is refused, word for word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx
import pytest

import argmap
from argmap.model.code import code

A, B = argmap.Claim("a", "A"), argmap.Claim("b", "B")
STEP = argmap.Support("s", ("a",), "b")
DOCUMENT = argmap.Source("d")

PROBLEMS: list[tuple[dict[str, Any], list[str]]] = [
    ({"claims": (A, A, A)}, ["3 claims, issues or links share the id 'a'"]),
    ({"groups": (argmap.Group("g"),) * 2}, ["2 groups share the id 'g'"]),
    ({"schemes": (argmap.Scheme("e"),) * 2}, ["2 schemes share the id 'e'"]),
    ({"participants": (argmap.Participant("p"),) * 2}, ["2 participants share the id 'p'"]),
    ({"sources": (DOCUMENT,) * 2}, ["2 sources share the id 'd'"]),
    ({"claims": (argmap.Claim(""),)}, ["a claim has an empty id"]),
    ({"issues": (argmap.Issue(""),)}, ["an issue has an empty id"]),
    (
        {"about": argmap.About("\x00")},
        ["the map's own title holds a control character or a lone surrogate"],
    ),
    (
        {"claims": (A,), "links": (argmap.Support("s", ("x",), "a"),)},
        ["the support 's' has the premise 'x', which isn't there"],
    ),
    (
        {"claims": (A,), "links": (argmap.Answer("n", "a", "a"),)},
        ["the answer 'n' has the issue 'a', which is a claim; it must be an issue"],
    ),
    (
        {"claims": (A, B), "links": (STEP, argmap.Rebuttal("r", ("a",), "s"))},
        [
            (
                "the rebuttal 'r' has the target 's', which is a support; "
                "it must be a claim; an objection to a link is an Undercut"
            )
        ],
    ),
    (
        {"claims": (A, B), "links": (argmap.Undercut("u", ("a",), "b"),)},
        [
            (
                "the undercut 'u' has the target 'b', which is a claim; "
                "it must be a link; an objection to a claim is a Rebuttal"
            )
        ],
    ),
    (
        {
            "claims": (A,),
            "issues": (argmap.Issue("i"),),
            "links": (argmap.Support("s", ("a",), "i"),),
        },
        ["the support 's' has the target 'i', which is an issue; it must be a claim or a link"],
    ),
    (
        {"claims": (A, B), "links": (argmap.Support("s", ("a",), "b", warrants=("a",)),)},
        ["the support 's' names 'a' twice, as premise and as warrant"],
    ),
    (
        {"claims": (A,), "links": (argmap.Support("s", (), "a"),)},
        ["the support 's' has no premise"],
    ),
    (
        {"claims": (A,), "links": (argmap.Conflict("x", ("a",)),)},
        ["the conflict 'x' needs two claims or more"],
    ),
    (
        {"claims": (A,), "links": (argmap.Preference("p", "a", "a"),)},
        ["the preference 'p' ties an element to itself"],
    ),
    (
        {"claims": (argmap.Claim("a", said_by=("p",)),)},
        ["the claim 'a' names the participant 'p', which isn't there"],
    ),
    (
        {"claims": (argmap.Claim("a", citations=(argmap.Citation("d"),)),)},
        ["the claim 'a' names the source 'd', which isn't there"],
    ),
    (
        {"claims": (argmap.Claim("a", weight=1.5),)},
        ["the claim 'a' has the weight 1.5, which isn't in [0, 1]"],
    ),
    (
        {"groups": (argmap.Group("g", parent="h"),)},
        ["the group 'g' has the parent 'h', which isn't there"],
    ),
    (
        {"claims": (argmap.Claim("a", "one \x07"),)},
        ["the claim 'a' has U+0007 in its text, at character 4"],
    ),
    (
        {
            "claims": (argmap.Claim("a", citations=(argmap.Citation("d", "\x1b"),)),),
            "sources": (DOCUMENT,),
        },
        ["the claim 'a' has U+001B in its citations, at character 0"],
    ),
    (
        {
            "claims": (A,),
            "links": (argmap.Undercut("u", ("a",), "v"), argmap.Undercut("v", ("a",), "u")),
        },
        ["the links u -> v -> u lead back to themselves"],
    ),
    (
        {"groups": (argmap.Group("g", parent="h"), argmap.Group("h", parent="g"))},
        ["the groups g -> h -> g contain one another"],
    ),
]


@pytest.mark.parametrize(("parts", "messages"), PROBLEMS)
def test_a_map_is_refused_in_these_words(parts: dict[str, Any], messages: list[str]) -> None:
    """Who has the file alone, without the words, can't mend it."""
    with pytest.raises(argmap.InvalidMap) as caught:
        argmap.ArgumentMap(**parts)
    assert [problem.message for problem in caught.value.problems] == messages


@pytest.mark.parametrize("weight", [0.0, 1.0, 0, 1])
def test_the_ends_of_the_range_are_weights(weight: float) -> None:
    """A claim that is certain, or that counts nothing, is no fault."""
    made = argmap.ArgumentMap(claims=(argmap.Claim("a", weight=weight, tags=("t",), said_by=()),))
    assert made.claims[0].weight == weight


def drafted() -> argmap.Draft:
    """A draft with two claims and a support."""
    return argmap.ArgumentMap(claims=(A, B), links=(STEP,), groups=(argmap.Group("g"),)).draft()


def nested(depth: int) -> list[Any]:
    """Lists in lists."""
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


REFUSALS: list[tuple[Callable[[], object], type[Exception], str]] = [
    (
        lambda: argmap.Claim("a", data={"x": {1, 2}}),
        TypeError,
        "free data holds JSON values; set isn't one",
    ),
    (
        lambda: argmap.Claim("a", data={"x": float("inf")}),
        ValueError,
        "free data holds finite numbers; inf isn't one",
    ),
    (
        lambda: argmap.Claim("a", data={"x": 10**4_300}),
        ValueError,
        "free data holds whole numbers of at most 4,300 digits",
    ),
    (
        lambda: argmap.Claim("a", data={"x": "\x00"}),
        ValueError,
        "free data may not hold control characters or lone surrogates",
    ),
    (
        lambda: argmap.Claim("a", data={1: "x"}),  # type: ignore[dict-item] # it is refused
        TypeError,
        "a name in free data is a str, not int",
    ),
    (
        lambda: argmap.Claim("a", data={"x": nested(100)}),
        ValueError,
        "free data nests deeper than 100",
    ),
    (
        lambda: setattr(argmap.Claim("a", data={"x": 1}).data, "x", 2),
        AttributeError,
        "free data is frozen; make a new mapping and replace the element",
    ),
    (
        lambda: argmap.Claim("a", data=[1]),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Claim.data is a mapping, not list",
    ),
    (
        lambda: argmap.Claim("a", weight=10**400),
        ValueError,
        "Claim.weight is a number from 0 to 1, and this one has no end",
    ),
    (
        lambda: argmap.Claim("a", weight="1"),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Claim.weight is a number or None, not str",
    ),
    (
        lambda: argmap.Claim("a", tags="ab"),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Claim.tags is a tuple of str, not one str",
    ),
    (
        lambda: argmap.Claim("a", tags=1),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Claim.tags is a tuple, not int",
    ),
    (
        lambda: argmap.Conflict("k", "ab"),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Conflict.claims is a tuple of str, not one str",
    ),
    (
        lambda: argmap.Conflict("k", ("a", "b"), contradictory=1),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Conflict.contradictory is True or False, not int",
    ),
    (
        lambda: argmap.Rephrase("r", 1, "b"),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Rephrase.claim is a str, not int",
    ),
    (
        lambda: argmap.Answer("n", "a", None),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Answer.issue is a str, not NoneType",
    ),
    (
        lambda: argmap.Preference("p", "a", 2),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Preference.over is a str, not int",
    ),
    (
        lambda: argmap.Support("s", "ab", "c"),  # type: ignore[arg-type] # it is refused
        TypeError,
        "Support.premises is a tuple of str, not one str",
    ),
    (
        lambda: argmap.ArgumentMap(claims=(STEP,)),  # type: ignore[arg-type] # it is refused
        TypeError,
        "ArgumentMap.claims holds Claim values, not Support",
    ),
    (
        lambda: argmap.ArgumentMap(links=(_Odd("s", ("a",), "b"),)),
        TypeError,
        (
            "ArgumentMap.links holds links of the kinds support, rebuttal, undercut, conflict, rephrase, "
            "preference, answer, not _Odd"
        ),
    ),
    (
        lambda: drafted().replace("a", id="c"),
        argmap.EditError,
        "the id of 'a' is changed by rename(), which mends what names it",
    ),
    (
        lambda: drafted().replace("a", kind="rebuttal"),
        argmap.EditError,
        "only steps change their kind, to support, rebuttal, undercut; not claim",
    ),
    (
        lambda: drafted().replace("s", target="s"),
        argmap.EditError,
        "'s' would lead back to itself",
    ),
    (
        lambda: drafted().claim("C", id="a"),
        argmap.EditError,
        "the id 'a' is taken",
    ),
    (
        lambda: drafted().claim("C", colour="red"),  # type: ignore[call-arg] # it is refused
        TypeError,
        "a claim takes no 'colour'; besides its own it takes cites, data, group, id, said_by, tags",
    ),
    (
        lambda: argmap.from_networkx(networkx.Graph()),
        argmap.ReadError,
        (
            "networkx graph: an argument map is directed, and this graph isn't\n"
            "  say who argues for whom: networkx.DiGraph(...)"
        ),
    ),
    (
        lambda: argmap.from_networkx(networkx.DiGraph([("a", "b", {"kind": "doubt"})])),
        argmap.ReadError,
        (
            "networkx graph: the edge has the kind 'doubt'; between claims there are support, rebuttal and "
            "attack (at 'a' -> 'b')"
        ),
    ),
    (
        lambda: argmap.from_networkx(networkx.DiGraph([(1, "1")])),
        argmap.ReadError,
        "networkx graph: the nodes 1 and '1' have one id, '1'",
    ),
]


class _Odd(argmap.Support):
    """A kind of link that a map doesn't know."""


@pytest.mark.parametrize(("act", "kind", "message"), REFUSALS)
def test_it_is_refused_in_these_words(
    act: Callable[[], object], kind: type[Exception], message: str
) -> None:
    """The value that is meant, or the way out, would be missing."""
    with pytest.raises(kind) as caught:
        act()
    assert str(caught.value) == message


def test_free_data_nest_as_deep_as_is_said() -> None:
    """A hundred levels would be refused, or what holds frozen data that deep be let through."""
    inner = argmap.Claim("a", data={"x": nested(98)}).data
    assert argmap.Claim("b", data={"y": inner["x"]}).data["y"] == inner["x"]
    for deeper in ({"y": inner}, {"y": [inner]}):
        with pytest.raises(ValueError, match="free data nests deeper than 100"):
            argmap.Claim("b", data=deeper)
    flat = argmap.Claim("a", data={"x": {"y": 1}}).data
    value: Any = flat
    for _ in range(97):
        value = [value]
    assert argmap.Claim("b", data={"z": value}).data


def test_the_code_of_a_map() -> None:
    """What is printed for a failing example must build the map again, and leave out what goes without saying."""
    map = argmap.ArgumentMap(
        claims=(
            A,
            argmap.Claim("b", "B", weight=0.5, tags=("t",), data={"x": [1]}),
            argmap.Claim("c", citations=(argmap.Citation("d", "p. 1"),)),
        ),
        links=(argmap.Support("s", ("a",), "b", warrants=("c",)),),
        sources=(DOCUMENT,),
        about=argmap.About("T"),
        data={"y": None},
    )
    written = code(map)
    assert eval(written, vars(argmap).copy()) == map
    assert written.splitlines() == [
        "ArgumentMap(",
        "    claims=(",
        "        Claim('a', 'A'),",
        "        Claim('b', 'B', weight=0.5, tags=('t',), data={'x': [1]}),",
        "        Claim('c', citations=(Citation('d', 'p. 1'),)),",
        "    ),",
        "    links=(",
        "        Support('s', ('a',), 'b', warrants=('c',)),",
        "    ),",
        "    sources=(",
        "        Source('d'),",
        "    ),",
        "    about=About('T'),",
        "    data={'y': None},",
        ")",
    ]
    assert code(argmap.ArgumentMap()) == "ArgumentMap()"
