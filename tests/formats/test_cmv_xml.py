"""Threads of the Change My View corpus as maps: units in running text, linked premises, undercutters."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """An undercutter would attack a claim, or a unit be found in the wrong place of its post."""
    found = argmap.parse(xml_sample("cmv-xml"))
    map = found.map
    assert [finding.code for finding in found.findings] == ["unknown-element"]
    assert map.about.title == "CMV: Co-ops are good."
    assert [(claim.id, claim.text, claim.tags) for claim in map.claims[:3]] == [
        ("title", "CMV: Co-ops are good.", ("claim", "interpretation")),
        ("0", "I like them", ("claim", "evaluation_rational")),
        ("1", "they are near", ("premise", "logos")),
    ]
    assert steps_of(map) == {
        "support-1": "support 0 > title",
        "support-2": "support 1 2 > 0",
        "rebuttal-1": "rebuttal 1a > 0",
        "rebuttal-2": "rebuttal 1d > 1a",
        "rebuttal-3": "rebuttal 1e > 3",
        "undercut-1": "undercut 1b > support-2",
        "undercut-2": "undercut 1c > undercut-1",
    }
    assert map["support-2"].data["cmv-xml"] == {"rid": "a"}
    assert map["undercut-2"].data["cmv-xml"] == {"rel": "undercutter_attack"}
    texts = {source.id: source.data["cmv-xml"]["text"] for source in map.sources}
    cited = 0
    for claim in map.claims:
        for place in claim.citations:
            cited += 1
            assert texts[place.source][place.start : place.end] == claim.text
    assert cited == 9
    assert [(source.url, source.authors) for source in map.sources] == [
        ("http://example.org/t1", ("ann",)),
        ("", ("ben",)),
    ]
    assert map.claims[0].said_by == ("ann",)


def thread(*units: str) -> str:
    """A thread with one post of units such as ``b support a``."""
    made = []
    for unit in units:
        id, relation, ref = unit.split(" ")
        made.append(f'<claim id="{id}" rel="{relation}" ref="{ref}">{id.upper()}</claim>')
    return f"<thread><OP>{''.join(made)}</OP></thread>"


@pytest.mark.parametrize(
    ("units", "steps", "codes"),
    [
        ("a  ; b support a", ["support b > a"], []),
        ("a  ; b partial_agreement a", ["support b > a"], []),
        ("a  ; b attack a", ["rebuttal b > a"], []),
        ("a  ; b wonders a", [], ["unknown-relation"]),
        ("a  ; b  a", [], ["unknown-relation"]),
        ("a support q", [], ["dangling-reference", "loose-link"]),
        ("a  ; a support a", ["support a-2 > a"], ["duplicate-id"]),
        ("a undercutter b; b undercutter a", ["rebuttal a > b", "rebuttal b > a"], []),
        (
            "c undercutter b; b undercutter a; a support z; z  ",
            ["support a > z", "undercut b > support-1", "undercut c > undercut-1"],
            [],
        ),
    ],
)
def test_relations_are_steps_or_are_told(
    units: str, steps: list[str], codes: list[str], steps_of: Any
) -> None:
    """A relation would be lost in silence, or undercut what it doesn't."""
    found = argmap.parse(thread(*units.split("; ")), format="cmv-xml")
    assert sorted(steps_of(found.map).values()) == sorted(steps)
    assert sorted(finding.code for finding in found.findings) == codes


def test_posts_that_somebody_forgot_to_end_are_read() -> None:
    """One missing tag would cost the whole thread."""
    text = "<thread><OP>x\n<reply id='r'><claim id='a'>A</claim>\n<reply id='s'>y</reply></thread>"
    found = argmap.parse(text, format="cmv-xml")
    assert [source.id for source in found.map.sources] == ["OP", "r", "s"]
    assert [finding.code for finding in found.findings] == ["unclosed-post"]
    with pytest.raises(argmap.ReadError, match="doesn't end <reply>, which began in line 2"):
        argmap.parse(text, format="cmv-xml", strict=True)
    for broken in (text.replace("</claim>", ""), "<thread><OP><b></OP></thread>"):
        with pytest.raises(argmap.ReadError, match="doesn't end"):
            argmap.parse(broken, format="cmv-xml")


def test_a_post_may_be_as_long_as_a_text() -> None:
    """Pieces that are short each would make a text without end."""
    text = "<thread><OP>x<claim>yy</claim>z</OP></thread>"
    with pytest.raises(argmap.TooLarge, match="4 text characters"):
        argmap.parse(text, format="cmv-xml", limits=argmap.Limits(text_characters=3))


def test_odd_threads_are_read() -> None:
    """A thread would be refused for what it has besides."""
    text = (
        "<thread ID='t'><title>No unit</title><OP/><note/><reply author='x'>a<reply id='OP'>"
        "<premise x='1'>P</premise></reply></reply></thread>"
    )
    found = argmap.parse(text, format="cmv-xml")
    codes = sorted(finding.code for finding in found.findings)
    assert codes == ["nested-reply", "unknown-element"]
    assert [source.id for source in found.map.sources] == ["OP", "reply"]
    assert found.map.claims[0].data["cmv-xml"] == {"x": "1"}
    again = argmap.parse("<thread><OP/><reply id='OP'/></thread>", format="cmv-xml")
    assert [source.id for source in again.map.sources] == ["OP", "OP-2"]
