"""What a format is: a value that says how to read, how to write, and what it can't say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from attrs import field

from ..errors import Finding, Loss
from ..limits import Limits
from ..model.map import ArgumentMap
from ..source import SourceText
from ..values import frozen

if TYPE_CHECKING:
    from .report import Report

__all__ = ["Format", "Reader", "Reading", "Rendering"]


@frozen
class Reading:
    """What reading gives: the map, and what the reader found on the way, in the document's order."""

    map: ArgumentMap
    findings: tuple[Finding, ...] = ()
    format: str = ""

    @property
    def report(self) -> Report:
        """What was found, as a report."""
        from .report import Report  # here, for most are never asked for

        return Report(findings=self.findings, source=self.format)


@frozen
class Rendering:
    """What writing gives: the document's text, and what of the map it doesn't say.

    A writer gives the text, or its bytes in UTF-8 where it has those; of a binary format ``data`` alone is of use.
    ``beside`` has the texts of files that belong beside the document's, by suffix; ``in_parts`` says that
    they are parts of the document, and so written over like it. ``provenance`` is, for a format of solvers, a
    table of what each of its names stands for, as tab-separated values.
    """

    written: str | bytes = field(alias="text")
    losses: tuple[Loss, ...] = ()
    format: str = ""
    beside: tuple[tuple[str, str], ...] = ()
    in_parts: bool = False
    provenance: str = ""

    @property
    def text(self) -> str:
        """The document as text."""
        return self.written if isinstance(self.written, str) else self.written.decode()

    @property
    def data(self) -> bytes:
        """The document as the bytes that go into a file: UTF-8 if it is a text."""
        return self.written.encode() if isinstance(self.written, str) else self.written

    @property
    def report(self) -> Report:
        """What was lost, as a report."""
        from .report import Report  # as above

        return Report(losses=self.losses, target=self.format)


class Reader(Protocol):
    """Reads one format; raises `ReadError` or gives a map, nothing else. It may take options of its own."""

    def __call__(self, source: SourceText, *, strict: bool, limits: Limits) -> Reading:
        """``strict`` refuses what would only be a finding."""
        ...


@frozen(kw_only=True)
class Format:
    """One format.

    ``suffixes`` begin with a dot, the usual one first. ``sniff`` says from a document's text whether it is
    of this format; it looks at the beginning and never raises. ``picture`` marks what is made to be
    looked at, where losses are expected and not warned of. ``cannot_say`` tells in words what the format
    has no place for. ``formatted`` gives a document in argmap's layout, saying what it said; it raises
    `ReadError`. ``companions`` are the suffixes of files of the same name that belong to a document;
    a reader is given them as ``SourceText.beside``. A format with companions may be told by a suffix of
    two parts (``.claims.csv``), which alone is a name too (``claims.csv``). ``read_only`` are those of the
    suffixes that say how others write it: what is written here, of another kind, isn't called so. ``binary``
    marks one whose documents are bytes, and no text.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Callable[..., Rendering] | None = None
    sniff: Callable[[str], bool] | None = None
    picture: bool = False
    cannot_say: str = ""
    formatted: Callable[[SourceText], str] | None = None
    companions: tuple[str, ...] = ()
    read_only: tuple[str, ...] = ()
    binary: bool = False
