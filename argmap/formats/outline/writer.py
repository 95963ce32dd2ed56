"""Writes outlines: every claim below what it bears on, once; where it is needed again, by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field

from ...model.ids import slug
from ...model.map import ArgumentMap
from ...model.records import Group
from ...source import SourceText
from ..format import Rendering
from ..read_back import UNLIMITED, Said, losses_between
from .escapes import escaped, escaped_id
from .marks import MARK_OF
from .reader import read
from .tree import Line, Trees

__all__ = ["write"]


def write(map: ArgumentMap, *, format: str, title: str, markdown: bool) -> Rendering:
    """The map as an outline, and what reading it again doesn't give."""
    writer = _Writer(map, markdown)
    text = writer.document(format)
    source = SourceText("", text)
    reading = read(source, strict=False, limits=UNLIMITED, format=format, markdown=markdown)
    back = reading.map
    said = Said(
        dict(zip(writer.links, [link.id for link in back.links], strict=True)),
        groups=dict(zip(writer.headed, [group.id for group in back.groups], strict=True)),
    )
    return Rendering(text, losses_between(map, back, title, said), format)


@define
class _Writer:
    """The lines of an outline; ``links`` and ``headed`` have links and groups in the order of writing."""

    map: ArgumentMap
    markdown: bool
    trees: Trees = field(init=False)
    lines: list[str] = field(factory=list)
    links: dict[str, None] = field(factory=dict)
    headed: list[str] = field(factory=list)
    written: dict[str, None] = field(factory=dict)
    slugs: dict[str, int] = field(factory=dict)

    @trees.default
    def _trees(self) -> Trees:
        return Trees(self.map)

    def document(self, format: str) -> str:
        """The whole outline."""
        for element in self.trees.elements():
            name = slug(element.text)
            self.slugs[name] = self.slugs.get(name, 0) + 1
        self._head()
        inside: dict[str | None, list[str]] = {}
        for id, home in self.trees.roots():
            inside.setdefault(home if self.markdown else None, []).append(id)
        self._bullets(inside.get(None, ()))
        for group, level in self._groups() if self.markdown else ():
            self._heading(group, level)
            self._bullets(inside.get(group.id, ()))
        self._bullets([element.id for element in self.trees.elements()])
        for text in self._loose(format):
            self._paragraph(text)
        return "\n".join(self.lines).strip("\n") + "\n" if self.lines else ""

    def _groups(self) -> Iterator[tuple[Group, int]]:
        """Groups with the numbers of their headings, every group after the one around it."""
        inside: dict[str | None, list[Group]] = {}
        for group in self.map.groups:
            inside.setdefault(group.parent, []).append(group)
        todo = [(group, 2) for group in reversed(inside.get(None, []))]
        while todo:
            group, level = todo.pop()
            yield group, level
            todo += [(each, level + 1) for each in reversed(inside.get(group.id, []))]

    def _loose(self, format: str) -> list[str]:
        """The texts that stood outside of the list when the map was read."""
        kept = self.map.data.get(format)
        texts: Any = kept.get("text") if isinstance(kept, Mapping) else None
        return [text for text in texts if isinstance(text, str)] if isinstance(texts, tuple) else []

    def _head(self) -> None:
        about = self.map.about
        if about.title and self.markdown:
            self.lines += [f"# {self._on_one_line(about.title)}", ""]
        elif about.title:
            self._paragraph(about.title)
        if about.description:
            for text in about.description.split("\n\n"):
                self._paragraph(text)

    def _paragraph(self, text: str) -> None:
        self._gap()
        self.lines += ["\\\n".join(escaped(text, markdown=self.markdown)), ""]

    def _heading(self, group: Group, level: int) -> None:
        self._gap()
        self.lines += [f"{'#' * min(level, 6)} {self._on_one_line(group.title)}", ""]
        self.headed.append(group.id)

    def _on_one_line(self, text: str) -> str:
        return "&#10;".join(escaped(text, markdown=True))

    def _gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _bullets(self, ids: Iterable[str]) -> None:
        for line in self.trees.lines(ids):
            self._bullet(line)

    def _bullet(self, line: Line) -> None:
        """Write a bullet: its mark, and its text with its id if need be, or the id alone if it was there."""
        element = line.element
        mark = f"{MARK_OF[line.mark]}: " if line.mark else ""
        pieces = [] if element.id in self.written else escaped(element.text, markdown=self.markdown)
        pieces = [] if pieces == [""] else pieces
        if not pieces or self.slugs[slug(element.text)] > 1 or slug(element.text) != element.id:
            named = f"{{#{escaped_id(element.id)}}}"
            pieces = [*pieces[:-1], f"{pieces[-1]} {named}"] if pieces else [named]
        self.written[element.id] = None
        if line.link is not None and line.host:
            self.links[line.link.id] = None
        indent = "  " * line.depth
        self.lines.append(f"{indent}- {mark}" + f"\\\n{indent}  ".join(pieces))
