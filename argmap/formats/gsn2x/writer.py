"""A map as gsn2x's YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.data import Data, thaw
from ...model.link import Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from ...source import SourceText
from ...yamlwrite import write_yaml
from ..format import Rendering
from ..read_back import UNLIMITED, Said, losses_between
from .kinds import kind_by_name, usual_kind
from .reader import NAME, read

__all__ = ["write"]

_TITLE = "gsn2x YAML"


def write(map: ArgumentMap) -> Rendering:
    """The map as one file: goals, solutions and contexts by what bears on them, where their names say nothing else.

    Several supports of one claim become one; rebuttals are challenges of elements, undercuts of relations.
    """
    said = Said()
    writer = _Writer(map, said)
    text = write_yaml(writer.document())
    back = read(SourceText("", text), strict=False, limits=UNLIMITED).map
    writer.match(back)
    return Rendering(text, losses_between(map, back, _TITLE, said), NAME)


def _kept(data: Mapping[str, Any]) -> dict[str, Any]:
    held = data.get(NAME)
    return dict(held) if isinstance(held, Data) else {}


@define
class _Writer:
    """Elements in the making: for each claim what supports it, its context, and what it challenges."""

    map: ArgumentMap
    said: Said
    supports: dict[str, Support] = field(factory=dict)
    premises: dict[str, list[str]] = field(factory=dict)
    context: dict[str, list[str]] = field(factory=dict)
    challenges: dict[str, list[str]] = field(factory=dict)
    steps: list[tuple[Step, str]] = field(factory=list)

    def document(self) -> dict[str, Any]:
        """The file's mapping."""
        for issue in self.map.issues:
            self.said.leave_out(issue.id, f"{_TITLE} has no issues")
        for link in self.map.links:
            if isinstance(link, Support) and isinstance(self.map.elements[link.target], Claim):
                self._support(link)
        steps = {link.id: link for link in self.supports.values()}
        for link in self.map.links:
            if isinstance(link, Rebuttal):
                self._challenge(link, link.target)
            elif isinstance(link, Undercut) and link.target in steps:
                step = steps[link.target]
                self._challenge(link, f"{step.target} -> {step.premises[0]}")
            elif not isinstance(link, Support) or link.target not in self.supports:
                self.said.leave_out(link.id, f"{_TITLE} has no place for it")
        kept = _kept(self.map.data)
        about = self.map.about
        module = {"name": about.title} if about.title else {}
        module |= {"brief": about.description} if about.description else {}
        held = kept.pop("module", None)
        module |= thaw(held) if isinstance(held, Data) else {}
        premises = {name for each in self.premises.values() for name in each}
        context = {name for each in self.context.values() for name in each} - premises
        elements = {
            claim.id: self._element(claim, context=claim.id in context) for claim in self.map.claims
        }
        rest = {name: thaw(value) for name, value in kept.items() if name not in elements}
        return {**({"module": module} if module else {}), **elements, **rest}

    def _support(self, link: Support) -> None:
        first = self.supports.setdefault(link.target, link)
        if first is not link:
            self.said.leave_out(link.id, "all that supports an element stands in one list")
            self.said.whys[first.id] = "all that supports an element stands in one list"
        self.premises.setdefault(link.target, []).extend(link.premises)
        self.context.setdefault(link.target, []).extend(link.warrants)

    def _challenge(self, link: Step, target: str) -> None:
        for premise in link.premises + link.warrants:
            self.challenges.setdefault(premise, []).append(target)
            self.steps.append((link, premise))
        if link.linked or link.warrants:
            self.said.whys[link.id] = f"{_TITLE} has no linked challenges; each is one of its own"

    def _element(self, claim: Claim, *, context: bool) -> dict[str, Any]:
        kept = _kept(claim.data)
        made: dict[str, Any] = {"text": claim.text}
        supported = claim.id in self.premises
        kind = kept.pop("nodeType", None)
        if kind is None:
            kind = usual_kind(claim.id, claim.stance, supported=supported, context=context)
            by_name = kind_by_name(claim.id)
            kind = None if by_name is not None and by_name[0] == kind else kind
        for key, held in (
            ("nodeType", kind),
            ("supportedBy", self._listed(kept, "supportedBy", self.premises.get(claim.id, ()))),
            ("inContextOf", self._listed(kept, "inContextOf", self.context.get(claim.id, ()))),
            ("challenges", self._listed(kept, "challenges", self.challenges.get(claim.id, ()))),
        ):
            made |= {key: thaw(held)} if held else {}
        return {**made, **{name: thaw(held) for name, held in kept.items() if name not in made}}

    def _listed(self, kept: dict[str, Any], key: str, wanted: Any) -> Any:
        """The names that were read, if the links still say what is there of them, else the links' own."""
        held = kept.pop(key, None)
        if isinstance(held, Data) and not wanted:
            return held
        names = [name for name in held if isinstance(name, str)] if isinstance(held, tuple) else []
        there = [name for name in dict.fromkeys(names) if name in dict.fromkeys(wanted)]
        same = there == list(dict.fromkeys(wanted)) or key == "inContextOf"
        return names if names and same else [*dict.fromkeys(wanted)]

    def match(self, back: ArgumentMap) -> None:
        """Take in which link of the document each of the map's is."""
        supports = {link.target: link.id for link in back.links if isinstance(link, Support)}
        for target, support in self.supports.items():
            self.said.ids[support.id] = supports.get(target, "")
        found: dict[tuple[str, str], list[str]] = {}
        for other in back.links:
            if isinstance(other, Rebuttal | Undercut):
                found.setdefault((other.premises[0], other.target), []).append(other.id)
        for link, premise in self.steps:
            target = self.said.ids.get(link.target, link.target)
            ids = found.get((premise, target), [])
            if ids and link.id not in self.said.ids:
                self.said.ids[link.id] = ids.pop(0)
