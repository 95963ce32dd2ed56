"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import UnknownName

if TYPE_CHECKING:
    from ..limits import Limits

__all__ = [
    "PATH",
    "count_limit_option",
    "fence_option",
    "from_option",
    "input_file",
    "limit_option",
    "limits",
    "limits_and_count",
    "name_option",
    "read_once",
    "style_option",
    "to_option",
]

Function = TypeVar("Function", bound=Callable[..., Any])

PATH = click.Path(allow_dash=True, readable=False)
"""A path as it was typed, or ``-``; whether it can be opened is found out by opening it."""


def name_option(
    *declarations: str,
    noun: str,
    names: Callable[[], Sequence[str]],
    help: str,
    default: str | None = None,
) -> Callable[[Function], Function]:
    """An option that takes one of ``names``, which is asked when the option is used, not before."""

    def checked(value: str) -> str:
        known = tuple(names())
        if value not in known:
            raise click.BadParameter(str(UnknownName(noun, value, known)))
        return value

    def completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        return [name for name in names() if name.startswith(incomplete)]

    return click.option(
        *declarations,
        type=checked,
        metavar=noun.upper(),
        shell_complete=completed,
        default=default,
        show_default=default is not None,
        help=help,
    )


def _formats() -> Sequence[str]:
    from ..registry import FORMATS

    return FORMATS.names()


def input_file(name: str, *, metavar: str, many: bool = False) -> Callable[[Function], Function]:
    """The argument that names the document, or documents, to read."""
    return click.argument(
        name,
        metavar=metavar,
        type=PATH,
        nargs=-1 if many else 1,
        required=True,
        callback=_each_once if many else None,
    )


def _each_once(
    ctx: click.Context, param: click.Parameter, files: tuple[str, ...]
) -> tuple[str, ...]:
    read_once(*files)
    return files


def read_once(*files: str) -> None:
    """Nothing, if at most one of the files is standard input; raises `click.UsageError` for more."""
    if files.count("-") > 1:
        raise click.UsageError("standard input can be read once; name a file in the place of one -")


from_option = name_option(
    "--from",
    "source_format",
    noun="format",
    names=_formats,
    help="Read this format, whatever suffix and content say.",
)
"""``--from``: the format of what is read."""

to_option = name_option(
    "--to",
    "target_format",
    noun="format",
    names=_formats,
    help="Write this format, whatever the suffix says.",
)
"""``--to``: the format of what is written."""


def style_option(what: str, *more: str) -> Callable[[Function], Function]:
    """``--format``: text or JSON, or what a command has ``more``; ``what`` is written so, such as "the list is"."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(["text", "json", *more]),
        default="text",
        show_default=True,
        help=f"How {what} written.",
    )


def _fence(value: str) -> int | str:
    """A number, or else a heading."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else value


fence_option = click.option(
    "--fence",
    type=_fence,
    metavar="N",
    help="Of a Markdown document read fence N of Argdown, or the one below that heading.",
)
"""``--fence``: which fence of a Markdown document is read."""


_RAISE = "Raise a limit, if you trust the document: file_bytes=60000000."
_COUNTING = "counting"
"""The limit of a count, which no reader has."""


def _limit_option(help: str) -> Callable[[Function], Function]:
    return click.option("--limit", "limit", multiple=True, metavar="NAME=NUMBER", help=help)


limit_option = _limit_option(_RAISE)
"""``--limit``: how much of a thing is read at most."""

count_limit_option = _limit_option(
    f"{_RAISE} Or let a count go on, if there is time: {_COUNTING}=10000000."
)
"""``--limit`` of a command that counts too."""


def limits(given: Sequence[str]) -> Limits:
    """The limits with those that ``--limit`` names changed; raises `click.UsageError`."""
    return limits_and_count(given, counts=False)[0]


def limits_and_count(given: Sequence[str], *, counts: bool = True) -> tuple[Limits, int | None]:
    """The limits of reading with those that ``--limit`` names changed, and that of a count, if it does; raises `click.UsageError`."""
    from attrs import fields

    from ..limits import Limits

    known = [*[field.name for field in fields(Limits)], *([_COUNTING] if counts else ())]
    amounts = dict([_amount(text, known) for text in given])
    count = amounts.pop(_COUNTING, None)
    return Limits(**amounts), count


def _amount(text: str, known: Sequence[str]) -> tuple[str, int]:
    """A limit's name, one of the ``known``, and how much it is."""
    name, _, number = text.partition("=")
    if name not in known:
        raise click.BadParameter(str(UnknownName("limit", name, known)), param_hint="'--limit'")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise click.BadParameter(
            f"{text!r} is no NAME=NUMBER with a whole number", param_hint="'--limit'"
        )
    return name, int(number)
