"""Making the mutants, and which tests are tried on one: those of the files that mirror its module."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["arguments", "changed", "made", "mirrors", "module_of"]

TESTS = {
    "model": (
        "tests/model",
        "tests/invariants/test_of_maps.py",
        "tests/adversarial/test_i_model.py",
        "tests/strategies/test_printing.py",
    ),
    "jsontext": ("tests/jsontext", "tests/adversarial/test_b_json.py"),
    "xmltext": ("tests/xmltext", "tests/adversarial/test_c_xml.py"),
    "rdftext": ("tests/rdftext", "tests/formats/test_aif_rdf.py"),
    "frameworktext": ("tests/frameworktext", "tests/adversarial/test_e_field.py"),
    "yamltext": (
        "tests/test_yamltext.py",
        "tests/test_yamlwrite.py",
        "tests/adversarial/test_d_argdown.py",
    ),
    "encoding": ("tests/xmltext", "tests/test_source.py", "tests/adversarial/test_a_bytes.py"),
    "source": ("tests/test_source.py", "tests/xmltext", "tests/adversarial/test_a_bytes.py"),
    "dottext": (
        "tests/test_dottext.py",
        "tests/drawing/test_dot.py",
        "tests/drawing/test_whole_documents.py",
    ),
    "yamlwrite": ("tests/test_yamlwrite.py",),
    "drawing": (
        "tests/drawing/test_markup.py",
        "tests/drawing/test_languages.py",
        "tests/drawing/test_svg.py",
        "tests/drawing/test_hostile.py",
        "tests/drawing/styles",
        "tests/drawing/test_whole_documents.py",
        "tests/adversarial/test_h_markup.py",
    ),
    "formats": (
        "tests/formats/argdown/test_escapes.py",
        "tests/formats/test_outline.py",
        "tests/formats/test_tables.py",
        "tests/adversarial/test_h_markup.py",
    ),
    "semantics": (
        "tests/semantics",
        "tests/adversarial/test_k_semantics.py",
        "tests/exports/test_exports.py",
    ),
}
"""The tests of a part of argmap, by files or folders."""


def changed(mutants: Path) -> set[str]:
    """The files of tests that aren't as they were when they were copied."""
    return {
        str(path)
        for path in Path("tests").rglob("*.py")
        if not (mutants / path).exists() or (mutants / path).read_bytes() != path.read_bytes()
    }


def made(mutants: Path, processes: int) -> None:
    """Make every mutant that the settings want, but for those of files that haven't changed; the tests are copied anew."""
    program: Any = import_module("mutmut.__main__")
    mutants.mkdir(exist_ok=True)
    program.set_mutant_under_test("mutant_generation")
    _stale(mutants)
    program.copy_src_dir()
    program.copy_also_copy_files()
    shutil.copy2("pyproject.toml", mutants)
    shutil.rmtree(mutants / "tests", ignore_errors=True)
    shutil.copytree("tests", mutants / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    program.create_mutants(processes)


def _stale(mutants: Path) -> None:
    """Remove the copies of files that were made when the settings didn't want mutants of them."""
    settings = import_module("mutmut.configuration").config()
    for path in Path("argmap").rglob("*.py"):
        copy = mutants / path
        if settings.should_mutate(path) and not copy.with_name(f"{path.name}.meta").exists():
            copy.unlink(missing_ok=True)


def arguments() -> list[str]:
    """What pytest is told, by the settings."""
    settings = import_module("mutmut.configuration").config()
    return [*settings.pytest_add_cli_args, *settings.pytest_add_cli_args_test_selection]


def module_of(mutant: str) -> str:
    """The module in the name of a mutant, below ``argmap``; a function begins with ``x_``, a method with ``xǁ``."""
    for mark in (".x_", ".xǁ"):
        mutant = mutant.partition(mark)[0]
    return mutant.removeprefix("argmap.")


def mirrors(mutant: str, file: str) -> bool:
    """Whether the tests of a file are tried on a mutant."""
    return any(
        file == each or file.startswith(f"{each}/")
        for each in TESTS[module_of(mutant).partition(".")[0]]
    )
