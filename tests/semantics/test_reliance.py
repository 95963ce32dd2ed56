"""Labels found from what claims and links rely on are those of the framework; so is what is asked of the part that they leave undecided."""

from __future__ import annotations

from random import Random

import pytest

from argmap import ArgumentMap, Claim, Rebuttal, Support, Undercut
from argmap.semantics import Options, evaluate
from argmap.semantics.compiled import compiled
from argmap.semantics.counting import Counting
from argmap.semantics.evaluation import SEMANTICS
from argmap.semantics.meaning import reliance_for
from argmap.semantics.possible_for import possible_for
from argmap.semantics.reliance import Reliance
from argmap.semantics.sat import Solver
from tests.semantics.conftest import chance_map
from tests.semantics.generate import debate, mixed

SEVERAL = [s for s in SEMANTICS if s in ("complete", "preferred", "stable", "semi-stable")]


def _questioned(*pairs: tuple[str, str]) -> ArgumentMap:
    """Questioned claims that support one another."""
    claims = tuple([Claim(id, stance="questioned") for id in "abc"])
    links = [Support(f"s{n}", (source,), aim) for n, (source, aim) in enumerate(pairs)]
    return ArgumentMap(claims=claims, links=tuple(links))


def _maps(many: int) -> list[ArgumentMap]:
    """Maps of every kind of link without circles of support, small and large, settled and not."""
    chance = Random(5)
    found = [chance_map(chance) for _ in range(many)]
    found += [mixed(200, seed) for seed in range(5)] + [debate(60, seed, 0.3) for seed in range(5)]
    return [map for map in found if not Reliance.of(map).circular]


def test_labels_are_those_of_the_framework() -> None:
    """A claim would be weighed otherwise than the map means."""
    maps = _maps(300)
    assert len(maps) > 200
    for map in maps:
        whole = compiled(map)
        known = Reliance.of(map)
        assert known.labels == [*whole.start[: whole.size]]
        assert compiled(map, known=known).start == whole.start


@pytest.mark.parametrize("order", ["as made", "links turned round", "anyhow"])
def test_the_order_of_a_large_map_does_not_matter(order: str) -> None:
    """Claims are looked for near the last one; one that is far away would be taken for another, or make a large map slow."""
    made, chance = mixed(6_000, 3), Random(3)
    claims, links = [*made.claims], [*made.links]
    if order == "links turned round":
        links.reverse()
    elif order == "anyhow":
        chance.shuffle(claims)
        chance.shuffle(links)
    map = ArgumentMap(claims=tuple(claims), links=tuple(links))
    known, whole = Reliance.of(map), compiled(map)
    assert known.labels == [*whole.start[: whole.size]]
    assert ("claims" in vars(known.places)) is (order != "as made")


def test_what_is_undecided_is_weighed_as_in_the_whole() -> None:
    """Labels, or a count, would be others where a framework is made of the undecided part alone."""
    for map in _maps(80):
        whole, evaluation = compiled(map), evaluate(map, solver="python")
        for semantics in SEMANTICS:
            found = possible_for(
                whole.graph,
                semantics,
                whole.start,
                counted=whole.size,
                foundations=None,
                make=Solver,
            )
            weighed = evaluation.under(semantics)
            bits = [weighed.basis.bits(semantics, id) for id in weighed]
            assert bits == [found[whole.number[id]] for id in weighed]
            if semantics in SEVERAL:
                counting = Counting(whole.graph, semantics, whole.start, None, whole.size)
                assert weighed.count() == counting.count()
                shares = counting.shares()
                assert weighed.shares() == {id: shares[whole.number[id]] for id in weighed}


@pytest.mark.parametrize(
    ("pairs", "circular"),
    [
        ([("a", "b"), ("b", "c")], False),
        ([("c", "b"), ("b", "a")], False),
        ([("a", "c"), ("b", "a")], False),
        ([("a", "b"), ("b", "a")], True),
        ([("a", "b"), ("b", "c"), ("c", "a")], True),
        ([("a", "a")], True),
    ],
)
def test_circles_of_support_are_left_to_the_framework(
    pairs: list[tuple[str, str]], circular: bool
) -> None:
    """A circle would be accepted, or undecided, where it only holds itself up; or a map that has none would be weighed slowly."""
    map = _questioned(*pairs)
    assert Reliance.of(map).circular is circular
    assert (reliance_for(map, Options()) is None) is circular
    assert set(evaluate(map).labels.values()) == {"rejected"}


@pytest.mark.parametrize(
    "options", [Options(without=("a",)), Options(reading="evidential"), Options(weigh="last")]
)
def test_what_is_asked_besides_is_left_to_the_framework(options: Options) -> None:
    """It would be passed over."""
    assert reliance_for(_questioned(), options) is None


def test_a_support_that_is_undecided_leaves_its_claim_so() -> None:
    """Two of them share the helper that says that there is none; a second support that holds makes them unneeded."""
    claims = [Claim("top", stance="questioned"), *map(Claim, "xyuvw")]
    quarrel = [Rebuttal("r", ("x",), "y"), Rebuttal("s", ("y",), "x")]
    one, other = Support("one", ("x",), "top"), Support("other", ("y",), "top")
    third, doubt = Support("third", ("u",), "top"), Undercut("doubt", ("v",), "one")
    for links, label in (
        ([one, other], "undecided"),
        ([one, other, third], "accepted"),
        ([third, one], "accepted"),
        ([one, doubt], "rejected"),
        ([one, doubt, third, Support("fourth", ("w",), "top")], "accepted"),
    ):
        found = evaluate(ArgumentMap(claims=tuple(claims), links=(*quarrel, *links)))
        assert found["top"].label == label
        assert found.under("preferred").count() == 2


def test_what_was_found_is_kept_for_edits() -> None:
    """After an edit it would be found again, or be what it isn't."""
    claims = [*map(Claim, "abcd"), Claim("e", stance="questioned")]
    links = [Rebuttal("r", ("a",), "b"), Rebuttal("s", ("b",), "a"), Support("t", ("a",), "e")]
    map_ = ArgumentMap(claims=tuple(claims), links=tuple(links))
    for semantics in SEMANTICS:
        evaluation = evaluate(map_, semantics)
        before = dict(evaluation.labels)
        draft = map_.draft()
        draft.rebut("d", by="c", id="new")
        after = evaluation.after_edit(draft.map())
        assert {**before, "d": "rejected", "new": "accepted"} == dict(after.labels)
        assert after.changed == ("d", "new")
