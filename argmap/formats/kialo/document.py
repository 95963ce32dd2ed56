"""The lines of an export as a value: title, numbered entries, sources; no map yet."""

from __future__ import annotations

import re

from attrs import define, field

from ..lines import lines

__all__ = ["ENTRY", "SEE", "Discussion", "Entry", "Quoted", "discussion", "looks_special"]

ENTRY = re.compile(r"[ \t]*(\d{1,9}(?:\.\d{1,9})*)\.[ \t]+(Thesis|Question|Pro|Con):[ \t]*")
"""A numbered line with a word that says what stands there."""
_BARE = re.compile(r"(\d{1,9}(?:\.\d{1,9})*)\.[ \t]+")
_TITLE = re.compile(r"[ \t]*Discussion (Title|Name):[ \t]*")
_SOURCE = re.compile(r"[ \t]*\[(\d{1,9})\](?:[ \t]+|$)")
SEE = re.compile(r"->[ \t]*See[ \t]+(\d{1,9}(?:\.\d{1,9})*)\.?")
"""A claim that is another one, by its number."""


@define
class Entry:
    """One numbered entry: its ``word`` (empty for the bare thesis of the older dialect) and lines of text."""

    number: str
    word: str
    start: int
    lines: list[str] = field(factory=list)

    @property
    def text(self) -> str:
        """What it says, without the blank lines after it."""
        return _joined(self.lines)


@define
class Quoted:
    """One source: number, address, and the words quoted from it."""

    number: str
    url: str
    start: int
    lines: list[str] = field(factory=list)

    @property
    def quote(self) -> str:
        """The words quoted, without the blank lines after them."""
        return _joined(self.lines)


@define
class Discussion:
    """A whole export; ``older`` says that it is in the dialect with one line a claim."""

    titled: bool = False
    title: str = ""
    older: bool = False
    entries: list[Entry] = field(factory=list)
    sources: list[Quoted] = field(factory=list)
    stray: list[tuple[int, str]] = field(factory=list)


def discussion(text: str) -> Discussion:
    """The parts of an export; lines that belong to none are ``stray``."""
    made = Discussion()
    every = list(lines(text))
    end = _sources_from(every)
    awaiting = False
    for start, line in every[:end]:
        if not made.entries and not made.titled and (found := _TITLE.match(line)):
            made.titled = True
            made.older = found[1] == "Title"
            made.title = line[found.end() :].strip()
            awaiting = not made.title
        elif entry := _entry(line, start, made):
            made.entries.append(entry)
        elif made.entries:
            made.entries[-1].lines.append(_unindented(line, made.entries[-1]))
        elif line.strip():
            if awaiting:
                made.title = line.strip()
            else:
                made.stray.append((start, line))
            awaiting = False
    for start, line in every[end + 1 :]:
        if (found := _SOURCE.match(line)) and _is_source(found[1], line, made):
            made.sources.append(Quoted(found[1], line[found.end() :].strip(), start))
        elif made.sources:
            made.sources[-1].lines.append(line)
    return made


def _sources_from(every: list[tuple[int, str]]) -> int:
    """Where the list of sources begins: at the last line ``Sources:`` that the first of them follows."""
    following = ""
    for place in range(len(every) - 1, -1, -1):
        line = every[place][1].strip()
        found = _SOURCE.match(following)
        if line == "Sources:" and found and found[1] == "1":
            return place
        following = line or following
    return len(every)


def _is_source(number: str, line: str, made: Discussion) -> bool:
    """Whether a number in brackets is the next source, and no note among the words quoted."""
    return int(number) == len(made.sources) + 1 or "://" in line


def _entry(line: str, start: int, made: Discussion) -> Entry | None:
    """The entry that a line begins, if it begins one."""
    if found := ENTRY.match(line):
        rest = line[found.end() :]
        if made.older or not rest or not made.entries or _is_next(found[1], made):
            return Entry(found[1], found[2], start, [rest.rstrip()] if rest else [])
        return None
    # A bare number begins the thesis of the older dialect, and nothing else: people number their points too.
    if not made.entries and (made.older or not made.titled) and (found := _BARE.match(line)):
        return Entry(found[1], "", start, [line[found.end() :].rstrip()])
    return None


def _is_next(number: str, made: Discussion) -> bool:
    """Whether a number may follow the last: its first child, or the next after it or what it is below."""
    last = made.entries[-1].number
    above, _, own = number.rpartition(".")
    if above == last:
        return own == "1"
    before = f"{above}.{int(own) - 1}" if above else str(int(own) - 1)
    return last == before or last.startswith(f"{before}.")


def _unindented(line: str, entry: Entry) -> str:
    """A line of an entry without the blanks that its depth asks for."""
    indent = 2 * entry.number.count(".")
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(indent, blanks) :].rstrip()


def _joined(found: list[str]) -> str:
    first, last = 0, len(found)
    while last > first and not found[last - 1]:
        last -= 1
    while first < last and not found[first]:
        first += 1
    return "\n".join(found[first:last])


def looks_special(text: str) -> bool:
    """Whether some line of a text could be read as something else."""
    return any(ENTRY.match(line) or line.strip() == "Sources:" for _, line in lines(text))
