"""A map as a web page: one file, no network, and nothing in it runs but one fixed script, or nothing at all."""

from __future__ import annotations

import re
from functools import wraps
from inspect import signature
from typing import Any, Literal

from attrs import evolve

from ...errors import Loss
from ...formats.format import Format, Rendering
from ...jsontext import dense_json
from ...layout import Direction, Layout
from ...model.map import ArgumentMap
from ...pause import no_garbage
from ..compose import compose
from ..marks import Marks
from ..markup import attribute, text_node
from ..readings import Reading, as_read
from ..styles import STYLES
from ..svg import Asked, Drawing, laid_out
from ..svg_writer import svg_text
from ..theme import Theme
from ..theme import theme as named_theme
from ..too_wide import too_wide
from ..view import called, view
from .assets import filled, policy, script, skeleton, style
from .colours import colours, mode
from .outline import outline
from .picture import picture

__all__ = ["HTML", "to_html"]

_NO_MARKS: Marks = {}


def to_html(
    map: ArgumentMap,
    *,
    static: bool = False,
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
) -> str:
    """A whole HTML document that shows ``map``; it needs no network and loads nothing.

    In the interactive page one moves and zooms, folds branches, searches, filters, and reads what there is to
    tell of each claim. With ``static`` there is no script: the picture, and below it the outline of the map as
    nested lists. The other options are those of `argmap.draw`, and errors are raised as there. What a ``style`` draws otherwise
    is told as it is where a claim is told of, and in the outline.

    A Content-Security-Policy in the page allows argmap's own script and style by their hashes and forbids all else, so that no
    text of a map can run or load anything (CSP Level 3). Texts stand in the page as inert JSON, or escaped.
    """
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
    )
    return _told(map, asked, static=static)[0]


def _told(map: ArgumentMap, asked: Asked, *, static: bool) -> tuple[str, tuple[Loss, ...]]:
    """The page, and what its style draws otherwise."""
    look = named_theme(asked.theme)
    with no_garbage():
        taken = STYLES.get(asked.style).reading(map) if asked.reading is None else asked.reading
        map, marks = as_read(map, taken, asked.marks)
        if asked.focus is not None or asked.depth is not None:
            map = map.view(
                focus=asked.focus, depth=asked.depth
            )  # so that nothing of the rest is in the page
        whole = asked._replace(focus=None, depth=None, marks=marks, reading="claims", theme=look)
        sized, layout, losses, _ = laid_out(map, whole)
        if static:
            untitled = sized._replace(view=sized.view._replace(title=""))
            scene = compose(untitled, layout, look)  # the page says the title
            svg = svg_text(evolve(scene, title=sized.view.title))
            plain = view(map, marks=marks, pro_first=asked.pro_first)  # no style has bent it
            losses += too_wide(scene.width, asked.max_width)
            return _static(map, svg, outline(plain, map), look), losses
        losses += too_wide(layout.width + 2 * look.margin, asked.max_width)
        return _interactive(picture(map, sized, layout, look, marks), map, look), losses


def _interactive(shown: dict[str, object], map: ArgumentMap, look: Theme) -> str:
    """The page whose script draws what is ``shown``."""
    rules = colours(look) + style("interactive")
    parts = {
        "policy": policy([rules], script()),
        "style": rules,
        "script": script(),
        "data": _inert(shown),
    }
    return filled(skeleton("interactive"), _head(map, look) | parts)


def _static(map: ArgumentMap, svg: str, lists: str, look: Theme) -> str:
    """The page of a picture and an outline."""
    rules = colours(look) + style("static")
    parts = {
        "policy": policy([rules, *re.findall(r"<style>(.*?)</style>", svg)]),
        "style": rules,
        "picture": svg,
        "outline": lists,
        "description": f"<p>{text_node(about)}</p>" if (about := map.about.description) else "",
    }
    return filled(skeleton("static"), _head(map, look) | parts)


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


def _head(map: ArgumentMap, look: Theme) -> dict[str, str]:
    """The title, the language of the texts if it is one, and the mode of colours."""
    language = map.about.language
    known = _LANGUAGE.fullmatch(language)
    return {
        "title": text_node(called(map) or "Argument map"),
        "lang": f' lang="{attribute(language)}"' if known else "",
        "mode": mode(look),
    }


_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def _inert(value: object) -> str:
    """JSON for an element of a page that is no script: no sign in it means anything to the page's reader."""
    return re.sub("[<>&]", lambda sign: _UNSAFE[sign[0]], dense_json(value))


@wraps(to_html)
def write_html(map: ArgumentMap, *, static: bool = False, **options: Any) -> Rendering:
    """The page of a map; ``options`` are those of `to_html`."""
    signature(to_html).bind(map, **options)  # which has fewer than `Asked`
    return Rendering(*_told(map, Asked(**options), static=static), "html")


HTML = Format(
    name="html",
    title="web page",
    suffixes=(".html", ".htm"),
    write=write_html,
    picture=True,
    cannot_say="a page to look at: free data",
)
