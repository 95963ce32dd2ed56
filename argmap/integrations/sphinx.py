"""The Sphinx extension: a directive ``argmap`` that draws a map from a file, or from what stands below it.

Loaded by ``extensions = ["argmap.sphinx"]``, and only there, for it needs Sphinx.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from .sphinx_directive import MapDirective
from .sphinx_picture import MapNode, resolve_maps

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["setup"]

_STATIC = Path(__file__).with_name("sphinx_static")


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx of the directive, the settings and the looks; returns what Sphinx wants to know of an extension.

    ``argmap_options`` in ``conf.py`` has options for every picture, such as ``{"theme": "light"}``; ``argmap_html`` is ``inline``
    or ``image``, and ``argmap_latex`` is ``pdf``, which becomes TikZ where no PDF can be made, or ``tikz``.
    """
    app.add_config_value("argmap_options", {}, "env", types=frozenset({dict}))
    app.add_config_value("argmap_html", "inline", "html", types=frozenset({str}))
    app.add_config_value("argmap_latex", "pdf", "env", types=frozenset({str}))
    app.add_node(MapNode)
    app.add_directive("argmap", MapDirective)
    app.add_css_file("argmap.css")
    app.add_latex_package("tikz")
    app.connect("config-inited", _prepared)
    app.connect("doctree-resolved", resolve_maps)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _prepared(app: Sphinx, config: Config) -> None:
    """Let HTML find our style sheet."""
    config.html_static_path.append(str(_STATIC))
