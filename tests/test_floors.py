"""The house stands: imports go down the floors, dependencies and dangerous calls have one door each.

The syntax trees of the package are read, so an import counts wherever it stands: within a function,
under ``TYPE_CHECKING``, relative or absolute.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

import argmap

PACKAGE = Path(argmap.__file__).parent

FLOORS = {
    "sphinx": 6,
    "cli": 5,
    "__main__": 5,
    "integrations": 5,
    "comparison": 4,
    "documents": 4,
    "preview": 4,
    "strategies": 4,
    "invariants": 4,
    "drawing": 3,
    "linting": 3,
    "exports": 3,
    "formats": 2,
    "semantics": 2,
    "layout": 2,
    "model": 1,
}
"""The floor of each part; whatever else stands at the top of the package is the ground, 0."""

GROUND = 0
ROOF = "argmap"
FROM_THE_ROOF = frozenset({"__version__"})
"""What any floor may take from the roof: nothing that the roof has from below."""

PACKAGE_DOORS: dict[str, dict[str, str]] = {
    "attrs": {"": "values are attrs classes everywhere"},
    "networkx": {
        "model/graph.py": "a map as a graph",
        "model/from_graph.py": "a graph as a map",
        "model/map.py": "the types of `graph` and `claim_graph`, for the checker alone",
    },
    "pydot": {"dottext.py": "DOT is read and written there"},
    "yaml": {"yamltext.py": "YAML is read there"},
    "rdflib": {"rdftext/parse.py": "RDF is read there, where the extra is"},
    "click": {"cli/": "the command line is a click program"},
    "hypothesis": {
        "strategies/": "the strategies are Hypothesis's",
        "integrations/": "Hypothesis loads it, to be told of the types",
    },
    "pytest": {"integrations/pytest_plugin.py": "pytest loads it"},
    "sphinx": {"integrations/": "Sphinx loads it, for its directive"},
    "docutils": {"integrations/": "a directive is docutils's, and so is what it becomes"},
    "markdown": {"integrations/": "Python-Markdown loads it, for its fences"},
    "watchfiles": {"preview/watch.py": "the one watcher of files, which is an extra"},
    "pysat": {"semantics/solvers.py": "native solvers, which are an extra"},
    "pygraphviz": {"layout/": "an engine that is an extra"},
    "uharfbuzz": {
        "drawing/lettering/": "texts become glyphs there",
        "drawing/outlined.py": "the outlines of glyphs are drawn",
        "drawing/pdf/embedding.py": "fonts are cut down to what is used",
    },
    "anywidget": {"integrations/map_widget.py": "a map as a widget, which is an extra"},
    "traitlets": {"integrations/map_widget.py": "what a widget's parts are"},
    "fontpkg_arimo": {"drawing/lettering/fonts.py": "the font that texts are measured with"},
    "resvg_py": {"drawing/png.py": "an SVG is painted there"},
}
"""Where each package that isn't Python's own may be imported; one that isn't listed, nowhere."""

MODULE_DOORS: dict[str, dict[str, str]] = {
    "json": {
        "jsontext/": "JSON is read with places and written to compare",
        "cli/check.py": "an answer in plain ASCII, which every stream can carry",
        "cli/evaluate.py": "an answer in plain ASCII, which every stream can carry",
        "cli/formats.py": "an answer in plain ASCII, which every stream can carry",
        "cli/fences.py": "an answer in plain ASCII, which every stream can carry",
        "cli/lint_styles.py": "an answer in plain ASCII, which every stream can carry",
        "cli/diff.py": "an answer in plain ASCII, which every stream can carry",
        "cli/pandoc.py": "Pandoc's own document, which goes back as it came",
        "cli/stats.py": "an answer in plain ASCII, which every stream can carry",
        "cli/todo.py": "an answer in plain ASCII, which every stream can carry",
        "installed.py": "pip's own note beside a package, which is no document",
    },
    "xml": {"xmltext/parse.py": "XML is read there, by a parser that is given no entities"},
    "html": {},
    "csv": {},
    "subprocess": {
        "process.py": "a program is run with a time limit, and told of when it is missing"
    },
    "tempfile": {"process.py": "an empty folder for the program to run in"},
    "secrets": {},
    "importlib": {
        "registry.py": "names are loaded when used",
        "__init__.py": "so are the public names",
        "cli/program.py": "a command is loaded when it is run",
        "integrations/hypothesis_types.py": "it waits for the modules whose types it tells of",
        "installed.py": "where argmap itself was installed from",
    },
    "importlib.resources": {
        "formats/native.py": "the schema, which is a file beside it",
        "drawing/web/assets.py": "the script and the style of web pages, which are files beside it",
        "preview/assets.py": "the page around a live preview, in files beside it",
    },
    "random": {
        "layout/linear.py": "other starts for the search, from fixed seeds, so always the same",
    },
    "uuid": {},
    "time": {},
    "datetime": {},
    "locale": {},
    "pickle": {},
    "marshal": {},
    "shelve": {},
    "zipfile": {},
    "tarfile": {},
    "socket": {"preview/server.py": "IPv6, if there is any"},
    "ssl": {},
    "urllib": {"installed.py": "a path as it stands in an address: nothing is opened"},
    "http": {"preview/": "a server for this machine alone, and for its own page"},
    "webbrowser": {"cli/serve.py": "it is opened where that is asked for"},
    "ctypes": {},
}
"""Modules of Python's own that are dangerous, or would give other bytes on another day."""

