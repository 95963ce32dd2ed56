"""gsn2x's YAML as a map."""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from ...limits import Limits
from ...model.ids import fresh_id
from ...model.link import Rebuttal, Support, Undercut
from ...model.map import ArgumentMap
from ...model.records import About
from ...source import SourceText, visible
from ...yamltext import Pairs, parse_yaml
from ..format import Reading
from ..legal import legal
from ..making import Making
from ..text_notes import TextNotes
from ..yaml_parts import entries, free, name_of, names
from .kinds import KINDS, kind_by_name, usual_kind

__all__ = ["NAME", "RELATION", "read"]

NAME = "gsn2x"
"""The name in free data under which stands what only gsn2x has."""
RELATION = re.compile(r"(\S+) +(?:->|supportedBy|inContextOf) +(\S+)")
"""A challenge of a relation: what is supported, and what supports it."""
_STANCES = dict(KINDS.values())


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that one file says.

    Elements are claims; what supports one is one support, with the context for warrants. Challenges are
    rebuttals, or undercuts of a support. References to elements that aren't there (they may be in other modules), names that
    are there twice, elements of no kind or without text are findings, or refused if ``strict``.
    """
    source, found = legal(source, strict=strict)
    notes = TextNotes(source, strict, found)
    value = parse_yaml(source, limits=limits, pairs=True)
    reader = _Reader(notes, Making(source, limits))
    return Reading(reader.map(entries(notes, value, 0, "the document")), notes.told(), NAME)


@define
class _Element:
    """An element as it is read: its name and place, what it says, and what is kept."""

    name: str
    start: int
    said: dict[str, Any]
    kept: dict[str, Any]
    kind: str = ""
    premises: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@define
class _Reader:
    """A map in the making."""

    notes: TextNotes
    making: Making
    elements: dict[str, _Element] = field(factory=dict)
    kept: dict[str, Any] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)

    def map(self, document: Pairs) -> ArgumentMap:
        """The map of the whole file."""
        about = About()
        for key, held, start in document:
            if key == "module":
                about = self._module(held, start)
            elif key and isinstance(held, Pairs):
                self._element(key, held, start)
            else:
                message = f"'{visible(key[:60])}' is no element; it is kept"
                self.notes.add("unknown-key", message, start, start + len(key))
                self.kept[key] = held
        for element in self.elements.values():
            self._ends(element)
        in_context = {name for each in self.elements.values() for name in each.context}
        in_context -= {name for each in self.elements.values() for name in each.premises}
        for element in self.elements.values():
            self._claim(element, context=element.name in in_context)
        for element in self.elements.values():
            if element.premises:
                id = self._fresh(f"{element.name}-support")
                link = self.making.link(
                    Support, element.premises, element.name, id=id, warrants=element.context
                )
                element.said["link"] = link.id
        for element in self.elements.values():
            for target in element.said.get("challenged", ()):
                self._challenge(element, target)
        data = free(self.notes, NAME, self.kept, 0)
        return ArgumentMap(**self.making.parts(), about=about, data=data)

    def _module(self, value: Any, start: int) -> About:
        said: dict[str, str] = {}
        rest = Pairs()
        for key, held, place in entries(self.notes, value, start, "module"):
            if key in ("name", "brief") and isinstance(held, str):
                said[key] = held
            else:
                rest.append((key, held, place))
        if rest:
            self.kept["module"] = rest
        return About(said.get("name", ""), said.get("brief", ""))

    def _element(self, name: str, value: Pairs, start: int) -> None:
        kept = {key: held for key, held, _ in entries(self.notes, value, start, "an element")}
        self.making.limits.check("id_characters", len(name), name=self.notes.source.name)
        keys = ("text", "supportedBy", "inContextOf", "challenges", "nodeType")
        said = {key: kept.pop(key) for key in keys if key in kept}
        self.elements[name] = _Element(name, start, said, kept)

    def _ends(self, element: _Element) -> None:
        """Find what an element names; what isn't there, or has no place in a link, is kept."""
        said, kept = element.said, element.kept
        supporting = self._there(element, "supportedBy")
        context = self._there(element, "inContextOf")
        element.premises = tuple(dict.fromkeys(supporting))
        if element.premises:
            element.context = tuple(
                [name for name in dict.fromkeys(context) if name not in element.premises]
            )
        for key, used in (("supportedBy", element.premises), ("inContextOf", element.context)):
            if key in said and list(used) != names(self.notes, said[key], element.start, key):
                kept[key] = names(self.notes, said[key], element.start, key)
        challenges = said.get("challenges")
        if isinstance(challenges, Pairs):
            kept["challenges"] = challenges
            self._odd("unknown-challenge", "challenges something else than elements", element)
            return
        said["challenged"] = []
        wanted = names(self.notes, challenges, element.start, "challenges")
        for target in wanted:
            relation = RELATION.fullmatch(target)
            there = relation[1] in self.elements if relation else target in self.elements
            if there and not (relation and not self._is_supported(relation[1])):
                said["challenged"].append(target)
            else:
                self._odd(
                    "dangling-reference",
                    f"challenges '{visible(target)}', which isn't there",
                    element,
                )
        if wanted != said["challenged"]:
            kept["challenges"] = wanted

    def _is_supported(self, name: str) -> bool:
        found = names(self.notes, self.elements[name].said.get("supportedBy"), 0, "supportedBy")
        return any(each in self.elements for each in found)

    def _there(self, element: _Element, key: str) -> list[str]:
        """The elements that one names under a key and that are there."""
        found = []
        for name in names(self.notes, element.said.get(key), element.start, key):
            if name in self.elements:
                found.append(name)
            else:
                message = f"names '{visible(name)}', which isn't in this file; it is kept"
                self._odd("dangling-reference", message, element)
        return found

    def _claim(self, element: _Element, *, context: bool) -> None:
        said = element.said
        by_name = kind_by_name(element.name)
        given = name_of(said.get("nodeType"))
        kind = given if given in _STANCES else by_name[0] if by_name else ""
        if not kind:
            self._odd("unknown-kind", "begins with the letters of no kind of element", element)
        stance = _STANCES.get(kind, "questioned")
        usual = usual_kind(element.name, stance, supported=bool(element.premises), context=context)
        if given is not None and given != usual:
            element.kept["nodeType"] = said["nodeType"]
        text = name_of(said.get("text"))
        if text is None:
            self._odd("no-text", "has no text", element)
        data = free(self.notes, NAME, element.kept, element.start)
        self.making.claim(text or "", id=element.name, stance=stance, data=data)

    def _challenge(self, element: _Element, target: str) -> None:
        id = self._fresh(f"{element.name}-challenge")
        if relation := RELATION.fullmatch(target):
            step = self.elements[relation[1]].said["link"]
            self.making.link(Undercut, (element.name,), step, id=id)
        else:
            self.making.link(Rebuttal, (element.name,), target, id=id)

    def _odd(self, code: str, message: str, element: _Element) -> None:
        start = element.start
        whole = f"'{visible(element.name)}' {message}"
        self.notes.add(code, whole, start, start + len(element.name), ids=(element.name,))

    def _fresh(self, wish: str) -> str:
        return fresh_id(wish, self.making.elements, self.counts)
