"""The one place where text becomes markup."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["attribute", "number", "numbers", "safe_url", "text_node"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_URL = re.compile(r"(?:https?://[^/?#\s]|mailto:[^\s])", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


def text_node(text: str) -> str:
    """``text`` as the content of an XML element; what XML can't say becomes U+FFFD.

    >>> text_node("a < b & c")
    'a &lt; b &amp; c'
    """
    legal = text if text.isprintable() else _ILLEGAL.sub("\ufffd", text)
    legal = legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return legal.replace("\r", "&#13;")


def attribute(text: str) -> str:
    """``text`` as the value of an XML attribute between double quotes."""
    escaped = text_node(text).replace('"', "&quot;").replace("'", "&#39;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def safe_url(url: str) -> str | None:
    """``url`` if it is one that may be followed from a drawing (http, https, mailto), else None.

    Refused are also addresses that hold white space, controls or invisible characters, which browsers
    skip and readers don't see.
    """
    if _UNSEEN.search(url) or not _URL.match(url):
        return None
    return url


@lru_cache(4_096)  # a drawing has few widths, radii and sizes, and many things that have them
def number(value: float) -> str:
    """A coordinate in the fewest characters: two decimals at most, no exponent, no minus zero.

    >>> number(1.50), number(-0.001), number(1234567.0)
    ('1.5', '0', '1234567')
    """
    return numbers("%.2f", (value,))


def numbers(pattern: str, values: tuple[float, ...]) -> str:
    """``pattern`` with a coordinate, as `number` tells it, for each ``%.2f`` in it.

    What stands between them holds neither digits nor ``nan`` nor ``inf``. Raises ValueError for what isn't finite.

    >>> numbers("M%.2f %.2fL%.2f %.2f", (0.0, 10.25, 100.0, -0.5))
    'M0 10.25L100 -0.5'
    """
    text = pattern % values
    if "nan" in text or "inf" in text:
        raise ValueError(f"a coordinate is finite, and one of {values} isn't")
    return _ZEROS.sub("", text.replace("-0.00", "0.00"))


_ZEROS = re.compile(r"\.00(?!\d)|(?<=\.\d)0(?!\d)")
"""The decimals that say nothing, of numbers with two each."""
