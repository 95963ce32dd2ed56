"""A document whose map breaks invariants is refused once, with every problem and its place."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def _refused(text: str, **options: Any) -> argmap.ReadError:
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(text, format="json", **options)
    return caught.value


def _with(claim: str = "", link: str = "", more: str = "") -> str:
    """A document with a claim and a link that hold the given keys besides."""
    claims = f'{{"id": "a"{claim and ", "}{claim}}}, {{"id": "b"}}'
    step = (
        f'{{"id": "s", "kind": "support", "premises": ["a"], "target": "b"{link and ", "}{link}}}'
    )
    return f'{{"argmap": 1, "claims": [{claims}], "links": [{step}]{more and ", "}{more}}}'


BROKEN: dict[str, tuple[str, str, str, str]] = {
    # the invariant: (document, path, text at the place, what the hint holds)
    "dangling-id": (
        _with(link='"warrants": ["bb"]'),
        "links[0].warrants[0]",
        '"bb"',
        "did you mean 'b'?",
    ),
    "dangling-id group": (_with('"group": "g"'), "claims[0].group", '"g"', ""),
    "dangling-id speaker": (
        _with('"said_by": ["x", "y"]', more='"participants": [{"id": "x"}]'),
        "claims[0].said_by[1]",
        '"y"',
        "",
    ),
    "dangling-id citation": (
        _with('"citations": [{"source": "q"}]'),
        "claims[0].citations[0].source",
        '"q"',
        "",
    ),
    "dangling-id parent": (
        _with(more='"groups": [{"id": "a", "parent": "z"}]'),
        "groups[0].parent",
        '"z"',
        "",
    ),
    "unique-id": (_with('"text": "b"', more='"issues": [{"id": "s"}]'), "links[0].id", '"s"', ""),
    "unique-id record": (
        _with(more='"groups": [{"id": "a"}, {"id": "a"}]'),
        "groups[1].id",
        '"a"',
        "",
    ),
    "empty-id": (_with(more='"issues": [{"id": ""}]'), "issues[0].id", '""', ""),
    "end-kind": (_with(link='"warrants": ["s"]'), "links[0].warrants[0]", '"s"', ""),
    "has-premise": (
        '{"argmap": 1, "claims": [{"id": "b"}], "links": [{"id": "s", "kind": "support", "premises": [], "target": "b"}]}',
        "links[0].premises",
        "[]",
        "",
    ),
    "has-premise conflict": (
        '{"argmap": 1, "claims": [{"id": "b"}], "links": [{"id": "s", "kind": "conflict", "claims": ["b"]}]}',
        "links[0].claims",
        '["b"]',
        "",
    ),
    "one-role": (_with(link='"warrants": ["a"]'), "links[0].warrants[0]", '"a"', ""),
    "distinct-ends": (
        '{"argmap": 1, "claims": [{"id": "b"}], "links": [{"id": "s", "kind": "preference", "preferred": "b", "over": "b"}]}',
        "links[0].over",
        '"b"',
        "",
    ),
    "founded-links": (
        '{"argmap": 1, "claims": [{"id": "b"}], "links": [{"id": "s", "kind": "undercut", "premises": ["b"], "target": "s"}]}',
        "links[0].target",
        '"s"',
        "",
    ),
    "weight-range": (_with('"weight": 7'), "claims[0].weight", "7", ""),
    "group-tree": (
        _with(more='"groups": [{"id": "g", "parent": "g"}]'),
        "groups[0].parent",
        '"g"',
        "",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_maps_are_shown_where_they_break(name: str) -> None:
    """A broken map would be told of without its place, or with that of something else."""
    document, path, there, hint = BROKEN[name]
    error = _refused(document)
    assert [problem.code for problem in error.problems] == [name.split(maxsplit=1)[0]]
    assert error.message.endswith(f"[{name.split(maxsplit=1)[0]}]")
    assert error.path == path
    assert error.span is not None
    assert document[error.span.start : error.span.end] == there
    assert hint in error.hint


def test_every_problem_is_told() -> None:
    """The second fault would only be seen when the first is mended."""
    document = _with('"weight": 7', '"scheme": "x", "weight": -1', '"issues": [{"id": "a"}]')
    error = _refused(document)
    codes = [problem.code for problem in error.problems]
    assert (
        codes
        == ["unique-id", "weight-range", "dangling-id", "weight-range", "end-kind"][: len(codes)]
    )
    assert error.message.splitlines()[0] == f"the map breaks {len(codes)} invariants:"
    assert error.message.splitlines()[2].startswith(
        "  claims[0].weight: the claim 'a' has the weight"
    )
    assert error.path == "issues[0].id"
    assert "(at " not in str(error)


def test_many_problems_are_counted() -> None:
    """A file with 30 faults would fill the screen, or hide that there are more than are shown."""
    claims = ", ".join([f'{{"id": "c{i}", "weight": {i + 2}}}' for i in range(30)])
    error = _refused(f'{{"argmap": 1, "claims": [{claims}]}}')
    assert len(error.problems) == 30
    assert error.message.splitlines()[20].startswith("  claims[19].weight")
    assert error.message.splitlines()[21:] == ["  ... and 10 more"]
