"""Edits of maps by chance: everything that bears on a verdict, and some that doesn't."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from argmap import ArgumentMap, Draft, Step
from argmap.errors import ArgmapError
from argmap.model.claim import Stance

__all__ = ["edited_by_chance"]


def edited_by_chance(chance: Random, map: ArgumentMap) -> ArgumentMap:
    """A map after one to three edits."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        map = _edited(chance, map)
    return map


def _edited(chance: Random, map: ArgumentMap) -> ArgumentMap:
    while True:
        draft = map.draft()
        try:
            chance.choice(_EDITS)(chance, draft, map)
            return draft.map()
        except (ArgmapError, IndexError, ValueError):
            continue  # an edit that makes no sense of this map


def _claims(chance: Random, map: ArgumentMap, sizes: tuple[int, ...]) -> list[str]:
    return chance.sample([claim.id for claim in map.claims], chance.choice(sizes))


def _any(chance: Random, map: ArgumentMap) -> str:
    return chance.choice([each.id for part in (map.claims, map.links) for each in part])


def _stance(chance: Random) -> Stance:
    return chance.choice(("asserted", "questioned", "assumed"))


def _claim(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.claim("New.", id=f"n{chance.randrange(99)}", stance=_stance(chance))


def _remove(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.remove(_any(chance, map))


def _hold(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    weight = chance.choice((None, 0.1, 0.5, 0.9))
    draft.replace(chance.choice(map.claims).id, stance=_stance(chance), weight=weight)


def _reword(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.replace(chance.choice(map.claims).id, text=f"Said anew, {chance.random()}.")


def _rename(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.rename(_any(chance, map), f"n{chance.randrange(99)}")


def _prefer(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.prefer(_any(chance, map), over=_any(chance, map))


def _conflict(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.conflict(*_claims(chance, map, (2, 2, 3)))


def _retie(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    step = chance.choice([link for link in map.links if isinstance(link, Step)])
    if chance.random() < 0.5:
        draft.replace(step.id, kind=chance.choice(("support", "rebuttal")))
    else:
        draft.replace(step.id, premises=tuple(_claims(chance, map, (1, 2))))


def _support(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.support(_any(chance, map), by=_claims(chance, map, (1, 1, 2)))


def _attack(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    draft.attack(_any(chance, map), by=_claims(chance, map, (1, 1, 2)))


def _become_another(chance: Random, draft: Draft, map: ArgumentMap) -> None:
    """What an id names becomes a thing of another kind, or another one of its kind."""
    id = _any(chance, map)
    draft.remove(id)
    kind = chance.randrange(3)
    if kind == 0:
        draft.issue("Why?", id=id)
    elif kind == 1:
        draft.claim("New.", id=id)
    else:
        draft.support(chance.choice(map.claims).id, by=_claims(chance, map, (1,)), id=id)


_EDITS: tuple[Callable[[Random, Draft, ArgumentMap], None], ...] = (
    _claim,
    _remove,
    _remove,
    _hold,
    _reword,
    _rename,
    _prefer,
    _conflict,
    _retie,
    _support,
    _support,
    _attack,
    _attack,
    _become_another,
)
