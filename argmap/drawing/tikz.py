"""A map as a TikZ picture for LaTeX, with the places of argmap's own drawing."""

from __future__ import annotations

import re

from ..formats.format import Format, Rendering
from ..layout.diagram import Place, Route
from ..model.map import ArgumentMap
from ..source import legal
from .bearings import LOOKS
from .drawn import ground
from .labels import SIGNS, card_lines, joint_label
from .svg import Drawing, draw
from .theme import Theme
from .view import Card, Joint, Wire

__all__ = ["TIKZ"]

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"{\char34}",
    "`": r"\textasciigrave{}",
    "-": "{-}",
    "'": "{'}",
    "\t": " ",
    "\N{MINUS SIGN}": r"\ensuremath{-}",
    "\N{MULTIPLICATION SIGN}": r"\ensuremath{\times}",
    "\N{NOT EQUAL TO}": r"\ensuremath{\neq}",
    "\N{CHECK MARK}": r"\ensuremath{\surd}",
    "\N{THEREFORE}": r"\ensuremath{\Rightarrow}",
    "\N{MIDDLE DOT}": r"\ensuremath{\cdot}",
}
_ESCAPES = str.maketrans(_SPECIAL)
_MARGIN, _ROOM = 12, 8
_BLANKS = re.compile(r"\s+")
_HEADS = {
    "solid": "-{Latex}",
    "barred": "-{Latex}{|}",
    "hollow": "-{Latex[open]}",
    "open": "-{Stealth}",
}


def write(map: ArgumentMap, *, standalone: bool = True, **options: object) -> Rendering:
    r"""The map as a LaTeX document, or without ``standalone`` as the picture alone; else options of `argmap.draw`.

    A picture alone needs ``\usetikzlibrary{arrows.meta}``. Texts beyond Latin letters need a TeX of
    Unicode (LuaLaTeX, XeLaTeX) and its fonts.
    """
    options = {"theme": "light", **options}
    drawing = draw(map, **options)  # type: ignore[arg-type]  # draw checks them
    lines = _picture(drawing)
    if standalone:
        lines = [
            r"\documentclass{article}",
            rf"\usepackage[{_paper(drawing)}]{{geometry}}",
            r"\usepackage{tikz}",
            r"\usetikzlibrary{arrows.meta}",
            r"\pagestyle{empty}\parindent=0pt",
            r"\begin{document}",
            *lines,
            r"\end{document}",
        ]
    return Rendering("\n".join([*lines, ""]), drawing.losses, "tikz")


def _paper(drawing: Drawing) -> str:
    """A page as large as the picture, with a little room for what TeX sets wider."""
    filled = drawing.layout if drawing.view.cards else drawing.scene
    width, height = (
        _number(side * 0.75 + 2 * _MARGIN + _ROOM) for side in (filled.width, filled.height)
    )
    return f"paperwidth={width}pt,paperheight={height}pt,margin={_MARGIN}pt"


def _picture(drawing: Drawing) -> list[str]:
    theme, shown = drawing.scene.theme, drawing.view
    places = {place.id: place for place in drawing.layout.boxes}
    frames = {place.id: place for place in drawing.layout.frames}
    routes = {route.id: route for route in drawing.layout.routes}
    lines = [*_colours(theme), *_styles(theme), r"\begin{tikzpicture}[x=0.75pt,y=-0.75pt]"]
    if not shown.cards:
        lines.append(rf"  \node[argmap title] at (0,0) {{{_said(shown.title)}}};")
    framed = [panel for panel in shown.panels if panel.id in frames]
    lines += [_frame(frames[panel.id], panel.title) for panel in framed]
    lines += [_card(card, places[card.id], theme) for card in shown.cards]
    lines += [_joint(joint, places[joint.id]) for joint in shown.joints]
    lines += [_wire(routes[wire.id], wire) for wire in shown.wires]
    return [*lines, r"\end{tikzpicture}"]


def _colours(theme: Theme) -> list[str]:
    names = (
        "card",
        "border",
        "ink",
        "main",
        "support",
        "rebuttal",
        "undercut",
        "conflict",
        "neutral",
    )
    colours = theme.palette.named()
    return [rf"\definecolor{{argmap{name}}}{{HTML}}{{{_hex(colours[name])}}}" for name in names]


def _hex(colour: str) -> str:
    """Six digits of a colour that may be written with three."""
    digits = colour.removeprefix("#").upper()
    return digits if len(digits) == 6 else "".join([digit * 2 for digit in digits])


