"""Maps made by chance, with everything that bears on a verdict."""

from __future__ import annotations

from random import Random

import pytest

from argmap import (
    Answer,
    ArgumentMap,
    Claim,
    Conflict,
    Issue,
    Link,
    Preference,
    Rebuttal,
    Rephrase,
    Step,
    Support,
    Undercut,
)


def chance_map(chance: Random) -> ArgumentMap:
    """A map of three to five claims and up to nine links of every kind, with circles and links on links."""
    stances = ("asserted", "questioned", "assumed")
    claims = [
        Claim(f"c{n}", stance=chance.choice(stances))  # type: ignore[arg-type] # a stance
        for n in range(chance.randint(3, 5))
    ]
    ids = [claim.id for claim in claims]
    links: list[Link] = []
    for n in range(chance.randint(1, 7)):
        premises = chance.sample(ids, chance.choice((1, 1, 1, 2, 3)))
        warrants = [premises.pop()] if len(premises) > 1 and chance.random() < 0.3 else []
        target = chance.choice(links).id if links and chance.random() < 0.35 else ""
        kind: type[Step] = Support
        if target:
            kind = Undercut if chance.random() < 0.75 else Support
        else:
            target = chance.choice(ids)
            kind = Rebuttal if chance.random() < 0.45 else Support
        links.append(kind(f"l{n}", tuple(premises), target, warrants=tuple(warrants)))
        if chance.random() < 0.1:
            sides = tuple(chance.sample(ids, chance.choice((2, 2, 3))))
            links.append(Conflict(f"k{n}", sides))
    one, other = chance.sample(ids, 2)
    if chance.random() < 0.3:
        links += [Rephrase("r", one, other), Answer("a", one, "q"), Preference("p", one, other)]
    return ArgumentMap(claims=tuple(claims), links=tuple(links), issues=(Issue("q", "Why?"),))


@pytest.fixture
def chance_maps() -> list[ArgumentMap]:
    """Fifty of them."""
    chance = Random(11)
    return [chance_map(chance) for _ in range(50)]
