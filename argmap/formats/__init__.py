"""Reading and writing maps in any format: by suffix, by name, or by the look of the content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, TYPE_CHECKING, Any, TypeAlias
from warnings import warn

from attrs import evolve

from ..beside import read_beside, write_beside
from ..errors import (
    CannotExpress,
    FindingWarning,
    Loss,
    LossWarning,
    ReadError,
    UnknownFormat,
    did_you_mean,
)
from ..files import file_name, read_source, write_atomic
from ..limits import Limits
from ..model.map import ArgumentMap, is_view
from ..packed import is_packed, unpacked, without_gz
from ..pause import no_garbage
from ..registry import FORMATS, SUFFIXES
from ..source import SourceText, decode
from .beyond import beyond_limits
from .format import Format, Reader, Reading, Rendering
from .misnamed import PROSE, begins_unlike_text, doubted, empty_as_named, misnamed, with_likeness

if TYPE_CHECKING:
    from .report import Report

__all__ = [
    "Format",
    "Reading",
    "Rendering",
    "Report",
    "by_suffix",
    "document",
    "dumps",
    "fits",
    "format_of",
    "formats",
    "loads",
    "parse",
    "read",
    "recognised",
    "render",
    "save",
    "write",
]

File: TypeAlias = str | os.PathLike[str] | IO[bytes] | IO[str]

Told: TypeAlias = "Callable[[Report], object]"
"""What takes a report, such as ``print``, a logger's method or the ``append`` of a list."""


def formats() -> tuple[Format, ...]:
    """Every format, built-in and plugged in."""
    return tuple([FORMATS.get(name) for name in FORMATS.names()])


def read(
    file: File,
    *,
    format: str | None = None,
    strict: bool = False,
    limits: Limits | None = None,
    report: Told | None = None,
    **options: Any,
) -> ArgumentMap:
    """The map in a file: a path, ``"-"`` for standard input, or an open file.

    The format is the one named, else the one that the suffix and the content tell. What gzip has packed is
    unpacked, within the limits. What the reader finds but can live with goes to ``report``, a function that takes a `Report`, else it comes as a
    `FindingWarning`; ``strict=True`` refuses it. `parse` gives findings as values. ``options`` are the
    format's own. Raises `ReadError` with the place, nothing else.
    """
    source = document(file, format=format, limits=limits)
    return _told(parse(source, format=format, strict=strict, limits=limits, **options), report)


def document(file: File, *, format: str | None = None, limits: Limits | None = None) -> SourceText:
    """The text of a file for `parse`, with the files beside it that its format reads as well.

    Those have the same name but for the suffix (brat's ``.txt``); nothing that a document names is opened.
    """
    limits = limits or Limits()
    source = read_source(file, limits=limits)
    chosen = FORMATS.get(format) if format is not None else recognised(source)
    own = _own_suffix(chosen, file)
    found = {s: read_beside(file, s, own=own, limits=limits) for s in chosen.companions}
    beside = [(suffix, text) for suffix, text in found.items() if text is not None]
    return evolve(source, beside=tuple(beside))


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    strict: bool = False,
    limits: Limits | None = None,
    report: Told | None = None,
    **options: Any,
) -> ArgumentMap:
    """The map in a text; as `read` does with a file."""
    return _told(parse(text, format=format, strict=strict, limits=limits, **options), report)


def parse(
    document: SourceText | str | bytes,
    *,
    format: str | None = None,
    strict: bool = False,
    limits: Limits | None = None,
    **options: Any,
) -> Reading:
    """The map in a document, with what the reader found as values, and no warning."""
    limits = limits or Limits()
    if isinstance(document, bytes):
        if is_packed(document):
            document = unpacked(document, "<bytes>", limits)
        document = decode(document, "<bytes>")
    if isinstance(document, str):
        text = document.removeprefix("\ufeff")
        document = SourceText("<text>", text, had_mark=len(text) < len(document))
    limits.check("file_bytes", len(document.text), name=document.name)
    chosen = FORMATS.get(format) if format is not None else recognised(document)
    other = None if format is not None else partial(_other, document, chosen)
    with no_garbage():
        try:
            reading = _reader(chosen)(document, strict=strict, limits=limits, **options)
        except ReadError as error:
            if type(error) is ReadError and other and (like := other()):
                raise with_likeness(error, like) from error
            raise
    doubtful = chosen.name in PROSE or not reading.map.elements
    if other and doubtful and (like := other()):
        if not reading.map.elements:
            raise empty_as_named(document, chosen, like)
        return doubted(reading, document, chosen, like, strict=strict)
    return reading


