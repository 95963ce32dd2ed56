"""A map as a mind map of PlantUML: its trees, with a sign before what bears on the line above."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Loss
from ..formats.format import Format, Rendering
from ..formats.outline.tree import Line, Trees, over
from ..model.map import ArgumentMap
from ..source import legal
from .bearings import LOOKS
from .labels import SIGNS
from .theme import Theme
from .theme import theme as named_theme
from .view import Bearing

__all__ = ["PLANTUML"]

_BEARINGS: dict[str, Bearing] = {
    "support": "support",
    "backing": "support",
    "rebuttal": "rebuttal",
    "undercut": "undercut",
    "answer": "answer",
    "warrant": "warrant",
    "contrary": "conflict",
    "contradicts": "conflict",
    "restates": "rephrase",
    "specialises": "rephrase",
    "generalises": "rephrase",
}


def write(map: ArgumentMap, *, theme: Theme | str = "light") -> Rendering:
    """The map as a mind map of PlantUML, a tree for each main claim.

    A claim with several targets stands at each; what bears on it stands at the first. Further premises
    of a step have an ``&``. Preferences and conflicts of more than two claims are losses.
    """
    colours = named_theme(theme).palette.named()
    trees = Trees(map)
    ids = [id for id, _ in trees.roots()] + [each.id for each in trees.elements()]
    lines = [_node(line, colours) for line in trees.lines(ids)]
    return Rendering(
        "\n".join(["@startmindmap", *lines, "@endmindmap", ""]), tuple(_losses(map)), "plantuml"
    )


def _node(line: Line, colours: dict[str, str]) -> str:
    element = line.element
    said = element.text or element.title or element.id
    sign = ""
    colour = colours["main" if line.depth == 0 else "border"]
    if line.mark == "and":
        sign = "& "
    elif line.mark in _BEARINGS:
        bearing = _BEARINGS[line.mark]
        sign, colour = f"{SIGNS[bearing]} ", colours[LOOKS[bearing].colour]
    plain = legal(f"{sign}{said}").replace("\r\n", "\n").replace("\r", "\n")
    lines = [f"<color:{colour}>{_said(each)}</color>" for each in plain.split("\n")]
    return f"{'*' * (line.depth + 1)} " + "\\n".join(lines)


def _said(text: str) -> str:
    """A line of text as PlantUML shows it letter by letter."""
    return "".join(map(_sign, text))


def _sign(char: str) -> str:
    return char if char == " " or (char.isascii() and char.isalnum()) else f"<U+{ord(char):04X}>"


def _losses(map: ArgumentMap) -> Iterator[Loss]:
    for link in map.links:
        if not over(link):
            yield Loss(link.kind, link.id, f"the {link.kind}", "a mind map is a tree")


PLANTUML = Format(
    name="plantuml",
    title="PlantUML mind map",
    suffixes=(".puml", ".plantuml"),
    write=write,
    picture=True,
    cannot_say=(
        "a picture of trees: preferences, conflicts of more than two claims, groups, schemes, weights, "
        "speakers, sources, free data"
    ),
)
