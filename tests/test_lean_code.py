"""What the build's hook leaves out of the code: only words, no line, and nothing that a user is shown."""

from __future__ import annotations

import ast
import os
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

Lean: TypeAlias = Callable[[Mapping[str, str], list[str], list[str]], dict[str, str]]

BEGINNING = '"""A package."""\n__all__ = ["f"]\nfrom .inside import f\n'
"""A package whose users are shown one function of a module in it."""


@pytest.fixture(scope="module")
def lean() -> Lean:
    """The function that the hook calls."""
    root = Path(__file__).parent.parent
    found: Lean = runpy.run_path(str(root / ".ci/lean_code.py"))["lean"]
    return found


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """The code of argmap itself, by path."""
    root = Path(__file__).parent.parent
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.glob("argmap/**/*.py"))
    }


@pytest.fixture(scope="module")
def packed(lean: Lean, sources: dict[str, str]) -> dict[str, str]:
    """The code of argmap as its wheel has it."""
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))
    settings = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    return lean(sources, settings["public"], settings["spoken"])


class _Doing(ast.NodeTransformer):
    """Takes from a syntax tree what does nothing, and where each part ends."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """Nothing, for a text that stands alone."""
        is_text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if is_text else self.generic_visit(node)

    def visit_Pass(self, node: ast.Pass) -> None:
        """Nothing."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """The node without its end: a function ends with the words in it."""
        if isinstance(node, ast.stmt | ast.ExceptHandler):
            node.end_lineno = node.end_col_offset = None
        return super().generic_visit(node)


def _done(text: str) -> str:
    """All that a module does, and the lines and columns where it does it."""
    return ast.dump(_Doing().visit(ast.parse(text)), include_attributes=True)


@pytest.mark.slow
@pytest.mark.no_cover
def test_the_code_does_the_same_in_the_same_lines(
    sources: dict[str, str], packed: dict[str, str]
) -> None:
    """Else the wheel isn't what was tested, or a traceback leads to the wrong place."""
    assert packed.keys() == sources.keys()
    for path, text in sources.items():
        assert _done(packed[path]) == _done(text), path
        assert packed[path].count("\n") == text.count("\n"), path
        compile(packed[path], path, "exec")


@pytest.mark.slow
@pytest.mark.no_cover
def test_users_are_shown_the_same(packed: dict[str, str], root: Path, tmp_path: Path) -> None:
    """Else ``help``, a command's ``--help`` or a rule of lint has lost what it says."""

    def shown(*places: Path) -> list[str]:
        """All that argmap says of itself, if it is looked for in these places first, by lines."""
        command = [sys.executable, str(root / "tests/tools/all_help.py")]
        path = os.pathsep.join(map(str, places))
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, check=True, timeout=120
        )
        return done.stdout.decode().splitlines()

    for path, text in packed.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    other = [path for path in root.glob("argmap/**/*") if path.is_file() and path.suffix != ".py"]
    for file in other:
        if file.suffix != ".pyc":
            copy = tmp_path / file.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    (of_wheel, of_sources) = (shown(tmp_path), shown(root))
    assert len(of_sources) > 10_000
    assert of_wheel == of_sources


def _inside(lean: Lean, text: str, **other: str) -> str:
    """What becomes of a module whose function ``f`` is public."""
    files = {"p/__init__.py": BEGINNING, "p/inside.py": text}
    files |= {f"p/{name}.py": held for name, held in other.items()}
    packed = lean(files, ["p"], ["p.said*"])
    assert packed["p/__init__.py"] == BEGINNING
    return packed["p/inside.py"]


