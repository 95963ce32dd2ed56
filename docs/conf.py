"""How the documentation is built: ``sphinx-build -W docs SOMEWHERE``, with ``argmap[docs]`` installed."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any

import argmap

project = "argmap"
author = "The argmap developers"
copyright = author
version = release = argmap.__version__

extensions = ["argmap.sphinx", "myst_parser", "sphinx.ext.autodoc"]
argmap_options = {"max-width": "720"}  # as wide as a page of the theme
exclude_patterns = ["_build"]
suppress_warnings = ["toc.empty_glob"]  # a section may wait for its first page
myst_heading_anchors = 3
linkcheck_ignore = ["https?://"]  # what is elsewhere changes without us

default_role = "any"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = "argmap"
html_copy_source = False
html_show_copyright = False


def setup(app: Any) -> None:
    """Let docstrings name what the documentation has no entry for, and leave out what says nothing."""
    app.connect("missing-reference", _named)
    app.connect("autodoc-skip-member", _says_nothing)


def _says_nothing(_app: Any, _what: str, _name: str, member: Any, *_: Any) -> bool | None:
    """True for a field of a named tuple, of which Python itself says its number alone."""
    return True if str(member.__doc__).startswith("Alias for field number") else None


def _named(app: Any, env: Any, node: Any, shown: Any) -> Any:
    """A name without an entry as it stands, if there is such a thing; else the build warns, and fails."""
    for home in (node.get("py:module"), "builtins", None):
        try:
            resolve_name(f"{home}.{node['reftarget']}" if home else node["reftarget"])
        except (ImportError, AttributeError, ValueError):
            continue
        return shown
    return None
