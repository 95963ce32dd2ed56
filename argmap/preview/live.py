"""What a live preview shows now: the page of the newest text that could be read, and what is wrong with a newer one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Condition
from typing import Any

from attrs import frozen

from ..drawing.reading_order import reading_order
from ..errors import ArgmapError, Finding
from ..jsontext import write_json
from ..model.map import ArgumentMap

__all__ = ["Live", "Shown", "shown"]

_MOST = 500
"""How many findings and how many verdicts are listed beside a map; the map itself shows all verdicts."""

_WAITING = "<!doctype html><meta charset=utf-8><title>Argument map</title>"
"""The page until there is a map."""


@frozen
class Shown:
    """A map as the preview shows it: its page, and the facts that stand beside it."""

    page: str = _WAITING
    title: str = ""
    counts: str = ""
    findings: tuple[tuple[str, str], ...] = ()
    verdicts: tuple[tuple[str, str, str, str], ...] = ()
    by: str = ""
    more: int = 0


def shown(
    map: ArgumentMap,
    page: str,
    findings: Sequence[Finding],
    marks: Mapping[str, Any],
) -> Shown:
    """A map with its page, what was found, and the verdicts of its claims in reading order, as far as they are listed."""
    weighed = [id for id in reading_order(map) if id in marks]
    return Shown(
        page,
        map.about.title,
        f"{_counted(len(map.claims), 'claim')}, {_counted(len(map.links), 'link')}",
        tuple([(finding.level, str(finding)) for finding in findings[:_MOST]]),
        tuple([_verdict(map, id, marks[id]) for id in weighed[:_MOST]]),
        marks[weighed[0]].by if weighed else "",
        max(len(findings) - _MOST, 0) + max(len(weighed) - _MOST, 0),
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def _verdict(map: ArgumentMap, id: str, mark: Any) -> tuple[str, str, str, str]:
    element: Any = map[id]
    return id, element.title or element.text, mark.verdict or "", mark.why


class Live:
    """The newest thing that can be shown, with a version that goes up at every change; threads may wait for the next.

    ``make`` reads and draws; an `argmap.ArgmapError` or ValueError of it is shown above the picture of before.
    """

    def __init__(self, name: str, make: Callable[[], Shown]) -> None:
        self._name = name
        self._make = make
        self._changed = Condition()
        self._shown = Shown()
        self._error = ""
        self._version = 0
        self._closed = False

    @property
    def error(self) -> str:
        """Why the newest text isn't shown, or nothing."""
        return self._error

    @property
    def closed(self) -> bool:
        """Whether nothing comes any more."""
        return self._closed

    def refresh(self) -> None:
        """Read and draw again."""
        try:
            made, error = self._make(), ""
        except (ArgmapError, ValueError) as wrong:
            made, error = self._shown, str(wrong)
        with self._changed:
            self._shown, self._error = made, error
            self._version += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let those who wait go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def newer(self, seen: int, *, seconds: float) -> int:
        """The version, as soon as it is another than ``seen``, or after so many seconds, or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != seen, seconds)
            return self._version

    def page(self) -> str:
        """The page of the map."""
        return self._shown.page

    def facts(self) -> str:
        """All that stands beside the map, as JSON."""
        now, error, version = self._shown, self._error, self._version
        record = {
            "file": self._name,
            "version": version,
            "title": now.title,
            "counts": now.counts,
            "error": error,
            "findings": [{"level": level, "text": text} for level, text in now.findings],
            "by": now.by,
            "verdicts": [
                {"id": id, "claim": claim, "verdict": verdict, "why": why}
                for id, claim, verdict, why in now.verdicts
            ],
            "more": now.more,
        }
        return write_json(record, indent=None)
