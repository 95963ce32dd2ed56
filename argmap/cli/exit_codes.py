"""What the command line ends with, and what each number means.

The numbers of errors are those of `argmap.errors`, written out here so that ``argmap --version``
doesn't load that module; a test holds the two together.
"""

from __future__ import annotations

__all__ = ["BUG", "FOUND", "INTERRUPTED", "MEANINGS", "OK", "USAGE", "listed"]

OK = 0
FOUND = 1
USAGE = 2
BUG = 70
INTERRUPTED = 130

MEANINGS: dict[int, str] = {
    OK: "all went well",
    FOUND: "check, lint: findings; fmt --check: a change; merge: a conflict; diff --exit-code: a difference",
    USAGE: "the command line itself is wrong",
    3: "a map breaks invariants",
    4: "a document can't be read",
    5: "no such format, or it can't do that",
    6: "a document passes a limit",
    7: "a file can't be opened",
    8: "the output can't be written",
    9: "the format can't say the whole map: convert --strict, lint --fix",
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


def listed(*codes: int, reading: bool = False, found: str = "") -> str:
    """The part of a help text that explains ``codes``, or all of them if none is named.

    ``reading`` adds the codes of reading a document, ``found`` says what 1 means of a command. Success, wrong
    usage, bugs and Ctrl-C are always in.
    """
    own = {FOUND: found} if found else {}
    named = {*codes, *own, *(_READING if reading else ())}
    chosen = {OK, USAGE, *named, *_ALWAYS} if named else MEANINGS
    meanings = MEANINGS | own
    lines = [f"  {code:<4} {meaning}" for code, meaning in meanings.items() if code in chosen]
    return "\n".join(["\b", "Exit codes:", *lines])
