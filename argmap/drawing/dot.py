"""A map as DOT, for those who want to go on with Graphviz: the same cards, joints and wires."""

from __future__ import annotations

from typing import Literal

from ..dottext import DotCluster, DotEdge, DotGraph, DotNode, write_dot
from ..errors import UnknownName
from ..formats.format import Format, Rendering
from ..layout import Direction
from ..model.map import ArgumentMap
from .bearings import LOOKS
from .drawn import ground
from .readings import Reading, as_read
from .sizes import Block, Sized, SizedCard, SizedJoint, SizedPanel, inhabited, measure
from .theme import Palette, Theme
from .theme import theme as named_theme
from .view import view

__all__ = ["DOT"]

_RANKDIR: dict[str, str] = {"auto": "BT", "up": "BT", "down": "TB", "left": "RL", "right": "LR"}
_STYLES: dict[str, str] = {
    "support": "solid",
    "rebuttal": "dashed",
    "undercut": "dotted",
    "conflict": "dashed",
    "rephrase": "dotted",
    "preference": "dashed",
    "answer": "solid",
    "warrant": "dotted",
}
_HEADS = {"solid": "normal", "barred": "teenormal", "hollow": "empty", "open": "vee"}
_SIGNS: dict[str, str] = {
    "support": "+",
    "rebuttal": "\N{MINUS SIGN}",
    "undercut": "\N{MULTIPLICATION SIGN}",
    "conflict": "\N{NOT EQUAL TO}",
    "rephrase": "=",
    "preference": ">",
    "answer": "\N{CHECK MARK}",
}


def write(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    pro_first: bool = False,
    reading: Reading = "claims",
    direction: Direction | Literal["auto"] = "auto",
    theme: Theme | str = "light",
) -> Rendering:
    """The map as DOT, all of it or a part, in a theme's colours; options as of `argmap.draw`.

    Raises `UnknownName` for a direction that isn't one; ``auto`` is up, for Graphviz will decide the width.
    """
    if direction not in _RANKDIR:
        raise UnknownName("direction", direction, tuple(_RANKDIR))
    look = named_theme(theme)
    map, _ = as_read(map, reading, {})
    sized = measure(view(map, focus=focus, depth=depth, pro_first=pro_first), look)
    return Rendering(write_dot(_graph(sized, look, _RANKDIR[direction])), (), "dot")


def _graph(sized: Sized, theme: Theme, rankdir: str) -> DotGraph:
    palette = theme.palette
    ids = [c.card.id for c in sized.cards] + [j.joint.id for j in sized.joints]
    names = {id: f"n{number}" for number, id in enumerate(ids)}
    nodes = [_card(card, names[card.card.id], palette) for card in sized.cards]
    nodes += [_joint(joint, names[joint.joint.id], palette) for joint in sized.joints]
    edges = [
        DotEdge(
            names[wire.tail],
            names[wire.head],
            {
                "color": palette.named()[LOOKS[wire.bearing].colour],
                "style": _STYLES[wire.bearing],
                "arrowhead": _HEADS[LOOKS[wire.bearing].head] if wire.headed else "none",
            },
        )
        for wire in sized.view.wires
    ]
    font = {"fontname": theme.fonts[0], "fontsize": theme.text_size * 0.75}
    return DotGraph(
        tuple(nodes),
        tuple(edges),
        _clusters(sized, names, palette),
        {
            **font,
            "label": sized.view.title,
            "labelloc": "t",
            "rankdir": rankdir,
            "bgcolor": palette.background,
            "fontcolor": palette.ink,
            "charset": "UTF-8",
        },
        {
            **font,
            "shape": "box",
            "style": "rounded",
            "fontcolor": palette.ink,
            "color": palette.border,
        },
        {"arrowsize": 0.8, "penwidth": 1.2},
    )


def _card(sized: SizedCard, name: str, palette: Palette) -> DotNode:
    card = sized.card
    main = card.role in ("main", "issue")
    colour = palette.main if main else palette.border
    attributes: dict[str, object] = {
        "label": "\n".join([_lines(block) for block in sized.blocks]),
        "color": colour,
    }
    if main:
        attributes["penwidth"] = 2
    styles = ["rounded", "dashed"] if card.implicit else ["rounded"]
    if card.drawn.shape == "argument":
        attributes["peripheries"] = 2
        if card.drawn.colour:
            styles.append("filled")
            below = ground(card.drawn.colour)
            attributes |= {"fillcolor": below.fill, "fontcolor": below.ink}
    elif card.drawn.colour:
        attributes |= {"color": card.drawn.colour, "penwidth": 3}
    if len(styles) > 1:
        attributes["style"] = ",".join(styles)
    return DotNode(name, attributes)


def _lines(block: Block) -> str:
    return "\n".join([line.text for line in block.lines])


def _joint(sized: SizedJoint, name: str, palette: Palette) -> DotNode:
    bearing = sized.joint.bearing
    colour = palette.named()[LOOKS[bearing].colour]
    label = _SIGNS[bearing]
    if sized.label is not None:
        said = sized.label.text
        label = f"{label} ({said})" if sized.joint.stub else f"{label} {said}"
        return DotNode(name, {"label": label, "color": colour, "fontcolor": colour, "margin": 0.05})
    return DotNode(
        name,
        {
            "label": label,
            "shape": "circle",
            "fixedsize": True,
            "width": 0.22,
            "color": colour,
            "fontcolor": colour,
        },
    )


def _clusters(sized: Sized, names: dict[str, str], palette: Palette) -> tuple[DotCluster, ...]:
    """A frame for each group with something in it, the outer before the inner."""
    inside: dict[str, list[str]] = {}
    for id, home in (
        *[(c.card.id, c.card.panel) for c in sized.cards],
        *[(j.joint.id, j.joint.panel) for j in sized.joints],
    ):
        if home is not None:
            inside.setdefault(home, []).append(names[id])
    panels = _outer_first(inhabited(sized))
    own = {panel.panel.id: f"g{number}" for number, panel in enumerate(panels)}
    return tuple(
        [
            DotCluster(
                own[panel.panel.id],
                tuple(inside.get(panel.panel.id, ())),
                {
                    "label": panel.panel.title,
                    "style": "rounded",
                    "color": panel.panel.drawn.colour or palette.panel_border,
                    **({"penwidth": 2} if panel.panel.drawn.colour else {}),
                    "fontcolor": palette.muted,
                },
                None if panel.panel.parent is None else own[panel.panel.parent],
            )
            for panel in panels
        ]
    )


def _outer_first(panels: list[SizedPanel]) -> list[SizedPanel]:
    """Groups with every group after the one around it, siblings in the author's order."""
    inside: dict[str | None, list[SizedPanel]] = {}
    for panel in panels:
        inside.setdefault(panel.panel.parent, []).append(panel)
    found: list[SizedPanel] = []
    todo = list(reversed(inside.get(None, [])))
    while todo:
        panel = todo.pop()
        found.append(panel)
        todo += reversed(inside.get(panel.panel.id, []))
    return found


DOT = Format(
    name="dot",
    title="DOT",
    suffixes=(".dot", ".gv"),
    write=write,
    picture=True,
    cannot_say=("a picture: other wordings, tags, quotations, free data, critical questions"),
)
