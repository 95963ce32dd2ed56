"""IBIS in RDF: issues, the positions that respond to them, and the arguments for and against those.

::

    @prefix ibis: <https://privatealpha.com/ontology/ibis/1#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .

    <urn:x:far> a ibis:Issue ; rdf:value "How do we reach them?" .
    <urn:x:van> a ibis:Position ; rdf:value "By a van." ; ibis:responds-to <urn:x:far> .
    <urn:x:cost> a ibis:Argument ; rdf:value "It costs too much." ; ibis:opposes <urn:x:van> .

In Turtle, TriG, N-Triples, RDF/XML and JSON-LD, by rdflib, and in pages of XHTML with RDFa, alone or in the JSON of a
crawler's cache. `words` has the vocabularies, `names` what is an id, `reader` reads, `faults` tells what
doesn't hold together. The format isn't written.
"""

from __future__ import annotations

from ..format import Format
from .reader import NAME, read
from .words import NAMESPACES

__all__ = ["IBIS_RDF"]


def sniff(text: str) -> bool:
    """Whether a namespace of IBIS stands near the beginning."""
    start = text[:20_000]
    return any(namespace in start for namespace in NAMESPACES)


IBIS_RDF = Format(
    name=NAME,
    title="IBIS RDF",
    suffixes=(".ttl", ".rdf", ".trig", ".jsonld", ".nt", ".xhtml", ".xml", ".json"),
    read=read,
    sniff=sniff,
)
