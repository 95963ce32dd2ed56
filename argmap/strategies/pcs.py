"""Premise-conclusion structures: arguments as logic textbooks write them down."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ..model import About, ArgumentMap, Claim, Link, Support
from .made import made, together
from .texts import texts

__all__ = ["pcs"]


def pcs(
    *, max_steps: int = 3, max_premises: int = 3, hostile: bool = False
) -> st.SearchStrategy[ArgumentMap]:
    """A premise-conclusion structure as a map: steps in a row, each from the conclusion before it and premises of its own.

    The claims are in the order in which they are numbered; the last one is the conclusion. Some steps are strict.

    >>> from argmap.strategies import smallest
    >>> from argmap.model.code import code
    >>> print(code(smallest(pcs(), lambda map: len(map.links) == 2)))
    ArgumentMap(
        claims=(
            Claim('c1'),
            Claim('c2'),
            Claim('c3'),
        ),
        links=(
            Support('l1', ('c1',), 'c2'),
            Support('l2', ('c2',), 'c3'),
        ),
    )
    """
    words = texts(hostile=hostile)
    step = together(words, st.lists(words, max_size=max_premises), st.booleans())
    steps = st.lists(step, min_size=1, max_size=max_steps)
    return made(_structure, words, steps)


def _structure(title: str, steps: list[Any]) -> ArgumentMap:
    claims: list[Claim] = []
    links: list[Link] = []
    for number, (conclusion, premises, strict) in enumerate(steps, 1):
        by = [claims[-1].id] if claims else []
        for text in premises if claims else premises or [""]:
            claims.append(Claim(f"c{len(claims) + 1}", text))
            by.append(claims[-1].id)
        claims.append(Claim(f"c{len(claims) + 1}", conclusion))
        links.append(Support(f"l{number}", tuple(by), claims[-1].id, strict=strict))
    return ArgumentMap(claims=tuple(claims), links=tuple(links), about=About(title))
