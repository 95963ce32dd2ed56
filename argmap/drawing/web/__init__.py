"""Web pages: a map as one file that a browser opens, with a script to walk through it or without one."""

from .page import HTML, to_html

__all__ = ["HTML", "to_html"]
