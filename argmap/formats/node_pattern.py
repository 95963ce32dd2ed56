"""The nodes of a scheme graph that hold what nodes usually hold, told in one look.

Most nodes of a document have the keys that its format writes, and beside them a few that are kept. What
such a step says follows from the few words in it that have a meaning, which are the same in thousands of
steps, so that it is worked out once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from attrs import define, field

from ..limits import Limits
from ..model.data import Late
from .dialect import Dialect, Told
from .scheme_graph import CLAIM

__all__ = ["NodePattern"]

_TEXT = "text"
_MOST = 10_000
"""So many kinds of steps are remembered."""

_ABSENT = object()
_WORDS = frozenset([str, object])
_ASIDE = Told()

_Tell: TypeAlias = "Callable[[Any], tuple[str, str | Told, Late | None] | None]"
_Meaning: TypeAlias = "tuple[Told, Late, dict[str, Any]]"


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
    steps: dict[tuple[Any, ...], _Meaning] = field(factory=dict)
    most_id: int = field(init=False)
    most_text: int = field(init=False)
    found: _Tell = field(init=False)
    """The node's id, the text of the claim or what the step says, and how it is kept, if anything of it is.

    None for a node with anything unusual: no object, no legal id, a claim without a text, a step whose
    meaning isn't in plain texts, a missing key.
    """

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
        self.found = self._teller()

    def _teller(self) -> _Tell:
        """What `found` is: a large document has 100,000 nodes, so that what it asks of the pattern is at hand."""
        id_name, type_name, claim_type = self.id, self.type, self.claim_type
        most_id, most_text, beside = self.most_id, self.most_text, self.claim_beside
        late, step = self.claim_late, self.step
        usual = len(late[1])

        def found(node: Any) -> tuple[str, str | Told, Late | None] | None:
            if type(node) is not dict:
                return None
            id = node.get(id_name)
            if type(id) is not str or not 0 < len(id) <= most_id:
                return None
            if node.get(type_name) != claim_type:
                return step(id, node)
            text = node.get(_TEXT)
            if type(text) is not str or not 0 < len(text) <= most_text:
                return None
            if beside and not _has(node, beside):
                return None
            return id, text, late if len(node) > usual else None

        return found

    def has_usual(self, claim: dict[str, Any]) -> bool:
        """Whether a claim's node holds what argmap would write besides id, type and text."""
        return _has(claim, self.claim_beside)

    def step(self, id: str, node: dict[str, Any]) -> tuple[str, Told, Late | None] | None:
        """What `found` says of a node with this id that is no claim."""
        words = tuple(map(node.get, self.meaning, self.absent))
        try:
            known = self.steps.get(words)
        except TypeError:  # a list or an object among them
            known = None
        if known is None:
            if node.get(self.type) in self.dialect.aside:
                text = node.get(_TEXT)
                usual = type(text) is str and len(text) <= self.most_text
                return (id, _ASIDE, None) if usual else None
            plain = _WORDS.issuperset(map(type, words))
            known = self._meant(id, node, words) if plain else None
            if known is None:
                return None
        told, late, beside = known
        if beside and not _has(node, beside):
            return None
        return id, told, late if len(node) > len(late[1]) else None

    def _meant(self, id: str, node: dict[str, Any], words: tuple[Any, ...]) -> _Meaning | None:
        """What a step says by these words, how it is kept, and what else it usually has."""
        told = self.dialect.told(node)
        long = any(type(word) is str and len(word) > self.most_text for word in words)
        if long or told.role in ("", CLAIM):
            return None
        usual = self.dialect.node(id, told)
        if any(name in usual and name not in node for name in self.meaning):
            return None
        said = [name for name in self.meaning if name in node and usual.get(name) == node[name]]
        beside = {name: held for name, held in usual.items() if name not in self.dialect.spoken}
        found = told, (self.dialect.name, frozenset([self.id, *said, *beside])), beside
        if len(self.steps) < _MOST:
            self.steps[words] = found
        return found


def _has(node: dict[str, Any], usual: dict[str, Any]) -> bool:
    """Whether a node holds all that is usual, just so."""
    return all(
        name in node and node[name] == held and type(node[name]) is type(held)
        for name, held in usual.items()
    )
