"""Under which title each claim stands in a document, and what else its id needs to be read again."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.ids import slug
from .escapes import is_sayable, is_title
from .own import is_slug

__all__ = ["Names", "free_title", "names"]


@define
class Names:
    """The title of each claim, and the fields of it that the title doesn't say.

    ``ids`` are the claims whose title is only their id, and if ``all_ids`` every title is that if data doesn't say
    otherwise. A claim that is ``plain`` needs no title where it is mentioned once: its text gives its id.
    """

    claims: dict[str, Claim]
    title: dict[str, str] = field(factory=dict)
    own: dict[str, dict[str, Any]] = field(factory=dict)
    ids: dict[str, None] = field(factory=dict)
    all_ids: bool = False
    plain: set[str] = field(factory=set)


def names(claims: Sequence[Claim], arguments: Mapping[str, bool]) -> Names:
    """The titles of the claims: their own, else their ids.

    ``arguments`` has the titles of arguments, and whether they are more than ids that stand nowhere else.
    """
    made, taken = Names({claim.id: claim for claim in claims}), set(arguments)
    for title, claim in _holders(claims, taken).items():
        made.title[claim.id] = title
        said = slug(title) == claim.id and not is_slug(title, claim.text)
        made.own[claim.id] = {} if said else {"id": claim.id}
        taken.add(title)
    titled = [id for id, own in made.own.items() if not own]
    left = [claim for claim in claims if claim.id not in made.title]
    for claim in sorted(left, key=lambda claim: claim.id):
        _stand_in(made, claim, taken)
    if (len(titled) + sum(arguments.values())) * 4 <= len(made.ids):
        made.all_ids = True
        made.own |= {id: {"id": id} for id in titled}
    return made


def _holders(claims: Sequence[Claim], taken: Container[str]) -> dict[str, Claim]:
    """The claim that has each title which isn't ``taken``: of several the one whose id it gives, else the first by id.

    The order of the claims says nothing here, since the document may have another.
    """
    holders: dict[str, Claim] = {}
    for claim in claims:
        title = claim.title
        if not title or title in taken or not is_title(title):
            continue
        other = holders.setdefault(title, claim)
        if slug(title) != other.id and (slug(title) == claim.id or claim.id < other.id):
            holders[title] = claim
    return holders


def _stand_in(made: Names, claim: Claim, taken: set[str]) -> None:
    """Use the id as the title, as far as it can be one."""
    id = claim.id
    title = made.title[id] = free_title(id, taken)
    taken.add(title)
    made.own[id] = {}
    if title != id or claim.title:
        made.own[id] = {"title": claim.title} | ({} if slug(title) == id else {"id": id})
    elif not is_slug(id, claim.text):
        made.ids[id] = None
    nameless = not claim.title and not claim.wordings and is_sayable(claim.text)
    if nameless and slug(claim.text) == id:
        made.plain.add(id)


def free_title(id: str, taken: Container[str]) -> str:
    """A title that isn't ``taken``: the id, as far as it can be one."""
    wish = (
        id if is_title(id) else " ".join("".join(["-" if c in "[]<>" else c for c in id]).split())
    )
    wish = wish if is_title(wish) else f"claim {wish}".strip()
    number, title = 1, wish
    while title in taken:
        number += 1
        title = f"{wish} ({number})"
    return title
