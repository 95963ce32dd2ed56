"""Maps and evaluations as a notebook shows them: a picture that scrolls, whole or as far as it may be large.

A picture of thousands of claims would make the notebook's file heavy and its page slow, twice over, as the
file holds the picture as SVG and within HTML. So of a large map what is nearest to the main claims is shown,
and a line says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import accumulate
from zlib import crc32

from ..drawing import Mark, draw
from ..drawing.markup import text_node
from ..drawing.svg_writer import svg_text
from ..model.map import ArgumentMap
from ..semantics import Evaluation, sentences

__all__ = ["CLAIMS", "of_evaluation", "of_map"]

CLAIMS = 250
"""How many claims are shown at most, if the map's shape allows."""


def of_map(map: ArgumentMap) -> dict[str, str]:
    """A map as SVG, as HTML and as text, by media type."""
    return _bundle(map, {}, repr(map))


def of_evaluation(evaluation: Evaluation) -> dict[str, str]:
    """An evaluation as the map's picture with a badge for each verdict, and in words as it is printed."""
    why, how = sentences(evaluation), evaluation.how
    marks = {id: Mark(label, by=how, why=why[id]) for id, label in evaluation.labels.items()}
    return _bundle(evaluation.map, marks, repr(evaluation))


def _bundle(map: ArgumentMap, marks: Mapping[str, Mark], text: str) -> dict[str, str]:
    depth = _depth(map)
    if depth == _TOO_MANY:
        told = f"{len(map.claims):,} claims are too many to show here; {_WHOLE}"
        return {"text/plain": text, "text/html": f"<p>{text_node(told)}</p>"}
    drawing = draw(map, depth=depth, marks=marks)
    svg = drawing.svg
    named = svg_text(drawing.scene, prefix=f"argmap-{crc32(svg.encode()):08x}")
    page = f'<div style="max-height:80vh;overflow:auto">{named}</div>'
    if depth is not None:
        told = (
            f"{len(drawing.view.cards):,} of {len(map.claims):,} claims are shown, those within {depth} "
            f"links of a main claim; {_WHOLE}"
        )
        page += f"<p>{text_node(told)}</p>"
    return {"text/plain": text, "text/html": page, "image/svg+xml": svg}


_TOO_MANY = -1
_WHOLE = "argmap.write(map, 'map.svg') draws them all."


def _depth(map: ArgumentMap) -> int | None:
    """How far from the main claims a map is shown: None for all of it, else as far as few enough claims stand.

    `_TOO_MANY` where not even the main claims are few enough.
    """
    if len(map.claims) <= CLAIMS:
        return None
    depths = map.depths
    counts = Counter([depths.get(claim.id, 0) for claim in map.claims])
    far = max(counts)
    sums = list(accumulate([counts[depth] for depth in range(far + 1)]))
    return max([depth for depth, count in enumerate(sums) if count <= CLAIMS], default=_TOO_MANY)
