"""A map in D2, the diagram language of Terrastruct."""

from __future__ import annotations

from typing import Literal

from ..errors import UnknownName
from ..formats.format import Format, Rendering
from ..layout import Direction
from ..model.map import ArgumentMap
from ..source import legal
from .bearings import LOOKS
from .labels import SIGNS, card_lines, joint_label
from .theme import Theme
from .theme import theme as named_theme
from .view import View, view

__all__ = ["D2"]

_WAYS = {"auto": "up", "up": "up", "down": "down", "left": "left", "right": "right"}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "$": "\\$", "\r": " ", "\t": " "})


def write(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    pro_first: bool = False,
    direction: Direction | Literal["auto"] = "auto",
    theme: Theme | str = "light",
) -> Rendering:
    """The map in D2, all of it or a part, in a theme's colours; options as of `argmap.draw`."""
    if direction not in _WAYS:
        raise UnknownName("direction", direction, tuple(_WAYS))
    shown = view(map, focus=focus, depth=depth, pro_first=pro_first)
    colours = named_theme(theme).palette.named()
    paths = _paths(shown)
    lines = [f"direction: {_WAYS[direction]}"]
    lines += [] if shown.cards else [f"nothing: {_said(shown.title)}"]
    lines += [f"{paths[panel.id, 'panel']}: {_said(panel.title)}" for panel in shown.panels]
    for card in shown.cards:
        main = card.role in ("main", "issue")
        style = {
            "fill": colours["card"],
            "stroke": colours["main" if main else "border"],
            "font-color": colours["ink"],
            "border-radius": "8",
            **({"stroke-width": "3"} if main else {}),
            **({"stroke-dash": "3"} if card.implicit else {}),
        }
        lines.append(_shape(paths[card.id, "node"], "\n".join(card_lines(card)), style))
    for joint in shown.joints:
        colour = colours[LOOKS[joint.bearing].colour]
        style = {
            "stroke": colour,
            "font-color": colour,
            "fill": colours["card"],
            "border-radius": "20",
        }
        lines.append(_shape(paths[joint.id, "node"], joint_label(joint), style))
    for wire in shown.wires:
        arrow = "->" if wire.headed else "--"
        label = f": {_said(SIGNS[wire.bearing])}" if wire.signed else ': ""'
        style = {"stroke": colours[LOOKS[wire.bearing].colour]}
        style |= {"stroke-dash": "4"} if LOOKS[wire.bearing].dash else {}
        ends = f"{paths[wire.tail, 'node']} {arrow} {paths[wire.head, 'node']}"
        lines.append(f"{ends}{label} {_style(style)}")
    return Rendering("\n".join([*lines, ""]), (), "d2")


def _paths(shown: View) -> dict[tuple[str, str], str]:
    """The full name of each group, card and joint: a dotted way through the groups around it."""
    paths: dict[tuple[str, str], str] = {}
    parents = {panel.id: panel.parent for panel in shown.panels}
    numbers = {panel.id: f"g{number}" for number, panel in enumerate(shown.panels)}
    for panel in shown.panels:
        way = [numbers[panel.id]]
        over = panel.parent
        while over is not None:
            way.append(numbers[over])
            over = parents[over]
        paths[panel.id, "panel"] = ".".join(reversed(way))
    homes = [(card.id, card.panel) for card in shown.cards]
    homes += [(joint.id, joint.panel) for joint in shown.joints]
    for number, (id, panel_id) in enumerate(homes):
        home = "" if panel_id is None else f"{paths[panel_id, 'panel']}."
        paths[id, "node"] = f"{home}n{number}"
    return paths


def _said(text: str) -> str:
    """A text in double quotes, with nothing in it that D2 would take for a variable or an escape."""
    return f'"{legal(text).translate(_ESCAPES)}"'


def _style(style: dict[str, str]) -> str:
    told = "; ".join([f'{name}: "{value}"' for name, value in style.items()])
    return f"{{style: {{{told}}}}}"


def _shape(path: str, label: str, style: dict[str, str]) -> str:
    return f"{path}: {_said(label)} {_style(style)}"


D2 = Format(
    name="d2",
    title="D2",
    suffixes=(".d2",),
    write=write,
    picture=True,
    cannot_say=("a picture: other wordings, tags, quotations, free data, critical questions"),
)
