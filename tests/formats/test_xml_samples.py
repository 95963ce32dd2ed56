"""What every reader of XML holds to: it knows its documents, gives places, keeps to limits, and breaks on nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.registry import FORMATS
from argmap.source import SourceText

SAMPLES = {
    path.stem: path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[1] / "cases" / "xml").glob("*.xml"))
}
NAMES = list(SAMPLES)


def test_there_is_a_sample_of_every_format() -> None:
    """A format of XML without one would be tested by nothing here."""
    of_xml = [name for name in FORMATS.names() if ".xml" in FORMATS.get(name).suffixes]
    # in tests/formats/samples, with those of other formats
    elsewhere = ["graphml", "aif-rdf", "ibis-rdf"]
    assert sorted(of_xml) == sorted([*NAMES, *elsewhere])


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_known_by_its_content(name: str, tmp_path: Path) -> None:
    """A file that is called .xml, as most are, would be read as another format."""
    text = SAMPLES[name]
    knowing = [one for one in NAMES if FORMATS.get(one).sniff(text)]
    assert knowing == [name]
    assert argmap.parse(text).format == name
    path = tmp_path / "file.xml"
    path.write_text(text, "utf-8")
    assert argmap.parse(argmap.files.read_source(path)).format == name
    for odd in ("", "<", "<!--", "\ufeff" + text, "<?xml", "<!DOCTYPE a [", "{}", "plain words"):
        assert FORMATS.get(name).sniff(odd) == (text in odd)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_the_same_map_every_time(name: str) -> None:
    """Ids that hang on chance would make two copies of a file two maps."""
    first, second = (argmap.parse(SAMPLES[name], format=name) for _ in range(2))
    assert first == second
    assert first.map.claims
    assert argmap.loads(argmap.dumps(first.map)) == first.map


@pytest.mark.parametrize("name", NAMES)
def test_another_root_is_refused_with_its_place(name: str) -> None:
    """Any XML would be read as an empty map."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse("<other>\n</other>", format=name)
    assert caught.value.span is not None
    assert caught.value.hint == "name the format, if it is another one"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "limit", ["claims", "links", "text_characters", "id_characters", "nesting"]
)
def test_limits_hold_and_have_a_place(name: str, limit: str) -> None:
    """A document could fill the memory."""
    limits = argmap.Limits(**{limit: 0})
    if (name, limit) == ("axl", "id_characters"):  # it has no ids
        assert argmap.parse(SAMPLES[name], format=name, limits=limits).map.claims
        return
    with pytest.raises(argmap.TooLarge, match=limit.replace("_", " ")) as caught:
        argmap.parse(SAMPLES[name], format=name, limits=limits)
    assert caught.value.span is not None


@pytest.mark.parametrize("name", NAMES)
def test_control_characters_are_told(name: str) -> None:
    """A text from an old encoding would be refused whole, or be changed in silence."""
    text = re.sub("good|fire|bird|bear|Fred", "wo\x85rd", SAMPLES[name])
    found = argmap.parse(text, format=name)
    assert "control-character" in [finding.code for finding in found.findings]
    words = "".join([claim.text + claim.title for claim in found.map.claims])
    assert "wo\ufffdrd" in words


def test_control_characters_are_refused_if_strict() -> None:
    """Who asks for a sound document would get one with holes in its texts."""
    text = SAMPLES["aml"].replace("It was a dog", "It w\x80s a dog")
    with pytest.raises(argmap.ReadError, match="in an element"):
        argmap.parse(text, strict=True)
    with pytest.raises(argmap.ReadError, match="in 3 elements"):
        argmap.parse(
            text.replace('name="Ann"', 'name="\x80"').replace("Nothing", "\x80"), strict=True
        )


@pytest.mark.parametrize("name", NAMES)
def test_data_that_nests_too_deep_is_refused(name: str) -> None:
    """What can't be kept would end in another error, or be dropped."""
    deep = "<q>" * 150 + "x" + "</q>" * 150
    text = SAMPLES[name]
    ends = [found.start() for found in re.finditer(r"</[\w:.-]+>", text)]
    found = [outcome(text[:end] + deep + text[end:], name) for end in ends]
    assert None in found


WORDS = ("", "0", "-1", "1e400", "x", "true", "a b", "\u202e", "//@a.0", "s1", "title", "z" * 2_000)


def _mutant(text: str, chance: random.Random) -> str | bytes:
    way = chance.randrange(6)
    if way == 0:  # other bytes
        data = bytearray(text.encode())
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    for _ in range(chance.randrange(1, 4)):
        tags = list(re.finditer(r"<(/?)([\w:.-]+)([^<>]*)>", text))
        values = list(re.finditer(r'="([^"<>]*)"', text))
        texts = list(re.finditer(r">([^<>]+)<", text))
        if way == 1 and tags:  # another name
            one, other = chance.choice(tags), chance.choice(tags)
            text = text.replace(f"<{one[2]}", f"<{other[2]}").replace(
                f"</{one[2]}>", f"</{other[2]}>"
            )
        elif way in (2, 3) and values:  # another value
            one = chance.choice(values)
            new = chance.choice(values)[1] if way == 2 else chance.choice(WORDS)
            text = text[: one.start(1)] + new + text[one.end(1) :]
        elif way == 4 and tags:  # a tag is lost, or there twice
            one = chance.choice(tags)
            text = text[: one.start()] + chance.choice(["", one[0] * 2]) + text[one.end() :]
        elif texts:  # another text
            one = chance.choice(texts)
            text = text[: one.start(1)] + chance.choice(WORDS) + text[one.end(1) :]
    return text


def mutants(name: str, seed: int, count: int) -> Iterator[str | bytes]:
    """Broken copies of a sample."""
    chance = random.Random(f"{name} {seed}")
    for _ in range(count):
        yield _mutant(SAMPLES[name], chance)


def outcome(document: str | bytes, name: str) -> Any:
    """The map that a document is read as, or None if it is refused; it is written where that can be."""
    try:
        map = argmap.parse(document, format=name).map
    except argmap.ReadError:
        return None
    if FORMATS.get(name).write:
        written = argmap.render(map, name)
        again = argmap.parse(written.text, format=name).map
        assert (again == map) == (not written.losses), written.losses
    return map


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", NAMES)
def test_mutants_are_read_or_refused(name: str, seed: int) -> None:
    """Some broken document would end in an error that isn't a `ReadError`, or give a broken map."""
    found = [outcome(document, name) for document in mutants(name, seed, 60)]
    assert 0 < sum(map is not None for map in found) < len(found)


@pytest.mark.parametrize("name", NAMES)
def test_large_documents_take_time_in_proportion(name: str) -> None:
    """A step for each pair of elements would never end on a real corpus."""
    text = SAMPLES[name]
    start = text.index(">", re.search(r"<[A-Za-z]", text).start()) + 1  # type: ignore[union-attr]  # there is one
    inner = text[start : text.rindex("</")]
    large = text[:start] + inner * 300 + text[text.rindex("</") :]
    assert len(argmap.parse(SourceText("large.xml", large), format=name).map.claims) >= 2
