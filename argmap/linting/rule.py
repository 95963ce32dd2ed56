"""What a rule of lint is: a code, a name, and a function from a map's facts to hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from ..model.map import ArgumentMap, Element
from .facts import Facts

__all__ = ["Check", "Family", "Hit", "Level", "Mend", "Rule"]

Level: TypeAlias = Literal["error", "warning", "note"]
"""How bad it is: wrong whatever was meant, probably not meant, or worth a look."""

Family: TypeAlias = Literal["structure", "argument", "wording", "sources", "drawing"]
"""What a rule looks at; codes of a family share their first digit."""


class Hit(NamedTuple):
    """One place where a rule applies: the ids it concerns, the first one foremost, what is so, and what to do."""

    ids: tuple[str, ...]
    message: str
    hint: str = ""


Check: TypeAlias = Callable[[Facts], Iterator[Hit]]
"""Says where a rule applies, in the map's order."""

Mend: TypeAlias = Callable[[ArgumentMap, Element], Element | None]
"""The first element of a hit as it should be, None if it should go; what argues, stands or falls must not change."""


@frozen
class Rule:
    """One rule: its code (``AM101``), its name, how bad a hit is, what finds hits, and what mends one if that is safe."""

    code: str
    name: str
    level: Level
    family: Family
    check: Check
    mend: Mend | None = None

    @property
    def words(self) -> str:
        """What the rule says of itself: what it finds, why, an example, how to mend it, as Markdown."""
        return cleandoc(self.check.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of ``words``."""
        return self.words.partition("\n")[0]
