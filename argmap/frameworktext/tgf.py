"""The Trivial Graph Format: a line for each argument, ``#``, a line for each attack."""

from __future__ import annotations

import re

from ..limits import Limits
from ..source import SourceText
from .framework import FrameworkText, Gathering, joined

__all__ = ["parse_tgf", "write_tgf"]

_LINE = re.compile(r"[^\r\n]*[^\r\n \t][^\r\n]*")
_BLANKS = re.compile(r"[ \t]+")
_LIMITS = Limits()


def parse_tgf(source: SourceText, *, limits: Limits = _LIMITS) -> FrameworkText:
    """The framework of a TGF text; what stands behind a name, or behind an attack, is its label.

    Raises `ReadError` where there is no line ``#``, or two, and where an attack names one argument.
    """
    made = Gathering(source, limits)
    divided = False
    for found in _LINE.finditer(source.text):
        start, end = found.span()
        line = found[0].strip(" \t")
        if line == "#":
            if divided:
                raise made.error("a second line '#'", start, end, hint="keep the first alone")
            divided = True
        elif divided:
            parts = _BLANKS.split(line, maxsplit=2)
            if len(parts) < _TWO:
                hint = "write two names with a blank between"
                raise made.error("an attack of one argument", start, end, hint=hint)
            made.attacks.append((parts[0], parts[1], start, end))
            if len(parts) > _TWO:
                made.attack_labels[parts[0], parts[1]] = parts[2]
        else:
            name, *label = _BLANKS.split(line, maxsplit=1)
            made.argument(name, "".join(label), start, end)
    if not divided:
        hint = "write a line '#' between the arguments and the attacks"
        end = len(source.text)
        raise made.error("no line '#' ends the arguments", end, end, hint=hint)
    return made.framework()


_TWO = 2


def write_tgf(framework: FrameworkText) -> str:
    """The TGF text of a framework whose names have no blanks in them."""
    labels = framework.labels
    return joined(
        [
            *[f"{name} {labels[name]}" if name in labels else name for name in framework.names],
            "#",
            *[" ".join([*pair, *told]) for pair, told in framework.labelled()],
            *framework.others,
        ]
    )
