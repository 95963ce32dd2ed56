"""What the command line ends with, and what each number means.

The numbers of errors are those of `argmap.errors`, written out here so that ``argmap --version``
doesn't load that module; a test holds the two together.
"""

from __future__ import annotations

__all__ = ["BUG", "INTERRUPTED", "MEANINGS", "OK", "USAGE", "listed"]

OK = 0
USAGE = 2
BUG = 70
INTERRUPTED = 130

MEANINGS: dict[int, str] = {
    OK: "all went well",
    1: "check, lint: there are findings; fmt --check: a layout would change; merge: a conflict",
    USAGE: "the command line itself is wrong",
    3: "a map breaks invariants",
    4: "a document can't be read",
    5: "no such format, or it can't do that",
    6: "a document passes a limit",
    7: "a file can't be opened",
    8: "the output can't be written",
    9: "convert --strict: the format can't say the whole map",
    10: "Graphviz is missing, hangs or answers nonsense",
    11: "an edit of a map is refused",
    12: "no element has this id",
    13: "a plug-in fails to load",
    14: "a package of an extra isn't installed",
    15: "an answer takes more than its limit allows",
    BUG: "a bug in argmap; ARGMAP_DEBUG=1 shows the traceback",
    INTERRUPTED: "stopped by Ctrl-C",
}
"""Every exit code with its meaning."""

_READING = (4, 5, 6, 7)
_ALWAYS = (BUG, INTERRUPTED)


def listed(*codes: int, reading: bool = False) -> str:
    """The part of a help text that explains ``codes``, or all of them if none is named.

    ``reading`` adds the codes of reading a document. Success, wrong usage, bugs and Ctrl-C are
    always in.
    """
    chosen = {OK, USAGE, *codes, *(_READING if reading else ()), *_ALWAYS} if codes else MEANINGS
    lines = [f"  {code:<4} {meaning}" for code, meaning in MEANINGS.items() if code in chosen]
    return "\n".join(["\b", "Exit codes:", *lines])
