"""Pages as a document, and the format that the command line and `argmap.write` know."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, Literal

from attrs import evolve

from ... import __version__
from ...formats.format import Format, Rendering
from ...model.map import ArgumentMap
from ...pause import no_garbage
from ..by_day import lettering, scenes
from ..ground import grounded
from ..lettering import Lettering
from ..missing import missing_glyphs
from ..paper import Paper
from ..scene import Scene
from ..theme import Theme
from .content import Box, Page, Pen
from .embedding import Embedding
from .images import Images
from .objects import Objects, text
from .tags import Tags

__all__ = ["PDF", "pdf", "write_pdf"]

POINTS = 0.75
"""How many points a CSS pixel is wide: 72 to the inch over 96."""

LARGEST_PAGE = 14_400
"""The longest side of a page in its own units (annex C.2); a larger page has a larger unit."""


def write_pdf(
    map: ArgumentMap,
    *,
    page: Paper | str | None = None,
    background: str | None = None,
    theme: Theme | str = "auto",
    scale: float | Literal["fit"] = 1.0,
    font_folders: Sequence[str] | None = None,
    **options: Any,
) -> Rendering:
    """The PDF of a map; ``options`` are those of `draw`, or with a ``page`` those of `argmap.draw_pages`.

    With a ``page`` there are as many pages of that size as it needs, else one as large as the drawing.
    ``background`` is ``#rrggbb`` or ``transparent``. Fonts that the system has for other scripts than Latin, Greek,
    Cyrillic and Hebrew are looked for below ``font_folders``, if given. Raises `MissingExtra` without ``argmap[pdf]``.
    """
    with no_garbage():
        drawn, otherwise = scenes(
            map, page=page, background=background, theme=theme, scale=scale, options=options
        )
        document = pdf(drawn, background=background, font_folders=font_folders)
        return evolve(document, losses=(*otherwise, *document.losses))


def pdf(
    scenes: Sequence[Scene],
    *,
    background: str | None = None,
    font_folders: Sequence[str] | None = None,
) -> Rendering:
    """The PDF of scenes, a page for each; raises as `write_pdf` does."""
    letters = lettering(scenes[0], font_folders, what="a PDF document", extra="pdf")
    data = _document([grounded(scene, background) for scene in scenes], letters)
    return Rendering(data, missing_glyphs(letters), "pdf")


def _document(scenes: Sequence[Scene], lettering: Lettering) -> bytes:
    objects, embedding, images, tags = Objects(), Embedding(), Images(), Tags()
    pen = Pen(lettering, embedding, images, tags)
    above, resources = objects.new(), objects.new()
    numbers: list[int] = []
    claims: list[_Claim] = []
    for scene in scenes:
        number = objects.new()
        tags.begin_page(number)
        unit, turn, matrix = _measures(scene)
        drawn = pen.page(scene, scene.items, turn)
        objects.put(
            number, _page(scene, drawn, objects, len(numbers), above, resources, unit, matrix)
        )
        claims += [(label, number, _at(box, matrix)) for label, box in drawn.places]
        numbers.append(number)
    kids = " ".join([f"{number} 0 R" for number in numbers])
    objects.put(above, f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>")
    fonts, pictures = embedding.resources(objects), images.resources(objects)
    objects.put(resources, f"<< /Font {fonts} /XObject {pictures} >>")
    return _whole(scenes[0], objects, tags, above, _outline(objects, claims))


_Matrix = tuple[float, float]
"""How many units a pixel of the scene is wide, and how high the page is, in units."""


def _measures(scene: Scene) -> tuple[float, str, _Matrix]:
    """How many points a unit of the page is, the matrix to its units, and that in numbers."""
    high = max(scene.width, scene.height) * scene.scale * POINTS
    unit = float(max(1, ceil(high / LARGEST_PAGE)))
    factor = scene.scale * POINTS / unit
    height = scene.height * factor
    return unit, f"{factor:.6f} 0 0 {-factor:.6f} 0 {height:.4f}", (factor, height)


def _at(box: Box, matrix: _Matrix) -> tuple[float, float, float, float]:
    """A place on the page in its units, y up: left, bottom, right, top."""
    factor, height = matrix
    left, top, right, bottom = [side * factor for side in box]
    return left, height - bottom, right, height - top


def _page(
    scene: Scene,
    drawn: Page,
    objects: Objects,
    number: int,
    above: int,
    resources: int,
    unit: float,
    matrix: _Matrix,
) -> str:
    content = objects.stream(drawn.operators)
    links = [objects.add(_link(url, _at(box, matrix))) for url, box in drawn.links]
    annotations = " ".join([f"{link} 0 R" for link in links])
    width = scene.width * matrix[0]
    larger = f" /UserUnit {unit:g}" if unit != 1 else ""
    return (
        f"<< /Type /Page /Parent {above} 0 R /Resources {resources} 0 R /Contents {content} 0 R "
        f"/MediaBox [0 0 {width:.4f} {matrix[1]:.4f}]{larger} /StructParents {number} /Tabs /S"
        f"{f' /Annots [{annotations}]' if links else ''} >>"
    )


def _link(url: str, place: tuple[float, float, float, float]) -> str:
    corners = " ".join([f"{side:.2f}" for side in place])
    plain = "".join([chr(byte) if byte < 128 else f"%{byte:02X}" for byte in url.encode()])
    address = plain.encode().hex().upper()
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] /F 4 "
        f"/Contents {text(url)} /A << /S /URI /URI <{address}> >> >>"
    )


_Claim = tuple[str, int, tuple[float, float, float, float]]
"""What a claim is called, its page's number among the objects, and where it stands."""


def _outline(objects: Objects, claims: Sequence[_Claim]) -> int | None:
    """The number of the list of claims, to go from one to another; None where there are none."""
    if not claims:
        return None
    top = objects.new()
    first = objects.new()
    numbers = [first, *[objects.new() for _ in claims[1:]]]
    for at, (label, page, (left, _, _, high)) in enumerate(claims):
        before = f" /Prev {numbers[at - 1]} 0 R" if at else ""
        after = f" /Next {numbers[at + 1]} 0 R" if at + 1 < len(numbers) else ""
        objects.put(
            numbers[at],
            f"<< /Title {text(label)} /Parent {top} 0 R{before}{after} "
            f"/Dest [{page} 0 R /XYZ {max(left - 12, 0):.2f} {high + 12:.2f} 0] >>",
        )
    objects.put(
        top,
        f"<< /Type /Outlines /First {first} 0 R /Last {numbers[-1]} 0 R /Count {-len(numbers)} >>",
    )
    return top


def _whole(scene: Scene, objects: Objects, tags: Tags, pages: int, outline: int | None) -> bytes:
    """The document of what has been put among the ``objects``."""
    info = objects.add(
        f"<< /Title {text(scene.title or 'Argument map')} /Subject {text(scene.description)} "
        f"/Producer {text(f'argmap {__version__}')} >>"
    )
    language = f" /Lang {text(scene.language)}" if scene.language else ""
    listed = f" /Outlines {outline} 0 R" if outline is not None else ""
    root = objects.add(
        f"<< /Type /Catalog /Pages {pages} 0 R{language}{listed} /MarkInfo << /Marked true >> "
        f"/StructTreeRoot {tags.put(objects)} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"
    )
    return objects.document(root, info)


PDF = Format(
    name="pdf",
    title="PDF document",
    suffixes=(".pdf",),
    write=write_pdf,
    picture=True,
    binary=True,
    cannot_say=(
        "a picture: other wordings, tags, quotations, free data, critical questions, and characters that "
        "no font at hand has; it needs `argmap[pdf]`"
    ),
)
