"""``argmap check``: whether documents can be read, and what is worth knowing about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from ..errors import ArgmapError, ReadError
from ..source import visible
from .document import opened_each, placed
from .exit_codes import FOUND, OK, listed
from .folders import each_file, is_folder
from .options import fence_option, from_option, input_file, limit_option, limits, style_option
from .report import complain, message, plural, result

if TYPE_CHECKING:
    from ..errors import Finding
    from ..formats import Reading
    from ..limits import Limits

__all__ = ["check"]

_EPILOG = f"""\
\b
Examples:
  argmap check debate.json
  argmap check --strict maps/
  argmap check --format json debate.json
  argmap check notes.md
  argmap check - < debate.json

{listed(13, reading=True, found="something is found: an error, or with --strict a warning")}
"""


@click.command(short_help="Say what is wrong with maps.", epilog=_EPILOG)
@input_file("files", metavar="FILE...", many=True)
@click.option("--strict", is_flag=True, help="End with 1 for warnings too, not for errors only.")
@style_option("the findings are")
@from_option
@fence_option
@limit_option
def check(
    files: tuple[str, ...],
    strict: bool,
    style: str,
    source_format: str | None,
    fence: int | str | None,
    limit: tuple[str, ...],
) -> int:
    """Read each FILE and list what is found in it, one "place: message [code]" a line, and a summary; of a folder each file that holds a map.

    A file that can't be read is told on standard error (with --format json in the answer), and the
    others are read all the same. Of a Markdown document every fence of Argdown is checked. Ends with 0 if there is nothing worse than a warning, or with
    --strict than a note; with 1 if there is; with the error's own code if a file can't be read. Of
    several files the highest code counts.
    """
    most = limits(limit)
    checks: list[_Check] = []
    named = len(files) > 1 or is_folder(files[0])
    for file in each_file(files, source_format, most, doing="Checking", seen=style == "text"):
        for checked in _checked(file, source_format, fence, most, strict=strict):
            checks.append(checked)
            if style == "text":
                _tell(checked, named=named)
    if style == "text" and not checks:
        result("no map was read")
    code = max([each.code for each in checks], default=OK)
    if style == "json":
        records = [_record(each) for each in checks]
        result(json.dumps({"files": records, "exit_code": code}, indent=2))
    return code


@frozen
class _Check:
    """A file with what it says, or why it can't be read, and the exit code it calls for."""

    file: str
    code: int
    reading: Reading | None = None
    error: ArgmapError | None = None
    fence: int | None = None


def _checked(
    file: str, format: str | None, fence: int | str | None, most: Limits, *, strict: bool
) -> Iterator[_Check]:
    """A check of each map in a file, or of the file if it can't be read."""
    try:
        parts = opened_each(file, format=format, fence=fence, limits=most)
    except ArgmapError as error:
        yield _Check(file, error.exit_code, error=error)
        return
    for number, read in parts.items():
        one = number if len(parts) > 1 else None
        try:
            reading = read()
        except ArgmapError as error:
            yield _Check(file, error.exit_code, error=error, fence=one)
            continue
        bad = ("error", "warning") if strict else ("error",)
        found = any(finding.level in bad for finding in reading.findings)
        yield _Check(file, FOUND if found else OK, reading, fence=one)


def _tell(checked: _Check, *, named: bool) -> None:
    if checked.error is not None:
        complain(message(checked.error))
    if checked.reading is None:
        return
    lines = [placed(finding, checked.file) for finding in checked.reading.findings]
    counts = _counts(checked.reading)
    place = checked.file if checked.fence is None else f"{checked.file}, fence {checked.fence}"
    summary = f"{place}: {counts}" if named or checked.fence is not None else counts
    result("\n".join([*map(visible, lines), visible(summary)]))


def _counts(reading: Reading) -> str:
    claims = plural(len(reading.map.claims), "claim")
    links = plural(len(reading.map.links), "link")
    fine = "no problems" if reading.map.elements else "the map is empty"
    found = plural(len(reading.findings), "finding") if reading.findings else fine
    return f"{claims}, {links}: {found}"


def _record(checked: _Check) -> dict[str, Any]:
    record: dict[str, Any] = {"file": checked.file, "exit_code": checked.code}
    if checked.fence is not None:
        record["fence"] = checked.fence
    if checked.reading is not None:
        record["format"] = checked.reading.format
        record["claims"] = len(checked.reading.map.claims)
        record["links"] = len(checked.reading.map.links)
        record["findings"] = [_finding(finding) for finding in checked.reading.findings]
    if checked.error is not None:
        record["error"] = _error(checked.error)
    return record


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": finding.level,
        "message": finding.message,
        "place": finding.place,
        "ids": list(finding.ids),
        "hint": finding.hint,
    }


def _error(error: ArgmapError) -> dict[str, Any]:
    record: dict[str, Any] = {"kind": type(error).__name__, "text": message(error)}
    if isinstance(error, ReadError):
        record["message"] = error.message
        record["line"] = error.span.line if error.span is not None else None
        record["column"] = error.span.column if error.span is not None else None
        record["path"] = error.path
        record["hint"] = error.hint
        record["problems"] = [
            {"code": problem.code, "message": problem.message, "ids": list(problem.ids)}
            for problem in error.problems
        ]
    return record