def write(
    map: ArgumentMap,
    file: File,
    *,
    format: str | None = None,
    strict: bool = False,
    report: Told | None = None,
    **options: Any,
) -> tuple[Loss, ...]:
    """Write a map to a file, a path or ``"-"`` for standard output, and return what it doesn't say.

    The format is the one named, else the suffix's; below ``.gz`` it is packed (``map.json.gz``). The old file or the new one stands there at any time,
    never half. Losses go to ``report`` too, a function that takes a `Report`, else, but for pictures, they
    come as a `LossWarning`; ``strict=True`` raises `CannotExpress` and writes nothing. ``options`` are the
    format's own.
    """
    chosen = FORMATS.get(format) if format is not None else format_of(file)
    rendering = save(render(map, chosen.name, strict=strict, **options), file)
    return _warned(rendering, chosen, report)


def save(rendering: Rendering, file: File) -> Rendering:
    """Write what `render` gave to a file, and return it with what is lost there besides.

    Files that belong beside it are written first; one that holds another text already is left alone,
    and a `WriteError` raised, unless it is a part of the document itself. A stream has nothing beside
    it, which is a loss.
    """
    own = _own_suffix(FORMATS.get(rendering.format), file) if rendering.beside else ""
    alone = [
        suffix
        for suffix, text in rendering.beside
        if not write_beside(file, suffix, text, own=own, over=rendering.in_parts)
    ]
    write_atomic(file, rendering.data)
    lost = [_companion(suffix, rendering) for suffix in alone]
    return evolve(rendering, losses=(*rendering.losses, *lost))


def _own_suffix(chosen: Format, file: File) -> str:
    """The longest suffix of a format that a file's name ends in, or is, or an empty text."""
    name = f".{os.path.basename(without_gz(_name(file))).lower()}"
    return max([suffix for suffix in chosen.suffixes if name.endswith(suffix)], key=len, default="")


def _companion(suffix: str, rendering: Rendering) -> Loss:
    why = f"{suffix} is a file of its own, beside the document's"
    what = "the other part of it" if rendering.in_parts else "the text that it is about"
    return Loss("companion", "", what, why)


def dumps(
    map: ArgumentMap,
    format: str = "json",
    *,
    strict: bool = False,
    report: Told | None = None,
    **options: Any,
) -> str:
    """A map as text; as `write` does to a file. Raises `UnknownFormat` for a format whose documents are bytes."""
    chosen: Format = FORMATS.get(format)
    if chosen.binary:
        hint = "write it, or render it for its data"
        raise UnknownFormat(f"{chosen.title} is no text", hint=hint)
    rendering = render(map, format, strict=strict, **options)
    beside = tuple([_companion(suffix, rendering) for suffix, _ in rendering.beside])
    if strict and beside:
        raise CannotExpress(chosen.title, beside)
    rendering = evolve(rendering, losses=(*rendering.losses, *beside))
    _warned(rendering, chosen, report)
    return rendering.text


def render(
    map: ArgumentMap, format: str = "json", *, strict: bool = False, **options: Any
) -> Rendering:
    """A map as text with what it doesn't say as values, and no warning.

    What argmap's own readers take only if `argmap.Limits` is raised is written, and told as a loss.
    Of a view the part is written, and the report says what is omitted: no fault of the format, so ``strict`` doesn't
    refuse it. A picture shows that itself.
    """
    chosen: Format = FORMATS.get(format)
    if chosen.write is None:
        raise UnknownFormat(f"{chosen.title} can be read, not written", hint=_that("write"))
    rendering = chosen.write(map, **options)
    if beyond := beyond_limits(map, rendering, chosen):
        rendering = evolve(rendering, losses=(*rendering.losses, *beyond))
    if strict and rendering.losses:
        raise CannotExpress(chosen.title, rendering.losses)
    if is_view(map) and not chosen.picture:
        return evolve(rendering, losses=(*map.losses, *rendering.losses))
    return rendering


def format_of(file: File) -> Format:
    """The format to write that a path's suffix names, or one that is only read; raises `UnknownFormat` with the suffixes there are."""
    name = _name(file)
    _, suffix = os.path.splitext(without_gz(name))
    only_read: list[Format] = []
    for candidate in by_suffix(name):
        if candidate.write is not None and suffix.lower() not in candidate.read_only:
            return candidate
        only_read.append(candidate)
    for candidate in only_read:
        if candidate.write is not None:
            message = f"{candidate.title} is read from {suffix} files, and not written so"
            raise UnknownFormat(message, name=name, hint=f"write {candidate.suffixes[0]}")
    if only_read:
        return only_read[0]
    raise UnknownFormat(
        f"no format has the suffix {suffix!r}"
        if suffix
        else "a name without a suffix says no format",
        name=name,
        hint=did_you_mean(suffix, SUFFIXES).removeprefix("; ")
        or f"name one of {', '.join(FORMATS.names())}, or use a suffix of theirs, such as .json",
    )


