"""Cruxes: the smallest sets of claims without which a verdict would be another; and what most hangs on."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ..model.claim import Claim
from .certificate import grounds, rules_by_head
from .certified import decided_in_order
from .evaluation import Evaluation, evaluate
from .flips import flips, of_program
from .grounded import Label
from .meaning import meaning

__all__ = ["Crux", "Cruxes", "cruxes", "load_bearing"]


@frozen
class Crux:
    """Claims that a verdict hangs on together: without all of them it would be ``label``."""

    claims: tuple[str, ...]
    label: Label


@frozen
class Cruxes:
    """The smallest sets that change a verdict; ``complete`` unless the search was ended before it had seen all."""

    id: str
    label: Label
    sets: tuple[Crux, ...]
    complete: bool


def cruxes(evaluation: Evaluation, id: str, *, largest: int = 4, limit: int = 2_000) -> Cruxes:
    """The smallest sets of claims whose removal changes a claim's or link's grounded verdict, all of one size.

    What changes a verdict must take something from what the verdict is derived from, so the search branches on that alone: a
    hitting-set tree (Reiter 1987, Artificial Intelligence 32, p. 57), level by level, of sets of at most ``largest`` claims, and at most
    ``limit`` of them. Raises `UnknownId`, and `UnknownName` for an evaluation under another reading.
    """
    label = evaluation[id].label
    of_program(evaluation, "cruxes")
    level: dict[tuple[str, ...], None] = {(): None}
    seen = 0
    for _ in range(largest):
        following: dict[tuple[str, ...], None] = {}
        found: list[Crux] = []
        for chosen in level:
            for claim in _bearing(_without(evaluation, chosen), id):
                larger = tuple(sorted((*chosen, claim)))
                if larger in following or any(larger == crux.claims for crux in found):
                    continue
                if seen == limit:
                    return Cruxes(id, label, tuple(found), complete=False)
                seen += 1
                after = _without(evaluation, larger)[id].label
                if after == label:
                    following[larger] = None
                else:
                    found.append(Crux(larger, after))
        if found:
            return Cruxes(id, label, tuple(found), complete=True)
        level = following
    return Cruxes(id, label, (), complete=not level)


def load_bearing(evaluation: Evaluation) -> Mapping[str, tuple[str, ...]]:
    """The claims that a main claim's grounded verdict hangs on alone, each with those main claims, in the map's order."""
    bearing: dict[str, list[str]] = {}
    for main in evaluation.map.main_claims:
        for flip in flips(evaluation, main.id):
            if flip.way == "without" and isinstance(evaluation.map[flip.id], Claim):
                bearing.setdefault(flip.id, []).append(main.id)
    order = [claim.id for claim in evaluation.map.claims if claim.id in bearing]
    return {id: tuple(bearing[id]) for id in order}


def _without(evaluation: Evaluation, claims: tuple[str, ...]) -> Evaluation:
    """The evaluation of the map without some claims as well."""
    if not claims:
        return evaluation
    asked = evaluation.options.asked()
    return evaluate(evaluation.map, **{**asked, "without": (*asked["without"], *claims)})


def _bearing(evaluation: Evaluation, id: str) -> list[str]:
    """The accepted claims that a verdict is derived from, but for ``id``; of what is undecided, the undecided ones."""
    options = evaluation.options
    rules = rules_by_head(meaning(evaluation.map, options))
    history, labels = decided_in_order(evaluation, all=True)
    rank = {atom: at for at, group in enumerate(history) for atom in group}
    seen: dict[str, None] = {}
    todo = [id]
    for atom in todo:
        if atom in seen:
            continue
        seen[atom] = None
        if atom in rank:
            todo += grounds(rules[atom], labels, rank, rank[atom])
        else:
            bodies = [each for rule in rules[atom] for each in (*rule.needs, *rule.unless)]
            todo += [each for each in bodies if labels[each] != "rejected"]
    return [
        atom
        for atom in seen
        if atom != id
        and labels[atom] != "rejected"
        and isinstance(evaluation.map.elements.get(atom), Claim)
        and atom not in options.assume
    ]
