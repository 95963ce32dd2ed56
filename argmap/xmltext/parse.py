"""The one door to XML: a tree of elements, by expat, which is given nothing that it could be harmed by.

There are no entities but XML's own five: a document type declaration may name an external file, which is never
opened, and is taken out before expat sees it; anything more in one is refused.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn
from xml.parsers import expat

from attrs import define, field, frozen

from ..encoding import codecs_of
from ..errors import ReadError, TooLarge
from ..limits import Limits
from ..source import SourceText, Span, legal
from .element import Element
from .place import Places, Spot
from .wrong import refusal

__all__ = ["XmlDocument", "parse_xml"]

_LIMITS = Limits()
_BARE_DOCTYPE = re.compile(
    rb"""(?:\s+|<!--.*?-->|<\?.*?\?>)*+(<!DOCTYPE\s+[^\s\[<>"']++"""
    rb"""(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*'))\s+(?:"[^"<>]*"|'[^'<>]*'))?\s*>)""",
    re.DOTALL,
)
_NO_ATTRIBUTES: dict[str, str] = {}
_NO_CONTENT: list[Element | str] = []
"""What elements have that have none, of which a document may have a million."""

_DOUBTFUL = re.compile("[\x7f-\x9f]|&#")


@frozen(eq=False)
class XmlDocument:
    """The ``root`` of an XML text, and where each element and attribute stands in the text.

    ``mended`` are the elements with a character that no text of a map may hold, in its own text, an
    attribute or the name of a namespace; U+FFFD was read instead. ``instructions`` are the processing instructions, each its
    target and the rest. ``declared`` has the prefixes that elements declare and what they stand for, by
    where the elements start.
    """

    source: SourceText
    root: Element
    mended: tuple[Element, ...] = ()
    instructions: tuple[tuple[str, str], ...] = ()
    declared: dict[int, dict[str, str]] = field(factory=dict)
    _places: Places = field(init=False, repr=False)

    @_places.default
    def _no_places_yet(self) -> Places:
        return Places(self.source)

    def span(self, spot: Spot, *, key: bool = False) -> Span:
        """The place of an element's tag, or of an attribute's value, or with ``key`` of its name."""
        return self._places.span(spot, key=key)

    def error(self, spot: Spot, message: str, *, hint: str = "", key: bool = False) -> ReadError:
        """A `ReadError` about an element or an attribute, ready to raise."""
        return ReadError(message, span=self.span(spot, key=key), hint=hint)


def parse_xml(source: SourceText, *, limits: Limits = _LIMITS) -> XmlDocument:
    """The elements of an XML text, with their places.

    Raises `ReadError` at the first thing that isn't XML with namespaces, for a document type declaration
    that is more than the name of a file, for entities that aren't XML's own and for encodings that
    nobody knows; `TooLarge` past ``limits.nesting``, ``xml_elements`` and ``xml_attributes``. Nothing
    that the document names is opened. Comments are passed over. Time is linear in the text, and
    there is no recursion.
    """
    data = source.text.encode("utf-8", "surrogatepass")
    doctype = _BARE_DOCTYPE.match(data)
    if doctype:  # blanks instead, so that every place stays where it was
        first, last = doctype.span(1)
        data = data[:first] + b" " * (last - first) + data[last:]
    reader = _Reader(source, limits)
    reader.read(data)
    instructions = tuple(reader.instructions)
    root, mended = reader.root.children[0], tuple(reader.mended)
    return XmlDocument(source, root, mended, instructions, reader.declared)


@define(eq=False)
class _Reader:
    """A tree in the making, out of the parser's events."""

    source: SourceText
    limits: Limits
    root: Element = field(factory=lambda: Element(""))
    mended: list[Element] = field(factory=list)
    instructions: list[tuple[str, str]] = field(factory=list)
    open: list[Element] = field(init=False)
    pieces: list[str] = field(factory=list)
    names: dict[str, tuple[str, str]] = field(factory=dict)
    declared: dict[int, dict[str, str]] = field(factory=dict)
    count: int = 0
    doubtful: bool = False
    parser: Any = field(init=False)

    def read(self, data: bytes) -> None:
        """Take in the whole document."""
        self.open = [self.root]
        self.doubtful = _DOUBTFUL.search(self.source.text) is not None
        parser = self.parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartNamespaceDeclHandler = self._prefix
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.pieces.append
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            byte = max(parser.ErrorByteIndex, 0)
            raise refusal(self.source, Places(self.source), self.open, error.code, byte) from None

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and codecs_of(encoding) is None:
            start = self.source.text.find(encoding, self.source.text.find("encoding"))
            span = self.source.span(start, start + len(encoding))
            message = f"the encoding {encoding} isn't one that is read"
            raise ReadError(message, span=span, hint="save the file as UTF-8")

    def _doctype(self, *_: Any) -> NoReturn:
        start = self.source.text.find("<!DOCTYPE")
        raise ReadError(
            "the document type declaration is more than a name and a file",
            span=self.source.span(start, start + len("<!DOCTYPE")),
            hint="take the declarations and entities out, and write in their places what they stand for",
        )

    def _instruction(self, target: str, rest: str) -> None:
        self.instructions.append((target, legal(rest)))

    def _prefix(self, prefix: str | None, uri: str | None) -> None:
        meant = legal(uri or "")  # a name of a namespace may hold what no text of a map may
        self.declared.setdefault(self.parser.CurrentByteIndex, {})[prefix or ""] = meant

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._end_text()
        namespace, name = self.names.get(tag) or self._name(tag)
        held = attributes or _NO_ATTRIBUTES
        made = Element(name, held, _NO_CONTENT, namespace, self.parser.CurrentByteIndex)
        self.count += 1
        if self.doubtful:
            made.namespace = self._mended(namespace, made)
        if attributes:
            self._attributes(made)
        if len(self.open) > self.limits.nesting or self.count > self.limits.xml_elements:
            self._check(made, "nesting", len(self.open))
            self._check(made, "xml_elements", self.count)
        self._add(made)
        self.open.append(made)

    def _end(self, _: str) -> None:
        self._end_text()
        self.open.pop()

    def _end_text(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces.clear()
        holder = self.open[-1]
        if self.doubtful:
            text = self._mended(text, holder)
        self._add(text)

    def _add(self, part: Element | str) -> None:
        """Put a part into the innermost element that is open."""
        holder = self.open[-1]
        if holder.content is _NO_CONTENT:
            holder.content = [part]
        else:
            holder.content.append(part)

    def _attributes(self, made: Element) -> None:
        if len(made.attributes) > self.limits.xml_attributes:
            self._check(made, "xml_attributes", len(made.attributes))
        if self.doubtful or " " in "".join(made.attributes):
            made.attributes = {
                self._mended(f"{{{name.replace(' ', '}', 1)}" if " " in name else name, made): (
                    self._mended(value, made)
                )
                for name, value in made.attributes.items()
            }

    def _mended(self, text: str, holder: Element) -> str:
        found = legal(text)
        if found != text and not (self.mended and self.mended[-1] is holder):
            self.mended.append(holder)
        return found

    def _name(self, tag: str) -> tuple[str, str]:
        namespace, _, name = tag.rpartition(" ")
        self.names[tag] = namespace, name
        return namespace, name

    def _check(self, made: Element, limit: str, amount: int) -> None:
        try:
            self.limits.check(limit, amount)
        except TooLarge as error:
            span = Places(self.source).span((made,))
            raise TooLarge(error.message, span=span, hint=error.hint) from None
