"""Reads AML: the tree of propositions as claims, supports and rebuttals, with schemes, owners and places in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, evolve, field

from ...limits import Limits
from ...model.records import Citation, Source
from ...source import SourceText
from ...xmltext import Element, kept, parse_xml
from ..format import Reading
from ..map_builder import ASIDE, MapBuilder, expect_root
from .words import (
    NAME,
    TEXT,
    Instances,
    name_of,
    particulars,
    particulars_of,
    scheme_of,
    shared_schemes,
    usual_instances,
)

__all__ = ["read"]

_UNITS = ("CA", "LA", "REFUTATION")
_OWN = ("identifier", "missing", "nodelabel", "supportlabel")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of AML says.

    Propositions are claims, implicit where they are missing from the text; their owners say them; where their offset
    agrees with the text they cite it. ``CA`` is a support by one premise, ``LA`` one by linked premises,
    ``REFUTATION`` a rebuttal. A scheme is a step's if all its propositions are in the same instance of it. All schemes
    of the scheme set are the map's, with their critical questions. Labels of nodes, roles and what AML doesn't
    have are kept.
    """
    document = parse_xml(source, limits=limits)
    root = expect_root(document, ["ARG"], "AML")
    return _Reader(MapBuilder(document, NAME, limits), root).reading(strict)


@define
class _Reader:
    builder: MapBuilder
    root: Element
    text: str = ""
    ids: dict[Element, str] = field(factory=dict)
    instances: Instances = field(factory=dict)
    found: list[tuple[Element, list[str], str]] = field(factory=list)

    def reading(self, strict: bool) -> Reading:
        units = []
        for element in self.root.children:
            if element.name == "AU":
                units.append(element)
            elif not self._beside(element):
                self.builder.put_aside(
                    "unknown-element", f"AML has no <{element.name}> here", element
                )
        order = [unit for root in units for unit in _units(root)]
        for unit in order:
            self._claim(unit)
        for unit in order:
            self._steps(unit)
        names = shared_schemes(self.instances, [step[1:] for step in self.found])
        steps = [(name, *step[1:]) for name, step in zip(names, self.found, strict=True)]
        for name, (holder, premises, target) in zip(names, self.found, strict=True):
            self._step(name, holder, premises, target)
        if self.instances != usual_instances(steps):
            self.builder.kept["instances"] = self.instances
        return self.builder.reading(strict=strict)

    # Beside the tree.

    def _beside(self, element: Element) -> bool:
        """Take in what isn't a proposition; False for what AML doesn't have."""
        builder = self.builder
        if element.name == "TEXT":
            self.text = element.whole_text
            data = builder.data({TEXT: self.text}, element)
            origin = builder.sources.get(TEXT)
            builder.sources[TEXT] = Source(TEXT, origin.title if origin else "", data=data)
        elif element.name == "EDATA":
            self._particulars(element)
        elif element.name == "SCHEMESET":
            for scheme in element.named("SCHEME"):
                self._scheme(scheme)
        else:
            return False
        return True

    def _particulars(self, element: Element) -> None:
        about, origin = particulars(element)
        if origin:
            held = self.builder.sources.get(TEXT, Source(TEXT))
            self.builder.sources[TEXT] = evolve(held, title=origin)
        self.builder.about = about
        usual = particulars_of(about, origin)
        given = kept(element, tidy=True)
        if usual is None or kept(usual) != given:
            self.builder.kept["edata"] = given

    def _scheme(self, element: Element) -> None:
        id = self.builder.scheme(name_of(element))
        form = element.first("FORM")
        given = kept(form, tidy=True) if form else []
        data = self.builder.data(
            {"form": given if given != ["FORM", ["CONCLUSION"]] else []}, element
        )
        self.builder.schemes[id] = scheme_of(element, id, data)

    # The tree.

    def _claim(self, unit: Element) -> None:
        prop = unit.first("PROP")
        if prop is None:
            self.builder.put_aside("no-proposition", "the argument unit has no proposition", unit)
            return
        for other in unit.children:
            if other is not prop and other.name not in _UNITS:
                self.builder.put_aside("unknown-element", f"AML has no <{other.name}> here", other)
        text = "".join([told.whole_text for told in prop.named("PROPTEXT")])
        owners = [owner.attributes.get("name", "") for owner in prop.named("OWNER")]
        held = prop.attributes
        offset, citations = self._place(prop, text)
        more = [
            child for child in prop.children if child.name not in ("PROPTEXT", "OWNER", "INSCHEME")
        ]
        id = self.builder.claim(
            held.get("identifier", ""),
            text,
            prop,
            kept={
                "nodelabel": held.get("nodelabel"),
                "offset": offset,
                "more": [kept(child, tidy=True) for child in more],
                "attributes": {name: value for name, value in held.items() if name not in _OWN},
            },
            implicit=held.get("missing", "").strip().lower() == "yes",
            said_by=tuple(dict.fromkeys([self.builder.participant(name) for name in owners])),
            citations=citations,
        )
        self.ids[unit] = id
        found = [[_name(one), one.attributes.get("schid", "")] for one in prop.named("INSCHEME")]
        if found:
            self.instances[id] = found

    def _place(self, prop: Element, text: str) -> tuple[str | None, tuple[Citation, ...]]:
        """The offset as it is kept, or the citation that says it."""
        told = prop.first("PROPTEXT")
        raw = told.attributes.get("offset") if told else None
        if told is None or raw is None:
            return None, ()
        start = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 12 else -1
        if start < 0 or not self.text or not text:
            return raw, ()
        if self.text[start : start + len(text)] == text:
            place = Citation(TEXT, text, start=start, end=start + len(text))
            return None, (place,)
        if prop.attributes.get("missing") != "yes":
            message = f"at the offset {raw} of the text stand other words"
            self.builder.note("offset-mismatch", message, told, "offset", kept=ASIDE)
        return raw, ()

    def _steps(self, unit: Element) -> None:
        for holder in unit.children:
            if holder.name not in _UNITS or unit not in self.ids:
                continue
            inner = [one for one in holder.named("AU") if one in self.ids]
            for other in holder.children:
                if other.name != "AU":
                    self.builder.put_aside(
                        "unknown-element", f"AML has no <{other.name}> here", other
                    )
            together = [inner] if holder.name == "LA" else [[one] for one in inner]
            for units in together:
                if units:
                    self.found.append((holder, [self.ids[one] for one in units], self.ids[unit]))

    def _step(self, name: str, holder: Element, premises: list[str], target: str) -> None:
        labels = [self.builder.elements[id].attributes.get("supportlabel", "") for id in premises]
        label = labels[0] if len(dict.fromkeys(labels)) == 1 else ""
        more: dict[str, Any] = {"scheme": self.builder.scheme(name)} if name else {}
        role = "attack" if holder.name == "REFUTATION" else "support"
        kept = {"supportlabels": labels if any(labels) and not label else []}
        self.builder.step("", role, premises, target, holder, kept=kept, label=label, **more)


def _units(root: Element) -> Iterator[Element]:
    """The argument units of a tree, each before those below it."""
    todo = [root]
    while todo:
        unit = todo.pop()
        yield unit
        below = [
            au for holder in unit.children if holder.name in _UNITS for au in holder.named("AU")
        ]
        todo += reversed(below)


def _name(inscheme: Element) -> str:
    return " ".join(inscheme.attributes.get("scheme", "").split())
