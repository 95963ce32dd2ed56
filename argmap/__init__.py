"""Argument maps: build, read, check, draw and property-test them, in pure Python."""

__version__ = "0.1.0"
