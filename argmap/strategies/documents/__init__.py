"""Documents to read: made by a grammar, or written of maps; sound, or dirty as documents in the wild are."""

from __future__ import annotations

from functools import partial
from typing import Any, Unpack

from hypothesis import strategies as st

from ...errors import UnknownFormat
from ...formats import Format
from ...model import ArgumentMap
from ...registry import FORMATS
from ..made import made
from ..maps import maps
from ..switches import Asked
from .aif import aif_documents
from .argdown import argdown_documents
from .broken import broken
from .kialo import kialo_exports

__all__ = ["aif_documents", "argdown_documents", "broken", "documents", "kialo_exports"]


def documents(
    format: Format | str, *, dirty: bool = False, **asked: Unpack[Asked]
) -> st.SearchStrategy[str]:
    """Documents of a format, as its writer writes them of any map; the other switches are those of `argmap.strategies.maps`.

    ``dirty=True`` breaks some of them (see `broken`): its reader must read them or raise `ReadError`. Raises `UnknownFormat` for a
    format that isn't written, `UnknownName` for one that there isn't.

    >>> from argmap.strategies import smallest
    >>> print(smallest(documents("tgf"), lambda text: "c2 c1" in text).rstrip())
    c1
    c2
    #
    c2 c1
    """
    chosen: Format = FORMATS.get(format) if isinstance(format, str) else format
    if chosen.write is None:
        raise UnknownFormat(
            f"{chosen.title} can be read, not written, so it has no documents to draw"
        )
    limits: Any = {"max_claims": 6, **asked}
    texts = made(partial(_text, chosen), maps(**limits))
    return texts.flatmap(broken) if dirty else texts


def _text(format: Format, map: ArgumentMap) -> str:
    written = format.write(map) if format.write else None
    return written.text if written else ""
