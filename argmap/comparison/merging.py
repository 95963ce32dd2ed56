"""Two edits of one map as one."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ..errors import Finding, InvalidMap
from ..model.ids import fresh_id
from ..model.map import TABLES, ArgumentMap
from ..pause import no_garbage
from .likeness import likeness
from .matching import ALIKE, Matches, matched
from .order import placed, staying
from .tables import Names, Tables, made, mentioned, noun, space, tables, translated
from .threeway import merged_value

__all__ = ["Merged", "merge"]


@frozen
class Merged:
    """A merge: the map, and what both sides disagree on, with what each of them has.

    Where they disagree the map has ours, and of what one side has removed and the other changed or needs, what is there.
    """

    map: ArgumentMap
    conflicts: tuple[Finding, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nobody has to look: there is no conflict."""
        return not self.conflicts


@no_garbage()
def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Merged:
    """The map with what ours and theirs have each changed of ``base``.

    What is the same in two maps is found as `argmap.diff` does. Fields are merged one by one; tags, wordings, speakers, citations and keys
    of free data each for themselves. Ours and theirs changed places gives the same map, up to order, if there is no conflict; one side
    that has changed nothing gives the other. Never raises: if the two don't fit together, the map is ours, and the conflicts say why.

    >>> from argmap import Claim
    >>> base = ArgumentMap(claims=(Claim("a", "Co-ops are good."),))
    >>> ours = ArgumentMap(claims=(Claim("a", "Co-ops are good.", title="Good"),))
    >>> theirs = ArgumentMap(claims=(Claim("a", "Co-ops are good.", stance="questioned"),))
    >>> merge(base, ours, theirs).map["a"]
    Claim('a', text='Co-ops are good.', title='Good', stance='questioned')
    """
    if ours == theirs or theirs == base:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    return _Merging(base, ours, theirs).merged()


