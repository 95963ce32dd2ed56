"""CSV and TSV: a map as tables that a spreadsheet opens, claims above, links below.

::

    id,text
    good,Co-ops are good.
    near,They are near.

    id,kind,from,to
    s,support,near,good

Each table begins with the names of its columns: the fields of the model, but that every link goes ``from`` its premises
(its claims, its rephrasing, what is preferred) ``to`` what it targets. Several texts in a cell have semicolons
between them. Issues are rows among the claims; groups, participants, sources, schemes and what the map
is about follow in tables of their own, where there are any.

In two files, the links stand in ``debate.links.csv`` beside ``debate.claims.csv``, or in ``links.csv`` beside ``claims.csv``.
"""

from __future__ import annotations

from functools import partial

from ...model.map import ArgumentMap
from ..format import Format, Rendering
from .cells import delimiter_of
from .columns import column_of, is_known, looks_like_head
from .reader import read
from .writer import Table, write, write_pair

__all__ = ["CSV", "CSV_PAIR", "TSV", "TSV_PAIR"]


def write_csv(map: ArgumentMap, *, table: Table = "all", safe: bool = False) -> Rendering:
    """The map as CSV: all of it, or the table of claims or of links alone.

    ``safe`` writes a ``'`` before every text that a spreadsheet might take for a formula (it begins with
    ``= + - @``, a tab or a line end), and tells it as a loss.
    """
    return write(map, delimiter=",", format="csv", title="CSV", table=table, safe=safe)


def write_tsv(map: ArgumentMap, *, table: Table = "all", safe: bool = False) -> Rendering:
    """The map as tables whose cells tabs part; see `write_csv`."""
    return write(map, delimiter="\t", format="tsv", title="TSV", table=table, safe=safe)


def sniff(text: str, *, tabs: bool) -> bool:
    """Whether the first line names at least two columns, with tabs between them or with other marks."""
    delimiter = delimiter_of(text)
    head = text.lstrip("\r\n")[:4_000].splitlines()[:1]
    if (delimiter == "\t") is not tabs or not head or '"' in head[0]:
        return False
    names = head[0].split(delimiter)
    return len(names) > 1 and looks_like_head([n for n in names if is_known(column_of(n))])


CSV = Format(
    name="csv",
    title="CSV",
    suffixes=(".csv",),
    read=partial(read, format="csv"),
    write=write_csv,
    sniff=partial(sniff, tabs=False),
)
TSV = Format(
    name="tsv",
    title="TSV",
    suffixes=(".tsv", ".tab"),
    read=partial(read, format="tsv"),
    write=write_tsv,
    sniff=partial(sniff, tabs=True),
)
CSV_PAIR = Format(
    name="csv-pair",
    title="CSV in two files",
    suffixes=(".claims.csv",),
    read=partial(read, format="csv-pair"),
    write=partial(write_pair, delimiter=",", format="csv-pair", links=".links.csv"),
    sniff=partial(sniff, tabs=False),
    companions=(".links.csv",),
)
TSV_PAIR = Format(
    name="tsv-pair",
    title="TSV in two files",
    suffixes=(".claims.tsv",),
    read=partial(read, format="tsv-pair"),
    write=partial(write_pair, delimiter="\t", format="tsv-pair", links=".links.tsv"),
    sniff=partial(sniff, tabs=True),
    companions=(".links.tsv",),
)
