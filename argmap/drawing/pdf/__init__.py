"""A map as PDF, written by argmap itself: vectors, and texts in embedded fonts that can be found and copied.

`objects` makes a file of numbered objects, `embedding` puts the fonts into it that the texts use,
`content` says the shapes of a scene in the operators of a page, `tags` what is read aloud and in which order, and
`document` puts pages together. Source: ISO 32000-1 (PDF 1.7).
"""

from __future__ import annotations

from .format import PDF, pdf, write_pdf

__all__ = ["PDF", "pdf", "write_pdf"]
