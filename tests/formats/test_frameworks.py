"""Abstract frameworks as maps, and maps as frameworks."""

from __future__ import annotations

import pytest
from attrs import evolve

import argmap
from argmap import Claim, Rebuttal, Support, Undercut

TEXTS = {
    "tgf": "a\nb\n#\na b\nb b\n",
    "apx": "arg(a).\narg(b).\natt(a,b).\natt(b,b).\n",
    "af": "p af 2\n# a\n# b\n1 2\n2 2\n",
}


@pytest.mark.parametrize("format", TEXTS)
def test_arguments_and_attacks(format: str) -> None:
    """An attack would be turned around, a self-attack be refused, or the format not be recognised."""
    reading = argmap.parse(TEXTS[format], strict=True)
    assert reading.format == format
    assert reading.map == argmap.ArgumentMap(
        claims=(Claim("a"), Claim("b")),
        links=(Rebuttal("rebuttal-1", ("a",), "b"), Rebuttal("rebuttal-2", ("b",), "b")),
    )
    assert argmap.dumps(reading.map, format, strict=True) == TEXTS[format]


@pytest.mark.parametrize("format", TEXTS)
def test_what_a_framework_lacks(format: str) -> None:
    """A support would become an attack, or texts and names go without a word."""
    map = argmap.ArgumentMap(
        claims=(Claim("a", "A\nb "), Claim("has blank"), Claim("a-2"), Claim("#")),
        issues=(argmap.Issue("i"),),
        links=(
            Support("s", ("a",), "a-2"),
            Rebuttal("r", ("a",), "has blank", label="so"),
            Rebuttal("r2", ("a",), "has blank"),
            Rebuttal("j", ("a", "a-2"), "#"),
            Undercut("u", ("a",), "r"),
            Rebuttal("w", ("a",), "#", warrants=("a-2",)),
        ),
    )
    rendering = argmap.render(map, format)
    lost = [loss.element for loss in rendering.losses if loss.what.startswith("the ")]
    assert lost == ["i", "s", "r2", "j", "u", "w"]
    back = argmap.parse(rendering.text, format=format).map
    assert back.claims[1].id == "a-3"
    assert len(back.links) == 1
    assert ("rebuttal-label" in {loss.code for loss in rendering.losses}) == (format != "tgf")


def test_labels_are_texts() -> None:
    """A label in TGF would be lost."""
    text = "a The first.\nb\n#\na b so\n"
    map = argmap.loads(text, format="tgf", strict=True)
    assert map.claims[0] == Claim("a", "The first.")
    assert map.links[0] == Rebuttal("rebuttal-1", ("a",), "b", label="so")
    assert argmap.dumps(map, "tgf", strict=True) == text


@pytest.mark.parametrize(
    ("format", "text"),
    [("tgf", "a\n#\na z\n"), ("apx", "arg(a).\natt(a,z).\npref(a,a).\n")],
)
def test_what_is_kept_aside(format: str, text: str) -> None:
    """An attack of an argument that isn't there would be dropped, or make one."""
    reading = argmap.parse(text, format=format)
    assert all(finding.place.startswith("<text>:") for finding in reading.findings)
    assert len(reading.map.claims) == 1
    rendering = argmap.render(reading.map, format)
    assert rendering.losses == ()
    assert sorted(rendering.text.splitlines()) == sorted(text.splitlines())
    with pytest.raises(argmap.ReadError):
        argmap.loads(text, format=format, strict=True)
    more = evolve(reading.map, data={format: {"others": ["x", 5, "arg(", "arg(b).", "b\n#\n"]}})
    assert argmap.parse(argmap.render(more, format).text, format=format).map.claims == more.claims
    other = evolve(reading.map, data={format: {"others": 5}})
    assert [loss.code for loss in argmap.render(other, format).losses] == ["map-data"]


def test_control_characters() -> None:
    """A name with a control character would end the reader."""
    reading = argmap.parse("arg(a\x92).", format="apx")
    assert [finding.code for finding in reading.findings] == ["control-character"]


@pytest.mark.parametrize("text", ["a: b\n#\nc: d\n", "# Heading\n", "{}\n#\n", "a\n", "a <b>\n#\n"])
def test_what_is_no_framework(text: str) -> None:
    """YAML with a comment or a heading would be taken for TGF."""
    assert argmap.registry.FORMATS.get("tgf").sniff(text) is False
