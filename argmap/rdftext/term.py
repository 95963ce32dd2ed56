"""Terms and triples of RDF, and how N-Triples and Turtle write them."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from attrs import field, frozen

__all__ = ["TYPE", "Term", "Triple", "line_of", "term_text"]

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
"""The predicate that says what something is."""


@frozen
class Term:
    """An IRI, a blank node (``_:n1``, numbered in the document's order), or a literal with its language or type."""

    kind: Literal["iri", "blank", "literal"]
    value: str
    language: str = field(default="")
    datatype: str = field(default="")


Triple: TypeAlias = tuple[Term, Term, Term]

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def line_of(triple: Triple) -> str:
    """A triple as a line of N-Triples, which is Turtle too."""
    return " ".join([*map(term_text, triple), "."])


def term_text(term: Term) -> str:
    """A term as N-Triples and Turtle have it."""
    if term.kind == "iri":
        return _iri(term.value)
    if term.kind == "blank":
        return term.value
    told = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{told}@{term.language}"
    return f"{told}^^{_iri(term.datatype)}" if term.datatype else told


def _iri(iri: str) -> str:
    return f"<{_IN_IRI.sub(lambda found: f'%{ord(found[0]):02X}', iri)}>"
