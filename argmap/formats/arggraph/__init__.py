"""arggraph XML, the argumentation graphs of the microtext corpora (Peldszus and Stede).

::

    <arggraph id="co-ops" topic_id="public_sector" stance="pro">
      <edu id="e1">Co-ops raise accountability,</edu>
      <edu id="e2">so they are good.</edu>
      <adu id="a1" type="pro"/>
      <adu id="a2" type="pro"/>
      <edge id="c2" src="e1" trg="a1" type="seg"/>
      <edge id="c3" src="e2" trg="a2" type="seg"/>
      <edge id="c1" src="a1" trg="a2" type="sup"/>
    </arggraph>

Text is cut into elementary units (``edu``); one or more of them say an argumentative unit (``adu``), which is a claim. Edges
of the type ``add`` bring a further premise to a relation, those of ``und`` attack one.
"""

from __future__ import annotations

from ..format import Format
from ..root_element import root_element
from .reader import read
from .words import NAME
from .writer import write

__all__ = ["ARGGRAPH"]


def sniff(text: str) -> bool:
    """Whether the outermost element is ``arggraph``."""
    return root_element(text).name == NAME


ARGGRAPH = Format(
    name=NAME,
    title="arggraph XML",
    suffixes=(".arggraph.xml", ".arggraph", ".xml"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "titles of claims, stances, weights, speakers but the two sides, schemes but the example, citations, tags, "
        "groups, issues and warrants; conflicts become rebuttals each way"
    ),
)
