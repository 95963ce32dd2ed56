"""The one door to RDF: triples of plain terms out of Turtle, TriG, N-Triples, RDF/XML, JSON-LD and pages with RDFa.

``parse`` reads, by rdflib, which is an extra and imported when it is used; ``rdfa`` reads pages of XHTML by itself, for
rdflib reads them no more, with ``rdfa_names`` for the names in them and ``iri`` for those that are
relative; ``term`` has the terms, and writes them. Nothing that a document names is opened.
"""

from __future__ import annotations

from .parse import RdfDocument, Syntax, parse_rdf, syntax_of
from .term import TYPE, Term, Triple, line_of, term_text

__all__ = [
    "TYPE",
    "RdfDocument",
    "Syntax",
    "Term",
    "Triple",
    "line_of",
    "parse_rdf",
    "syntax_of",
    "term_text",
]
