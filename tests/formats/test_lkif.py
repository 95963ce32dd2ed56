"""LKIF as a map: statements and how they are held, arguments, exceptions, negations."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """An exception would support, or a negated premise say the contrary of what it says."""
    map = argmap.parse(xml_sample("lkif"), strict=True).map
    assert {claim.id: (claim.text, claim.stance) for claim in map.claims} == {
        "s1": ("Tweety can fly.", "questioned"),
        "s2": ("Tweety is a bird.", "asserted"),
        "s3": ("p(tweety, y)", "assumed"),
        "s4": ("Tweety is odd.", "questioned"),
        "not-s4": ("It is not the case that: Tweety is odd.", "asserted"),
    }
    assert steps_of(map) == {
        "a1": "support s2 not-s4 > s1",
        "undercut-1": "undercut s3 > a1",
        "a2": "rebuttal not-s4 > s1",
    }
    assert map["conflict-not-s4"] == argmap.Conflict("conflict-not-s4", ("s4", "not-s4"), True)
    a1: Any = map["a1"]
    assert (a1.scheme, a1.weight, a1.label) == ("default", 0.5, "by kind")
    assert a1.data["lkif"]["roles"] == ("datum", "")
    assert map["a2"].data["lkif"] == {"types": ("assumption",)}
    assert map["s3"].data["lkif"]["formal"] == ("s", {"pred": "p"}, ("c", "tweety"), ("v", "y"))
    assert [[c.source for c in map[id].citations] for id in ("s1", "s3")] == [
        ["http-example-org-p"]
    ] * 2
    assert [source.url for source in map.sources] == ["http://example.org/p"]
    assert map.about.title == "Tweety"
    assert map.data["lkif"]["graphs"] == ({"id": "g1", "main-issue": "s1"},)
    assert map.data["lkif"]["theories"][0][0] == "theory"


def graph(id: str, statements: str, arguments: str = "") -> str:
    """An argument graph of statements by id."""
    made = "".join(
        [f'<statement id="{one}"><s>{one}!</s></statement>' for one in statements.split()]
    )
    return (
        f'<argument-graph id="{id}" title="{id.upper()}"><statements>{made}</statements>'
        f"<arguments>{arguments}</arguments></argument-graph>"
    )


def lkif(*parts: str) -> str:
    """A document of argument graphs."""
    return f"<lkif><argument-graphs>{''.join(parts)}</argument-graphs></lkif>"


def test_several_graphs_are_groups_with_ids_of_their_own(steps_of: Any) -> None:
    """Two graphs that both call something s1 would be mixed."""
    argument = '<argument id="a"><conclusion statement="s"/><premises><premise statement="t"/></premises></argument>'
    found = argmap.parse(
        lkif(graph("g", "s t", argument), graph("g", "s t", argument)), format="lkif"
    )
    assert [(group.id, group.title) for group in found.map.groups] == [("g", "G"), ("g-2", "G")]
    assert [claim.group for claim in found.map.claims] == ["g", "g", "g-2", "g-2"]
    assert steps_of(found.map) == {"a": "support t > s", "a-2": "support t-2 > s-2"}
    assert [finding.code for finding in found.findings] == ["duplicate-id"] * 3


@pytest.mark.parametrize(
    ("argument", "codes"),
    [
        ("<argument id='a'/>", ["loose-link"]),
        ("<argument id='a'><conclusion statement='s'/></argument>", ["loose-link"]),
        (
            "<argument id='a'><conclusion statement='q'/><premises><premise statement='s'/></premises></argument>",
            ["dangling-reference", "loose-link"],
        ),
        (
            "<argument id='a'><conclusion statement='s'/><premises><premise statement='q' polarity='negative'/><premise statement='t'/></premises></argument>",
            ["dangling-reference"],
        ),
        (
            "<argument id='a' weight='2'><conclusion statement='s'/><premises><premise statement='t'/></premises></argument>",
            ["not-a-weight"],
        ),
        (
            "<argument id='a' weight='many'><conclusion statement='s'/><premises><premise statement='t'/></premises></argument>",
            ["not-a-weight"],
        ),
        (
            "<argument id='a'><conclusion statement='s'/><premises><premise statement='a'/><premise statement='t'/></premises></argument>",
            ["dangling-reference"],
        ),
        (
            "<argument id='a'><conclusion statement='s'/><premises><premise statement='t' type='exception'/></premises></argument>",
            ["loose-link", "loose-link"],
        ),
    ],
)
def test_broken_arguments_are_told(argument: str, codes: list[str]) -> None:
    """A document would be refused for one argument, or the argument be lost in silence."""
    text = lkif(graph("g", "s t", argument))
    found = argmap.parse(text, format="lkif")
    assert sorted(finding.code for finding in found.findings) == codes
    assert len(found.map.claims) == 2
    with pytest.raises(argmap.ReadError):
        argmap.parse(text, format="lkif", strict=True)
    kept = str(found.map.data.get("lkif", "")) + str([link.data for link in found.map.links])
    assert "argument" in kept or "missing" in kept or codes == ["not-a-weight"]


def test_made_ids_keep_clear_of_those_in_the_document(steps_of: Any) -> None:
    """An exception would take the id of a statement, and the statement another."""
    argument = (
        "<argument id='a'><conclusion statement='s'/><premises><premise statement='t'/>"
        "<premise statement='undercut-1' type='exception'/></premises></argument>"
    )
    found = argmap.parse(lkif(graph("g", "s t undercut-1", argument)), format="lkif")
    assert steps_of(found.map) == {"a": "support t > s", "undercut-2": "undercut undercut-1 > a"}


def test_documents_without_arguments_are_read() -> None:
    """Half of the real files hold rules alone."""
    found = argmap.parse("<lkif><theory id='t'/><x/></lkif>", format="lkif")
    assert found.map.claims == ()
    assert [finding.code for finding in found.findings] == ["no-argument-graph", "unknown-element"]
    text = lkif("<argument-graph><statements><statement id='s'/></statements></argument-graph>")
    found = argmap.parse(text, format="lkif")
    assert [finding.code for finding in found.findings] == ["no-text"]
