"""What other programs' own diagrams show of a map.

None of them is a dependency: ``npm install @terrastruct/d2 mermaid`` anywhere, and ``ARGMAP_D2``, ``ARGMAP_MERMAID`` and
``ARGMAP_PLANTUML`` name what `tests.tools.diagrams` takes.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

import argmap
from tests.tools.diagrams import HOSTILE, READERS, ROOT, differences, expected, hostile, maps

_PROGRAMS = {"d2": "node", "mermaid": "chromium", "plantuml": "java"}


@pytest.mark.slow
@pytest.mark.parametrize("language", READERS)
def test_a_diagram_shows_what_the_map_says(language: str) -> None:
    """The language's own program would refuse the text, obey a claim, or show another."""
    where = os.environ.get(f"ARGMAP_{language.upper()}", "")
    if not where or shutil.which(_PROGRAMS[language]) is None:
        pytest.skip(f"ARGMAP_{language.upper()} names no {language}, or no {_PROGRAMS[language]}")
    debate = argmap.read(ROOT / "examples/co_op_debate.json")
    every = {"debate": debate, "hostile": hostile()}
    texts = {name: argmap.dumps(map, language) for name, map in every.items()}
    told = READERS[language](Path(where), texts)
    for name, map in every.items():
        assert differences(map, told[name], language) == []


def shown(map: argmap.ArgumentMap, language: str) -> dict[str, Any]:
    """What a program that shows all as it is would show."""
    boxes, lines = expected(map, language)
    if language == "plantuml":
        return {"words": "".join(boxes)}
    return {"shapes": list(boxes.elements()), "lines": list(lines.elements())}


@pytest.mark.parametrize("language", READERS)
def test_a_difference_is_told(language: str) -> None:
    """The tool would say that all is well, whatever is shown."""
    map = hostile()
    whole = shown(map, language)
    assert differences(map, whole, language) == []
    name = "words" if language == "plantuml" else "shapes"
    if language == "plantuml":
        changed: Any = whole["words"].replace("javascript", "")
    else:
        changed = [text for text in whole["shapes"] if text != HOSTILE[1]]
    (first, *_) = differences(map, {**whole, name: changed}, language)
    assert first.startswith("isn't shown: ")
    assert differences(map, {"error": "no"}, language) == ["no"]
    if language != "plantuml":
        more = {**whole, "shapes": [*whole["shapes"], "more"]}
        assert differences(map, more, language) == ["is shown besides: 'more'"]
        fewer = {**whole, "lines": whole["lines"][1:]}
        assert differences(map, fewer, language)[0].startswith("lines say ")


@pytest.mark.slow
def test_every_example_is_tried() -> None:
    """The maps of the gallery would be left out in silence."""
    names = [name for name, _ in maps()]
    assert {"co_op_debate.json", "trolley.argdown", "hostile texts"} <= set(names)
    scripts = {name.split(" ")[0] for name in names if ".py " in name}
    assert len(scripts) >= 13
