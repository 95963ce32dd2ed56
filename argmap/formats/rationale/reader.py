"""The nodes of a Rationale script as a map."""

from __future__ import annotations

from attrs import define, field

from ...errors import ReadError
from ...limits import Limits
from ...model.link import Link, Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from ...source import SourceText, visible
from ..format import Reading
from ..legal import legal
from ..making import Making
from ..text_notes import TextNotes
from .script import Node, nodes

__all__ = ["read"]

_REASONS = ("Reason", "CompoundReason")
_OBJECTIONS = ("Objection", "CompoundObjection")
_CLAIMS = ("Claim", "Contention", "Position", "Basis", "Co-premise", "CoPremise")
_USUAL_LABELS = ("supports", "opposes", "")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a script makes.

    Claims are claims; reasons and objections are supports and rebuttals, of the claims in them or, if there are
    none, of their own text. What stands below an inference bears on the step. Calls that
    can't be followed, nodes of other types and claims that stand below a claim are findings, or refused if ``strict``.
    """
    source, found = legal(source, strict=strict)
    notes = TextNotes(source, strict, found)
    roots = nodes(source.text, notes)
    if not roots:
        hint = 'a script of Rationale begins with lines such as node0 = app.Create("Claim")'
        raise ReadError("no claim is created", span=source.span(0), hint=hint)
    reader = _Reader(notes, Making(source, limits))
    reader.take(roots)
    data = {"rationale": {"notes": reader.kept}} if reader.kept else {}
    map = ArgumentMap(**reader.making.parts(), data=data)
    return Reading(map, notes.told(), "rationale")


@define
class _Reader:
    """A map in the making; ``kept`` are the texts of notes."""

    notes: TextNotes
    making: Making
    kept: list[str] = field(factory=list)

    def take(self, roots: list[Node]) -> None:
        """Take in the nodes of the top, and all that is below them."""
        below = [(self._claim(root), root.children) for root in roots if self._is_claim(root)]
        todo = below[::-1]
        while todo:
            id, children = todo.pop()
            deeper: list[tuple[str, list[Node]]] = []
            for child in children:
                if child.type in _REASONS + _OBJECTIONS:
                    deeper += self._step(id, child)
                elif self._is_claim(child):
                    message = "a claim stands below another, neither for nor against it"
                    self._odd("no-side", message, child)
                    deeper.append((self._claim(child), child.children))
            todo += deeper[::-1]

    def _is_claim(self, node: Node) -> bool:
        """Whether a node is a claim; notes are kept, and what is of no known type is a claim, with a finding."""
        if node.type == "Note":
            self.kept.append(node.text)
            return False
        if node.type not in _CLAIMS:
            message = f"a node of the type '{visible(node.type[:40])}' is read as a claim"
            self._odd("unknown-type", message, node)
        return True

    def _claim(self, node: Node) -> str:
        if not node.text:
            self._odd("no-text", "a claim has no text", node)
        return self.making.claim(node.text).id

    def _step(self, target: str, node: Node) -> list[tuple[str, list[Node]]]:
        """Make the link that a reason or an objection is; give what stands below it and its premises."""
        claims = [child for child in node.children if child.type in _CLAIMS]
        inferences = [child for child in node.children if child.type == "Inference"]
        others = [child for child in node.children if child.type not in (*_CLAIMS, "Inference")]
        below = [(self._claim(claim), claim.children) for claim in claims]
        if not below:
            below = [(self._claim(node), [])]
        attack = Undercut if isinstance(self.making.elements[target], Link) else Rebuttal
        kind: type[Step] = Support if node.type in _REASONS else attack
        label = next((each.text for each in inferences if each.text not in _USUAL_LABELS), "")
        premises = tuple([id for id, _ in below])
        link = self.making.link(kind, premises, target, label=label)
        on_step = [child for inference in inferences for child in inference.children]
        first, children = below[0]
        below[0] = (first, [*children, *others])
        return [*below, (link.id, on_step)]

    def _odd(self, code: str, message: str, node: Node) -> None:
        self.notes.add(code, message, node.start)
