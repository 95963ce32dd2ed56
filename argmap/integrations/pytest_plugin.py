"""What pytest gets with argmap: example maps as fixtures, and failing tests that show their maps.

pytest loads this file wherever argmap is installed, so it imports nothing of argmap until a test needs it. ``-p no:argmap`` turns
all of it off.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ..model import ArgumentMap

__all__ = [
    "argument_map",
    "argument_maps",
    "pytest_addoption",
    "pytest_generate_tests",
    "pytest_runtest_makereport",
]

_FOLDER = ".argmap-failures"
_MOST_SHOWN = 4
_MOST_DRAWN = 300
"""The most claims of a map that is drawn: a picture of more helps nobody, and takes its time."""

_UNNAMED = re.compile(r"[^\w.-]+")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--argmap-pictures FOLDER`` and the setting ``argmap_pictures``: where pictures of failures go."""
    words = f"folder for SVG pictures of the maps in failing tests; '' for none (usually {_FOLDER})"
    parser.getgroup("argmap").addoption("--argmap-pictures", metavar="FOLDER", help=words)
    parser.addini("argmap_pictures", words, default=_FOLDER)


@pytest.fixture(scope="session")
def argument_maps() -> Mapping[str, ArgumentMap]:
    """The example maps by name: empty, reasons, linked, undercut, circle, debate, everything, hostile."""
    from .example_maps import EXAMPLES, example_map

    return {name: example_map(name) for name in EXAMPLES}


@pytest.fixture
def argument_map(request: pytest.FixtureRequest, argument_maps: Any) -> ArgumentMap:
    """An example map; a test that takes it runs once for each."""
    made: ArgumentMap = argument_maps[request.param]
    return made


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `argument_map` with each example, unless it says itself with which."""
    marks = [str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize")]
    if "argument_map" in metafunc.fixturenames and not any("argument_map" in m for m in marks):
        from .example_maps import EXAMPLES

        metafunc.parametrize("argument_map", list(EXAMPLES), indirect=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Add to the report of a failure the outline of each map in it, and write its picture."""
    report = yield
    if report.failed and call.excinfo is not None and "argmap.model.map" in sys.modules:
        for name, map in _maps(item, call.excinfo.value):
            report.sections.append((f"argument map {name}", _told(map)))
            if picture := _picture(item, name, map):
                report.sections.append((f"picture of {name}", picture))
    return report


def _maps(item: pytest.Item, error: BaseException) -> list[tuple[str, ArgumentMap]]:
    """The maps that a failing test has, each once, by the names it has for them."""
    from ..model import ArgumentMap, Draft

    found: dict[ArgumentMap, str] = {}
    for name, value in _values(item, error):
        map = value.map() if isinstance(value, Draft) else value
        if isinstance(map, ArgumentMap) and len(found) < _MOST_SHOWN:
            found.setdefault(map, name)
    return [(name, map) for map, name in found.items()]


def _values(item: pytest.Item, error: BaseException) -> Iterator[tuple[str, Any]]:
    """What is in the locals of the test's own file, innermost last call first, then the fixtures it was given."""
    errors = [error]
    for each in errors:  # it grows: an error may be a group of others
        errors += getattr(each, "exceptions", ())
        frames = []
        step = each.__traceback__
        while step is not None:
            if Path(step.tb_frame.f_code.co_filename) == item.path:
                frames.append(step.tb_frame)
            step = step.tb_next
        for frame in reversed(frames):
            for name, value in frame.f_locals.items():
                yield name, value
                yield f"{name}.draft", getattr(value, "__dict__", {}).get("draft")
    yield from getattr(item, "funcargs", {}).items()


def _told(map: ArgumentMap) -> str:
    """The map as an outline, and as the code that makes it again."""
    from ..model.code import code
    from ..registry import FORMATS

    outline: str = FORMATS.get("outline").write(map).text
    return f"{outline.strip()}\n\n{code(map)}" if map.claims else code(map)


def _picture(item: pytest.Item, name: str, map: ArgumentMap) -> str:
    """Where the picture of a map was written, or why it wasn't; nothing where none is wanted."""
    chosen = item.config.getoption("--argmap-pictures")
    folder = item.config.getini("argmap_pictures") if chosen is None else chosen
    if not folder or len(map.claims) > _MOST_DRAWN:
        return ""
    from ..drawing import draw
    from ..files import write_atomic

    place = item.config.rootpath / folder
    file = place / f"{_UNNAMED.sub('-', f'{item.nodeid}-{name}')[-120:]}.svg"
    try:
        place.mkdir(parents=True, exist_ok=True)
        write_atomic(place / ".gitignore", b"*\n")
        write_atomic(file, draw(map).svg.encode())
    except Exception as error:  # the failure that is being told must not be hidden by another
        return f"not drawn: {type(error).__name__}: {error}"
    return str(file)
