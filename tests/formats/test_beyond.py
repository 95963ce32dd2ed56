"""What is written and then refused by readers for its size: it is told when it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Citation, Claim, Limits, Support
from argmap.formats import beyond, formats
from argmap.source import SourceText

LONG = "word " * 30_000
BOTH_WAYS = [each.name for each in formats() if each.read and each.write]


def two(text: str = "A", id: str = "a", **claim: Any) -> ArgumentMap:
    """A claim and a reason for it."""
    draft = argmap.Draft()
    draft.support(draft.claim(text, id=id, **claim), by=draft.claim("B", id="b"))
    return draft.map()


def beyond_of(map: ArgumentMap, format: str) -> list[str]:
    """The losses of a map that are of its size."""
    return [
        loss.code
        for loss in argmap.render(map, format).losses
        if loss.why.startswith("it is written, and readers take ")
    ]


def is_refused(map: ArgumentMap, format: str) -> bool:
    """Whether argmap doesn't read what it has written."""
    rendering = argmap.render(map, format)
    beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
    try:
        argmap.parse(SourceText("x", rendering.text, beside=beside), format=format)
    except argmap.TooLarge:
        return True
    return False


@pytest.mark.parametrize("format", BOTH_WAYS)
@pytest.mark.parametrize(
    "map",
    [two(LONG), two(id="i" * 1_001), two("w" * 100_000, id="i" * 1_000)],
    ids=["text", "id", "at"],
)
def test_what_readers_refuse_is_told(map: ArgumentMap, format: str) -> None:
    """A text of 100,001 characters was written without a word, and then not read."""
    assert bool(beyond_of(map, format)) == is_refused(map, format)


def test_nothing_is_lost() -> None:
    """The document is whole, and read by whoever raises the limit."""
    map = two(LONG)
    rendering = argmap.render(map)
    (loss,) = rendering.losses
    assert str(loss) == (
        "a: its text of 150,000 characters: it is written, and readers take 100,000 unless "
        "Limits(text_characters=...) says more [claim-text]"
    )
    assert argmap.loads(rendering.text, limits=Limits(text_characters=150_000)) == map
    with pytest.raises(argmap.CannotExpress, match="its text of 150,000 characters"):
        argmap.render(map, strict=True)
    with pytest.warns(argmap.LossWarning, match="its text of 150,000 characters"):
        argmap.dumps(map)


def test_every_field_is_looked_at() -> None:
    """A long quotation would be refused as a long claim is."""
    draft = argmap.Draft(LONG, description=LONG)
    group = draft.group(LONG, id="g")
    who = draft.participant(LONG, id="w")
    draft.source(LONG, id="p", authors=["short", LONG])
    quoted = Citation("p", quote="q", suffix=LONG)
    draft.claim("A", id="a", group=group, said_by=who, wordings=("x", LONG), cites=[quoted])
    draft.issue(LONG, id="i")
    draft.support("a", by=draft.claim("B", id="b", tags=["t"]), label=LONG)
    told = [(loss.code, loss.element) for loss in argmap.render(draft.map()).losses]
    assert told == [
        ("claim-citations", "a"),
        ("claim-wordings", "a"),
        ("issue-text", "i"),
        ("support-label", "support-1"),
        ("group-title", "g"),
        ("participant-name", "w"),
        ("source-title", "p"),
        ("source-authors", "p"),
        ("about-title", ""),
        ("about-description", ""),
    ]


def test_pictures_are_no_documents() -> None:
    """Nobody reads them back."""
    assert argmap.render(two(LONG), "mermaid").losses == ()


def test_more_than_readers_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many claims, links or bytes are refused as a long text is."""
    claims = tuple([Claim(f"c{n}", "Yes.") for n in range(20)])
    links = tuple([Support(f"s{n}", (f"c{n}",), "c0") for n in range(1, 20)])
    map = ArgumentMap(claims=claims, links=links)
    limits = {"claims": 19, "links": 18, "file_bytes": 900}
    for limit, code in (
        ("claims", "map-claims"),
        ("links", "map-links"),
        ("file_bytes", "map-bytes"),
    ):
        few = Limits(id_characters=10, **{limit: limits[limit]})
        with monkeypatch.context() as patch:
            patch.setattr(beyond, "_USUAL", few)
            assert beyond_of(map, "json") == [code]
            with pytest.raises(argmap.TooLarge):
                argmap.loads(argmap.render(map).text, limits=few)
            patch.setattr(beyond, "_USUAL", Limits(id_characters=10, **{limit: limits[limit] * 9}))
            assert beyond_of(map, "json") == []


def test_a_document_that_is_refused_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    """What its reader says of it then is no matter of its size."""
    rendering = argmap.Rendering("x" * 2_000, (), "json")
    chosen = argmap.Format(
        name="odd",
        title="Odd",
        suffixes=(".odd",),
        read=lambda source, *, strict, limits: argmap.loads(source.text),  # type: ignore[arg-type]  # it raises
        write=lambda map: rendering,
    )
    assert beyond.beyond_limits(two(id="i" * 1_001), rendering, chosen) == ()


def test_files_are_told_of_as_well(tmp_path: Path) -> None:
    """`write` and `dumps` go the same way."""
    losses = argmap.write(two(LONG), tmp_path / "a.json", report=lambda _: None)
    assert [loss.code for loss in losses] == ["claim-text"]


def test_what_is_left_out_passes_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """APX has no texts, so its reader has nothing to refuse."""
    monkeypatch.setattr(beyond, "_USUAL", Limits(id_characters=10, text_characters=12))
    assert beyond_of(two("w" * 50), "json") == ["claim-text"]
    assert len(argmap.render(two("w" * 50), "apx").text) > 12
    assert beyond_of(two("w" * 50), "apx") == []
