"""The page around the map, which is the same for every map: its script asks for what is to be shown."""

from __future__ import annotations

from functools import cache

from ..drawing.web.assets import filled, policy

__all__ = ["shell", "shell_policy"]


@cache
def _file(name: str) -> str:
    from importlib.resources import files  # here, for it takes a while to load

    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def shell() -> str:
    """The page around the map."""
    return filled(_file("shell.html"), {"style": _file("shell.css"), "script": _file("shell.js")})


def shell_policy() -> str:
    """What the page may do: run its own script, ask the server that it came from, and hold that server's page of the map."""
    own = policy([_file("shell.css")], _file("shell.js"))
    return f"{own}; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'"
