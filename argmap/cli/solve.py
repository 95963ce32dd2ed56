"""``argmap solve``: an abstract framework solved as in the competition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import click
from attrs import evolve

from ..errors import UnknownId
from ..packed import without_gz
from .exit_codes import listed
from .options import PATH, count_limit_option, limits_and_count, name_option
from .report import note, result

if TYPE_CHECKING:
    from ..formats import Format
    from ..frameworktext import FrameworkText
    from ..limits import Limits
    from ..source import SourceText

__all__ = ["solve"]

_EPILOG = f"""\
\b
Examples:
  argmap solve --problems
  argmap solve -p SE-PR -f framework.af
  argmap solve -p DS-PR -f framework.af -a 3
  argmap solve -p DC-ST -f framework.apx -a a3 --solver cadical195
  argmap solve -p CE-PR -f framework.af

{listed(12, 14, 15, reading=True)}
"""


def _solvers() -> Sequence[str]:
    from ..semantics.solvers import SOLVERS

    return SOLVERS


@click.command(short_help="Solve an abstract framework.", epilog=_EPILOG)
@click.option(
    "-p", "problem", metavar="PROBLEM", help="One of --problems, such as DS-PR, or CE-PR."
)
@click.option("-f", "file", type=PATH, metavar="FILE", help="The framework: p af, APX or TGF.")
@click.option("-a", "argument", metavar="ARGUMENT", help="The argument that DC and DS ask about.")
@click.option("--problems", is_flag=True, help="List the problems.")
@name_option(
    "--solver",
    noun="solver",
    names=_solvers,
    default="auto",
    help="What solves the clauses: auto, python (argmap's own), or one of argmap[sat].",
)
@count_limit_option
def solve(
    problem: str | None,
    file: str | None,
    argument: str | None,
    problems: bool,
    solver: str,
    limit: tuple[str, ...],
) -> None:
    """Solve one of the ten problems of ICCMA 2025's main track, and answer as the competition wants it.

    DC: whether the argument is in some extension; DS: whether it is in all; SE: some extension. The answer is YES or NO, and a line
    "w ..." of the extension that shows it; NO alone where there is none.

    CE-CO, CE-PR, CE-ST, CE-SST and CE-STG, from ICCMA 2021, are answered by the number of extensions.
    """
    from ..files import read_source
    from ..semantics import tasks
    from ..semantics.counting import LIMIT, digits
    from ..semantics.graph import AttackGraph
    from ..semantics.solvers import solver_of

    if problems:
        result(f"[{','.join(tasks.PROBLEMS)}]")
        return
    if problem is None or file is None:
        raise click.UsageError("name a problem with -p and a framework with -f")
    known = tasks.PROBLEMS + tasks.COUNTING
    if problem not in known:
        raise click.UsageError(f"no problem is named {problem!r}; known: {', '.join(known)}")
    if (argument is None) != problem.startswith(("SE", "CE")):
        raise click.UsageError(f"{problem} {'takes no' if argument else 'needs an'} argument (-a)")
    most, most_counted = limits_and_count(limit)
    found = _parsed(read_source(file, limits=most), most)
    number = {name: at for at, name in enumerate(found.names)}
    if argument is not None and argument not in number:
        raise UnknownId(argument, found.names, noun="argument")
    graph = AttackGraph.of(len(number), [(number[a], number[b]) for a, b in found.attacks])
    if problem in tasks.COUNTING:
        rows = LIMIT if most_counted is None else most_counted
        result(digits(tasks.count(graph, problem, make=solver_of(solver), limit=rows)))
        return
    query = None if argument is None else number[argument]
    answer = tasks.solve(graph, problem, query, make=solver_of(solver))
    result("\n".join(answer.lines(found.names)))


def _parsed(source: SourceText, most: Limits) -> FrameworkText:
    """The framework in a document: by its suffix, else by what it looks like; oddities are told."""
    from ..frameworktext import parse_af, parse_apx, parse_tgf

    parsers: dict[str, Callable[..., FrameworkText]] = {
        "af": parse_af,
        "apx": parse_apx,
        "tgf": parse_tgf,
    }
    suffix = PurePath(without_gz(source.name)).suffix.lower().removeprefix(".")
    parse = parsers.get(suffix) or parsers[_looks_like(source, parsers)]
    found = parse(source, limits=most)
    for oddity in found.oddities:
        note(f"warning: {oddity.message}")
    return _numbered(found) if parse is parse_af else found


def _looks_like(source: SourceText, known: Iterable[str]) -> str:
    """Which of the ``known`` formats a document is of; raises `UnknownFormat` with the next step for any other."""
    from ..errors import UnknownFormat
    from ..formats import fits
    from ..registry import FORMATS

    for name in known:
        if fits(FORMATS.get(name), source):
            return name
    hint = "solve takes p af, APX and TGF, which files called .af, .apx and .tgf are taken for"
    other = _other(source)
    if other is not None:
        hint = f"it looks like {other.title}; argmap convert FILE OUT.apx --to framework makes a framework of a map"
    elif _ENDS_ARGUMENTS.search(source.text):
        return "tgf"  # so many arguments that the look at its beginning has seen nothing else
    raise UnknownFormat("this is no abstract framework", name=source.name, hint=hint)


_ENDS_ARGUMENTS = re.compile(r"^[ \t]*#[ \t]*$", re.MULTILINE)


def _other(source: SourceText) -> Format | None:
    """The format that a document looks like, if there is any."""
    from ..errors import ReadError
    from ..formats import fits, recognised

    try:
        other = recognised(source)
    except ReadError:
        return None
    return other if fits(other, source) else None


def _numbered(framework: FrameworkText) -> FrameworkText:
    """The framework with numbers for names, whatever its comments call the arguments."""
    number = {name: str(at) for at, name in enumerate(framework.names, 1)}
    return evolve(
        framework,
        names=tuple(number.values()),
        attacks=tuple([(number[a], number[b]) for a, b in framework.attacks]),
    )
