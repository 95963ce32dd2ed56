"""Stand-off annotation as maps, with the text beside it; maps as annotation."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import Citation, Claim, Rebuttal, Source, Support, Undercut
from argmap.formats.brat import Vocabulary, brat
from argmap.source import SourceText

TEXT = "Co-ops are good. They are near, and\nthey know you. Yet slow!"
ANN = """\
T1\tMajorClaim 0 16\tCo-ops are good.
T2\tClaim 17 30;36 50\tThey are near they know you.
A1\tStrength T2 strong
#1\tAnnotatorNotes T2\tIs this so?
T3\tPremise 51 60\tYet slow!
T4\tMajorClaim 0 6\tCo-ops
A2\tStance T2 For
R1\tsupports Arg1:T3 Arg2:T2
A3\tNegated R1
R2\tpartial_undercutter Arg1:T4 Arg2:T3
*\tEquiv T1 T4
E1\tMajorClaim:T1 Theme:T2
"""


def _parse(ann: str, text: str | None = TEXT, **options: Any) -> argmap.Reading:
    beside = () if text is None else ((".txt", SourceText("x.txt", text)),)
    return argmap.parse(SourceText("x.ann", ann, beside=beside), **options)


def _codes(ann: str, text: str | None = TEXT) -> list[str]:
    """The codes of what is found, after it was seen that the same map is written and read."""
    reading = _parse(ann, text)
    rendering = argmap.render(reading.map, "brat")
    assert rendering.losses == ()
    assert _parse(rendering.text, dict(rendering.beside).get(".txt")).map == reading.map
    return [finding.code for finding in reading.findings]


def test_everything() -> None:
    """A type, a note, a stance or a piece of a span would be lost."""
    reading = _parse(ANN, strict=True)
    map = reading.map
    assert reading.format == "brat"
    assert [claim.tags for claim in map.claims] == [
        ("MajorClaim",),
        ("Claim",),
        ("Premise",),
        ("MajorClaim",),
    ]
    assert map.claims[1].citations == (
        Citation("text", "They are near", start=17, end=30),
        Citation("text", "they know you.", start=36, end=50),
    )
    assert map.claims[1].data == {
        "brat": {
            "attributes": (("A1", "Strength", "strong"),),
            "notes": (("#1", "AnnotatorNotes", "Is this so?"),),
        }
    }
    stance = {"brat": {"attribute": "A2"}}
    assert map.links == (
        Support("A2-T1", ("T2",), "T1", data=stance),
        Support("A2-T4", ("T2",), "T4", data=stance),
        Support("R1", ("T3",), "T2", data={"brat": {"attributes": (("A3", "Negated"),)}}),
        Undercut("R2", ("T4",), "R1", data={"brat": {"relation": "partial_undercutter"}}),
    )
    assert map.sources == (Source("text", data={"brat": {"text": TEXT}}),)
    rendering = argmap.render(map, "brat", strict=True)
    assert sorted(rendering.text.splitlines()) == sorted(ANN.splitlines())
    assert rendering.beside == ((".txt", TEXT),)


def test_against_every_main_claim() -> None:
    """A stance against would be one for; without main claims it would be lost."""
    map = _parse(ANN.replace("For", "Against")).map
    assert [type(link) for link in map.links[:2]] == [Rebuttal, Rebuttal]
    assert _codes(ANN.replace("For", "Against")) == []
    none = ANN.replace("MajorClaim", "Claim")
    assert len(_parse(none).map.links) == 2
    assert _codes(none) == []


@pytest.mark.parametrize(
    ("unit", "code"), [("utf-8", "bytes-offsets"), ("utf-16-le", "utf-16-offsets")]
)
def test_offsets_that_count_something_else(unit: str, code: str) -> None:
    """Offsets of bytes would lead to other words; the map would cite what nobody said."""
    text = "Ünïcödé 𝒳 is good. They are near."
    first, last = text.index("They"), len(text)
    width = 2 if "16" in unit else 1
    start, end = len(text[:first].encode(unit)) // width, len(text.encode(unit)) // width
    ann = f"T1\tClaim 0 7\tÜnïcödé\nT2\tClaim {start} {end}\tThey are near.\n"
    assert _codes(ann, text) == [code]
    (citation,) = _parse(ann, text).map.claims[1].citations
    assert (citation.start, citation.end) == (first, last)
    with pytest.raises(argmap.ReadError, match="of 1 spans count"):
        _parse(ann, text, strict=True)


FINDINGS = [
    ("T1\tClaim 0 5\tOther\n", TEXT, "span-text"),
    ("T1\tClaim 0 5\tOther\n", "Ünïcödé is good", "span-text"),
    ("T1\tClaim 0 3;4 9\tOther\n", TEXT, "span-text"),
    ("T1\tClaim 9 5\tOther\n", TEXT, "span-text"),
    ("T1\tClaim 0 6\n", TEXT, "no-text"),
    ("T1\tClaim 0 6\tCo-ops\n", None, "no-source-text"),
    ("T1\tClaim 0 6\n", None, "no-source-text"),
    ("T1\tClaim 0 6\tCo-ops\nT1\tClaim 7 10\tare\n", TEXT, "duplicate-id"),
    ("T1\tC 0 6\tCo-ops\nR1\tsupports Arg1:T1 Arg2:T9\n", TEXT, "dangling-relation"),
    ("T1\tC 0 6\tCo-ops\nA1\tStance T9 For\n", TEXT, "dangling-relation"),
    ("T1\tC 0 6\tCo-ops\nR1\trelated Arg1:T1 Arg2:T1\n#1\tNote R1\tx\n", TEXT, "unknown-relation"),
    ("T1\tC 0 6\tCo-ops\nR1\tundercutter Arg1:T1 Arg2:T1\n", TEXT, "undercut-of-claim"),
    ("T1\tC 0 6\tCo-ops\nwhat is this\n", TEXT, "unknown-line"),
    ("\nT1\tC 0 6\tCo-ops\n\n#1\tNote T9\n", TEXT, ""),
    ("T1\tC 0 1\t\ufffd\n", "\x92", "control-character"),
]


@pytest.mark.parametrize(("ann", "text", "code"), FINDINGS)
def test_findings(ann: str, text: str | None, code: str) -> None:
    """A defect would pass without a word, or the file be refused, or what is odd be lost when it is written."""
    assert _codes(ann, text) == ([code] if code else [])
    if code not in ("", "no-source-text", "control-character"):
        with pytest.raises(argmap.ReadError):
            _parse(ann, text, strict=True)


def test_relations_and_attributes_twice() -> None:
    """A second relation of one id would take the place of the first."""
    ann = (
        "T1\tMajorClaim 0 6\tCo-ops\nT2\tC 7 10\tare\n"
        "R1\tsupports Arg1:T2 Arg2:T1\nR1\tattacks Arg1:T2 Arg2:T1\n"
        "A1\tStance T2 For\nA1\tStance T2 Against\n"
    )
    assert _codes(ann) == ["duplicate-id", "duplicate-id"]
    assert [link.id for link in _parse(ann).map.links] == ["R1", "A1-T1"]


def test_undercuts_in_a_circle() -> None:
    """Two undercuts of each other's steps would make a map that leads back to itself."""
    ann = (
        "T1\tC 0 6\tCo-ops\nT2\tC 7 10\tare\nT3\tC 11 16\tgood.\n"
        "R1\tundercutter Arg1:T1 Arg2:T2\nR2\tundercutter Arg1:T2 Arg2:T1\n"
        "R3\tundercutter Arg1:T3 Arg2:T1\n"
    )
    assert _codes(ann) == ["undercut-of-claim", "undercut-of-claim"]
    assert [type(link) for link in _parse(ann).map.links] == [Rebuttal, Rebuttal, Undercut]


