"""Abstract argumentation frameworks as text: TGF, APX and ``p af``, read and written without a map between.

`FrameworkText` is what they say: names of arguments, and pairs of names that attack. Reading 100,000 arguments
takes a fraction of a second.
"""

from __future__ import annotations

from .af import parse_af, write_af
from .apx import parse_apx, write_apx
from .framework import FrameworkText, Oddity
from .tgf import parse_tgf, write_tgf

__all__ = [
    "FrameworkText",
    "Oddity",
    "parse_af",
    "parse_apx",
    "parse_tgf",
    "write_af",
    "write_apx",
    "write_tgf",
]
