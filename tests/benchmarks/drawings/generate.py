"""Maps like those that people draw, of any size, the same for a seed on every Python.

``T`` is a debate tree; ``D`` a tree with links across; ``C`` has linked premises, undercuts, mutual
rebuttals and long circles besides; ``G`` is a cross-linked map whose subtrees stand in nested groups.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias, TypeVar

from attrs import define, evolve

from argmap import ArgumentMap, Claim, Group, Link, Rebuttal, Support, Undercut

__all__ = ["KINDS", "Kind", "generate"]

Kind: TypeAlias = Literal["T", "D", "C", "G"]
KINDS: tuple[Kind, ...] = ("T", "D", "C", "G")

T = TypeVar("T")

DEEPEST = 12
"""Links from the main claim to the farthest of a tree."""

_NOUNS = (
    "voters, schools, taxes, rivers, farmers, cities, borders, courts, hospitals, teachers, engines, "
    "trains, harvests, forests, newspapers, juries, pensions, wages, rents, factories, libraries, "
    "algorithms, vaccines, patents, prisons, treaties, elections, insurers, parents, tourists, "
    "fisheries, glaciers, batteries, museums"
)
_VERBS = (
    "strengthen, weaken, depend on, replace, pay for, distract from, follow from, protect, burden, "
    "reward, slow down, rule out, bring about, compete with, hide the cost of, make room for"
)
_ADJECTIVES = (
    "public, private, rural, urban, local, foreign, cheap, costly, fair, hidden, lasting, modern, "
    "ancient, rare, common, safe, risky, voluntary, compulsory, temporary"
)
_JOINS = "and, while, because, although, unless, so that, as long as, even where, now that"
NOUNS, VERBS, ADJECTIVES, JOINS = (
    tuple(words.split(", ")) for words in (_NOUNS, _VERBS, _ADJECTIVES, _JOINS)
)


class Dice:
    """Chance by a seed; only ``Random.random`` is promised to stay the same on every Python."""

    def __init__(self, seed: int) -> None:
        self.roll: Callable[[], float] = random.Random(seed).random

    def below(self, count: int) -> int:
        """A whole number from 0, less than ``count``."""
        return int(self.roll() * count)

    def between(self, least: int, most: int) -> int:
        """A whole number from ``least`` to ``most``."""
        return least + self.below(most - least + 1)

    def pick(self, things: Sequence[T]) -> T:
        """One of the things."""
        return things[self.below(len(things))]


@define
class Sketch:
    """A map in the making: claim 0 is the main one; an edge is (from, to, whether it supports)."""

    texts: list[str]
    above: list[int]
    below: list[list[int]]
    depths: list[int]
    edges: list[tuple[int, int, bool]]


def generate(kind: Kind, count: int, seed: int = 1) -> ArgumentMap:
    """The map of a kind with ``count`` claims; the same arguments give the same map."""
    dice = Dice(seed)
    sketch = _tree(count, dice)
    if kind == "D":
        _link_across(sketch, 0.3, dice)
    elif kind == "C":
        _link_across(sketch, 0.2, dice)
    elif kind == "G":
        _link_across(sketch, 0.15, dice)
    claims = [Claim(f"c{number}", text) for number, text in enumerate(sketch.texts)]
    if kind == "C":
        return ArgumentMap(claims=tuple(claims), links=tuple(_tangled(sketch, dice)))
    groups: list[Group] = []
    if kind == "G":
        groups = _grouped(sketch, claims, dice)
    links = [_step(f"l{n}", edge) for n, edge in enumerate(sketch.edges)]
    return ArgumentMap(claims=tuple(claims), links=tuple(links), groups=tuple(groups))


def _sentence(dice: Dice) -> str:
    """A text of 80 to 200 characters or so, one in ten much shorter."""
    length = dice.between(80, 190) if dice.roll() < 0.9 else dice.between(15, 60)
    parts: list[str] = []
    while sum(map(len, parts)) + len(parts) < length - 20:
        if parts:
            parts.append(dice.pick(JOINS))
        parts += [*_thing(dice), dice.pick(VERBS), *_thing(dice)]
    return " ".join(parts).capitalize() + "."


def _thing(dice: Dice) -> list[str]:
    adjective = [dice.pick(ADJECTIVES)] if dice.roll() < 0.5 else []
    return [*adjective, dice.pick(NOUNS)]


def _tree(count: int, dice: Dice) -> Sketch:
    """A debate: two to six answers to a claim, the latest claims answered most, as in a thread."""
    tree = Sketch([_sentence(dice)], [-1], [[]], [0], [])
    open_claims = [0]
    while len(tree.texts) < count and open_claims:
        if dice.roll() < 0.45:
            place = dice.below(len(open_claims))
        else:
            place = len(open_claims) - 1 - int(dice.roll() ** 2 * min(len(open_claims), 40))
        answered = open_claims[place]
        open_claims[place] = open_claims[-1]
        open_claims.pop()
        answers = dice.pick((2, 2, 2, 3, 3, 4, 5, 6)) if answered else dice.between(4, 6)
        for _ in range(min(answers, count - len(tree.texts))):
            new = _grow(tree, answered, dice)
            if tree.depths[new] < DEEPEST:
                open_claims.append(new)
    return tree


def _grow(tree: Sketch, answered: int, dice: Dice) -> int:
    new = len(tree.texts)
    tree.texts.append(_sentence(dice))
    tree.above.append(answered)
    tree.below.append([])
    tree.below[answered].append(new)
    tree.depths.append(tree.depths[answered] + 1)
    tree.edges.append((new, answered, dice.roll() < 0.55))
    return new


def _link_across(sketch: Sketch, share: float, dice: Dice) -> None:
    """Add links from claims to shallower ones, most of them near by: ``share`` of the claims."""
    count = len(sketch.texts)
    known = {(tail, head) for tail, head, _ in sketch.edges}
    wanted = int(share * count)
    for _ in range(50 * count):
        if not wanted:
            return
        tail = dice.between(1, count - 1)
        far = dice.roll()
        common = tail
        for _ in range(dice.between(1, 2 if far < 0.6 else 4 if far < 0.85 else 99)):
            common = max(sketch.above[common], 0)
        head = _under(sketch, common, dice.between(0, sketch.depths[tail] - 1), dice)
        dull = head == common and far < 0.85 and dice.roll() < 0.7  # a mere short cut
        if sketch.depths[head] < sketch.depths[tail] and (tail, head) not in known and not dull:
            known.add((tail, head))
            sketch.edges.append((tail, head, dice.roll() < 0.6))
            wanted -= 1


def _under(sketch: Sketch, claim: int, depth: int, dice: Dice) -> int:
    """A claim at about ``depth``, at or under ``claim``."""
    while sketch.depths[claim] < depth and sketch.below[claim]:
        claim = dice.pick(sketch.below[claim])
    return claim


def _step(id: str, edge: tuple[int, int, bool]) -> Link:
    tail, head, supports = edge
    return (Support if supports else Rebuttal)(id, (f"c{tail}",), f"c{head}")


def _tangled(sketch: Sketch, dice: Dice) -> list[Link]:
    """Links with all that a map can have: joints, links that target links, circles."""
    found: list[Link] = []
    joints: list[str] = []
    heads: dict[int, list[tuple[int, bool]]] = {}
    for tail, head, supports in sketch.edges:
        heads.setdefault(head, []).append((tail, supports))
    for head, tails in heads.items():
        _supports(found, joints, head, [tail for tail, supports in tails if supports], dice)
        for tail in [tail for tail, supports in tails if not supports]:
            chance = dice.roll()
            id = f"l{len(found)}"
            if chance < 0.2 and joints:
                target = joints[-1 - dice.below(min(len(joints), 8))]
                found.append(Undercut(id, (f"c{tail}",), target))
            else:
                found.append(Rebuttal(id, (f"c{tail}",), f"c{head}"))
                if chance > 0.85:
                    found.append(Rebuttal(f"l{len(found)}", (f"c{head}",), f"c{tail}"))
    for _ in range(max(1, len(sketch.texts) // 100)):
        one, other = sorted((dice.below(len(sketch.texts)), dice.below(len(sketch.texts))))
        if one != other:
            found.append(Rebuttal(f"l{len(found)}", (f"c{one}",), f"c{other}"))
    return found


def _supports(
    found: list[Link], joints: list[str], head: int, tails: list[int], dice: Dice
) -> None:
    """Reasons of one claim: some of them linked, some with a word on them, most of them plain."""
    while tails:
        together = 1
        if len(tails) > 1 and dice.roll() < 0.4:
            together = min(len(tails), dice.pick((2, 2, 3)))
        premises, tails = tuple([f"c{tail}" for tail in tails[:together]]), tails[together:]
        label = "because" if together > 1 or dice.roll() < 0.25 else ""
        link = Support(f"l{len(found)}", premises, f"c{head}", label=label)
        found.append(link)
        if label:
            joints.append(link.id)


def _grouped(sketch: Sketch, claims: list[Claim], dice: Dice) -> list[Group]:
    """Put subtrees of four to thirty claims into groups, three deep at most."""
    sizes = [1] * len(claims)
    for claim in range(len(claims) - 1, 0, -1):
        sizes[sketch.above[claim]] += sizes[claim]
    groups: list[Group] = []
    todo: list[tuple[int, str | None, int]] = [(0, None, 0)]
    while todo:
        claim, home, level = todo.pop()
        fits = level < 3 and 4 <= sizes[claim] <= (30, 12, 6)[level]
        if claim and fits and dice.roll() < 0.8:
            title = " ".join(_thing(dice)).capitalize()
            groups.append(Group(f"g{len(groups)}", title, home))
            home, level = groups[-1].id, level + 1
        if home is not None:
            claims[claim] = evolve(claims[claim], group=home)
        todo += [(below, home, level) for below in sketch.below[claim]]
    return groups
