"""Assurance cases in XMI as maps: goals, strategies, contexts, and what each dialect calls them."""

from __future__ import annotations

from typing import Any

import pytest

import argmap

SPACES = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:arm="http://www.omg.org/ARM" xmlns:cae="http://www.certware.net/cae" '
    'xmlns:gsn="http://www.certware.net/gsn" xmlns:S="http://www.omg.org/spec/SACM/2.0/Argumentation"'
)


def parse(body: str, root: str = "S:ArgumentPackage", **attributes: str) -> Any:
    """What reading a model gives: the root with all namespaces and this body."""
    own = "".join([f' {name}="{value}"' for name, value in attributes.items()])
    return argmap.parse(f"<{root} {SPACES}{own}>{body}</{root}>", format="gsn-xmi")


def asset(type: str, **attributes: str) -> str:
    """An element of SACM."""
    own = "".join([f' {name.replace("_", ":")}="{value}"' for name, value in attributes.items()])
    return f'<argumentAsset xsi:type="S:{type}"{own}/>'


def codes(found: Any) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in found.findings]


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """What supports a goal would be read as supported by it: GSN's arrows run the other way."""
    found = argmap.parse(xml_sample("gsn-xmi"), strict=True)
    map = found.map
    assert {claim.id: (claim.text, claim.tags[0], claim.stance) for claim in map.claims} == {
        "G1": ("It is safe.", "Goal", "asserted"),
        "C1": ("Its use.", "Context", "asserted"),
        "S1": ("Over hazards.", "Strategy", "asserted"),
        "G2": ("No fire.", "Goal", "questioned"),
        "A1": ("It is dry.", "Assumption", "assumed"),
        "Sn1": ("A test.", "Solution", "asserted"),
        "S2": ("S2", "Strategy", "asserted"),
        "S3": ("Not done.", "Strategy", "asserted"),
    }
    assert steps_of(map) == {
        "support-1": "support Sn1 (C1) > G1",
        "support-2": "support G2 S2 (S1) (C1) (A1) > G1",
        "support-3": "support S3 > G2",
        "support-4": "support Sn1 > S2",
    }
    assert map["G1"].data["gsn-xmi"]["contexts"] == ("C1",)
    assert map.about.title == "M1"


def test_inferences_of_sacm_run_to_what_they_support(steps_of: Any) -> None:
    """Premise and conclusion would change places."""
    found = parse(
        asset("Claim", xmi_id="_1", gid="c1", content="One.")
        + asset("Claim", xmi_id="_2", name="c2", content="Two.", assumed="true")
        + asset("Claim", xmi_id="_3", name="c3", content="Three.", toBeSupported="true")
        + asset("ArgumentReasoning", xmi_id="_4", name="r1")
        + asset("ArtefactElementCitation", xmi_id="_5", name="doc", content="A document.")
        + asset(
            "AssertedInference", xmi_id="_6", name="i1", source="_2 _3", target="_1", reasoning="_4"
        )
        + asset("AssertedChallenge", xmi_id="_7", source="_5", target="_6")
        + asset("AssertedCounterEvidence", xmi_id="_8", source="_5", target="_3")
        + asset("AssertedEvidence", xmi_id="_9", source="_5", target="_1 _2", isCounter="true")
        + asset("AssertedContext", xmi_id="_10", source="_5", target="_1")
        + asset("AssertedContext", xmi_id="_11", source="_5", target="_6"),
        name="Module",
    )
    assert codes(found) == []
    assert steps_of(found.map) == {
        "i1": "support c2 c3 (r1) (doc) > c1",
        "_7": "undercut doc > i1",
        "_8": "rebuttal doc > c3",
        "_9": "rebuttal doc > c1",
        "rebuttal-1": "rebuttal doc > c2",
    }
    stances = {claim.id: claim.stance for claim in found.map.claims}
    assert (stances["c2"], stances["c3"]) == ("assumed", "questioned")


def test_what_stands_inside_a_goal_supports_it(steps_of: Any) -> None:
    """CertWare's cases would be read without a single relation."""
    found = parse(
        '<strategies identifier="S1"><goals identifier="G2" content="Sub."><subGoals identifier="G3"/>'
        '<goalContexts identifier="Def" content="What it means."/></goals><justification identifier="J"/>'
        '<solution identifier="Sn"/></strategies><strategies identifier="S2"/>'
        '<assumption identifier="A" description="It is so."/><isTagged key="k" value="v"/>',
        "gsn:Goal",
        identifier="G1",
        content="Top.",
    )
    assert steps_of(found.map) == {
        "support-1": "support G2 Sn (S1) (A) (J) > G1",
        "support-2": "support S2 (A) > G1",
        "support-3": "support G3 (Def) > G2",
    }
    assert [claim.tags[0] for claim in found.map.claims] == [
        "Goal", "Strategy", "Goal", "Goal", "Context", "Justification", "Solution", "Strategy", "Assumption",
    ]  # fmt: skip # one a line would be a page
    assert found.map["A"].text == "It is so."
    assert found.map["G1"].data["gsn-xmi"]["more"] == (("isTagged", {"key": "k", "value": "v"}),)


def test_cae_and_references_from_inside_are_read(steps_of: Any) -> None:
    """Evidence that a strategy only names would support nothing."""
    found = parse(
        '<strategy identifier="A1" solution="//@solution.0"><claims identifier="C2" toBeSupported="true"/></strategy>'
        '<solution identifier="E1"/><strategy identifier="A2" solution="//@nothing.7"/>',
        "cae:Claim",
        identifier="C1",
    )
    assert steps_of(found.map) == {
        "support-1": "support E1 > C1",
        "support-2": "support C2 E1 (A1) > C1",
        "support-3": "support A2 > C1",
    }
    assert codes(found) == ["dangling-reference"]


