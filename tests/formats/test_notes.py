"""What a reader of JSON can live with is kept and told of, or refused when strict."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(text, format="json", **options)


def _refused(text: str, **options: Any) -> argmap.ReadError:
    with pytest.raises(argmap.ReadError) as caught:
        _read(text, **options)
    return caught.value


def _with(claim: str = "", link: str = "", more: str = "") -> str:
    """A document with a claim and a link that hold the given keys besides."""
    claims = f'{{"id": "a"{claim and ", "}{claim}}}, {{"id": "b"}}'
    step = (
        f'{{"id": "s", "kind": "support", "premises": ["a"], "target": "b"{link and ", "}{link}}}'
    )
    return f'{{"argmap": 1, "claims": [{claims}], "links": [{step}]{more and ", "}{more}}}'


def test_unknown_keys_are_kept() -> None:
    """What a later version or another program wrote would be lost, or pass without a word."""
    document = _with(
        '"colour": "red", "implict": true, "data": {"unknown": 1}, "citations": [{"source": "q", "page": 3}]',
        '"colour": null',
        '"sources": [{"id": "q", "colour": "x"}], "meta": {"x": [1.0]}, "about": {"name": "N"}',
    )
    reading = _read(document)
    claim = reading.map["a"]
    assert claim.data == {"unknown": 1, "unknown-2": {"colour": "red", "implict": True}}
    assert claim.citations[0].data == {"unknown": {"page": 3}}
    assert reading.map["s"].data == {"unknown": {"colour": None}}
    assert reading.map.sources[0].data == {"unknown": {"colour": "x"}}
    assert reading.map.about.data == {"unknown": {"name": "N"}}
    assert reading.map.data == {"unknown": {"meta": {"x": (1.0,)}}}
    told = [(finding.code, finding.message, finding.ids) for finding in reading.findings]
    assert told == [
        (
            "unknown-key",
            "the claim has the unknown key 'colour', kept in the data under 'unknown-2'",
            ("a",),
        ),
        (
            "unknown-key",
            "the claim has the unknown key 'implict', kept in the data under 'unknown-2'",
            ("a",),
        ),
        (
            "unknown-key",
            "the citation has the unknown key 'page', kept in the data under 'unknown'",
            (),
        ),
        (
            "unknown-key",
            "the support has the unknown key 'colour', kept in the data under 'unknown'",
            ("s",),
        ),
        (
            "unknown-key",
            "the source has the unknown key 'colour', kept in the data under 'unknown'",
            ("q",),
        ),
        ("unknown-key", "the map has the unknown key 'meta', kept in the data under 'unknown'", ()),
        (
            "unknown-key",
            "the \"about\" has the unknown key 'name', kept in the data under 'unknown'",
            (),
        ),
    ]
    assert reading.findings[1].hint == "did you mean 'implicit'?"
    assert [finding.place for finding in reading.findings] == [
        f"<text>:1:{document.index(key) + 1}"
        for key in (
            '"colour": "r',
            '"implict"',
            '"page"',
            '"colour": n',
            '"colour": "x',
            '"meta"',
            '"name"',
        )
    ]
    again = argmap.dumps(reading.map)
    assert _read(again) == argmap.Reading(reading.map, (), "json")


def test_a_key_of_many_is_one_finding() -> None:
    """Ten thousand claims with one strange key would fill the screen."""
    claims = ", ".join([f'{{"id": "c{i}", "colour": {i}}}' for i in range(1_200)])
    reading = _read(f'{{"argmap": 1, "claims": [{claims}]}}')
    (finding,) = reading.findings
    assert (
        finding.message
        == "1,200 claims have the unknown key 'colour', kept in the data under 'unknown'"
    )
    assert finding.ids == tuple([f"c{i}" for i in range(1_200)])
    assert reading.map["c7"].data["unknown"] == {"colour": 7}


def test_very_many_strange_keys() -> None:
    """A hundred thousand strange keys would each be compared with all known ones, for minutes."""
    keys = ", ".join([f'"implici{index}": 0' for index in range(20_000)])
    findings = _read(f'{{"argmap": 1, "claims": [{{"id": "a", {keys}}}]}}').findings
    assert len(findings) == 20_000
    assert [finding.hint for finding in findings[19:21]] == ["did you mean 'implicit'?", ""]
    assert findings[-1].place.startswith("<text>:1:")


def test_strict_refuses_unknown_keys() -> None:
    """A misspelt key would be taken for free data by who asked for strictness."""
    error = _refused(_with('"implict": true', '"colour": 1'), strict=True)
    assert error.message == "the claim has the unknown key 'implict'"
    assert error.hint == "did you mean 'implicit'?"
    assert error.path == "claims[0].implict"
    assert error.span is not None
    assert (error.span.column, error.span.end - error.span.start) == (38, 9)


def test_long_keys_are_cut() -> None:
    """A key of a megabyte would be the message; one that turns the line around would do so."""
    (one, two) = _read(_with(f'"{"x" * 90}": 1, "a\u202eb": 2')).findings
    assert f"'{'x' * 60}...'" in one.message
    assert "'a\\u202eb'" in two.message


LOOKALIKES = {
    "wide": ("A", "\uff21", "lookalike-ids"),
    "small": ("Ada", "ada", "lookalike-ids"),
    "ligature": ("\ufb01t", "fit", "lookalike-ids"),
    "bidi": ("x", "x\u202e", "invisible-id"),
    "joiner": ("x", "\u200dx", "invisible-id"),
    "new line": ("x", "x\\ny", "invisible-id"),
}


@pytest.mark.parametrize("name", LOOKALIKES)
def test_ids_that_look_alike_are_told_of(name: str) -> None:
    """Two claims that nobody can tell apart would stand in a map without a word."""
    one, other, code = LOOKALIKES[name]
    document = f'{{"argmap": 1, "claims": [{{"id": "{one}"}}], "issues": [{{"id": "{other}"}}]}}'
    reading = _read(document)
    assert len(reading.map) == 2
    (finding,) = reading.findings
    assert finding.code == code
    assert finding.place == f"<text>:1:{document.index(other, 45) + 0}"
    assert finding.message.isprintable()
    assert _refused(document, strict=True).path == "issues[0].id"


def test_other_namespaces_may_have_ids_that_look_alike() -> None:
    """A group and a claim of one name would be told of, though they can't be confused."""
    assert not _read('{"argmap": 1, "claims": [{"id": "A"}], "groups": [{"id": "a"}]}').findings
    document = '{"argmap": 1, "groups": [{"id": "A"}, {"id": "a"}, {"id": "\u00e9 \u4e2d"}]}'
    assert [finding.code for finding in _read(document).findings] == ["lookalike-ids"]


def test_names_that_mean_something_elsewhere_mean_nothing_here() -> None:
    """A key such as ``__class__`` would do something."""
    keys = '"__proto__": 1, "__class__": "x", "constructor": {}'
    reading = _read(_with(f'"data": {{{keys}}}, {keys}'))
    plain = {"__proto__": 1, "__class__": "x", "constructor": {}}
    assert reading.map["a"].data == {**plain, "unknown": plain}
