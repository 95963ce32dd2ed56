"""The line between premises and a conclusion: ``-- rule, rule {data} --`` or ``----``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import words
from .tokens import DATA, INFERENCE

if TYPE_CHECKING:
    from .scanner import Scanner

__all__ = ["WORDS", "inference"]

_BARE = re.compile(r"-+(?=[ \t]*(?:[\r\n]|\Z))")
_FRAMED = re.compile(
    r"-[ \t]*(?:\r\n|\n|\r)(?=[^\r\n(-][^\r\n]*(?:\r\n|\n|\r)[ \t]*--+[ \t]*(?:[\r\n]|\Z))"
)
"""The third hyphen of a line above one line of rules and another of hyphens."""
_END = re.compile(r"--+")
WORDS = r"[^\\@#*_\[\],.:</>(){}\r\n;\s-][^\\@#*_\[\],.:</>(){}\r\n;-]*+"
"""Words of a rule's name."""
_WORDS = re.compile(WORDS)
_SPACE = re.compile(r"[ \t\r\n]+")
_WORD, _COMMA, _DATA, _LINE_END = "wcdn"
_IN_ORDER = re.compile("(?:n?w+(?:cw+)*)?n?(?:dn?)?")
_EMPTY_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)")


def inference(scanner: Scanner, begun: int) -> None:
    """Take the inference whose first hyphens end at ``begun``."""
    start = scanner.at
    if _FRAMED.match(scanner.text, begun):
        _too_long(scanner, begun + 1)
        begun += 1
    if found := _BARE.match(scanner.text, begun):
        _bare(scanner, found.end(), len(found[0]) + 2)
        return
    text, length = scanner.text, len(scanner.text)
    rules: list[str] = [""]
    order: list[str] = []
    data: object = None
    scanner.at = begun
    while not (found := _END.match(text, scanner.at)):
        at = scanner.at
        if at >= length or (text[at].isspace() and _EMPTY_LINE.match(text, at)):
            raise scanner.notes.error(
                "this inference isn't closed", start, begun, hint="end its line with --"
            )
        kind, value = _piece(scanner)
        order.append(kind)
        if kind == _DATA:
            data = value
        elif kind == _COMMA:
            rules.append("")
        else:
            rules[-1] += str(value)
    if not _IN_ORDER.fullmatch("".join(order)):
        scanner.notes.add(
            "inference-order",
            "an inference that isn't in order",
            start,
            found.end(),
            hint="write -- rule, rule {data} --",
        )
    named = tuple([rule.strip() for rule in rules if rule.strip()])
    scanner.put(INFERENCE, found.end(), (named, data), start=start)


def _too_long(scanner: Scanner, end: int) -> None:
    scanner.notes.add(
        "short-inference",
        "three hyphens above the rules of an inference",
        scanner.at,
        end,
        hint="write two",
    )


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


def _piece(scanner: Scanner) -> tuple[str, object]:
    """The next piece of the line, by its letter: words, a comma, data, a line end, or nothing."""
    text, at = scanner.text, scanner.at
    if found := _SPACE.match(text, at):
        scanner.skip(found.end())
        line_end = "\n" in found[0] or "\r" in found[0]
        return (_LINE_END, " ") if line_end else ("", "")
    if found := _WORDS.match(text, at):
        scanner.at = found.end()
        return _WORD, found[0]
    if text[at] == ",":
        scanner.at = at + 1
        return _COMMA, None
    handler = _HANDLERS.get(text[at])
    count = len(scanner.tokens)
    if handler is None or not handler(scanner):
        scanner.at = at + 1 + (text[at + 1 : at + 2] in (" ", "\t"))
        return _WORD, text[at : scanner.at]
    if len(scanner.tokens) == count:
        return "", ""
    kind, _, _, value = scanner.tokens.pop()
    return _DATA if kind == DATA else _WORD, value


_HANDLERS = {
    "\\": words.escape,
    "{": words.braces,
    "<": words.comment,
    "/": words.comment,
    ".": words.shortcode,
    ":": words.shortcode,
}
