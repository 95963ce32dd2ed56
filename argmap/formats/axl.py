"""AXL, the files of Argumentative: a tree of titles, each a reason, an objection or a helper of what holds it.

::

    <argument>
      <author>Ann</author>
      <premise>
        <title>Co-ops are good.</title>
        <reason>
          <title>They are near.</title>
          <helper><title>What is near is good.</title></helper>
        </reason>
        <objection><title>Some are far away.</title></objection>
      </premise>
    </argument>

A helper is a further premise of the step that its holder makes. The export as XML has places and sizes besides.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..limits import Limits
from ..model.records import About
from ..source import SourceText, visible
from ..xmltext import Element, kept, parse_xml
from .format import Format, Reading
from .map_builder import MapBuilder, expect_root
from .root_element import root_element

__all__ = ["AXL"]

NAME = "axl"
_UNITS = {"premise": "", "reason": "support", "objection": "attack", "helper": ""}
_OF_CLAIMS = ("title", *_UNITS)
_OF_THE_MAP = ("title", "author")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a file of Argumentative says.

    Every title is a claim; a reason supports what holds it, an objection rebuts it, each together with its helpers. Helpers of
    the main claim, which makes no step, are claims of their own, with a finding. Comments, numbers, places
    and sizes are kept.
    """
    document = parse_xml(source, limits=limits)
    root = expect_root(document, ["argument"], "AXL")
    return _Reader(MapBuilder(document, NAME, limits)).reading(root, strict)


@define
class _Unit:
    """A claim that was read, and the step that it is the first premise of."""

    id: str
    element: Element
    target: str = ""
    helpers: list[str] = field(factory=list)


@define
class _Reader:
    builder: MapBuilder
    units: dict[str, _Unit] = field(factory=dict)

    def reading(self, root: Element, strict: bool) -> Reading:
        titles, authors = _texts(root, "title"), _texts(root, "author")
        self.builder.about = About("".join(titles), authors=tuple(dict.fromkeys(authors)))
        self._keep_besides(root)
        todo: list[tuple[Element, _Unit | None]] = [(e, None) for e in _inner(root)]
        while todo:
            element, holder = todo.pop()
            unit = self._unit(element, holder)
            todo += [(inner, unit) for inner in _inner(element)]
        for unit in self.units.values():
            role = _UNITS[unit.element.name]
            if unit.target and role:
                premises = [unit.id, *unit.helpers]
                self.builder.step("", role, premises, unit.target, unit.element)
        return self.builder.reading(strict=strict)

    def _keep_besides(self, root: Element) -> None:
        besides = {child.name: child.whole_text for child in root.children if not child.children}
        besides = {name: text for name, text in besides.items() if name not in _OF_THE_MAP and text}
        if besides:
            self.builder.kept["document"] = besides
        for child in root.children:
            if child.children and child.name not in _UNITS:
                what = f"AXL has no <{visible(child.name)}> here"
                self.builder.put_aside("unknown-element", what, child)

    def _unit(self, element: Element, holder: _Unit | None) -> _Unit:
        besides: dict[str, Any] = {**element.attributes}
        for child in element.children:
            if child.name not in _OF_CLAIMS:
                besides[child.name] = kept(child, tidy=True) if child.children else child.whole_text
        id = self.builder.claim("", "".join(_texts(element, "title")), element, kept=besides)
        unit = _Unit(id, element)
        self.units[id] = unit
        if holder is not None and element.name == "helper":
            self._help(unit, holder)
        elif holder is not None:
            unit.target = holder.id
        return unit

    def _help(self, unit: _Unit, holder: _Unit) -> None:
        """A helper takes part in the step of its holder, or of what its holder helps."""
        while holder.element.name == "helper" and holder.target:
            holder = self.units[holder.target]
        unit.target = holder.id
        if holder.target:
            holder.helpers.append(unit.id)
        else:
            message = f"'{visible(unit.id)}' helps the main claim, which makes no step"
            self.builder.note("helper-of-no-step", message, unit.element, ids=(unit.id, holder.id))


def _inner(element: Element) -> list[Element]:
    """The units in an element, the last one first."""
    return [child for child in reversed(element.children) if child.name in _UNITS]


def _texts(element: Element, name: str) -> list[str]:
    return [text for child in element.named(name) if (text := child.whole_text)]


def sniff(text: str) -> bool:
    """Whether the outermost element is ``argument``, with a ``premise`` or an author in it."""
    root = root_element(text)
    return root.name == "argument" and any(
        f"<{name}" in root.beginning for name in ("premise", "author", "modified")
    )


AXL = Format(
    name=NAME,
    title="AXL (Argumentative)",
    suffixes=(".axl", ".xml"),
    read=read,
    sniff=sniff,
)
