"""``argmap lint``: what is doubtful about maps, by rules with stable codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click
from attrs import evolve

from ..errors import ArgmapError, CannotExpress, UnknownId
from .document import sources_in, to_write, told
from .exit_codes import FOUND, OK, listed
from .folders import each_file, is_folder
from .lint_settings import Asked, settings
from .lint_styles import STYLES, Linted
from .options import (
    PATH,
    fence_option,
    from_option,
    input_file,
    limit_option,
    limits,
    name_option,
)
from .report import complain, message, note, plural, result

if TYPE_CHECKING:
    from ..limits import Limits
    from ..model.map import ArgumentMap

__all__ = ["lint"]

_RANKS = {"error": 3, "warning": 2, "note": 1}
_EPILOG = f"""\
\b
Examples:
  argmap lint debate.argdown
  argmap lint debate.json --select AM1,AM2 --ignore AM209
  argmap lint maps/ --fail-on note
  argmap lint debate.json --text smith2010=smith.txt
  argmap lint debate.json --fix -o mended.json
  argmap lint debate.argdown --format sarif > lint.sarif
  argmap lint --rules
  argmap lint --explain AM304

A file argmap.toml or pyproject.toml in the folder of a FILE, or in one above it, may say select, ignore,
levels and fail-on: in [lint] of the first, in [tool.argmap.lint] of the second.

{listed(9, 12, 13, reading=True, found="something of the level of --fail-on is found")}
"""


def _codes(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Codes from options that may be given several times and hold several codes each."""
    return tuple([each for value in values for each in value.replace(",", " ").split()])


def _explained(ctx: click.Context, param: click.Parameter, code: str | None) -> None:
    """What a rule says of itself; the command ends there."""
    if code is None:
        return
    from ..errors import UnknownName
    from ..linting import RULES, rule_of

    rule = rule_of(code)
    if rule is None:
        raise click.BadParameter(str(UnknownName("rule", code, [each.code for each in RULES])))
    result(f"{rule.code} {rule.name} ({rule.level})\n\n{rule.words}")
    ctx.exit()


def _all_rules(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """Every rule in a line; the command ends there."""
    if not wanted:
        return
    from ..linting import RULES

    result("\n".join([f"{each.code}  {each.level:<7}  {each.summary}" for each in RULES]))
    ctx.exit()


@click.command(short_help="Say what is doubtful about maps.", epilog=_EPILOG)
@input_file("files", metavar="FILE...", many=True)
@click.option(
    "--select",
    multiple=True,
    callback=_codes,
    metavar="RULES",
    help="Ask only these: codes, names, AM3 for a family, all.",
)
@click.option(
    "--ignore", multiple=True, callback=_codes, metavar="RULES", help="Don't ask these rules."
)
@click.option(
    "--fail-on",
    type=click.Choice([*_RANKS, "never"]),
    help="The least level that ends with 1; warning unless you say.",
)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="SOURCE=FILE",
    help="The text of a source, to look quotations up in.",
)
@name_option(
    "--format",
    "style",
    noun="style",
    names=lambda: tuple(STYLES),
    default="text",
    help="How findings are written: text, json, sarif or github.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without asking; tell the rest.")
