"""Drawing a map: view, layout, scene, SVG, four steps with a value between any two."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from ..formats.format import Format, Rendering
from ..layout import Direction, Layout, arrange
from ..layout.pause import no_garbage
from ..model.map import ArgumentMap
from .compose import compose
from .marks import Marks
from .scene import Scene
from .sizes import diagram, measure
from .svg_writer import svg_text
from .theme import Theme
from .theme import theme as named_theme
from .view import View, view

__all__ = ["SVG", "Drawing", "draw"]

_NO_MARKS: Marks = {}


@frozen
class Drawing:
    """A drawn map: what is shown, where it stands, and the shapes; a notebook shows it as it is."""

    view: View
    layout: Layout
    scene: Scene

    @property
    def svg(self) -> str:
        """The drawing as SVG text."""
        return svg_text(self.scene)

    def _repr_svg_(self) -> str:
        return self.svg


def draw(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    marks: Marks = _NO_MARKS,
    pro_first: bool = False,
    engine: str = "layered",
    direction: Direction | Literal["auto"] = "auto",
    theme: Theme | str = "auto",
) -> Drawing:
    """A drawing of ``map``.

    ``focus`` and ``depth`` choose a part, ``marks`` shows by id how claims and links fare, ``pro_first``
    puts supports before attacks (see `argmap.drawing.view.view`). ``engine`` finds the places:
    ``layered`` is argmap's own, ``dot`` and ``pygraphviz`` ask Graphviz. ``direction`` is the way the arrows
    point: ``up`` puts the main claim on top, ``left`` at the left; ``auto`` chooses by width. ``theme`` is a
    name (``auto``, ``light``, ``dark``, ``print``) or a `Theme`.

    Raises `UnknownId` for a focus or mark of what isn't there, `UnknownName` for engine, direction and theme, and
    `GraphvizError` or `MissingExtra` where Graphviz can't answer.
    """
    look = named_theme(theme)
    with no_garbage():
        shown = view(map, focus=focus, depth=depth, marks=marks, pro_first=pro_first)
        sized = measure(shown, look)
        layout = arrange(diagram(sized), engine=engine, direction=direction, spacing=look.spacing)
        return Drawing(shown, layout, compose(sized, layout, look))


def write_svg(map: ArgumentMap, **options: object) -> Rendering:
    """The SVG of a map; ``options`` are those of `draw`."""
    return Rendering(draw(map, **options).svg, (), "svg")  # type: ignore[arg-type]  # draw checks them


SVG = Format(
    name="svg",
    title="SVG picture",
    suffixes=(".svg",),
    write=write_svg,
    picture=True,
    cannot_say=("a picture: other wordings, tags, quotations, free data, critical questions"),
)