def _styles(theme: Theme) -> list[str]:
    size = _number(theme.text_size * 0.75)
    skip = _number(theme.text_size * 0.95)
    font = rf"font=\sffamily\fontsize{{{size}}}{{{skip}}}\selectfont"
    return [
        rf"\tikzset{{argmap card/.style={{draw=argmapborder, fill=argmapcard, text=argmapink, rounded corners=4pt, align=flush left, inner sep=4pt, {font}}},",
        r"  argmap main/.style={draw=argmapmain, line width=1.2pt}, argmap unstated/.style={dashed},",
        rf"  argmap joint/.style={{draw, fill=argmapcard, rounded corners=6pt, inner sep=2pt, {font}}},",
        rf"  argmap group/.style={{draw=argmapborder, rounded corners=4pt}}, argmap title/.style={{anchor=north west, {font}}}}}",
    ]


def _frame(place: Place, title: str) -> str:
    corner = f"({_number(place.x)},{_number(place.y)})"
    other = f"({_number(place.x + place.width)},{_number(place.y + place.height)})"
    told = rf"\node[argmap title] at {corner} {{{_said(title)}}};"
    return rf"  \draw[argmap group] {corner} rectangle {other}; {told}"


def _card(card: Card, place: Place, theme: Theme) -> str:
    styles = ["argmap card"]
    styles += ["argmap main"] if card.role in ("main", "issue") else []
    styles += ["argmap unstated"] if card.implicit else []
    styles += _own_look(card)
    width, height = _number(place.width * 0.75 - 8), _number(place.height * 0.75)
    styles += [f"text width={width}pt", f"minimum height={height}pt"]
    texts = [_said(line) for line in card_lines(card)]
    return rf"  \node[{', '.join(styles)}] at {_middle(place)} {{{_broken(texts)}}};"


def _own_look(card: Card) -> list[str]:
    """What tells an argument from a claim, and the colours of both."""
    shape, colour, *_ = card.drawn
    if shape == "claim":
        return [f"draw={_rgb(colour)}", "line width=2.4pt"] if colour else []
    styles = ["double", "double distance=1.5pt"]
    if colour:
        below = ground(colour)
        styles += [f"fill={_rgb(below.fill)}", f"text={_rgb(below.ink)}"]
    return styles


def _rgb(colour: str) -> str:
    """A colour ``#rrggbb`` as xcolor has it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{{rgb,255:red,{red};green,{green};blue,{blue}}}"


def _joint(joint: Joint, place: Place) -> str:
    style = f"argmap joint, draw=argmap{LOOKS[joint.bearing].colour}"
    return rf"  \node[{style}] at {_middle(place)} {{{_said(joint_label(joint))}}};"


def _broken(texts: list[str]) -> str:
    return r"\\ ".join([text or r"\mbox{}" for text in texts])


def _said(text: str) -> str:
    """A text as LaTeX sets it letter by letter; its line ends are line ends."""
    lines = [_BLANKS.sub(" ", line).strip() for line in legal(text).splitlines()]
    return _broken([line.translate(_ESCAPES) for line in lines]) if lines else ""


def _wire(route: Route, wire: Wire) -> str:
    """A line through the route's points, which are pieces of cubic Bézier curves."""
    look = LOOKS[wire.bearing]
    dash = "" if not look.dash else f", dash pattern={_pattern(look.dash)}"
    head = _HEADS[look.head] if wire.headed else "-"
    start, *rest = [f"({_number(x)},{_number(y)})" for x, y in route.points]
    pieces = [
        f" .. controls {rest[n]} and {rest[n + 1]} .. {rest[n + 2]}" for n in range(0, len(rest), 3)
    ]
    style = f"draw=argmap{look.colour}, line width=1pt, {head}{dash}"
    sign = rf" node[fill=argmapcard, inner sep=1pt] {{\small {_said(SIGNS[wire.bearing])}}}"
    mark = rf" \path {start}{sign};" if wire.signed else ""
    return rf"  \draw[{style}] {start}{''.join(pieces)};{mark}"


def _pattern(dash: tuple[float, ...]) -> str:
    parts = [
        f"{'on' if n % 2 == 0 else 'off'} {_number(length * 0.75)}pt"
        for n, length in enumerate(dash)
    ]
    return " ".join(parts)


def _middle(place: Place) -> str:
    return f"({_number(place.x + place.width / 2)},{_number(place.y + place.height / 2)})"


def _number(value: float) -> str:
    """A length without an exponent or needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


TIKZ = Format(
    name="tikz",
    title="TikZ",
    suffixes=(".tikz", ".tex"),
    write=write,
    picture=True,
    cannot_say=("a picture: other wordings, tags, quotations, free data, critical questions"),
)
