"""A map as a Mermaid flowchart, for pages whose Markdown draws Mermaid."""

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
from .view import Panel, View, view

__all__ = ["MERMAID"]

_WAYS = {"auto": "BT", "up": "BT", "down": "TB", "left": "RL", "right": "LR"}
_ARROWS = {
    "support": "-->",
    "rebuttal": "-.->",
    "undercut": "-.-x",
    "conflict": "-.-",
    "rephrase": "-.->",
    "preference": "-->",
    "answer": "-->",
    "warrant": "-.-",
}
_WITHOUT_HEAD = {"-->": "---", "-.->": "-.-", "-.-x": "-.-", "-.-": "-.-"}


def write(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    pro_first: bool = False,
    direction: Direction | Literal["auto"] = "auto",
    theme: Theme | str = "light",
) -> Rendering:
    """The map as a Mermaid flowchart, all of it or a part, in a theme's colours; options as of `argmap.draw`.

    Every character of a text but plain letters, digits and blanks is written as its number, so that no
    text is taken for a command, for markup or for a link.
    """
    if direction not in _WAYS:
        raise UnknownName("direction", direction, tuple(_WAYS))
    shown = view(map, focus=focus, depth=depth, pro_first=pro_first)
    lines = [f"flowchart {_WAYS[direction]}"]
    ids = [card.id for card in shown.cards] + [joint.id for joint in shown.joints]
    names = {id: f"n{number}" for number, id in enumerate(ids)}
    lines += _nodes(shown, names) if ids else [f'  nothing["{_said(shown.title)}"]']
    lines += _wires(shown, names)
    lines += _classes(shown, names, named_theme(theme))
    return Rendering("\n".join([*lines, ""]), (), "mermaid")


def _said(text: str) -> str:
    """A text as Mermaid shows it letter by letter."""
    plain = legal(text).replace("\r\n", "\n").replace("\r", "\n")
    return "<br/>".join(["".join(map(_sign, line)) for line in plain.split("\n")])


def _sign(char: str) -> str:
    return char if char == " " or (char.isascii() and char.isalnum()) else f"#{ord(char)};"


def _nodes(shown: View, names: dict[str, str]) -> list[str]:
    """The nodes, those of groups inside a box each, the outer around the inner."""
    inside: dict[str | None, list[str]] = {}
    for card in shown.cards:
        label = "<br/>".join([_said(line) for line in card_lines(card)])
        shape = ("([", "])") if card.role == "issue" else ("[", "]")
        line = f'{names[card.id]}{shape[0]}"{label}"{shape[1]}'
        inside.setdefault(card.panel, []).append(line)
    for joint in shown.joints:
        line = f'{names[joint.id]}(("{_said(joint_label(joint))}"))'
        inside.setdefault(joint.panel, []).append(line)
    children: dict[str | None, list[Panel]] = {}
    for panel in shown.panels:
        children.setdefault(panel.parent, []).append(panel)
    numbers = {panel.id: number for number, panel in enumerate(shown.panels)}
    lines: list[str] = []
    todo: list[Panel | str] = [*[f"  {line}" for line in inside.get(None, [])]]
    todo += children.get(None, [])
    todo.reverse()
    while todo:
        part = todo.pop()
        if isinstance(part, str):
            lines.append(part)
            continue
        lines.append(f'  subgraph g{numbers[part.id]}["{_said(part.title)}"]')
        held: list[Panel | str] = [f"  {line}" for line in inside.get(part.id, [])]
        todo += reversed([*held, *children.get(part.id, []), "  end"])
    return lines


def _wires(shown: View, names: dict[str, str]) -> list[str]:
    lines = []
    for wire in shown.wires:
        arrow = _ARROWS[wire.bearing]
        arrow = arrow if wire.headed else _WITHOUT_HEAD[arrow]
        sign = f'|"{_said(SIGNS[wire.bearing])}"|' if wire.signed else ""
        lines.append(f"  {names[wire.tail]} {arrow}{sign} {names[wire.head]}")
    return lines


def _classes(shown: View, names: dict[str, str], theme: Theme) -> list[str]:
    """The colours: of cards and joints by class, of wires by number."""
    colours = theme.palette.named()
    lines = [
        f"  classDef card fill:{colours['card']},stroke:{colours['border']},color:{colours['ink']}",
        f"  classDef main fill:{colours['card']},stroke:{colours['main']},stroke-width:2px,color:{colours['ink']}",
        "  classDef unstated stroke-dasharray:4 3",
    ]
    mains = [names[card.id] for card in shown.cards if card.role in ("main", "issue")]
    others = [names[card.id] for card in shown.cards if card.role not in ("main", "issue")]
    unstated = [names[card.id] for card in shown.cards if card.implicit]
    for kind, members in (("main", mains), ("card", others), ("unstated", unstated)):
        lines += [f"  class {','.join(members)} {kind}"] if members else []
    by_colour: dict[str, list[str]] = {}
    for number, wire in enumerate(shown.wires):
        by_colour.setdefault(LOOKS[wire.bearing].colour, []).append(str(number))
    for colour, numbers in by_colour.items():
        lines.append(f"  linkStyle {','.join(numbers)} stroke:{colours[colour]}")
    return lines


MERMAID = Format(
    name="mermaid",
    title="Mermaid",
    suffixes=(".mmd", ".mermaid"),
    write=write,
    picture=True,
    cannot_say=("a picture: other wordings, tags, quotations, free data, critical questions"),
)
