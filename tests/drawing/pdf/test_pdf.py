"""PDF: independent readers find its texts, fonts, links, claims and pages, and nothing that hangs on the day."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from attrs import evolve
from hypothesis import given, settings

import argmap
from argmap.drawing.lettering import Font, Glyph, Run, Shaped, fonts
from argmap.drawing.pdf.content import Pen
from argmap.drawing.pdf.embedding import Embedding
from argmap.drawing.pdf.format import pdf
from argmap.drawing.pdf.images import Images
from argmap.drawing.pdf.objects import Objects
from argmap.drawing.pdf.tags import Tags
from argmap.drawing.scene import Anchor, Group, Rect, Text, Words
from argmap.drawing.scene import Path as Outline
from argmap.errors import MissingExtra, UnknownFormat
from argmap.strategies import maps
from tests.drawing.made_fonts import a_png, make_font
from tests.profiles import examples

NOWHERE = ("no folder",)
RED = a_png(80, 80, kind=2, depth=8, rows=(b"\0" + b"\xff\0\0" * 80) * 80)


def debate(text: str = "Sixteen-year-olds should have the vote.") -> argmap.ArgumentMap:
    """A claim with an objection, and an undercut that has a label."""
    draft = argmap.Draft("Votes (at \\ sixteen)")
    vote = draft.claim(text, id="vote")
    objection = draft.rebut(vote, by=draft.claim("They are too easily led.", said_by="Ben"))
    draft.undercut(objection, by=draft.claim("So are their elders."), label="so what")
    return draft.map()


def document(map: argmap.ArgumentMap, **options: Any) -> pypdf.PdfReader:
    """A map's PDF as pypdf reads it, which raises for what is broken."""
    data = argmap.render(map, "pdf", **{"font_folders": NOWHERE, **options}).data
    return pypdf.PdfReader(BytesIO(data), strict=True)


def words(document: pypdf.PdfReader) -> str:
    """All that is found on all pages."""
    return " ".join(" ".join([page.extract_text() for page in document.pages]).split())


def test_every_text_is_found() -> None:
    """Else a PDF can't be searched, and nothing can be copied from it."""
    found = words(document(debate()))
    for text in ("Votes (at \\ sixteen)", "Sixteen-year-olds", "too easily led.", "Ben", "so what"):
        assert text in found


@pytest.mark.parametrize(
    "text",
    [
        "naïve café – “quoted” 1½",
        "Ελληνικά και λόγος",
        "Жизнь прекрасна",
        "ffi office fl",
        "a < b & c > d",
    ],
)
def test_other_letters_are_found_too(text: str) -> None:
    """Else a text looks right and is found as something else."""
    assert text in words(document(debate(text)))


def test_hebrew_is_found_as_it_is_read() -> None:
    """Else a search from the right fails."""
    assert "זכות הצבעה" in words(document(debate("זכות הצבעה")))


def test_a_character_without_a_font_is_found_though_not_seen() -> None:
    """Else what is lost to the eye is lost altogether."""
    map = debate("xਅy")
    assert "xਅy" in words(document(map))
    (loss,) = argmap.render(map, "pdf", font_folders=NOWHERE).losses
    assert loss.code == "glyph"


def test_fonts_are_within_and_cut_down() -> None:
    """Else another machine shows another font, or every document has megabytes of them."""
    read: Any = document(debate())
    fonts = read.pages[0]["/Resources"]["/Font"]
    assert len(fonts) == 2
    for font in fonts.values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert inner["/FontDescriptor"]["/FontFile2"]
        assert inner["/BaseFont"][7:] == "+Arimo-Regular"
    assert len(argmap.render(debate(), "pdf", font_folders=NOWHERE).data) < 60_000


def test_a_font_of_postscript_s_kind_is_embedded(tmp_path: Path) -> None:
    """Else Chinese, whose fonts mostly are of that kind, is missing."""
    make_font(tmp_path / "1.otf", "咖啡有益", family="Made CJK", postscript=True)
    read: Any = document(debate("咖啡有益 咖"), font_folders=[tmp_path])
    assert "咖啡有益 咖" in words(read)
    fonts = [font.get_object() for font in read.pages[0]["/Resources"]["/Font"].values()]
    (made,) = [font for font in fonts if "MadeCJK" in font["/BaseFont"]]
    inner = made["/DescendantFonts"][0].get_object()
    assert inner["/Subtype"] == "/CIDFontType0"
    assert inner["/FontDescriptor"]["/FontFile3"]["/Subtype"] == "/OpenType"


