"""The program: its commands by name, each imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import NoReturn

import click

from .. import __version__
from ..pause import no_garbage
from .exit_codes import USAGE, listed

__all__ = ["PROGRAM"]

COMMANDS = (
    "draw",
    "convert",
    "serve",
    "check",
    "evaluate",
    "explain",
    "crux",
    "solve",
    "lint",
    "todo",
    "diff",
    "merge",
    "stats",
    "fmt",
    "fences",
    "pandoc",
    "formats",
)
"""Every command: a module of this package, and the name of the command in it."""

_EPILOG = f"""\
\b
Examples:
  argmap draw debate.json -o debate.svg
  argmap check debate.json
  argmap convert debate.json debate.dot
  argmap evaluate debate.json
  argmap explain debate.json P1
  argmap fmt debate.argdown
  argmap formats

A file may be - for standard input or output. After -- every word is a file, even -x.json.

{listed()}
"""


class _Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        with no_garbage():  # as in `argmap.cli.main`
            module = import_module(f".{cmd_name}", __package__)
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            _unknown(ctx, args[0])
        return super().resolve_command(ctx, args)


def _unknown(ctx: click.Context, name: str) -> NoReturn:
    from ..errors import did_you_mean

    ctx.fail(f"no command is named {name!r}{did_you_mean(name, COMMANDS)}")


@click.group(
    "argmap",
    cls=_Commands,
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
@click.pass_context
def PROGRAM(ctx: click.Context) -> None:  # noqa: N802 - it is a value, which click makes of a function
    """Draw, convert, check and weigh argument maps."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(USAGE)
