"""One connected part of a diagram, through all passes."""

from __future__ import annotations

from collections.abc import Sequence

from .arrange import skeleton
from .borders import Tokens, straightened, tokens
from .chains import Rows, chained, path
from .coordinates import positions, straightened_chains
from .cycles import against
from .diagram import Point, Spacing
from .net import Net
from .ordering import ordered
from .packing import Box, Piece
from .ranks import ranks
from .routes import Bands, routed

__all__ = ["laid_out"]

LOOP = 26.0


def laid_out(part: Net, spacing: Spacing) -> Piece:
    """The passes in the order they run: cycles, ranks, chains, order, positions, bands, routes."""
    back = against(len(part.widths), part.edges)
    edges = [(h, t) if b else (t, h) for (t, h), b in zip(part.edges, back, strict=True)]
    rows = chained(_ranks(part, edges), edges, part.homes, part.parents)
    order = ordered(skeleton(rows, part.parents, edges), rows, part.parents)
    marks = tokens(part, rows, order)
    x = _positions(part, rows, marks, spacing)
    bands, frames = _bands(part, rows, marks, x, spacing)
    routes = routed(part, rows, x, bands)
    routes = [r[::-1] if b else r for r, b in zip(routes, back, strict=True)]
    return _piece(
        part, rows, x, bands, dict(zip(part.arrows, routes, strict=True)), frames, order.crossings
    )


def _ranks(part: Net, edges: list[tuple[int, int]]) -> list[int]:
    ups: list[list[int]] = [[] for _ in part.widths]
    downs: list[list[int]] = [[] for _ in part.widths]
    for tail, head in edges:
        ups[tail].append(head)
        downs[head].append(tail)
    return ranks(ups, downs, part.joints)


def _positions(part: Net, rows: Rows, marks: Tokens, spacing: Spacing) -> list[float]:
    """The middle of every box and bend, and the sides of frames."""
    looped = {box for _, box in part.loops}
    room = [w + (2 * LOOP if box in looped else 0.0) for box, w in enumerate(part.widths)]
    gaps = [_gaps(layer, part, rows, marks, room, spacing) for layer in marks.layers]
    beside: dict[int, list[int]] = {}
    for row in range(len(marks.layers) - 1):
        for one in marks.layers[row]:
            if one >= marks.count:
                for other in marks.layers[row + 1]:
                    if (
                        other >= marks.count
                        and marks.sides[one - marks.count] == marks.sides[other - marks.count]
                    ):
                        beside.setdefault(one, []).append(other)
                        beside.setdefault(other, []).append(one)

    def pull(token: int) -> list[tuple[int, float]]:
        if token >= marks.count:
            return [(other, 8.0) for other in beside.get(token, ())]
        bend = token >= rows.count
        return [
            (other, (8.0 if other >= rows.count else 2.0) if bend else 1.0)
            for other in (*rows.ups[token], *rows.downs[token])
        ]

    x = positions(marks.layers, gaps, pull)
    if marks.spans:
        x = straightened(marks, gaps, x, part)
    straightened_chains(marks.layers, gaps, rows.chains, x)
    return x


def _gaps(
    layer: Sequence[int],
    part: Net,
    rows: Rows,
    marks: Tokens,
    room: Sequence[float],
    spacing: Spacing,
) -> list[float]:
    """The least distance of each token of a row from the one to its left."""
    gaps = [0.0]
    for left, right in zip(layer, layer[1:], strict=False):
        half = sum([room[t] / 2 for t in (left, right) if t < rows.count])
        sides = [marks.sides[t - marks.count][1] if t >= marks.count else 0 for t in (left, right)]
        lines = any(rows.count <= t < marks.count for t in (left, right))
        if sides[0] == -1 or sides[1] == 1:
            between = spacing.in_frame
        else:
            between = spacing.between_lines if lines else spacing.between_boxes
        gaps.append(half + between)
    return gaps


