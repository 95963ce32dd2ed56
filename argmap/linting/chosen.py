"""Which rules are asked of a map, and how bad each is: choices of a call, a configuration, an element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from attrs import evolve, field, frozen

from ..errors import UnknownName
from ..model.map import ArgumentMap
from .rule import Level, Rule
from .table import RULES

__all__ = ["Chosen", "silent"]

_LEVELS: tuple[str, ...] = get_args(Level)
_NONE: Mapping[str, Any] = {}


@frozen
class Chosen:
    """Rules by their codes or names, or the beginning of codes: ``AM2`` for a family, ``AM`` or ``all`` for all.

    ``select`` are asked, all if none is named, but for those in ``ignore``; ``levels`` says how bad some are. Where ``select`` and ``ignore``
    both name a rule, the longer name counts. Raises `UnknownName` for what names no rule or level.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default=_NONE)

    def rules(self) -> tuple[Rule, ...]:
        """The rules that are asked, each with its level."""
        for name in (*self.select, *self.ignore, *self.levels):
            _check(name)
        for level in self.levels.values():
            if level not in _LEVELS:
                raise UnknownName("level", level, _LEVELS)
        return tuple([self._levelled(rule) for rule in RULES if self._asked(rule)])

    def _asked(self, rule: Rule) -> bool:
        wanted = _nearest(rule, self.select) if self.select else 0
        return wanted > _nearest(rule, self.ignore)

    def _levelled(self, rule: Rule) -> Rule:
        named = [name for name in self.levels if _names(name, rule)]
        if not named:
            return rule
        level: Any = self.levels[max(named, key=len)]
        return evolve(rule, level=level)


def _check(name: str) -> None:
    if not any(_names(name, rule) for rule in RULES):
        raise UnknownName("rule", name, [rule.code for rule in RULES])


def _names(name: str, rule: Rule) -> bool:
    return name in ("all", rule.name) or (name != "" and rule.code.startswith(name))


def _nearest(rule: Rule, names: tuple[str, ...]) -> int:
    """How nearly a rule is named: a name counts as a whole code, ``all`` as no letter of one; -1 for not at all."""
    lengths = [
        len(rule.code) if name == rule.name else 0 if name == "all" else len(name)
        for name in names
        if _names(name, rule)
    ]
    return max(lengths, default=-1)


def silent(map: ArgumentMap, id: str) -> tuple[str, ...] | None:
    """The codes that an element (or, for the id ``""``, the map) asks to be let be with; None for all.

    Free data ``argmap`` says so: ``"ignore"``, ``"ignore AM304 AM309"``, or ``{"ignore": ["AM304"]}``.
    """
    holder = map.elements.get(id) if id else map
    data: Mapping[str, Any] = getattr(holder, "data", _NONE)
    asked = data.get("argmap")
    if isinstance(asked, Mapping):
        asked = asked.get("ignore")
    elif isinstance(asked, str) and asked.split()[:1] == ["ignore"]:
        asked = asked.split()[1:] or True
    else:
        return ()
    if asked is True:
        return None
    if isinstance(asked, str):
        asked = asked.replace(",", " ").split()
    if isinstance(asked, list | tuple):
        return tuple([str(each).strip(",") for each in asked])
    return ()
