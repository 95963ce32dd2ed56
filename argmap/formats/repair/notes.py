"""What was mended on the way."""

from __future__ import annotations

from ...errors import Finding

__all__ = ["Notes"]


class Notes:
    """Findings as they come; one of a code and message is told once, and of very many the rest is counted."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Finding] = {}

    def add(self, code: str, message: str, *ids: str, level: str = "note") -> None:
        """Tell of one thing that was mended (a note) or given up (a warning)."""
        finding = Finding(code, message, ids=ids, level="warning" if level == "warning" else "note")
        self._found.setdefault((code, message), finding)

    def lost(self, code: str, message: str, *ids: str) -> None:
        """Tell of something that couldn't be mended, and is left out."""
        self.add(code, message, *ids, level="warning")

    def told(self) -> tuple[Finding, ...]:
        """All findings, in the order in which they came."""
        return tuple(self._found.values())
