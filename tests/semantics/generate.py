"""Frameworks and maps of any size that hang together as debates do."""

from __future__ import annotations

from random import Random

from argmap import ArgumentMap, Claim, Link, Rebuttal, Support, Undercut


def reply_tree(size: int, seed: int, mutual: float) -> list[tuple[int, int]]:
    """The attacks of a tree of replies, a share of which is answered in kind; those of the oracle of counts."""
    chance = Random(f"map{size}{mutual}{seed}")
    attacks = []
    for reply in range(1, size):
        near = chance.random() < 0.9
        parent = chance.randrange(max(0, reply - 200), reply) if near else chance.randrange(reply)
        attacks.append((reply, parent))
        if chance.random() < mutual:
            attacks.append((parent, reply))
    return sorted(attacks)


def debate(size: int, seed: int, mutual: float = 0.0) -> ArgumentMap:
    """A tree of replies as a map: every claim rebuts one before it, and a share is rebutted by it in turn."""
    return ArgumentMap(
        claims=tuple([Claim(f"c{n}") for n in range(size)]),
        links=tuple(
            [
                Rebuttal(f"r{at}", (f"c{a}",), f"c{b}")
                for at, (a, b) in enumerate(reply_tree(size, seed, mutual))
            ]
        ),
    )


def mixed(size: int, seed: int) -> ArgumentMap:
    """A tree of replies of every kind: supports of one or two premises, rebuttals, undercuts, questioned claims."""
    chance = Random(seed)
    claims = [Claim("c0")]
    links: list[Link] = []
    while len(claims) < size:
        target = chance.randrange(max(0, len(claims) - 200), len(claims))
        premises = []
        for _ in range(2 if chance.random() < 0.25 and len(claims) < size - 1 else 1):
            stance = "questioned" if chance.random() < 0.2 else "asserted"
            premises.append(f"c{len(claims)}")
            claims.append(Claim(premises[-1], stance=stance))  # type: ignore[arg-type] # a stance
        id, kind = f"l{len(links)}", chance.random()
        if kind < 0.15 and links:
            links.append(Undercut(id, tuple(premises), chance.choice(links[-200:]).id))
        else:
            step = Support if kind < 0.65 else Rebuttal
            links.append(step(id, tuple(premises), f"c{target}"))
    return ArgumentMap(claims=tuple(claims), links=tuple(links))