@pytest.mark.parametrize(
    "text",
    [
        'def f():\n    """Shown."""\n',
        'def f():\n    """Shown,\n\n    in three lines.\n    """\n    return 1\n',
        'if x:\n    def f():\n        """Shown."""\n',
        'async def f():\n    """Shown."""\n',
        'class f:\n    """Shown."""\n    def g(self):\n        """Shown."""\n',
        'class f:\n    x: int = 1\n    """Shown."""\n',
        'class f:\n    class g:\n        """Shown."""\n        def __eq__(self, x):\n            """Shown."""\n',
        'f = 1\n"""Shown."""\n',
        'f: int = 1\n"""Shown."""\n',
        'class B:\n    """Shown."""\n\nclass f(B):\n    pass\n',
        'class _B:\n    """Shown."""\n\nclass f(_B[int]):\n    pass\n',
        'x = "# no comment"\n',
        "x = f(1)  # type: ignore[arg-type]  # f takes more than it says\n",
        "x = f(1)  # noqa: E731 - a reason\n",
        "if x:  # pragma: no branch - a reason\n    pass\n",
        '"""Widths of a font (SIL Open Font License)."""\n',
        "# Copyright of the table's authors\nx = 1\n",
        'def g(): "What stands beside code."\n',
        '"""What stands beside code."""; x = 1\n',
        'x = 1; """What stands beside code."""\n',
        'x = (1, """A value.""")\n',
        "",
    ],
)
def test_what_stays(lean: Lean, text: str) -> None:
    """Else a user or a tool misses it, or the code is another."""
    assert _inside(lean, text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('"""A module."""\n', "\n"),
        ('"""A module.\n\nIn three lines.\n"""\nx = 1\n', "\n\n\n\nx = 1\n"),
        ('def g():\n    """Not listed."""\n', "def g():\n    pass\n"),
        ('def g():\n    """Not listed,\n    é.\n    """\n', "def g():\n    pass\n\n\n"),
        ('def g():\n    """Not listed."""\n    return 1\n', "def g():\n\n    return 1\n"),
        (
            'def g():\n    """é"""  # noqa: D400 - a word\n    return 1\n',
            "def g():\n\n    return 1\n",
        ),
        (
            'class g:\n    """No."""\n    x = 1\n    """No."""\n',
            "class g:\n\n    x = 1\n\n",
        ),
        (
            'class f:\n    def _g(self):\n        """Private."""\n',
            "class f:\n    def _g(self):\n        pass\n",
        ),
        (
            'class f:\n    _x = 1\n    """Private."""\n    _y: int = 1\n    """Private."""\n',
            "class f:\n    _x = 1\n\n    _y: int = 1\n\n",
        ),
        (
            'def f():\n    def g():\n        """In a function."""\n    return g\n',
            "def f():\n    def g():\n        pass\n    return g\n",
        ),
        (
            'try:\n    x = 1\nexcept A:\n    def g():\n        """No."""\n',
            "try:\n    x = 1\nexcept A:\n    def g():\n        pass\n",
        ),
        (
            'match x:\n    case 1:\n        async def g():\n            """No."""\n',
            "match x:\n    case 1:\n        async def g():\n            pass\n",
        ),
        ('x = 1\n"""Not listed."""\n', "x = 1\n\n"),
        ('f = 1\ng = 2\n"""Not listed."""\n', "f = 1\ng = 2\n\n"),
        ("# A comment.\nx = 1  # A comment.\n", "\nx = 1\n"),
        ('x = "#"  # é\n', 'x = "#"\n'),
        ('x = """\n# no comment\n"""  # A comment.', 'x = """\n# no comment\n"""\n'),
        ('x = "\u2028"\ndef g():\n    """No."""\n', 'x = "\u2028"\ndef g():\n    pass\n'),
    ],
)
def test_what_goes(lean: Lean, text: str, left: str) -> None:
    """Else the wheel is larger than it need be, or lines move."""
    assert _inside(lean, text) == left


def test_what_is_shown_is_found_through_other_modules(lean: Lean) -> None:
    """Else a function that is imported under another name has nothing to say, or a base class."""
    files = {
        "p/__init__.py": "__all__ = ['F']\nif TYPE_CHECKING:\n    from .q import G as F\n",
        "p/q/__init__.py": "from ..r import G\n",
        "p/r.py": 'from .s.t import H\nclass G(H):\n    """Shown."""\n',
        "p/s/__init__.py": "",
        "p/s/t.py": 'from p import s, u\nclass H(u):\n    """Shown."""\nclass I:\n    """No."""\n',
    }
    packed = lean(files, ["p"], [])
    assert packed["p/r.py"] == files["p/r.py"]
    assert packed["p/s/t.py"] == files["p/s/t.py"].replace('"""No."""', "pass")


def test_whose_words_are_spoken_keep_them(lean: Lean) -> None:
    """Else a command's help is empty, and the methods that every value has say nothing."""
    text = '"""A module."""\ndef _f():\n    """Spoken."""\n    def g():\n        """No."""\n'
    packed = lean({"p/a.py": text, "p/b.py": text}, [], ["p.a*"])
    assert packed["p/a.py"].splitlines() == ["", *text.splitlines()[1:4], "        pass"]
    assert '"' not in packed["p/b.py"]


def test_a_public_module_must_be_there(lean: Lean) -> None:
    """Else a slip of the pen leaves a whole package without words."""
    with pytest.raises(ValueError, match="there is no module argmpa"):
        lean({"argmap/__init__.py": ""}, ["argmpa"], [])


def test_what_isnt_python_is_refused(lean: Lean) -> None:
    """Else a broken file goes into a wheel."""
    with pytest.raises(SyntaxError):
        lean({"p/a.py": "def f(:\n"}, [], [])


def test_a_difference_would_be_found() -> None:
    """Else the comparison of the whole package passes for any code."""
    assert _done("x = 1\n") != _done("x = 2\n")
    assert _done("\nx = 1\n") != _done("x = 1\n")
    assert _done('def f():\n    """W."""\n') == _done("def f():\n    pass\n")
