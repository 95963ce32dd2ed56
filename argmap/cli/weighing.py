"""Options that the commands which weigh a map share, and what they do with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .options import name_option

if TYPE_CHECKING:
    from ..drawing.marks import Marks
    from ..model.map import ArgumentMap
    from ..semantics import Evaluation

__all__ = [
    "evaluate_option",
    "marked",
    "reading_option",
    "semantics_option",
    "weigh_options",
    "weighed",
    "what_if_options",
]

Function = TypeVar("Function", bound=Callable[..., Any])


def _semantics() -> Sequence[str]:
    from ..semantics.evaluation import SEMANTICS

    return SEMANTICS


semantics_option = name_option(
    "--semantics",
    noun="semantics",
    names=_semantics,
    default="grounded",
    help="By which the map is weighed: grounded, complete, preferred, stable, semi-stable, ideal or eager.",
)
"""``--semantics``: what a verdict rests on."""


evaluate_option = name_option(
    "--evaluate",
    noun="semantics",
    names=_semantics,
    help="Weigh the map and show the verdicts: grounded, complete, preferred, stable, semi-stable, ideal or eager.",
)
"""``--evaluate``: the semantics whose verdicts a drawing shows."""


def _readings() -> Sequence[str]:
    from ..semantics.options import READINGS

    return READINGS


def reading_option(flag: str, name: str = "reading") -> Callable[[Function], Function]:
    """The option that says how supports are taken."""
    return name_option(
        flag,
        name,
        noun="reading",
        names=_readings,
        help="How supports are taken: program (the map's own meaning), or for comparison attacks (not at all), deductive, "
        "necessary or evidential.",
    )


def _weighings() -> Sequence[str]:
    from ..semantics.options import WEIGHINGS

    return WEIGHINGS


def weigh_options(function: Function) -> Function:
    """``--weigh``, ``--reduction``."""
    reduction = click.option(
        "--reduction",
        type=click.IntRange(1, 4),
        metavar="N",
        help="What becomes of an attack that is too weak: 1 it fails, 2 it fails and is answered, 3 it fails if it is answered, "
        "4 it is answered and then fails.",
    )
    weigh = name_option(
        "--weigh",
        noun="weighing",
        names=_weighings,
        help="Let preferences and weights count against attacks, by their last step or by the weakest of all they rest on.",
    )
    return weigh(reduction(function))


def marked(map: ArgumentMap, semantics: str, **asked: Any) -> Marks:
    """The marks that show a map's verdicts, each with its reason."""
    from ..documents.marking import verdict_marks

    return verdict_marks(weighed(map, semantics, **asked))


def what_if_options(function: Function) -> Function:
    """``--without``, ``--assume``, ``--require-backing``."""
    for option in (
        click.option(
            "--without", metavar="ID", multiple=True, help="Take a claim or link away; repeatable."
        ),
        click.option(
            "--assume", metavar="ID", multiple=True, help="Take it for accepted; repeatable."
        ),
        click.option(
            "--require-backing", is_flag=True, help="Let links that a support aims at need one."
        ),
    ):
        function = option(function)
    return function


def weighed(map: ArgumentMap, semantics: str, **asked: Any) -> Evaluation:
    """The map weighed; raises `UnknownId`, and `click.UsageError` for options that don't go together."""
    from ..errors import UnknownId
    from ..semantics import evaluate

    given = {name: value for name, value in asked.items() if value is not None}
    if "reduction" in given and "weigh" not in given:
        raise click.UsageError("--reduction means nothing without --weigh")
    if both := [id for id in given.get("assume", ()) if id in given.get("without", ())]:
        raise click.UsageError(f"{both[0]} is taken away and assumed; do one of the two")
    try:
        return evaluate(map, semantics, **given)
    except UnknownId:  # a ValueError too, with an exit code of its own
        raise
    except ValueError as error:
        raise click.UsageError(str(error)) from error
