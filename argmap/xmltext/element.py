"""An element of XML: its name, its attributes, and what stands between its tags."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

__all__ = ["Element"]


@define(eq=False, repr=False, weakref_slot=False)
class Element:
    """An element of XML; equal only to itself.

    ``name`` has no prefix, ``namespace`` is the URI it is in or empty. ``attributes`` are in the document's
    order; one with a prefix is called ``{URI}name``. ``content`` has elements and texts in the
    document's order, never two texts in a row in what was read. ``start`` is the byte where the
    element begins in what was read. What was read isn't changed: elements that have none share one empty
    object for their attributes, and one for their content.
    """

    name: str
    attributes: dict[str, str] = field(factory=dict)
    content: list[Element | str] = field(factory=list)
    namespace: str = ""
    start: int = 0

    def __repr__(self) -> str:
        return f"<{self.name} with {len(self.attributes)} attributes, {len(self.content)} parts>"

    @property
    def children(self) -> list[Element]:
        """The elements directly inside this one."""
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """The text directly inside this element, without that of the elements in it."""
        return "".join([part for part in self.content if isinstance(part, str)])

    @property
    def whole_text(self) -> str:
        """All the text inside this element, in the document's order."""
        return "".join([part for part in self.parts() if isinstance(part, str)])

    def named(self, name: str) -> list[Element]:
        """The elements directly inside this one that are called ``name``, in whatever namespace."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Element | None:
        """The first element directly inside this one that is called ``name``, or None."""
        return next((child for child in self.children if child.name == name), None)

    def parts(self) -> Iterator[Element | str]:
        """Every element and text inside this one, each element before what it holds."""
        todo: list[Element | str] = self.content[::-1]
        while todo:
            part = todo.pop()
            yield part
            if isinstance(part, Element):
                todo += reversed(part.content)

    def walk(self) -> Iterator[Element]:
        """The element itself and every one inside it, each before those it holds."""
        yield self
        yield from (part for part in self.parts() if isinstance(part, Element))
