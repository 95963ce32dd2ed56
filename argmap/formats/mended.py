"""JSON of real corpora with control characters in its texts, as JSON that can be read."""

from __future__ import annotations

import re

from ..errors import Finding, ReadError
from ..jsontext import JsonDocument, parse_json, quick_json
from ..limits import Limits
from ..source import SourceText

__all__ = ["parse_mended"]

# Every escape is taken whole, so that the second half of an escaped backslash isn't the start of another.
_CONTROL = re.compile(
    r"\\(?:u(?:00(?:0[0-8BCEFbcef]|1[0-9A-Fa-f]|7[Ff]|[89][0-9A-Fa-f])|[Ff]{3}[EFef])|.)"
    "|[\x7f-\x9f\ufffe\uffff]",
    re.DOTALL,
)


def parse_mended(
    source: SourceText, *, strict: bool, limits: Limits
) -> tuple[JsonDocument, tuple[Finding, ...]]:
    """The document with U+FFFD for each control character in a text, and a finding if there are any.

    Such characters are left from wrong encodings, in several files of the AIFdb. Every place in the
    document stays where it was. ``strict`` refuses them.
    """
    document = quick_json(source, limits=limits)
    if document is not None:  # then there are no such characters
        return document, ()
    mended, findings = _mended(source, strict=strict)
    return parse_json(mended, limits=limits), findings


def _mended(source: SourceText, *, strict: bool) -> tuple[SourceText, tuple[Finding, ...]]:
    spots: list[int] = []

    def instead(found: re.Match[str]) -> str:
        if len(found[0]) == 2:
            return found[0]
        spots.append(found.start())
        return "\\ufffd" if len(found[0]) > 1 else "\ufffd"

    text = _CONTROL.sub(instead, source.text)
    if not spots:
        return source, ()
    many = (
        f"{len(spots):,} control characters stand"
        if len(spots) > 1
        else "a control character stands"
    )
    message = f"{many} in the texts, read as U+FFFD"
    hint = "look at how the file was made; its texts were in another encoding"
    if strict:
        raise ReadError(message, span=source.span(spots[0]), hint=hint)
    place = source.span(spots[0]).place
    return SourceText(source.name, text), (
        Finding("control-character", message, place=place, hint=hint),
    )