def test_emoji_are_pictures_that_are_found(tmp_path: Path) -> None:
    """Else they are boxes, or lost to a search."""
    make_font(tmp_path / "1.ttf", "😀", family="Pictures", pictures=RED)
    rendering = argmap.render(debate("Yes 😀😀!"), "pdf", font_folders=[tmp_path])
    assert rendering.losses == ()
    read = pypdf.PdfReader(BytesIO(rendering.data), strict=True)
    assert "😀" in words(read)
    images: Any = read.pages[0].images
    (image,) = images
    assert image.image.getpixel((5, 5))[:3] == (255, 0, 0)


def test_pictures_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    """Else an emoji is nowhere, and nobody says so."""
    woven = a_png(1, 1, kind=2, depth=8, rows=b"\0\0\0\0", woven=1)
    make_font(tmp_path / "1.ttf", "😀😁", family="Pictures", pictures=woven)
    (loss,) = argmap.render(debate("Yes 😀😁!"), "pdf", font_folders=[tmp_path]).losses
    assert "😀 U+1F600, 😁 U+1F601" in loss.what


def test_each_page_is_a_page() -> None:
    """Else --page gives one long page that no printer takes."""
    draft = argmap.Draft("Long")
    main = draft.claim("Main")
    for number in range(60):
        draft.support(main, by=draft.claim(f"Reason {number} is as long as they are."))
    read = document(draft.map(), page="a4")
    assert len(read.pages) > 1
    for page in read.pages:
        assert [round(float(side)) for side in page.mediabox] == [0, 0, 596, 842]
    assert "Reason 59" in words(read)
    assert len(read.outline) == 61


def test_the_reader_is_told_the_title_the_claims_and_the_order() -> None:
    """Else it shows the file's name, and reads aloud in no order."""
    read: Any = document(debate())
    assert read.metadata.title == "Votes (at \\ sixteen)"
    assert read.outline[0]["/Title"].startswith("Main claim: Sixteen-year-olds")
    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    top = root["/StructTreeRoot"]["/K"][0].get_object()
    kinds = [part.get_object()["/S"] for part in top["/K"]]
    assert kinds[:2] == ["/H1", "/Sect"]
    assert "/Creator" not in read.metadata
    assert read.metadata.creation_date is None


def test_a_language_is_told() -> None:
    """Else it is read aloud with another tongue's sounds."""
    scene = argmap.draw(debate()).scene
    data = pdf([evolve(scene, language="fr", title="")], font_folders=NOWHERE).data
    read = pypdf.PdfReader(BytesIO(data))
    assert read.trailer["/Root"]["/Lang"] == "fr"  # type: ignore[index]  # a dictionary
    assert read.metadata is not None
    assert read.metadata.title == "Argument map"


def test_sources_lead_to_their_addresses_and_dangerous_ones_nowhere() -> None:
    """Else a link is lost, or runs a script."""
    line = Text(lines=(Words(10, 20, "a source", 50),), size=11, fill="ink")
    scene = argmap.draw(debate()).scene
    ways = [
        ("https://example.org/ä?(x)", ["https://example.org/%C3%A4?(x)"]),
        ("javascript:alert(1)", []),
    ]
    for url, found in ways:
        linked = Group(items=(Anchor(url, (line,)),), moved=(5, 7), zoom=2)
        data = pdf([evolve(scene, items=(linked,))], font_folders=NOWHERE).data
        page = pypdf.PdfReader(BytesIO(data), strict=True).pages[0]
        links = [each.get_object() for each in page.get("/Annots", [])]
        assert [link["/A"]["/URI"] for link in links] == found
        if found:
            place = [float(side) for side in links[0]["/Rect"]]
            assert place[0] == pytest.approx((5 + 2 * 10) * 0.75)
            assert place[2] == pytest.approx((5 + 2 * 60) * 0.75)


