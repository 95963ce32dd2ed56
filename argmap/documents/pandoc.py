"""Maps in what Pandoc has read: its code blocks of Argdown become pictures in the format that it will write.

Pandoc's document is JSON: ``blocks`` of objects with a type ``t`` and a content ``c`` (the types of pandoc-types 1.22 and 1.23).
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from ..errors import ArgmapError, Finding
from ..source import SourceText
from .asked import asked
from .fenced import LANGUAGES
from .figure import FIGURE_OPTIONS, Figure, figure_of, prefix_of, tex_width
from .outlined import outlined
from .picture import Pictured, pictured

__all__ = ["PandocMaps", "with_pictures"]

Json = Any
Write = Callable[[str, bytes], object]

_HTML = (
    "html", "html4", "html5", "chunkedhtml", "dzslides", "revealjs", "s5", "slideous", "slidy",
)  # fmt: skip # one a line would be a page
_LATEX = ("latex", "beamer", "pdf")
_IMAGES = (
    "asciidoc", "asciidoctor", "commonmark", "commonmark_x", "context", "docbook", "docbook4", "docbook5", "docx", "epub", "epub2",
    "epub3", "fb2", "gfm", "icml", "jats", "markdown_github", "mediawiki", "ms", "odt", "opendocument", "pptx", "typst",
)  # fmt: skip # one a line would be a page
_BOOKS = ("epub", "epub3")
"""What shows an image, and has a place that opens for the same in words."""

_OPENED = '<details class="argmap-outline">\n<summary>The map in words</summary>'
_PACKAGES = "\\usepackage{tikz}"
_FIGURES_SINCE = [1, 23]
"""The version of the document from which on it has figures."""


@frozen
class PandocMaps:
    """A document with its maps drawn, and what there is to tell: a finding, or why a block stands as it was."""

    document: Json
    told: tuple[Finding | Exception, ...]


def with_pictures(document: Json, format: str, *, folder: str, write: Write) -> PandocMaps:
    """A document of Pandoc, changed in place, whose blocks of Argdown are pictures as ``format`` can show them.

    HTML gets SVG, LaTeX gets TikZ, books and office documents get an image that ``write`` puts into ``folder`` under the name
    it is given, in EPUB 3 with nested lists that open below it; plain text and what isn't known get nested lists. A block that can't be drawn stays. Raises ValueError for what is no such document.
    """
    if not isinstance(document, dict) or not isinstance(document.get("blocks"), list):
        raise ValueError("this is no document of Pandoc: it has no blocks")
    base = format.partition("+")[0].partition("-")[0].lower()
    work = _Work(base, folder, write, document.get("pandoc-api-version", []) >= _FIGURES_SINCE)
    for siblings, place in _code_blocks(document["blocks"]):
        siblings[place] = work.replaced(siblings[place])
    if work.drawn and base in _LATEX:
        _include(document)
    return PandocMaps(document, tuple(work.told))


def _code_blocks(blocks: list[Json]) -> Iterator[tuple[list[Json], int]]:
    """Every code block of a map, as the list that it is in and its place there, in the document's order."""
    todo: list[tuple[list[Json], int]] = [(blocks, at) for at in reversed(range(len(blocks)))]
    while todo:
        siblings, place = todo.pop()
        value = siblings[place]
        if _is_map(value):
            yield siblings, place
            continue
        inner = list(value.values()) if isinstance(value, dict) else [value]
        for each in reversed(inner):
            if isinstance(each, list):
                todo += [(each, at) for at in reversed(range(len(each)))]


def _is_map(value: Json) -> bool:
    """Whether a value is a code block in a language of ours."""
    match value:
        case {"t": "CodeBlock", "c": [[_, [str(language), *_], _], str()]}:
            return language.lower() in LANGUAGES
    return False


