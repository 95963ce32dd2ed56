"""What holds of the verdicts of a semantics, argmap's or your own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from ..model import ArgumentMap, Claim, Conflict
from ..semantics import Evaluation, check_certificate, evaluate, explain, program
from ..semantics.program import Rule

__all__ = ["Weigh", "check_verdicts"]

Weigh: TypeAlias = Callable[[ArgumentMap], Mapping[str, str]]
"""A semantics of your own: the label of every claim and link, by id."""

_WORTH = {"rejected": 0, "undecided": 1, "accepted": 2}


def check_verdicts(map: ArgumentMap, semantics: str | Weigh = "grounded") -> Mapping[str, str]:
    """The labels that a semantics gives the claims and links of a map.

    ``semantics`` is a name, or a function of your own from a map to labels by id. Raises AssertionError unless

    * every claim and link has one of the labels accepted, rejected and undecided, and nothing else has any;
    * weighing it once more gives the same;
    * the order in which claims and links stand changes nothing;
    * a claim that nothing ties to the map changes nothing;
    * what is accepted where a labelling is sure of everything follows by the rules of the map's program (see `argmap.semantics.program`):
      for a function of your own its labels are the labelling, for a name each labelling it has, up to a hundred of them;
    * for a name, every certificate it gives stands the check, and every explanation names only what is there.

    >>> from argmap import Draft
    >>> draft = Draft()
    >>> co_ops = draft.claim("Co-ops are good.", id="good")
    >>> objection = draft.rebut(co_ops, by=draft.claim("They are slow.", id="slow"), id="r")
    >>> check_verdicts(draft.map(), "preferred")
    {'good': 'rejected', 'slow': 'accepted', 'r': 'accepted'}
    """
    if isinstance(semantics, str):
        name = semantics

        def weigh(map: ArgumentMap) -> Mapping[str, str]:
            return evaluate(map, name).labels

        labels = weigh(map)
        faults = [*_same(map, labels, weigh), *_of_evaluation(evaluate(map, name))]
    else:
        labels = semantics(map)
        faults = [*_same(map, labels, semantics), *_illegal(map, labels)]
    if faults:
        raise AssertionError("the verdicts are unsound:\n  " + "\n  ".join(faults))
    return dict(labels)


def _same(map: ArgumentMap, labels: Mapping[str, str], weigh: Weigh) -> Iterator[str]:
    """What is wrong with labels as such, and with those of maps that mean the same."""
    wanted = [*[claim.id for claim in map.claims], *[link.id for link in map.links]]
    if sorted(labels) != sorted(wanted):
        yield f"labels are of {sorted(labels)}, and claims and links are {sorted(wanted)}"
    yield from [f"{id!r} is {label!r}" for id, label in labels.items() if label not in _WORTH]
    if dict(weigh(map)) != dict(labels):
        yield "weighed again it comes out otherwise"
    turned = evolve(map, claims=map.claims[::-1], links=map.links[::-1])
    if dict(weigh(turned)) != dict(labels):
        yield "in another order it comes out otherwise"
    alone = next(id for id in (f"alone-{n}" for n in range(len(map) + 1)) if id not in map)
    more = evolve(map, claims=(*map.claims, Claim(alone)))
    if {id: label for id, label in weigh(more).items() if id != alone} != dict(labels):
        yield "beside a claim that nothing ties to it it comes out otherwise"


def _of_evaluation(evaluation: Evaluation) -> Iterator[str]:
    map = evaluation.map
    atoms = set(program(map).atoms)
    for labelling in evaluation.labellings(limit=100):
        yield from _illegal(map, labelling)
    for id in evaluation if evaluation.exists else ():
        shown = evaluation.certificate(id)
        if shown is not None and not check_certificate(map, shown):
            yield f"the certificate of {id!r} shows nothing"
        because = [
            each for reason in explain(evaluation, id).reasons.values() for each in reason.because
        ]
        yield from [f"why {id!r}: {each!r} isn't there" for each in because if each not in atoms]


def _illegal(map: ArgumentMap, labels: Mapping[str, str]) -> Iterator[str]:
    """The claims and links whose label isn't what their rules give them."""
    made = program(map)
    rules: dict[str, list[Rule]] = {atom: [] for atom in made.atoms}
    for rule in made.rules:
        rules[rule.head].append(rule)
    worth = {id: _WORTH.get(label, 1) for id, label in labels.items()}
    for conflict in map.links:
        if isinstance(conflict, Conflict):  # its sides have no label of their own
            sides = [atom for atom in made.atoms if atom.startswith(f"{conflict.id}:")]
            worth |= {
                side: _best(rules.get(side, []), worth) for side in sides if side not in worth
            }
    for id, label in labels.items():
        best = _best(rules.get(id, []), worth)
        if best != _WORTH.get(label):
            word = next(word for word, value in _WORTH.items() if value == best)
            yield f"{id!r} is {label}, and by its rules {word}"


def _best(rules: list[Rule], worth: Mapping[str, int]) -> int:
    """What the best of the rules is worth."""
    return max([_body(rule, worth) for rule in rules], default=0)


def _body(rule: Rule, worth: Mapping[str, int]) -> int:
    needs = [worth.get(each, 1) for each in rule.needs]
    return min([2, *needs, *[2 - worth.get(each, 1) for each in rule.unless]])
