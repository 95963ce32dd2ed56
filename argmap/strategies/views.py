"""Views of maps: parts of any size, for what must take a part as well as a whole."""

from __future__ import annotations

from typing import Unpack

from hypothesis import strategies as st

from ..model import ArgumentMap, MapView
from ..model.choosing import propositions
from ..model.view import part_of
from .elements import PICK
from .made import made
from .maps import maps
from .switches import Asked

__all__ = ["views"]


def views(**asked: Unpack[Asked]) -> st.SearchStrategy[MapView]:
    """Views of such maps that omit some of the claims and issues, or none; the switches are those of `maps`.

    >>> from argmap.strategies import smallest
    >>> bool(smallest(views(), lambda view: bool(view.cut)).omitted)
    True
    """
    return made(_without, maps(**asked), st.lists(PICK, max_size=4))


def _without(map: ArgumentMap, picks: list[int]) -> MapView:
    ids = [each.id for each in propositions(map)]
    gone = {ids[pick % len(ids)] for pick in picks} if ids else set()
    return part_of(map, {id for id in ids if id not in gone})
