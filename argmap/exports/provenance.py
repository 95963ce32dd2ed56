"""The table of what each name in an export stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..formats.lines import one_line
from ..model.claim import Claim
from ..model.map import ArgumentMap
from ..semantics.origin import Origin
from ..source import legal

__all__ = ["Row", "commented", "table"]

Row = tuple[str, str, Origin]
"""``argument``, ``attack`` or ``support``; how it is written; what it stands for."""

_HEAD = ("what", "written", "role", "ids", "text")


def table(map: ArgumentMap, rows: Iterable[Row]) -> str:
    """The rows as tab-separated values with a head; several ids have a blank between, and blanks within ids are written %20."""
    return "".join(["\t".join(cells) + "\n" for cells in (_HEAD, *_cells(map, rows))])


def commented(map: ArgumentMap, rows: Iterable[Row], sign: str) -> Iterator[str]:
    """The rows of arguments as comments."""
    arguments = [row for row in rows if row[0] == "argument"]
    for _, written, role, ids, text in _cells(map, arguments):
        yield f"{sign} {written} = {role} {ids} {text}".rstrip()


def _cells(map: ArgumentMap, rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    for what, written, origin in rows:
        ids = " ".join([_plain(id).replace("%", "%25").replace(" ", "%20") for id in origin.ids])
        yield what, written, origin.role, ids, _text(map, origin)


def _text(map: ArgumentMap, origin: Origin) -> str:
    """The text of the claim that an argument stands for."""
    element = map.elements.get(origin.ids[0])
    own = isinstance(element, Claim) and origin.role in ("claim", "fails", "lacks")
    return _plain(element.text) if own and isinstance(element, Claim) else ""


def _plain(text: str) -> str:
    return legal(one_line(text)).replace("\t", " ")
