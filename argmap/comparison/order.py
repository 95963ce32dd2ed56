"""The order of ids: what stays where it was, and what comes behind what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["placed", "staying"]


def staying(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The most ids of ``after`` that stand in the same order in ``before``; the others have moved or are new.

    A longest increasing subsequence, in n log n (Fredman 1975, Discrete Mathematics 11, p. 29).
    """
    place = {id: number for number, id in enumerate(before)}
    known = [id for id in after if id in place]
    tops: list[int] = []
    chosen: list[int] = []
    came: list[int] = []
    for number, id in enumerate(known):
        length = bisect_left(tops, place[id])
        came.append(chosen[length - 1] if length else -1)
        if length == len(tops):
            tops.append(place[id])
            chosen.append(number)
        else:
            tops[length] = place[id]
            chosen[length] = number
    kept: list[str] = []
    at = chosen[-1] if chosen else -1
    while at >= 0:
        kept.append(known[at])
        at = came[at]
    return frozenset(kept)


def placed(kept: Iterable[str], behind: Mapping[str, str | None]) -> list[str]:
    """``kept`` with each id of ``behind`` directly behind the one it names, or first for None.

    What is behind an id that isn't there comes last.
    """
    following: dict[str | None, list[str]] = {}
    for id, before in behind.items():
        following.setdefault(before, []).append(id)
    found: list[str] = []
    for start in (None, *kept):
        todo = following.pop(start, [])[::-1]
        found += [] if start is None else [start]
        while todo:
            id = todo.pop()
            found.append(id)
            todo += reversed(following.pop(id, ()))
    done = frozenset(found)
    return found + [id for id in behind if id not in done]
