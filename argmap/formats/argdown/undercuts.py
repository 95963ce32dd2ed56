"""Undercuts of the steps that arguments in pointed brackets take."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.link import Step, Undercut
from .plan import Line, Plan

__all__ = ["outgoing_steps", "undercuts"]


def outgoing_steps(made: Plan) -> dict[str, list[str]]:
    """The steps that each claim takes by relation lines."""
    outgoing: dict[str, list[str]] = {}
    for link in made.map.links:
        if isinstance(link, Step) and link.id not in made.steps and link.id not in made.lost:
            for premise in link.premises:
                outgoing.setdefault(premise, []).append(link.id)
    return outgoing


def undercuts(made: Plan) -> None:
    """Say the undercuts of steps that arguments take: one line undercuts all of them."""
    links = [link for link in made.map.links if isinstance(link, Undercut)]
    by_line: dict[tuple[str, str, str], list[Undercut]] = {}
    of: dict[str, list[Undercut]] = {}
    for link in links:
        if link.target not in made.steps:
            of.setdefault(link.target, []).append(link)
            key = _gist_undercut(made, link)
            if key is None:
                made.lose(link, "in Argdown only inferences and arguments are undercut")
            else:
                by_line.setdefault((*key, made.speaker(link, key[1])), []).append(link)
    _lose_with(made, of, [*made.lost])
    outgoing = outgoing_steps(made)
    for (gist, _, _), group in by_line.items():
        left = [link for link in group if link.id not in made.lost]
        steps = [id for id in outgoing.get(gist, ()) if id not in made.lost]
        if left and [link.target for link in left] != steps:
            for link in left:
                why = "in Argdown an argument is undercut in all that it bears on, and once"
                made.lose(link, why)
            _lose_with(made, of, [link.id for link in left])
    for (gist, premise, speaker), group in by_line.items():
        left = [link for link in group if link.id not in made.lost]
        if left:
            line = Line("<_", premise, left[0], others=tuple(left[1:]), speaker=speaker)
            made.add(gist, line)


def _lose_with(made: Plan, of: Mapping[str, list[Undercut]], lost: list[str]) -> None:
    """Lose what undercuts the links that are ``lost``, what undercuts that, and so on."""
    while lost:
        for link in of.get(lost.pop(), ()):
            if link.id not in made.lost:
                made.lose(link, "what it undercuts is lost")
                lost.append(link.id)


def _gist_undercut(made: Plan, link: Undercut) -> tuple[str, str] | None:
    """The argument whose step a link undercuts and what undercuts it, if both are one."""
    target = made.map.elements[link.target]
    if not isinstance(target, Step) or len(target.premises) > 1 or len(link.premises) > 1:
        return None
    gist = target.premises[0]
    return (gist, link.premises[0]) if gist in made.gists else None
