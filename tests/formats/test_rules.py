"""What is wrong with a native document is shown where it is wrong, in words and with the next step."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def _parse(document: str, **options: Any) -> argmap.Reading:
    return argmap.parse(document, format="json", **options)


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


FAULTS: dict[str, tuple[str, str, str, str]] = {
    # what is wrong: (document, path, message, hint)
    "empty": ("", "", "the file is empty", ""),
    "blank": (" \n\t", "", "the file is empty", ""),
    "a list": ("[]", "", "the document must be an object, not a list", ""),
    "a text": ('"x"', "", "the document must be an object, not a text", ""),
    "null": ("null", "", "the document must be an object, not null", ""),
    "no version": ("{}", "", 'the "argmap" version is missing', 'begins with "argmap": 1'),
    "newer": (
        '{"argmap": 3}',
        "argmap",
        "written by a newer argmap (3); this reads up to 1",
        "install",
    ),
    "version 0": ('{"argmap": 0}', "argmap", "the version must be a number from 1 on, not 0", ""),
    "version text": ('{"argmap": "1"}', "argmap", "a number from 1 on, not a text", ""),
    "version true": ('{"argmap": true}', "argmap", "a number from 1 on, not true", ""),
    "claims text": (
        '{"argmap": 1, "claims": "a"}',
        "claims",
        "claims must be a list, not a text",
        "",
    ),
    "links object": (
        '{"argmap": 1, "links": {}}',
        "links",
        "links must be a list, not an object",
        "",
    ),
    "groups null": (
        '{"argmap": 1, "groups": null}',
        "groups",
        "groups must be a list, not null",
        "",
    ),
    "claim text": (
        '{"argmap": 1, "claims": ["a"]}',
        "claims[0]",
        "the claim must be an object, not a text",
        "",
    ),
    "link list": (
        '{"argmap": 1, "links": [[]]}',
        "links[0]",
        "a link must be an object, not a list",
        "",
    ),
    "about text": (
        '{"argmap": 1, "about": "x"}',
        "about",
        'the "about" must be an object, not a text',
        "",
    ),
    "data list": ('{"argmap": 1, "data": []}', "data", "data must be an object, not a list", ""),
    "no id": ('{"argmap": 1, "claims": [{"text": "x"}]}', "claims[0]", 'the claim has no "id"', ""),
    "number id": (
        '{"argmap": 1, "claims": [{"id": 7}]}',
        "claims[0].id",
        "id must be a text, not a number",
        'write it in quotes: "7"',
    ),
    "float id": (
        '{"argmap": 1, "claims": [{"id": 7.5}]}',
        "claims[0].id",
        "id must be a text, not a number",
        "",
    ),
    "text null": (_with('"text": null'), "claims[0].text", "text must be a text, not null", ""),
    "weight text": (
        _with('"weight": "1"'),
        "claims[0].weight",
        "weight must be a number, not a text",
        "",
    ),
    "weight true": (
        _with('"weight": true'),
        "claims[0].weight",
        "weight must be a number, not true",
        "",
    ),
    "weight long": (
        _with(f'"weight": {10**400}'),
        "claims[0].weight",
        "weight must be a number in [0, 1]",
        "",
    ),
    "implicit": (
        _with('"implicit": 1'),
        "claims[0].implicit",
        "implicit must be true or false, not a number",
        "",
    ),
    "stance": (
        _with('"stance": "asumed"'),
        "claims[0].stance",
        "stance must be one of asserted, assumed, questioned, not 'asumed'",
        "did you mean 'assumed'?",
    ),
    "stance number": (
        _with('"stance": 1'),
        "claims[0].stance",
        "stance must be a text, not a number",
        "",
    ),
    "tags text": (
        _with('"tags": "x"'),
        "claims[0].tags",
        "tags must be a list of texts, not a text",
        "put it in a list",
    ),
    "tags object": (
        _with('"tags": {}'),
        "claims[0].tags",
        "tags must be a list of texts, not an object",
        "",
    ),
    "a tag": (
        _with('"tags": ["x", 3]'),
        "claims[0].tags[1]",
        "tags[1] must be a text, not a number",
        'write it in quotes: "3"',
    ),
    "group": (_with('"group": 3'), "claims[0].group", "group must be a text, not a number", ""),
    "citations": (
        _with('"citations": {}'),
        "claims[0].citations",
        "citations must be a list of citations, not an object",
        "",
    ),
    "a citation": (
        _with('"citations": [3]'),
        "claims[0].citations[0]",
        "the citation must be an object, not a number",
        "",
    ),
    "citation start": (
        _with('"citations": [{"source": "q", "start": -1}]'),
        "claims[0].citations[0].start",
        "start must be a whole number from 0 on, not a number below 0",
        "",
    ),
    "citation end": (
        _with('"citations": [{"source": "q", "end": 1.5}]'),
        "claims[0].citations[0].end",
        "not a broken number",
        "",
    ),
    "citation end text": (
        _with('"citations": [{"source": "q", "end": "1"}]'),
        "claims[0].citations[0].end",
        "not a text",
        "",
    ),
    "no source": (
        _with('"citations": [{}]'),
        "claims[0].citations[0]",
        'the citation has no "source"',
        "",
    ),
    "claim data": (
        _with('"data": 3'),
        "claims[0].data",
        "data must be an object, not a number",
        "",
    ),
    "deep data": (
        _with(f'"data": {{"x": {"[" * 101}{"]" * 101}}}'),
        "claims[0].data",
        "data can't be kept: free data nests deeper than 100",
        "",
    ),
    "deep unknown": (
        _with(f'"x": {"[" * 101}{"]" * 101}'),
        "claims[0].x",
        "an unknown key can't be kept: free data nests deeper than 100",
        "",
    ),
    "no kind": (
        '{"argmap": 1, "links": [{"id": "s"}]}',
        "links[0]",
        'the link has no "kind"',
        "support, rebuttal, undercut",
    ),
    "number kind": (
        '{"argmap": 1, "links": [{"kind": 3}]}',
        "links[0].kind",
        "kind must be a text, not a number",
        "",
    ),
    "strange kind": (
        '{"argmap": 1, "links": [{"kind": "rebutal"}]}',
        "links[0].kind",
        "no link is of the kind 'rebutal'",
        "did you mean 'rebuttal'?",
    ),
    "attack": (
        '{"argmap": 1, "links": [{"kind": "attack"}]}',
        "links[0].kind",
        "no link is of the kind 'attack'",
        "on a claim is a rebuttal, on a link an undercut",
    ),
    "no premises": (
        '{"argmap": 1, "links": [{"id": "s", "kind": "support", "target": "b"}]}',
        "links[0]",
        'the support has no "premises"',
        "",
    ),
    "no target": (
        '{"argmap": 1, "links": [{"id": "s", "kind": "undercut", "premises": []}]}',
        "links[0]",
        'the undercut has no "target"',
        "",
    ),
    "manner": (
        '{"argmap": 1, "links": [{"id": "s", "kind": "rephrase", "claim": "a", "original": "b", "manner": "x"}]}',
        "links[0].manner",
        "manner must be one of restates, specialises, generalises, not 'x'",
        "",
    ),
    "twice": ('{"argmap": 1, "argmap": 1}', "", "the key 'argmap' is there twice", ""),
    "cut": ('{"argmap": 1, "claims": [{"id": "a", ', "", "the document ends inside", ""),
    "nan": (_with('"weight": NaN'), "", "NaN isn't a value of JSON", ""),
    "infinite": (_with('"weight": 1e400'), "", "a number beyond the greatest", ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_told_with_their_place(name: str) -> None:
    """The message would be another, or have no line, column, path or next step."""
    document, path, message, hint = FAULTS[name]
    error = _refused(document)
    assert message in error.message
    assert hint in error.hint
    assert error.path == path
    assert error.span is not None
    assert str(error).startswith("<text>:")


LIMITS: dict[str, tuple[dict[str, int], str, str]] = {
    "claims": ({"claims": 1}, "claims", "2 claims, and the limit is 1"),
    "links": ({"links": 0}, "links", "1 links, and the limit is 0"),
    "text": ({"text_characters": 4}, "claims[0].text", "5 text characters, and the limit is 4"),
    "tags": ({"text_characters": 5}, "claims[0].tags", "6 text characters, and the limit is 5"),
    "citation": ({"text_characters": 8}, "claims[0].citations[0].quote", "9 text characters"),
    "id": ({"id_characters": 0}, "claims[0].id", "1 id characters, and the limit is 0"),
    "nesting": ({"nesting": 3}, "", "the document is nested deeper than 3"),
    "bytes": ({"file_bytes": 100}, "", "file bytes, and the limit is 100"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits_are_kept(name: str) -> None:
    """A document past a limit would be read, or refused without the limit's name and the place."""
    limits, path, message = LIMITS[name]
    document = _with(
        '"text": "12345", "tags": ["123456"], "data": {"x": ["1234567"], "12345678": [1]}, '
        '"citations": [{"source": "q", "quote": "123456789"}]',
        '"x": "1234567890"',
        '"sources": [{"id": "q"}]',
    )
    assert len(_parse(document).map) == 3
    with pytest.raises(argmap.TooLarge) as caught:
        _parse(document, limits=argmap.Limits(**limits))
    assert message in caught.value.message
    assert caught.value.path == path
    assert f"Limits({next(iter(limits))}=...)" in caught.value.hint
    assert caught.value.span is not None or name == "bytes"
