"""Where each node stands across its row: exact least squares, row by row (pool adjacent violators).

Source: the weighted isotonic regression of Barlow and Brunk (1972), applied to positions from which
the least distances to the left are taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["pooled", "positions", "straightened_chains"]

SWEEPS = 10


def pooled(wishes: Sequence[float], weights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Positions nearest to ``wishes`` (weighted squares) with at least ``gaps[i]`` from i-1 to i."""
    offset = 0.0
    offsets: list[float] = []
    pools: list[tuple[float, float, int]] = []
    for wish, weight, gap in zip(wishes, weights, gaps, strict=True):
        offset += gap
        offsets.append(offset)
        value, heavy, size = wish - offset, weight, 1
        while pools and pools[-1][0] > value:
            other, other_heavy, other_size = pools.pop()
            value = (value * heavy + other * other_heavy) / (heavy + other_heavy)
            heavy += other_heavy
            size += other_size
        pools.append((value, heavy, size))
    values = [value for value, _, size in pools for _ in range(size)]
    return [value + offset for value, offset in zip(values, offsets, strict=True)]


def positions(
    layers: Sequence[Sequence[int]],
    gaps: Sequence[Sequence[float]],
    pull: Callable[[int], Sequence[tuple[int, float]]],
) -> list[float]:
    """The centre of each node; ``pull`` gives the nodes it is drawn to, with weights."""
    count = sum(map(len, layers))
    x = [0.0] * count
    lengths = [sum(row) for row in gaps]
    widest = max(range(len(layers)), key=lengths.__getitem__)
    for layer, row, length in zip(layers, gaps, lengths, strict=True):
        at = (lengths[widest] - length) / 2
        for node, gap in zip(layer, row, strict=True):
            at += gap
            x[node] = at
    done = {node for node in layers[widest]}
    order = [*range(widest - 1, -1, -1), *range(widest + 1, len(layers))]
    for row in order:
        _settle(layers[row], gaps[row], x, lambda n: [(o, w) for o, w in pull(n) if o in done])
        done.update(layers[row])
    for turn in range(SWEEPS):
        for row in range(len(layers)) if turn % 2 else range(len(layers) - 1, -1, -1):
            _settle(layers[row], gaps[row], x, pull)
    return x


def _settle(
    layer: Sequence[int],
    gaps: Sequence[float],
    x: list[float],
    pull: Callable[[int], Sequence[tuple[int, float]]],
) -> None:
    wishes: list[float] = []
    weights: list[float] = []
    for node in layer:
        pulls = pull(node)
        heavy = sum([weight for _, weight in pulls])
        wishes.append(sum([x[o] * w for o, w in pulls]) / heavy if heavy else x[node])
        weights.append(heavy or 0.01)
    for node, value in zip(layer, pooled(wishes, weights, gaps), strict=True):
        x[node] = value


def straightened_chains(
    layers: Sequence[Sequence[int]],
    gaps: Sequence[Sequence[float]],
    chains: Sequence[Sequence[int]],
    x: list[float],
) -> None:
    """Bring the bends of each chain onto one line, below its head or above its tail, where there is room."""
    before: dict[int, tuple[int, float]] = {}
    after: dict[int, tuple[int, float]] = {}
    for layer, row in zip(layers, gaps, strict=True):
        for left, right, gap in zip(layer, layer[1:], row[1:], strict=False):
            before[right] = (left, gap)
            after[left] = (right, gap)
    for _ in range(2):
        for chain in chains:
            bends = chain[1:-1]
            if not bends:
                continue
            low = max([x[before[b][0]] + before[b][1] for b in bends if b in before], default=-1e18)
            high = min([x[after[b][0]] - after[b][1] for b in bends if b in after], default=1e18)
            if low <= high:
                wish = _line_of(x, chain, low, high)
                for bend in bends:
                    x[bend] = wish


def _line_of(x: list[float], chain: Sequence[int], low: float, high: float) -> float:
    """The place in ``low`` to ``high`` that makes a chain straight at its tail, or its head, or nearly so."""
    for end in (chain[-1], chain[0]):
        if low <= x[end] <= high:
            return x[end]
    mean = sum([x[bend] for bend in chain[1:-1]]) / (len(chain) - 2)
    return min(max(mean, low), high)
