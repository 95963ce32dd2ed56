"""The names of nodes: IRIs and blank nodes as ids, and one name for what two IRIs name by one UUID."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...rdftext import Term, Triple

__all__ = ["id_of", "one_name"]

_UUID = re.compile(
    r"(?:urn:uuid:|https?://[^?#]*/)([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
)
_URN = "urn:uuid:"


def id_of(term: Term) -> str:
    """The id of a node: its IRI, or the number of a blank node."""
    return term.value.removeprefix("_:") if term.kind == "blank" else term.value


def one_name(triples: Iterable[Triple]) -> dict[Term, Term]:
    """The names ``urn:uuid:...`` of the document for its addresses that end in the same UUID.

    App::IBIS names a node by the one and links to it by the other.
    """
    urns: dict[str, Term] = {}
    addresses: dict[Term, str] = {}
    for term in dict.fromkeys([end for s, _, o in triples for end in (s, o) if end.kind == "iri"]):
        found = _UUID.fullmatch(term.value)
        if found and term.value.startswith(_URN):
            urns[found[1].lower()] = term
        elif found:
            addresses[term] = found[1].lower()
    return {term: urns[uuid] for term, uuid in addresses.items() if uuid in urns}
