"""Adversarial cases F: DOT in. argmap writes DOT and doesn't read it: each document is refused by name, at once."""

from __future__ import annotations

from typing import Any

import pytest

import argmap
from argmap.source import SourceText

DOCUMENTS = {
    "F1": "digraph" + "{subgraph" * 100_000 + "{" + "}" * 100_001,
    "F2": "digraph{" + "".join(f"n{i}->n{i + 1};" for i in range(6_400)) + "}",
    "F3": "digraph{a -> b -> c -> {d e}}",
    "F4": 'digraph{"a:b" -> a:b}',
    "F5": 'digraph{"node" -> "edge"}',
    "F6": 'digraph{"a" + "b" -> "c\\"\\\\"}',
    "F7": "digraph{a [label=<<b>x</b>>]}",
    "F8": 'digraph{a [image="/etc/hostname", URL="http://localhost:1/"]}',
    "F9": "digraph{a} digraph{b}",
    "F10": 'digraph{"' + "<" * 1_000_000,
    "F11": '#!/bin/sh\n# 1 "x"\ndigraph{a}',
    "F12": "digraph{charset=latin1}",
}


@pytest.mark.parametrize("number", DOCUMENTS)
def test_dot_is_refused_by_name(number: str, refused: Any) -> None:
    """A document of DOT would be half read by the reader of another format, or hold the process up."""
    for document, format in (
        (DOCUMENTS[number], "dot"),
        (SourceText("x.gv", DOCUMENTS[number]), None),
    ):
        assert "DOT can be written, not read" in refused(document, format, argmap.UnknownFormat)
