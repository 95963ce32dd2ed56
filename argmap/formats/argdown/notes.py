"""What the reader of Argdown finds and lives with, where the reference implementation gives up.

=====================  ======================================================================
``blank-line``         a blank line inside a relation block or a premise-conclusion structure
``no-blank-line``      a block that begins right below another
``no-document``        nothing but blanks and comments
``unclosed-emphasis``  a ``*`` or ``_`` that nothing closes, read as itself
``bracket-in-text``    ``[...]`` or ``<...>`` among words, read as itself
``brace-in-text``      ``{...}`` that isn't data, or stands among words, read as itself
``bare-url``           ``//`` inside a URL, which would begin a comment
``link-over-lines``    a link whose text or URL has a line end
``nested-list``        a list inside a list, read as one list
``mixed-list``         a number among stars or a star among numbers
``equals-in-text``     ``===`` where it would begin front matter, read as itself
``short-inference``    three hyphens where four make an inference, or two begin one
``inference-order``    an inference whose rules and data aren't in their order, or whose commas stand alone
``loose-backslash``    a backslash at the end of a line
``no-text``            a statement or an argument that says nothing
``no-settings``        front matter that isn't a mapping
``undercut-claim``     an undercut of a statement, which has no step to undercut
``control-character``  characters that no text of a map may hold, read as U+FFFD
=====================  ======================================================================

The reference reads the last four and ``bare-url`` as well: ``strict`` refuses only the others.
"""

from __future__ import annotations

from attrs import define, field

from ...errors import Finding, ReadError
from ...source import SourceText

__all__ = ["Notes"]

_READ_BY_THE_REFERENCE = (
    "bare-url",
    "control-character",
    "no-settings",
    "no-text",
    "undercut-claim",
)

MOST = 100
"""How many findings of one code are told one by one; the others are only counted."""


@define
class Notes:
    """The findings of one document; if ``strict``, the first that the reference refuses is raised."""

    source: SourceText
    strict: bool = False
    found: list[Finding] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)

    def add(
        self,
        code: str,
        message: str,
        start: int,
        end: int | None = None,
        *,
        hint: str = "",
        ids: tuple[str, ...] = (),
    ) -> None:
        """Take in one finding, or raise it as `ReadError`."""
        if self.strict and code not in _READ_BY_THE_REFERENCE:
            raise self.error(message, start, end, hint=hint)
        count = self.counts.get(code, 0)
        self.counts[code] = count + 1
        if count < MOST:
            place = self.source.span(start, end).place
            self.found.append(Finding(code, message, place=place, ids=ids, hint=hint))

    def error(
        self, message: str, start: int, end: int | None = None, *, hint: str = ""
    ) -> ReadError:
        """The error that ``message`` is at this place."""
        return ReadError(message, span=self.source.span(start, end), hint=hint)

    def told(self) -> tuple[Finding, ...]:
        """Every finding in the order found, then how many more there are of a code."""
        more = [
            Finding(code, f"{count - MOST:,} more findings of this kind", level="note")
            for code, count in self.counts.items()
            if count > MOST
        ]
        return (*self.found, *more)
