"""Argdown, the text language in which people write argument maps.

::

    [Co-ops]: Co-ops are good.
      + <Near>: They are near to those they serve.
      - They are slow.

The grammar is that of the reference implementation (argdown-core 2.0), read more leniently; `notes` lists what is
found on the way.
"""

from __future__ import annotations

import re

from ...errors import ReadError
from ...limits import Limits
from ...pause import no_garbage
from ...source import SourceText
from ..format import Format, Reading
from ..legal import legal
from .blocks import parse
from .build import built
from .derive import derived
from .formatter import formatted
from .interpret import interpret
from .notes import Notes
from .other_languages import is_argdown_2
from .pieces import Piece
from .syntax_tree import Syntax, syntax
from .tree import Block, Document, Entry, Range
from .writer import write

__all__ = [
    "ARGDOWN",
    "Block",
    "Document",
    "Entry",
    "Piece",
    "Range",
    "Syntax",
    "formatted",
    "syntax",
]


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of Argdown says.

    Statements are claims, and so are the gists of arguments that aren't reconstructed; a premise-conclusion
    structure is a chain of supports. Relations are those that the reference implementation derives. What
    it refuses for no good reason is read with a finding, or refused if ``strict``.
    """
    with no_garbage():
        return _read(source, strict=strict, limits=limits)


def _read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    source, found = legal(source)
    notes = Notes(source, strict, found)
    if source.had_mark:
        notes.add(
            "byte-order-mark", "a byte-order mark", 0, hint="save the file as UTF-8 without it"
        )
    try:
        whole = interpret(parse(source.text, notes), notes)
    except ReadError as error:
        _check_language(source, error)
        raise
    if notes.found:
        _check_language(source, None)
    map = built(whole, derived(whole), limits)
    return Reading(map, notes.told(), "argdown")


def _check_language(source: SourceText, error: ReadError | None) -> None:
    if is_argdown_2(source.text):
        hint = "argmap reads Argdown, as argdown.org has it"
        message = "this is argdown-2, another language"
        raise ReadError(message, name=source.name, hint=hint) from error


_SIGNS = re.compile(
    r"^(?:\[[^\]\n]+\]:[ \t]|<(?![^\n]*</)[^>\n/!?]+>:?[ \t]*(?:\S|$)|[ \t]+(?:<?[-+]|[-+]>|><|<?_>?)[ \t]*[\[<]"
    r"|[ \t]*\(\d+\)[ \t]|-{2,}[ \t]*[\w{-])",
    re.MULTILINE,
)


def sniff(text: str) -> bool:
    """Whether a title, a relation or a numbered premise begins a line near the beginning."""
    start = text[:20_000]
    return (
        not start.lstrip().startswith(("{", "<?xml", "<!", "<svg xmlns"))
        and _SIGNS.search(start) is not None
    )


ARGDOWN = Format(
    name="argdown",
    title="Argdown",
    suffixes=(".argdown", ".ad"),
    read=read,
    write=write,
    sniff=sniff,
    formatted=formatted,
    cannot_say=(
        "issues and answers, preferences, rephrases, what supports or undercuts a relation line in part, "
        "the order of claims and links, what other formats keep"
    ),
)
