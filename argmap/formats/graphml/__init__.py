"""GraphML, the XML in which graph tools exchange graphs: networkx's, yEd's, Gephi's, and Argunet's exports.

::

    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="node.kind" for="node" attr.name="kind" attr.type="string"/>
      <graph edgedefault="directed">
        <node id="good">
          <data key="node.kind">claim</data>
        </node>
      </graph>
    </graphml>

The graph is that of node-link JSON. Drawings of yEd are kept in the free data under ``graphml``.
"""

from __future__ import annotations

import re

from ..format import Format
from .document import NAME
from .reader import read
from .writer import write

__all__ = ["GRAPHML"]

_LOOKED_AT = 4_000
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?graphml[\s>]")


def sniff(text: str) -> bool:
    """Whether a tag ``graphml`` opens near the beginning."""
    return text.lstrip().startswith("<") and _ROOT.search(text[:_LOOKED_AT]) is not None


GRAPHML = Format(
    name=NAME,
    title="GraphML",
    suffixes=(".graphml", ".xml"),
    read=read,
    write=write,
    sniff=sniff,
)
