"""Adversarial cases I: the model."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import networkx as nx
import pytest

import argmap

case = pytest.mark.case
A, B = argmap.Claim("a", "A"), argmap.Claim("b", "B")


def problems(**tables: Any) -> tuple[argmap.Problem, ...]:
    """What is wrong with a map of these."""
    with pytest.raises(argmap.InvalidMap) as caught:
        argmap.ArgumentMap(**tables)
    assert all(problem.code in str(caught.value) for problem in caught.value.problems[:20])
    return caught.value.problems


@case("I1", "an id twice; a claim and a link with one id", "InvalidMap: unique-id, naming it")
def test_i1_ids_twice() -> None:
    """A link would point at either."""
    assert problems(claims=(A, A))[0].ids == ("a",)
    step = argmap.Support("a", ("b",), "a")
    assert "unique-id" in [problem.code for problem in problems(claims=(A, B), links=(step,))]


@case("I2", "a link to a missing end", "InvalidMap: dangling-id")
@pytest.mark.parametrize(
    "link",
    [
        argmap.Support("s", ("zz",), "a"),
        argmap.Rebuttal("s", ("a",), "zz"),
        argmap.Undercut("s", ("a",), "zz"),
    ],
)
def test_i2_missing_ends(link: argmap.Link) -> None:
    """A walk along it would end in a KeyError."""
    assert "dangling-id" in [problem.code for problem in problems(claims=(A,), links=(link,))]


@case("I3", "an undercut of an undercut of itself", "InvalidMap: founded-links")
def test_i3_links_in_a_ring() -> None:
    """What holds would depend on itself."""
    ring = (argmap.Undercut("u", ("a",), "v"), argmap.Undercut("v", ("b",), "u"))
    assert "founded-links" in [problem.code for problem in problems(claims=(A, B), links=ring)]
    alone = (argmap.Undercut("u", ("a",), "u"),)
    assert problems(claims=(A,), links=alone)


@case("I4", "every invariant broken at once", "all found; the message lists 20 and counts the rest")
def test_i4_everything_at_once() -> None:
    """A user would mend one, and be told of the next."""
    links = tuple([argmap.Support(f"s{n}", (f"x{n}",), f"y{n}") for n in range(50)])
    found = problems(claims=(A, A, argmap.Claim(""), argmap.Claim("w", weight=7)), links=links)
    assert {"unique-id", "empty-id", "dangling-id", "weight-range"} <= {
        problem.code for problem in found
    }
    assert len(found) > 100
    with pytest.raises(argmap.InvalidMap, match=r"\.\.\. and \d+ more"):
        argmap.ArgumentMap(claims=(A,), links=links)


@case("I5", "an edit of a draft raises in the middle", "the draft is as before")
def test_i5_a_refused_edit(pair: argmap.ArgumentMap) -> None:
    """Half an edit would stay."""
    draft = pair.draft()
    for edit in (
        lambda: draft.support("good", by=["near", "zz"]),
        lambda: draft.rebut("zz", by="near"),
        lambda: draft.undercut("good", by="near"),
        lambda: draft.remove("zz"),
        lambda: draft.claim("x", id="good"),
        lambda: draft.rename("good", "near"),
        lambda: draft.replace("good", weight=7),
    ):
        with pytest.raises((argmap.EditError, argmap.InvalidMap, ValueError)):
            edit()
        assert draft.map() == pair


@case("I6", "a draft is used after `map()`", "the map doesn't change")
def test_i6_a_map_stays(pair: argmap.ArgumentMap) -> None:
    """A value would change under its holder's hands."""
    draft = pair.draft()
    before = draft.map()
    draft.remove("step")
    draft.claim("More")
    assert before == pair
    assert draft.map() != pair


@case(
    "I7",
    "a claim with links and undercuts is removed",
    "all that hangs on it goes; `remove` says which, `put_back` returns it",
)
def test_i7_what_hangs_on_it_goes(pair: argmap.ArgumentMap) -> None:
    """A link would dangle."""
    draft = pair.draft()
    gone = draft.remove("near")
    assert {link.id for link in draft.map().links} == set()
    assert [claim.id for claim in draft.map().claims] == ["good", "far"]
    draft.put_back(gone)
    assert draft.map() == pair


@case(
    "I8",
    "a chain of 100,000",
    "walked, compared, hashed, shown, pickled, copied without recursion (here 4,000, four times as deep as the stack)",
)
def test_i8_deep_chains() -> None:
    """The stack would end."""
    claims = tuple([argmap.Claim(f"c{n}") for n in range(4_001)])
    links = tuple([argmap.Support(f"s{n}", (f"c{n + 1}",), f"c{n}") for n in range(4_000)])
    map = argmap.ArgumentMap(claims=claims, links=links)
    assert pickle.loads(pickle.dumps(map)) == map
    assert copy.deepcopy(map) == map
    assert hash(map) == hash(copy.copy(map))
    assert repr(map) == "<ArgumentMap: 4001 claims, 4000 links>"
    assert argmap.evaluate(map)["c0"].label == "accepted"


