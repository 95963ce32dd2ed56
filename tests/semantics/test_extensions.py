"""Every semantics of frameworks gives what its definition says."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha1
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from argmap.semantics import labellings
from argmap.semantics.extensions import EXTENSIONS, extensions_of
from argmap.semantics.graph import AttackGraph
from argmap.semantics.sat import Solver
from tests.semantics.reference import DEFINITIONS, Reference, all_frameworks, some_frameworks

ORACLES = Path(__file__).parent / "oracles"
CODES = {
    "CF": "conflict-free",
    "AD": "admissible",
    "CO": "complete",
    "GR": "grounded",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "NA": "naive",
    "ID": "ideal",
    "EA": "eager",
    "CF2": "cf2",
    "STG2": "stage2",
    "SAD": "strongly-admissible",
    "WAD": "weakly-admissible",
    "INI": "initial",
}


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((ORACLES / name).read_text("utf-8"))["cases"]
    return cases


def _found(size: int, attacks: Iterable[tuple[int, int]], semantics: str) -> list[int]:
    graph = AttackGraph.of(size, attacks)
    masks = [sum(1 << a for a in each) for each in extensions_of(graph, semantics, Solver)]
    assert len(masks) == len({*masks}), "a set comes twice"
    return sorted(masks)


def test_every_code_has_its_semantics() -> None:
    """An oracle would go unread."""
    assert {*CODES.values()} == {*EXTENSIONS} == {*DEFINITIONS}


@pytest.mark.parametrize("semantics", EXTENSIONS)
def test_frameworks_of_up_to_three_arguments(semantics: str) -> None:
    """A semantics would be wrong on a framework that anybody can check by hand."""
    for framework in chain(*[all_frameworks(size) for size in range(4)]):
        found = _found(framework.size, framework.attacks, semantics)
        assert found == sorted(DEFINITIONS[semantics](framework)), framework


@pytest.mark.parametrize("semantics", EXTENSIONS)
def test_frameworks_by_chance(semantics: str) -> None:
    """A semantics would be wrong on one that isn't small."""
    for framework in some_frameworks(25, (5, 6), 1):
        found = _found(framework.size, framework.attacks, semantics)
        assert found == sorted(DEFINITIONS[semantics](framework)), framework


@pytest.mark.parametrize(("steps", "dead_ends"), [(0, 1), (3, 2)])
@pytest.mark.parametrize("semantics", ["admissible", "complete", "preferred", "stable"])
def test_clauses_take_over_where_the_search_takes_long(
    semantics: str, steps: int, dead_ends: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the search in bits had found would come again, or what it hadn't would be missing."""
    monkeypatch.setattr(labellings, "STEPS", steps)
    monkeypatch.setattr(labellings, "DEAD_ENDS", dead_ends)
    for framework in some_frameworks(60, (5, 6, 7), 2):
        found = _found(framework.size, framework.attacks, semantics)
        assert found == sorted(DEFINITIONS[semantics](framework)), framework


@pytest.mark.parametrize("code", CODES)
def test_frameworks_of_up_to_four_arguments_as_others_solve_them(code: str) -> None:
    """Argmap would disagree with TweetyProject on one of the 3,161 frameworks up to renaming."""
    for case in _cases("af_all_up_to_4.json"):
        found = _found(case["n"], map(tuple, case["attacks"]), CODES[code])
        assert found == sorted(case["expected"][code]), case["id"]


@pytest.mark.parametrize("case", _cases("af_published.json"), ids=lambda case: case["id"])
def test_frameworks_of_the_literature(case: dict[str, Any]) -> None:
    """A textbook's example would come out otherwise than in the book."""
    number = {name: at for at, name in enumerate(case["arguments"])}
    attacks = [(number[a], number[b]) for a, b in case["attacks"]]
    for code, expected in case["expected"].items():
        masks = sorted(sum(1 << number[name] for name in members) for members in expected)
        assert _found(len(number), attacks, CODES[code]) == masks, code


def test_random_frameworks_as_others_solve_them() -> None:
    """Argmap would disagree with two other programs."""
    for case in _cases("af_random.json"):
        for code, expected in case["expected"].items():
            found = _found(case["n"], map(tuple, case["attacks"]), CODES[code])
            assert found == sorted(expected), (case["id"], code)


def _instances() -> list[dict[str, Any]]:
    answers = json.loads((ORACLES / "instances" / "answers.json").read_text("utf-8"))
    instances: list[dict[str, Any]] = answers["instances"]
    return instances


def framework_file(id: str) -> Reference:
    """An instance in the format of the competition."""
    lines = (ORACLES / "instances" / f"{id}.af").read_text("utf-8").splitlines()
    pairs = [line.split() for line in lines[1:] if line and not line.startswith("#")]
    size = int(lines[0].split()[2])
    return Reference(size, [(int(a) - 1, int(b) - 1) for a, b in pairs])


@pytest.mark.parametrize("case", _instances(), ids=lambda case: case["id"])
def test_instances_as_in_the_competition(case: dict[str, Any]) -> None:
    """A framework of a size that is argued about would be solved wrongly."""
    framework = framework_file(case["id"])
    graph = AttackGraph.of(framework.size, framework.attacks)
    for code in ("GR", "ID"):
        (members,) = extensions_of(graph, CODES[code], Solver)
        assert [a + 1 for a in members] == case["answers"][code]
    for code in ("PR", "ST", "SST"):
        found = [[a + 1 for a in each] for each in extensions_of(graph, CODES[code], Solver)]
        assert len(found) == case["answers"][code]["count"]
        lines = sorted(" ".join(map(str, each)) for each in found)
        assert sha1("\n".join(lines).encode()).hexdigest() == case["answers"][code]["sha1"]
