"""What is said of a document that isn't what its name says, but looks like something else."""

from __future__ import annotations

from attrs import evolve

from ..errors import Finding, ReadError
from ..source import SourceText
from .format import Format, Reading

__all__ = ["PROSE", "begins_unlike_text", "doubted", "empty_as_named", "misnamed", "with_likeness"]

PROSE = ("argdown", "markdown", "outline")
"""The formats in which any text says something: which of them a document is of, its content alone can't tell."""


def begins_unlike_text(source: SourceText) -> bool:
    """Whether a document begins as JSON or XML does: what a format knows such a document by is no chance."""
    return source.text[:200].lstrip().startswith(("{", "[", "<"))


def misnamed(source: SourceText, named: Format, other: Format) -> ReadError:
    """The error for a document that is of another format than its name says."""
    message = f"this is {other.title}, not {named.title}"
    return ReadError(message, name=source.name, hint=_remedy(other))


def empty_as_named(source: SourceText, named: Format, other: Format) -> ReadError:
    """The error for a document in which there is nothing of the format that its name says."""
    message = f"there is nothing of {named.title} in this, and it looks like {other.title}"
    return ReadError(message, name=source.name, hint=_remedy(other))


def with_likeness(error: ReadError, other: Format) -> ReadError:
    """The same error, with what the document looks like besides."""
    likely = f"the file looks like {other.title}: if it is, {_remedy(other)}"
    return ReadError(
        error.message,
        span=error.span,
        name=error.name,
        path=error.path,
        hint=f"{error.hint}; {likely}" if error.hint else likely,
        problems=error.problems,
    )


def doubted(
    reading: Reading, source: SourceText, named: Format, other: Format, *, strict: bool
) -> Reading:
    """The reading of prose, with a finding that its words look like another format, or refused for that if ``strict``."""
    if other.name in PROSE:
        return reading
    if strict:
        raise misnamed(source, named, other)
    message = f"read as {named.title}, as the name says, and it looks like {other.title}"
    place = source.span(0).place
    found = Finding("other-format", message, place=place, hint=f"if it is, {_remedy(other)}")
    return evolve(reading, findings=(found, *reading.findings))


def _remedy(other: Format) -> str:
    return f'give format="{other.name}", or call the file {other.suffixes[0]}'
