"""A map in lines, each below what it bears on: for documents that have no pictures, and for reading aloud."""

from __future__ import annotations

from attrs import frozen

from ..drawing.marks import Marks
from ..formats.outline.marks import MARK_OF
from ..formats.outline.tree import Trees
from ..model.map import ArgumentMap

__all__ = ["OutlineLine", "outlined"]


@frozen
class OutlineLine:
    """A line of an outline: how deep it stands, how it bears on the line above it, the claim, and its verdict.

    ``again`` says that the claim stands further up already, with all that bears on it.
    """

    depth: int
    bears: str
    title: str
    text: str
    verdict: str = ""
    again: bool = False

    @property
    def said(self) -> str:
        """The line without the word before it.

        >>> OutlineLine(1, "pro", "Rain", "It rained.", "accepted").said
        'Rain: It rained. [accepted]'
        """
        title = f"{self.title}: " if self.title and self.text else self.title
        verdict = f" [{self.verdict}]" if self.verdict else ""
        return f"{title}{self.text}{' (see above)' if self.again else ''}{verdict}"


def outlined(map: ArgumentMap, marks: Marks) -> tuple[OutlineLine, ...]:
    """Every claim and issue below what it bears on; what is needed again, or stands in a circle, is said again."""
    trees = Trees(map)
    order = [*[id for id, _ in trees.roots()], *[element.id for element in trees.elements()]]
    told: dict[str, None] = {}
    lines = []
    for line in trees.lines(order):
        element = line.element
        mark = marks.get(element.id)
        lines.append(
            OutlineLine(
                line.depth,
                MARK_OF[line.mark] if line.mark else "",
                element.title,
                element.text,
                (mark.verdict or "") if mark is not None else "",
                element.id in told,
            )
        )
        told[element.id] = None
    return tuple(lines)
