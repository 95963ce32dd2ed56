"""``argmap draw``: a map as a picture."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

import click

from ..packed import without_gz
from ..pause import no_garbage
from ..source import visible
from .document import load_each, to_write
from .draw_values import background, engines, length, paper, picture_width, scale, styles, themes
from .exit_codes import listed
from .options import (
    PATH,
    fence_option,
    from_option,
    input_file,
    limit_option,
    limits,
    name_option,
    to_option,
)
from .otherwise import tell_otherwise
from .report import few, note, plural
from .viewing import seen, view_options
from .watching import again, watch_option, watching
from .weighing import evaluate_option, marked, reading_option

if TYPE_CHECKING:
    from ..errors import Loss
    from ..formats import Format, Reading, Rendering
    from ..model.map import ArgumentMap

__all__ = ["draw"]

_SLOW = 2_000
"""From this many claims, or links, on somebody who waits for a drawing is told so."""

_TREES = ("boxes", "kialo")
"""The styles whose layout is their own."""

_PAGE = "{page}"  # what stands in a name for the number of a page

_NAMED = {"marks": "evaluate", "font_folders": "fonts"}
"""What options are called here that go by another name in Python."""

_TOO_WIDE = "drawing-width"
"""The loss of a picture that is wider than ``--max-width``, which concerns whoever asked for that."""

_PAINTED = ("background", "font_folders")
"""What no format takes that doesn't say so, whatever else it takes."""

_EPILOG = f"""\
\b
Examples:
  argmap draw debate.json
  argmap draw debate.json -o debate.svg --theme dark --direction left
  argmap draw debate.json -o part.svg --focus progressive --depth 2
  argmap draw debate.json -o part.svg --only speaker:ann --only tag:cost --collapse cuts
  argmap draw big.json -o big.svg --engine outline
  argmap draw big.json -o big.svg --max-width 1200 --scale fit
  argmap draw big.json -o big.svg --page a4
  argmap draw big.json -o 'big-{_PAGE}.svg' --page a4-landscape
  argmap draw debate.json --style kialo --report otherwise.json
  argmap draw debate.json --evaluate grounded
  argmap draw debate.json -o debate.png --scale 2 --background transparent
  argmap draw debate.json -o debate.pdf --page a4
  argmap draw debate.json -o debate.dot
  argmap draw debate.json -o debate.html
  argmap draw debate.json -o debate.html --static
  argmap draw notes.md
  argmap draw debate.argdown -o debate.svg --watch
  argmap draw debate.argdown --reading argdown
  argmap draw - --from json < debate.json > debate.svg

{listed(8, 10, 12, 13, 14, reading=True)}
"""


