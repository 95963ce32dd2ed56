"""What a reading found and a writing lost, as one value, and as JSON for other programs."""

from __future__ import annotations

from typing import Any

from attrs import fields

from ..errors import Finding, Loss
from ..values import frozen

__all__ = ["Report"]

_VERSION = 1


@frozen
class Report:
    """What was odd in a document that was read, and what a format couldn't say of a map.

    ``source`` and ``target`` are the names of the formats, empty where nothing was read or written. A
    report with nothing in it is false; if there are no losses, reading what was written gives an equal map.

    >>> report = Report((), (Loss("claim-title", "good", "title", "AIF has no place for it"),), target="aif")
    >>> bool(report), str(report)
    (True, 'good: title: AIF has no place for it [claim-title]')
    """

    findings: tuple[Finding, ...] = ()
    losses: tuple[Loss, ...] = ()
    source: str = ""
    target: str = ""

    def __bool__(self) -> bool:
        return bool(self.findings or self.losses)

    def __str__(self) -> str:
        return "\n".join(map(str, (*self.findings, *self.losses)))

    def to_json(self) -> str:
        """The report as a JSON text; the page on reports in the documentation has its schema."""
        from ..jsontext import write_json  # here, for most reports are read by people

        made = {
            "report": _VERSION,
            "source": self.source,
            "target": self.target,
            "findings": list(map(_plain, self.findings)),
            "losses": list(map(_plain, self.losses)),
        }
        return write_json(made)


def _plain(told: Finding | Loss) -> dict[str, Any]:
    return {part.name: getattr(told, part.name) for part in fields(type(told))}
