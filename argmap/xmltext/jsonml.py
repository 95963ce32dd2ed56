"""Elements as JSON values, in which a map's free data keeps what it has no other place for, and back.

The form is JsonML's: ``["name", {"attribute": "value"}, "text", ["inner"]]``, without the object where there are no attributes.
A name in a namespace is ``{URI}name``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from ..errors import ReadError
from ..source import SourceText, illegal_character
from .element import Element
from .parse import parse_xml

__all__ = ["element_of", "kept"]

_NAME = re.compile(r"(?:\{([^{}\s]+)\})?([^\W\d][\w.-]*)")
_PLAIN = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_RESERVED = ("http://www.w3.org/2000/xmlns/",)
"""The namespace of the declarations themselves; nothing that was read is in it."""


def kept(element: Element, *, tidy: bool = False) -> list[Any]:
    """An element as a JSON value; ``tidy`` without the blanks between elements that have no other text beside them.

    >>> kept(Element("a", {"x": "1"}, ["so", Element("b")]))
    ['a', {'x': '1'}, 'so', ['b']]
    >>> kept(Element("a", {}, [" ", Element("b")]), tidy=True)
    ['a', ['b']]
    """
    made: list[Any] = []
    todo: list[tuple[Element, list[Any]]] = [(element, made)]
    while todo:
        one, into = todo.pop()
        into.append(f"{{{one.namespace}}}{one.name}" if one.namespace else one.name)
        if one.attributes:
            into.append(dict(one.attributes))
        blank = tidy and bool(one.children) and not one.text.strip()
        for part in one.content:
            if isinstance(part, Element):
                inner: list[Any] = []
                todo.append((part, inner))
                into.append(inner)
            elif not blank:
                into.append(part)
    return made


def element_of(value: Any) -> Element | None:
    """The element that a JSON value is; None for what `kept` would never give.

    >>> element_of(["a", {"x": "1"}, "so", ["b"]])
    <a with 1 attributes, 2 parts>
    >>> element_of(["no name"]) is None
    True
    """
    top = Element("", content=[""])
    todo: list[tuple[Any, Element, int]] = [(value, top, 0)]
    while todo:
        one, holder, index = todo.pop()
        made = _made(one)
        if made is None:
            return None
        holder.content[index] = made
        inner = enumerate(made.content)
        todo += [(part, made, number) for number, part in inner if not isinstance(part, str)]
    return top.children[0]


def _made(value: Any) -> Element | None:
    """The element of a value, whose content is still made of values."""
    if not isinstance(value, list | tuple) or not value:
        return None
    name, *content = value
    attributes = dict(content.pop(0)) if content and isinstance(content[0], Mapping) else None
    texts = [isinstance(part, str) for part in content]
    sound = (
        _is_name(name)
        and (attributes is None or _are_attributes(attributes))
        and not any(map(_neither, content))
        and not any(first and second for first, second in pairwise(texts))
    )
    if not sound:
        return None
    namespace, _, local = name.rpartition("}")
    return Element(local, attributes or {}, content, namespace[1:])


def _neither(part: Any) -> bool:
    """Whether a part is no text that can be written and no list."""
    if isinstance(part, str):
        return not part or illegal_character(part) is not None
    return not isinstance(part, list | tuple)


def _are_attributes(held: dict[Any, Any]) -> bool:
    return bool(held) and all(
        _is_name(name)
        and name != "xmlns"
        and isinstance(value, str)
        and illegal_character(value) is None
        for name, value in held.items()
    )


def _is_name(name: Any) -> bool:
    found = _NAME.fullmatch(name) if isinstance(name, str) else None
    if not found or found[1] in _RESERVED:
        return False
    return _PLAIN.fullmatch(found[2]) is not None or _is_odd_name(found[2])


def _is_odd_name(name: str) -> bool:
    """Whether a name of letters beyond ASCII is one of XML's; the parser knows best."""
    try:
        return parse_xml(SourceText("", f"<{name}/>")).root.name == name
    except ReadError:
        return False
