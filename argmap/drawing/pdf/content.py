"""The shapes of a scene in the operators of a page (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ...values import NamedTuple
from ..lettering import Glyph, Lettering, Run
from ..markup import number, safe_url
from ..scene import Anchor, Group, Item, Move, Path, Rect, Scene, Text, Words
from .embedding import Embedding
from .images import Images
from .objects import text as string
from .tags import Tags

__all__ = ["Box", "Page", "Pen"]

_ROUND = 0.5523
"""How far the handles of a curve that is nearly a quarter of a circle reach, in radiuses."""


class Box(NamedTuple):
    """A place on the page: left, top, right, bottom, in px of the scene, y down."""

    left: float
    top: float
    right: float
    bottom: float


@frozen
class Page:
    """What is drawn of a scene: its operators, where addresses lead from, and where claims stand."""

    operators: bytes
    links: tuple[tuple[str, Box], ...]
    places: tuple[tuple[str, Box], ...]


class _Frame(NamedTuple):
    """How what is drawn now is moved and zoomed, whether it is read aloud, and the address it leads to."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0
    aloud: bool = True
    url: str = ""

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A place in the page's own measure."""
        x, y, zoom, *_ = self
        return Box(x + left * zoom, y + top * zoom, x + right * zoom, y + bottom * zoom)


class Pen:
    """What turns shapes into operators, with the fonts, images and tags of a whole document."""

    def __init__(
        self, lettering: Lettering, embedding: Embedding, images: Images, tags: Tags
    ) -> None:
        self._lettering, self._embedding, self._images = lettering, embedding, images
        self._tags = tags
        self._colours: dict[str, str] = {}
        self._drawn: list[str] = []
        self._links: list[tuple[str, Box]] = []
        self._places: list[tuple[str, Box]] = []
        self._artifact = False
        self._heads = True

    def page(self, scene: Scene, items: tuple[Item, ...], turn: str) -> Page:
        """A scene drawn; ``turn`` is the matrix from its pixels to the page's points."""
        self._colours = scene.theme.palette.named()
        self._drawn, self._links, self._places = [f"{turn} cm 4 M"], [], []
        self._heads = True
        for item in items:
            self._draw(item, _Frame())
        self._aloud()
        operators = "\n".join(self._drawn).encode("latin-1")
        return Page(operators, tuple(self._links), tuple(self._places))

    def _draw(self, item: Item, frame: _Frame) -> None:
        """Add the operators of an item; groups nest as deep as the scene does, which is shallow."""
        if isinstance(item, Group):
            self._group(item, frame)
        elif isinstance(item, Anchor):
            for inner in item.items:
                self._draw(inner, frame._replace(url=safe_url(item.url) or ""))
        elif isinstance(item, Text):
            self._text(item, frame)
        else:
            self._decoration()
            self._shape(item)

    def _group(self, group: Group, frame: _Frame) -> None:
        (right, down), zoom = group.moved, group.zoom
        inner = frame._replace(
            x=frame.x + right * frame.zoom,
            y=frame.y + down * frame.zoom,
            zoom=frame.zoom * zoom,
            aloud=frame.aloud and not group.hidden,
        )
        moved = group.moved != (0.0, 0.0) or zoom != 1
        section = group.role == "listitem" and inner.aloud
        if moved:
            self._aloud()
            self._drawn.append(f"q {zoom:.6f} 0 0 {zoom:.6f} {number(right)} {number(down)} cm")
        if section:
            self._tags.begin_section(group.label)
            self._place(group, inner)
        for each in group.items:
            self._draw(each, inner)
        if section:
            self._tags.end_section()
        if moved:
            self._aloud()
            self._drawn.append("Q")

    def _place(self, group: Group, frame: _Frame) -> None:
        card = next((each for each in group.items if isinstance(each, Rect)), None)
        if card is not None:
            box = frame.box(card.x, card.y, card.x + card.width, card.y + card.height)
            self._places.append((group.label, box))

    def _decoration(self) -> None:
        """What comes isn't read aloud (14.8.2.2)."""
        if not self._artifact:
            self._drawn.append("/Artifact BMC")
            self._artifact = True

    def _aloud(self) -> None:
        """What isn't read aloud ends."""
        if self._artifact:
            self._drawn.append("EMC")
            self._artifact = False

    def _shape(self, shape: Rect | Path) -> None:
        outline = _rounded(shape) if isinstance(shape, Rect) else _moves(shape.moves)
        paint = []
        if shape.stroke is not None:
            dash = " ".join(map(number, shape.dash))
            paint = [f"{self._colour(shape.stroke)} RG {number(shape.line)} w [{dash}] 0 d"]
        if shape.fill is not None:
            paint.append(f"{self._colour(shape.fill)} rg")
        act = {(True, True): "B", (True, False): "f", (False, True): "S"}
        done = act.get((shape.fill is not None, shape.stroke is not None), "n")
        self._drawn.append(" ".join([*paint, outline, done]))

    def _colour(self, name: str) -> str:
        code = self._colours.get(name, name)
        return " ".join([number(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5)])

    def _text(self, text: Text, frame: _Frame) -> None:
        if frame.aloud:
            self._aloud()
            kind = "H1" if self._heads else "P"
            self._drawn.append(f"/{kind} << /MCID {self._tags.paragraph(kind)} >> BDC")
            self._heads = False
        else:
            self._decoration()
        self._drawn.append(f"{self._colour(text.fill)} rg")
        for words in text.lines:
            self._line(words, text, frame)
        if frame.aloud:
            self._drawn.append("EMC")

    def _line(self, words: Words, text: Text, frame: _Frame) -> None:
        shaped = self._lettering.line(words.text, bold=text.bold, rtl=text.rtl)
        natural = shaped.width * text.size
        width = words.width or natural
        held = width / natural if natural else 1.0
        x = left = words.x - width if text.rtl else words.x
        for run in shaped.runs:
            if run.font.coloured:
                self._pictures(run, x, words.y, text.size, held)
            else:
                self._run(run, x, words.y, text.size, held)
            x += sum([glyph.advance for glyph in run.glyphs]) * text.size * held
        if frame.url:
            box = frame.box(left, words.y - text.size, left + width, words.y + 0.3 * text.size)
            self._links.append((frame.url, box))

    def _run(self, run: Run, x: float, y: float, size: float, held: float) -> None:
        """The glyphs of a run, each where it belongs; `TJ` moves back by thousandths of an em."""
        told: list[str] = []
        font, raised, owed = "", 0.0, 0.0
        shown: list[str] = []

        def show() -> None:
            told.append(f"[{''.join(shown)}] TJ")
            shown.clear()

        for glyph in run.glyphs:
            font, code = self._embedding.code(run.font, glyph)
            if glyph.up != raised:
                show()
                told.append(f"{glyph.up:.4f} Ts")
                raised = glyph.up
            before = round(1000 * (owed - glyph.right), 1)
            if before:
                shown.append(f"{before:g}")
            shown.append(f"<{code:04X}>")
            own = run.font.font.get_glyph_h_advance(glyph.id) / run.font.em
            owed = own - glyph.advance + glyph.right
        show()
        if raised:
            told.append("0 Ts")
        place = f"{size * held:.5f} 0 0 {-size:.5f} {x:.4f} {y:.4f} Tm"
        drawn = f"BT /{font} 1 Tf {place} {' '.join(told)} ET".replace("><", "")
        self._drawn.append(f"{_said(run)} {drawn} EMC" if _needs_saying(run) else drawn)

    def _pictures(self, run: Run, x: float, y: float, size: float, held: float) -> None:
        """Emoji as images, each over the text that it stands for."""
        pen = x
        for glyph in run.glyphs:
            found = self._images.of(run.font, glyph.id)
            if found:
                called, box = found
                unit = size / run.font.em
                left, top = pen + box.x_bearing * unit * held, y - box.y_bearing * unit
                wide, high = box.width * unit * held, -box.height * unit
                at = f"{wide:.4f} 0 0 {-high:.4f} {left:.4f} {top + high:.4f} cm"
                self._drawn.append(f"q {at} /{called} Do Q")
                self._unseen(glyph, pen, y, size)
            else:
                self._lettering.missing.update(dict.fromkeys(filter(None, [glyph.text])))
            pen += glyph.advance * size * held

    def _unseen(self, glyph: Glyph, x: float, y: float, size: float) -> None:
        """What a picture stands for, as text that is found but not painted."""
        first = self._lettering.first
        font, code = self._embedding.code(first, glyph._replace(id=0))
        place = f"{size:.5f} 0 0 {-size:.5f} {x:.4f} {y:.4f} Tm"
        self._drawn.append(f"BT /{font} 1 Tf 3 Tr {place} <{code:04X}> Tj 0 Tr ET")


