"""How ``argmap lint`` writes findings: for a person, a program, a code scanner, a pull request."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .. import __version__
from ..source import visible
from .report import plural

if TYPE_CHECKING:
    from ..errors import ArgmapError, Finding
    from ..limits import Limits
    from ..model.map import ArgumentMap
    from ..source import SourceText, Span

__all__ = ["STYLES", "Linted"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


@frozen
class Linted:
    """A map with what was found in it, or why it can't be read."""

    file: str
    fail_on: str = "warning"
    found: tuple[Finding, ...] = ()
    map: ArgumentMap | None = None
    source: SourceText | None = None
    format: str = ""
    error: ArgmapError | None = None
    limits: Limits | None = None

    def places(self) -> Callable[[Finding], Span | None]:
        """What says where in the document the first element of a finding stands, as far as that can be told."""
        if self.source is None or not self.found:
            return _nowhere
        if self.format == "argdown":
            return _in_argdown(self.source, self.limits)
        return _in_json(self.source) if self.format == "json" else _nowhere


def _nowhere(finding: Finding) -> Span | None:
    return None


def _in_argdown(source: SourceText, limits: Limits | None) -> Callable[[Finding], Span | None]:
    """Where a claim, a link or a group is said in a document of Argdown."""
    from ..formats.argdown.whereabouts import whereabouts
    from ..limits import Limits

    at = whereabouts(source, limits=limits or Limits())

    def place(finding: Finding) -> Span | None:
        return next((at[id] for id in finding.ids if id in at), None)

    return place


def _in_json(source: SourceText) -> Callable[[Finding], Span | None]:
    """Where the id of an element stands in argmap's own JSON."""
    at: dict[str, tuple[int, int]] = {}
    for found in re.finditer(r'"id"\s*:\s*("(?:[^"\\]|\\.){0,500}")', source.text):
        at.setdefault(found[1], found.span(1))

    def place(finding: Finding) -> Span | None:
        for id in finding.ids:
            for written in (json.dumps(id), json.dumps(id, ensure_ascii=False)):
                if written in at:
                    return source.span(*at[written])
        return None

    return place


def _text(done: Sequence[Linted]) -> str:
    """Each finding in a line with the source's line below it where it is known; the counts at the end."""
    lines: list[str] = []
    for each in done:
        place = each.places()
        for finding in each.found:
            span = place(finding)
            where = span.place if span is not None else visible(each.file)
            hint = f"; {finding.hint}" if finding.hint else ""
            lines.append(
                visible(f"{where}: {finding.level}: {finding.message}{hint} [{finding.code}]")
            )
            if span is not None and each.format == "argdown":
                lines += span.excerpt().split("\n")
    return "\n".join([*lines, _counts(done)])


def _counts(done: Sequence[Linted]) -> str:
    found = [finding.level for each in done for finding in each.found]
    if not done:
        return "no map was read"
    if not found:
        return "nothing found" if all(each.error is None for each in done) else "nothing was read"
    counts = [(level, found.count(level)) for level in ("error", "warning", "note")]
    return ", ".join([plural(count, level) for level, count in counts if count])


def _json(done: Sequence[Linted]) -> str:
    files: list[dict[str, Any]] = []
    for each in done:
        place = each.places()
        record: dict[str, Any] = {"file": each.file}
        if each.error is not None:
            record["error"] = str(each.error)
        record["findings"] = [_record(finding, place(finding)) for finding in each.found]
        files.append(record)
    return json.dumps({"files": files}, indent=2)


def _record(finding: Finding, span: Span | None) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": finding.level,
        "message": finding.message,
        "hint": finding.hint,
        "ids": list(finding.ids),
        "line": None if span is None else span.line,
        "column": None if span is None else span.column,
    }


def _sarif(done: Sequence[Linted]) -> str:
    """The findings as SARIF 2.1.0 (OASIS), which code scanners read."""
    from ..linting import RULES

    used = {finding.code for each in done for finding in each.found}
    rules = [_sarif_rule(rule) for rule in RULES if rule.code in used]
    results = [
        _sarif_result(finding, each.file, place(finding))
        for each in done
        for place in [each.places()]
        for finding in each.found
    ]
    driver = {"name": "argmap", "version": __version__, "rules": rules}
    errors = [_notification(each) for each in done if each.error is not None]
    invocation: dict[str, Any] = {"executionSuccessful": not errors}
    if errors:
        invocation["toolExecutionNotifications"] = errors
    run = {"tool": {"driver": driver}, "invocations": [invocation], "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _notification(linted: Linted) -> dict[str, Any]:
    return {"level": "error", "message": {"text": str(linted.error)}}


def _sarif_rule(rule: Any) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.words, "markdown": rule.words},
        "defaultConfiguration": {"level": rule.level},
    }


def _sarif_result(finding: Finding, file: str, span: Span | None) -> dict[str, Any]:
    uri = file.replace("\\", "/") if file != "-" else "stdin"
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if span is not None:
        physical["region"] = {"startLine": span.line, "startColumn": span.column}
    logical = [{"name": id} for id in finding.ids[:1]]
    location = {"physicalLocation": physical, "logicalLocations": logical}
    hint = f"; {finding.hint}" if finding.hint else ""
    return {
        "ruleId": finding.code,
        "level": finding.level,
        "message": {"text": f"{finding.message}{hint}"},
        "locations": [location],
    }


def _github(done: Sequence[Linted]) -> str:
    """The findings as commands of GitHub's workflows, which show them beside the lines of a change."""
    lines: list[str] = []
    for each in done:
        place = each.places()
        for finding in each.found:
            span = place(finding)
            fields = [f"file={_field(each.file)}"]
            if span is not None:
                fields += [f"line={span.line}", f"col={span.column}"]
            fields.append(f"title={_field(finding.code)}")
            hint = f"; {finding.hint}" if finding.hint else ""
            message = _data(f"{finding.message}{hint}")
            lines.append(f"::{_GITHUB[finding.level]} {','.join(fields)}::{message}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


STYLES: Mapping[str, Callable[[Sequence[Linted]], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
"""How findings are written, by the name of the style."""
