"""A map as trees: every claim below what it bears on, unfolded once, with all that bears on it below.

What a map has besides a tree, claims with several targets and circles, are lines that stand for a claim that
is unfolded elsewhere. Preferences, and conflicts of more than two claims, have no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from ...model.claim import Claim, Issue
from ...model.link import Answer, Conflict, Link, Preference, Rephrase, Step, Support
from ...model.map import ArgumentMap

__all__ = ["Line", "Trees", "over"]

MOST_LEVELS = 100
"""Deeper claims begin a tree of their own: each level costs two blanks on every line below it."""


@define
class Line:
    """A line of a tree: the claim or issue, its depth, how it bears on the line above, and by which link.

    ``host`` is false of the further premises of a link, whose first premise has it.
    """

    element: Claim | Issue
    depth: int
    mark: str = ""
    link: Link | None = None
    host: bool = True


def over(link: Link) -> str:
    """The id of what a link stands below in a tree; nothing for what has no place there."""
    if isinstance(link, Preference) or (isinstance(link, Conflict) and len(link.claims) != 2):
        return ""
    if isinstance(link, Step):
        return link.target
    if isinstance(link, Conflict):
        return link.claims[0]
    if isinstance(link, Rephrase):
        return link.original
    return link.issue if isinstance(link, Answer) else ""


@define
class Trees:
    """The trees of a map, a line at a time."""

    map: ArgumentMap
    unfolded: dict[str, None] = field(factory=dict)
    later: list[str] = field(factory=list)

    def elements(self) -> tuple[Claim | Issue, ...]:
        """Issues and claims."""
        return (*self.map.issues, *self.map.claims)

    def roots(self) -> Iterator[tuple[str, str | None]]:
        """What bears on nothing, with the group it is in."""
        for element in self.elements():
            bears = [link for link in self.map.links_from.get(element.id, ()) if over(link)]
            if not bears:
                yield element.id, element.group

    def lines(self, ids: Iterable[str]) -> Iterator[Line]:
        """The lines of the trees below these, as far as they aren't unfolded yet, and of what grew too deep."""
        todo = list(reversed(list(ids)))
        while todo:
            id = todo.pop()
            if id not in self.unfolded:
                yield from self._tree(id)
            todo += reversed(self.later)
            self.later.clear()

    def _tree(self, id: str) -> Iterator[Line]:
        element = self._element(id)
        todo = [Line(element, 0, "issue" if isinstance(element, Issue) else "")]
        while todo:
            line = todo.pop()
            yield line
            todo += reversed(list(self._below(line)))

    def _below(self, line: Line) -> Iterator[Line]:
        """The lines one level below a line: what bears on its step, then on its claim, the first time."""
        if line.link is not None and line.host:
            for link in self.map.links_to.get(line.link.id, ()):
                yield from self._lines_of(link, line.depth + 1)
        id = line.element.id
        if id in self.unfolded:
            return
        if line.depth >= MOST_LEVELS:
            self.later.append(id)
            return
        self.unfolded[id] = None
        for link in (*self.map.links_to.get(id, ()), *self._conflicts(id)):
            yield from self._lines_of(link, line.depth + 1)

    def _conflicts(self, id: str) -> Iterator[Link]:
        """The conflicts that are written below a claim, for it is their first side."""
        for link in self.map.links_from.get(id, ()):
            if isinstance(link, Conflict) and over(link) == id:
                yield link

    def _lines_of(self, link: Link, depth: int) -> Iterator[Line]:
        """The lines that say a link: the first carries it, those of other premises go on with it."""
        if not over(link):
            return
        if isinstance(link, Step):
            first, *others = link.premises
            yield Line(self._element(first), depth, self._mark(link), link)
            yield from (Line(self._element(id), depth, "and", link, host=False) for id in others)
            yield from (
                Line(self._element(id), depth, "warrant", link, host=False) for id in link.warrants
            )
        elif isinstance(link, Conflict):
            mark = "contradicts" if link.contradictory else "contrary"
            yield Line(self._element(link.claims[1]), depth, mark, link)
        elif isinstance(link, Rephrase):
            yield Line(self._element(link.claim), depth, link.manner, link)
        elif isinstance(link, Answer):  # pragma: no branch - there is no other kind
            yield Line(self._element(link.claim), depth, "answer", link)

    def _element(self, id: str) -> Any:
        return self.map[id]

    def _mark(self, link: Step) -> str:
        on_step = isinstance(self.map[link.target], Link)
        return "backing" if on_step and isinstance(link, Support) else link.kind
