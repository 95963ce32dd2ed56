"""AIF JSON, the Argument Interchange Format as AIFdb gives it, with its relatives xAIF (OVA3) and old OVA.

::

    {
      "nodes": [
        {"nodeID": "good", "text": "Co-ops are good.", "type": "I"},
        {"nodeID": "near", "text": "They raise accountability.", "type": "I"},
        {"nodeID": "s", "text": "Default Inference", "type": "RA"}
      ],
      "edges": [
        {"edgeID": "1", "fromID": "near", "toID": "s", "formEdgeID": null},
        {"edgeID": "2", "fromID": "s", "toID": "good", "formEdgeID": null}
      ],
      "locutions": []
    }
"""

from __future__ import annotations

from ..format import Format
from ..top_keys import top_keys
from .reader import WRAPPERS, read_aif, read_ova, read_xaif
from .writer import write_aif, write_xaif

__all__ = ["AIF", "OVA", "XAIF"]

_LOOKED_AT = 64_000
_CANNOT = (
    "titles, stances, weights, speakers, citations, tags, groups, issues and warrants; conflicts "
    "become rebuttals each way"
)


def sniff_aif(text: str) -> bool:
    """Whether nodes with a ``nodeID``, or an empty graph with locutions, stand near the beginning."""
    keys = top_keys(text)
    if "argmap" in keys or not ("nodes" in keys or "edges" in keys):
        return False
    return '"nodeID"' in text[:_LOOKED_AT] or "locutions" in keys


def sniff_xaif(text: str) -> bool:
    """Whether the outermost object holds AIF under its name, or a part for OVA."""
    keys = top_keys(text)
    return "argmap" not in keys and any(name in keys for name in (*WRAPPERS, "OVA", "ova"))


def sniff_ova(text: str) -> bool:
    """Whether the outermost object has nodes, and beside them what only old OVA has."""
    keys = top_keys(text)
    if "argmap" in keys or "nodes" not in keys or '"nodeID"' in text[:_LOOKED_AT]:
        return False
    return "analysis" in keys or '"text_begin"' in text[:_LOOKED_AT]


AIF = Format(
    name="aif",
    title="AIF JSON",
    suffixes=(".aif.json", ".aif", ".json"),
    read=read_aif,
    write=write_aif,
    sniff=sniff_aif,
    cannot_say=_CANNOT,
)
XAIF = Format(
    name="xaif",
    title="xAIF",
    suffixes=(".xaif.json", ".xaif", ".json"),
    read=read_xaif,
    write=write_xaif,
    sniff=sniff_xaif,
    cannot_say=_CANNOT,
)
OVA = Format(
    name="ova",
    title="OVA JSON",
    suffixes=(".ova.json", ".json"),
    read=read_ova,
    sniff=sniff_ova,
)
