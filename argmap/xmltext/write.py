"""XML as text that every reader reads as it was meant: same elements, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..source import legal
from .element import Element

__all__ = ["escape_attribute", "escape_text", "write_xml"]

XML = "http://www.w3.org/XML/1998/namespace"
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def escape_text(text: str) -> str:
    r"""``text`` between tags: read again it is the same, but for U+FFFD in place of what XML can't say.

    >>> escape_text("a < b & c\r")
    'a &lt; b &amp; c&#13;'
    """
    return legal(text).translate(_TEXT)


def escape_attribute(text: str) -> str:
    r"""``text`` between double quotes; line ends and tabs stay what they are, which plain they wouldn't.

    >>> escape_attribute('"a"\n')
    '&quot;a&quot;&#10;'
    """
    return legal(text).translate(_ATTRIBUTE)


def write_xml(
    root: Element,
    *,
    indent: int | None = 2,
    before: Iterable[str] = (),
    prefixes: Mapping[str, str] | None = None,
) -> str:
    """The XML text of a tree, in UTF-8, with a line end after it.

    An element that holds any text is written on one line just as it is, for blanks in it would be text
    too; others are indented, unless ``indent`` is None. ``before`` are lines between the declaration and
    the root, such as a document type. ``prefixes`` gives the prefix of each namespace by its URI, an
    empty one for the namespace of names without; namespaces that aren't there get ``ns1``, ``ns2``, ...

    >>> print(write_xml(Element("a", {"x": "1"}, [Element("b", content=["<"]), Element("c")])), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <a x="1">
      <b>&lt;</b>
      <c/>
    </a>
    """
    names = _Names(root, prefixes or {})
    head = ['<?xml version="1.0" encoding="UTF-8"?>\n', *[f"{line}\n" for line in before]]
    return "".join([*head, *_written(root, names, indent), "\n"])


class _Names:
    """How names are written: with the prefixes of their namespaces, which the root declares."""

    def __init__(self, root: Element, prefixes: Mapping[str, str]) -> None:
        elements = list(dict.fromkeys(element.namespace for element in root.walk()))
        names = dict.fromkeys(name for element in root.walk() for name in element.attributes)
        attributes = dict.fromkeys([_split(name)[0] for name in names])
        self._written: dict[str, str] = {}
        self._prefixes: dict[str, str] = {"": "", XML: "xml"}
        self._plain = next((uri for uri, prefix in prefixes.items() if not prefix and uri), "")
        taken = {"": "", "xml": "xml"}
        if "" in elements:  # names without a prefix are then in no namespace
            self._plain = ""
        for uri in dict.fromkeys([*elements, *attributes]):
            if uri not in self._prefixes and (uri != self._plain or uri in attributes):
                wish = prefixes.get(uri, "") or f"ns{len(self._prefixes) - 1}"
                prefix = f"{wish}-{len(self._prefixes)}" if wish in taken else wish
                self._prefixes[uri] = taken[prefix] = prefix

    def declarations(self) -> dict[str, str]:
        """The attributes by which the root declares the prefixes."""
        made = {"xmlns": self._plain} if self._plain else {}
        declared = {uri: prefix for uri, prefix in self._prefixes.items() if uri not in ("", XML)}
        return made | {f"xmlns:{prefix}": uri for uri, prefix in declared.items()}

    def of(self, element: Element) -> str:
        """The element's name."""
        plain = element.namespace == self._plain
        return element.name if plain else self._prefixed(element.namespace, element.name)

    def attribute(self, name: str) -> str:
        """An attribute's name."""
        if name not in self._written:
            uri, local = _split(name)
            self._written[name] = self._prefixed(uri, local)
        return self._written[name]

    def _prefixed(self, uri: str, name: str) -> str:
        prefix = self._prefixes[uri]
        return f"{prefix}:{name}" if prefix else name


def _split(name: str) -> tuple[str, str]:
    """The namespace and the rest of an attribute's name."""
    uri, _, local = name.rpartition("}")
    return uri[1:], local


def _written(root: Element, names: _Names, indent: int | None) -> Iterator[str]:
    """The pieces of the root's text."""
    todo: list[tuple[Element | str, int | None]] = [(root, None if indent is None else 0)]
    declared = names.declarations()
    while todo:
        part, depth = todo.pop()
        if isinstance(part, str):
            yield part
            continue
        tag = names.of(part)
        attributes = {names.attribute(name): value for name, value in part.attributes.items()}
        yield f"<{tag}"
        for name, value in (declared | attributes).items():
            yield f' {name}="{escape_attribute(value)}"'
        declared = {}
        if not any(part.content):
            yield "/>"
            continue
        yield ">"
        todo.append((f"</{tag}>", None))
        if depth is not None and any(isinstance(inner, str) and inner for inner in part.content):
            depth = None
        todo += _inside(part, depth, indent)


def _inside(
    part: Element, depth: int | None, indent: int | None
) -> Iterator[tuple[Element | str, int | None]]:
    """What is to be written between an element's tags, the last thing first."""
    if depth is None or indent is None:
        for inner in reversed(part.content):
            yield (escape_text(inner) if isinstance(inner, str) else inner), None
        return
    yield "\n" + " " * (indent * depth), None
    for inner in reversed(part.children):
        yield inner, depth + 1
        yield "\n" + " " * (indent * (depth + 1)), None
