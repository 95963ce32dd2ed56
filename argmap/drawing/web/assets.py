"""The page's own files: its skeleton, its style and its one script, and the policy that allows these alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

__all__ = ["filled", "policy", "script", "skeleton", "style"]

_PARTS = (
    "start", "map", "folding", "shapes", "paint", "overview", "camera", "tree", "details", "search", "memory", "page",
)  # fmt: skip # one a line would be a page
"""The parts of the script, in the order in which they stand in it."""

_PLACE = re.compile(r"\{\{(\w+)\}\}")


@cache
def _file(name: str) -> str:
    from importlib.resources import files  # here, for it takes a while to load

    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def script() -> str:
    """The one script of every interactive page, the same whatever the map."""
    parts = "\n".join([_file(f"script/{part}.js") for part in _PARTS])
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def style(kind: str) -> str:
    """The rules of a ``kind`` of page, ``interactive`` or ``static``, after those of both."""
    return _file("common.css") + _file(f"{kind}.css")


def skeleton(kind: str) -> str:
    """The page of this kind with places for what `filled` puts in."""
    return _file(f"{kind}.html")


def filled(page: str, parts: Mapping[str, str]) -> str:
    """``page`` with each ``{{name}}`` replaced by the part of that name, which is not looked through again."""
    return _PLACE.sub(lambda place: parts[place[1]], page)


def policy(styles: Iterable[str], script: str = "") -> str:
    """The Content-Security-Policy of a page that has these styles and this script: nothing else runs or is loaded."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    styled = " ".join(map(_digest, styles))
    return (
        f"default-src 'none'; {scripts}style-src {styled}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    """A source expression that allows this text alone (Content Security Policy Level 3, "hash-source")."""
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
