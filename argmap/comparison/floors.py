"""Links in floors: those that tie no links, then those that tie links of the floor below, and so on.

What a link is to be found again by are its ends, so links are looked at from the lowest floor up, each once.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.link import Link

__all__ = ["floors"]


def floors(links: Mapping[str, Link]) -> list[dict[str, Link]]:
    """The links of a map by id, floor by floor, in their order."""
    tied = {id: [end for _, end in link.ends() if end in links] for id, link in links.items()}
    found = {id: 0 for id, below in tied.items() if not below}
    for id in tied:
        todo = [id]
        while todo:  # founded-links: it ends
            at = todo[-1]
            waiting = [end for end in tied[at] if end not in found]
            if at in found or not waiting:
                found.setdefault(at, 1 + max([found[end] for end in tied[at]], default=-1))
                todo.pop()
            todo += waiting
    made: list[dict[str, Link]] = [{} for _ in range(max(found.values(), default=-1) + 1)]
    for id, link in links.items():
        made[found[id]][id] = link
    return made
