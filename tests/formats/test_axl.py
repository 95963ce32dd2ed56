"""AXL as a map: reasons, objections, and helpers at any depth."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """A co-premise would become a reason of its own, or an objection a support."""
    found = argmap.parse(xml_sample("axl"))
    assert steps_of(found.map) == {
        "support-1": "support they-are-near what-is-near-is-good mostly > co-ops-are-good",
        "rebuttal-1": "rebuttal not-wasps > what-is-near-is-good",
        "rebuttal-2": "rebuttal some-are-far far-is-bad > co-ops-are-good",
    }
    assert len(found.map.claims) == 8
    assert found.map.about == argmap.About("Co-ops", authors=("Ann",))
    assert found.map["co-ops-are-good"].data["axl"] == {"comment": "As Ann says.", "x": "715"}
    assert found.map.data["axl"]["document"] == {"modified": "2008-9-16"}
    assert [finding.code for finding in found.findings] == ["helper-of-no-step"]
    assert found.findings[0].ids == ("good-is-what-helps", "co-ops-are-good")


def test_helpers_of_helpers_of_the_main_claim_are_told() -> None:
    """They would take part in a step that isn't there."""
    text = (
        "<argument><premise><title>A.</title><helper><title>B.</title><helper><title>C.</title>"
        "</helper></helper></premise></argument>"
    )
    found = argmap.parse(text, format="axl")
    assert [finding.ids for finding in found.findings] == [("b", "a"), ("c", "a")]
    assert found.map.links == ()


def test_what_axl_doesnt_have_is_kept() -> None:
    """A note of another program's would be gone."""
    text = (
        "<argument><premise n='1'><title>A.</title><note><b>x</b></note></premise>"
        "<more><x>y</x></more><reason><title>Loose.</title></reason></argument>"
    )
    found = argmap.parse(text, format="axl")
    assert found.map["a"].data["axl"] == {"n": "1", "note": ("note", ("b", "x"))}
    assert found.map.data["axl"]["loose"] == (("more", ("x", "y")),)
    assert [finding.code for finding in found.findings] == ["unknown-element"]
    assert [claim.id for claim in found.map.claims] == ["a", "loose"]
    with pytest.raises(argmap.ReadError, match="AXL has no <more> here"):
        argmap.parse(text, format="axl", strict=True)


def test_deep_trees_are_read_within_the_limit() -> None:
    """A long chain of reasons would run out of stack."""
    text = "<argument>" + "<premise><title>A.</title>"
    text += "<reason><title>B.</title>" * 190 + "</reason>" * 190 + "</premise></argument>"
    map = argmap.parse(text, format="axl").map
    assert len(map.links) == 190
    assert map.links[-1].id == "support-190"
