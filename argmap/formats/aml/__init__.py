"""AML, the Argument Markup Language of Araucaria (Reed and Rowe): one tree of propositions over a text.

::

    <ARG>
      <TEXT>Here are tracks. Therefore a bear passed.</TEXT>
      <AU>
        <PROP identifier="B" missing="no">
          <PROPTEXT offset="27">a bear passed</PROPTEXT>
        </PROP>
        <CA>
          <AU>
            <PROP identifier="A" missing="no">
              <PROPTEXT offset="0">Here are tracks</PROPTEXT>
            </PROP>
          </AU>
        </CA>
      </AU>
    </ARG>

``CA`` holds a premise, ``LA`` linked premises, ``REFUTATION`` an objection. ``INSCHEME`` says which propositions
an instance of a scheme has.
"""

from __future__ import annotations

from ..format import Format
from ..root_element import root_element
from .reader import read
from .words import NAME
from .writer import write

__all__ = ["AML"]


def sniff(text: str) -> bool:
    """Whether the outermost element is ``ARG``."""
    return root_element(text).name == "ARG"


AML = Format(
    name=NAME,
    title="AML",
    suffixes=(".aml", ".xml"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "all but one tree: claims beside it, premises that are used twice, second objections to a claim, objections "
        "to steps and linked objections; ids of links, titles, stances, weights, tags, groups and issues"
    ),
)
