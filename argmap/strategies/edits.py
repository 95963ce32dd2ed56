"""Edits of a map as values: for what must keep up with a map that changes."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from ..model import ArgumentMap
from ..model.claim import STANCES
from .links import links
from .made import made
from .maps import maps
from .texts import texts

__all__ = ["Edit", "Edited", "edited_maps", "edits"]


@frozen
class Edit:
    """One edit of a draft: a verb, and what it is given.

    >>> from argmap import Claim
    >>> before = ArgumentMap(claims=(Claim("c1"),))
    >>> Edit("rename", ("c1", "c2")).of(before).claims
    (Claim('c2'),)
    """

    verb: str
    arguments: tuple[Any, ...] = ()
    changes: tuple[tuple[str, Any], ...] = ()

    def of(self, map: ArgumentMap) -> ArgumentMap:
        """The map after the edit; raises `EditError` where it makes no sense, `AttributeError` for a verb that there isn't."""
        draft = map.draft()
        if self.verb == "link":
            elements = draft.map()
            return ArgumentMap(
                **{
                    **{name: getattr(elements, name) for name in _PARTS},
                    "links": (*elements.links, *self.arguments),
                }
            )
        getattr(draft, self.verb)(*self.arguments, **dict(self.changes))
        return draft.map()

    def __str__(self) -> str:
        words = [*map(repr, self.arguments), *[f"{name}={value!r}" for name, value in self.changes]]
        return f"{self.verb}({', '.join(words)})"


_PARTS = ("claims", "issues", "groups", "participants", "sources", "schemes", "about", "data")


@frozen
class Edited:
    """A map ``before`` and ``after`` some ``edits``, in the order they were made."""

    before: ArgumentMap
    edits: tuple[Edit, ...]
    after: ArgumentMap


def edits(map: ArgumentMap, *, hostile: bool = False) -> st.SearchStrategy[Edit]:
    """An edit that makes sense of a map: a claim or link added, worded anew, renamed or removed.

    >>> from argmap.strategies import smallest
    >>> from argmap import Claim
    >>> print(smallest(edits(ArgumentMap(claims=(Claim("c1"),))), lambda edit: edit.verb == "remove"))
    remove('c1')
    """
    words = texts(hostile=hostile)
    fresh = _fresh(map)
    choices: list[st.SearchStrategy[Edit]] = [
        made(lambda text: Edit("claim", (text,), (("id", fresh),)), words),
        made(lambda title: Edit("describe", (), (("title", title),)), words),
    ]
    if map.claims:
        claim = st.sampled_from([each.id for each in map.claims])
        choices += [
            made(lambda link: Edit("link", (link,)), links(map, hostile=hostile)),
            made(_reworded, claim, words),
            made(_held, claim, st.sampled_from(STANCES)),
        ]
    if len(map):
        element = st.sampled_from(list(map))
        choices += [
            made(lambda id: Edit("remove", (id,)), element),
            made(lambda id: Edit("rename", (id, fresh)), element),
        ]
    return st.one_of(choices)


def edited_maps(*, max_edits: int = 4, **asked: Any) -> st.SearchStrategy[Edited]:
    """Maps before and after one edit or several; the other switches are those of `maps`.

    >>> from argmap.strategies import smallest
    >>> found = smallest(edited_maps(), lambda edited: len(edited.after.claims) < len(edited.before.claims))
    >>> [str(edit) for edit in found.edits]
    ["remove('c1')"]
    """
    return _edited(maps(**asked), max_edits, asked.get("hostile", False))


@st.composite
def _edited(
    draw: st.DrawFn, start: st.SearchStrategy[ArgumentMap], most: int, hostile: bool
) -> Edited:
    before = after = draw(start)
    done: list[Edit] = []
    for _ in range(draw(st.integers(1, most))):
        edit = draw(edits(after, hostile=hostile))
        after = edit.of(after)
        done.append(edit)
    return Edited(before, tuple(done), after)


def _fresh(map: ArgumentMap) -> str:
    """An id that nothing has."""
    return next(id for id in (f"e{number}" for number in range(1, len(map) + 2)) if id not in map)


def _reworded(id: str, text: str) -> Edit:
    return Edit("replace", (id,), (("text", text),))


def _held(id: str, stance: str) -> Edit:
    return Edit("replace", (id,), (("stance", stance),))
