"""A scene as SVG text. It knows shapes and colours, and nothing of arguments.

The theme's colours are presentation attributes, which every renderer understands; the night colours
stand in one style element that holds nothing but a media query. There is no script, no image,
no reference to anything outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .markup import attribute, number, safe_url, text_node
from .scene import Anchor, Group, Item, Path, Rect, Scene, Text, Words
from .theme import Theme

__all__ = ["svg_text"]

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")


def svg_text(scene: Scene, *, prefix: str = "argmap") -> str:
    """The SVG document of ``scene``; ids and classes in it start with ``prefix``.

    Two drawings in one page need two prefixes. Raises ValueError for a prefix that isn't a plain name.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"a prefix is a name of letters, digits and hyphens, not {prefix!r}")
    width, height = number(scene.width), number(scene.height)
    language = f' xml:lang="{attribute(scene.language)}"' if scene.language else ""
    name = scene.title or "Argument map"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" class="{prefix}"{language} '
        'role="graphics-document document" aria-roledescription="argument map" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc" '
        f'font-family="{attribute(_fonts(scene.theme))}">'
        f'<title id="{prefix}-title">{text_node(name)}</title>'
        f'<desc id="{prefix}-desc">{text_node(scene.description)}</desc>'
    )
    body = "\n".join([piece for item in scene.items for piece in _item(item, scene.theme, prefix)])
    return f"{head}{_night(scene.theme, prefix)}\n{body}\n</svg>\n"


def _fonts(theme: Theme) -> str:
    return ", ".join([f"'{font}'" if " " in font else font for font in theme.fonts])


def _night(theme: Theme, prefix: str) -> str:
    """The style element of the night colours: a class for each use of each colour."""
    if theme.night is None:
        return ""
    rules = "".join(
        f".{prefix} .{use[0]}-{name}{{{use}:{colour}}}"
        for name, colour in theme.night.named().items()
        for use in ("fill", "stroke")
    )
    return f"<style>@media (prefers-color-scheme:dark){{{text_node(rules)}}}</style>"


def _item(item: Item, theme: Theme, prefix: str) -> Iterator[str]:
    """The markup of an item, line by line; groups nest as deep as the scene does, which is shallow."""
    if isinstance(item, Group):
        yield f"<g{_naming(item, prefix)}>"
        for inner in item.items:
            yield from _item(inner, theme, prefix)
        yield "</g>"
    elif isinstance(item, Anchor):
        url = safe_url(item.url)
        if url is not None:
            yield f'<a href="{attribute(url)}" rel="noopener noreferrer">'
        for inner in item.items:
            yield from _item(inner, theme, prefix)
        if url is not None:
            yield "</a>"
    else:
        yield _shape(item, theme)


def _naming(group: Group, prefix: str) -> str:
    parts = [f' id="{attribute(f"{prefix}-{group.id}")}"'] if group.id else []
    parts += [f' role="{attribute(group.role)}"'] if group.role else []
    parts += [f' aria-label="{attribute(group.label)}"'] if group.label else []
    parts += [' aria-hidden="true"'] if group.hidden else []
    return "".join(parts)


def _shape(item: Rect | Path | Text, theme: Theme) -> str:
    if isinstance(item, Rect):
        return _rect(item, theme)
    if isinstance(item, Path):
        return f'<path d="{_moves(item)}"{_paint(item, theme)}/>'
    return _text(item, theme)


def _rect(rect: Rect, theme: Theme) -> str:
    place = f'x="{number(rect.x)}" y="{number(rect.y)}"'
    size = f'width="{number(rect.width)}" height="{number(rect.height)}"'
    radius = f' rx="{number(rect.radius)}"' if rect.radius else ""
    return f"<rect {place} {size}{radius}{_paint(rect, theme)}/>"


def _moves(path: Path) -> str:
    return "".join([command + " ".join(map(number, at)) for command, at in path.moves])


def _paint(shape: Rect | Path, theme: Theme) -> str:
    """Fill and stroke as attributes, with the classes that the night colours hang on."""
    colours = theme.palette.named()
    classes = []
    parts = []
    for use, name in (("fill", shape.fill), ("stroke", shape.stroke)):
        if name is not None:
            parts.append(f' {use}="{colours[name]}"')
            classes.append(f"{use[0]}-{name}")
        elif use == "fill":
            parts.append(' fill="none"')
    if shape.stroke is not None:
        parts.append(f' stroke-width="{number(shape.line)}"' if shape.line != 1 else "")
        parts.append(f' stroke-dasharray="{_dashes(shape)}"' if shape.dash else "")
    return _class(classes, theme) + "".join(parts)


def _dashes(shape: Rect | Path) -> str:
    return " ".join(map(number, shape.dash))


def _class(classes: list[str], theme: Theme) -> str:
    return f' class="{" ".join(classes)}"' if theme.night is not None else ""


def _text(text: Text, theme: Theme) -> str:
    """Lines as tspans of one text, each held to its measured width whatever the reader's font."""
    bold = ' font-weight="700"' if text.bold else ""
    way = ' direction="rtl" unicode-bidi="isolate"' if text.rtl else ""
    colour = theme.palette.named()[text.fill]
    lines = "\n".join([_line(words) for words in text.lines])
    return (
        f'<text{_class([f"f-{text.fill}"], theme)} fill="{colour}" '
        f'font-size="{number(text.size)}"{bold}{way}>{lines}</text>'
    )


def _line(words: Words) -> str:
    held = f' textLength="{number(words.width)}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<tspan x="{number(words.x)}" y="{number(words.y)}"{held if words.width else ""}>'
        f"{text_node(words.text)}</tspan>"
    )
