"""The Sphinx extension by a short name: ``extensions = ["argmap.sphinx"]``; see `argmap.integrations.sphinx`."""

from __future__ import annotations

from .integrations.sphinx import setup

__all__ = ["setup"]
