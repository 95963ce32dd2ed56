"""A picture as a figure of a web page, with what its author says of it: caption, width, words for who doesn't see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zlib import crc32

from attrs import frozen

from ..drawing.markup import attribute, text_node
from .picture import Pictured

__all__ = [
    "FIGURE_OPTIONS",
    "Figure",
    "failed_html",
    "figure_of",
    "follows_page",
    "prefix_of",
    "tex_width",
]

FIGURE_OPTIONS: tuple[str, ...] = ("alt", "caption", "class", "id", "width")
"""What may be said of a figure besides the options of `asked`."""

_WIDTH = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)(|px|%|em|rem|ch|ex|vw|cm|mm|in|pt)")


_NIGHT = re.compile(r"<style>@media \(prefers-color-scheme:dark\)\{(.*?\})\}</style>")
_NOT_DAY = (
    ":root:not([data-theme=light]) body:not([data-theme=light],[data-md-color-scheme=default]) "
)
_AT_NIGHT = ":is([data-theme=dark],[data-md-color-scheme=slate]) "
"""How Furo, the PyData theme and Material for MkDocs mark what the reader has chosen by their switch."""


def follows_page(svg: str, prefix: str) -> str:
    """An SVG in a page whose night colours follow the page's switch where it has one, and the reader's system where not."""

    def both(found: re.Match[str]) -> str:
        day, night = [
            found[1].replace(f".{prefix} ", f"{where}.{prefix} ") for where in (_NOT_DAY, _AT_NIGHT)
        ]
        return f"<style>@media (prefers-color-scheme:dark){{{day}}}{night}</style>"

    return _NIGHT.sub(both, svg, count=1)


@frozen(kw_only=True)
class Figure:
    """What an author says of a figure; ``width`` is a length or percentage as CSS has it, or empty."""

    alt: str = ""
    caption: str = ""
    classes: tuple[str, ...] = ()
    id: str = ""
    width: str = ""

    def html(self, drawn: Pictured, *, prefix: str) -> str:
        """The figure, with the SVG in it; ids of the picture begin with ``prefix``."""
        svg = follows_page(drawn.svg(prefix=prefix, description=self.alt).rstrip("\n"), prefix)
        looks = "width:100%" if self.width else "max-width:100%"
        svg = svg.replace("<svg ", f'<svg style="{looks};height:auto" ', 1)
        sized = f' style="width:{self.width}"' if self.width else ""
        named = f' id="{attribute(self.id)}"' if self.id else ""
        classes = attribute(" ".join(["argmap", *self.classes]))
        told = f"<figcaption>{text_node(self.caption)}</figcaption>\n" if self.caption else ""
        return f'<figure class="{classes}"{named}{sized}>\n{svg}\n{told}</figure>'


def tex_width(width: str) -> str:
    r"""A width of CSS as a length of TeX: a share of the line, a length that TeX knows as well, or nothing.

    >>> tex_width("80%"), tex_width("400px"), tex_width("12em"), tex_width("50vw")
    ('0.8\\linewidth', '300bp', '12em', '')
    """
    found = _WIDTH.fullmatch(width)
    if found is None:
        return ""
    if found[2] in ("", "px"):
        return f"{float(found[1]) * 0.75:g}bp"
    if found[2] == "%":
        return rf"{float(found[1]) / 100:g}\linewidth"
    return width if found[2] in ("em", "ex", "cm", "mm", "in", "pt") else ""


def figure_of(words: Mapping[str, str]) -> Figure:
    """What ``words`` say of a figure; raises ValueError for a width that is none."""
    width = words.get("width", "").strip()
    found = _WIDTH.fullmatch(width)
    if width and found is None:
        raise ValueError(f"width: {width!r} is no length, as 400px, and no percentage")
    return Figure(
        alt=words.get("alt", ""),
        caption=words.get("caption", ""),
        classes=tuple(words.get("class", "").split()),
        id=words.get("id", ""),
        width=f"{width}px" if found is not None and not found[2] else width,
    )


def failed_html(text: str, error: Exception) -> str:
    """What stands in the place of a map that can't be drawn: why, and its text."""
    return (
        f'<div class="argmap-error"><pre>{text_node(str(error))}</pre>\n'
        f"<pre><code>{text_node(text)}</code></pre></div>"
    )


def prefix_of(text: str, seen: dict[str, int]) -> str:
    """A prefix for the ids of a picture, from its text, so that it is the same in every build; ``seen`` counts equal texts."""
    name = f"argmap-{crc32(text.encode()):x}"
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
