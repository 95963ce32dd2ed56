"""Maps in Markdown: an extension of Python-Markdown, and what ``pymdownx.superfences`` calls, for MkDocs.

Python-Markdown loads it by the name ``argmap``.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from ..documents import asked, pictured
from ..documents.fenced import fenced
from ..documents.figure import FIGURE_OPTIONS, failed_html, figure_of, prefix_of
from ..errors import ArgmapError
from ..source import SourceText

__all__ = ["MapExtension", "fence", "makeExtension", "validator"]

_BEFORE_FENCES = 26
"""Python-Markdown's own fences have 25."""


class MapExtension(Extension):
    """Draws the fences whose language is ``argdown``, ``argdown-map`` or ``argmap``.

    ``options`` holds for every map, and what stands beside a fence's language counts more.
    """

    def __init__(self, **settings: Any) -> None:
        self.config = {"options": [{}, "options of every map, such as theme: light"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown wants it so
        """Take the fences out before anything else looks at them."""
        md.registerExtension(self)
        self.drawn = _Fences(md, dict(self.getConfig("options")))
        md.preprocessors.register(self.drawn, "argmap", _BEFORE_FENCES)

    def reset(self) -> None:
        """Begin a new document."""
        self.drawn.seen.clear()


def makeExtension(**settings: Any) -> MapExtension:  # noqa: N802 - Python-Markdown wants it so
    """The extension, for Python-Markdown given the name of this module."""
    return MapExtension(**settings)


class _Fences(Preprocessor):
    """Puts pictures in the place of fences."""

    def __init__(self, md: Markdown, options: Mapping[str, Any]) -> None:
        super().__init__(md)
        self.options = {name: str(value) for name, value in options.items()}
        self.seen: dict[str, int] = {}

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each map."""
        text = "\n".join(lines)
        pieces, at = [], 0
        for each in fenced(text):
            place = f"the map in line {each.line}"
            html = _html(each.text, {**self.options, **each.words}, self.seen, place)
            gap, end = each.prefix.rstrip(" "), "" if each.closed else "\n"
            shown = self.md.htmlStash.store(html)
            pieces += [text[at : each.start], f"{gap}\n{each.prefix}{shown}\n{gap}{end}"]
            at = each.stop
        return "".join([*pieces, text[at:]]).split("\n")


def validator(
    language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    attrs: dict[str, Any],
    md: Markdown,
) -> bool:
    """True, for every option is taken, and one that is wrong is told in the page; for ``pymdownx.superfences``."""
    options.update({name: "" if value == name else value for name, value in inputs.items()})
    return True


def fence(
    source: str,
    language: str,
    class_name: str,
    options: dict[str, Any],
    md: Markdown,
    *,
    classes: list[str] | None = None,
    id_value: str = "",
    **others: Any,
) -> str:
    """The picture of a fence, as HTML; for ``pymdownx.superfences``."""
    words = {"class": " ".join(classes or []), "id": id_value, **options}
    seen = vars(md).setdefault("argmap_seen", {})
    return _html(source, words, seen, "a map")


def _html(text: str, words: dict[str, str], seen: dict[str, int], place: str) -> str:
    """The figure of a map, or its text and what is wrong with it, which is logged as well."""
    log = logging.getLogger("mkdocs.plugins.argmap" if "mkdocs" in sys.modules else "argmap")
    own = {name: value for name, value in words.items() if name in FIGURE_OPTIONS}
    rest = {name: value for name, value in words.items() if name not in FIGURE_OPTIONS}
    try:
        figure = figure_of(own)
        drawn = pictured(SourceText(place, text), asked({"format": "argdown", **rest}))
    except (ArgmapError, ValueError) as error:
        log.warning("%s", error)
        return failed_html(text, error)
    for finding in drawn.findings:
        log.log(logging.INFO if finding.level == "note" else logging.WARNING, "%s", finding)
    return figure.html(drawn, prefix=prefix_of(text, seen))
