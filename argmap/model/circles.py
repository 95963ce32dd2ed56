"""Ids used twice, links that lead back to themselves, groups inside themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from ..errors import Problem
from ..source import visible
from .claim import Claim
from .link import Link, Step, Undercut

if TYPE_CHECKING:
    from .map import Element
    from .records import Group, Record

__all__ = ["circular_groups", "circular_links", "leads_back", "shared_ids"]


def shared_ids(noun: str, values: Sequence[Element] | Sequence[Record]) -> Iterable[Problem]:
    """One problem for every id that more than one of ``values`` has."""
    if len({value.id for value in values}) == len(values):
        return ()
    counts = Counter(value.id for value in values)
    return [
        Problem("unique-id", f"{count} {noun} share the id {visible(id)!r}", (id,))
        for id, count in counts.items()
        if count > 1
    ]


def circular_links(
    links: Iterable[Link], elements: Mapping[str, Element], undercuts: Iterable[Undercut] = ()
) -> Iterator[Problem]:
    """One problem for every circle of links that target links; of ``undercuts`` that aren't among ``links`` it is known that only the target is one."""
    over = {link.id: [link.target] for link in undercuts}
    for link in links:
        if not (isinstance(link, Step) and type(elements.get(link.target)) is Claim):
            over[link.id] = _over(link, elements)
    yield from _circles(over, "founded-links", "the links {} lead back to themselves")


def leads_back(link: Link, elements: Mapping[str, Element]) -> bool:
    """Whether following the links that ``link`` targets leads to its own id."""
    seen: set[str] = set()
    todo = _over(link, elements)
    while todo:
        id = todo.pop()
        if id == link.id:
            return True
        if id not in seen:
            seen.add(id)
            todo += _over(cast("Link", elements[id]), elements)
    return False


def circular_groups(groups: Iterable[Group]) -> Iterator[Problem]:
    """One problem for every circle of groups inside one another."""
    parents = {group.id: [group.parent] for group in groups if group.parent is not None}
    yield from _circles(parents, "group-tree", "the groups {} contain one another")


def _over(link: Link, elements: Mapping[str, Element]) -> list[str]:
    """The links among a link's ends."""
    return [end for end in link.tied() if isinstance(elements.get(end), Link)]


def _circles(nexts: Mapping[str, list[str]], code: str, words: str) -> Iterator[Problem]:
    """Each circle of ``nexts`` once, found by walking every path until it ends or closes."""
    done: set[str] = set()
    for start, targets in nexts.items():
        if all(id in done or id not in nexts for id in targets):
            done.add(start)  # the usual case: what a link targets was made before it
            continue
        path: dict[str, list[str]] = {}
        todo = [start]
        while todo:
            id = todo[-1]
            if id in path:
                if path[id]:
                    following = path[id].pop()
                    if following in path:
                        yield _circle(list(path), following, code, words)
                    elif following not in done:
                        todo.append(following)
                else:
                    done.add(id)
                    del path[id]
                    todo.pop()
            else:
                path[id] = list(nexts.get(id, ()))


def _circle(path: list[str], first: str, code: str, words: str) -> Problem:
    ids = tuple(path[path.index(first) :])
    listed = " -> ".join([visible(id) for id in (*ids, first)])
    return Problem(code, words.format(listed), ids)