def test_relations_of_arm_run_as_certware_writes_them(steps_of: Any) -> None:
    """The top claim would support its own evidence."""

    def element(type: str, name: str) -> str:
        return f'<containsArgumentElement xsi:type="arm:{type}" identifier="{name}" content="{name}."/>'

    def link(type: str, source: str, target: str) -> str:
        paths = [
            " ".join([f"//@containsArgumentElement.{n}" for n in end]) for end in (source, target)
        ]
        return (
            f'<containsArgumentLink xsi:type="arm:{type}" source="{paths[0]}" target="{paths[1]}"/>'
        )

    found = parse(
        element("Claim", "Top")
        + element("Claim", "Sub")
        + element("InformationElement", "Info")
        + element("ArgumentReasoning", "Why")
        + link("AssertedInference", "0", "21")
        + link("AssertedContext", "0", "2")
        + link("AssertedEvidence", "2", "1")
        + link("AssertedContext", "2", "1"),
        "arm:Argument",
        identifier="Case",
    )
    assert sorted(steps_of(found.map).values()) == ["support Info > Sub", "support Info Sub > Top"]
    assert found.map["Top"].data["gsn-xmi"]["contexts"] == ("Info",)
    assert found.map["Sub"].data["gsn-xmi"]["contexts"] == ("Info",)
    assert found.map.about.title == "Case"


def test_texts_are_found_where_a_dialect_has_them() -> None:
    """A claim would have no text, though the file has one."""
    found = parse(
        '<argumentAsset xsi:type="S:Claim" name="a"><note/><description><content> So. </content></description>'
        '</argumentAsset><argumentAsset xsi:type="S:Claim" name="b"><statement/></argumentAsset>'
    )
    assert [claim.text for claim in found.map.claims] == ["So.", "b"]


def test_packages_are_groups_and_paths_lead_into_them(steps_of: Any) -> None:
    """A claim in a module would be out of reach."""
    inner = asset("Claim", name="a", content="A.") + asset("Claim", name="b", content="B.")
    relation = asset(
        "AssertedInference",
        source="//@argumentPackage.0/@argumentAsset.1",
        target="#//@argumentPackage.0/@argumentAsset.0",
    )
    found = parse(
        f'<argumentPackage name="Part">{inner}</argumentPackage>{relation}', content="Whole"
    )
    assert [(group.id, group.title) for group in found.map.groups] == [("part", "Part")]
    assert [claim.group for claim in found.map.claims] == ["part", "part"]
    assert [*steps_of(found.map).values()] == ["support b > a"]
    module = '<argumentAsset xsi:type="S:ArgumentPackage"/>'
    assert [group.id for group in parse(module).map.groups] == ["package"]


def test_models_in_a_common_root_are_read() -> None:
    """A file that holds two models would be refused."""
    two = f"<xmi:XMI {SPACES}><gsn:Goal identifier='G' content='G.'/><S:ArgumentPackage name='P'/></xmi:XMI>"
    found = argmap.parse(two, format="gsn-xmi")
    assert [claim.id for claim in found.map.claims] == ["G"]
    with pytest.raises(argmap.ReadError, match="isn't an assurance case"):
        argmap.parse("<xmi:XMI xmlns:xmi='http://www.omg.org/XMI'><a/></xmi:XMI>", format="gsn-xmi")


def test_broken_relations_are_told() -> None:
    """A relation to nothing would be lost in silence."""
    found = parse(
        asset("Claim", name="a", content="A.")
        + asset("Claim", content="Named by nothing but its words.")
        + asset("Claim", name="a name with blanks")
        + asset("Claim", name="a", content="Another.")
        + asset("AssertedInference", source="//@argumentAsset.0")
        + asset("AssertedInference", source="//@argumentAsset.0", target="_9")
        + asset("Strange", name="s")
        + '<argumentAsset xsi:type="S:AssertedInference"><source href="x#//@argumentAsset.0"/>'
        '<target xmi:idref="/@argumentAsset.1"/></argumentAsset><artefactPackage/>'
    )
    assert sorted(codes(found)) == [
        "dangling-reference",
        "dangling-reference",
        "loose-link",
        "loose-link",
        "loose-link",
        "unknown-type",
    ]
    assert [claim.id for claim in found.map.claims] == [
        "a", "named-by-nothing-but-its", "a-name-with-blanks", "another",
    ]  # fmt: skip # one a line would be a page
    assert found.map.data["gsn-xmi"]["more"] == (("artefactPackage",),)


def test_claims_about_a_relation_are_claims() -> None:
    """What somebody says of an inference would be lost with it."""
    inner = '<metaClaim xsi:type="S:Claim" name="m" content="Sure."/><note/>'
    found = parse(
        asset("Claim", name="a", content="A.")
        + f'<argumentAsset xsi:type="S:AssertedInference" source="//@argumentAsset.1/@metaClaim.0" target="//@argumentAsset.0">{inner}</argumentAsset>'
    )
    assert [claim.id for claim in found.map.claims] == ["a", "m"]
    assert len(found.map.links) == 1


def test_strategies_in_a_circle_are_not_lost(steps_of: Any) -> None:
    """What they hold would be gone from the map."""
    found = parse(
        asset("ArgumentReasoning", name="s", content="S.")
        + asset("ArgumentReasoning", name="t", content="T.")
        + '<argumentAsset xsi:type="S:SupportedBy" source="//@argumentAsset.0" target="//@argumentAsset.1"/>'
        + '<argumentAsset xsi:type="S:SupportedBy" source="//@argumentAsset.1" target="//@argumentAsset.0"/>'
    )
    assert sorted(steps_of(found.map).values()) == ["support s > t", "support t > s"]
