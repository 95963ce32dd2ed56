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

__all__ = ["evaluate_option", "marked", "semantics_option", "weighed", "what_if_options"]

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


def marked(map: ArgumentMap, semantics: str) -> Marks:
    """The marks that show a map's verdicts, each with its reason."""
    from ..drawing import Mark
    from ..semantics import sentences

    evaluation = weighed(map, semantics)
    why = sentences(evaluation)
    return {id: Mark(label, by=semantics, why=why[id]) for id, label in evaluation.labels.items()}


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
    """The map weighed; raises `UnknownId`."""
    from ..semantics import evaluate

    return evaluate(map, semantics, **asked)
