"""A PDF file as numbered objects: their bytes, the table of where each begins, the trailer.

The same objects give the same bytes: there is no date and no random identifier.
"""

from __future__ import annotations

from io import BytesIO
from zlib import compress

from ...source import legal

__all__ = ["Objects", "name", "text"]


class Objects:
    """The objects of a file in the order of their numbers; one may be numbered before it is there."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def new(self) -> int:
        """A number for an object that comes later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def add(self, body: str) -> int:
        """The number of a new object."""
        number = self.new()
        self.put(number, body)
        return number

    def put(self, number: int, body: str) -> None:
        """Say what the object of a number is."""
        self._bodies[number - 1] = body.encode("latin-1")

    def stream(self, data: bytes, entries: str = "") -> int:
        """The number of a new stream, which is compressed."""
        number, packed = self.new(), compress(data, 9)
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        self._bodies[number - 1] = b"".join([head.encode(), packed, b"\nendstream"])
        return number

    def document(self, root: int, info: int) -> bytes:
        """The file whose catalogue is ``root``."""
        out = BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._bodies, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        start, count = out.tell(), len(places) + 1
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        out.write(b"".join([b"%010d 00000 n \n" % place for place in places]))
        trailer = f"trailer\n<< /Size {count} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n"
        out.write(trailer.encode())
        return out.getvalue()


def name(wanted: str) -> str:
    """A name object of the letters, digits and hyphens in ``wanted``.

    >>> name("Noto Sans")
    '/NotoSans'
    """
    return "/" + "".join([c for c in wanted if c.isascii() and (c.isalnum() or c == "-")])


def text(shown: str) -> str:
    """A string object that any reader shows as ``shown``: UTF-16 in hexadecimal digits.

    >>> text("é")
    '<FEFF00E9>'
    """
    return f"<FEFF{legal(shown).encode('utf-16-be', 'replace').hex().upper()}>"
