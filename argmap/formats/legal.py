"""A document without the characters that no text of a map may hold."""

from __future__ import annotations

import re

from attrs import evolve

from ..errors import Finding, ReadError
from ..model.sound import are_legal
from ..source import SourceText, illegal_character

__all__ = ["legal"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def legal(source: SourceText, *, strict: bool = False) -> tuple[SourceText, list[Finding]]:
    """The document with U+FFFD for each such character, and a finding if there are any; `ReadError` if ``strict``."""
    place = None if are_legal((source.text,)) else illegal_character(source.text)
    if place is None:
        return source, []
    if strict:
        message = f"a control character, U+{ord(source.text[place]):04X}"
        raise ReadError(message, span=source.span(place), hint="take it out")
    text, count = _ILLEGAL.subn("\ufffd", source.text)
    message = f"control characters, {count:,} of them, read as U+FFFD"
    hint = "look at how the file was made"
    found = Finding("control-character", message, place=source.span(place).place, hint=hint)
    return evolve(source, text=text), [found]
