"""Undercuts of what arguments in pointed brackets say by relation lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...model.link import Conflict, Step, Undercut
from ...model.map import Element
from .plan import Line, Plan

__all__ = ["in_order", "outgoing_steps", "undercuts"]


def outgoing_steps(made: Plan) -> dict[str, list[str]]:
    """What each claim says by relation lines of its own: the steps that it takes, and as an argument what it contradicts."""
    outgoing: dict[str, list[str]] = {}
    for link in made.map.links:
        if link.id in made.steps or link.id in made.lost:
            continue
        if isinstance(link, Step):
            for premise in link.premises:
                outgoing.setdefault(premise, []).append(link.id)
        elif isinstance(link, Conflict) and link.claims[0] in made.gists:
            lines = len(link.claims) - 1
            outgoing.setdefault(link.claims[0], []).extend([link.id] * lines)
    return outgoing


def undercuts(made: Plan) -> None:
    """Say the undercuts of what arguments say by relation lines: one line undercuts all of it."""
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
        if left and sorted([link.target for link in left]) != sorted(steps):
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
    """The argument that says by a relation line what a link undercuts, and what undercuts it, if both are one."""
    target = made.map.elements[link.target]
    if len(link.premises) > 1:
        return None
    if isinstance(target, Conflict):
        gist = target.claims[0]
    elif isinstance(target, Step) and len(target.premises) == 1:
        gist = target.premises[0]
    else:
        return None
    return (gist, link.premises[0]) if gist in made.gists else None


def in_order(
    links: Iterable[str], shared: Iterable[Sequence[str]], elements: Mapping[str, Element]
) -> dict[str, None]:
    """The ids of ``links`` as the reader comes to them: those that are ``shared`` by a line as what they undercut.

    A line undercuts all that an argument says, so that what undercuts its undercuts comes after those.
    """
    told = [elements[id] for line in shared for id in line]
    target = {link.id: link.target for link in told if isinstance(link, Undercut)}
    place = {id: number for number, id in enumerate(links)}
    depths = _depths(target)
    for line in sorted(shared, key=lambda line: max([depths[id] for id in line])):
        places = sorted([place[id] for id in line])
        ordered = sorted(line, key=lambda id: place[target[id]])
        place |= zip(ordered, places, strict=True)
    return dict.fromkeys(sorted(place, key=place.__getitem__))


def _depths(target: Mapping[str, str]) -> dict[str, int]:
    """For each link how many links it undercuts one through the other that have a ``target`` here."""
    depths: dict[str, int] = {}
    for id in target:
        path = [id]
        while path[-1] in target and path[-1] not in depths:
            path.append(target[path[-1]])
        depth = depths.get(path.pop(), 0)
        for each in reversed(path):
            depth += 1
            depths[each] = depth
    return depths
