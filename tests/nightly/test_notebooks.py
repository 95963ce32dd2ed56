"""A whole notebook is run by Jupyter's own client: what its cells show is in the file."""

from __future__ import annotations

from typing import Any

import pytest

nbclient = pytest.importorskip("nbclient", reason="there is no nbclient here")
pytest.importorskip("ipykernel", reason="there is no kernel for notebooks here")
nbformat = pytest.importorskip("nbformat")

CELLS = (
    (
        "import argmap\n"
        "draft = argmap.Draft('Votes')\n"
        "vote = draft.claim('Votes at sixteen.', id='vote')\n"
        "draft.rebut(vote, by=draft.claim('They are too young.'))\n"
        "map = draft.map()\n"
        "map"
    ),
    "argmap.evaluate(map, 'grounded')",
    "shown = argmap.widget(map)\nshown.selected = 'vote'\nshown",
    "shown.selected",
)


@pytest.mark.filterwarnings("ignore")
def test_a_notebook_shows_a_map_its_verdicts_and_a_widget() -> None:
    """Else the display protocol is kept in our tests, and in no notebook."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3").execute()
    map, verdicts, widget, chosen = [_result(cell) for cell in book.cells]
    assert set(map) == {"text/plain", "text/html", "image/svg+xml"}
    assert "Votes at sixteen." in map["image/svg+xml"]
    assert "rejected" in verdicts["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in widget
    assert chosen["text/plain"] == "'vote'"


def _result(cell: Any) -> dict[str, str]:
    """What the last line of a cell showed."""
    (output,) = [each for each in cell.outputs if each.output_type == "execute_result"]
    return dict(output.data)
