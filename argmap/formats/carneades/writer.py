"""A map as Carneades' YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.data import Data, thaw
from ...model.ids import fresh_id
from ...model.link import Answer, Conflict, Link, Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from ...source import SourceText
from ...yamlwrite import write_yaml
from ..format import Rendering
from ..read_back import UNLIMITED, Said, losses_between
from .reader import NAME, read

__all__ = ["write"]

_TITLE = "Carneades YAML"


def write(map: ArgumentMap) -> Rendering:
    """The map as such a document.

    Asserted and assumed claims are assumptions. A rebuttal is an argument for the contrary of its target, a statement
    that is made for it and conflicts with it; only the first undercut of a support, by one claim, has a place.
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


def _name(element: Any) -> str:
    """The name of an element in the document: its id, but where that was changed when it was read."""
    name = _kept(element.data).get("id")
    return name if isinstance(name, str) else str(element.id)


@define
class _Writer:
    """Tables in the making; ``contraries`` are the statements made for rebuttals, ``undercutters`` what undercuts."""

    map: ArgumentMap
    said: Said
    names: dict[str, str] = field(factory=dict)
    statements: dict[str, str] = field(factory=dict)
    contraries: dict[str, str] = field(factory=dict)
    undercutters: dict[str, Undercut] = field(factory=dict)
    issues: dict[str, dict[str, Any]] = field(factory=dict)
    steps: list[Step] = field(factory=list)

    def document(self) -> dict[str, Any]:
        """The tables of the document."""
        map = self.map
        self._name_elements()
        for link in map.links:
            self._sort(link)
        kept = _kept(map.data)
        arguments = {self.names[step.id]: self._argument(step) for step in self.steps}
        self._issues()
        tables = {
            "meta": self._meta(kept.get("meta")),
            "statements": self._statements(),
            "argument_schemes": self._schemes(kept.get("argument_schemes")),
            "issues": self.issues,
            "arguments": arguments,
            "assumptions": self._assumptions(kept.get("assumptions")),
        }
        made = {name: held for name, held in tables.items() if held}
        rest = {name: thaw(held) for name, held in kept.items() if name not in tables}
        return {**made, **rest}

    def _name_elements(self) -> None:
        """Give each element the name that it had, unless another of its table has it now."""
        taken: dict[str, dict[str, str]] = {Claim.kind: self.statements}
        elements: tuple[Any, ...] = (*self.map.claims, *self.map.issues, *self.map.links)
        for element in elements:
            table = taken.setdefault(Link.kind if isinstance(element, Link) else element.kind, {})
            name = _name(element)
            name = fresh_id(element.id, table, {}) if name in table else name
            table[name] = element.id
            self.names[element.id] = name

    def _sort(self, link: Link) -> None:
        """Find a place for a link, or leave it out."""
        leave_out = self.said.leave_out
        if isinstance(link, Support | Rebuttal):
            if isinstance(self.map.elements[link.target], Claim):
                self.steps.append(link)
                if link.warrants:
                    self.said.whys[link.id] = "the warrants are written as premises"
            else:
                leave_out(link.id, f"in {_TITLE} arguments are for statements")
        elif isinstance(link, Undercut):
            alone = not link.linked and not link.warrants and link.target not in self.undercutters
            if alone and isinstance(self.map.elements[link.target], Support | Rebuttal):
                self.undercutters[link.target] = link
            else:
                leave_out(link.id, "an argument has one undercutter, which is one statement")
        elif not isinstance(link, Answer | Conflict):
            leave_out(link.id, f"{_TITLE} has no {link.kind}s")

    def _meta(self, kept: Any) -> dict[str, Any]:
        title = {"title": self.map.about.title} if self.map.about.title else {}
        return {**title, **(thaw(kept) if isinstance(kept, Data) else {})}

    def _statements(self) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for claim in self.map.claims:
            kept = _kept(claim.data)
            if kept.get("undeclared") is True or kept.get("made") is True:
                continue
            more = {name: thaw(held) for name, held in kept.items() if name != "id"}
            label = {"label": claim.title} if claim.title else {}
            whole = {"text": claim.text, **label, **more}
            made[self.names[claim.id]] = claim.text if len(whole) == 1 else whole
        for id, contrary in self.contraries.items():
            target: Any = self.map[id]
            made[contrary] = f"It is not so: {target.text or target.title or id}"
        return made

    def _schemes(self, kept: Any) -> Any:
        """The schemes that are declared: those that were, and those that no argument names."""
        if isinstance(kept, Data):
            return thaw(kept)
        made = list(thaw(kept)) if isinstance(kept, tuple) else []
        ids = [item.get("id") for item in made if isinstance(item, dict)]
        declared = dict.fromkeys([id for id in ids if isinstance(id, str)])
        used = dict.fromkeys([step.scheme for step in self.steps])
        made += [
            {"id": scheme.id}
            for scheme in self.map.schemes
            if scheme.id not in declared and scheme.id not in used
        ]
        return made

    def _argument(self, step: Step) -> dict[str, Any]:
        kept = _kept(step.data)
        roles = kept.pop("roles", None)
        kept.pop("id", None)
        made: dict[str, Any] = {"scheme": step.scheme} if step.scheme is not None else {}
        made["conclusion"] = self.names[step.target]
        if isinstance(step, Rebuttal):
            made["conclusion"] = self._contrary(step)
        premises = [
            self.names[id]
            for id in step.premises + step.warrants
            if _kept(self.map[id].data).get("made") is not True
        ]
        if isinstance(roles, tuple) and len(dict.fromkeys(roles)) == len(roles) == len(premises):
            made["premises"] = dict(zip(map(str, roles), premises, strict=True))
        elif premises:
            made["premises"] = premises
        if step.weight is not None:
            made["weight"] = step.weight
        if step.id in self.undercutters:
            made["undercutter"] = self.names[self.undercutters[step.id].premises[0]]
        return {**made, **{name: thaw(held) for name, held in kept.items()}}

    def _contrary(self, step: Step) -> str:
        """The statement that an argument against a claim is for."""
        if step.target not in self.contraries:
            made = fresh_id(f"¬{self.names[step.target]}", self.statements, {})
            self.contraries[step.target] = self.statements[made] = made
        contrary = self.contraries[step.target]
        self.said.whys[step.id] = f"it is written as an argument for '{contrary}'"
        return contrary

    def _issues(self) -> None:
        positions: dict[str, list[str]] = {issue.id: [] for issue in self.map.issues}
        of_claim: dict[str, str] = {}
        for link in self.map.links:
            if isinstance(link, Answer):
                positions[link.issue].append(link.claim)
                of_claim.setdefault(link.claim, link.issue)
        known = {tuple(each): id for id, each in positions.items() if len(each) > 1}
        for link in self.map.links:
            if isinstance(link, Conflict) and link.claims not in known:
                positions[link.id] = list(link.claims)
        for id, each in positions.items():
            kept = _kept(self.map[id].data)
            kept.pop("id", None)
            rest = {name: thaw(held) for name, held in kept.items() if name != "positions"}
            self.issues[self.names[id]] = {"positions": [self.names[c] for c in each], **rest}
        for id, contrary in self.contraries.items():
            if id in of_claim:
                self.issues[self.names[of_claim[id]]]["positions"].append(contrary)
            else:
                name = fresh_id(f"{self.names[id]}-issue", self.issues, {})
                self.issues[name] = {"positions": [self.names[id], contrary]}

    def _assumptions(self, kept: Any) -> list[str]:
        made = [
            self.names[claim.id]
            for claim in self.map.claims
            if claim.stance != "questioned"
            and _kept(claim.data).get("assumed") is not True
            and _kept(claim.data).get("made") is not True
        ]
        more = [name for name in (kept if isinstance(kept, tuple) else ()) if isinstance(name, str)]
        return list(dict.fromkeys([*made, *more]))

    def match(self, back: ArgumentMap) -> None:
        """Take in which element of the document each of the map's is."""
        supports = [link for link in back.links if isinstance(link, Support)]
        undercuts = {link.target: link.id for link in back.links if isinstance(link, Undercut)}
        for step, found in zip(self.steps, supports, strict=False):
            self.said.ids[step.id] = found.id
            if step.id in self.undercutters:
                self.said.ids[self.undercutters[step.id].id] = undercuts[found.id]
        answers = {
            (link.claim, link.issue): link.id for link in back.links if isinstance(link, Answer)
        }
        conflicts: dict[tuple[str, ...], list[str]] = {}
        for link in back.links:
            if isinstance(link, Conflict):
                conflicts.setdefault(link.claims, []).append(link.id)
        for link in self.map.links:
            if isinstance(link, Answer):
                self.said.ids[link.id] = answers.get((link.claim, link.issue), "")
            elif isinstance(link, Conflict):
                found_ids = conflicts.get(link.claims, [])
                self.said.ids[link.id] = found_ids.pop(0) if found_ids else ""