def test_a_drawing_larger_than_a_page_may_be_has_a_larger_unit() -> None:
    """Else a program refuses it."""
    scene = evolve(argmap.draw(debate()).scene, scale=100.0)
    page = pypdf.PdfReader(BytesIO(pdf([scene], font_folders=NOWHERE).data)).pages[0]
    assert max(map(float, page.mediabox)) <= 14_400
    assert page["/UserUnit"] == pytest.approx(
        float(max(scene.width, scene.height) * 75 // 14_400 + 1)
    )


def test_shapes_without_paint_rings_and_nothing_at_all() -> None:
    """Else a rare shape breaks the page."""
    scene = argmap.draw(debate()).scene
    shapes = (
        Rect(0, 0, 50, 50, radius=8, stroke="ink", dash=(2, 3)),
        Outline("ML", (1, 2, 3, 4)),
        Group(items=(), role="listitem", label="none"),
        Text(lines=(Words(10, 20, "", 0), Words(10, 30, "x", 0)), size=11, fill="#102030"),
        Text(lines=(Words(90, 20, "א", 0),), size=11, fill="ink", rtl=True),
    )
    data = pdf([evolve(scene, items=shapes)], font_folders=NOWHERE).data
    page = pypdf.PdfReader(BytesIO(data), strict=True).pages[0]
    assert page.extract_text().split() == ["x", "א"]
    assert b"[2 3] 0 d" in page.get_contents().get_data()  # type: ignore[union-attr]  # it has some
    empty = pypdf.PdfReader(BytesIO(pdf([evolve(scene, items=())], font_folders=NOWHERE).data))
    assert empty.outline == []


class Raised:
    """Lettering whose glyphs stand above the line, and are told in parts, as marks and syllables are."""

    def __init__(self, font: Font, glyphs: tuple[Glyph, ...]) -> None:
        self._shaped = Shaped((Run(font, glyphs, rtl=False),), 2.0, ())
        self.missing: dict[str, None] = {}

    def line(self, text: str, *, bold: bool, rtl: bool) -> Shaped:
        """The same glyphs for every line."""
        return self._shaped


@pytest.mark.parametrize("last", [0.0, 0.25])
def test_marks_stand_above_and_a_syllable_keeps_its_text(last: float) -> None:
    """Else vowel signs fall on the line, and Hindi is found as a heap of parts."""
    font = fonts(("Arial",), NOWHERE, what="it", extra="pdf").regular[0]
    glyphs = (
        Glyph(40, 0.7, 0.0, 0.0, "कि"),
        Glyph(41, 0.5, 0.1, 0.25, ""),
        Glyph(42, 0.6, 0, last, "x"),
    )
    objects = Objects()
    embedding, tags = Embedding(), Tags()
    tags.begin_page(objects.new())
    pen = Pen(Raised(font, glyphs), embedding, Images(), tags)  # type: ignore[arg-type]  # as far as it asks
    scene = argmap.draw(debate()).scene
    text = Text(lines=(Words(10, 20, "any", 26),), size=13, fill="ink")
    drawn = pen.page(scene, (text,), "1 0 0 1 0 0").operators.decode()
    assert "/ActualText <FEFF0915093F0078>" in drawn
    assert "0.2500 Ts" in drawn
    assert drawn.index(" Ts") < drawn.rindex("0 Ts")


def test_the_same_map_gives_the_same_bytes() -> None:
    """Else a document under version control changes for nothing."""
    one, two = [argmap.render(debate(), "pdf", font_folders=NOWHERE).data for _ in range(2)]
    assert one == two


def test_the_ground_may_be_left_out() -> None:
    """Else a document can't be laid over another."""
    plain = document(debate(), background="transparent").pages[0].get_contents()
    painted = document(debate(), background="#ffeedd").pages[0].get_contents()
    assert plain is not None
    assert painted is not None
    assert b"1 0.93 0.87 rg" in painted.get_data()
    assert b"1 0.93 0.87 rg" not in plain.get_data()


@given(map=maps(max_claims=6))
@settings(max_examples=examples(15))
def test_any_map_is_a_document_with_a_place_for_each_claim(map: argmap.ArgumentMap) -> None:
    """Else some text or shape breaks the file."""
    read = document(map)
    assert len(read.outline) == len(argmap.draw(map).view.cards)
    read.pages[0].extract_text()


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else who lacks it doesn't know what to install."""
    monkeypatch.setitem(sys.modules, "fontpkg_arimo", None)
    with pytest.raises(MissingExtra, match=r"a PDF document needs .*\[pdf\]"):
        document(debate())
    with pytest.raises(UnknownFormat, match="PDF document is no text"):
        argmap.dumps(debate(), "pdf")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext here")
def test_poppler_reads_it_too(tmp_path: Path) -> None:
    """Else what one reader forgives another refuses."""
    path = tmp_path / "x.pdf"
    path.write_bytes(argmap.render(debate("“Ελληνικά”"), "pdf", font_folders=NOWHERE).data)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    assert done.stderr == b""
    assert "“Ελληνικά”" in done.stdout.decode()
