"""Which encoding the beginning of an XML document says that its bytes are in, and which ones are known."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["codecs_of", "decoded_xml"]

_UTF_16 = (b"\xff\xfe<\0", b"\xfe\xff\0<", b"<\0?\0", b"\0<\0?")

# What is called Latin-1 is mostly Windows's own, whose quotation marks stand where Latin-1 has controls.
_CODECS: dict[str, tuple[str, ...]] = {
    "utf-8": (),
    "utf8": (),
    "utf-16": (),
    "utf-16le": (),
    "utf-16be": (),
    "unicode": (),
    "iso-10646-ucs-2": (),
    "us-ascii": ("cp1252", "latin-1"),
    "ascii": ("cp1252", "latin-1"),
    "iso-8859-1": ("cp1252", "latin-1"),
    "latin1": ("cp1252", "latin-1"),
    "latin-1": ("cp1252", "latin-1"),
    **{f"iso-8859-{n}": (f"iso8859-{n}",) for n in (*range(2, 12), *range(13, 17))},
    **{f"windows-125{n}": (f"cp125{n}",) for n in range(9)},
    **{f"cp125{n}": (f"cp125{n}",) for n in range(9)},
    "koi8-r": ("koi8-r",),
    "koi8-u": ("koi8-u",),
    "macintosh": ("mac-roman",),
    "shift_jis": ("cp932",),
    "euc-jp": ("euc-jp",),
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "gb18030": ("gb18030",),
    "big5": ("big5",),
    "euc-kr": ("cp949",),
}


def codecs_of(encoding: str) -> tuple[str, ...] | None:
    """The codecs to try, in order, for bytes in a declared ``encoding`` that aren't UTF-8 or UTF-16; None for an unknown one."""
    return _CODECS.get(encoding.lower())


def decoded_xml(data: bytes) -> str | None:
    """The text of an XML document in UTF-16 or in the encoding that it declares; None for any other bytes."""
    if data.startswith(_UTF_16):
        little = data.startswith((b"\xff\xfe", b"<\0"))
        return _decoded(data, ("utf-16-le" if little else "utf-16-be",))
    declared = _declared().match(data) if data.startswith(b"<?xml") else None
    return _decoded(data, codecs_of(declared[1].decode()) or ()) if declared else None


@cache
def _declared() -> re.Pattern[bytes]:
    """How XML declares an encoding; compiled when there is XML."""
    return re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")


def _decoded(data: bytes, codecs: tuple[str, ...]) -> str | None:
    for codec in codecs:
        try:
            return data.decode(codec).removeprefix("\ufeff")
        except UnicodeDecodeError:
            pass
    return None
