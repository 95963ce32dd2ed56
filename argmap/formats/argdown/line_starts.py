"""What begins at the start of a line: relations, inferences, headings, numbers, list items, front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .inferences import inference
from .tokens import FRONT_MATTER, HEADING, ITEM, NEW_LINE, NUMBER, RELATION
from .values import front_matter, mapping

if TYPE_CHECKING:
    from .scanner import Scanner

__all__ = ["OPERATORS", "begin"]

OPERATORS = {
    "+": "supported by",
    "<+": "supported by",
    "+>": "supports",
    "-": "attacked by",
    "<-": "attacked by",
    "->": "attacks",
    "_": "undercut by",
    "<_": "undercut by",
    "_>": "undercuts",
    "><": "contradicts",
}
"""What the line above is to the line of the operator."""

_BEGIN = re.compile(
    r"([ '\t]*)(?:(?P<inference>--)"
    r"|(?P<relation>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))"
    r"|(?P<heading>\#+)[ ]"
    r"|(?P<number>\(\d+\))"
    r"|(?P<item>(?:\d+\.|\*)(?=\s)))"
)
_FRONT_MATTER = re.compile(r"([ \t]*)={3,}")


def begin(scanner: Scanner) -> bool:
    """Take what begins the line where the scanner stands, if anything does."""
    found = _BEGIN.match(scanner.text, scanner.at)
    if found is None:
        first = scanner.last != NEW_LINE or len(scanner.tokens) == 1
        return first and _front_matter(scanner)
    kind = found.lastgroup
    start, end = found.end(1), found.end()
    width = start - scanner.at
    if kind == "relation":  # as `Scanner.put` does: they are half of all
        scanner.tokens.append((RELATION, start, end, (found["relation"], width)))
        scanner.at, scanner.last = end, RELATION
    elif kind == "inference":
        inference(scanner, end)
    elif kind == "heading":
        scanner.put(HEADING, end, len(found["heading"]), start=start)
    elif kind == "number":
        scanner.put(NUMBER, end, int(found["number"][1:-1]), start=start)
    else:
        # A list's own width is one more, so that relations of its items may stand below their stars.
        scanner.put(ITEM, end, width + 1, start=start)
    return True


def _front_matter(scanner: Scanner) -> bool:
    """``===``, YAML, ``===``; six signs or more on end are both, if no more follow."""
    found = _FRONT_MATTER.match(scanner.text, scanner.at)
    if found is None:
        return False
    start = found.end()
    end = scanner.ahead.find("===", start, "front matter")
    if end < 0 and start - found.end(1) >= 6:
        start = end = start - 3
    if end < 0:
        return False
    settings = front_matter(scanner.notes, start, end)
    for code, shown in mapping(mapping(settings, "model"), "shortcodes").items():
        if isinstance(shown, Mapping) and isinstance(shown.get("unicode"), str):
            scanner.shortcodes[code] = shown["unicode"]
    while scanner.text[end : end + 1] == "=":
        end += 1
    scanner.put(FRONT_MATTER, end, settings)
    return True
