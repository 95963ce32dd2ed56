"""Long arrows cut into pieces from row to row, with a bend wherever one passes a row."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

__all__ = ["Rows", "chained"]


@frozen
class Rows:
    """Boxes (0 to ``count``) and bends (from ``count`` on) with the row of each.

    ``ups`` and ``downs`` are the neighbours in the next row above and below. ``chains`` holds for each edge its nodes from
    the head down to the tail. ``homes`` is the frame of each node, of a bend the innermost that holds both ends.
    """

    count: int
    rank: tuple[int, ...]
    ups: tuple[tuple[int, ...], ...]
    downs: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    homes: tuple[int, ...]


def chained(
    rank: Sequence[int],
    edges: Sequence[tuple[int, int]],
    homes: Sequence[int],
    parents: Sequence[int],
) -> Rows:
    """The rows of boxes ``rank`` with every edge (tail, head), tail below head, cut at each row."""
    ranks = list(rank)
    places = list(homes)
    pairs: list[tuple[int, int]] = []
    chains: list[tuple[int, ...]] = []
    for tail, head in edges:
        chain = [head]
        inside = shared(homes[tail], homes[head], parents)
        for row in range(rank[head] + 1, rank[tail]):
            chain.append(len(ranks))
            ranks.append(row)
            places.append(inside)
        chain.append(tail)
        chains.append(tuple(chain))
        pairs += zip(chain, chain[1:], strict=False)
    ups: list[list[int]] = [[] for _ in ranks]
    downs: list[list[int]] = [[] for _ in ranks]
    for above, below in pairs:
        downs[above].append(below)
        ups[below].append(above)
    return Rows(
        len(rank),
        tuple(ranks),
        tuple(map(tuple, ups)),
        tuple(map(tuple, downs)),
        tuple(chains),
        tuple(places),
    )


def path(frame: int, parents: Sequence[int]) -> list[int]:
    """The frames around, from the outermost to ``frame`` itself."""
    around: list[int] = []
    while frame >= 0:
        around.append(frame)
        frame = parents[frame]
    return around[::-1]


def shared(one: int, other: int, parents: Sequence[int]) -> int:
    """The innermost frame that holds both, or -1."""
    found = -1
    for mine, yours in zip(path(one, parents), path(other, parents), strict=False):
        if mine != yours:
            break
        found = mine
    return found
