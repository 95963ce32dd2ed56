"""AML as a map: trees, schemes, owners, places in the text, and what dirty documents have."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def prop(id: str, text: str = "", **attributes: str) -> str:
    """A proposition."""
    own = "".join([f' {name}="{value}"' for name, value in attributes.items()])
    return f'<PROP identifier="{id}"{own}><PROPTEXT>{text or id}</PROPTEXT></PROP>'


def au(id: str, *below: str) -> str:
    """An argument unit."""
    return f"<AU>{prop(id)}{''.join(below)}</AU>"


def arg(*parts: str) -> str:
    """A document."""
    return f"<ARG>{''.join(parts)}</ARG>"


def parse(text: str) -> Any:
    """What reading a document gives; it must come back from writing but for what is told."""
    found = argmap.parse(text, format="aml")
    written = argmap.render(found.map, "aml")
    again = argmap.parse(written.text, format="aml").map
    assert (again == found.map) == (not written.losses)
    return found


def codes(found: Any) -> list[str]:
    """The codes of the findings."""
    return sorted(finding.code for finding in found.findings)


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """Linked premises would be flattened, or a scheme lose its questions."""
    found = parse(xml_sample("aml"))
    map = found.map
    assert found.findings == ()
    assert steps_of(map) == {
        "rebuttal-1": "rebuttal D > B",
        "support-1": "support A C > B",
        "support-2": "support E > D",
    }
    assert [claim.id for claim in map.claims if claim.implicit] == ["D", "C"]
    assert [one.name for one in map.participants] == ["Ann", "Ben"]
    assert map["B"].said_by == ("ann", "ben")
    assert map["support-1"].scheme == "argument-from-sign"
    assert map["rebuttal-1"].label == "weak"
    assert map["support-1"].data["aml"] == {"supportlabels": ("high", "low")}
    assert [scheme.name for scheme in map.schemes] == ["Argument from Sign", "Unused"]
    assert map.schemes[0].questions == ("How strong is the correlation?", "Are there other causes?")
    text = map.sources[0].data["aml"]["text"]
    assert [text[c.start : c.end] for claim in map.claims for c in claim.citations] == [
        "a bear passed",
        "fur",
        "Here are tracks",
    ]
    assert map.sources[0].title == "A walk"
    assert map.about == argmap.About(description="Nothing.", authors=("Ann",))


@pytest.mark.parametrize(
    ("text", "steps", "found"),
    [
        (arg(au("A", f"<CA>{au('B')}{au('C')}</CA>")), ["support B > A", "support C > A"], []),
        (arg(au("A", f"<LA>{au('B')}</LA><CA/><LA/>")), ["support B > A"], []),
        (arg(au("A"), au("B", f"<REFUTATION>{au('C')}</REFUTATION>")), ["rebuttal C > B"], []),
        (
            arg(
                au(
                    "A",
                    f"<CA>{au('B')}</CA><REFUTATION>{au('C')}</REFUTATION><REFUTATION>{au('D')}</REFUTATION>",
                )
            ),
            ["support B > A", "rebuttal C > A", "rebuttal D > A"],
            [],
        ),
        (arg(au("A", f"<CA><AU><CA>{au('B')}</CA></AU></CA>")), [], ["no-proposition"]),
        (arg(au("A", f"<CA>{au('A')}</CA>")), ["support A-2 > A"], ["duplicate-id"]),
        (arg(au("A", "<NOTE/>", "<CA><NOTE/></CA>"), "<MORE/>"), [], ["unknown-element"] * 3),
        (arg("<AU><PROP><PROPTEXT/></PROP></AU>"), [], ["no-text"]),
        (arg("<AU><PROP/></AU>"), [], ["no-text"]),
        (arg("<SCHEMESET/><TEXT/><EDATA/>"), [], []),
    ],
)
def test_trees_are_steps_or_are_told(
    text: str, steps: list[str], found: list[str], steps_of: Any
) -> None:
    """A premise would be lost in silence, or a document be refused for one bad unit."""
    got = parse(text)
    assert [*steps_of(got.map).values()] == steps
    assert codes(got) == found


@pytest.mark.parametrize(
    ("offset", "missing", "found"),
    [
        ("4", "no", []),
        ("5", "no", ["offset-mismatch"]),
        ("5", "yes", []),
        ("-1", "yes", []),
        ("x", "no", []),
        ("99999999999999", "no", []),
    ],
)
def test_offsets_are_places_or_are_kept(offset: str, missing: str, found: list[str]) -> None:
    """A claim would cite words that aren't its own."""
    text = arg(
        "<TEXT>The bear.</TEXT>",
        f'<AU><PROP identifier="A" missing="{missing}"><PROPTEXT offset="{offset}">bear</PROPTEXT></PROP></AU>',
    )
    got = parse(text)
    assert codes(got) == found
    places = [(place.start, place.end) for place in got.map["A"].citations]
    assert places == ([(4, 8)] if offset == "4" else [])
    if offset != "4":
        assert got.map["A"].data["aml"]["offset"] == offset
    assert argmap.render(got.map, "aml").losses == ()


def schemes(*pairs: str) -> str:
    """Membership of instances of schemes such as ``Sign 0``."""
    made = [pair.split() for pair in pairs]
    return "".join([f'<INSCHEME scheme=" {name} " schid="{number}"/>' for name, number in made])


@pytest.mark.parametrize(
    ("top", "first", "second", "scheme"),
    [
        (["Sign 0"], ["Sign 0"], ["Sign 0"], "sign"),
        (["Sign 0"], ["Sign 0"], ["Sign 1"], None),
        (["Sign 0"], ["Sign 0"], [], None),
        (["Sign 7", "Expert 8"], ["Expert 8"], ["Expert 8", "Sign 9"], "expert"),
        ([], ["Sign 0"], ["Sign 0"], None),
    ],
)
def test_a_scheme_holds_where_all_are_in_one_instance(
    top: list[str], first: list[str], second: list[str], scheme: str | None
) -> None:
    """A step would have the scheme of another."""
    units = [
        prop(id).replace("</PROP>", schemes(*held) + "</PROP>")
        for id, held in (("A", top), ("B", first), ("C", second))
    ]
    text = arg(f"<AU>{units[0]}<LA><AU>{units[1]}</AU><AU>{units[2]}</AU></LA></AU>")
    map = parse(text).map
    assert map["support-1"].scheme == scheme
    assert argmap.render(map, "aml").losses == ()


def test_particulars_come_back_as_they_were() -> None:
    """An author called null, or a date, would be changed by saving."""
    text = arg(
        "<EDATA><AUTHOR>null</AUTHOR><DATE>2003</DATE><SOURCE>A book</SOURCE><COMMENTS/></EDATA>",
        au("A"),
    )
    map = parse(text).map
    assert map.about.authors == ()
    assert map.sources[0].title == "A book"
    written = argmap.render(map, "aml")
    assert "<AUTHOR>null</AUTHOR>" in written.text
    assert written.losses == ()
    draft = map.draft()
    draft.describe(authors=("Ann",), description="New.")
    edited = argmap.render(draft.map(), "aml")
    assert "<AUTHOR>Ann</AUTHOR>" in edited.text
    assert "null" not in edited.text
