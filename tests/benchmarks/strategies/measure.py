"""Measures of strategies: how many examples a second, how many thrown away, how large they are, how soon they find a bug."""

from __future__ import annotations

from collections import Counter
from statistics import median
from time import process_time
from typing import Any

from attrs import define, field, frozen
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.data import Status

from argmap import ArgumentMap, Step

from .planted import Planted

__all__ = ["Found", "Measured", "found", "measured", "sizes"]

_QUIET = settings(
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@define
class Measured:
    """What came of drawing: seconds of the processor, and what was drawn, refused or begun anew."""

    seconds: float = 0.0
    values: list[Any] = field(factory=list)
    rejected: int = 0
    begun_anew: int = 0

    @property
    def begun(self) -> int:
        """How many examples were begun."""
        return len(self.values) + self.rejected + self.begun_anew


def measured(strategy: st.SearchStrategy[Any], examples: int, number: int = 1) -> Measured:
    """Draw so many examples.

    ``rejected`` are those that a filter or an assumption threw away; ``begun_anew`` those that were longer than Hypothesis, which tries
    short ones first, had given them room for.
    """
    done = Measured()

    @seed(number)
    @settings(_QUIET, max_examples=examples)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        try:
            done.values.append(data.draw(strategy))
        except BaseException:
            done.rejected += data.conjecture_data.status is Status.INVALID
            done.begun_anew += data.conjecture_data.status is Status.OVERRUN
            raise

    start = process_time()
    draw()
    done.seconds = process_time() - start
    return done


@frozen
class Found:
    """How a planted bug was found: the examples until then for each seed, and the smallest example."""

    examples: tuple[int, ...]
    smallest: Any

    @property
    def median(self) -> float:
        """The middle of the numbers of examples."""
        return median(self.examples)


def found(planted: Planted, seeds: int, most: int = 5_000) -> Found:
    """How soon a bug is found in runs of a hundred examples, as tests have by default, and how small the example gets."""
    counts = tuple([_until(planted, number, most) for number in range(seeds)])
    shrinking = settings(
        _QUIET, max_examples=most, phases=[Phase.generate, Phase.shrink], derandomize=True
    )
    return Found(
        counts, find(planted.strategy, lambda value: _fails(planted, value), settings=shrinking)
    )


def _fails(planted: Planted, value: Any) -> bool:
    try:
        planted.fails(value)
    except Exception:  # an importer that crashes has been found out, too
        return True
    return False


def _until(planted: Planted, number: int, most: int) -> int:
    """How many examples are tried until the bug is found, over runs of a hundred."""
    tried = 0
    for run in range(most // 100):
        failed = _run(planted, 1_000 * number + run)
        if True in failed:
            return tried + failed.index(True) + 1
        tried += len(failed)
    raise LookupError(f"not found in {most} examples: {planted.bug}")


def _run(planted: Planted, number: int) -> list[bool]:
    """Whether each of a hundred examples shows the bug."""
    failed: list[bool] = []

    @seed(number)
    @settings(_QUIET, max_examples=100)
    @given(planted.strategy)
    def search(value: Any) -> None:
        failed.append(_fails(planted, value))

    search()
    return failed


def sizes(maps: list[ArgumentMap]) -> dict[str, str]:
    """What maps are like: claims, links, and shares of kinds, as words for a table."""
    claims = sorted([len(map.claims) for map in maps])
    kinds = Counter([link.kind for map in maps for link in map.links])
    steps = [link for map in maps for link in map.links if isinstance(link, Step)]
    links = sum(kinds.values()) or 1
    cyclic = sum(bool(map.claims) and _in_circle(map) for map in maps)
    return {
        "claims": f"{claims[len(claims) // 10]} / {median(claims):.0f} / {claims[-len(claims) // 10]}",
        "links a claim": f"{links / max(1, sum(claims)):.2f}",
        "linked": _percent(sum(step.linked for step in steps), len(steps)),
        **{
            kind: _percent(kinds[kind], links)
            for kind in ("support", "rebuttal", "undercut", "conflict", "rephrase", "answer")
        },
        "with a circle": _percent(cyclic, len(maps)),
    }


def _in_circle(map: ArgumentMap) -> bool:
    """Whether some claim argues for or against itself, over however many claims."""
    from networkx import DiGraph, is_directed_acyclic_graph

    edges = [
        (tail, head)
        for tail, head, data in map.claim_graph().edges(data=True)
        if data["kind"] not in ("conflict", "preference")
    ]
    return not is_directed_acyclic_graph(DiGraph(edges))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.0f} %"