@case(
    "I9",
    "`map.graph` is changed",
    "refused for its structure; the map is unharmed by changes of its data",
)
def test_i9_the_graph_is_a_view(pair: argmap.ArgumentMap) -> None:
    """An algorithm would change the map."""
    before = argmap.dumps(pair)
    graph: Any = pair.graph
    for name, given in (("add_node", ("x",)), ("remove_node", ("good",)), ("clear", ())):
        with pytest.raises(nx.NetworkXError):
            getattr(graph, name)(*given)
    pair.graph.nodes["good"]["x"] = 1
    assert argmap.dumps(pair) == before


class _Text(str):
    """A text that isn't quite one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "x" * 1_000_000


@case(
    "I10",
    "an id that is no text, a text of bytes, a subclass of `str`, a huge `repr`",
    "TypeError with the field; subclasses become plain `str`",
)
def test_i10_wrong_types() -> None:
    """A number for an id would be another id in every format."""
    wrong: list[tuple[Any, ...]] = [(1,), ("a", b"x"), ("a", None), (None,), (b"a",)]
    for given in wrong:
        with pytest.raises(TypeError, match=r"Claim\.(id|text) is a str, not "):
            argmap.Claim(*given)
    claim = argmap.Claim(_Text("a"), _Text("b"))
    assert type(claim.id) is type(claim.text) is str
    assert len(repr(claim)) < 100


@case("I11", "pickle, copy, deepcopy", "equal; every protocol")
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_i11_copies(protocol: int, pair: argmap.ArgumentMap) -> None:
    """A pool of processes would get another map."""
    again = pickle.loads(pickle.dumps(pair, protocol))
    assert again == pair
    assert hash(again) == hash(pair)
    assert argmap.dumps(again) == argmap.dumps(copy.deepcopy(pair)) == argmap.dumps(pair)


CHECKS = """
import argmap
for make in (lambda: argmap.ArgumentMap(claims=(argmap.Claim("a"), argmap.Claim("a"))),
             lambda: argmap.loads('{"argmap": 1, "claims": [{"id": 1}]}'),
             lambda: argmap.Claim(1)):
    try:
        make()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, end=" ")
"""


@case(
    "I12",
    "`PYTHONHASHSEED` 0 to 4, `-O`, `-OO`",
    "the same bytes (tests/test_hash_seeds.py); no check is lost",
)
@pytest.mark.parametrize("option", ["-B", "-O", "-OO"])
def test_i12_no_check_is_an_assert(option: str) -> None:
    """An optimised interpreter would take broken maps."""
    done = subprocess.run(
        [sys.executable, option, "-X", "dev", "-W", "error", "-c", CHECKS],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "3"},
    )
    assert (done.stdout, done.stderr) == ("InvalidMap ReadError TypeError ", "")


@case("I13", "8 threads read, walk, weigh and draw one map", "the same results")
def test_i13_threads() -> None:
    """Two threads would see one another's half-made views."""
    draft = argmap.Draft("Threads")
    last = draft.claim("Claim 0", id="c0")
    for number in range(1, 12):
        reason = draft.claim(f"Claim {number}", id=f"c{number}")
        draft.undercut(
            draft.support(last, by=reason), by=draft.claim(f"No, {number}", id=f"n{number}")
        )
        last = reason
    document = argmap.dumps(draft.map())
    shared = argmap.loads(document)

    def work(_: int) -> tuple[object, ...]:
        return (
            argmap.loads(document) == shared,
            argmap.draw(shared).svg,
            tuple(argmap.evaluate(shared).labels.items()),
            len(shared.graph),
            argmap.render(shared, "argdown").text,
        )

    with ThreadPoolExecutor(8) as pool:
        first, *others = pool.map(work, range(16))
    assert first[0] is True
    assert all(other == first for other in others)


@case(
    "I14",
    "`from_networkx` with tuples, mixed types, loops, parallel edges",
    "mapped, or refused by the nodes' names",
)
def test_i14_graphs() -> None:
    """Two nodes would become one, or an edge be lost."""
    ring = argmap.from_networkx(nx.DiGraph([((1, 2), (2, 1)), ((2, 1), (1, 2))]))
    assert (len(ring.claims), len(ring.links)) == (2, 2)
    assert len(argmap.from_networkx(nx.DiGraph([("a", "a")])).links) == 1
    assert len(argmap.from_networkx(nx.MultiDiGraph([("a", "b"), ("a", "b")])).links) == 2
    with pytest.raises(argmap.ReadError, match="the nodes 1 and '1' have one id"):
        argmap.from_networkx(nx.DiGraph([(1, "1")]))
