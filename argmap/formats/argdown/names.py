"""Under which title each claim stands in a document, and what else its id needs to be read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.ids import slug
from .escapes import is_sayable, is_title

__all__ = ["Names", "names"]


@define
class Names:
    """The title of each claim, and the fields of it that the title doesn't say.

    ``ids`` are the claims whose title is only their id. A claim that is ``plain`` needs no title where it is mentioned
    once: its text gives its id.
    """

    claims: dict[str, Claim]
    title: dict[str, str] = field(factory=dict)
    own: dict[str, dict[str, Any]] = field(factory=dict)
    ids: dict[str, None] = field(factory=dict)
    plain: set[str] = field(factory=set)


def names(claims: Sequence[Claim], labels: Iterable[str]) -> Names:
    """The titles of the claims: their own, else their ids; ``labels`` are those of arguments."""
    made, taken = Names({claim.id: claim for claim in claims}), set(labels)
    for claim in claims:
        if is_title(claim.title) and claim.title not in taken:
            made.title[claim.id] = claim.title
            made.own[claim.id] = {} if slug(claim.title) == claim.id else {"id": claim.id}
            taken.add(claim.title)
    for claim in claims:
        if claim.id not in made.title:
            _stand_in(made, claim, taken)
    return made


def _stand_in(made: Names, claim: Claim, taken: set[str]) -> None:
    """Use the id as the title, as far as it can be one."""
    title = made.title[claim.id] = _free(claim.id, taken)
    taken.add(title)
    if title == claim.id and not claim.title:
        made.ids[claim.id] = None
        made.own[claim.id] = {}
    else:
        own = {} if slug(title) == claim.id else {"id": claim.id}
        made.own[claim.id] = own | {"title": claim.title}
    if (
        not claim.title
        and not claim.wordings
        and is_sayable(claim.text)
        and slug(claim.text) == claim.id
    ):
        made.plain.add(claim.id)


def _free(id: str, taken: set[str]) -> str:
    wish = (
        id if is_title(id) else " ".join("".join(["-" if c in "[]<>" else c for c in id]).split())
    )
    wish = wish if is_title(wish) else f"claim {wish}".strip()
    number, title = 1, wish
    while title in taken:
        number += 1
        title = f"{wish} ({number})"
    return title
