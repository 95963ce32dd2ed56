"""Adversarial cases K: semantics and layout."""

from __future__ import annotations

import ast
from itertools import islice, pairwise
from pathlib import Path

import pytest

import argmap
from argmap.layout import ENGINES, Arrow, Box, Diagram, arrange
from argmap.semantics import Qbaf, strengths

case = pytest.mark.case
LAYOUT = Path(argmap.__file__).parent / "layout"


def boxes(count: int) -> tuple[Box, ...]:
    """So many boxes."""
    return tuple([Box(str(n), 40, 20) for n in range(count)])


@case(
    "K1", "the empty framework, a self-attacker, odd and even cycles", "the textbook's extensions"
)
@pytest.mark.parametrize(
    ("names", "attacks", "grounded", "preferred", "stable"),
    [
        ("", [], (), [()], [()]),
        ("a", ["aa"], (), [()], []),
        ("abc", ["ab", "bc", "ca"], (), [()], []),
        ("ab", ["ab", "ba"], (), [("a",), ("b",)], [("a",), ("b",)]),
        ("abc", ["ab", "bc"], ("a", "c"), [("a", "c")], [("a", "c")]),
    ],
)
def test_k1_textbook(
    names: str,
    attacks: list[str],
    grounded: tuple[str, ...],
    preferred: list[tuple[str, ...]],
    stable: list[tuple[str, ...]],
) -> None:
    """The simplest cases would be wrong."""
    framework = argmap.Framework(tuple(names), [(pair[0], pair[1]) for pair in attacks])
    assert framework.extension("grounded") == grounded
    assert sorted(framework.extensions("preferred")) == preferred
    assert sorted(framework.extensions("stable")) == stable


@case("K2", "2^20 preferred extensions", "an iterator: the first at once; `limit` bounds how many")
def test_k2_a_million_extensions() -> None:
    """All of them would be made before the first is seen."""
    names = [f"{side}{n}" for n in range(20) for side in "ab"]
    pairs = [(f"{one}{n}", f"{other}{n}") for n in range(20) for one, other in ("ab", "ba")]
    framework = argmap.Framework(names, pairs)
    assert len(list(islice(framework.extensions("preferred"), 3))) == 3
    assert len(list(framework.extensions("preferred", limit=5))) == 5


@case("K3", "a chain of 100,000 arguments, grounded", "linear (here 20,000)")
def test_k3_a_long_chain() -> None:
    """A chain would take quadratic time, or end the stack."""
    count = 20_000
    framework = argmap.Framework(
        [str(n) for n in range(count)], [(str(n), str(n + 1)) for n in range(count - 1)]
    )
    extension = framework.extension("grounded")
    assert extension is not None
    assert len(extension) == count // 2


@case("K4", "an attack on an attack", "an undercut; weighed as the documents say")
def test_k4_attacks_on_attacks() -> None:
    """The undercut would count against a claim."""
    draft = argmap.Draft()
    main = draft.claim("Main", id="main")
    no = draft.rebut(main, by=draft.claim("No", id="no"))
    assert argmap.evaluate(draft.map())["main"].label == "rejected"
    draft.undercut(no, by=draft.claim("That is no objection", id="cut"))
    found = argmap.evaluate(draft.map())
    assert (found["main"].label, found["no"].label) == ("accepted", "accepted")


@case(
    "K5",
    "strengths NaN, -1, 2; a cycle of gradual semantics",
    "refused; says that it doesn't settle after so many rounds",
)
@pytest.mark.parametrize("base", [float("nan"), -1, 2, float("inf")])
def test_k5_strengths(base: float) -> None:
    """A number would be given that is none."""
    with pytest.raises(ValueError, match="is a number in"):
        Qbaf({"a": base})
    with pytest.raises(argmap.InvalidMap, match="weight-range"):
        argmap.ArgumentMap(claims=(argmap.Claim("a", weight=base),))
    ring = strengths(Qbaf({"a": 1.0, "b": 1.0}, attacks=[("a", "b"), ("b", "a")]), iterations=50)
    assert not ring.converged
    assert ring.iterations == 50


@case(
    "K6",
    "layouts of none, one, a star of 5,000, a complete graph",
    "finite, no overlap (10,000: tests/drawing/test_big_maps.py; overlaps: tests/layout/test_soundness.py)",
)
@pytest.mark.parametrize(
    "diagram",
    [
        Diagram(()),
        Diagram(boxes(1)),
        Diagram(boxes(1_001), tuple([Arrow(str(n), str(n), "0") for n in range(1, 1_001)])),
        Diagram(
            boxes(16),
            tuple(
                [Arrow(f"{a}-{b}", str(a), str(b)) for a in range(16) for b in range(16) if a != b]
            ),
        ),
        Diagram(boxes(2), tuple([Arrow(str(n), "0", "1") for n in range(50)])),
    ],
    ids=["none", "one", "star", "complete", "parallel"],
)
def test_k6_odd_layouts(diagram: Diagram) -> None:
    """A box would stand nowhere, or upon another."""
    layout = arrange(diagram)
    assert len(layout.boxes) == len(diagram.boxes)
    assert 0 <= layout.width < float("inf")
    assert 0 <= layout.height < float("inf")
    places = sorted((box.y, box.x) for box in layout.boxes)
    for (y, x), (other_y, other_x) in pairwise(places):
        assert y != other_y or other_x >= x + 40


@case("K7", "a layout twice, under five seeds", "the same bytes (seeds: tests/test_hash_seeds.py)")
@pytest.mark.parametrize(
    "engine", [name for name in ENGINES.names() if "graphviz" not in name and name not in ("dot",)]
)
def test_k7_twice(engine: str) -> None:
    """A drawing couldn't be had again."""
    diagram = Diagram(
        boxes(40),
        tuple([Arrow(str(n), str(n), str(n * n % 40)) for n in range(1, 40) if n != n * n % 40]),
    )
    assert arrange(diagram, engine=engine) == arrange(diagram, engine=engine)


@case("K8", "boxes of sizes NaN, infinite, negative", "refused")
@pytest.mark.parametrize("size", [float("nan"), float("inf"), -1.0])
def test_k8_sizes(size: float) -> None:
    """A drawing would be without an end."""
    with pytest.raises(ValueError):
        arrange(Diagram((Box("a", size, 10),)))
    with pytest.raises(ValueError):
        arrange(Diagram((Box("a", 10, size),)))


@case(
    "K9",
    "every loop has a bound",
    "no `while True` in the layout, nor anywhere (tests/test_house.py)",
)
def test_k9_no_endless_loop() -> None:
    """A layout would run for ever."""
    files = sorted(LAYOUT.rglob("*.py"))
    assert len(files) > 20
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            assert not (isinstance(node, ast.While) and isinstance(node.test, ast.Constant)), file
