"""What every engine is asked: the same boxes with the same texts, arrows, frames and distances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import frozen

from argmap import ArgumentMap
from argmap.drawing.compose import compose
from argmap.drawing.scene import Anchor, Group, Item, Scene, Text
from argmap.drawing.scene import Rect as SceneRect
from argmap.drawing.sizes import Sized, diagram, measure
from argmap.drawing.theme import theme
from argmap.drawing.view import view
from argmap.layout import Diagram, Direction, Layout, Spacing

from .metrics import Line, Picture, Rect, flat

__all__ = ["Question", "picture", "question"]

FONT_SIZE = 13.0


@frozen
class Question:
    """A diagram, the lines of text of each box, and the way its arrows point."""

    diagram: Diagram
    labels: tuple[str, ...]
    direction: Direction | Literal["auto"]
    spacing: Spacing
    sized: Sized

    @property
    def ends(self) -> list[tuple[int, int]]:
        """The numbers of the boxes of each arrow."""
        numbers = {box.id: number for number, box in enumerate(self.diagram.boxes)}
        return [(numbers[arrow.tail], numbers[arrow.head]) for arrow in self.diagram.arrows]


def question(map: ArgumentMap, direction: Direction | Literal["auto"]) -> Question:
    """What is asked for a map, sizes and distances being those of argmap's own theme."""
    look = theme("light")
    sized = measure(view(map), look)
    return Question(diagram(sized), tuple(_labels(sized)), direction, look.spacing, sized)


def _labels(sized: Sized) -> Iterator[str]:
    for card in sized.cards:
        yield "\n".join([line.text for block in card.blocks for line in block.lines])
    for joint in sized.joints:
        yield joint.label.text if joint.label is not None else ""


def picture(asked: Question, layout: Layout) -> Picture:
    """A layout of argmap's as measured things, with the texts as they are drawn in the cards."""
    boxes = tuple([(box.x, box.y, box.width, box.height) for box in layout.boxes])
    lines = tuple(
        [
            Line(tail, head, flat(route.points))
            for (tail, head), route in zip(asked.ends, layout.routes, strict=True)
        ]
    )
    numbers = {f"card-{box.id}": number for number, box in enumerate(asked.diagram.boxes)}
    scene = compose(asked.sized, layout, theme("light"))
    return Picture(boxes, lines, tuple(_texts(scene, numbers, boxes)))


def _texts(
    scene: Scene, numbers: dict[str, int], boxes: tuple[Rect, ...]
) -> Iterator[tuple[int, Rect]]:
    """The line boxes of the texts in cards, moved from the scene's places to the layout's."""
    for group in _cards(scene.items):
        number = numbers[group.id]
        border = next(item for item in group.items if isinstance(item, SceneRect))
        right, down = boxes[number][0] - border.x, boxes[number][1] - border.y
        for text in _written(group.items):
            for words in text.lines:
                left = words.x - (words.width if text.rtl else 0.0)
                top = words.y - 0.8 * text.size
                yield number, (left + right, top + down, words.width, text.size)


def _cards(items: Iterable[Item]) -> Iterator[Group]:
    """The groups that are cards; a scene is three deep."""
    for item in items:
        if isinstance(item, Group) and item.role == "list":
            yield from (card for card in item.items if isinstance(card, Group))


def _written(items: Iterable[Item]) -> Iterator[Text]:
    """The texts of a card, those with an address too."""
    for item in items:
        if isinstance(item, Anchor):
            yield from (inner for inner in item.items if isinstance(inner, Text))
        elif isinstance(item, Text):
            yield item
