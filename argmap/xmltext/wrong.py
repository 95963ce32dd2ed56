"""What is wrong with a text that isn't XML, in words, with the place and the next step."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import ReadError
from ..source import SourceText, Span, illegal_character, visible
from .element import Element
from .place import Places

__all__ = ["refusal"]

_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[^\s;&<>\"'#][^\s;&<>\"']*+;?")
_WORDS: dict[int, tuple[str, str]] = {
    2: ("this isn't XML", "a document of XML begins with a tag, such as <map>"),
    4: ("this isn't well-formed XML", "write &lt; for < and &amp; for & in a text"),
    5: ("this tag isn't closed", "end it with >"),
    8: ("this attribute is there twice", "take one of the two out"),
    9: ("something stands behind the end of the document", "take it out; there is one outermost element"),
    14: ("this character can't stand in XML", "leave it out"),
    17: ("the XML declaration must be the first thing in the file", "take out what stands before it"),
    20: ("this CDATA section isn't closed", "end it with ]]>"),
    27: ("a prefix here is bound to no namespace", 'declare it: xmlns:prefix="..."'),
    30: ("the XML declaration is broken", 'write <?xml version="1.0" encoding="UTF-8"?>'),
}  # fmt: skip # one line for each number of expat's


def refusal(
    source: SourceText, places: Places, open: Sequence[Element], code: int, byte: int
) -> ReadError:
    """The error for what expat calls ``code`` at ``byte``, inside the elements that are ``open``."""
    inner = open[-1] if len(open) > 1 else None
    span = places.at(byte)
    if code == 4 and illegal_character(source.text[span.start : span.end]) is not None:
        code = 14
    elif code == 4 and not source.text.lstrip().startswith("<"):
        code = 2
    message, hint = _WORDS.get(code, ("this isn't well-formed XML", ""))
    if code == 3 and inner is not None:
        line = places.span((inner,)).line
        message = f"the document ends inside <{visible(inner.name)}>, which began in line {line}"
        hint = f"end it with </{visible(inner.name)}>"
    elif code == 3:
        message, hint = "there is no element in the document", ""
        if not source.text.strip():
            message, hint = "the file is empty", "look whether it is the right file"
    elif code == 7 and inner is not None:
        line = places.span((inner,)).line
        message = f"this doesn't end <{visible(inner.name)}>, which began in line {line}"
        hint = f"end that first, with </{visible(inner.name)}>"
    elif code == 11:
        span, hint = _entity(source, span), "write the character itself"
        message = f"the entity {visible(source.text[span.start : span.end])} is defined nowhere"
    return ReadError(message, span=span, hint=hint)


def _entity(source: SourceText, span: Span) -> Span:
    """The place of the first entity from ``span`` on that isn't XML's own; expat tells that of the tag it is in."""
    found = _ENTITY.search(source.text, span.start)
    return source.span(*found.span()) if found else span
