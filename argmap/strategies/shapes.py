"""The shapes of maps: how the claims of a tree, a Kialo discussion, a debate hang together."""

from __future__ import annotations

from attrs import evolve

from ..model import Answer, Claim, Issue, Link, Participant, Rebuttal
from .building import LinkRecipe, Making

__all__ = ["SPEAKERS", "shape_of"]

SPEAKERS = (Participant("p1", "Ann"), Participant("p2", "Ben"), Participant("p3", "Eve"))
"""Who speaks in a debate."""


def shape_of(making: Making, recipes: list[LinkRecipe]) -> None:
    """Tie the claims of ``making`` together in the shape that its switches say."""
    match making.switches.shape:
        case "tree":
            for place, recipe in enumerate(recipes[1:], 1):
                _grow(making, place, recipe)
        case "kialo":
            _kialo(making, recipes)
        case "debate":
            _debate(making, recipes)
        case _ if making.claims:
            for recipe in recipes:
                making.tie(recipe)


def _grow(making: Making, place: int, recipe: LinkRecipe) -> None:
    """One step from the claim at a place, to an earlier claim or to a step of one."""
    kind, links = making.switches.shares.kind_of(recipe.roll), making.targetable()
    on_link = kind in ("undercut", "backing") and bool(links)
    targets: list[Claim] | list[Link] = links if on_link else making.claims[:place]
    making.step(recipe, targets[recipe.aim % len(targets)], [place], backing=kind == "backing")


def _kialo(making: Making, recipes: list[LinkRecipe]) -> None:
    """Pros and cons below theses; several theses answer a question."""
    theses: list[Claim] = []
    for place, (claim, recipe) in enumerate(zip(making.claims, recipes, strict=True)):
        if not place or recipe.roll >= 90:
            theses.append(claim)
        else:
            making.step(recipe, making.claims[recipe.aim % place], [place])
    if len(theses) > 1:
        making.issues.append(Issue("i1", "Which is it?"))
        for claim in theses:
            making.add(Answer(making.name(""), claim.id, "i1"), 0, 0)


def _debate(making: Making, recipes: list[LinkRecipe]) -> None:
    """A question, and claims in turn: each answers it, or another speaker's claim or step."""
    for place, recipe in enumerate(recipes):
        claim = evolve(making.claims[place], said_by=(SPEAKERS[recipe.form % 3].id,))
        making.claims[place] = claim
        if not place:
            making.issues.append(Issue("i1", "What is to be done?"))
        if not place or recipe.roll >= 95:
            making.add(Answer(making.name(""), claim.id, "i1"), 0, place)
        else:
            _grow(making, place, recipe)
            _answer_back(making, place, recipe)


def _answer_back(making: Making, place: int, recipe: LinkRecipe) -> None:
    """One claim in four that rebuts another is rebutted by it in turn."""
    link = making.links[-1]
    if making.switches.cyclic and isinstance(link, Rebuttal) and recipe.several >= 75:
        back = Rebuttal(making.name(""), (link.target,), link.premises[0])
        making.add(back, 0, place)
