"""What of a PDF is read aloud, and in which order: the structure tree (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from attrs import define, field

from .objects import Objects, text

__all__ = ["Tags"]


@define
class _Part:
    """A part of the document: its kind, the page, the marks of its content there, and the parts in it."""

    kind: str
    title: str
    page: int
    marks: list[int] = field(factory=list)
    parts: list[_Part] = field(factory=list)
    number: int = 0


class Tags:
    """The parts of a document in reading order, each told of while its page is drawn."""

    def __init__(self) -> None:
        self._root = _Part("Document", "", 0)
        self._inside = [self._root]
        self._owners: list[list[_Part]] = []
        self._page = 0

    def begin_page(self, page: int) -> None:
        """What comes stands on the page of this object number."""
        self._page = page
        self._owners.append([])

    def begin_section(self, title: str) -> None:
        """What comes is a section called ``title``, until it is closed."""
        part = _Part("Sect", title, self._page)
        self._inside[-1].parts.append(part)
        self._inside.append(part)

    def end_section(self) -> None:
        """The section ends."""
        self._inside.pop()

    def paragraph(self, kind: str) -> int:
        """The mark of a new paragraph or heading, a number on its page."""
        owners = self._owners[-1]
        part = _Part(kind, "", self._page, marks=[len(owners)])
        self._inside[-1].parts.append(part)
        owners.append(part)
        return part.marks[0]

    def put(self, objects: Objects) -> int:
        """The number of the tree, put among the ``objects``."""
        tree = objects.new()
        waiting = [(self._root, tree)]
        while waiting:
            part, above = waiting.pop()
            part.number = part.number or objects.new()
            for inner in part.parts:
                inner.number = objects.new()
            objects.put(part.number, _told(part, above))
            waiting += [(inner, part.number) for inner in part.parts]
        owned = [
            f"{page} [{' '.join([f'{part.number} 0 R' for part in owners])}]"
            for page, owners in enumerate(self._owners)
        ]
        objects.put(
            tree,
            f"<< /Type /StructTreeRoot /K [{self._root.number} 0 R] "
            f"/ParentTree << /Nums [{' '.join(owned)}] >> /ParentTreeNextKey {len(owned)} >>",
        )
        return tree


def _told(part: _Part, above: int) -> str:
    title = f" /T {text(part.title)}" if part.title else ""
    page = f" /Pg {part.page} 0 R" if part.page else ""
    inner = [*map(str, part.marks), *[f"{each.number} 0 R" for each in part.parts]]
    kids = f" /K [{' '.join(inner)}]" if inner else ""
    return f"<< /Type /StructElem /S /{part.kind} /P {above} 0 R{title}{page}{kids} >>"
