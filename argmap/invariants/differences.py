"""What of a map is neither there after a round trip nor among the losses: the measure for every format.

The codes of losses say how much may differ. ``claim-title`` on an id: this field of this element. A kind alone
(``conflict``): the element may be gone, or there in another way; ``added-source``: something is there besides. ``claim-id``: its id, and so
every mention of it. ``about``, ``about-title``, ``map-data``: that part of the whole map; ``kept-document``: data that it keeps of
its file. ``claims-order``: the order of that table, on an id of that field; ``link-numbers``: the ids of links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, evolve, field, fields

from ..errors import Loss
from ..model import ArgumentMap

__all__ = ["differences"]

TABLES = ("claims", "issues", "links", "groups", "participants", "sources", "schemes")
UNKNOWN = "?"


def differences(map: ArgumentMap, back: ArgumentMap, losses: Iterable[Loss]) -> list[str]:
    """A line for everything in which ``back`` isn't ``map`` and that no loss names."""
    losses = tuple(losses)
    if not losses:
        return [] if back == map else [f"nothing is lost, and yet: {_first(map, back)}"]
    return list(_Comparison(map, back, losses).lines())


@define
class _Comparison:
    map: ArgumentMap
    back: ArgumentMap
    losses: tuple[Loss, ...]
    codes: dict[str, list[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for loss in self.losses:
            self.codes.setdefault(loss.element, []).append(loss.code)

    def lines(self) -> Iterator[str]:
        for table in TABLES:
            yield from self._table(table)
        gone = [code.removeprefix("about-") for code in self.codes.get("", ())]
        for part in fields(type(self.map.about)):
            if not {part.name, "about"}.intersection(gone) and getattr(
                self.map.about, part.name
            ) != getattr(self.back.about, part.name):
                yield f"about {part.name}: {self.back.about!r}"
        told = {"map-data", "kept-document"}.intersection(gone)
        if not told and self.map.data != self.back.data:
            yield f"the map's data: {self.map.data!r}, {self.back.data!r}"

    def _table(self, table: str) -> Iterator[str]:
        wanted, found = getattr(self.map, table), getattr(self.back, table)
        there = {each.id: each for each in found}
        renamed, spare = [], []
        for each in wanted:
            lost = self._lost(each)
            if each.kind in lost:
                if "id" not in lost and each.id in there:  # else another may be numbered so now
                    spare.append(there.pop(each.id))
            elif "id" in lost:
                renamed.append(each)
            elif each.id not in there:
                yield f"{each.kind} {each.id!r} is gone"
            elif self._plain(each, each) != self._plain(each, there.pop(each.id)):
                back = next(other for other in found if other.id == each.id)
                yield f"{each.kind} {each.id!r}: {each!r}, {back!r}"
        yield from self._renamed(table, renamed, list(there.values()), spare)
        if not self._is_disordered(table):
            anew = {each.id for each in (*renamed, *spare) if renamed}  # theirs may be others' now
            ids = {each.id for each in found} & {each.id for each in wanted} - anew
            if [e.id for e in wanted if e.id in ids] != [e.id for e in found if e.id in ids]:
                yield f"the order of the {table}"

    def _renamed(
        self, table: str, wanted: list[Any], found: list[Any], spare: list[Any]
    ) -> Iterator[str]:
        """What is there under another id, perhaps under that of what is lost: alike but for ids, and if no records as many as before."""
        made = any(map(_says_otherwise, [code for codes in self.codes.values() for code in codes]))
        names = {part for each in wanted for part in self._lost(each)}
        ordered = [
            [repr(self._nameless(each, names)) for each in held] for held in (wanted, found, spare)
        ]
        before, after, besides = map(Counter, ordered)
        gone = before - after - besides if table in ("claims", "links") else Counter()
        if gone or (after - before and not made):
            yield f"{table} under other ids: {before - after}, {after - before}"
        elif before == after and ordered[0] != ordered[1] and not self._is_disordered(table):
            yield f"the order of the {table}"

    def _is_disordered(self, table: str) -> bool:
        """Whether a loss says that the elements of a table stand in another order."""
        codes = self.codes.get("", ())
        return f"{table}-order" in codes or f"{table[:-1]}-order" in codes

    def _lost(self, each: Any) -> list[str]:
        """The fields of an element that losses name, or its kind."""
        codes = self.codes.get(each.id, [])
        gone = [code.removeprefix(f"{each.kind}-") for code in codes]
        if each.kind in ("support", "rebuttal", "undercut", "conflict"):
            gone += ["id"] * ("link-numbers" in self.codes.get("", ()))
        return gone

    def _plain(self, original: Any, each: Any) -> Any:
        """The element without the fields that were lost, and without mentions of what was."""
        gone = self._lost(original)
        if "warrants" in gone and hasattr(each, "warrants"):  # they may be premises now
            each = evolve(each, premises=each.premises + each.warrants)
        made = {part.name: part.default for part in fields(type(each)) if part.name in gone}
        names = [part.name for part in fields(type(each)) if part.name != "id"]
        made |= {
            name: self._known(
                getattr(each, name),
                getattr(original, name, None),
                disordered=f"{name}-order" in gone,
            )
            for name in names
            if name not in made
        }
        made.pop("data", None) if "data" not in gone else None
        return type(each).__name__, {n: made.get(n, getattr(each, n)) for n in ["id", *names]}

    def _known(self, value: Any, original: Any, *, disordered: bool) -> Any:
        """What a field holds, or nothing if it names what has another id now."""
        named = original if isinstance(original, tuple) else (original,)
        if any(isinstance(id, str) and self._has_new_id(id) for id in named):
            return UNKNOWN
        return tuple(sorted(value, key=repr)) if disordered and isinstance(value, tuple) else value

    def _has_new_id(self, id: str) -> bool:
        return any(code.endswith("-id") for code in self.codes.get(id, ()))

    def _nameless(self, each: Any, names: set[str]) -> Any:
        mentions = ("premises", "target", "warrants", "claims", "claim", "original", "preferred")
        gone = {*names, *mentions, "over", "issue", "group", "scheme", "said_by", "parent", "id"}
        held = [(p.name, getattr(each, p.name)) for p in fields(type(each)) if p.name not in gone]
        return type(each).__name__, held


def _says_otherwise(code: str) -> bool:
    """Whether a loss means that something stands there in another way, so that there may be new elements."""
    return "-" not in code or code.startswith(("added-", "kept-"))


def _first(map: ArgumentMap, back: ArgumentMap) -> str:
    """The first part in which two maps differ, which they do."""
    names = [part.name for part in fields(type(map))]
    name = next(each for each in names if getattr(map, each) != getattr(back, each))
    before, after = getattr(map, name), getattr(back, name)
    if not isinstance(before, tuple):
        return f"{name}: {before!r}, {after!r}"
    pairs = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
    return f"{name}: {pairs[:1] or (len(before), len(after))}"
