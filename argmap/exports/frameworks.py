"""What a map means as an abstract framework, in APX; and as a quantitative one, in the text that programs for strengths read.

::

    arg(a).             arg(a, 0.5).
    arg(r).             arg(b, 0.5).
    att(r,b).           att(a, b).
"""

from __future__ import annotations

from typing import Any

from ..errors import Loss
from ..formats.format import Format, Rendering
from ..model.link import Step
from ..model.map import ArgumentMap
from ..semantics.origin import origins
from ..semantics.plain_qbaf import plain
from ..semantics.qbaf import qbaf
from ..semantics.translation import translate
from .left_out import Kind, losses
from .names import safe_names
from .provenance import Row, commented, table

__all__ = ["BAG", "FRAMEWORK"]

_FRAMEWORK = Kind("framework", "an abstract framework", ("stance",))
_BAG = Kind("bag", "a quantitative framework", ("stance", "weight"))


def write_framework(map: ArgumentMap, **options: Any) -> Rendering:
    """The framework of a map under a reading as APX, with what each argument stands for in comments; options as of `evaluate`.

    Unlike the format ``apx``, which has the claims that attack claims and nothing else, it says all that bears on a verdict.
    """
    found = translate(map, **options)
    names = safe_names(found.arguments)
    rows: list[Row] = [
        ("argument", names[name], origin) for name, origin in found.arguments.items()
    ]
    rows += [
        ("attack", f"{names[one]},{names[other]}", origin)
        for (one, other), origin in found.attacks.items()
    ]
    lines = [f"arg({names[name]})." for name in found.arguments]
    lines += [f"att({names[one]},{names[other]})." for one, other in found.attacks]
    text = "".join([f"{line}\n" for line in (*commented(map, rows, "%"), *lines)])
    lost = losses(map, _FRAMEWORK, unseen=found.unseen)
    circles = [
        Loss(
            "circle",
            id,
            "that nothing holds itself up",
            "the framework lets a circle of supports do so",
        )
        for circle in found.circles
        for id in circle
    ]
    return Rendering(text, (*lost, *circles), "framework", provenance=table(map, rows))


def write_bag(map: ArgumentMap, *, weight: float = 0.5, backing: bool = False) -> Rendering:
    """The quantitative framework of a map: ``arg`` with a weight, ``att``, ``sup``; the options are those of `argmap.semantics.qbaf`.

    Under DF-QuAD it has the strengths of `argmap.semantics.strengths` with ``together="product"``.
    """
    found = plain(qbaf(map, weight=weight, together="product", backing=backing), origins(map))
    names = safe_names(found.arguments)
    rows: list[Row] = [
        ("argument", names[name], origin) for name, origin in found.arguments.items()
    ]
    lines = [f"arg({names[name]}, {base!r})." for name, base in found.framework.bases.items()]
    for what, word, pairs in (("attack", "att", found.attacks), ("support", "sup", found.supports)):
        for (one, other), origin in pairs.items():
            rows.append((what, f"{names[one]},{names[other]}", origin))
            lines.append(f"{word}({names[one]}, {names[other]}).")
    text = "".join([f"{line}\n" for line in lines])
    return Rendering(
        text, (*losses(map, _BAG), *_together(map)), "bag", provenance=table(map, rows)
    )


def _together(map: ArgumentMap) -> list[Loss]:
    """What premises that count together lose."""
    return [
        Loss(
            f"{link.kind}-premises",
            link.id,
            "that the weakest premise counts",
            "their product does",
        )
        for link in map.links
        if isinstance(link, Step) and len({*link.premises, *link.warrants}) > 1
    ]


FRAMEWORK = Format(
    name="framework",
    title="abstract framework",
    suffixes=(".apx",),
    write=write_framework,
    cannot_say="texts, and whatever bears on no verdict; that circles of support need a foundation",
)
BAG = Format(
    name="bag",
    title="quantitative framework",
    suffixes=(".bag",),
    write=write_bag,
    cannot_say="texts, and whatever bears on no strength; that of linked premises the weakest counts",
)
