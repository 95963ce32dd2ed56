"""How long lint takes beside building the map, and how that grows.

Usage: ``python tests/benchmarks/linting.py [CLAIMS ...]``; 100, 1,000, 10,000 and 40,000 claims unless you say. Seconds are those of the
processor, the least of three runs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from random import Random

from argmap import ArgumentMap, Claim, Link, Rebuttal, Support, lint, loads, todo
from argmap.formats import dumps

_WORDS = 4_000
_LENGTH = 14


def parts(count: int, seed: int = 1) -> tuple[tuple[Claim, ...], tuple[Link, ...]]:
    """Claims of fourteen words, each arguing for or against an earlier one, and a third more supports across."""
    random = Random(seed)
    words = [f"word{number}" for number in range(_WORDS)]
    claims = [
        Claim(f"c{number}", " ".join(["Claim", *random.choices(words, k=_LENGTH)]) + ".")
        for number in range(count)
    ]
    links: list[Link] = []
    for number in range(1, count):
        kind = random.choice((Support, Support, Rebuttal))
        earlier = random.randrange(max(0, number - 200), number)
        links.append(kind(f"l{number}", (f"c{number}",), f"c{earlier}"))
    for number in range(count // 3):
        one, other = random.sample(range(count), 2)
        links.append(Support(f"x{number}", (f"c{one}",), f"c{other}"))
    return tuple(claims), tuple(links)


def least(work: Callable[[], object]) -> float:
    """The least seconds of the processor of three runs."""
    spent: list[float] = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def main(counts: list[int]) -> None:
    """Print the table."""
    lint(ArgumentMap())
    print("| claims | links | build, s | read from JSON, s | lint, s | todo, s | lint / read |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for count in counts:
        claims, links = parts(count)
        map = ArgumentMap(claims=claims, links=links)
        text = dumps(map)
        build = least(lambda c=claims, k=links: ArgumentMap(claims=c, links=k))  # type: ignore[misc]  # defaults bind the loop's values
        read = least(lambda t=text: loads(t))  # type: ignore[misc]  # as above
        linted = least(lambda t=text: lint(loads(t))) - read  # type: ignore[misc]  # a map caches what was asked of it
        waiting = least(lambda t=text: todo(loads(t))) - read  # type: ignore[misc]  # as above
        print(
            f"| {count:,} | {len(links):,} | {build:.3f} | {read:.3f} | {linted:.3f} | {waiting:.3f} | {linted / read:.1f} |"
        )


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [100, 1_000, 10_000, 40_000])
