"""The directive: what an author writes, and the figure that it becomes."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any, ClassVar
from zlib import crc32

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ..documents import OPTIONS, Pictured, asked, pictured, stood_in
from ..errors import ArgmapError, CannotOpen, Finding
from ..files import read_source
from ..formats import document
from ..source import SourceText
from .sphinx_picture import MapNode

__all__ = ["MapDirective"]

_log = logging.getLogger(__name__)
_OF_FIGURES = ("align", "alt", "caption", "class", "height", "interactive", "name", "width")


def _align(argument: str) -> str:
    return directives.choice(argument, ("left", "center", "right"))


class MapDirective(SphinxDirective):
    """A map from the file that is named, relative to the document, or from the content, in Argdown unless a format is named.

    Options are those of `argmap.documents.asked`, and as in ``figure`` align, alt, class, name and width. With a file the content is
    caption and legend; ``caption`` is for maps in the content. ``interactive`` shows the interactive page in HTML, ``height`` high. What is wrong is a warning with the directive's place.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = {
        **dict.fromkeys(OPTIONS, directives.unchanged),
        "align": _align,
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "class": directives.class_option,
        "height": directives.length_or_unitless,
        "interactive": directives.flag,
        "name": directives.unchanged,
        "width": directives.length_or_percentage_or_unitless,
    }

    def run(self) -> list[nodes.Node]:
        """The figure, or a block that shows what couldn't be drawn."""
        try:
            source = self._source()
            drawn = pictured(source, asked(self._words(), standard=self._standard()))
        except (ArgmapError, ValueError) as error:
            return [self._failed(error)]
        for finding in drawn.findings:
            self._tell(finding)
        return [self._figure(drawn)]

    def _standard(self) -> dict[str, str]:
        """What holds where this directive says nothing: the project's options, and Argdown for what is written here."""
        options = {name: str(value) for name, value in self.config.argmap_options.items()}
        return options if self.arguments else {"format": "argdown", **options}

    def _words(self) -> dict[str, str]:
        return {name: text or "" for name, text in self.options.items() if name not in _OF_FIGURES}

    def _source(self) -> SourceText:
        if not self.arguments:
            return self._inline()
        relative, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        source = document(os.fspath(path), format=self.options.get("format"))
        for _, companion in source.beside:
            self.env.note_dependency(os.path.relpath(companion.name, self.env.srcdir))
        return SourceText(relative, source.text, beside=source.beside)

    def _inline(self) -> SourceText:
        """The content, with places in the document where it stands there as it is."""
        lines = list(self.content)
        if not any(line.strip() for line in lines):
            raise ValueError("no file is named, and no map stands here")
        path, line = self.get_source_info()
        shown = os.path.relpath(path, self.env.srcdir)
        first = (self.content_offset, self.content.offset(0), line)
        with suppress(CannotOpen):  # a docstring has no file of its own
            whole = SourceText(shown, read_source(path).text)
            found = [stood_in(whole, each, lines) for each in first]
            for source in found:
                if source is not None:
                    return source
        return SourceText("the map", "\n".join([*lines, ""]))

    def _tell(self, finding: Finding) -> None:
        tell = _log.info if finding.level == "note" else _log.warning
        tell("%s", finding, location=self.get_location(), type="argmap", subtype="finding")

    def _failed(self, error: Exception) -> nodes.Node:
        _log.warning("%s", error, location=self.get_location(), type="argmap", subtype="error")
        text = "\n".join(self.content) if not self.arguments else str(error)
        block = nodes.literal_block(text, text, language="none", classes=["argmap-error"])
        self.set_source_info(block)
        return block

    def _figure(self, drawn: Pictured) -> nodes.figure:
        picture = MapNode(
            drawn=drawn,
            alt=self.options.get("alt", ""),
            width=self.options.get("width", ""),
            height=self.options.get("height", "") if "interactive" in self.options else None,
            prefix=f"argmap-{crc32(self.env.docname.encode()):x}-{self.env.new_serialno('argmap')}",
        )
        figure = nodes.figure("", picture, classes=["argmap", *self.options.get("class", ())])
        figure["align"] = self.options.get("align", "center")
        self.set_source_info(figure)
        self.add_name(figure)
        figure += self._caption()
        return figure

    def _caption(self) -> list[nodes.Node]:
        """Caption and legend, as in ``figure``."""
        below: list[nodes.Node] = []
        if self.arguments and self.content:
            below = self.parse_content_to_nodes(allow_section_headings=False)
        if "caption" in self.options:
            words, messages = self.parse_inline(self.options["caption"], lineno=self.lineno)
            told = [nodes.caption("", "", *words), *messages]
        elif below and isinstance(below[0], nodes.paragraph):
            first = below.pop(0)
            told = [nodes.caption("", "", *first.children)]
        else:
            told = []
        for node in told:
            self.set_source_info(node)
        return [*told, *([nodes.legend("", *below)] if below else [])]
