"""The most that a reader takes, so that no document can exhaust the machine."""

from __future__ import annotations

from attrs import field, validators

from .errors import TooLarge
from .values import frozen

__all__ = ["Limits"]

_MOST = validators.and_(validators.instance_of(int), validators.ge(0))


@frozen(kw_only=True)
class Limits:
    """The most that a reader takes of each thing; every field is a whole number, raised at will.

    ``text_characters`` are those of a text that is drawn or weighed; free data, which may hold a picture,
    is bounded by ``file_bytes``. ``xml_attributes`` are those of one element.

    >>> Limits(file_bytes=1_000).file_bytes
    1000
    """

    file_bytes: int = field(default=50_000_000, validator=_MOST)
    nesting: int = field(default=200, validator=_MOST)
    claims: int = field(default=100_000, validator=_MOST)
    links: int = field(default=500_000, validator=_MOST)
    text_characters: int = field(default=100_000, validator=_MOST)
    id_characters: int = field(default=1_000, validator=_MOST)
    xml_elements: int = field(default=1_000_000, validator=_MOST)
    xml_attributes: int = field(default=100, validator=_MOST)

    def check(self, limit: str, amount: int, *, name: str = "", path: str = "") -> None:
        """Raise `TooLarge` if ``amount`` passes the field named ``limit``."""
        most: int = getattr(self, limit)
        if amount > most:
            raise TooLarge(
                f"{amount:,} {limit.replace('_', ' ')}, and the limit is {most:,}",
                name=name,
                path=path,
                hint=f"raise it if you trust the document: Limits({limit}=...)",
            )
