"""``--strengths``: how strong claims are in [0, 1], in place of verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from .options import name_option
from .report import note

if TYPE_CHECKING:
    from ..model.map import ArgumentMap

__all__ = ["strengths_option", "strengths_told"]


def _models() -> Sequence[str]:
    from ..semantics.influence import MODELS

    return tuple(MODELS)


strengths_option = name_option(
    "--strengths",
    noun="model",
    names=_models,
    help="Tell how strong each claim is, from 0 to 1, and no verdicts: by df-quad, quad, euler, quadratic-energy, euler-top or mlp; by "
    "h-categorizer, max-based, card-based or trust-based where there are attacks alone.",
)
"""``--strengths``: the model that strengths come from."""

_OF_VERDICTS = (
    "semantics",
    "reading",
    "weigh",
    "reduction",
    "without",
    "assume",
    "require_backing",
)


def strengths_told(map: ArgumentMap, model: str, told: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """The strengths of some claims and links: as lines of text, and as what JSON says of them.

    A warning is given where circles didn't settle; raises `click.UsageError` for options that are of verdicts.
    """
    from ..semantics import strengths
    from ..semantics.naming import named

    context = click.get_current_context()
    for name in _OF_VERDICTS:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name.replace('_', '-')} means nothing with --strengths")
    found = strengths(map, model)
    if not found.converged:
        note(
            f"warning: these strengths don't settle: after {found.iterations:,} rounds one still moves by {found.residual:.2g}"
        )
    lines = [f"{found[id]:.3f}  {named(map, id)}" for id in told]
    return "\n".join([*lines, f"strengths [{model}]"]), {
        "model": model,
        "aggregation": found.model[0],
        "influence": found.model[1],
        "converged": found.converged,
        "residual": found.residual,
        "iterations": found.iterations,
        "strengths": {id: found[id] for id in told},
    }
