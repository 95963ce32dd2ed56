"""Why a claim or link has its verdict: one sentence, and the tree of reasons behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from ..model.claim import Claim
from ..model.link import Step
from ..model.map import ArgumentMap
from .certificate import grounds, rules_by_head
from .certified import decided_in_order
from .evaluation import Evaluation
from .grounded import Label
from .meaning import following, meaning
from .naming import listed, named
from .origin import Origin
from .preferences import changes
from .program import Changes, Rule

__all__ = ["Explanation", "Reason", "explain", "sentences"]


@frozen
class Reason:
    """Why one claim or link has its label: in words, and the ids that the words rest on."""

    id: str
    label: Label
    words: str
    because: tuple[str, ...] = ()


@frozen
class Explanation:
    """Why a claim or link has its verdict under a semantics.

    ``sentence`` says it in the map's ids and titles. ``reasons`` are what it rests on, by id, its own first, each as deep as the
    chain of reasons goes; they end with what nothing speaks against.
    """

    id: str
    label: Label
    semantics: str
    sentence: str
    reasons: Mapping[str, Reason]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The dialogue as indented lines: what rests on what; what was told before isn't told again."""
        yield self.sentence
        told: dict[str, None] = {}
        first = self.reasons[self.id].because if self.id in self.reasons else ()
        stack = [(1, id) for id in reversed(first)]
        while stack:
            depth, id = stack.pop()
            reason = self.reasons[id]
            if id in told:
                yield f"{'  ' * depth}{id}: {reason.label}, as told above"
                continue
            told[id] = None
            yield f"{'  ' * depth}{reason.words}"
            stack += [(depth + 1, each) for each in reversed(reason.because)]


def explain(evaluation: Evaluation, id: str) -> Explanation:
    """Why a claim or link has its verdict; raises `UnknownId` for another id.

    What the grounded labelling decides is explained by what decides it. What it leaves open is explained by who it is that can't be
    decided between, and by how the semantics goes on from there.
    """
    verdict = evaluation[id]
    words = _Words(evaluation)
    reasons = words.derived(id) if words.is_decided(id) else words.undecided(id)
    return Explanation(id, verdict.label, evaluation.semantics, words.sentence(id), reasons)


def sentences(evaluation: Evaluation) -> Mapping[str, str]:
    """The sentence of each claim's and each link's verdict, all at once."""
    words = _Words(evaluation)
    return {id: words.sentence(id) for id in evaluation}


def _first(words: str) -> str:
    return words[:1].upper() + words[1:] if words.startswith("the ") else words


