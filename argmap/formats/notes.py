"""What a reader of JSON or XML finds and can live with: gathered on the way, told at the end.

=================  ==========================================================================
``unknown-key``    a key that argmap doesn't know; it is kept in the free data
``lookalike-ids``  two ids that are one to the eye: equal under NFKC and without regard to case
``invisible-id``   an id with characters that show nothing or turn the line around
``undirected``     a graph that doesn't say that its edges are directed
=================  ==========================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn, Protocol
from unicodedata import category, normalize

from ..errors import SHOWN, Finding, ReadError, did_you_mean
from ..jsontext import Path
from ..source import Span, visible
from ..values import NamedTuple

if TYPE_CHECKING:
    from array import array

__all__ = ["Note", "Notes", "Placed"]

_UNSEEN = ("Cc", "Cf", "Zl", "Zp")
"""The Unicode categories of characters that show nothing, or turn the line around."""


class Placed(Protocol):
    """A document whose parts have places: `JsonDocument` by paths, `XmlDocument` by elements."""

    def span(self, path: Any, /, *, key: bool = False) -> Span:
        """The place of a part."""
        ...

    def error(self, path: Any, message: str, /, *, hint: str = "", key: bool = False) -> ReadError:
        """A `ReadError` about a part."""
        ...


class Note(NamedTuple):
    """A finding before its place is known; ``key`` says that it is about the key at ``path``.

    ``kept`` tells what became of it where it wasn't refused.
    """

    code: str
    message: str
    path: Any
    key: bool = False
    ids: tuple[str, ...] = ()
    hint: str = ""
    kept: str = ""


class Notes:
    """The findings of one document; keys that many objects share are one finding."""

    def __init__(self, document: Placed) -> None:
        self.document = document
        self.plain: list[Note] = []
        self.paths: list[Any] = []
        self.keys: dict[tuple[str, str, str], list[tuple[Path, str]]] = {}
        self.known: dict[str, Iterable[str]] = {}

    def add(self, note: Note) -> None:
        """Take in one finding; of those that say the same one after the other only the paths are kept apart."""
        last = self.plain[-1] if self.plain else note
        self.plain.append(last if _alike(last, note) else note)
        self.paths.append(note.path)

    def strange_key(
        self, noun: str, name: str, path: Path, *, id: str, kept: str, known: Iterable[str]
    ) -> None:
        """Take in that the object at ``path`` has a key that isn't ``known``, kept as ``kept``."""
        self.known.setdefault(noun, known)
        self.keys.setdefault((noun, name, kept), []).append((path, id))

    def compare_ids(self, ids: Sequence[str], where: Callable[[int], Any]) -> None:
        """Take in which of ``ids`` look alike or hold what can't be seen; ``where`` has the way to each."""
        together = "".join(ids)
        plain = together.isascii() and together.isprintable()
        if plain and (together == together.lower() or len({id.lower() for id in ids}) == len(ids)):
            return
        seen: dict[str, str] = {}
        for index, id in enumerate(ids):
            if not id.isprintable() and any(category(char) in _UNSEEN for char in id):
                message = f"the id '{visible(id)}' holds characters that can't be seen"
                self.add(Note("invisible-id", message, where(index), ids=(id,)))
            other = seen.setdefault(_folded(id), id)
            if other != id:
                message = f"the ids '{visible(other)}' and '{visible(id)}' look alike"
                self.add(Note("lookalike-ids", message, where(index), ids=(other, id)))

    def told(self, *, strict: bool) -> tuple[Finding, ...]:
        """Every finding with its place, in the document's order; if ``strict``, the first is raised.

        They are told once, and the notes used up as findings are made of them, for there may be a million.
        """
        for number, key in enumerate(self.keys):
            self.add(self._of_key(number, *key))
        self.keys.clear()
        if strict and self.plain:
            self._raise_first()
        if not self.plain:
            return ()
        from array import array  # here, for most documents have nothing odd in them

        starts = array("q")
        found = list(self._found(starts))
        if all(one <= other for one, other in pairwise(starts)):
            return tuple(found)
        return tuple([found[index] for index in sorted(range(len(found)), key=starts.__getitem__)])

    def _raise_first(self) -> NoReturn:
        """Raise the error that is the first of the findings."""
        pairs = list(zip(self.plain, self.paths, strict=True))
        note, path = min(pairs, key=lambda p: self.document.span(p[1], key=p[0].key).start)
        raise self.document.error(path, note.message, hint=note.hint, key=note.key)

    def _found(self, starts: array[int]) -> Iterator[Finding]:
        """The findings of all notes, which are used up, in their order; ``starts`` takes in where each is."""
        last, message = None, ""
        for index, note in enumerate(self.plain):
            span = self.document.span(self.paths[index], key=note.key)
            self.paths[index] = None
            starts.append(span.start)
            if note is not last:  # those of one note have one message
                last, message = note, f"{note.message}{note.kept}"
            yield Finding(note.code, message, place=span.place, ids=note.ids, hint=note.hint)
        self.plain.clear()
        self.paths.clear()

    def _of_key(self, number: int, noun: str, name: str, kept: str) -> Note:
        where = self.keys[noun, name, kept]
        shown = visible(name if len(name) <= _WIDEST else f"{name[:_WIDEST]}...")
        whose = f"{len(where):,} {noun}s have" if len(where) > 1 else f"the {noun} has"
        # A near name takes a millisecond to find: of a hundred thousand keys, minutes.
        near = did_you_mean(name, self.known[noun]) if number < SHOWN else ""
        return Note(
            "unknown-key",
            f"{whose} the unknown key '{shown}'",
            (*where[0][0], name),
            key=True,
            ids=tuple([id for _, id in where if id]),
            hint=near.removeprefix("; "),
            kept=f", kept in the data under '{visible(kept)}'",
        )


_WIDEST = 60


def _alike(one: Note, other: Note) -> bool:
    """Whether two notes say the same, of whatever place."""
    return _said(one) == _said(other)


def _said(note: Note) -> tuple[Any, ...]:
    return note.code, note.message, note.key, note.ids, note.hint, note.kept


def _folded(id: str) -> str:
    if id.isascii():
        return id.lower()
    return normalize("NFKC", normalize("NFKC", id).casefold())
