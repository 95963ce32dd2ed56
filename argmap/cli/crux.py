"""``argmap crux``: what a verdict hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .document import load
from .exit_codes import listed
from .options import from_option, input_file, limit_option, limits
from .report import result
from .weighing import weigh_options, weighed, what_if_options

if TYPE_CHECKING:
    from ..semantics import Evaluation

__all__ = ["crux"]

_EPILOG = f"""\
\b
Examples:
  argmap crux debate.json P1
  argmap crux debate.json P9 --largest 3
  argmap crux debate.json P9 --objections
  argmap crux debate.json

{listed(12, 13, reading=True)}
"""


@click.command(short_help="Say what a verdict hangs on.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@click.argument("id", metavar="[ID]", required=False)
@click.option(
    "--largest",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    metavar="N",
    help="The most claims in a set.",
)
@click.option("--objections", is_flag=True, help="Tell what new objections would change it, too.")
@weigh_options
@what_if_options
@from_option
@limit_option
def crux(
    file: str,
    id: str | None,
    largest: int,
    objections: bool,
    source_format: str | None,
    limit: tuple[str, ...],
    **asked: Any,
) -> None:
    """Say what would change the grounded verdict of the claim or link ID of the map in FILE.

    First every single change: what, taken away or assumed, would flip it; then the smallest sets of claims without which it would
    be another. Without ID, the claims on which the verdicts of main claims hang.
    """
    map = load(file, format=source_format, limits=limits(limit)).map
    evaluation = weighed(map, "grounded", **asked)
    lines = _bearing(evaluation) if id is None else _of_one(evaluation, id, largest)
    if objections and id is not None:
        lines += _new(evaluation, id)
    result("\n".join(lines))


def _new(evaluation: Evaluation, id: str) -> list[str]:
    """What objections by claims of the map to claims of the map would change a verdict, a line for each target."""
    from ..semantics import additions
    from ..semantics.naming import named

    found: dict[tuple[str, str], list[str]] = {}
    for each in additions(evaluation, id):
        found.setdefault((each.target, each.label), []).append(each.source)
    return [
        f"  if {' or '.join(sources)} spoke against {named(evaluation.map, target)} it would be {label}"
        for (target, label), sources in found.items()
    ]


def _bearing(evaluation: Evaluation) -> list[str]:
    from ..semantics import load_bearing
    from ..semantics.naming import listed as in_a_row
    from ..semantics.naming import named

    lines = [
        f"{named(evaluation.map, id)} bears {in_a_row(mains)}"
        for id, mains in load_bearing(evaluation).items()
    ]
    return lines or ["no main claim hangs on a single other claim"]


def _of_one(evaluation: Evaluation, id: str, largest: int) -> list[str]:
    from ..semantics import cruxes, flips
    from ..semantics.naming import named

    map, label = evaluation.map, evaluation[id].label
    lines = [f"{named(map, id)} is {label} [{evaluation.how}]"]
    for flip in flips(evaluation, id):
        change = "without" if flip.way == "without" else "if this were accepted:"
        lines.append(f"  {change} {named(map, flip.id)} it would be {flip.label}")
    found = cruxes(evaluation, id, largest=largest)
    for each in found.sets:
        if len(each.claims) > 1:
            together = ", ".join([named(map, claim) for claim in each.claims])
            lines.append(f"  without all of {together} it would be {each.label}")
    if not found.complete:
        lines.append("  (the search for sets was ended before it had seen all)")
    elif not found.sets:
        lines.append("  nothing that can be taken away changes that")
    return lines
