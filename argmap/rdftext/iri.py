"""References to IRIs made whole, as RFC 3986 says (section 5.2, the strict way); nothing is opened."""

from __future__ import annotations

import re

__all__ = ["absolute", "has_scheme"]

_PARTS = re.compile(
    r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL
)


def has_scheme(reference: str) -> bool:
    """Whether a reference begins with a scheme, and so is whole.

    >>> has_scheme("urn:a"), has_scheme("a/b:c")
    (True, False)
    """
    return bool(next(_PARTS.finditer(reference))[1])


def absolute(base: str, reference: str) -> str:
    """The IRI that ``reference`` names in a document whose own IRI is ``base``.

    >>> absolute("http://a/b/c/d;p?q", "../g")
    'http://a/b/g'
    """
    scheme, authority, path, query, fragment = _parts(reference)
    held_scheme, held_authority, held_path, held_query, _ = _parts(base)
    if scheme is not None:
        path = _without_dots(path) if authority is not None or path.startswith("/") else path
        return _joined(scheme, authority, path, query, fragment)
    if authority is not None:
        return _joined(held_scheme, authority, _without_dots(path), query, fragment)
    if not path:
        query = held_query if query is None else query
        return _joined(held_scheme, held_authority, held_path, query, fragment)
    if not path.startswith("/"):
        rooted = held_authority is not None and not held_path
        path = f"/{path}" if rooted else f"{held_path[: held_path.rfind('/') + 1]}{path}"
    return _joined(held_scheme, held_authority, _without_dots(path), query, fragment)


def _parts(iri: str) -> tuple[str | None, str | None, str, str | None, str | None]:
    found = next(_PARTS.finditer(iri))  # every part may be missing, so that every text fits
    return found[1], found[2], found[3], found[4], found[5]


def _joined(
    scheme: str | None, authority: str | None, path: str, query: str | None, fragment: str | None
) -> str:
    pieces = [
        f"{scheme}:" if scheme is not None else "",
        f"//{authority}" if authority is not None else "",
        path,
        f"?{query}" if query is not None else "",
        f"#{fragment}" if fragment is not None else "",
    ]
    return "".join(pieces)


def _without_dots(path: str) -> str:
    """A path without ``.`` and ``..``, which go up one step, never above the first."""
    parts = path.split("/")
    made: list[str] = []
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        if part == "..":
            if len(made) > 1 or (made and made[0]):
                made.pop()
        elif part != ".":
            made.append(part)
        if last and part in (".", ".."):
            made.append("")
    return "/".join(made)
