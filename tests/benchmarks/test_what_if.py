"""How the time of one change to a weighed debate grows with the debate: not at all, but for what the change changes.

python -m pytest tests/benchmarks/test_what_if.py -s
"""

from __future__ import annotations

import time
from random import Random
from statistics import median

from argmap import ArgumentMap, Claim, Rebuttal, Support
from argmap.semantics import Evaluation, evaluate

SIZE = 25_000
CHANGES = 300


def debate(size: int) -> ArgumentMap:
    """A tree of replies, each to one of the two hundred before it, a third of them supports; some are answered back."""
    chance = Random(2)
    claims = [Claim(f"c{n}", stance=chance.choice(("asserted", "questioned"))) for n in range(size)]
    links: list[Rebuttal | Support] = []
    for n in range(1, size):
        target = f"c{chance.randrange(max(0, n - 200), n)}"
        kind = Support if chance.random() < 1 / 3 else Rebuttal
        links.append(kind(f"l{n}", (f"c{n}",), target))
        if chance.random() < 0.02:
            links.append(Rebuttal(f"b{n}", (target,), f"c{n}"))
    return ArgumentMap(claims=tuple(claims), links=tuple(links))


def seconds(evaluation: Evaluation) -> float:
    """The median processor time of a change, the first left out, which puts the components in order."""
    evaluation.after(without=["c0"])
    found = []
    for claim in Random(3).sample(evaluation.map.claims, CHANGES):
        start = time.process_time()
        evaluation.after(without=[claim.id])
        found.append(time.process_time() - start)
    return median(found)


def test_a_change_costs_what_it_changes() -> None:
    """A change in a debate four times as large would take more than twice as long."""
    small, large = (seconds(evaluate(debate(size))) for size in (SIZE, 4 * SIZE))
    print(f"{SIZE:,} claims: {small * 1e6:.0f} µs a change; {4 * SIZE:,}: {large * 1e6:.0f} µs")
    assert large < 2 * max(small, 1e-5)
