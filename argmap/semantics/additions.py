"""The single objections that would change a verdict if somebody made them: who would have to speak against what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from ..errors import UnknownName
from ..model.ids import fresh_id
from ..model.link import Rebuttal
from .evaluation import Evaluation, evaluate
from .flips import of_program
from .grounded import ACCEPTED, REJECTED, UNDECIDED, WORDS, Label

__all__ = ["Addition", "additions"]


@frozen
class Addition:
    """A rebuttal that isn't there, of the claim ``target`` by the claim ``source``, and the label that the verdict would then have."""

    source: str
    target: str
    label: Label


def additions(evaluation: Evaluation, id: str) -> Iterator[Addition]:
    """Every single rebuttal of a claim by a claim that isn't there and would change the grounded verdict of ``id``, in the map's order.

    Found lazily: where the new rebuttal closes no circle its effect hangs on nothing but the label of its source, and is found once for each
    target; where it closes one, the map is weighed anew. Raises `UnknownId`, and `UnknownName` for an evaluation under another semantics or
    reading.

    >>> from argmap import ArgumentMap, Claim
    >>> evaluation = evaluate(ArgumentMap(claims=(Claim("a"), Claim("b"))))
    >>> list(additions(evaluation, "a"))
    [Addition(source='b', target='a', label='rejected')]
    """
    if evaluation.semantics != "grounded":
        raise UnknownName("semantics for additions", evaluation.semantics, ("grounded",))
    of_program(evaluation, "additions")
    return _Search(evaluation, evaluation[id].id).found()


@define
class _Search:
    """What is known so far of the effects of new rebuttals on one verdict."""

    evaluation: Evaluation
    id: str
    known: dict[tuple[str, int], Label] = field(factory=dict)

    def found(self) -> Iterator[Addition]:
        """All additions, one after the other."""
        evaluation, now = self.evaluation, self.evaluation[self.id].label
        claims = [claim.id for claim in evaluation.map.claims]
        there = self._there()
        cone = self._leading()
        reached = {target: self._reached(target) for target in claims if target in cone}
        for source in claims:
            for target, within in reached.items():
                if source != target and (source, target) not in there:
                    label = self._label(source, target, within)
                    if label != now:
                        yield Addition(source, target, label)

    def _there(self) -> Mapping[tuple[str, str], None]:
        """The rebuttals of one claim by another that there are."""
        links = [link for link in self.evaluation.map.links if isinstance(link, Rebuttal)]
        alone = [link for link in links if not link.linked and not link.warrants]
        gone = self.evaluation.options.without
        return {(link.premises[0], link.target): None for link in alone if link.id not in gone}

    def _leading(self) -> Mapping[str, None]:
        """All atoms from which attacks lead to the verdict's."""
        return self._walked(self.id, self.evaluation.compiled.graph.attackers)

    def _reached(self, target: str) -> Mapping[str, None]:
        """All atoms to which attacks lead from one."""
        return self._walked(target, self.evaluation.compiled.graph.attacked)

    def _walked(self, start: str, arrows: object) -> Mapping[str, None]:
        number, names = self.evaluation.compiled.number, list(self.evaluation.compiled.number)
        todo = [number[start]]
        seen = dict.fromkeys(todo)
        for each in todo:
            fresh = [other for other in arrows[each] if other not in seen]  # type: ignore[index] # lists of numbers
            seen |= dict.fromkeys(fresh)
            todo += fresh
        return {names[each]: None for each in seen if each < len(names)}

    def _label(self, source: str, target: str, within: Mapping[str, None]) -> Label:
        """The label that the verdict would have."""
        evaluation = self.evaluation
        if source in within:
            return self._anew(source, target)
        label = evaluation.grounded[evaluation.compiled.number[source]]
        if (target, label) not in self.known:
            self.known[target, label] = self._by_label(source, target, label)
        return self.known[target, label]

    def _by_label(self, source: str, target: str, label: int) -> Label:
        evaluation = self.evaluation
        if label == REJECTED or target in evaluation.options.assume:
            return evaluation[self.id].label
        if label == UNDECIDED:
            return self._anew(source, target)
        number = evaluation.compiled.number
        changed = evaluation.what_if.changed({number[target]: -ACCEPTED})
        at = number[self.id]
        return WORDS[changed.get(at, evaluation.grounded[at])]

    def _anew(self, source: str, target: str) -> Label:
        """The label in a map that has the rebuttal."""
        map = self.evaluation.map
        new = Rebuttal(fresh_id("new", map, {}), (source,), target)
        changed = evolve(map, links=(*map.links, new))
        return evaluate(changed, **self.evaluation.options.asked())[self.id].label