def _needs_saying(run: Run) -> bool:
    """Whether its glyphs one by one don't tell a run's text; what is read from the right readers turn round themselves."""
    return not run.rtl and any(not glyph.text for glyph in run.glyphs)


def _said(run: Run) -> str:
    """The mark of a run that has its text (14.9.4)."""
    return f"/Span << /ActualText {string(''.join([glyph.text for glyph in run.glyphs]))} >> BDC"


def _rounded(rect: Rect) -> str:
    x, y, width, height = rect[:4]
    radius = min(rect.radius, width / 2, height / 2)
    if radius <= 0:
        return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
    right, low, k = x + width, y + height, radius * (1 - _ROUND)
    moves: tuple[Move, ...] = (
        ("M", (x + radius, y)),
        ("L", (right - radius, y)),
        ("C", (right - k, y, right, y + k, right, y + radius)),
        ("L", (right, low - radius)),
        ("C", (right, low - k, right - k, low, right - radius, low)),
        ("L", (x + radius, low)),
        ("C", (x + k, low, x, low - k, x, low - radius)),
        ("L", (x, y + radius)),
        ("C", (x, y + k, x + k, y, x + radius, y)),
        ("Z", ()),
    )
    return _moves(moves)


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _moves(moves: Iterable[Move]) -> str:
    return " ".join([" ".join([*map(number, at), _OPERATORS[command]]) for command, at in moves])
