"""``argmap serve``: a map in the browser, drawn again at each save."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from .document import opened
from .draw import draw
from .exit_codes import listed
from .options import fence_option, from_option, input_file, limit_option, limits
from .report import complain, note, result
from .viewing import seen
from .watching import files_of
from .weighing import marked

if TYPE_CHECKING:
    from ..limits import Limits
    from ..preview.live import Live, Shown
    from ..preview.watch import Watched

__all__ = ["serve"]

_PART = ("focus", "depth", "only", "collapse")
_LOOKS = (
    "style", "engine", "direction", "theme", "reading", "evaluate", "taken", "max_width", "aspect", *_PART,
)  # fmt: skip # one a line would be a page
"""The options of ``argmap draw`` that a preview takes as well."""

_EPILOG = f"""\
\b
Examples:
  argmap serve debate.argdown --open
  argmap serve notes.md --fence 2
  argmap serve debate.json --evaluate preferred --theme dark --port 8000

{listed(8, 12, 13, 14, reading=True)}
"""


@click.command(short_help="Show a map in the browser while it is written.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@click.option(
    "--port", type=click.IntRange(1, 65_535), metavar="N", help="Not any free port, but N."
)
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@click.option("--no-verdicts", is_flag=True, help="Don't weigh the map.")
@click.option("--lint", "lints", is_flag=True, help="Show what argmap lint finds as well.")
@from_option
@fence_option
@limit_option
def serve(
    file: str,
    port: int | None,
    opens: bool,
    no_verdicts: bool,
    lints: bool,
    source_format: str | None,
    fence: int | str | None,
    limit: tuple[str, ...],
    **options: Any,
) -> None:
    """Show the map in FILE in the browser, with findings and verdicts beside it, and again whenever it is saved.

    What is folded, the place and the zoom stay. A text that can't be read is told above the last picture. Only this machine
    is answered, and nothing but the map is given. Verdicts are grounded unless --evaluate names another semantics. Ctrl-C ends it.
    """
    from ..preview.live import Live
    from ..preview.watch import Watched

    if file == "-":
        raise click.UsageError("serve shows a file whenever it is saved, not -")
    given = {name: value for name, value in options.items() if value is not None}
    semantics = given.pop("evaluate", None)
    if no_verdicts and semantics:
        raise click.UsageError("--no-verdicts and --evaluate say the opposite")
    if not no_verdicts:
        given["semantics"] = semantics or "grounded"
    most = limits(limit)

    def made() -> Shown:
        try:
            return _made(file, source_format, fence, most, lints=lints, **given)
        except click.UsageError as error:
            raise ValueError(error.format_message()) from error

    watched = Watched(files_of(file, source_format))
    live = Live(file, made)
    live.refresh()
    _serve(live, watched, port, opens=opens)


serve.params[1:1] = [each for each in draw.params if each.name in _LOOKS]


def _serve(live: Live, watched: Watched, port: int | None, *, opens: bool) -> None:
    """Show what is live until Ctrl-C; raises `click.UsageError` for a port that is taken."""
    from ..preview.server import Preview

    changes = watched.changes()
    try:
        preview = Preview(live, port=port or 0)
    except OSError as error:
        raise click.UsageError(f"port {port} can't be had: {error.strerror}") from error
    with suppress(KeyboardInterrupt), preview:
        result(preview.url)
        _tell(live)
        note("Ctrl-C ends it")
        if opens:
            _open(preview.url)
        for _ in changes:
            live.refresh()
            _tell(live)
    note("no longer shown")


def _open(url: str) -> None:
    import webbrowser

    if not webbrowser.open_new_tab(url):
        note(f"no browser could be opened; open {url}")


def _tell(live: Live) -> None:
    if live.error:
        complain(live.error)


def _made(
    file: str,
    format: str | None,
    fence: int | str | None,
    most: Limits,
    *,
    lints: bool,
    semantics: str | None = None,
    taken: str | None = None,
    **asked: Any,
) -> Shown:
    """The map as it is now: read, weighed, drawn."""
    from ..formats import render
    from ..linting import lint
    from ..preview.live import shown

    part = {name: asked.pop(name) for name in _PART if name in asked}
    reading = opened(file, format=format, fence=fence, limits=most)
    marks = marked(reading.map, semantics, reading=taken) if semantics else {}
    map = seen(
        reading.map, depth=part.pop("depth", None), **part, semantics=semantics, reading=taken
    )
    page = render(map, "html", marks=marks, **asked).text
    found = (*reading.findings, *(lint(reading.map) if lints else ()))
    return shown(map, page, found, marks)