def test_notes_that_are_the_text() -> None:
    """A counter-narrative would be the letter that its note hangs on."""
    ann = "T1\tCounterNarrativeA 0 1\tC\n#1\tAnnotatorNotes T1\tThis is no argument.\n"
    map = _parse(ann).map
    assert map.claims[0].text == "This is no argument."
    assert map.claims[0].citations[0].quote == "C"
    assert _codes(ann) == []
    assert _parse(ann.splitlines()[0]).map.claims[0].text == "C"


def test_a_corpus_of_its_own() -> None:
    """The types of another corpus would mean nothing."""
    german = Vocabulary(supports=("stützt",), attacks=("greift_an",), main=("These",))
    format = brat(german, name="german")
    assert format.read is not None
    assert format.write is not None
    source = SourceText("x", "T1\tThese 0 1\tA\nT2\tGrund 2 3\tB\nR1\tStützt Arg1:T2 Arg2:T1\n")
    map = format.read(source, strict=True, limits=argmap.Limits()).map
    assert map.links == (Support("R1", ("T2",), "T1", data={"brat": {"relation": "Stützt"}}),)
    assert format.write(map).text == source.text
    assert german.kind("supports") == ""
    reading = argmap.parse(source, format="brat", vocabulary=german)
    assert reading.map == map
    assert argmap.render(map, "brat", vocabulary=german).text == source.text


