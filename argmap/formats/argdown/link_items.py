"""What undercuts of arguments target: links in the making."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

from ...model.link import Undercut
from .parts import Argument, Item, Node, Relation

__all__ = ["aim"]


def aim(undercuts: Sequence[Relation], items: Sequence[Item]) -> bool:
    """Let undercuts of arguments that aren't reconstructed target every step that these take, the undercuts among them too.

    ``items`` are all that become links. Gives whether some undercut one another in a circle.
    """
    pairs = [
        (item, item.source, item.target) for item in undercuts if isinstance(item.target, Argument)
    ]
    outgoing: dict[Node, list[Item]] = {target: [] for _, _, target in pairs}
    of_gists = {item for item, _, _ in pairs}
    for item in items:
        if isinstance(item, Relation) and item.source in outgoing and item not in of_gists:
            outgoing[item.source].append(item)
    return _aim(pairs, outgoing)


def _aim(pairs: Sequence[tuple[Relation, Node, Node]], outgoing: dict[Node, list[Item]]) -> bool:
    """Let undercuts of arguments target every step that these take, the undercuts among them too.

    Each has the source and the target of its relation beside it. Gives whether some undercut one another in a circle.
    """
    waiting = Counter([source for _, source, _ in pairs])
    at: dict[Node, list[tuple[Relation, Node, Node]]] = {}
    for pair in pairs:
        at.setdefault(pair[2], []).append(pair)
    ready = deque([pair for pair in pairs if not waiting[pair[2]]])
    done: dict[Relation, None] = {}
    while ready:
        item, source, target = ready.popleft()
        done[item] = None
        _undercut(item, outgoing.get(target, ()))
        outgoing.setdefault(source, []).append(item)
        waiting[source] -= 1
        if not waiting[source]:
            ready.extend(at.get(source, ()))
    for item, _, target in pairs:
        if item not in done:  # arguments that undercut one another in a circle
            _undercut(item, outgoing.get(target, ()))
    return len(done) < len(pairs)


def _undercut(item: Relation, steps: Sequence[Item]) -> None:
    """Let an item undercut these steps, in the order in which they stand in the document."""
    if steps:
        steps = sorted(steps, key=lambda step: step.entry)
        item.link, item.steps, item.count = Undercut, steps, sum([step.count for step in steps])
