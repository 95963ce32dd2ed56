"""The nodes of a scheme graph that hold what nodes usually hold, told in one look.

Most nodes of a document have the keys that its format writes, and beside them a few that are kept. What
such a step says follows from the few words in it that have a meaning, which are the same in thousands of
steps, so that it is worked out once.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import define, field

from ..limits import Limits
from ..model.data import Late
from .dialect import Dialect, Told
from .scheme_graph import CLAIM

__all__ = ["Meaning", "NodePattern", "has_usual"]

_TEXT = "text"
_MOST = 10_000
"""So many kinds of steps are remembered."""

_ABSENT = object()
_WORDS = frozenset([str, object])

Meaning: TypeAlias = "tuple[Told, Late, dict[str, Any]]"
_ASIDE: Meaning = Told(), ("", frozenset()), {}


@define
class NodePattern:
    """What the nodes of a ``dialect`` look like as argmap would write them."""

    dialect: Dialect
    limits: Limits
    id: str = field(init=False)
    type: str = field(init=False)
    claim_type: Any = field(init=False)
    claim_late: Late = field(init=False)
    claim_beside: dict[str, Any] = field(init=False)
    meaning: tuple[str, ...] = field(init=False)
    absent: tuple[object, ...] = field(init=False)
    steps: dict[tuple[Any, ...], Meaning] = field(factory=dict)
    most_id: int = field(init=False)
    most_text: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.id, self.type = self.dialect.id, self.dialect.type
        claim = self.dialect.node("", Told(CLAIM))
        self.claim_type = claim[self.type]
        said = (self.id, self.type, _TEXT)
        self.claim_beside = {name: held for name, held in claim.items() if name not in said}
        self.claim_late = self.dialect.name, frozenset([*said, *claim])
        self.meaning = tuple([name for name in self.dialect.spoken if name != self.id])
        self.absent = (_ABSENT,) * len(self.meaning)
        self.most_id = self.limits.id_characters
        self.most_text = self.limits.text_characters

    def step(self, node: dict[str, Any], words: tuple[Any, ...]) -> Meaning | None:
        """What a node says by ``words`` that is no claim, how it is kept, and what else it usually has.

        None for a node with anything unusual: a meaning that isn't in plain texts, a missing key.
        """
        if node.get(self.type) in self.dialect.aside:
            text = node.get(_TEXT)
            return _ASIDE if type(text) is str and len(text) <= self.most_text else None
        return self._meant(node, words) if _WORDS.issuperset(map(type, words)) else None

    def _meant(self, node: dict[str, Any], words: tuple[Any, ...]) -> Meaning | None:
        """What a step says by these words, how it is kept, and what else it usually has."""
        told = self.dialect.told(node)
        long = any(type(word) is str and len(word) > self.most_text for word in words)
        if long or told.role in ("", CLAIM):
            return None
        usual = self.dialect.node("", told)
        if any(name in usual and name not in node for name in self.meaning):
            return None
        said = [name for name in self.meaning if name in node and usual.get(name) == node[name]]
        beside = {name: held for name, held in usual.items() if name not in self.dialect.spoken}
        found = told, (self.dialect.name, frozenset([self.id, *said, *beside])), beside
        if len(self.steps) < _MOST:
            self.steps[words] = found
        return found


def has_usual(node: dict[str, Any], usual: dict[str, Any]) -> bool:
    """Whether a node holds all that is usual, just so."""
    return all(
        name in node and node[name] == held and type(node[name]) is type(held)
        for name, held in usual.items()
    )
