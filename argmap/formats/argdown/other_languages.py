"""Documents that only look like Argdown by their suffix."""

from __future__ import annotations

import re

__all__ = ["is_argdown_2"]

_ARGDOWN_2 = re.compile(
    r"^(?:\[#[\w-]+\](?:[ \t]+\S|[ \t]*(?:--[x>]|==>|~~>))|:::[a-z]+\[)", re.MULTILINE
)


def is_argdown_2(text: str) -> bool:
    """Whether this is argdown-2, another language with the same suffix: ``[#id] text``, ``[#a] --x [#b]``, ``:::kind[...]``."""
    return _ARGDOWN_2.search(text) is not None
