"""How long diff, patch, merge, lint, statistics and views take, beside building the map, and how that grows.

Usage: ``python tests/benchmarks/comparing.py [CLAIMS ...]``; 100, 1,000 and 10,000 claims unless you say. Seconds are those of the
processor, the least of three runs. Growth is the time at 10,000 claims over that at 2,500: 4 is linear, and 6 is too much; it is printed for
maps that are hard in one way each as well.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any, cast

from attrs import evolve

import argmap
from argmap import ArgumentMap, Claim, Link, Rebuttal, Step, Support, Undercut
from argmap.model.view import part_of

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.linting import parts

SMALL, LARGE = 2_500, 10_000
MOST = 6.0
SEED = 8

Three = tuple[ArgumentMap, ArgumentMap, ArgumentMap]
"""A map, and two edits of it."""


def fresh(map: ArgumentMap) -> ArgumentMap:
    """The same map without what it remembers of questions asked before."""
    return evolve(map)


def edited(map: ArgumentMap, seed: int, *, prefix: str) -> ArgumentMap:
    """The map with one claim in twenty reworded, one in fifty removed, one in fifty new, and some stances and weights changed."""
    random = Random(seed)
    claims: list[Claim] = []
    for claim in map.claims:
        chance = random.random()
        if 0.02 <= chance < 0.07:
            claims.append(evolve(claim, text=f"{claim.text[:-1]} indeed."))
        elif 0.07 <= chance < 0.09:
            claims.append(evolve(claim, stance="questioned", weight=0.5))
        elif chance >= 0.09:
            claims.append(claim)
    links = list(part_of(map, {claim.id for claim in claims}).links)
    for number in range(len(map.claims) // 50):
        new = Claim(f"{prefix}{number}", f"What {prefix} says as number {number} is new here.")
        links.append(Support(f"{prefix}s{number}", (new.id,), claims[number].id))
        claims.append(new)
    return ArgumentMap(claims=tuple(claims), links=tuple(links))


def usual(count: int) -> Three:
    """A debate of random words, two edits of it."""
    claims, links = parts(count)
    map = ArgumentMap(claims=claims, links=links)
    return map, edited(map, SEED, prefix="ours"), edited(map, SEED + 1, prefix="theirs")


def renumbered(count: int) -> Three:
    """Every id is another on one side, as formats make them that count."""
    map, ours, theirs = usual(count)
    claims = tuple([evolve(each, id=f"n{each.id}") for each in ours.claims])
    links = tuple([_renamed(each) for each in ours.links])
    return map, ArgumentMap(claims=claims, links=links), theirs


def _renamed(link: Link) -> Link:
    changes: dict[str, Any] = {"id": f"n{link.id}"}
    for name, _ in link.INPUTS + link.OUTPUTS:
        held = getattr(link, name)
        changes[name] = (
            f"n{held}" if isinstance(held, str) else tuple([f"n{each}" for each in held])
        )
    return evolve(link, **changes)


def colliding(count: int) -> Three:
    """Both sides add as many claims as there are, under the same ids."""
    map, _, _ = usual(count // 2)
    sides: list[ArgumentMap] = []
    for side in ("left", "right"):
        words = [f"{side} {number * 7919 % 10_007}" for number in range(count // 2)]
        new = [
            Claim(f"new{number}", f"Quite {each}, they say.") for number, each in enumerate(words)
        ]
        steps = [Support(f"more{number}", (each.id,), "c0") for number, each in enumerate(new)]
        sides.append(ArgumentMap(claims=(*map.claims, *new), links=(*map.links, *steps)))
    return map, sides[0], sides[1]


def towers(count: int) -> Three:
    """Undercuts of undercuts, as deep as there are claims, all with other ids on one side."""
    claims = tuple([Claim(f"c{number}", f"Claim {number} of a tower.") for number in range(count)])
    links: list[Link] = [Rebuttal("l1", ("c1",), "c0")]
    links += [
        Undercut(f"l{number}", (f"c{number}",), f"l{number - 1}") for number in range(2, count)
    ]
    map = ArgumentMap(claims=claims, links=tuple(links))
    other = ArgumentMap(claims=claims, links=tuple([_but_claims(each) for each in links]))
    theirs = tuple([evolve(each, text=f"{each.text[:-1]} indeed.") for each in claims])
    return map, other, evolve(map, claims=theirs)


def _but_claims(link: Link) -> Link:
    step = cast("Step", link)
    target = f"n{step.target}" if step.target[0] == "l" else step.target
    return evolve(step, id=f"n{step.id}", target=target)


def alike(count: int) -> Three:
    """Texts that differ by a number alone, which is changed on one side."""
    claims = tuple(
        [Claim(f"c{n}", f"The answer to this question is {n}, they say.") for n in range(count)]
    )
    links = tuple([Support(f"l{n}", (f"c{n}",), f"c{n // 3}") for n in range(1, count)])
    map = ArgumentMap(claims=claims, links=links)
    other = tuple(
        [
            Claim(f"d{n}", f"The answer to this question is {n + count}, they say.")
            for n in range(count)
        ]
    )
    steps = tuple([Support(f"l{n}", (f"d{n}",), f"d{n // 3}") for n in range(1, count)])
    return map, ArgumentMap(claims=other, links=steps), map


def shuffled(count: int) -> Three:
    """Everything in another order on each side."""
    map, ours, theirs = usual(count)
    return map, _mixed(ours, SEED), _mixed(theirs, SEED + 1)


def _mixed(map: ArgumentMap, seed: int) -> ArgumentMap:
    random = Random(seed)
    claims, links = list(map.claims), list(map.links)
    random.shuffle(claims)
    random.shuffle(links)
    return ArgumentMap(claims=tuple(claims), links=tuple(links))


HARD: Mapping[str, Callable[[int], Three]] = {
    "usual": usual,
    "renumbered": renumbered,
    "colliding": colliding,
    "towers": towers,
    "alike": alike,
    "shuffled": shuffled,
}


def works(three: Three) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    base, ours, theirs = three
    changes = argmap.diff(base, ours)
    return {
        "build": lambda: fresh(base),
        "diff": lambda: argmap.diff(fresh(base), fresh(ours)),
        "patch": lambda: argmap.patch(fresh(base), changes),
        "merge": lambda: argmap.merge(fresh(base), fresh(ours), fresh(theirs)),
        "unite": lambda: argmap.unite(fresh(ours), fresh(theirs)),
        "lint": lambda: argmap.lint(fresh(base)),
        "statistics": lambda: argmap.statistics(fresh(base)),
        "view": lambda: fresh(base).view(focus="c1", depth=4, collapse="c3").stubs,
    }


def least(work: Callable[[], object], runs: int = 3) -> float:
    """The least seconds of the processor of some runs."""
    spent: list[float] = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def main(counts: list[int]) -> int:
    """Print the tables; 1 if something grows too fast."""
    argmap.lint(ArgumentMap())
    names = list(works(usual(4)))
    print(f"| claims | {', s | '.join(names)}, s |")
    print(f"|--:|{'--:|' * len(names)}")
    for count in counts:
        spent = [f"{least(work):.3f}" for work in works(usual(count)).values()]
        print(f"| {count:,} | {' | '.join(spent)} |", flush=True)
    print(f"\n| growth, {SMALL:,} to {LARGE:,} | {' | '.join(names)} |")
    print(f"|---|{'--:|' * len(names)}")
    worst = 0.0
    for name, made in HARD.items():
        small, large = works(made(SMALL)), works(made(LARGE))
        grown = [least(large[each], 2) / max(least(small[each]), 1e-4) for each in names]
        print(f"| {name} | {' | '.join([f'{each:.1f}' for each in grown])} |", flush=True)
        worst = max([worst, *grown])
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or [100, 1_000, 10_000]))
