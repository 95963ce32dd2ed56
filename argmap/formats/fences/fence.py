"""The fences of Argdown in a Markdown document, each as a document of its own."""

from __future__ import annotations

import re

from attrs import field, frozen

from ...errors import ReadError
from ...source import SourceText, Within
from .scanner import Block, blocks

__all__ = ["Fence", "fences", "named"]

_LANGUAGE = re.compile(r"(?:\{[ \t]*\.)?argdown(?:-map)?(?=[\s{},.#]|\Z)", re.IGNORECASE)
"""Also as Pandoc has it: ``{.argdown .map}``."""

_BEGINS = re.compile(r"(?:```|~~~)[ \t]*(?:\{[ \t]*\.)?argdown", re.IGNORECASE)
_SHOWN = 5
"""How many fences an error lists."""


@frozen
class Fence:
    """One fence: its number, counted from 1 among those of Argdown, and what stands in it as a document.

    ``info`` is what stands behind the opening mark, ``heading`` the text of the heading above or empty, ``line``
    that of the mark, counted from 1. Its content goes from ``start`` to before ``stop`` in the Markdown
    document, where ``prefix`` stands before each line: blanks of a list, signs of a quote.
    """

    number: int
    info: str
    heading: str
    line: int
    source: SourceText = field(repr=False)
    start: int = field(repr=False)
    stop: int = field(repr=False)
    prefix: str = field(repr=False)


def fences(source: SourceText) -> tuple[Fence, ...]:
    r"""The fences of Argdown in a Markdown document, in its order.

    >>> fences(SourceText("notes.md", "# Rain\n\n~~~argdown\n[A]: a\n~~~\n"))
    (Fence(number=1, info='argdown', heading='Rain', line=3),)
    """
    if _BEGINS.search(source.text) is None:  # most documents: don't look at their lines
        return ()
    found = [block for block in blocks(source.text) if _LANGUAGE.match(block.info)]
    return tuple([_fence(source, number, block) for number, block in enumerate(found, 1)])


def _fence(source: SourceText, number: int, block: Block) -> Fence:
    starts = (*[line.start for line in block.lines], block.stop)
    text = "".join([line.text for line in block.lines])
    return Fence(
        number,
        block.info,
        block.heading,
        source.span(block.start).line,
        SourceText(source.name, text, within=Within(source, starts)),
        block.first,
        block.stop,
        block.prefix,
    )


def named(source: SourceText, which: int | str | None) -> Fence:
    """The fence of that number or below that heading, or the only one if ``which`` is None; raises `ReadError`."""
    found = fences(source)
    if not found:
        raise ReadError(
            "no fence of Argdown stands in this document",
            span=source.span(0),
            hint="begin one with ```argdown and end it with ```",
        )
    if which is None:
        chosen = list(found)
    elif isinstance(which, int):
        chosen = [fence for fence in found if fence.number == which]
    else:
        chosen = [fence for fence in found if fence.heading == which]
    if len(chosen) == 1:
        return chosen[0]
    raise ReadError(_unclear(which, len(chosen)), name=source.name, hint=_choice(chosen or found))


def _unclear(which: int | str | None, count: int) -> str:
    if which is None:
        return f"{count} fences of Argdown stand in this document, and one is read at a time"
    if isinstance(which, int):
        return f"no fence of Argdown has the number {which}"
    return f"{count or 'no'} fences of Argdown stand below the heading {which!r}"


def _choice(found: list[Fence] | tuple[Fence, ...]) -> str:
    shown = [f"{one.number} (line {one.line})" for one in found[:_SHOWN]]
    more = [f"... {len(found)}"] if len(found) > _SHOWN else []
    return f"name one with fence=N or --fence N: {', '.join([*shown, *more])}"
