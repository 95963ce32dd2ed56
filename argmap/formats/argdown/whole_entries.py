"""Entries that are told at once, from the sign of relation or the number at the start of a line to the end of their last.

The patterns are made of the parts by which `lines` and `scanner` tell pieces.
"""

from __future__ import annotations

import re
from typing import Any

from .inferences import WORDS
from .lines import TITLE
from .marks import MARKED, SAID, marked_in, on_one_line
from .scanner import Scanner
from .state import NOTHING, State
from .told import BRACES, DATA, END, data_in, told
from .tree import Entry, EntryPlace, Form, Kind

__all__ = ["Groups", "entry_line", "inference_line", "whole_entry", "whole_inference"]

_OPERATOR = r"(?!--)((?>\+>|->|><|<?\+|<?-|_>|<_|_(?=\s)))"
_SIGN = rf"([ '\t]*+)(?:{_OPERATOR}|\((\d{{1,9}})\)|(\#++)[ ])[ \t]*+"
"""What bears a sign: a relation's operator, the number of a premise, or the signs of a heading."""
_NO_SIGN = r"([ \t]*+)(?!\d+\.\s)(?=[\[\"“”„‘]|[^\W_]|<(?![+_!-]))"
"""What bears none and is surely a title or words."""
_TITLE = rf"{TITLE}(?:(:)[ \t]*+|(?=[ \t]*(?:[{{\r\n]|\Z)))"
"""A title before a text, or one behind which only data may stand."""

entry_line = re.compile(
    rf"(?:{_SIGN}|{_NO_SIGN})(?:{_TITLE})?(?:(?=\S)({SAID})({MARKED}))?(?:(?:{DATA})?{END})?"
).match
"""Finds how an entry begins, and as far as there is nothing else on its lines its words, what is marked, data and its end."""
_STATEMENT, _ARGUMENT, _, _WORDS, _MARKED, _, _NEXT = range(6, 13)
"""The numbers of its groups."""
Groups = tuple[Any, ...]
"""What they found."""
_only_tokens = re.compile(r"[ \t]*+(?:[@<{/]|://)").match
"""Finds what `told` doesn't tell either: a mention, a comment, braces among words, a URL."""
_HIDDEN = re.compile(r"[\]>]:")
"""What would end a title that begins further left."""

inference_line = re.compile(
    rf"([ '\t]*+(?:-{{4,}}+|--(?!-)[ \t]*+({WORDS}(?:,[ ]*+{WORDS})*+)(?:{BRACES}[ \t]++)?--++)){END}"
).match
"""Finds an inference, its rules and data, and the end of its line."""


def whole_entry(
    state: State,
    scanner: Scanner,
    found: re.Match[str],
    groups: Groups,
    begin: int,
    place: EntryPlace = "block",
    parent: int = NOTHING,
    operator: str = "",
    number: int = 0,
    kind: Kind = "statement",
) -> re.Match[str] | None:
    """Take in the entry that was found and begins there, and give what finds its end; None if only its tokens tell it."""
    _, _, _, _, _, statement, argument, colon, words, marked, braces, _, _, _ = groups
    title = statement or argument or ""
    form: Form = "plain" if not title else "reference" if colon is None else "definition"
    if argument is not None:
        kind = "argument"
    end, more = found, _NO_MORE
    if (found.lastindex or 0) < _NEXT:
        at = found.end() if words is None else found.start(_WORDS)
        untold = form == "reference" or _only_tokens(scanner.text, found.end())
        said = None if untold else told(scanner, at, remove_tags=state.remove_tags)
        if said is None:
            return None
        text, stop, more, end = said
    elif words is not None:
        text, stop = words, found.end(_MARKED)
        last = marked or words
        if last[-1] in _BLANKS:
            stop -= len(last) - len(last.rstrip(" \t"))
        if "\n" in text:
            text = on_one_line(text)
        if marked:
            if state.remove_tags and "#" in marked:
                return None
            text, ranges, tags, source = marked_in(text, on_one_line(marked))
            more = (ranges, tags, None, (), source)
    elif form == "reference":
        text, stop = "", found.end(_STATEMENT if argument is None else _ARGUMENT) + 1
    else:
        return None
    if braces is not None:
        data = None if not text and _HIDDEN.search(braces) else data_in(braces, scanner.ahead)
        if data is None:
            return None
        more = (*more[:2], data, *more[3:])
    fields = (kind, form, title, text, begin, stop, place, parent, operator, number)
    state.entries.append(_new(Entry, fields + more))
    return end


_NO_MORE: tuple[Any, ...] = ((), (), None, (), "")
"""The fields of what has neither ranges, tags, data, rules nor a source."""
_BLANKS = (" ", "\t")
_new = tuple.__new__


def whole_inference(state: State, scanner: Scanner, found: re.Match[str]) -> bool:
    """Take in the inference that was found; False if what seems to be its data isn't."""
    _, names, braces, _, _, _ = found.groups()
    data = None
    if braces is not None:
        data = data_in(braces, scanner.ahead)
        if data is None:
            return False
    rules = () if names is None else tuple([name.strip() for name in names.split(",")])
    start, stop = found.span(1)
    more = ((), (), data, rules, "")
    fields = ("inference", "plain", "", "", start, stop, "pcs", NOTHING, "", 0)
    state.entries.append(_new(Entry, fields + more))
    return True
