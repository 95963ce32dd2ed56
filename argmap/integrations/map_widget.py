"""The widget that `argmap.widget` makes, with anywidget, which Jupyter, Colab, VS Code and marimo show."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zlib import crc32

import anywidget
import traitlets

from ..drawing import draw
from ..drawing.svg_writer import svg_text
from ..errors import UnknownId
from ..model.map import ArgumentMap

__all__ = ["MapWidget"]


class MapWidget(anywidget.AnyWidget):
    """A map whose claims can be chosen on its picture; see `argmap.widget`."""

    _esm = Path(__file__).with_name("map_widget.js")

    map = traitlets.Instance(ArgumentMap)
    options = traitlets.Dict()
    svg = traitlets.Unicode().tag(sync=True)
    prefix = traitlets.Unicode().tag(sync=True)
    selected = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, map: ArgumentMap, options: dict[str, Any]) -> None:
        self._shown: tuple[str, ...] = ()
        self._named_again: dict[str, str] = {}
        super().__init__(map=map, options=options)

    @traitlets.observe("map", "options")
    def _draw(self, _: object) -> None:
        drawing = draw(self.map, **self.options)
        cards = drawing.view.cards
        self._shown = tuple([card.id for card in cards if not card.of])
        self._named_again = {
            card.id: card.of if card.of in self._shown else "" for card in cards if card.of
        }
        prefix = f"argmap-{crc32(drawing.svg.encode()):08x}"
        with self.hold_sync():
            self.prefix = prefix
            self.svg = svg_text(drawing.scene, prefix=prefix)
        if self.selected not in self._shown:
            self.selected = ""

    @traitlets.validate("selected")
    def _check(self, proposal: Any) -> str:
        id: str = self._named_again.get(proposal["value"], proposal["value"])
        if id and id not in self._shown:
            raise UnknownId(id, self._shown)
        return id
