"""Every example runs: those of the README, the documentation, the docstrings, and ``examples/``."""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

import argmap

PACKAGE = Path(argmap.__file__).parent
ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
FLAGS = doctest.ELLIPSIS

FENCE = re.compile(r"^( *)(`{3,}|~{3,})(.*)\n((?:.*\n)*?)\1\2", re.MULTILINE)
RUN = frozenset({"console", "python", "sh"})
SHOWN = frozenset(
    {"argdown", "dot", "html", "json", "markdown", "mermaid", "text", "toml", "xml", "yaml"}
)
INSTALLS = re.compile(r"#|\. |source |(python3? -m )?(pip|pytest|venv) ")
"""What a block of ``sh`` may hold that isn't run here; ``.ci/run`` runs the README's."""


def shell(command: str) -> tuple[int, str]:
    """The exit code of a command, with argmap's own first on the PATH, and all it says."""
    scripts = Path(sys.executable).parent
    done = subprocess.run(
        command,
        shell=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"},
        check=False,
    )
    return done.returncode, "\n".join([line.rstrip() for line in done.stdout.splitlines()])


def run_script(example: Example) -> None:
    """Run the lines of a block, one after the other, but for those that install; each must succeed."""
    for line in example.parsed.splitlines():
        if not INSTALLS.match(line):
            code, said = shell(line)
            assert code == 0, f"{example.path}:{example.line}: {line}\n{said}\n(exit code {code})"


def run_console(example: Example) -> None:
    """Run what stands behind each ``$`` and hold what it says to what the document says."""
    for session in re.split(r"^\$ ", example.parsed, flags=re.MULTILINE)[1:]:
        command, _, expected = session.partition("\n")
        code, said = shell(command)
        right = doctest.OutputChecker().check_output(expected.strip(), said.strip(), FLAGS)
        assert right, f"{example.path}:{example.line}: $ {command}\n{said}\n(exit code {code})"


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("console", run_console),
        CodeBlockParser("sh", run_script),
    ],
    path=str(ROOT),
)


def told(path: Path) -> str:
    """A file as the project calls it."""
    return path.relative_to(ROOT).as_posix()


def modules() -> list[str]:
    """The dotted names of the package's modules that have examples."""
    names = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if ">>> " in path.read_text(encoding="utf-8"):
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            names.append(".".join(parts).removesuffix(".__init__"))
    return names


@pytest.fixture
def beside_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder that has ``examples/`` in it, as the project has, and may be written to."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside_the_examples")
@pytest.mark.parametrize("document", DOCUMENTS, ids=told)
def test_every_example_of_a_document_runs(document: Path) -> None:
    """Else a reader copies what doesn't work."""
    for example in SYBIL.parse(document).examples():
        example.evaluate()


@pytest.mark.parametrize("document", DOCUMENTS, ids=told)
def test_no_example_of_a_document_is_left_out(document: Path) -> None:
    """Else a block of code that nobody runs looks like one that works."""
    for _, _, info, _ in FENCE.findall(document.read_text(encoding="utf-8")):
        language = info.strip()
        if not language.startswith("{"):
            assert language in RUN | SHOWN, f"a block of {language or 'no language'}"


@pytest.mark.parametrize("name", modules())
def test_every_example_of_a_docstring_runs(name: str) -> None:
    """Else the docstring tells of a past that is gone."""
    said: list[str] = []
    module = import_module(name)
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    examples = [each for each in doctest.DocTestFinder().find(module, name) if each.examples]
    assert examples, "a prompt that no docstring holds"
    for each in examples:
        runner.run(each, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("example", EXAMPLES, ids=told)
def test_every_example_file_runs(example: Path, tmp_path: Path) -> None:
    """Else ``examples/`` shows what doesn't work, or a file or picture that it doesn't write."""
    runpy.run_path(str(example))["main"](tmp_path)
    written = sorted(tmp_path.iterdir())
    assert written
    for file in written:
        for kept in (example.with_name(file.name), ROOT / "docs/gallery" / file.name):
            if kept.exists():
                assert kept.read_bytes() == file.read_bytes(), f"{told(kept)} isn't what it writes"


def test_a_block_that_is_wrong_is_found(tmp_path: Path) -> None:
    """Else the tests above pass for whatever is written."""
    for block in ("python\n1 / 0", "python\n>>> 1 + 1\n3", "console\n$ echo one\ntwo", "sh\nfalse"):
        document = tmp_path / "wrong.md"
        document.write_text(f"# Wrong\n\n```{block}\n```\n", encoding="utf-8")
        (example,) = SYBIL.parse(document).examples()
        with pytest.raises((ZeroDivisionError, AssertionError)):
            example.evaluate()