class _Words:
    """The reasons of one evaluation in words."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.map: ArgumentMap = evaluation.map
        self.rules = rules_by_head(meaning(evaluation.map, evaluation.options))

    @cached_property
    def origins(self) -> Mapping[tuple[str, str], Origin]:
        """What makes a claim attack something by itself: chains under a flat reading, preferences."""
        options = self.evaluation.options
        if options.flat:
            return following(self.map, options)
        back = self.changes.back.items()
        return {(a, b): Origin("answer", (link,)) for b, found in back for a, link in found.items()}

    @cached_property
    def changes(self) -> Changes:
        """What preferences change."""
        return changes(self.map, self.evaluation.options)

    @cached_property
    def too_weak(self) -> Mapping[str, list[str]]:
        """For each claim the attacks that are too weak for it."""
        found: dict[str, list[str]] = {}
        for atom, target in self.changes.failing.items():
            found.setdefault(target, []).append(atom)
        return found

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        """The grounded label of every atom."""
        return self._order[1]

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each decided atom in the order in which they are decided."""
        return {atom: at for at, group in enumerate(self._order[0]) for atom in group}

    @cached_property
    def _order(self) -> tuple[list[list[str]], dict[str, Label]]:
        return decided_in_order(self.evaluation, all=True)

    def is_decided(self, id: str) -> bool:
        """Whether there is a labelling, and the grounded one decides it."""
        return self.evaluation.exists and self.labels[id] != "undecided"

    def sentence(self, id: str) -> str:
        """Why a claim or link has its verdict, in a sentence."""
        words = self.reason(id).words if self.is_decided(id) else self.of_open(id)
        return f"{_first(words)} [{self.evaluation.how}]"

    def reason(self, atom: str) -> Reason:
        """Why the grounded labelling decides an atom as it does."""
        labels, rank = self.labels, self.rank
        because = tuple(dict.fromkeys(grounds(self.rules[atom], labels, rank, rank[atom])))
        if because and labels[atom] == "rejected" and labels[because[0]] == "accepted":
            because = self._objections(atom)
        return Reason(atom, labels[atom], self._words(atom, labels, because), because)

    def derived(self, id: str) -> dict[str, Reason]:
        """The reasons of what the grounded labelling decides, from ``id`` on."""
        reasons: dict[str, Reason] = {}
        todo = [id]
        for atom in todo:
            if atom not in reasons:
                reasons[atom] = self.reason(atom)
                todo += reasons[atom].because
        return reasons

    def _objections(self, atom: str) -> tuple[str, ...]:
        """All that is accepted and speaks against an atom, but for what itself rests on the atom's fall."""
        labels, rank = self.labels, self.rank
        against = dict.fromkeys([each for rule in self.rules[atom] for each in rule.unless])
        return tuple(
            [
                each
                for each in against
                if labels[each] == "accepted"
                and (rank[each] < rank[atom] or not self._rests_on(each, atom))
            ]
        )

    def _rests_on(self, one: str, other: str) -> bool:
        """Whether the other atom is among what decides the one."""
        labels, rank = self.labels, self.rank
        seen: dict[str, None] = {}
        todo = [one]
        for atom in todo:
            if atom not in seen:
                seen[atom] = None
                todo += grounds(self.rules[atom], labels, rank, rank[atom])
        return other in seen

    def _words(self, atom: str, labels: Mapping[str, Label], because: Sequence[str]) -> str:
        options = self.evaluation.options
        name = named(self.map, atom)
        if atom in options.assume:
            return f"{name} is accepted, as it is assumed to be"
        if atom in options.without:
            return f"{name} is rejected, since it is taken away"
        if labels[atom] == "accepted":
            return self._accepted(atom, name, because)
        return self._rejected(atom, name, labels, because)

    def _accepted(self, atom: str, name: str, because: Sequence[str]) -> str:
        """Why an atom is accepted: what it rests on, and what fails that speaks against it."""
        words = self._held(atom, name, because)
        weak = [named(self.map, each) for each in self.too_weak.get(atom, ())]
        return f"{words}; too weak for it: {listed(weak)}" if weak else words

    def _held(self, atom: str, name: str, because: Sequence[str]) -> str:
        rule = next(r for r in self.rules[atom] if {*r.needs, *r.unless} == {*because})
        element = self.map.elements.get(atom)
        if isinstance(element, Claim):
            held = f"{listed(list(rule.needs))} holds" if rule.needs else self._standing(element)
        else:
            held = (
                f"{listed(list(rule.needs))} {_stand(rule.needs)}" if rule.needs else "it is drawn"
            )
        if rule.unless:
            fails = "fails" if len(rule.unless) == 1 else "fail"
            return f"{name} is accepted: {held}, and what speaks against it, {listed(list(rule.unless))}, {fails}"
        return f"{name} is accepted: {held}, and nothing speaks against it"

    def _standing(self, claim: Claim) -> str:
        """Why a claim stands that needs no support."""
        options = self.evaluation.options
        return "no claim needs support" if options.flat else f"it is {claim.stance}"

    def _rejected(
        self, atom: str, name: str, labels: Mapping[str, Label], because: Sequence[str]
    ) -> str:
        """Why an atom is rejected: an objection that is accepted, or something needed that isn't."""
        objections = [each for each in because if labels[each] == "accepted"]
        if objections:
            against = [self._objection(each, atom) for each in objections]
            return f"{name} is rejected, because {listed(against)}"
        if not self.rules[atom]:
            return f"{name} is rejected: it is questioned, and nothing supports it"
        element = self.map.elements.get(atom)
        if isinstance(element, Claim):
            stance = "questioned" if element.stance == "questioned" else "no evidence by itself"
            return f"{name} is rejected: it is {stance}, and nothing that supports it holds: not {listed(list(because))}"
        return f"{name} is rejected, because {listed(list(because))} {'is' if len(because) == 1 else 'are'}"

    def _objection(self, atom: str, target: str) -> str:
        """An objection that is accepted, as a clause."""
        element = self.map.elements.get(atom)
        if isinstance(element, Claim):
            origin = self.origins[atom, target]
            way = "in answer to" if origin.role == "answer" else "by"
            return (
                f"{named(self.map, atom)} speaks against it {way} {listed(origin.ids)} and stands"
            )
        if not isinstance(element, Step):
            return named(self.map, atom)  # a conflict's side
        premises = [named(self.map, each) for each in element.premises]
        verb = {"rebuttal": "speak", "undercut": "undercut"}[element.kind]
        one = len(premises) == 1
        said = f"{verb}{'s' if one else ''}{' against it' if verb == 'speak' else ' it'}"
        return f"{listed(premises)} {said} ({atom}) and {_stand(premises)}"

    def undecided(self, id: str) -> dict[str, Reason]:
        """What it is that something undecided hangs on: the undecided, from ``id`` on."""
        labels = self.labels
        reasons: dict[str, Reason] = {}
        todo = [self._undecided(id)]
        for atom in todo:
            if atom not in reasons:
                because = tuple(dict.fromkeys(self._waits_for(atom, labels)))
                words = f"{named(self.map, atom)} hangs on {listed(list(because))}"
                reasons[atom] = Reason(atom, labels[atom], words, because)
                todo += because
        return reasons

    def of_open(self, id: str) -> str:
        """The verdict of something that the grounded labelling leaves open, in a sentence."""
        evaluation, name = self.evaluation, named(self.map, id)
        verdict = evaluation[id]
        circle = self._circle(id)
        between = (
            f"{listed([named(self.map, each) for each in circle])} stand against one another, and nothing decides between them"
            if len(circle) > 1
            else f"{named(self.map, circle[0])} speaks against itself"
        )
        if not evaluation.exists:
            return f"{name} has no verdict: there is no {evaluation.semantics} labelling, since {between}"
        if verdict.labels == ("undecided",):
            return f"{name} is undecided: {between}"
        if len(verdict.labels) == 1:
            return f"{name} is {verdict.label} in every {evaluation.semantics} labelling, although the grounded one leaves it open: {between}"
        ways = listed([f"{label} in some" for label in verdict.labels])
        return f"{name} is {ways} of the {evaluation.semantics} labellings: {between}"

    def _undecided(self, id: str) -> str:
        """An atom that the grounded labelling leaves open: ``id`` if it does, else the first."""
        labels = self.labels
        return (
            id if labels[id] == "undecided" else next(a for a in labels if labels[a] == "undecided")
        )

    def _waits_for(self, atom: str, labels: Mapping[str, Label]) -> Iterator[str]:
        """What is undecided among what decides an atom."""
        for rule in self.rules[atom]:
            if _may_hold(rule, labels):
                yield from [x for x in (*rule.needs, *rule.unless) if labels[x] == "undecided"]

    def _circle(self, id: str) -> list[str]:
        """The claims on a circle of undecided that ``id`` hangs on."""
        labels = self.labels
        path: dict[str, None] = {}
        atom = self._undecided(id)
        while atom not in path:
            path[atom] = None
            atom = next(self._waits_for(atom, labels))
        circle = list(path)[list(path).index(atom) :]
        return [each for each in circle if isinstance(self.map.elements.get(each), Claim)]


def _may_hold(rule: Rule, labels: Mapping[str, Label]) -> bool:
    """Whether nothing decided makes a rule fail."""
    return not any(labels[need] == "rejected" for need in rule.needs) and not any(
        labels[each] == "accepted" for each in rule.unless
    )


def _stand(names: Sequence[str]) -> str:
    return "stands" if len(names) == 1 else "stand"
