"""Strict XML: elements with places, and a text that is read again as it was meant.

What makes XML dangerous is refused here with its place: entities, declarations inside the document, encodings that
nobody knows, nesting without end. Nothing that a document names is ever opened. ``parse`` reads, ``place``
finds where something stands, ``wrong`` says what is wrong, ``write`` writes; ``jsonml`` turns
elements into JSON values, as free data keeps them.
"""

from __future__ import annotations

from .element import Element
from .jsonml import element_of, kept
from .parse import XmlDocument, parse_xml
from .place import Spot
from .write import escape_attribute, escape_text, write_xml

__all__ = [
    "Element",
    "Spot",
    "XmlDocument",
    "element_of",
    "escape_attribute",
    "escape_text",
    "kept",
    "parse_xml",
    "write_xml",
]
