"""A look at the outermost element of an XML text, by which formats of XML are told apart."""

from __future__ import annotations

import re

from attrs import frozen

__all__ = ["NO_ROOT", "RootElement", "root_element"]

_LOOKED_AT = 64_000
_PROLOG = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+", re.DOTALL)
_START = re.compile(r"<(?:([\w.-]+):)?([\w.-]+)([^>]{0,8000})")


@frozen
class RootElement:
    """The outermost element: its ``name`` and ``prefix``, its ``attributes`` and what follows as they are written."""

    name: str = ""
    prefix: str = ""
    attributes: str = ""
    beginning: str = ""


NO_ROOT = RootElement()


def root_element(text: str) -> RootElement:
    """The outermost element of a text; empty for what doesn't begin as XML. Never raises, whatever the text."""
    beginning = text[:_LOOKED_AT].removeprefix("\ufeff")
    prolog = _PROLOG.match(beginning)
    found = _START.match(beginning, prolog.end() if prolog else 0)
    if not found:
        return NO_ROOT
    return RootElement(found[2], found[1] or "", found[3], beginning[found.end() :])
