"""CAF as a map: statements in several languages, arguments pro and con, undercuts, references."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """A translation, an undercut or a weight would be lost."""
    map = argmap.parse(xml_sample("caf"), strict=True).map
    ring: Any = map["urn:uuid:1"]
    assert (ring.text, ring.wordings, ring.title) == (
        "Fred wears a ring.",
        ("Fred trägt einen Ring.",),
        "The ring",
    )
    assert (ring.weight, ring.said_by) == (0.75, ("john",))
    assert ring.data["caf"]["languages"] == ("en", "de")
    assert map["urn:uuid:2"].text == "(married Fred)"  # type: ignore[union-attr]  # it is a claim
    assert [claim.id for claim in map.claims if claim.implicit] == ["urn:uuid:4"]
    assert steps_of(map) == {
        "a1": "support urn:uuid:1 not-urn:uuid:4 > urn:uuid:2",
        "a2": "rebuttal urn:uuid:4 > urn:uuid:2",
        "a3": "undercut urn:uuid:4 > a1",
    }
    a1: Any = map["a1"]
    assert (a1.strict, a1.weight, a1.scheme) == (True, 0.5, "sign")
    assert a1.data["caf"]["roles"] == ("minor",)
    assert map["a3"].data["caf"] == {"conclusion": "urn:uuid:3"}
    law, other = map.sources
    assert (law.title, law.url, law.authors, law.date) == (
        "Law",
        "http://example.org/law",
        ("Cay", "Dee"),
        "1999",
    )
    assert law.data["caf"]["descriptions"] == ("A book.",)
    assert other.id == "k1-2"
    assert map.about == argmap.About("Marriage", "Wedding", ("Ann", "Ben"), "en")
    assert map.data["caf"]["metadata"][0] == "metadata"


@pytest.mark.parametrize(
    ("text", "claims", "codes"),
    [
        ("<caf/>", 0, []),
        ("<caf><metadata title='x'/><more/></caf>", 0, ["unknown-element"]),
        ("<caf><statements><statement/></statements></caf>", 1, ["no-text"]),
        (
            "<caf><statements><statement id='s' atom='p'/></statements><arguments><argument id='a'><conclusion statement='q'/><premises><premise statement='s'/></premises></argument></arguments></caf>",
            1,
            ["dangling-reference", "loose-link"],
        ),
        ("<caf><arguments><argument pro='false'/></arguments></caf>", 0, ["loose-link"]),
        (
            "<caf><arguments><argument><premises><premise implicit='true'/></premises></argument></arguments></caf>",
            0,
            ["dangling-reference", "loose-link"],
        ),
        (
            "<caf><metadata/><statements><statement weight='1.5' atom='p'/></statements></caf>",
            1,
            ["not-a-weight"],
        ),
    ],
)
def test_odd_documents_are_read(text: str, claims: int, codes: list[str]) -> None:
    """A document would be refused for what it lacks."""
    found = argmap.parse(text, format="caf")
    assert len(found.map.claims) == claims
    assert sorted(finding.code for finding in found.findings) == codes
