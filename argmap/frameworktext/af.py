"""The format of the ICCMA competitions since 2023: ``p af N``, then ``i j`` for each attack of numbers from 1 on.

Comments begin with ``#``. Where there is one of a single word for each argument before the attacks, they are the
arguments' names, as in the instances that were made of older formats.
"""

from __future__ import annotations

import re
from array import array

from ..errors import TooLarge
from ..limits import Limits
from ..source import SourceText
from .framework import FrameworkText, Gathering, joined

__all__ = ["parse_af", "write_af"]

_HEAD = re.compile(r"(?:\s+|#[^\r\n]*)*+p[ \t]+af[ \t]+(\d+)(?:[ \t]+\d+)?[ \t]*(?=[\r\n]|\Z)")
_LINE = re.compile(r"#([^\r\n]*)|(\d+)[ \t]+(\d+)[ \t]*(?=[\r\n]|\Z)")
_BLANK = re.compile(r"\s*")
_NAME = re.compile(r"\S+")
_REST = re.compile(r"[^\r\n]*")
_DIGITS = 18
_LIMITS = Limits()


def parse_af(source: SourceText, *, limits: Limits = _LIMITS) -> FrameworkText:
    """The framework of such a text.

    Raises `ReadError` where the first line isn't ``p af N``, and for an attack of a number that isn't
    from 1 to N.
    """
    made = Gathering(source, limits)
    text = source.text
    head = _HEAD.match(text)
    if head is None:
        hint = "N is how many arguments there are"
        raise made.error("the first line isn't 'p af N'", *_rest(text, 0), hint=hint)
    most = int(head[1][:_DIGITS])
    _check(made, most, *head.span(1))
    pairs = array("q")  # a list of tuples would take five times as much
    comments: list[str] = []
    at = _after(_BLANK, text, head.end())
    while at < len(text):
        found = _LINE.match(text, at)
        if found is None:
            hint = "an attack is two numbers with a blank between; a comment begins with #"
            raise made.error("this is no attack", *_rest(text, at), hint=hint)
        if found[1] is None:
            pairs.extend((*_numbers(made, found, most), *found.span()))
        elif not pairs:
            comments.append(found[1].strip())
        at = _after(_BLANK, text, found.end())
    names = comments if _are_names(comments, most) else [str(n) for n in range(1, most + 1)]
    for name in names:
        made.argument(name, "", *head.span(1))
    quadruples = zip(*[iter(pairs)] * 4, strict=True)
    return made.framework(
        (names[i - 1], names[j - 1], start, end) for i, j, start, end in quadruples
    )


def _numbers(made: Gathering, found: re.Match[str], most: int) -> tuple[int, int]:
    ends = int(found[2][:_DIGITS]), int(found[3][:_DIGITS])
    for number, group in zip(ends, (2, 3), strict=True):
        if not 1 <= number <= most:
            message = f"there is no argument {number}; there are {most:,}, from 1 on"
            raise made.error(message, *found.span(group))
    return ends


def _are_names(comments: list[str], most: int) -> bool:
    each_one = len(comments) == most and len(set(comments)) == most
    return each_one and all(map(_NAME.fullmatch, comments))


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _rest(text: str, at: int) -> tuple[int, int]:
    """The rest of the line."""
    return at, _after(_REST, text, at)


def _check(made: Gathering, most: int, start: int, end: int) -> None:
    try:
        made.limits.check("claims", most)
    except TooLarge as error:
        raise TooLarge(error.message, span=made.source.span(start, end), hint=error.hint) from None


def write_af(framework: FrameworkText) -> str:
    """The text of a framework, with comments for names that aren't the numbers from 1 on."""
    numbers = {name: number for number, name in enumerate(framework.names, 1)}
    plain = all(name == str(number) for name, number in numbers.items())
    return joined(
        [
            f"p af {len(numbers)}",
            *[f"# {name}" for name in framework.names if not plain],
            *[f"{numbers[first]} {numbers[second]}" for first, second in framework.attacks],
        ]
    )
