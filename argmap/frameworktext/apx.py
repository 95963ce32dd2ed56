"""APX, the facts of ASPARTIX: ``arg(a).`` for each argument and ``att(a,b).`` for each attack, in any order."""

from __future__ import annotations

import re

from ..limits import Limits
from ..source import SourceText
from .framework import FrameworkText, Gathering, joined

__all__ = ["parse_apx", "write_apx"]

_GAP = re.compile(r"(?:\s+|%[^\r\n]*)*+")
_FACT = re.compile(r"([a-z]\w*)\s*\(\s*([^\s(),]+)\s*(?:,\s*([^\s(),]+)\s*)?(?:,[^()]*)?\)\s*\.")
_LIMITS = Limits()
_SHOWN = 40


def parse_apx(source: SourceText, *, limits: Limits = _LIMITS) -> FrameworkText:
    """The framework of an APX text; facts that are neither ``arg`` nor ``att`` are kept.

    Raises `ReadError` where what stands there is no fact.
    """
    made = Gathering(source, limits)
    text = source.text
    at = _after_gap(text, 0)
    while at < len(text):
        found = _FACT.match(text, at)
        if found is None:
            end = at + len(text[at : at + _SHOWN].partition("\n")[0])
            hint = "facts are arg(a). and att(a,b)., with names without blanks and brackets"
            raise made.error("this is no fact of APX", at, end, hint=hint)
        kind, first, second = found[1], found[2], found[3]
        if kind == "arg" and second is None:
            made.argument(first, "", *found.span())
        elif kind == "att" and second is not None:
            made.attacks.append((first, second, *found.span()))
        elif kind in ("arg", "att"):
            wanted = "one name" if kind == "arg" else "two names"
            raise made.error(f"{kind} takes {wanted}", *found.span())
        else:
            message = (
                f"the fact {kind}(...) says neither an argument nor an attack; it is kept aside"
            )
            made.odd("unknown-fact", message, *found.span())
            made.others.append(found[0])
        at = _after_gap(text, found.end())
    return made.framework()


def _after_gap(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at


def write_apx(framework: FrameworkText) -> str:
    """The APX text of a framework whose names have no blanks, commas and brackets in them."""
    return joined(
        [
            *[f"arg({name})." for name in framework.names],
            *[f"att({first},{second})." for first, second in framework.attacks],
            *framework.others,
        ]
    )