def test_a_map_of_ones_own() -> None:
    """A map that cites nothing would have no text to annotate."""
    draft = argmap.Draft()
    good = draft.claim("Co-ops are good.")
    draft.rebut(good, by=[draft.claim("They are\nslow."), draft.claim("Far.", tags=["two words"])])
    rendering = argmap.render(draft.map(), "brat")
    assert dict(rendering.beside) == {".txt": "Co-ops are good.\nThey are\nslow.\nFar."}
    assert rendering.text == (
        "T1\tStatement 0 16\tCo-ops are good.\nT2\tStatement 17 31\tThey are slow.\n"
        "T3\tStatement 32 36\tFar.\nR1\tattacks Arg1:T2 Arg2:T1\nR2\tattacks Arg1:T3 Arg2:T1\n"
    )
    codes = {loss.code for loss in rendering.losses}
    assert {"claim-id", "claim-citations", "claim-tags", "rebuttal-premises"} <= codes


def test_claims_added_to_what_was_read() -> None:
    """An added claim would stand where the text has other words, or take an id that is there."""
    for text in (TEXT, None):
        draft = _parse("T1\tClaim 0 6\tCo-ops\n", text).map.draft()
        draft.support("T1", by=draft.claim("New.", id="new"))
        rendering = argmap.render(draft.map(), "brat")
        start = 7 if text is None else len(TEXT) + 1
        assert f"T2\tStatement {start} {start + 4}\tNew.\n" in rendering.text
        assert dict(rendering.beside) == ({} if text is None else {".txt": f"{TEXT}\nNew."})


def test_citations_of_other_things() -> None:
    """A citation of a report would be taken for a place in the text; a link between links would end the writer."""
    cites = (Citation("report", "A", start=0, end=1),)
    map = argmap.ArgumentMap(
        claims=(Claim("T1", "A", citations=cites), Claim("T2", "B")),
        links=(argmap.Conflict("k", ("T1", "T2")), Support("R1", ("T2",), "T1")),
        sources=(Source("report"),),
    )
    rendering = argmap.render(map, "brat")
    assert dict(rendering.beside) == {".txt": "A\nB"}
    assert {"claim-citations", "source", "conflict"} <= {loss.code for loss in rendering.losses}


def test_changed_stances() -> None:
    """A stance toward one of two main claims would come back as one toward both."""
    map = _parse(ANN).map
    draft = map.draft()
    draft.remove("A2-T1", "R2")
    rendering = argmap.render(draft.map(), "brat")
    assert "Stance" not in rendering.text
    assert [loss.code for loss in rendering.losses] == ["support-id", "support-data"][::-1]


def test_data_of_another_make() -> None:
    """Data that nobody read from annotations would end the writer, or be lost in silence."""
    for held in (5, {"attributes": 5, "notes": [5], "relation": "x y", "attribute": 5, "lines": 5}):
        data = {"brat": held}
        map = argmap.ArgumentMap(
            claims=(Claim("T1", "A", data=data), Claim("T2", "B")),
            links=(Support("R1", ("T2",), "T1", data=data),),
            sources=(Source("text", data=data),),
            data=data,
        )
        codes = {loss.code for loss in argmap.render(map, "brat").losses}
        assert {"claim-data", "support-data", "map-data", "source-data"} <= codes


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text would not be read from beside the file, not be written there, or another be overwritten."""
    monkeypatch.chdir(tmp_path)
    Path("a.ann").write_text(ANN, "utf-8")
    Path("a.txt").write_text(TEXT, "utf-8")
    map = argmap.read("a.ann", strict=True)
    assert map == _parse(ANN).map
    assert argmap.write(map, "b.ann", strict=True) == ()
    assert Path("b.txt").read_text("utf-8") == TEXT
    assert argmap.write(map, "b.ann") == ()
    Path("b.txt").write_text("mine", "utf-8")
    with pytest.raises(argmap.WriteError, match="there is another text"):
        argmap.write(map, "b.ann")
    assert Path("b.txt").read_text("utf-8") == "mine"
    with pytest.warns(argmap.LossWarning, match="is a file of its own"):
        losses = argmap.write(map, io.BytesIO(), format="brat")
    assert [loss.code for loss in losses] == ["companion"]
    with pytest.warns(argmap.LossWarning, match="is a file of its own"):
        argmap.dumps(map, "brat")
    with pytest.raises(argmap.CannotExpress):
        argmap.dumps(map, "brat", strict=True)
    Path("c.ann").write_text(ANN, "utf-8")
    with pytest.warns(argmap.FindingWarning, match="the text isn't there"):
        assert argmap.read("c.ann").sources == (Source("text"),)
    with Path("a.ann").open("rb") as file:
        assert [f.code for f in argmap.parse(argmap.formats.document(file)).findings] == [
            "no-source-text"
        ]
    Path("c.txt").write_bytes(b"\xff")
    with pytest.raises(argmap.ReadError, match=r"c\.txt:1:1: byte 0"):
        argmap.read("c.ann")
    Path("d.txt").write_text(ANN, "utf-8")
    assert argmap.formats.document("d.txt", format="brat").beside == ()
