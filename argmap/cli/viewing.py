"""Options that choose a part of a map, and what they do: one idea of a view for every command that has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import UnknownName, did_you_mean

if TYPE_CHECKING:
    from ..model.map import ArgumentMap

__all__ = ["seen", "view_options"]

Function = TypeVar("Function", bound=Callable[..., Any])

_WHAT = {"tag": "tags", "group": "groups", "speaker": "speakers", "verdict": "verdict"}
"""What ``--only`` may name, each with the option of `ArgumentMap.view` that it is."""


def _only(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, list[str]]:
    """What ``--only`` names, by the option that it is; raises `click.BadParameter`."""
    found: dict[str, list[str]] = {}
    for value in values:
        what, colon, name = value.partition(":")
        if not (colon and name and what in _WHAT):
            known = ", ".join([f"{each}:..." for each in _WHAT])
            raise click.BadParameter(f"{value!r} is none of {known}{did_you_mean(what, _WHAT)}")
        found.setdefault(_WHAT[what], []).append(name)
    return found


def view_options(function: Function) -> Function:
    """``--focus``, ``--depth``, ``--only``, ``--collapse``."""
    for option in reversed(
        (
            click.option(
                "--focus",
                metavar="ID",
                multiple=True,
                help="Take only what is near this claim or link; repeatable.",
            ),
            click.option(
                "--depth",
                type=click.IntRange(min=0),
                metavar="N",
                help="How many links count as near the focus, or the main claims.",
            ),
            click.option(
                "--only",
                metavar="WHAT:NAME",
                multiple=True,
                callback=_only,
                help="Take only claims with this tag:..., group:..., speaker:..., or verdict:accepted, "
                "verdict:rejected or verdict:undecided; repeatable.",
            ),
            click.option(
                "--collapse",
                metavar="ID",
                multiple=True,
                help="Leave out what bears on this claim or link alone; repeatable.",
            ),
        )
    ):
        function = option(function)
    return function


def seen(
    map: ArgumentMap,
    *,
    focus: Sequence[str],
    depth: int | None,
    only: Mapping[str, list[str]],
    collapse: Sequence[str],
    semantics: str | None = None,
    reading: str | None = None,
) -> ArgumentMap:
    """The part of a map that the options ask for, or the map itself if they ask for none.

    Verdicts are those of ``semantics``, or else the grounded ones. Raises `UnknownId` for what isn't there,
    `click.UsageError` for a tag or a verdict that isn't.
    """
    if not (focus or collapse or only or depth is not None):
        return map
    named: dict[str, Any] = dict(only)
    labels = None
    if "verdict" in only:
        from .weighing import weighed

        labels = weighed(map, semantics or "grounded", reading=reading).labels
    try:
        return map.view(focus=focus, depth=depth, collapse=collapse, labels=labels, **named)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