CALL_DOORS: dict[str, dict[str, str]] = {
    "open": {
        "files.py": "what is read is bounded, what is written is whole",
        "cli/run.py": "the null device, for a stream whose reader is gone",
    },
    "read_text": {
        "installed.py": "pip's own note beside the package",
        "formats/native.py": "the schema",
        "drawing/web/assets.py": "the script and the style of web pages",
        "preview/assets.py": "the page around a live preview",
    },
    "read_bytes": {},
    "write_text": {},
    "write_bytes": {},
    "eval": {},
    "exec": {},
    "__import__": {},
    "system": {},
    "popen": {},
    "urandom": {"files.py": "the name of the new file until it takes the old one's place"},
}
"""Functions and methods by name, whatever they are called on, and where they may be called."""


@frozen
class Named:
    """A line, and the name that is imported (dotted, in full) or called there."""

    line: int
    name: str


def imports(tree: ast.Module, path: Path, package: Path) -> Iterator[Named]:
    """Every import of a file, wherever in it, with relative ones spelled out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Named(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, path, package)
            yield from (Named(node.lineno, f"{base}.{alias.name}") for alias in node.names)


def calls(tree: ast.Module) -> Iterator[Named]:
    """Every call by the last name of what is called: ``open`` for ``path.open()``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield Named(node.lineno, node.func.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield Named(node.lineno, node.func.id)


def _base(node: ast.ImportFrom, path: Path, package: Path) -> str:
    """The module a ``from`` names: ``from ..model import Claim`` in the drawing is argmap.model."""
    if not node.level:
        return node.module or ""
    folders = [ROOF, *path.relative_to(package).parent.parts]
    kept = folders[: len(folders) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def part_of(path: Path, package: Path) -> str:
    """The part of the house a file is in: its folder or, at the top, its own name."""
    first = path.relative_to(package).parts[0]
    return first.removesuffix(".py")


def violations(package: Path) -> list[str]:
    """What breaks the house's rules, as ``file:line: what``, in the files' order."""
    return [
        f"{path.relative_to(package).as_posix()}:{problem}"
        for path in sorted(package.rglob("*.py"))
        for problem in _problems(path, package)
    ]


def _problems(path: Path, package: Path) -> Iterator[str]:
    where = path.relative_to(package).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for found in imports(tree, path, package):
        if found.name == ROOF or found.name.startswith(f"{ROOF}."):
            if where != "__init__.py":
                yield from _floor_problem(found, part_of(path, package), package)
        else:
            yield from _door_problem(found, where)
    for call in calls(tree):
        doors = CALL_DOORS.get(call.name)
        if doors is not None and not _open(doors, where):
            yield f"{call.line}: {call.name}() has its door elsewhere: {_doors(doors)}"


def _floor_problem(found: Named, part: str, package: Path) -> Iterator[str]:
    """What is wrong with an import of the house's own, in a file of ``part``."""
    parts = found.name.split(".")
    name = parts[1] if len(parts) > 1 else ""
    known = (package / name).is_dir() or (package / f"{name}.py").is_file()
    if not name or (not known and name not in FLOORS):
        if name not in FROM_THE_ROOF:
            yield f"{found.line}: imports the roof ({found.name}): name the module it stands in"
        return
    here, there = FLOORS.get(part, GROUND), FLOORS.get(name, GROUND)
    if there > here:
        yield f"{found.line}: {part} (floor {here}) imports {found.name} (floor {there})"
    elif there == here != GROUND and name != part and "__main__" not in (name, part):
        yield f"{found.line}: {part} imports {found.name}, its neighbour on floor {here}"


def _door_problem(found: Named, where: str) -> Iterator[str]:
    """What is wrong with an import of Python's own or of another package's."""
    top = found.name.partition(".")[0]
    if top in sys.stdlib_module_names:
        name = next((name for name in _prefixes(found.name) if name in MODULE_DOORS), top)
        doors = MODULE_DOORS.get(name)
    else:
        name, doors = top, PACKAGE_DOORS.get(top, {})
    if doors is not None and not _open(doors, where):
        yield f"{found.line}: {name} has its door elsewhere: {_doors(doors)}"


def _prefixes(name: str) -> Iterator[str]:
    """A dotted name and those it stands in, the longest first."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def _open(doors: dict[str, str], where: str) -> bool:
    return any(
        where == door or (door.endswith("/") and where.startswith(door)) or not door
        for door in doors
    )


def _doors(doors: dict[str, str]) -> str:
    return ", ".join(doors) or "it has none; give it one, with its reason, in tests/test_floors.py"


@pytest.mark.no_cover
def test_imports_go_down_and_through_the_doors() -> None:
    """Else a lower floor knows a higher one, or a dependency can't be replaced in one place."""
    found = violations(PACKAGE)
    assert not found, "\n".join(found)


def test_every_part_of_the_house_has_a_floor() -> None:
    """Else a new folder would stand on the ground, where nothing may be imported, by accident."""
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    grounded = {"frameworktext", "jsontext", "rdftext", "xmltext"}
    assert folders - grounded <= FLOORS.keys()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("model/bad.py", "from ..drawing import draw", "model (floor 1) imports argmap.drawing"),
        ("model/bad.py", "from .. import cli", "model (floor 1) imports argmap.cli"),
        ("model/bad.py", "import argmap.formats.format", "imports argmap.formats.format (floor 2)"),
        (
            "model/bad.py",
            "def f() -> None:\n    from ..linting import x",
            "bad.py:2: model (floor 1)",
        ),
        ("bad.py", "if TYPE_CHECKING:\n    from .model import Claim", "bad (floor 0) imports"),
        (
            "layout/a/bad.py",
            "from ...model import Claim\nfrom ...formats import x",
            "its neighbour",
        ),
        ("formats/bad.py", "from argmap.semantics.grounded import x", "its neighbour on floor 2"),
        ("strategies/bad.py", "from ..cli.run import run", "strategies (floor 4) imports"),
        ("drawing/bad.py", "from argmap import Draft", "imports the roof (argmap.Draft)"),
        ("drawing/bad.py", "import argmap", "imports the roof (argmap)"),
        ("drawing/bad.py", "import networkx.algorithms", "networkx has its door elsewhere"),
        ("formats/bad.py", "from pydot import Dot", "pydot has its door elsewhere: dottext.py"),
        ("drawing/bad.py", "import click", "click has its door elsewhere: cli/"),
        ("formats/bad.py", "import yaml", "yaml has its door elsewhere: yamltext.py"),
        ("formats/bad.py", "import numpy", "numpy has its door elsewhere: it has none"),
        ("layout/bad.py", "from subprocess import run", "subprocess has its door elsewhere"),
        ("formats/bad.py", "from xml.etree import ElementTree", "xml has its door elsewhere"),
        ("formats/bad.py", "import json", "json has its door elsewhere: jsontext/"),
        ("drawing/bad.py", "import random", "random has its door elsewhere"),
        ("drawing/bad.py", "x = open('a')", "open() has its door elsewhere: files.py"),
        ("drawing/bad.py", "x = Path('a').open()", "open() has its door elsewhere: files.py"),
        ("drawing/bad.py", "x = Path('a').read_text()", "read_text() has its door elsewhere"),
        ("formats/bad.py", "x = eval('1')", "eval() has its door elsewhere"),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, file: str, text: str, said: str) -> None:
    """Else the test above passes for whatever is written."""
    found = violations(_house(tmp_path, file, text))
    assert len(found) == 1
    assert found[0].startswith(f"{file}:")
    assert said in found[0]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("drawing/good.py", "from ..formats.format import Format\nfrom .theme import Theme"),
        ("drawing/text/good.py", "from ...model import Claim\nfrom .. import theme"),
        ("cli/good.py", "from .. import __version__\nimport click"),
        ("layout/a/good.py", "from ..diagram import Diagram\nfrom attrs import frozen\nimport re"),
        ("model/good.py", "from .claim import Claim\nfrom . import link\nfrom ..errors import x"),
        ("jsontext/good.py", "import json\nfrom ..source import Span"),
        ("__main__.py", "from .cli import main"),
    ],
)
def test_what_is_allowed_is_let_pass(tmp_path: Path, file: str, text: str) -> None:
    """Else the rules forbid what the design asks for."""
    assert violations(_house(tmp_path, file, text)) == []


def _house(folder: Path, file: str, text: str) -> Path:
    """An empty house with one file in it."""
    package = folder / "argmap"
    for part in (*FLOORS, "errors", "source", str(Path(file).parent)):
        (package / part).mkdir(parents=True, exist_ok=True)
    (package / file).write_text(f"{text}\n", encoding="utf-8")
    return package
