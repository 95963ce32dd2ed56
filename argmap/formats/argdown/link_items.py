"""What becomes of inferences and relations: links in the making, and what undercuts of arguments target."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

from attrs import define

from ...model.link import Link, Undercut
from .parts import Argument, Inference, Node, PcsStatement, Relation

__all__ = ["Item", "aim"]


@define(eq=False)
class Item:
    """What becomes one link, or for each step that an argument takes one undercut.

    ``entry`` is the number of the line or inference that says so, ``steps`` what undercuts of an argument target;
    ``count`` is how many links it becomes.
    """

    entry: int
    kind: type[Link]
    relation: Relation | None = None
    step: tuple[Argument, PcsStatement, Inference] | None = None
    near: Sequence[PcsStatement] = ()
    steps: Sequence[Item] = ()
    count: int = 1
    ids: Sequence[str] = ()


def aim(undercuts: Sequence[Item], items: Sequence[Item]) -> bool:
    """Let undercuts of arguments that aren't reconstructed target every step that these take, the undercuts among them too.

    ``items`` are all that become links. Gives whether some undercut one another in a circle.
    """
    pairs = [
        (item, each.source, each.target)
        for item in undercuts
        if (each := item.relation) and isinstance(each.target, Argument)
    ]
    outgoing: dict[Node, list[Item]] = {target: [] for _, _, target in pairs}
    of_gists = {item for item, _, _ in pairs}
    for item in items:
        each = item.relation
        if each is not None and each.source in outgoing and item not in of_gists:
            outgoing[each.source].append(item)
    return _aim(pairs, outgoing)


def _aim(pairs: Sequence[tuple[Item, Node, Node]], outgoing: dict[Node, list[Item]]) -> bool:
    """Let undercuts of arguments target every step that these take, the undercuts among them too.

    Each has the source and the target of its relation beside it. Gives whether some undercut one another in a circle.
    """
    waiting = Counter([source for _, source, _ in pairs])
    at: dict[Node, list[tuple[Item, Node, Node]]] = {}
    for pair in pairs:
        at.setdefault(pair[2], []).append(pair)
    ready = deque([pair for pair in pairs if not waiting[pair[2]]])
    done: dict[Item, None] = {}
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


def _undercut(item: Item, steps: Sequence[Item]) -> None:
    """Let an item undercut these steps, in the order in which they stand in the document."""
    if steps:
        steps = sorted(steps, key=lambda step: step.entry)
        item.kind, item.steps, item.count = Undercut, steps, sum([step.count for step in steps])
