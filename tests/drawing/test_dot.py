"""DOT from a map: every card, joint, wire and frame, and nothing a text can change."""

from __future__ import annotations

import re
import subprocess

import pytest

import argmap


def debate() -> argmap.ArgumentMap:
    """A small map with joints, a label, nested groups and a hidden premise."""
    draft = argmap.Draft("Debate")
    outer = draft.group("Outer")
    late = draft.group("Late", parent=outer, id="late")
    draft.group("Empty")
    a = draft.claim("A is so.", id="a", group=outer)
    b = draft.claim("B is so.", id="b", group=late, implicit=True, title="The B", said_by="Ann")
    c = draft.claim("C is so.", id="c", group=late)
    d = draft.claim("D is so.", id="d")
    step = draft.support(a, by=[b, c])
    draft.undercut(step, by=d, label="really?")
    draft.rebut(a, by=d)
    return draft.map()


def test_everything_is_in_the_dot_text() -> None:
    """Who goes on with Graphviz must find the same map there."""
    text = argmap.dumps(debate(), "dot")
    assert text.startswith("digraph")
    for words in ("A is so.", "The B\\nB is so.\\nAnn", "Outer", "Late", "× really?", '"Debate"'):
        assert words in text, words
    assert "Empty" not in text
    assert len(re.findall(r"n\d+ -> n\d+", text)) == 6
    assert text.count("subgraph cluster_") == 2
    assert 'style="rounded,dashed"' in text
    assert 'arrowhead="teenormal"' in text


def test_groups_may_come_in_any_order() -> None:
    """A group told before the one around it is still inside it."""
    map = argmap.ArgumentMap(
        claims=(argmap.Claim("a", "A", group="in"),),
        groups=(argmap.Group("in", "Inner", "out"), argmap.Group("out", "Outer")),
    )
    text = argmap.dumps(map, "dot")
    assert text.index("Outer") < text.index("Inner")


@pytest.mark.parametrize(
    ("direction", "rankdir"),
    [("auto", "BT"), ("up", "BT"), ("down", "TB"), ("left", "RL"), ("right", "LR")],
)
def test_arrows_point_where_they_were_asked_to(direction: str, rankdir: str) -> None:
    """Graphviz counts from tail to head, argmap by where the arrows point."""
    assert f'rankdir="{rankdir}"' in argmap.dumps(debate(), "dot", direction=direction)


def test_options_are_checked() -> None:
    """A mistyped option must not be ignored."""
    with pytest.raises(argmap.UnknownName, match="'north'"):
        argmap.dumps(debate(), "dot", direction="north")
    with pytest.raises(argmap.UnknownName):
        argmap.dumps(debate(), "dot", theme="north")
    part = argmap.dumps(debate(), "dot", focus="d", depth=0)
    assert "A is so." not in part
    assert "#0d1117" in argmap.dumps(debate(), "dot", theme="dark")


@pytest.mark.graphviz
def test_graphviz_reads_it() -> None:
    """A DOT file that dot refuses is of no use; all labels come back as they were."""
    hostile = 'say "hi" \\N <b>&amp;</b>]; evil [label=x'
    draft = argmap.Draft(hostile)
    draft.claim(hostile, id=hostile, group=draft.group(hostile))
    text = argmap.dumps(draft.map(), "dot")
    done = subprocess.run(
        ["dot", "-Tplain"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    nodes = [line for line in done.stdout.decode().splitlines() if line.startswith("node ")]
    assert len(nodes) == 1
    assert not done.stderr
    full = subprocess.run(
        ["dot", "-Tplain"],
        input=argmap.dumps(debate(), "dot").encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert full.stdout.decode().count("\nnode ") == 6
    assert full.stdout.decode().count("\nedge ") == 6
