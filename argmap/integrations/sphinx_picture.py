"""A drawn map in a Sphinx document, and what it becomes in each kind of output.

HTML gets the SVG itself, or an image where a book can't hold one; LaTeX gets PDF or TikZ; whatever else gets the map as nested lists.
"""

from __future__ import annotations

import posixpath
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from ..documents import outlined
from ..documents.figure import follows_page, tex_width
from ..drawing.markup import attribute
from ..errors import MissingExtra, UnknownName
from ..files import write_atomic

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ..documents import Pictured

__all__ = ["MapNode", "resolve_maps"]


class MapNode(nodes.General, nodes.Element):
    """A drawn map, until the kind of output is known."""


def resolve_maps(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put what the builder can show in the place of each map of a document."""
    ways = {"html": _html, "latex": _latex}
    way = ways.get(app.builder.format, _lists)
    for node in list(doctree.findall(MapNode)):
        node.replace_self(way(node, app, docname))


def _html(node: MapNode, app: Sphinx, docname: str) -> nodes.Node:
    if app.builder.name == "epub":
        picture = _image(node, app.builder, docname)
    elif node["height"] is not None:
        picture = _frame(node, app.builder, docname)
    elif app.config.argmap_html == "inline":
        picture = _inline(node)
    else:
        picture = _image(node, app.builder, docname)
    sized = f' argmap-sized" style="width:{attribute(_css(node["width"]))}' if node["width"] else ""
    text = f'<div class="argmap-picture{sized}">{picture}</div>\n'
    return nodes.raw(text, text, format="html")


def _image(node: MapNode, builder: Builder, docname: str) -> str:
    drawn: Pictured = node["drawn"]
    place = _kept(drawn.image(description=node["alt"]), ".svg", builder, docname)
    return f'<img src="{attribute(place)}" alt="{attribute(node["alt"] or drawn.described)}"/>'


def _frame(node: MapNode, builder: Builder, docname: str) -> str:
    """The interactive page in a frame: by its own policy it runs its own script alone, and it may not lead this page elsewhere."""
    drawn: Pictured = node["drawn"]
    place = _kept(drawn.page().encode(), ".html", builder, docname)
    title = attribute(node["alt"] or drawn.described)
    high = attribute(_css(node["height"] or "32rem"))
    return (
        f'<iframe src="{attribute(place)}" title="{title}" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups" '
        f'style="width:100%;height:{high}"></iframe>'
    )


def _kept(data: bytes, suffix: str, builder: Builder, docname: str) -> str:
    """Where a file lies among the images of the site, seen from a page; its name is made from what it holds."""
    name = f"argmap-{sha256(data).hexdigest()[:20]}{suffix}"
    folder = Path(builder.outdir, builder.imagedir)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomic(folder / name, data)
    page = builder.get_target_uri(docname).partition("#")[0]
    return posixpath.join(relative_uri(page, builder.imagedir), name)


def _inline(node: MapNode) -> str:
    drawn: Pictured = node["drawn"]
    prefix: str = node["prefix"]
    return follows_page(drawn.svg(prefix=prefix, description=node["alt"]), prefix)


def _css(length: str) -> str:
    """A length as CSS has it: a bare number is one of pixels."""
    return f"{length}px" if length.replace(".", "", 1).isdigit() else length


def _latex(node: MapNode, app: Sphinx, docname: str) -> nodes.Node:
    drawn: Pictured = node["drawn"]
    width = tex_width(node["width"])
    if (name := _pdf(drawn, app)) is not None:
        sized = f"[width={width}]" if width else ""
        text = rf"\noindent\sphinxincludegraphics{sized}{{{{{name}}}.pdf}}"
    else:
        text = f"{drawn.latex(width=width)}\n"
    return nodes.raw(text, text, format="latex")


def _pdf(drawn: Pictured, app: Sphinx) -> str | None:
    """The name of a file among those of the book, without its suffix, where PDF is wanted and can be made."""
    if app.config.argmap_latex != "pdf":
        return None
    try:
        data = drawn.pdf()
    except (MissingExtra, UnknownName):
        return None
    name = f"argmap-{sha256(data).hexdigest()[:20]}"
    write_atomic(Path(app.builder.outdir, f"{name}.pdf"), data)
    return name


def _lists(node: MapNode, app: Sphinx, docname: str) -> nodes.Node:
    """The map as nested lists, a word before each line that says how it bears on the one above."""
    drawn: Pictured = node["drawn"]
    open: list[nodes.Element] = [nodes.bullet_list(bullet="-")]
    item: nodes.Element = open[0]
    for line in outlined(drawn.map, drawn.marks):
        del open[line.depth + 1 :]
        if len(open) <= line.depth:
            deeper = nodes.bullet_list(bullet="-")
            item += deeper
            open.append(deeper)
        words = [nodes.strong("", f"{line.bears}:"), nodes.Text(" ")] if line.bears else []
        item = nodes.list_item("", nodes.paragraph("", "", *words, nodes.Text(line.said)))
        open[-1] += item
    return open[0]
