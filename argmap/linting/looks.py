"""Rules about what a picture of the map would suffer from."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.claim import Claim
from ..model.link import Step
from .facts import Facts
from .rule import Hit

__all__ = [
    "crowded_claim",
    "deep_groups",
    "empty_group",
    "lone_in_group",
    "long_label",
    "long_title",
    "same_title",
]

LONGEST_LABEL = 40
LONGEST_TITLE = 80
MOST_STEPS = 12
DEEPEST_GROUPS = 4


def long_label(facts: Facts) -> Iterator[Hit]:
    """The label of a link is longer than forty characters.

    It stands on an arrow, where there is no room for it.

    Example: a whole sentence as the label of a support.

    Mend: write the sentence as a warrant, and a word or two on the arrow.
    """
    for step in facts.steps:
        if len(step.label) > LONGEST_LABEL:
            message = f"the label of {step.id} has {len(step.label)} characters"
            yield Hit(
                (step.id,), message, "make a warrant of it, and label the link with a word or two"
            )


def long_title(facts: Facts) -> Iterator[Hit]:
    """A title is longer than eighty characters.

    A title is a name: what one calls the claim by when one speaks of it.

    Example: the whole claim as its title.

    Mend: write a short title; the rest is the claim's text.
    """
    for element in facts.map.elements.values():
        title = getattr(element, "title", "")
        if len(title) > LONGEST_TITLE:
            message = f"the title of {element.id} has {len(title)} characters"
            yield Hit((element.id,), message, "write a short title, and the rest as text")


def same_title(facts: Facts) -> Iterator[Hit]:
    """Two claims of different texts have the same title.

    Nobody can tell them apart where only titles are shown; Argdown would take them for one claim.

    Example: two claims titled *Costs*.

    Mend: give one of them another title.
    """
    first: dict[str, Claim] = {}
    for claim in facts.map.claims:
        if claim.title and first.setdefault(claim.title, claim).text != claim.text:
            message = f"{claim.id} and {first[claim.title].id} are both titled “{claim.title[:LONGEST_TITLE]}”"
            yield Hit((claim.id, first[claim.title].id), message, "give one of them another title")


def lone_in_group(facts: Facts) -> Iterator[Hit]:
    """A group has a single member.

    A frame around one card shows nothing that the card doesn't.

    Example: a section with one claim.

    Mend: put it in the group around, or tag it.
    """
    for id, members in _members(facts).items():
        if len(members) == 1:
            message = f"the group {id} has the single member {members[0]}"
            yield Hit((id, members[0]), message, "dissolve the group")


def empty_group(facts: Facts) -> Iterator[Hit]:
    """A group has no members.

    Example: a heading with nothing below it.

    Mend: remove it, or fill it.
    """
    for id, members in _members(facts).items():
        if not members:
            yield Hit((id,), f"the group {id} is empty", "remove it, or fill it")


def deep_groups(facts: Facts) -> Iterator[Hit]:
    """Groups stand in one another more than four deep.

    The frames take more room than what they hold.

    Example: a section of a section of a section of a section of a section.

    Mend: leave out a level, or use tags.
    """
    parents = {group.id: group.parent for group in facts.map.groups}
    depth: dict[str, int] = {}
    for group in facts.map.groups:
        chain: list[str] = []
        at: str | None = group.id
        while at is not None and at not in depth:  # group-tree: it ends
            chain.append(at)
            at = parents[at]
        above = 0 if at is None else depth[at]
        for id in reversed(chain):
            above += 1
            depth[id] = above
        if depth[group.id] == DEEPEST_GROUPS + 1:
            message = f"the group {group.id} stands {depth[group.id]} deep"
            yield Hit((group.id,), message, "leave out a level")


def crowded_claim(facts: Facts) -> Iterator[Hit]:
    """More than twelve steps target one claim.

    A picture becomes as wide as all of them, and nobody weighs thirteen reasons at once.

    Example: a thesis with twenty reasons beside one another.

    Mend: gather reasons that belong together under a claim that sums them up.
    """
    for claim in facts.map.claims:
        count = sum(isinstance(link, Step) for link in facts.map.links_to[claim.id])
        if count > MOST_STEPS and facts.worded:
            message = f"{count} steps target {facts.name(claim.id)}"
            yield Hit((claim.id,), message, "gather those that belong together under one claim")


def _members(facts: Facts) -> dict[str, list[str]]:
    """The elements and groups that stand in each group."""
    found: dict[str, list[str]] = {group.id: [] for group in facts.map.groups}
    for element in facts.map.elements.values():
        if element.group is not None:
            found[element.group].append(element.id)
    for group in facts.map.groups:
        if group.parent is not None:
            found[group.parent].append(group.id)
    return found