@click.option("-o", "--output", metavar="FILE", type=PATH, help="Where --fix writes; FILE itself.")
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_all_rules,
    help="List the rules.",
)
@click.option(
    "--explain",
    is_eager=True,
    expose_value=False,
    callback=_explained,
    metavar="RULE",
    help="Say what a rule finds, why, and what to do.",
)
@from_option
@fence_option
@limit_option
def lint(
    files: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    texts: tuple[str, ...],
    style: str,
    fix: bool,
    output: str | None,
    source_format: str | None,
    fence: int | str | None,
    limit: tuple[str, ...],
) -> int:
    """Look at the map in each FILE with some sixty rules, and list what they find; of a folder at each file that holds a map.

    Rules have stable codes in families: AM1 structure, AM2 argument, AM3 wording, AM4 sources, AM5 drawing. An element is let be with if
    its data say "argmap: ignore", or "argmap: ignore AM304". Of a Markdown document every fence of Argdown is looked at. Ends with 1
    if there is a warning or worse.
    """
    if output is not None and not fix:
        raise click.UsageError("-o says where --fix writes; there is no --fix")
    if fix and (len(files) > 1 or is_folder(files[0]) or fence is not None):
        raise click.UsageError("--fix takes one FILE that holds one map")
    most = limits(limit)
    given = _texts(texts, most)
    asked: dict[str, Asked] = {}
    done: list[Linted] = []
    for file in each_file(files, source_format, most, doing="Looking"):
        asked[file] = settings(file, select, ignore, fail_on)
        done += _linted(file, source_format, fence, most, asked[file], given)
    _refuse_strangers(given, done)
    if fix:
        done = [
            _fixed(each, each.map, asked[each.file], output, given) if each.map else each
            for each in done
        ]
    result(STYLES[style](done))
    return max([_code(each) for each in done], default=OK)


def _linted(
    file: str,
    format: str | None,
    fence: int | str | None,
    most: Limits,
    asked: Asked,
    texts: Mapping[str, str],
) -> Iterator[Linted]:
    """Each map in a file with its findings, or why it can't be read, which is told at once."""
    from ..formats import parse
    from ..linting import lint as found_in

    try:
        for source, name in sources_in(file, format=format, fence=fence, limits=most).values():
            map = parse(source, format=told(source, name, format), limits=most).map
            found = found_in(map, **asked.rules, texts=texts)
            yield Linted(file, asked.fail_on, found, map, source, name, limits=most)
    except ArgmapError as error:
        complain(message(error))
        yield Linted(file, asked.fail_on, error=error)


def _refuse_strangers(texts: Iterable[str], done: Sequence[Linted]) -> None:
    """Raise `UnknownId` for a text whose source is in none of the maps, if all could be read."""
    maps = [each.map for each in done if each.map is not None]
    known = [source.id for map in maps for source in map.sources]
    for source in texts:
        if source not in known and len(maps) == len(done):
            raise UnknownId(source, known, noun="source")


def _fixed(
    linted: Linted, map: ArgumentMap, asked: Asked, output: str | None, texts: Mapping[str, str]
) -> Linted:
    """The file mended and written, with what is left to find in it."""
    from ..formats import render, save
    from ..linting import lint as found_in
    from ..linting import mend

    mended, gone = mend(map, select=asked.rules["select"], ignore=asked.rules["ignore"])
    target = linted.file if output is None else output
    if gone or output is not None:
        if output is None and linted.format != "json":
            raise click.UsageError(
                f"writing {linted.file} anew would lose its layout and comments; say where with -o"
            )
        chosen = to_write(target, linted.format if output is None else None, standard="json")
        rendering = render(mended, chosen.name)
        if rendering.losses and not chosen.picture:
            raise CannotExpress(chosen.title, rendering.losses)
        save(rendering, target)
    note(f"{plural(len(gone), 'finding')} mended")
    return evolve(linted, map=mended, found=found_in(mended, **asked.rules, texts=texts))


def _code(linted: Linted) -> int:
    """The exit code that a map calls for."""
    if linted.error is not None:
        return linted.error.exit_code
    least = _RANKS.get(linted.fail_on, len(_RANKS) + 1)
    return FOUND if any(_RANKS[each.level] >= least for each in linted.found) else OK


def _texts(given: tuple[str, ...], most: Limits) -> dict[str, str]:
    """The texts of sources that ``--text`` names."""
    from ..files import read_source

    found: dict[str, str] = {}
    for each in given:
        source, equals, file = each.partition("=")
        if not (source and equals and file):
            raise click.BadParameter(f"{each!r} is no SOURCE=FILE", param_hint="'--text'")
        found[source] = read_source(file, limits=most).text
    return found
