"""Assurance cases as models of Eclipse's framework write them (XMI): GSN, CAE, ARM and SACM.

::

    <gsn:Module xmlns:gsn="http://www.goalstructuringnotation.info/1.0/argumentation"
                xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <argumentAsset xsi:type="gsn:Goal" name="G1"><description sExpression="It is safe."/></argumentAsset>
      <argumentAsset xsi:type="gsn:Solution" name="Sn1"><description sExpression="Tests."/></argumentAsset>
      <argumentAsset xsi:type="gsn:SupportedBy" source="//@argumentAsset.0" target="//@argumentAsset.1"/>
    </gsn:Module>

Either relations are elements that name their ends, as here, or what supports a goal stands inside it.
"""

from __future__ import annotations

from ..format import Format
from ..root_element import root_element
from .reader import read
from .words import NAME, NAMESPACES

__all__ = ["GSN_XMI"]


def sniff(text: str) -> bool:
    """Whether the outermost element is of XMI, in one of the namespaces of assurance cases."""
    root = root_element(text)
    return any(f'="{namespace}' in root.attributes for namespace in NAMESPACES)


GSN_XMI = Format(
    name=NAME,
    title="GSN and SACM XMI",
    suffixes=(".gsn", ".arm", ".cae", ".sacm", ".model", ".xmi", ".xml"),
    read=read,
    sniff=sniff,
)