def recognised(source: SourceText) -> Format:
    """The readable format of a document: of those its suffix may mean, else of all, the first that fits.

    Raises `ReadError` if there is none, and for JSON or XML of another format than the suffix may mean.
    """
    likely: list[Format] = []
    only_written: list[Format] = []
    for candidate in by_suffix(source.name):
        if fits(candidate, source):
            return candidate
        (likely if candidate.read else only_written).append(candidate)
    if likely and begins_unlike_text(source) and (other := _other(source, likely[0])):
        raise misnamed(source, likely[0], other)
    if likely:  # the first, or one that is so called by itself, says best what is wrong
        suffix = os.path.splitext(without_gz(source.name))[1].lower()
        return next((each for each in likely if suffix not in each.read_only), likely[0])
    if not source.text.strip():
        hint = "look whether it is the right file"
        raise ReadError("the file is empty", span=source.span(0), hint=hint)
    if found := _by_content(source):
        return found
    if only_written:
        message = f"{only_written[0].title} can be written, not read"
        raise UnknownFormat(message, name=source.name, hint=_that("read"))
    raise UnknownFormat(
        f"no reader knows this document; tried {', '.join([f.title for f in formats() if f.read])}",
        name=source.name,
        hint='if it is of one of them all the same, name that: format="..."',
    )


def _by_content(source: SourceText) -> Format | None:
    """The first of all formats that a document looks like."""
    return next((each for each in map(FORMATS.get, FORMATS.names()) if fits(each, source)), None)


def _other(source: SourceText, chosen: Format) -> Format | None:
    """The format that a document looks like, if it doesn't look like the one that its name says."""
    return None if fits(chosen, source) else _by_content(source)


def fits(candidate: Format, source: SourceText) -> bool:
    """Whether a document looks like one that the format reads."""
    return bool(candidate.read and candidate.sniff and candidate.sniff(source.text))


def _reader(chosen: Format) -> Reader:
    if chosen.read is None:
        raise UnknownFormat(f"{chosen.title} can be written, not read", hint=_that("read"))
    return chosen.read


def _that(verb: str) -> str:
    able = [f.name for f in formats() if (f.read if verb == "read" else f.write)]
    return f"formats to {verb}: {', '.join(able)}"


def by_suffix(name: str) -> Iterator[Format]:
    """The formats with a suffix that ``name`` ends in but for ``.gz``, the longest suffix first, each loaded when it is asked for."""
    name = os.path.basename(without_gz(name)).lower()
    _, suffix = os.path.splitext(name)
    if not suffix:
        return
    likely = map(FORMATS.get, SUFFIXES.get(suffix) or _plugged_in())
    if name.index(".") == name.rindex("."):
        yield from map(FORMATS.get, SUFFIXES.get(f".{name}", ()))
        yield from filter(lambda each: suffix in each.suffixes, likely)
        return
    lengths = [
        (max([len(s) for s in f.suffixes if name.endswith(s)], default=0), f) for f in likely
    ]
    lengths.sort(key=lambda pair: -pair[0])
    yield from [each for length, each in lengths if length]


def _plugged_in() -> list[str]:
    """The formats whose suffixes the table doesn't have, so that they must be asked themselves."""
    built_in = [format for formats in SUFFIXES.values() for format in formats]
    return [format for format in FORMATS.names() if format not in built_in]


def _name(file: File) -> str:
    """What the file is called, as far as it is called anything."""
    file_name(file)  # raises TypeError for a map, say, where the arguments are swapped
    name = file if isinstance(file, str | os.PathLike) else getattr(file, "name", "")
    return os.fsdecode(name) if isinstance(name, str | os.PathLike) else ""


def _told(reading: Reading, report: Told | None) -> ArgumentMap:
    if report is not None:
        report(reading.report)
        return reading.map
    for finding in reading.findings:
        warn(str(finding), FindingWarning, stacklevel=3)
    return reading.map


def _warned(rendering: Rendering, chosen: Format, report: Told | None) -> tuple[Loss, ...]:
    if report is not None:
        report(rendering.report)
    elif not chosen.picture or chosen.binary:  # of those that choose the fonts it isn't expected
        for loss in rendering.losses:
            warn(f"{chosen.title}: {loss}", LossWarning, stacklevel=3)
    return rendering.losses


if not TYPE_CHECKING:  # pragma: no branch - else a misspelt name would be taken for Any

    def __getattr__(name: str) -> Any:
        if name != "Report":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from .report import Report  # what is drawn needs none

        return Report
