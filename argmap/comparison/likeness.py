"""How alike two texts are, and pairs of texts that are: by their runs of three characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

__all__ = ["likeness", "pairs_alike"]

_RUN = 3
_KEYS = 8
"""By how many of its rarest runs a text is looked up."""

_MOST = 60
"""How many texts a run may stand in to be looked up by; a commoner one tells nothing."""


_NEAR = 16
"""How many texts one is compared with at most: those that share the most of its rarest runs."""

Bag = dict[str, None]
"""Runs of three characters; one that stands there again has its number behind it, so that bags are compared as sets are."""


def _runs(text: str) -> Bag:
    """The runs of three characters in a text, without case and the number of blanks."""
    plain = f"  {' '.join(text.casefold().split())} "
    bag: Bag = {}
    counts: dict[str, int] = {}
    for start in range(len(plain) - _RUN + 1):
        run = plain[start : start + _RUN]
        if run in bag:
            counts[run] = counts.get(run, 1) + 1
            run += str(counts[run])
        bag[run] = None
    return bag


def _dice(one: Bag, other: Bag) -> float:
    """Twice what two bags share over all that they hold (Dice 1945, Ecology 26, p. 298)."""
    return 2 * len(one.keys() & other.keys()) / max(1, len(one) + len(other))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, in [0, 1]: 1 if they are the same but for case and blanks.

    >>> likeness("Co-ops are good.", "co-ops  are good."), likeness("yes", "no")
    (1.0, 0.0)
    """
    return _dice(_runs(one), _runs(other))


def pairs_alike(
    ones: Mapping[str, str], others: Mapping[str, str], *, least: float
) -> dict[str, str]:
    """For ids of ``ones`` the id of the text in ``others`` that is most alike, each at most once.

    The most alike are paired first; of equals the earlier ones. Nearly linear, for texts are compared only if they share a rare run.
    """
    bags = {id: _runs(text) for id, text in others.items()}
    holders: dict[str, list[str]] = {}
    for id, bag in bags.items():
        for run in bag:
            holders.setdefault(run, []).append(id)
    found: list[tuple[float, int, int, str, str]] = []
    place = {id: number for number, id in enumerate(others)}
    for number, (id, text) in enumerate(ones.items()):
        bag = _runs(text)
        keys = sorted(
            [run for run in bag if run in holders and len(run) == _RUN],
            key=lambda run: (len(holders[run]), run),
        )
        near = [
            other for run in keys[:_KEYS] if len(holders[run]) <= _MOST for other in holders[run]
        ]
        for other, _ in Counter(near).most_common(_NEAR):
            score = _dice(bag, bags[other])
            if score >= least:
                found.append((-score, number, place[other], id, other))
    pairs: dict[str, str] = {}
    taken: dict[str, None] = {}
    for _, _, _, id, other in sorted(found):
        if id not in pairs and other not in taken:
            pairs[id] = other
            taken[other] = None
    return pairs
