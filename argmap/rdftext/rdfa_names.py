"""Names in RDFa: terms, CURIEs and IRIs, by the prefixes and the vocabulary that hold where they stand.

Source: RDFa Core 1.1, section 7.4; the prefixes that need no declaration are those of its initial context.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator
from typing import Any

from attrs import evolve, field, frozen

from .iri import absolute, has_scheme
from .term import Term

__all__ = ["Blanks", "Names"]

_W3 = "http://www.w3.org/"
_XHTML = f"{_W3}1999/xhtml/vocab#"
INITIAL = {
    "as": f"{_W3}ns/activitystreams#",
    "cc": "http://creativecommons.org/ns#",
    "csvw": f"{_W3}ns/csvw#",
    "ctag": "http://commontag.org/ns#",
    "dc": "http://purl.org/dc/terms/",
    "dc11": "http://purl.org/dc/elements/1.1/",
    "dcat": f"{_W3}ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": f"{_W3}ns/dqv#",
    "duv": f"{_W3}ns/duv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gr": "http://purl.org/goodrelations/v1#",
    "grddl": f"{_W3}2003/g/data-view#",
    "ical": f"{_W3}2002/12/cal/icaltzd#",
    "ldp": f"{_W3}ns/ldp#",
    "ma": f"{_W3}ns/ma-ont#",
    "oa": f"{_W3}ns/oa#",
    "odrl": f"{_W3}ns/odrl/2/",
    "og": "http://ogp.me/ns#",
    "org": f"{_W3}ns/org#",
    "owl": f"{_W3}2002/07/owl#",
    "prov": f"{_W3}ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": f"{_W3}1999/02/22-rdf-syntax-ns#",
    "rdfa": f"{_W3}ns/rdfa#",
    "rdfs": f"{_W3}2000/01/rdf-schema#",
    "rev": "http://purl.org/stuff/rev#",
    "rif": f"{_W3}2007/rif#",
    "rr": f"{_W3}ns/r2rml#",
    "schema": "http://schema.org/",
    "sd": f"{_W3}ns/sparql-service-description#",
    "sioc": "http://rdfs.org/sioc/ns#",
    "skos": f"{_W3}2004/02/skos/core#",
    "skosxl": f"{_W3}2008/05/skos-xl#",
    "sosa": f"{_W3}ns/sosa/",
    "ssn": f"{_W3}ns/ssn/",
    "time": f"{_W3}2006/time#",
    "v": "http://rdf.data-vocabulary.org/#",
    "vcard": f"{_W3}2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "wdr": f"{_W3}2007/05/powder#",
    "wdrs": f"{_W3}2007/05/powder-s#",
    "xhv": _XHTML,
    "xml": f"{_W3}XML/1998/namespace",
    "xsd": f"{_W3}2001/XMLSchema#",
}
_TERMS = {
    "describedby": f"{_W3}2007/05/powder-s#describedby",
    "license": f"{_XHTML}license",
    "role": f"{_XHTML}role",
}


@frozen(eq=False)
class Blanks:
    """The blank nodes of a page: ``_:n1``, ``_:n2``, ..., each name of the page's own always the same."""

    numbers: dict[str, Term] = field(factory=dict)

    def named(self, name: str) -> Term:
        """The node that the page calls so."""
        return self.numbers.setdefault(f":{name}", Term("blank", f"_:n{len(self.numbers) + 1}"))

    def fresh(self) -> Term:
        """A node without a name."""
        return self.numbers.setdefault(
            str(len(self.numbers)), Term("blank", f"_:n{len(self.numbers) + 1}")
        )


@frozen
class Names:
    """What names mean at one place in a page: relative to ``base``, by ``prefixes`` (small letters) and ``vocabulary``."""

    base: str
    blanks: Blanks
    prefixes: ChainMap[str, str] = field(factory=lambda: ChainMap({}, INITIAL))
    vocabulary: str = ""

    def within(self, declared: dict[str, str], prefix: str | None, vocabulary: str | None) -> Names:
        """The names inside an element: with what ``xmlns:``, ``prefix`` and ``vocab`` say there."""
        own = {name.lower(): iri for name, iri in declared.items() if name}
        own |= _pairs(prefix or "")
        changes: dict[str, Any] = {}
        if own:
            changes["prefixes"] = self.prefixes.new_child(own)
        if vocabulary is not None:
            told = vocabulary.strip()
            changes["vocabulary"] = absolute(self.base, told) if told else ""
        return evolve(self, **changes) if changes else self

    def resource(self, written: str) -> Term | None:
        """What ``about`` or ``resource`` names: a CURIE, one in brackets, or an IRI; None for no name."""
        written = written.strip()
        if written.startswith("[") and written.endswith("]"):
            return self._curie(written[1:-1])
        return self._curie(written) or self.iri(written)

    def iri(self, written: str) -> Term:
        """What ``href`` or ``src`` names."""
        return Term("iri", absolute(self.base, written.strip()))

    def each(self, written: str) -> Iterator[Term]:
        """What the names mean that ``property``, ``rel``, ``rev``, ``typeof`` list; others mean nothing."""
        for name in written.split():
            found = self._name(name)
            if found is not None:
                yield found

    def first(self, written: str) -> str:
        """The IRI of the first of some names, or an empty text."""
        return next((term.value for term in self.each(written)), "")

    def _name(self, name: str) -> Term | None:
        if ":" not in name:
            known = _TERMS.get(name.lower(), "")
            iri = f"{self.vocabulary}{name}" if self.vocabulary else known
            return Term("iri", iri) if iri else None
        return self._curie(name) or (Term("iri", name) if has_scheme(name) else None)

    def _curie(self, written: str) -> Term | None:
        """What a prefix, a colon and the rest mean; None if there is no such prefix."""
        prefix, colon, rest = written.partition(":")
        if not colon or rest.startswith("//"):
            return None
        if prefix == "_":
            return self.blanks.named(rest)
        base = self.prefixes.get(prefix.lower()) if prefix else _XHTML
        return None if base is None else Term("iri", f"{base}{rest}")


def _pairs(written: str) -> dict[str, str]:
    """The prefixes that ``prefix`` declares, each a name, a colon, blanks and an IRI."""
    words = iter(written.split())
    found: dict[str, str] = {}
    for word in words:
        name = word.removesuffix(":").lower()
        if word.endswith(":") and name not in ("", "_"):
            found[name] = next(words, "")
    return found