@frozen
class _Work:
    """What the blocks of one document have in common; ``drawn`` has the texts of those that are pictures now."""

    format: str
    folder: str
    write: Write
    has_figures: bool
    seen: dict[str, int] = field(factory=dict)
    told: list[Finding | Exception] = field(factory=list)
    drawn: list[str] = field(factory=list)

    def replaced(self, block: Json) -> Json:
        """The block as a picture, or as it was."""
        (id, (_, *classes), attributes), text = block["c"]
        words = {"id": id, "class": " ".join(classes), **dict(attributes)}
        own = {name: said for name, said in words.items() if name in FIGURE_OPTIONS}
        rest = {name: said for name, said in words.items() if name not in FIGURE_OPTIONS}
        place = f"map {len(self.drawn) + 1}"
        try:
            figure = figure_of(own)
            drawn = pictured(SourceText(place, text), asked({"format": "argdown", **rest}))
        except (ArgmapError, ValueError) as error:
            self.told.append(error)
            return block
        self.told.extend(drawn.findings)
        self.drawn.append(text)
        return self._figure(self._picture(drawn, text, figure), figure)

    def _picture(self, drawn: Pictured, text: str, figure: Figure) -> list[Json]:
        """The picture, in the blocks that show it."""
        if self.format in _HTML:
            bare = Figure(alt=figure.alt, width=figure.width)
            html = bare.html(drawn, prefix=prefix_of(text, self.seen))
            html = html.replace("<figure", "<div", 1).removesuffix("</figure>") + "</div>"
            return [_node("RawBlock", ["html", html])]
        if self.format in _LATEX:
            return [_node("RawBlock", ["latex", drawn.latex(width=tex_width(figure.width))])]
        if self.format not in _IMAGES:
            return [_lists(drawn)]
        image = _node("Para", [self._image(drawn, figure)])
        return [image, *_opening(drawn)] if self.format in _BOOKS else [image]

    def _image(self, drawn: Pictured, figure: Figure) -> Json:
        svg = drawn.image(description=figure.alt)
        name = posixpath.join(self.folder, f"argmap-{sha256(svg).hexdigest()[:20]}.svg")
        self.write(name, svg)
        width = [["width", figure.width]] if figure.width else []
        alt = _words(figure.alt or drawn.described)
        return _node("Image", [["", [], width], alt, [name, ""]])

    def _figure(self, picture: list[Json], figure: Figure) -> Json:
        """The picture with its name and its caption."""
        if not (figure.caption or figure.id or figure.classes):
            return (
                picture[0] if len(picture) == 1 else _node("Div", [["", ["argmap"], []], picture])
            )
        attributes = [figure.id, ["argmap", *figure.classes], []]
        caption = [_node("Plain", _words(figure.caption))] if figure.caption else []
        if self.has_figures and (caption or figure.id):
            return _node("Figure", [attributes, [None, caption], picture])
        return _node("Div", [attributes, [*picture, *caption]])


def _node(kind: str, content: Json) -> Json:
    return {"t": kind, "c": content}


def _words(text: str) -> list[Json]:
    """A text as Pandoc has it: words and the blanks between them."""
    parts: list[Json] = []
    for word in text.split():
        parts += [{"t": "Space"}, _node("Str", word)]
    return parts[1:]


def _opening(drawn: Pictured) -> list[Json]:
    """The map as nested lists that open where a reader wants them: an image is one thing to a screen reader, and its words are short."""
    if not drawn.drawing.view.cards:
        return []
    ends = [_node("RawBlock", ["html", each]) for each in (_OPENED, "</details>")]
    return [ends[0], _lists(drawn), ends[1]]


def _lists(drawn: Pictured) -> Json:
    """The map as nested lists."""
    open: list[list[Json]] = [[]]
    for line in outlined(drawn.map, drawn.marks):
        del open[line.depth + 1 :]
        if len(open) <= line.depth:
            deeper: list[Json] = []
            open[-1][-1].append(_node("BulletList", deeper))
            open.append(deeper)
        bears = [_node("Strong", _words(f"{line.bears}:")), {"t": "Space"}] if line.bears else []
        open[-1].append([_node("Plain", [*bears, *_words(line.said)])])
    return _node("BulletList", open[0])


def _include(document: Json) -> None:
    """Have LaTeX load what draws pictures, besides what the author has it load."""
    meta = document.setdefault("meta", {})
    ours = _node("MetaBlocks", [_node("RawBlock", ["latex", _PACKAGES])])
    old = meta.get("header-includes")
    kept = old["c"] if old is not None and old.get("t") == "MetaList" else [old] if old else []
    meta["header-includes"] = _node("MetaList", [*kept, ours])
