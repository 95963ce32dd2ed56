"""What a reader of text finds and can live with, told with its place as it comes along."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..errors import Finding, ReadError
from ..source import SourceText

__all__ = ["MOST", "TextNotes"]

MOST = 100
"""How many findings of one code are told one by one; the others are only counted."""


@define
class TextNotes:
    """The findings of one document; if ``strict``, the first that isn't ``harmless`` is raised."""

    harmless: ClassVar[tuple[str, ...]] = ()

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
        if self.strict and code not in self.harmless:
            raise self.error(message, start, end, hint=hint)
        count = self.counts.get(code, 0)
        self.counts[code] = count + 1
        if count < MOST:
            place = self.source.span(start, end).place
            self.found.append(Finding(code, message, place=place, ids=ids, hint=hint))

    def take(self, other: TextNotes) -> None:
        """Take in the findings of another, as if they had been found behind these."""
        room = {code: MOST - self.counts.get(code, 0) for code in other.counts}
        for finding in other.found:
            if room[finding.code] > 0:
                self.found.append(finding)
            room[finding.code] -= 1
        for code, count in other.counts.items():
            self.counts[code] = self.counts.get(code, 0) + count

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