def _bands(
    part: Net, rows: Rows, marks: Tokens, x: Sequence[float], spacing: Spacing
) -> tuple[Bands, dict[int, Box]]:
    """The heights of the rows with room for frames, and the frames."""
    count = len(marks.layers)
    tall = [0.0] * count
    cards = [False] * count
    for box in range(rows.count):
        row = rows.rank[box]
        tall[row] = max(tall[row], part.heights[box])
        cards[row] = cards[row] or not part.joints[box]
    above, below, depth = _levels(part, marks, count)
    y = 0.0
    tops: list[float] = []
    for row in range(count):
        y += above[row]
        tops.append(y)
        near = row + 1 < count and not (cards[row] and cards[row + 1])
        y += tall[row] + below[row] + spacing.between_rows * (0.75 if near else 1.0)
    bottoms = [top + height for top, height in zip(tops, tall, strict=True)]
    bands = Bands(
        tuple(tops),
        tuple(bottoms),
        tuple([top - room for top, room in zip(tops, above, strict=True)]),
        tuple([bottom + room for bottom, room in zip(bottoms, below, strict=True)]),
    )
    return bands, _frames(marks, x, bands, depth, part, spacing)


def _levels(
    part: Net, marks: Tokens, count: int
) -> tuple[list[float], list[float], dict[int, tuple[float, float]]]:
    """Room above and below each row for the frames that begin and end there, and each frame's own."""
    above, below = [0.0] * count, [0.0] * count
    own: dict[int, tuple[float, float]] = {}
    inner = sorted(marks.spans, key=lambda frame: -len(path(frame, part.parents)))
    for frame in inner:
        first, last = marks.spans[frame]
        inside = [f for f in own if part.parents[f] == frame]
        over = max([own[f][0] for f in inside if marks.spans[f][0] == first], default=0.0)
        under = max([own[f][1] for f in inside if marks.spans[f][1] == last], default=0.0)
        own[frame] = (over + max(part.titles[frame][1], 6.0) + 8.0, under + 14.0)
        above[first] = max(above[first], own[frame][0])
        below[last] = max(below[last], own[frame][1])
    return above, below, own


def _frames(
    marks: Tokens,
    x: Sequence[float],
    bands: Bands,
    own: dict[int, tuple[float, float]],
    part: Net,
    spacing: Spacing,
) -> dict[int, Box]:
    sides: dict[tuple[int, int], float] = {}
    for token in range(marks.count, len(x)):
        sides[marks.sides[token - marks.count]] = x[token]
    found = {}
    for frame, (first, last) in marks.spans.items():
        over, under = own[frame]
        top, bottom = bands.tops[first] - over, bands.bottoms[last] + under
        left, right = sides[frame, -1], sides[frame, 1]
        found[frame] = (left, top, right - left, bottom - top)
    return found


def _piece(
    part: Net,
    rows: Rows,
    x: Sequence[float],
    bands: Bands,
    routes: dict[int, tuple[Point, ...]],
    frames: dict[int, Box],
    crossings: int,
) -> Piece:
    """All moved so that the left upper corner is at 0, 0."""
    boxes = [
        (x[box] - w / 2, bands.tops[rows.rank[box]], w, part.heights[box])
        for box, w in enumerate(part.widths)
    ]
    for number, (arrow, box) in enumerate(part.loops):
        routes[arrow] = _loop(boxes[box], number)
    areas = [*boxes, *frames.values()]
    points = [point for route in routes.values() for point in route]
    left = min([a[0] for a in areas] + [p[0] for p in points])
    top = min([a[1] for a in areas] + [p[1] for p in points])
    right = max([a[0] + a[2] for a in areas] + [p[0] for p in points])
    bottom = max([a[1] + a[3] for a in areas] + [p[1] for p in points])
    return Piece(
        tuple([(a - left, b - top, w, h) for a, b, w, h in boxes]),
        {n: tuple([(px - left, py - top) for px, py in r]) for n, r in routes.items()},
        {f: (a - left, b - top, w, h) for f, (a, b, w, h) in frames.items()},
        right - left,
        bottom - top,
        crossings,
    )


def _loop(box: Box, number: int) -> tuple[Point, ...]:
    """A loop at the right side of a box, from its upper part back to its lower part."""
    left, top, width, height = box
    right, reach = left + width, LOOP - 6.0 - 3.0 * (number % 3)
    start, end = top + height * 0.25, top + height * 0.75
    middle = (start + end) / 2
    return (
        (right, end),
        (right + reach, end),
        (right + reach, end),
        (right + reach, middle),
        (right + reach, start),
        (right + reach, start),
        (right, start),
    )
