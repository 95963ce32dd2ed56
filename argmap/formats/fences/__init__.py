"""Argdown inside Markdown: the fenced code blocks whose language is ``argdown`` or ``argdown-map``.

::

    # Co-ops

    ```argdown-map
    [Co-ops]: Co-ops are good.
      + They are near to those they serve.
    ```

What stands in a fence is a document of its own, whose places are those of the Markdown document. Nothing else of
Markdown is read; `scanner` says how fences are found.
"""

from __future__ import annotations

from ...limits import Limits
from ...source import SourceText
from ..argdown import read as read_argdown
from ..format import Format, Reading
from .fence import Fence, fences, named
from .layout import formatted

__all__ = ["FENCES", "Fence", "fences", "formatted", "named"]


def read(
    source: SourceText, *, strict: bool, limits: Limits, fence: int | str | None = None
) -> Reading:
    """The map in one fence: number ``fence``, the one below that heading, or the only one.

    Raises `ReadError` if there is no such fence, or there are several and none is named.
    """
    return read_argdown(named(source, fence).source, strict=strict, limits=limits)


def sniff(text: str) -> bool:
    """Whether a fence of Argdown stands in the document."""
    return bool(fences(SourceText("", text)))


FENCES = Format(
    name="argdown-fences",
    title="Argdown in Markdown",
    suffixes=(".md", ".markdown"),
    read=read,
    sniff=sniff,
    formatted=formatted,
)
