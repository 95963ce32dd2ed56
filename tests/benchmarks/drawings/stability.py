"""How far the rest of a drawing moves when one thing is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import signature
from math import hypot
from statistics import median, quantiles
from typing import Any

from attrs import evolve

import argmap
from argmap import ArgumentMap, Claim, Drawing, Support
from argmap.layout import Layout

from .generate import Dice, Kind, generate
from .tables import number, table

__all__ = ["SIZES", "shifts", "stability"]

SIZES = (30, 100, 500)
MOST_CLAIMS = 5_000
STILL = 1.0
"""Pixels that nobody sees move."""


def stability(
    kinds: Iterable[Kind],
    sizes: Sequence[int],
    seeds: int,
    say: Callable[[str], None],
    first_seed: int = 1,
) -> str:
    """A table of how far boxes move, in pixels, by the kind of edit; the direction stays."""
    hinted = "layout_hint" in signature(argmap.draw).parameters
    head = (
        *("map", "claims", "maps", "edit", "drawn anew: median px", "95 % within px", "stayed"),
        *(("with layout_hint: median px", "95 % within px", "stayed") if hinted else ()),
    )
    rows = []
    for kind in kinds:
        for size in sizes:
            count = min(seeds, max(1, MOST_CLAIMS // size))
            maps = [generate(kind, size, seed) for seed in range(first_seed, first_seed + count)]
            drawings = [argmap.draw(map) for map in maps]
            for name, edit in _EDITS.items():
                edited = [edit(map, Dice(seed)) for seed, map in enumerate(maps, first_seed - 1)]
                found = [_told(edited, drawings, {})]
                if hinted:
                    found.append(_told(edited, drawings, {"layout_hint": True}))
                rows.append([kind, f"{size:,}", str(count), name, *[v for f in found for v in f]])
                say(f"stability {kind} {size} {name}: {rows[-1][4:]}")
    return table(head, rows)


def _leaf(map: ArgumentMap, dice: Dice) -> ArgumentMap:
    """The map with one more reason for one of its claims."""
    target = dice.pick(map.claims)
    new = Claim("new", dice.pick(map.claims).text, group=target.group)
    return evolve(
        map,
        claims=(*map.claims, new),
        links=(*map.links, Support("new link", ("new",), target.id)),
    )


def _text(map: ArgumentMap, dice: Dice) -> ArgumentMap:
    """The map with another text on one of its claims."""
    place = dice.below(len(map.claims))
    changed = evolve(map.claims[place], text=generate("T", 3, place).claims[2].text)
    return evolve(map, claims=(*map.claims[:place], changed, *map.claims[place + 1 :]))


_EDITS: dict[str, Callable[[ArgumentMap, Dice], ArgumentMap]] = {
    "one more leaf": _leaf,
    "another text": _text,
}


def _told(
    maps: Sequence[ArgumentMap], drawings: Sequence[Drawing], options: dict[str, Any]
) -> list[str]:
    """Median, 95th percentile and share of boxes that stayed, over all the maps' boxes."""
    found: list[float] = []
    for map, before in zip(maps, drawings, strict=True):
        hint = {"layout_hint": before} if options else {}
        draw: Callable[..., Drawing] = argmap.draw
        after = draw(map, direction=before.layout.direction, **hint)
        found += shifts(before.layout, after.layout)
    stayed = sum(shift < STILL for shift in found) / len(found)
    most = quantiles(found, n=20)[-1]
    return [number([median(found)]), number([most]), f"{stayed:.0%}"]


def shifts(before: Layout, after: Layout) -> list[float]:
    """How far each box that is in both has moved, in pixels, after the best move of the whole.

    That move is the median one, either way: what most boxes do isn't seen as moving.
    """
    places = {box.id: box for box in before.boxes}
    moves = [
        (box.x - places[box.id].x, box.y - places[box.id].y)
        for box in after.boxes
        if box.id in places
    ]
    if not moves:
        return []
    across, down = median([x for x, _ in moves]), median([y for _, y in moves])
    return [hypot(x - across, y - down) for x, y in moves]
