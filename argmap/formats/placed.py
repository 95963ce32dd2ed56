"""What a decoder needs of a document in any syntax: where things stand, and errors that say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..errors import ReadError
from ..jsontext import Path, path_text
from ..source import Span
from ..values import frozen

__all__ = ["Document", "PlacedDocument"]


class Document(Protocol):
    """A document whose values are addressed by paths, as `argmap.jsontext.JsonDocument` is."""

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at ``path``, or of the innermost thing around it that is there."""
        ...

    def error(self, path: Path, message: str, *, hint: str = "", key: bool = False) -> ReadError:
        """A `ReadError` about the value at ``path``, ready to raise."""
        ...


@frozen(eq=False)
class PlacedDocument:
    """A document of any syntax; ``where`` gives the place of a path, or with True of its key."""

    where: Callable[[Path, bool], Span]

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at ``path``."""
        return self.where(path, key)

    def error(self, path: Path, message: str, *, hint: str = "", key: bool = False) -> ReadError:
        """A `ReadError` about the value at ``path``, ready to raise."""
        return ReadError(message, span=self.where(path, key), path=path_text(path), hint=hint)
