"""The line between premises and a conclusion: ``-- rule, rule {data} --`` or ``----``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import words
from .tokens import DATA, INFERENCE, TEXT

if TYPE_CHECKING:
    from .scanner import Scanner

__all__ = ["inference"]

_BARE = re.compile(r"-+(?=[ \t]*(?:[\r\n]|\Z))")
_END = re.compile(r"--+")
_WORDS = re.compile(r"[^\\,{\r\n/<.: \t-][^\\,{\r\n/<.:-]*")
_SPACE = re.compile(r"[ \t\r\n]+")
_EMPTY_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)")


def inference(scanner: Scanner, begun: int) -> None:
    """Take the inference whose first hyphens end at ``begun``."""
    start = scanner.at
    if found := _BARE.match(scanner.text, begun):
        _bare(scanner, found.end(), len(found[0]) + 2)
        return
    rules: list[str] = [""]
    data: object = None
    scanner.at = begun
    while not (found := _END.match(scanner.text, scanner.at)):
        at = scanner.at
        if at >= len(scanner.text) or _EMPTY_LINE.match(scanner.text, at):
            raise scanner.notes.error(
                "this inference isn't closed", start, begun, hint="end its line with --"
            )
        kind, value = _piece(scanner)
        if kind == DATA:
            data = value
        elif kind == ",":
            rules.append("")
        else:
            rules[-1] += str(value)
    scanner.put(INFERENCE, found.end(), (_stripped(rules), data), start=start)


def _bare(scanner: Scanner, end: int, hyphens: int) -> None:
    if hyphens < 4:
        scanner.notes.add(
            "short-inference",
            f"an inference of {hyphens} hyphens",
            scanner.at,
            end,
            hint="write at least four",
        )
    scanner.put(INFERENCE, end, ((), None))


def _stripped(rules: list[str]) -> tuple[str, ...]:
    stripped = tuple([rule.strip() for rule in rules])
    return () if stripped == ("",) else stripped


def _piece(scanner: Scanner) -> tuple[str, object]:
    """The next piece of the line: words, a comma, data, or blanks."""
    text, at = scanner.text, scanner.at
    if found := _SPACE.match(text, at):
        scanner.skip(found.end())
        return TEXT, " " if "\n" in found[0] or "\r" in found[0] else ""
    if found := _WORDS.match(text, at):
        scanner.at = found.end()
        return TEXT, found[0]
    if text[at] == ",":
        scanner.at = at + 1
        return ",", None
    handler = _HANDLERS.get(text[at])
    count = len(scanner.tokens)
    if handler is None or not handler(scanner):
        scanner.at = at + 1 + (text[at + 1 : at + 2] in (" ", "\t"))
        return TEXT, text[at : scanner.at]
    if len(scanner.tokens) == count:
        return TEXT, ""
    kind, _, _, value = scanner.tokens.pop()
    return kind, value


_HANDLERS = {
    "\\": words.escape,
    "{": words.braces,
    "<": words.comment,
    "/": words.comment,
    ".": words.shortcode,
    ":": words.shortcode,
}
