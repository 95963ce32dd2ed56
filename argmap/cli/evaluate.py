"""``argmap evaluate``: what a map's claims are worth."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from .document import load
from .exit_codes import listed
from .options import count_limit_option, from_option, input_file, limits_and_count, style_option
from .report import result
from .strengths import strengths_option, strengths_told
from .weighing import reading_option, semantics_option, weigh_options, weighed, what_if_options

if TYPE_CHECKING:
    from ..semantics import Evaluation

__all__ = ["evaluate"]

_EPILOG = f"""\
\b
Examples:
  argmap evaluate debate.json
  argmap evaluate debate.json --semantics preferred
  argmap evaluate debate.json --without R2 --assume P1
  argmap evaluate debate.json --links --format json
  argmap evaluate debate.json --labellings 3 --semantics preferred
  argmap evaluate debate.json --count --semantics preferred
  argmap evaluate debate.json --count --semantics stable --limit counting=10000000
  argmap evaluate debate.json --shares --semantics preferred
  argmap evaluate debate.json --strengths quadratic-energy
  argmap evaluate debate.json --reading deductive
  argmap evaluate debate.json --weigh last --reduction 2

{listed(12, 13, 14, 15, reading=True)}
"""


@click.command(short_help="Weigh a map: what stands, what falls.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@semantics_option
@reading_option("--reading")
@weigh_options
@what_if_options
@click.option("--links", is_flag=True, help="Tell the verdicts of links too.")
@click.option(
    "--labellings",
    type=click.IntRange(min=1),
    metavar="N",
    help="Tell the first N labellings, one after the other, and no verdicts.",
)
@click.option("--count", is_flag=True, help="Tell how many labellings there are, and no verdicts.")
@click.option(
    "--shares", is_flag=True, help="Tell in what share of the labellings each claim is accepted."
)
@strengths_option
@style_option("the verdicts are")
@from_option
@count_limit_option
def evaluate(
    file: str,
    semantics: str,
    links: bool,
    labellings: int | None,
    count: bool,
    shares: bool,
    strengths: str | None,
    style: str,
    source_format: str | None,
    limit: tuple[str, ...],
    **asked: Any,
) -> None:
    """Say of each claim of the map in FILE whether it is accepted, rejected or undecided.

    The map is read as a set of rules: a claim stands if it is asserted or a support of it holds, and no accepted rebuttal speaks
    against it. argmap explain says why a verdict is as it is, argmap crux what it hangs on.
    """
    if sum([labellings is not None, count, shares, strengths is not None]) > 1:
        raise click.UsageError(
            "--labellings, --count, --shares and --strengths are four questions; ask one"
        )
    map = load(file, format=source_format, limits=(most := limits_and_count(limit))[0]).map
    told = [claim.id for claim in map.claims] + ([link.id for link in map.links] if links else [])
    if strengths is not None:
        text, said = strengths_told(map, strengths, told)
        return result(text if style == "text" else json.dumps(said, indent=2))
    evaluation = weighed(map, semantics, **asked)
    if count or shares:
        result(_counted(evaluation, told if shares else None, style, most[1]))
    elif labellings is not None:
        answers = [
            {id: labels[id] for id in told} for labels in evaluation.labellings(limit=labellings)
        ]
        result(
            _listed(answers, evaluation.how)
            if style == "text"
            else _json(evaluation, labellings=answers)
        )
    elif style == "json":
        result(_json(evaluation, exists=evaluation.exists, verdicts=_verdicts(evaluation, told)))
    else:
        result("\n".join([*_lines(evaluation, told), _summary(evaluation, told)]))
    return None


def _lines(evaluation: Evaluation, told: list[str]) -> list[str]:
    """A line for each verdict: its label, the id, and the words of a claim."""
    from ..semantics.naming import named

    lines = []
    for id in told:
        verdict = evaluation[id]
        label: str = verdict.label
        if len(verdict.labels) > 1:
            label = f"{label} ({' or '.join(verdict.labels)})"
        lines.append(f"{label:<9}  {named(evaluation.map, id)}")
    return lines


def _summary(evaluation: Evaluation, told: list[str]) -> str:
    labels = [evaluation[id].label for id in told]
    counts = ", ".join(
        [f"{labels.count(label)} {label}" for label in ("accepted", "rejected", "undecided")]
    )
    if not evaluation.exists:
        return f"there is no {evaluation.how} labelling of this map"
    return f"{counts} [{evaluation.how}]"


def _counted(evaluation: Evaluation, told: list[str] | None, style: str, most: int | None) -> str:
    """How many labellings there are; with ids that are told, in what share of them each is accepted."""
    from ..semantics.counting import LIMIT, digits
    from ..semantics.naming import named

    limit = LIMIT if most is None else most
    count = digits(
        evaluation.count(limit=limit)
    )  # as text in JSON too: few readers take whole numbers of any length
    shares = {} if told is None else evaluation.shares(limit=limit)
    if style == "json":
        exact = {
            id: {
                "share": float(shares[id]),
                "exactly": "/".join(map(digits, shares[id].as_integer_ratio())),
            }
            for id in told or ()
        }
        return _json(evaluation, count=count, **({} if told is None else {"shares": exact}))
    if told is None:
        return count
    lines = [f"{float(shares[id]):7.2%}  {named(evaluation.map, id)}" for id in told]
    many = count if len(count) <= _LONGEST else f"a number of {len(count)} digits of"
    noun = "labelling" if count == "1" else "labellings"
    return "\n".join([*lines, f"of {many} {noun} [{evaluation.how}]"])


_LONGEST = 30
"""A number of more digits is told by how many it has."""


def _listed(answers: list[dict[str, Any]], how: str) -> str:
    lines = []
    for number, labels in enumerate(answers, 1):
        accepted = [id for id, label in labels.items() if label == "accepted"]
        lines.append(f"{number}. accepted: {', '.join(accepted) or 'nothing'}")
    return "\n".join(lines or [f"there is no {how} labelling of this map"])


def _verdicts(evaluation: Evaluation, told: list[str]) -> dict[str, Any]:
    return {
        id: {
            "label": verdict.label,
            "labels": list(verdict.labels),
            "credulous": verdict.credulous,
            "skeptical": verdict.skeptical,
        }
        for id, verdict in ((id, evaluation[id]) for id in told)
    }


def _json(evaluation: Evaluation, **held: Any) -> str:
    options = evaluation.options
    how: dict[str, Any] = {"semantics": evaluation.semantics, "reading": options.reading}
    if options.weigh is not None:
        how |= {"weigh": options.weigh, "reduction": options.reduction}
    return json.dumps({**how, **held}, indent=2)