@click.command(short_help="Draw a map.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@click.option("-o", "--output", type=PATH, metavar="OUT", help="Write here; - is standard output.")
@name_option(
    "--engine",
    noun="engine",
    names=engines,
    help="What finds the places: layered, tree, outline or wrapped (our own), or Graphviz by "
    "dot or pygraphviz.",
)
@name_option(
    "--style",
    noun="style",
    names=styles,
    help="Which tradition it follows: argmap, argdown, boxes (Rationale, MindMup), toulmin, outline or kialo.",
)
@click.option(
    "--direction",
    type=click.Choice(["auto", "up", "down", "left", "right"]),
    metavar="WAY",
    help="Where the arrows point: auto, up (the main claim on top), down, left or right.",
)
@name_option(
    "--theme",
    noun="theme",
    names=themes,
    help="How it looks: auto (as the reader's system likes it), light, dark or print.",
)
@click.option(
    "--reading",
    type=click.Choice(["claims", "argdown"]),
    metavar="HOW",
    help="What is drawn: claims (all of the map), or argdown (the boxes that Argdown's tools show, "
    "by the settings in the front matter).",
)
@evaluate_option
@reading_option("--evaluate-reading", "taken")
@view_options
@click.option(
    "--max-width",
    type=picture_width,
    metavar="PX",
    help="How wide it may get; what would be wider becomes an outline with small branches in rows.",
)
@click.option(
    "--aspect",
    type=length,
    metavar="RATIO",
    help="Make it an outline whose width over height is near to this: 1.78 for a screen.",
)
@click.option(
    "--scale",
    type=scale,
    metavar="FACTOR",
    help="Show it so many times as large; fit shrinks what is longer than 32,767 px.",
)
@click.option(
    "--page",
    type=paper,
    metavar="SIZE",
    help="Cut it into pages: a3, a4, a5, letter, legal or slide, each with -landscape if you like, or "
    "WIDTHxHEIGHT in px. With {page} in OUT each page is a file, else they lie in one.",
)
@click.option(
    "--background",
    type=background,
    metavar="COLOUR",
    help="What a PNG or PDF stands on: #rrggbb or transparent; the theme's own colour if not said.",
)
@click.option(
    "--fonts",
    "font_folders",
    type=click.Path(exists=True, file_okay=False),
    multiple=True,
    metavar="FOLDER",
    help="Where to look for fonts for a PNG or PDF, instead of where the system keeps them.",
)
@click.option(
    "--static",
    is_flag=True,
    default=None,
    help="Write a web page without a script: the picture, and the map as an outline.",
)
@click.option(
    "--report",
    metavar="FILE",
    type=PATH,
    help="Write as JSON what was found in FILE and what the picture shows otherwise.",
)
@from_option
@to_option
@fence_option
@limit_option
@watch_option
def draw(
    file: str,
    output: str | None,
    source_format: str | None,
    target_format: str | None,
    fence: int | str | None,
    limit: tuple[str, ...],
    watch: bool,
    evaluate: str | None,
    taken: str | None,
    report: str | None,
    **options: Any,
) -> None:
    """Draw the map in FILE as SVG, PNG or PDF, as a web page, or for another program, as DOT for Graphviz.

    Without -o the picture goes beside FILE, with the suffix .svg, or for standard input to
    standard output. An old picture stands until the new one is whole. Of a Markdown document every
    fence of Argdown is drawn; if there are several, the fence's number stands before the suffix.
    """
    with no_garbage():  # as in `argmap.cli.main`
        from ..formats import render

    if taken and not evaluate:
        raise click.UsageError("--evaluate-reading means nothing without --evaluate")
    chosen = to_write(
        "-" if output is None else output, target_format, standard="svg", pictures=True
    )
    if watch:
        target = _beside(file, chosen) if output is None else output
        return watching(again(draw), file, target, source_format)
    part = {name: options.pop(name) for name in ("focus", "depth", "only", "collapse")}
    options["font_folders"] = options["font_folders"] or None
    asked = _understood(chosen, options | ({"marks": {}} if evaluate else {}))
    if output is not None and _PAGE in output and "page" not in asked:
        raise click.UsageError(
            f"{_PAGE} in {output!r} is a page's number, and there are no pages without --page; add --page a4"
        )
    readings = load_each(file, format=source_format, fence=fence, limits=limits(limit))
    target = _beside(file, chosen) if output is None else output
    targets = _numbered(target, list(readings))
    wholes = [reading.map for reading in readings.values()]
    maps = [seen(map, **part, semantics=evaluate, reading=taken) for map in wholes]
    for map in maps:
        _say_what_is_odd(map)
    each_asked = [
        asked | {"marks": marked(map, evaluate, reading=taken)} if evaluate else asked
        for map in wholes
    ]
    if "page" in asked and _PAGE in target:
        each_written = [
            _pages(map, each, chosen, wanted)
            for map, each, wanted in zip(maps, targets, each_asked, strict=True)
        ]
    else:
        renderings = [
            render(map, chosen.name, **wanted) for map, wanted in zip(maps, each_asked, strict=True)
        ]
        each_written = [
            _picture(each, rendering, told=each not in (output, "-"))
            for each, rendering in zip(targets, renderings, strict=True)
        ]
    if report is not None:
        _report(report, list(readings.values()), each_written, chosen)
    for losses in each_written:
        _tell(losses, chosen, asked)
    return None


def _numbered(target: str, numbers: Sequence[int]) -> list[str]:
    """A place for each picture; raises `click.UsageError` if there are several and one stream."""
    if len(numbers) == 1:
        return [target]
    if target == "-":
        raise click.UsageError(
            f"{len(numbers)} fences are {len(numbers)} pictures; name one with --fence N"
        )
    from pathlib import Path

    path = Path(without_gz(target))
    packed = target[len(without_gz(target)) :]
    return [f"{path.with_name(f'{path.stem}-{number}{path.suffix}')}{packed}" for number in numbers]


def _understood(chosen: Format, options: dict[str, Any]) -> dict[str, Any]:
    """The options that were given; raises `click.UsageError` for one that the format doesn't take."""
    given = {name: value for name, value in options.items() if value is not None}
    if "page" in given and ({"max_width", "aspect"} & given.keys() or given.get("scale") == "fit"):
        raise click.UsageError(
            "--page fits all to its size; --max-width, --aspect and --scale fit mean nothing"
        )
    if given.get("style") in _TREES and {"engine", "aspect"} & given.keys():
        raise click.UsageError(
            f"--style {given['style']} has a layout of its own; --engine and --aspect mean nothing"
        )
    if given.get("style") == "kialo" and given.get("direction") not in (None, "auto", "up"):
        raise click.UsageError("--style kialo has its thesis on top; --direction means nothing")
    if "static" in given and chosen.name != "html":
        raise click.UsageError(f"--static means nothing for {chosen.title}")
    if chosen.write is not None:
        if not chosen.picture:
            raise click.UsageError(f"{chosen.title} is no picture; argmap convert writes it")
        taken = signature(chosen.write).parameters
        anything = any(each.kind is Parameter.VAR_KEYWORD for each in taken.values())
        for name in given:
            if name not in taken and (not anything or name in _PAINTED):
                option = _NAMED.get(name) or name.replace("_", "-")
                raise click.UsageError(f"--{option} means nothing for {chosen.title}")
    return given


def _of_style(loss: Loss, asked: dict[str, Any]) -> bool:
    """Whether a loss is one of the style that is asked for."""
    return "style" in asked and loss.code.startswith(f"{asked['style']}-")


def _picture(target: str, rendering: Rendering, *, told: bool) -> Sequence[Loss]:
    """Write a picture; what it has lost."""
    from ..files import write_atomic

    write_atomic(target, rendering.data)
    if told:
        note(f"wrote {visible(target)}")
    return rendering.losses


def _pages(map: ArgumentMap, target: str, chosen: Format, asked: dict[str, Any]) -> Sequence[Loss]:
    """Write each page into a file of its own, with its number in the name; what they have lost."""
    from ..drawing.each_page import each_page

    lost: dict[Loss, None] = {}
    for number, rendering in enumerate(each_page(map, chosen.name, **asked), 1):
        lost |= dict.fromkeys(_picture(target.replace(_PAGE, str(number)), rendering, told=True))
    return list(lost)


def _report(
    file: str, readings: Sequence[Reading], lost: Sequence[Sequence[Loss]], chosen: Format
) -> None:
    """Write all that was found and lost."""
    from ..files import write_atomic
    from ..formats import Report

    findings = [finding for reading in readings for finding in reading.findings]
    losses = [loss for each in lost for loss in each]
    told = Report(tuple(findings), tuple(losses), readings[0].format, chosen.name)
    write_atomic(file, told.to_json())


def _tell(losses: Sequence[Loss], chosen: Format, asked: dict[str, Any]) -> None:
    """Say what a style has no shape for, and what can't be seen of what is there to be seen; of a picture no more is expected."""
    otherwise = [loss for loss in losses if _of_style(loss, asked)]
    seen_by_all = [loss for loss in losses if chosen.binary or loss.code == _TOO_WIDE]
    for line in few([str(loss) for loss in seen_by_all if loss not in otherwise]):
        note(f"warning: {line}")
    tell_otherwise(otherwise, asked.get("style", ""))


def _beside(file: str, chosen: Format) -> str:
    """The picture's place beside the document, or standard output if that isn't a file."""
    from pathlib import Path

    if file == "-" or not Path(file).is_file():  # a pipe has nothing beside it
        return "-"
    path = Path(without_gz(file))
    target = path.with_suffix(chosen.suffixes[0])
    if target == path:
        raise click.UsageError(
            f"the picture would take the place of {file!r}; name another with -o"
        )
    return str(target)


def _say_what_is_odd(map: ArgumentMap) -> None:
    """Say that there is nothing to draw, or so much that it takes a while."""
    if not (map.claims or map.issues):
        note("warning: there are no claims to draw; the picture says so")
    slow = len(map.claims) > _SLOW or len(map.links) > _SLOW
    if slow and sys.stderr is not None and sys.stderr.isatty():
        note(f"drawing {plural(len(map.claims), 'claim')} and {plural(len(map.links), 'link')} ...")
