"""Writes a map as tables: claims, links, and records where there are any, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from attrs import define, field

from ...errors import Loss
from ...jsontext import write_json
from ...model.map import ArgumentMap
from ..codec import ABOUT, ELEMENTS, LINKS, RECORDS, encode
from ..format import Rendering
from .cells import quoted, told_list
from .columns import LISTS, column_data, column_of, ends_of, is_known

__all__ = ["write", "write_pair"]

Table = Literal["all", "claims", "links"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NAMED = {
    "participants": ("said_by", "name"),
    "groups": ("group", "title"),
    "schemes": ("scheme", "name"),
}


def write(
    map: ArgumentMap, *, delimiter: str, format: str, title: str, table: str, safe: bool
) -> Rendering:
    """The tables as a text; see `argmap.formats.tables`."""
    if table not in ("all", "claims", "links"):
        raise ValueError(f"table is one of all, claims, links, not {table!r}")
    writer = _Writer(map, delimiter, format, safe)
    blocks: list[list[dict[str, Any]]] = []
    if table != "links":
        blocks.append(writer.claims())
    if table != "claims":
        blocks.append([_link(link) for link in map.links])
    if table == "all":
        blocks += writer.records()
    texts = [writer.block(rows) for rows in blocks if rows]
    losses = [*_left_out(map, table, title), *writer.losses]
    return Rendering(
        f"{delimiter.join(['id', 'text'])}\n" if not texts else "\n".join(texts),
        tuple(losses),
        format,
    )


def write_pair(
    map: ArgumentMap, *, delimiter: str, format: str, links: str, safe: bool = False
) -> Rendering:
    """The table of links as a text of its own, for the file with the suffix ``links``, and all others."""
    writer = _Writer(map, delimiter, column_data(format), safe)
    tables = [rows for rows in (writer.claims(), *writer.records()) if rows]
    first = "\n".join([writer.block(rows) for rows in tables])
    second = writer.block([_link(link) for link in map.links]) if map.links else ""
    return Rendering(
        first or f"{delimiter.join(['id', 'text'])}\n",
        tuple(writer.losses),
        format,
        beside=((links, second or f"{delimiter.join(['id', 'kind', 'from', 'to'])}\n"),),
        in_parts=True,
    )


def _left_out(map: ArgumentMap, table: str, title: str) -> Iterator[Loss]:
    """What one table alone doesn't say."""
    if table == "all":
        return
    why = f"it stands in another table of {title} than that of {table}"
    elements: Iterable[Any] = map.links if table == "claims" else (*map.claims, *map.issues)
    for each in (*elements, *map.groups, *map.participants, *map.sources, *map.schemes):
        yield Loss(each.kind, each.id, f"the {each.kind}", why)
    for name in encode(ABOUT, map.about):
        yield Loss(f"about-{name}", "", name, why)
    if map.data:
        yield Loss("map-data", "", "the free data of the map", why)


def _link(link: Any) -> dict[str, Any]:
    made = encode(LINKS[link.kind], link)
    first, second = ends_of(link.kind)
    ends = made.pop(first)
    row = {
        "id": made.pop("id"),
        "kind": made.pop("kind"),
        "from": [ends] if isinstance(ends, str) else ends,
    }
    return {**row, "to": made.pop(second, ""), **made}


@define
class _Writer:
    map: ArgumentMap
    delimiter: str
    format: str
    safe: bool
    losses: list[Loss] = field(factory=list)

    def claims(self) -> list[dict[str, Any]]:
        """A row for each claim and issue; they say their kind only if there are issues."""
        rows = []
        for table in ("claims", "issues"):
            for each in getattr(self.map, table):
                kind = {"kind": each.kind} if self.map.issues else {}
                made = encode(ELEMENTS[table], each)
                rows.append({"id": made.pop("id"), **kind, "text": made.pop("text", ""), **made})
        return rows

    def records(self) -> Iterator[list[dict[str, Any]]]:
        """The tables of records, of what the map is about, and of its free data."""
        for table, shape in RECORDS.items():
            held = getattr(self.map, table)
            if not self._are_made(table, held):
                yield [{"kind": each.kind, **encode(shape, each)} for each in held]
        if about := encode(ABOUT, self.map.about):
            yield [{"kind": "about", **about}]
        if self.map.data:
            yield [{"kind": "map", **encode(ABOUT, type(self.map.about)(data=self.map.data))}]

    def _are_made(self, table: str, held: Iterable[Any]) -> bool:
        """Whether a reader makes these very records of their names."""
        if table not in _NAMED:
            return False
        column, name = _NAMED[table]
        mentioned: dict[str, None] = {}
        for each in (*self.map.claims, *self.map.issues, *self.map.links):
            named = getattr(each, column, None) or ()
            mentioned |= dict.fromkeys((named,) if isinstance(named, str) else named)
        usual = [type(each)(id=each.id, **{name: each.id}) for each in held]
        return list(held) == usual and [each.id for each in held] == list(mentioned)

    def block(self, rows: list[dict[str, Any]]) -> str:
        """One table with its names of columns; every column has something in it but the first ones."""
        rows = [self._spread(row) for row in rows]
        columns = list(dict.fromkeys([name for row in rows for name in row]))
        lines = [self.delimiter.join([quoted(name, self.delimiter) for name in columns])]
        for row in rows:
            cells = [self._cell(row, name) for name in columns]
            lines.append(self.delimiter.join(cells))
        return "".join([f"{line}\n" for line in lines])

    def _spread(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row with what was read in columns of their own in such columns again."""
        data = row.get("data", {})
        own = data.get(self.format)
        if not (isinstance(own, dict) and own and all(map(_is_column, own.items()))):
            return row
        left = {name: held for name, held in data.items() if name != self.format}
        made = {name: held for name, held in row.items() if name != "data"}
        return {**made, **({"data": left} if left else {}), **own}

    def _cell(self, row: dict[str, Any], name: str) -> str:
        held = row.get(name, "")
        if isinstance(held, list) and name in LISTS:
            items = [self._safe(item, row, name) for item in held]
            text = told_list(items) or write_json(items, indent=None).rstrip("\n")
        elif isinstance(held, str):
            text = self._safe(held, row, name)
        else:
            text = write_json(held, indent=None).rstrip("\n")
        return quoted(text, self.delimiter)

    def _safe(self, text: str, row: dict[str, Any], name: str) -> str:
        if not self.safe or not text.startswith(_FORMULA):
            return text
        kind = row.get("kind", "claim")
        field_name = ends_of(kind)[name == "to"] if name in ("from", "to") else name
        element = "" if kind in ("about", "map") else row.get("id", "")
        why = "a quote stands before it, so that no spreadsheet takes it for a formula"
        self.losses.append(Loss(f"{kind}-{field_name}", element, name, why))
        return f"'{text}"


def _is_column(pair: tuple[str, Any]) -> bool:
    name, held = pair
    return (
        isinstance(held, str)
        and held != ""
        and name == name.strip() != ""
        and not is_known(column_of(name))
    )
