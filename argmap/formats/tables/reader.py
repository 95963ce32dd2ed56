"""Reads tables of claims and links, one below the other or mixed, from CSV and TSV."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from math import isfinite
from typing import Any

from attrs import define, field, frozen

from ...errors import ReadError, did_you_mean
from ...jsontext import Path, parse_json
from ...limits import Limits
from ...model.ids import fresh_id, slug
from ...source import SourceText, Span, illegal_character, visible
from ..decoder import Decoder
from ..format import Reading
from ..native import read_tables
from ..placed import PlacedDocument
from .cells import Cell, delimiter_of, rows_of
from .columns import (
    KINDS_OF_ROWS,
    LISTS,
    column_data,
    column_of,
    defaults,
    ends_of,
    is_known,
    is_link,
    kind_of_row,
    looks_like_head,
)
from .meant import StrangeColumn, link_row, says_link, tell_meant

__all__ = ["read"]

_HEADS = "name the columns in the first row: id, text, kind, from, to"
_YES = ("true", "yes", "x", "1")
_NO = ("false", "no", "0")
_MADE = {"said_by": "participants", "group": "groups", "scheme": "schemes"}
"""Columns that name records, and the table of those that are made of a name that no table has."""
_NAMED = {"participants": "name", "groups": "title", "schemes": "name"}


def read(source: SourceText, *, strict: bool, limits: Limits, format: str) -> Reading:
    """The map that tables of claims and links say, in one file or in those beside it too.

    A row that names columns (``id``, ``text``, ``kind``, ``from``, ``to`` and the fields of the model) begins a
    table. Rows with a ``from`` or ``to`` are links, others claims, unless ``kind`` says more. An id may
    be left out: a claim's is made of its text. Columns that argmap doesn't know are kept in the free
    data, and are a finding, or refused if ``strict``, where their names look like more. Speakers, groups and schemes that have no rows of their own are made of their names.
    """

    def taken() -> _Tables:
        tables = _Tables(source, limits, column_data(format))
        for each in (source, *[companion for _, companion in source.beside]):
            tables.take(each)
        if not tables.heads:
            raise ReadError("the file is empty", span=source.span(0), hint=_HEADS)
        tables.finish()
        return tables

    tables = taken()
    decoder = Decoder(PlacedDocument(tables.where), limits)
    tell_meant(tables.strange.values(), decoder.notes, tables.format)
    return read_tables(decoder, tables.root, lambda: taken().root, strict=strict, format=format)


@frozen(eq=False)
class _Head:
    """The first row of a table: where it stands, and the numbers and names of its columns that have names."""

    source: SourceText
    delimiter: str
    names: list[tuple[int, str]]

    def given(self, row: list[Cell]) -> dict[str, Cell]:
        """The cells of a row in which something stands, by the names of their columns."""
        return {n: row[index] for index, n in self.names if index < len(row) and row[index].text}


@define
class _Spots:
    """Where the rows of a table of the map begin: of each its head, and the character of its first cell."""

    heads: list[_Head] = field(factory=list)
    starts: array[int] = field(factory=lambda: array("q"))


@define
class _Tables:
    """Rows as the objects of a native document, and where each stands, with the file it is in."""

    source: SourceText
    limits: Limits
    format: str
    delimiter: str = ""
    root: dict[str, Any] = field(factory=defaults)
    columns: list[tuple[SourceText, Cell]] = field(factory=list)
    spots: dict[str, _Spots] = field(factory=dict)
    heads: int = 0
    width: int = 0
    attacks: list[dict[str, Any]] = field(factory=list)
    nameless: list[dict[str, Any]] = field(factory=list)
    kinds: list[str] = field(factory=list)
    strange: dict[int, StrangeColumn] = field(factory=dict)

    def take(self, source: SourceText) -> None:
        """Take in every row of one file."""
        at = illegal_character(source.text)
        if at is not None:
            message = f"a control character, U+{ord(source.text[at]):04X}"
            raise ReadError(message, span=source.span(at), hint="take it out")
        self.source, self.delimiter = source, delimiter_of(source.text)
        self._rows(rows_of(source, self.delimiter))

    def _rows(self, rows: Iterable[list[Cell]]) -> None:
        head: _Head | None = None
        fresh = True
        for row in rows:
            if not any(cell.text or cell.quoted for cell in row):
                fresh = True
            elif head is None or (fresh and _is_head(row)):
                head, fresh = self._head(row), False
            else:
                self._row(head, row)
                fresh = False

    def _head(self, row: list[Cell]) -> _Head:
        names = [column_of(cell.text) for cell in row]
        if not any(map(is_known, names)):
            raise self._error("no column of this table has a name that is known", row[0], _HEADS)
        seen: dict[str, int] = {}
        for index, name in enumerate(names):
            if name and name in seen:
                raise self._error(f"the column '{visible(name[:60])}' is there twice", row[index])
            seen[name] = index
        self.heads += 1
        self.width = len(row)
        self.columns += [(self.source, cell) for cell in row]
        named = [(index, name) for index, name in enumerate(names) if name]
        return _Head(self.source, self.delimiter, named)

    def _error(self, message: str, cell: Cell, hint: str = "") -> ReadError:
        return ReadError(message, span=self.source.span(cell.start, cell.end), hint=hint)

    def _row(self, head: _Head, row: list[Cell]) -> None:
        last = head.names[-1][0]
        for cell in row[last + 1 :]:
            if cell.text:
                hint = "name its column in the first row; a text with a comma or tab goes between quotes"
                raise self._error("this cell is in no column that has a name", cell, hint)
        given = head.given(row)
        kind = self._kind(head, given)
        table = KINDS_OF_ROWS["rebuttal" if kind == "attack" else kind]
        item: dict[str, Any] = {"kind": kind} if table == "links" else {}
        strange: dict[str, Any] = {}
        for name, cell in given.items():
            if not is_known(name) or (name == "parent" and table == "claims"):
                strange[name] = cell.text
            elif name != "kind":
                item |= self._field(kind, name, cell, given)
        self._keep_in_mind(strange, head, kind, item)
        held = item.get("data", {})
        if strange and isinstance(held, dict):  # what is no object is refused with its place
            item["data"] = {**held, self.format: strange}
        self._put(table, kind, item, head, row[0].start)

    def _keep_in_mind(
        self, strange: dict[str, Any], head: _Head, kind: str, item: dict[str, Any]
    ) -> None:
        """Remember the first row in which each column says something that isn't known."""
        if not strange:
            return
        first = len(self.columns) - self.width
        for index, name in head.names:
            if name in strange and first + index not in self.strange:
                beside = [other for _, other in head.names]
                self.strange[first + index] = StrangeColumn(
                    first + index, name, beside, kind, item, strange[name], self.delimiter
                )

    def _put(self, table: str, kind: str, item: dict[str, Any], head: _Head, start: int) -> None:
        spots = self.spots.setdefault(table, _Spots())
        spots.heads.append(head)
        spots.starts.append(start)
        if table == "about":
            self.root["about"] = item
        elif table == "map":
            self.root |= {"data": item.get("data", {})}
        else:
            self.root[table].append(item)
            if "id" not in item:
                self.nameless.append(item)
                self.kinds.append(kind)
            if kind == "attack":
                self.attacks.append(item)

    def _kind(self, head: _Head, given: dict[str, Cell]) -> str:
        names = [name for _, name in head.names]
        cell = given.get("kind")
        if cell is None:
            of_links = "text" not in names and ("from" in names or "to" in names)
            return "support" if of_links or "from" in given or "to" in given else "claim"
        kind = kind_of_row(cell.text)
        if kind != "attack" and kind not in KINDS_OF_ROWS:
            near = did_you_mean(kind, KINDS_OF_ROWS).removeprefix("; ")
            hint = near or f"kinds: {', '.join(KINDS_OF_ROWS)}"
            raise self._error(f"no row is of the kind '{visible(cell.text[:60])}'", cell, hint)
        return kind

    def _field(self, kind: str, name: str, cell: Cell, given: dict[str, Cell]) -> dict[str, Any]:
        """The field, or fields, that a cell says."""
        target = _field_name(kind, name)
        if name == "from" and target in ("claim", "preferred"):
            items = self._list(cell)
            if len(items) != 1:
                raise self._error(f"a {kind} goes from one thing, not from {len(items)}", cell)
            return {target: items[0]}
        if name == "stance" and is_link(kind_of_row(cell.text)):
            raise self._no_stance(cell, given)
        if name in LISTS:
            return {target: self._list(cell)}
        if name in ("data", "citations"):
            return {target: self._json(cell)}
        if name in ("implicit", "strict", "contradictory"):
            return {target: self._flag(cell)}
        return {target: self._number(cell) if name == "weight" else cell.text}

    def _no_stance(self, cell: Cell, given: dict[str, Cell]) -> ReadError:
        """The error for a stance that says how a claim bears on another."""
        ends = [each.text for name, each in given.items() if says_link(name)]
        own = given["id"].text if "id" in given else "b"
        said = kind_of_row(cell.text)
        kind = "rebuttal" if said == "attack" else said
        message = f"'{visible(cell.text)}' is no stance, but how a claim bears on another"
        hint = link_row(kind, own, ends[0] if ends else "a", self.delimiter)
        return self._error(message, cell, hint)

    def _list(self, cell: Cell) -> Any:
        if cell.text.lstrip().startswith("["):
            return self._json(cell)
        return [item for part in cell.text.split(";") if (item := part.strip())]

    def _json(self, cell: Cell) -> Any:
        try:
            return parse_json(SourceText("cell", cell.text), limits=self.limits).value
        except ReadError as error:
            raise self._error(f"this must be JSON: {error.message}", cell, error.hint) from None

    def _flag(self, cell: Cell) -> bool:
        plain = cell.text.strip().lower()
        if plain not in (*_YES, *_NO):
            raise self._error(f"this must be yes or no, not '{visible(cell.text[:60])}'", cell)
        return plain in _YES

    def _number(self, cell: Cell) -> float:
        given = cell.text.replace(",", ".") if self.delimiter == ";" else cell.text
        try:
            number = float(given)
        except ValueError:
            number = float("nan")
        if not isfinite(number):
            raise self._error(f"this must be a number, not '{visible(cell.text[:60])}'", cell)
        return number

    def finish(self) -> None:
        """Give ids to what has none, their kinds to attacks, and rows to records that are only named."""
        taken = {
            item["id"]: None
            for table in ("claims", "issues", "links")
            for item in self.root[table]
            if "id" in item
        }
        counts: dict[str, int] = {}
        nameless = zip(self.kinds, self.nameless, strict=True)
        for number, (kind, item) in enumerate(nameless, 1):
            wish = slug(str(item.get("text") or item.get("name") or item.get("title") or ""))
            id = fresh_id(wish or f"{kind}-{number}", taken, counts)
            taken[id] = None
            item["id"] = id
        links = {item["id"] for item in self.root["links"]}
        for item in self.attacks:
            item["kind"] = "undercut" if item.get("target") in links else "rebuttal"
        for used in (self.attacks, self.nameless, self.kinds):
            used.clear()  # else their rows are there as long as their places may be asked for
        for column, table in _MADE.items():
            self._make_records(column, table)

    def _make_records(self, column: str, table: str) -> None:
        known = {item["id"] for item in self.root[table]}
        for holder in ("claims", "issues", "links"):
            for item in self.root[holder]:
                named = item.get(column, ())
                for name in (named,) if isinstance(named, str) else named:
                    if isinstance(name, str) and name and name not in known:
                        known.add(name)
                        self.root[table].append({"id": name, _NAMED[table]: name})

    def where(self, path: Path, key: bool) -> Span:
        """The cell of a field of a row, or the row's first."""
        table, index, name = (*path, None, None, None)[:3]
        number = index if isinstance(index, int) else 0
        if table == "columns":
            source, cell = self.columns[number]
            return source.span(cell.start, cell.end)
        spots = self.spots.get(str(table))
        if spots is None:
            return self.source.span(0, 0)
        # Records that were made of names come after those that have rows.
        place = min(number, len(spots.heads) - 1)
        head = spots.heads[place]
        row = next(rows_of(head.source, head.delimiter, spots.starts[place]))
        given = head.given(row)
        kind = self._kind(head, given)
        cells = {_field_name(kind, column): cell for column, cell in given.items()}
        cell = cells.get(str(name)) or row[0]
        return head.source.span(cell.start, cell.end)


def _is_head(row: list[Cell]) -> bool:
    """Whether a row below an empty one begins another table."""
    names = [cell.text for cell in row]
    return column_of(names[0]) in ("id", "kind") or looks_like_head(names)


def _field_name(kind: str, column: str) -> str:
    """The field that a column holds in a row of this kind; nothing fits a column that it doesn't have."""
    if is_link(kind) and column in ("from", "to"):
        return ends_of(kind)[column == "to"] or column
    return column
