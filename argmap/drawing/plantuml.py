"""A map as a mind map of PlantUML: its trees, with a sign before what bears on the line above.

In a part of a map, lines in brackets count what each claim and step is tied to that isn't shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Loss
from ..formats.format import Format, Rendering
from ..formats.outline.tree import Line, Trees, over
from ..model.map import ArgumentMap
from ..model.view import MapView
from ..source import legal
from .bearings import LOOKS
from .labels import SIGNS
from .stubs import Stub, stubs
from .theme import Theme
from .theme import theme as named_theme
from .view import Bearing, called

__all__ = ["PLANTUML"]

_BEARINGS: dict[str, Bearing] = {
    "support": "support",
    "backing": "support",
    "rebuttal": "rebuttal",
    "undercut": "undercut",
    "answer": "answer",
    "preference": "preference",
    "conflict": "conflict",
    "rephrase": "rephrase",
    "warrant": "warrant",
    "contrary": "conflict",
    "contradicts": "conflict",
    "restates": "rephrase",
    "specialises": "rephrase",
    "generalises": "rephrase",
}


def write(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    theme: Theme | str = "light",
) -> Rendering:
    """The map, all of it or a part, as a mind map of PlantUML, a tree for each main claim; options as of `argmap.draw`.

    Several trees stand below a title, for PlantUML draws one. A claim with several targets stands at each; what bears on it
    stands at the first. Further premises of a step have an ``&``. Preferences and conflicts of more than two claims are losses,
    and so is what a part omits beside them.
    """
    colours = named_theme(theme).palette.named()
    if focus is not None or depth is not None:
        map = map.view(focus=focus, depth=depth)
    trees = Trees(map)
    ids = [id for id, _ in trees.roots()] + [each.id for each in trees.elements()]
    omitted = _omitted(map)
    lines: list[str] = []
    for line in trees.lines(ids):
        lines.append(_node(line, colours))
        lines += [_stub(stub, line.depth + 1, colours) for stub in _taken(line, omitted)]
    if not lines:
        lines = [_written(called(map), 0, colours["ink"])]
    if len([line for line in lines if line.startswith("* ")]) > 1:
        title = _written(map.about.title or "Argument map", 0, colours["ink"])
        lines = [title, *[f"*{line}" for line in lines]]
    losses = [*_losses(map), *_unplaced(omitted)]
    return Rendering(
        "\n".join(["@startmindmap", *lines, "@endmindmap", ""]), tuple(losses), "plantuml"
    )


def _omitted(map: ArgumentMap) -> dict[str, list[Stub]]:
    """The stubs of a view by where they are; none of a whole map."""
    found: dict[str, list[Stub]] = {}
    for stub in stubs(map) if isinstance(map, MapView) else ():
        found.setdefault(stub.at, []).append(stub)
    return found


def _taken(line: Line, omitted: dict[str, list[Stub]]) -> list[Stub]:
    """The stubs of a line's step and of its claim, taken out: a claim that stands elsewhere as well has them once."""
    step = omitted.pop(line.link.id, []) if line.link is not None and line.host else []
    return [*step, *omitted.pop(line.element.id, [])]


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
    return _written(f"{sign}{said}", line.depth, colour)


def _stub(stub: Stub, depth: int, colours: dict[str, str]) -> str:
    """A line for what isn't shown; an arrow before it if the line above bears on that, and not the other way round."""
    bearing = _BEARINGS[stub.link.kind]
    away = "\N{RIGHTWARDS ARROW} " if stub.leads_away else ""
    said = f"{away}{SIGNS[bearing]} (+{stub.number:,} not shown)"
    return _written(said, depth, colours[LOOKS[bearing].colour])


def _written(text: str, depth: int, colour: str) -> str:
    """A line of the mind map, or several that stand in one box."""
    plain = legal(text).replace("\r\n", "\n").replace("\r", "\n")
    lines = [f"<color:{colour}>{_said(each)}</color>" for each in plain.split("\n")]
    return f"{'*' * (depth + 1)} " + "\\n".join(lines)


def _said(text: str) -> str:
    """A line of text as PlantUML shows it letter by letter."""
    return "".join(map(_sign, text))


def _sign(char: str) -> str:
    return char if char == " " or (char.isascii() and char.isalnum()) else f"<U+{ord(char):04X}>"


def _losses(map: ArgumentMap) -> Iterator[Loss]:
    for link in map.links:
        if not over(link):
            yield Loss(link.kind, link.id, f"the {link.kind}", "a mind map is a tree")


def _unplaced(omitted: dict[str, list[Stub]]) -> Iterator[Loss]:
    """What isn't shown beside links that have no line of their own."""
    for id, found in omitted.items():
        number = sum([stub.number for stub in found])
        yield Loss("omitted", id, f"{number:,} not shown", "a mind map is a tree")


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
