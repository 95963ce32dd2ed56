"""What nodes of AIF JSON mean: information (I), inference (RA), conflict (CA), rephrase (MA), preference (PA).

The name of a step's scheme is its text, or its key ``scheme``; the names that mean none in particular
(Default Inference, RA, ...) are no scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.link import Manner
from ..dialect import Dialect, Told
from ..scheme_graph import CLAIM

__all__ = ["AIF_DIALECT"]

_ROLES = {"I": CLAIM, "RA": "support", "CA": "attack", "MA": "rephrase", "PA": "preference"}
_TYPES = {role: type for type, role in _ROLES.items()}
_USUAL = {
    "support": "Default Inference",
    "attack": "Default Conflict",
    "rephrase": "Default Rephrase",
    "preference": "Default Preference",
}
_MANNERS: dict[str, Manner] = {"specialisation": "specialises", "generalisation": "generalises"}
_NAMES = {manner: name.capitalize() for name, manner in _MANNERS.items()}
_NO_NAME = ("", *[type.lower() for type in _ROLES], *[name.lower() for name in _USUAL.values()])


def _told(node: Mapping[str, Any]) -> Told:
    kind = node.get("type")
    role = _ROLES.get(kind, "") if isinstance(kind, str) else ""
    if role == CLAIM:
        return Told(CLAIM, _text(node, "text"))
    if role == "rephrase":
        name = _text(node, "text").strip().lower()
        return Told(role, manner=_MANNERS.get(name, "restates"))
    if role in ("support", "attack"):
        names = [_text(node, "text"), _text(node, "scheme")]
        given = [name for name in names if name.strip().lower() not in _NO_NAME]
        return Told(role, scheme=given[0] if given else "")
    return Told(role)


def _text(node: Mapping[str, Any], name: str) -> str:
    held = node.get(name)
    return held if isinstance(held, str) else ""


def _node(id: str, told: Told) -> dict[str, Any]:
    made = {"nodeID": id, "text": told.text, "type": _TYPES[told.role]}
    if told.role != CLAIM:
        made["text"] = told.scheme or _NAMES.get(told.manner) or _USUAL[told.role]
    if told.scheme:
        made["scheme"] = told.scheme
    return made


def _edge(name: str, tail: str, head: str) -> dict[str, Any]:
    return {"edgeID": name, "fromID": tail, "toID": head, "formEdgeID": None}


AIF_DIALECT = Dialect(
    name="aif",
    title="AIF JSON",
    id="nodeID",
    tail="fromID",
    head="toID",
    edge_id="edgeID",
    type="type",
    spoken=("nodeID", "text", "type", "scheme"),
    texts=("text",),
    roles=("support", "attack", "rephrase", "preference"),
    told=_told,
    node=_node,
    edge=_edge,
    edge_name=str,
    aside=("L", "TA", "YA"),
)
