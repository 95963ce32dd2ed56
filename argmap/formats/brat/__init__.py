"""brat's stand-off annotation: spans of a text that stands beside it, and relations between them.

::

    T1	MajorClaim 0 16	Co-ops are good.
    T2	Premise 17 32	They are slow.
    A1	Stance T2 Against
    R1	attacks Arg1:T2 Arg2:T1
    #1	AnnotatorNotes T2	Is this so?

Offsets count the characters of the text. What types and relations mean is each corpus's own: `Vocabulary` says it.
"""

from __future__ import annotations

import re
from functools import partial

from ..format import Format
from .reader import read_with
from .vocabulary import Vocabulary
from .writer import write_with

__all__ = ["BRAT", "Vocabulary", "brat"]

_SIGNS = re.compile(r"^[TRE#*A]\d*\t\S+ ", re.MULTILINE)


def sniff(text: str) -> bool:
    """Whether a line near the beginning is an annotation."""
    return _SIGNS.search(text[:4_000]) is not None


def brat(vocabulary: Vocabulary, *, name: str = "brat", title: str = "brat stand-off") -> Format:
    """The format in which annotations mean what ``vocabulary`` says."""
    return Format(
        name=name,
        title=title,
        suffixes=(".ann",),
        read=partial(read_with, vocabulary=vocabulary),
        write=partial(write_with, vocabulary=vocabulary),
        sniff=sniff,
        cannot_say=(
            "linked premises, conflicts, rephrases, preferences, issues, titles, stances, weights, "
            "speakers, groups, schemes, undercuts of steps that aren't a claim's first"
        ),
        companions=(".txt",),
    )


BRAT = brat(Vocabulary())
