"""Drawing a map: view, layout, scene, SVG, four steps with a value between any two.

Where nobody asks for the scene, because a file is written, its shapes pass by one at a time.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from ..errors import Loss
from ..formats.format import Format, Rendering
from ..layout import Direction, Layout
from ..layout.check import check_aspect, check_max_width
from ..model.map import ArgumentMap
from ..pause import no_garbage
from ..values import NamedTuple, frozen
from .compose import compose, streamed
from .marks import Marks
from .readings import Reading, as_read
from .scene import Scene
from .sizes import Sized, measure
from .styles import STYLES
from .styles.style import Wanted, placed
from .svg_writer import svg_bytes, svg_text
from .theme import Theme
from .theme import theme as named_theme
from .too_wide import too_wide
from .view import View, view

if TYPE_CHECKING:
    from .paper import Paper

__all__ = ["SVG", "Asked", "Drawing", "draw", "laid_out"]

_NO_MARKS: Marks = {}


@frozen
class Drawing:
    """A drawn map: what is shown, where it stands, and the shapes; a notebook shows it as it is.

    ``losses`` tell what its style has no shape for, and how that is drawn instead.
    """

    view: View
    layout: Layout
    scene: Scene
    losses: tuple[Loss, ...] = ()

    @property
    def svg(self) -> str:
        """The drawing as SVG text."""
        with no_garbage():
            return svg_text(self.scene)

    def _repr_svg_(self) -> str:
        return self.svg


class Asked(NamedTuple):
    """The options of `draw`, with its defaults, from where they are given to where each is needed."""

    focus: str | None = None
    depth: int | None = None
    marks: Marks = _NO_MARKS
    pro_first: bool = False
    style: str = "argmap"
    reading: Reading | None = None
    engine: str | None = None
    direction: Direction | Literal["auto"] = "auto"
    theme: Theme | str = "auto"
    max_width: float | None = None
    aspect: float | None = None
    layout_hint: Drawing | Layout | None = None
    scale: float | Literal["fit"] = 1.0


def draw(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    marks: Marks = _NO_MARKS,
    pro_first: bool = False,
    style: str = "argmap",
    reading: Reading | None = None,
    engine: str | None = None,
    direction: Direction | Literal["auto"] = "auto",
    theme: Theme | str = "auto",
    max_width: float | None = None,
    aspect: float | None = None,
    layout_hint: Drawing | Layout | None = None,
    scale: float | Literal["fit"] = 1.0,
) -> Drawing:
    """A drawing of ``map``.

    ``focus`` and ``depth`` choose a part, ``marks`` shows by id how claims and links fare, ``pro_first``
    puts supports before attacks (see `argmap.drawing.view.view`). ``style`` is a tradition of drawing: ``argmap``,
    ``argdown``, ``boxes``, ``toulmin``, ``outline`` or ``kialo`` (see `argmap.drawing.styles`). ``reading`` is ``claims``, or
    ``argdown`` for the map as Argdown's own tools choose its boxes (see `argmap.formats.argdown.picture`), which style
    ``argdown`` takes for a map that was read from Argdown. ``engine`` finds the places, where the style has no places of its own:
    ``layered`` is argmap's own, ``dot`` and ``pygraphviz`` ask Graphviz. ``direction`` is the way the arrows
    point: ``up`` puts the main claim on top, ``left`` at the left; ``auto`` chooses by width. ``theme`` is a
    name (``auto``, ``light``, ``dark``, ``print``) or a `Theme`.

    ``outline`` and ``wrapped`` are engines for large maps: what bears on a claim stands indented below it.
    ``max_width`` (px, margins included) is how wide the drawing may get: one that would be wider becomes
    a wrapped outline, which is as narrow as its deepest indentation and its cards let it be; if that isn't enough,
    the drawing's ``losses`` say so. ``aspect``
    makes it one whose width over height is near to that, such as 16 / 9, within ``max_width`` if that is given.
    ``layout_hint`` is a drawing from before: its direction is kept while the width allows, and
    ``layered`` and ``tree`` keep cards near where they were. ``scale`` shows the drawing so many times
    as large; ``fit`` shrinks it to sides of at most 32,767 px, which some programs need.

    Raises `UnknownId` for a focus or mark of what isn't there, `UnknownName` for style, reading, engine, direction and theme,
    ValueError for a width, an aspect or a scale that isn't a finite number above 0, and `GraphvizError` or `MissingExtra` where Graphviz can't answer.
    """
    with no_garbage():
        asked = Asked(
            focus,
            depth,
            marks,
            pro_first,
            style,
            reading,
            engine,
            direction,
            theme,
            max_width,
            aspect,
            layout_hint,
            scale,
        )
        sized, layout, losses, look = laid_out(map, asked)
        scene = compose(sized, layout, look)
        losses += too_wide(scene.width, max_width)
        return Drawing(sized.view, layout, evolve(scene, scale=_factor(scene, scale)), losses)


def laid_out(map: ArgumentMap, asked: Asked) -> tuple[Sized, Layout, tuple[Loss, ...], Theme]:
    """What is shown, where it stands, what its style draws otherwise, and how it looks: all that a scene is made of."""
    look = named_theme(asked.theme)
    if asked.scale != "fit" and not (isfinite(asked.scale) and asked.scale > 0):
        raise ValueError(f"scale is {asked.scale}: it must be a finite number above 0, or 'fit'")
    check_max_width(asked.max_width)
    check_aspect(asked.aspect)
    tradition = STYLES.get(asked.style)
    taken = tradition.reading(map) if asked.reading is None else asked.reading
    map, marks = as_read(map, taken, asked.marks)
    plain = view(map, focus=asked.focus, depth=asked.depth, marks=marks, pro_first=asked.pro_first)
    shown, losses = tradition.show(plain)
    sized = measure(shown, tradition.measuring(look))
    room, hint = asked.max_width, asked.layout_hint
    wanted = Wanted(
        engine=asked.engine,
        direction=asked.direction,
        spacing=look.spacing,
        max_width=None if room is None else max(room - 2 * look.margin, 1.0),
        aspect=asked.aspect,
        previous=hint.layout if isinstance(hint, Drawing) else hint,
    )
    return sized, placed(tradition, sized, wanted), losses, look


def _factor(scene: Scene, asked: float | Literal["fit"]) -> float:
    """How many times as large a scene is shown; to ``fit``, so that it may be shown everywhere, at most once."""
    if asked != "fit":
        return asked
    from .paper import LARGEST  # here, for most drawings are as large as they are

    return min(1.0, LARGEST / max(scene.width, scene.height))


def write_svg(map: ArgumentMap, *, page: Paper | str | None = None, **options: object) -> Rendering:
    """The SVG of a map; ``options`` are those of `draw`.

    With a ``page`` they are those of `argmap.draw_pages`, and the pages lie one below the other.
    """
    with no_garbage():
        if page is None:
            return Rendering(*_written(map, Asked(**options)), "svg")  # type: ignore[arg-type]  # laid_out checks
        from .pages import draw_pages, piled

        pages = draw_pages(map, page, **options)  # type: ignore[arg-type]  # draw_pages checks
        scene = piled(pages)
        return Rendering(svg_bytes(scene, scene.items), pages[0].losses, "svg")


def _written(map: ArgumentMap, asked: Asked) -> tuple[bytes, tuple[Loss, ...]]:
    """The SVG of what `draw` draws with these options; a shape is forgotten as soon as it is written."""
    sized, layout, losses, look = laid_out(map, asked)
    frame, items = streamed(sized, layout, look)
    losses += too_wide(frame.width, asked.max_width)
    return svg_bytes(evolve(frame, scale=_factor(frame, asked.scale)), items), losses


SVG = Format(
    name="svg",
    title="SVG picture",
    suffixes=(".svg",),
    write=write_svg,
    picture=True,
    cannot_say=("a picture: other wordings, tags, quotations, free data, critical questions"),
)
