"""Every invariant by name, each broken alone and all at once."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import argmap
from argmap.model.check import INVARIANTS

A, B, C = (argmap.Claim(name, name.upper()) for name in "abc")
I = argmap.Issue("i", "Which?")  # noqa: E741 - an issue
STEP = argmap.Support("s", ("a",), "b")

BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("unique-id", {"claims": (A, A)}),
    ("unique-id", {"claims": (A,), "issues": (argmap.Issue("a"),)}),
    ("unique-id", {"groups": (argmap.Group("g"), argmap.Group("g"))}),
    ("unique-id", {"sources": (argmap.Source("d"), argmap.Source("d"))}),
    ("empty-id", {"claims": (argmap.Claim(""),)}),
    ("empty-id", {"participants": (argmap.Participant(""),)}),
    ("dangling-id", {"claims": (A,), "links": (argmap.Support("s", ("x",), "a"),)}),
    ("dangling-id", {"claims": (A,), "links": (argmap.Support("s", ("a",), "x"),)}),
    ("dangling-id", {"claims": (argmap.Claim("a", group="g"),)}),
    ("dangling-id", {"claims": (argmap.Claim("a", said_by=("p",)),)}),
    ("dangling-id", {"claims": (argmap.Claim("a", citations=(argmap.Citation("d"),)),)}),
    ("dangling-id", {"claims": (A, B), "links": (argmap.Support("s", ("a",), "b", scheme="w"),)}),
    ("dangling-id", {"groups": (argmap.Group("g", parent="h"),)}),
    ("end-kind", {"claims": (A, B), "links": (STEP, argmap.Support("t", ("s",), "a"))}),
    ("end-kind", {"claims": (A, B), "links": (STEP, argmap.Rebuttal("r", ("a",), "s"))}),
    ("end-kind", {"claims": (A, B), "links": (argmap.Undercut("u", ("a",), "b"),)}),
    ("end-kind", {"claims": (A,), "issues": (I,), "links": (argmap.Support("s", ("a",), "i"),)}),
    ("end-kind", {"claims": (A, B), "links": (argmap.Answer("n", "a", "b"),)}),
    ("has-premise", {"claims": (A,), "links": (argmap.Support("s", (), "a"),)}),
    ("has-premise", {"claims": (A,), "links": (argmap.Conflict("x", ("a",)),)}),
    ("one-role", {"claims": (A, B), "links": (argmap.Support("s", ("a", "a"), "b"),)}),
    ("one-role", {"claims": (A, B), "links": (argmap.Support("s", ("a",), "b", warrants=("a",)),)}),
    ("distinct-ends", {"claims": (A,), "links": (argmap.Rephrase("r", "a", "a"),)}),
    ("distinct-ends", {"claims": (A,), "links": (argmap.Preference("p", "a", "a"),)}),
    ("founded-links", {"claims": (A,), "links": (argmap.Undercut("u", ("a",), "u"),)}),
    (
        "founded-links",
        {
            "claims": (A,),
            "links": (argmap.Undercut("u", ("a",), "v"), argmap.Undercut("v", ("a",), "u")),
        },
    ),
    ("weight-range", {"claims": (argmap.Claim("a", weight=1.5),)}),
    ("weight-range", {"claims": (argmap.Claim("a", weight=float("nan")),)}),
    (
        "weight-range",
        {"claims": (A, B), "links": (argmap.Support("s", ("a",), "b", weight=-0.1),)},
    ),
    ("group-tree", {"groups": (argmap.Group("g", parent="h"), argmap.Group("h", parent="g"))}),
    ("group-tree", {"groups": (argmap.Group("g", parent="g"),)}),
    ("legal-text", {"claims": (argmap.Claim("a", "\x00"),)}),
    ("legal-text", {"claims": (argmap.Claim("a", tags=("\x1b",)),)}),
    ("legal-text", {"claims": (A, B), "links": (argmap.Support("s", ("a",), "b", label="\x07"),)}),
    ("legal-text", {"sources": (argmap.Source("d", authors=("\ud800",)),)}),
    (
        "legal-text",
        {
            "claims": (argmap.Claim("a", citations=(argmap.Citation("d", "\x00"),)),),
            "sources": (argmap.Source("d"),),
        },
    ),
    ("legal-text", {"about": argmap.About("\x00")}),
]


@pytest.mark.parametrize(("code", "parts"), BROKEN)
def test_a_broken_invariant_is_named(code: str, parts: dict[str, Any]) -> None:
    """A map that breaks an invariant would make every function on maps wrong."""
    with pytest.raises(argmap.InvalidMap) as caught:
        argmap.ArgumentMap(**parts)
    assert {problem.code for problem in caught.value.problems} == {code}
    assert f"[{code}]" in str(caught.value)
    assert all(problem.ids or code == "legal-text" for problem in caught.value.problems)


def test_every_invariant_has_a_case() -> None:
    """An invariant that nobody breaks is one that nobody checks."""
    assert {code for code, _ in BROKEN} == set(INVARIANTS)


def test_all_problems_are_told_at_once() -> None:
    """Mending a file problem by problem, run by run, drives people away."""
    with pytest.raises(argmap.InvalidMap) as caught:
        argmap.ArgumentMap(
            claims=(argmap.Claim("a", weight=4.0), argmap.Claim("a"), argmap.Claim("b", "\x00")),
            links=(
                argmap.Support("s", ("x",), "a"),
                argmap.Undercut("u", ("b",), "v"),
                argmap.Undercut("v", ("b",), "w"),
                argmap.Undercut("w", ("b",), "u"),
            ),
        )
    found = [problem.code for problem in caught.value.problems]
    assert sorted(found) == [
        "dangling-id",
        "founded-links",
        "legal-text",
        "unique-id",
        "weight-range",
    ]
    circle = next(p for p in caught.value.problems if p.code == "founded-links")
    assert set(circle.ids) == {"u", "v", "w"}


def test_what_real_debates_do_is_legal() -> None:
    """Circles, self-attacks, self-support, mutual and parallel links stand in real maps."""
    argmap.ArgumentMap(
        claims=(A, B, C),
        issues=(I,),
        links=(
            argmap.Rebuttal("r1", ("a",), "b"),
            argmap.Rebuttal("r2", ("b",), "a"),
            argmap.Rebuttal("self", ("a",), "a"),
            argmap.Support("own", ("c",), "c"),
            argmap.Support("s1", ("a", "c"), "b", warrants=("b",)),
            argmap.Support("s2", ("a",), "b"),
            argmap.Support("s3", ("a",), "b"),
            argmap.Undercut("u1", ("c",), "s2"),
            argmap.Undercut("u2", ("c",), "u1"),
            argmap.Support("backing", ("a",), "s2"),
            argmap.Preference("p1", "s2", "s3"),
            argmap.Undercut("u3", ("c",), "p1"),
            argmap.Answer("n", "a", "i"),
            argmap.Undercut("u4", ("c",), "n"),
        ),
    )


def test_a_map_is_a_mapping_and_a_value() -> None:
    """Maps are compared, kept in sets, pickled, shared and asked by id."""
    map = argmap.ArgumentMap(claims=(A, B), links=(STEP,), about=argmap.About("T"))
    same = pickle.loads(pickle.dumps(map))
    assert (same, copy.deepcopy(map), hash(same)) == (map, map, hash(map))
    assert map["s"] is STEP
    assert ("s" in map, A in map, "x" in map, len(map), bool(argmap.ArgumentMap())) == (
        True,
        True,
        False,
        3,
        True,
    )
    assert list(map) == ["a", "b", "s"]
    assert repr(map) == "<ArgumentMap 'T': 2 claims, 1 link>"
    assert (
        repr(argmap.ArgumentMap(claims=(argmap.Claim("a"),))) == "<ArgumentMap: 1 claim, 0 links>"
    )
    with pytest.raises(argmap.UnknownId, match="no element has the id 'x'"):
        map["x"]


@pytest.mark.slow
def test_a_chain_of_thirty_thousand_links() -> None:
    """Deep maps must neither run out of stack nor cost a square."""
    count = 30_000
    map = argmap.ArgumentMap(
        claims=tuple([argmap.Claim(f"c{i}") for i in range(count)]),
        links=tuple(
            [argmap.Undercut("l0", ("c0",), "start")]
            + [argmap.Undercut(f"l{i}", (f"c{i}",), f"l{i - 1}") for i in range(1, count)]
            + [argmap.Support("start", ("c1",), "c2")]
        ),
    )
    assert map.depths["l29999"] == 0
    assert len(map.draft().remove("start").ids) == count + 1
    assert pickle.loads(pickle.dumps(map)) == map
    assert hash(copy.copy(map)) == hash(map)