class _Merging:
    """The state of one merge: the three maps as tables with the same ids, and the conflicts so far."""

    def __init__(self, base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> None:
        self.maps = (base, ours, theirs)
        self.conflicts: list[Finding] = []
        mine, other = matched(base, ours, last=True), matched(base, theirs, last=True)
        names = self._final_names(mine, other)
        self.base = _translated(tables(base), names)
        self.ours = _translated(tables(ours), _back(mine, names))
        back = _back(other, names)
        self.theirs = _translated(tables(theirs), {**back, **self._fresh(tables(theirs), back)})

    def _final_names(self, mine: Matches, other: Matches) -> dict[str, dict[str, str]]:
        """What each value of the base is called in the end, by its space."""
        names: dict[str, dict[str, str]] = {}
        for table in TABLES:
            for id in {**mine[table], **other[table]}:
                here, there = mine[table].get(id, id), other[table].get(id, id)
                if id not in (here, there) and here != there:
                    self._clash(
                        "merge-name",
                        (here,),
                        f"{noun(table)} {id!r} is called {here!r} here and {there!r} there",
                    )
                name = there if here == id else here
                names.setdefault(space(table), {})[id] = name
        return _without_collisions(names)

    def _fresh(self, theirs: Tables, back: Names) -> dict[str, dict[str, str]]:
        """Other ids for what theirs has added under an id that ours or the base has for something else."""
        names: dict[str, dict[str, str]] = {name: dict(pairs) for name, pairs in back.items()}
        for table, values in theirs.items():
            where = space(table)
            known = back.get(where, {})
            held = {
                id: value
                for name in TABLES
                if space(name) == where
                for id, value in {**self.base[name], **self.ours[name]}.items()
            }
            taken = {**held, **dict.fromkeys(known.values()), **dict.fromkeys(values)}
            for id, value in values.items():
                if id in known or id not in held or _same(held[id], value):
                    continue
                new = names.setdefault(where, {})[id] = fresh_id(id, taken, {})
                taken[new] = None
        return names

    def merged(self) -> Merged:
        """The map, and the conflicts."""
        parts: Tables = {table: dict(self._table(table)) for table in TABLES}
        self._restore(parts)
        ordered = {table: self._ordered(table, parts[table]) for table in TABLES}
        base, ours, theirs = self.maps
        about = merged_value(base.about, ours.about, theirs.about, self._own)
        data = merged_value(_Own(base.data), _Own(ours.data), _Own(theirs.data), self._own).data
        try:
            map = made(ours, ordered, about=about, data=data)
        except InvalidMap as error:
            problems = [
                Finding("merge-invalid", each.message, ids=each.ids, level="error")
                for each in error.problems
            ]
            return Merged(ours, (*self.conflicts, *problems))
        return Merged(map, tuple(self.conflicts))

    def _table(self, table: str) -> Iterator[tuple[str, Any]]:
        base, ours, theirs = self.base[table], self.ours[table], self.theirs[table]
        for id in {**base, **ours, **theirs}:
            was, here, there = base.get(id), ours.get(id), theirs.get(id)
            if here is not None and there is not None:
                yield id, self._both(table, was, here, there)
            elif was is None or (here or there or was) != was:
                kept = here or there
                if was is not None:
                    side = "there" if there is None else "here"
                    message = (
                        f"the {noun(table)} {id!r} is removed {side} and changed on the other side"
                    )
                    self._clash("merge-removed", (id,), message)
                yield id, kept

    def _both(self, table: str, was: Any, here: Any, there: Any) -> Any:
        def clash(field: str, *values: Any) -> None:
            before, ours, theirs = map(_shown, values)
            message = f"{field} of the {noun(table)} {here.id!r} is {ours} here and {theirs} there; it was {before}"
            self._clash("merge-field", (here.id,), message)

        return merged_value(was, here, there, clash)

    def _own(self, field: str, *values: Any) -> None:
        before, ours, theirs = map(_shown, values)
        self._clash(
            "merge-field",
            (),
            f"the map's own {field} is {ours} here and {theirs} there; it was {before}",
        )

    def _restore(self, parts: Tables) -> None:
        """Put back what one side has removed and the other needs, and what that needs."""
        todo = [value for values in parts.values() for value in values.values()]
        for value in todo:
            for table, id in mentioned(value):
                where = [name for name in TABLES if space(name) == table]
                if any(id in parts[name] for name in where):
                    continue
                for name in where:
                    held = self.base[name].get(id)
                    if held is not None:
                        parts[name][id] = held
                        todo.append(held)
                        message = f"the {noun(name)} {id!r} is removed on one side, and {value.id!r} of the other needs it"
                        self._clash("merge-needed", (id, value.id), message)

    def _ordered(self, table: str, part: Mapping[str, Any]) -> list[Any]:
        """The values of a table: in the order of the side that has changed it, the other side's where it has them."""
        base, ours, theirs = [list(each[table]) for each in (self.base, self.ours, self.theirs)]
        common = [id for id in base if id in part]
        moved = staying(common, ours) < frozenset(common) & frozenset(ours)
        first, second = (ours, theirs) if moved else (theirs, ours)
        kept = [id for id in first if id in part]
        known = frozenset(kept)
        behind: dict[str, str | None] = {}
        for order in (second, base):
            before: str | None = None
            for id in order:
                if id in part and id not in known and id not in behind:
                    behind[id] = before
                before = id if id in part else before
        return [part[id] for id in placed(kept, behind)]

    def _clash(self, code: str, ids: tuple[str, ...], message: str) -> None:
        self.conflicts.append(Finding(code, message, ids=ids, hint="choose one", level="error"))


@frozen
class _Own:
    """The map's own free data, as a value with one field."""

    data: Any


def _translated(parts: Tables, names: Names) -> Tables:
    found: Tables = {}
    for table, values in parts.items():
        renamed = [translated(value, names) for value in values.values()]
        found[table] = {value.id: value for value in renamed}
    return found


def _back(pairs: Matches, names: Names) -> dict[str, dict[str, str]]:
    """For the ids of one side the final ones."""
    return {
        space(table): {
            new: names[space(table)][old]
            for each in TABLES
            if space(each) == space(table)
            for old, new in pairs[each].items()
        }
        for table in TABLES
    }


def _without_collisions(names: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The names, but where two values would be called the same, the later one as it was."""
    for pairs in names.values():
        taken: dict[str, Any] = {}
        for old, new in pairs.items():
            pairs[old] = new if new not in taken else fresh_id(old, ChainMap(taken, pairs), {})
            taken[pairs[old]] = None
    return names


def _same(one: Any, other: Any) -> bool:
    """Whether two values of one id that both sides have added are one."""
    if one == other or type(one) is not type(other):
        return bool(one == other)
    if one.kind in ("claim", "issue"):
        return likeness(one.text or one.title, other.text or other.title) >= ALIKE
    if hasattr(one, "ends"):
        return list(one.ends()) == list(other.ends())
    return True


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 60
