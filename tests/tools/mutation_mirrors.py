"""Which tests are tried on a mutant: those of the files that mirror its module, written down where mutmut looks for them.

mutmut finds out itself which test runs which function, by running all of them while it counts calls, which takes minutes of a
processor. This takes none; and since fewer tests are tried, a score by it is never too high.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["make_mutants", "write_mirrors"]

TESTS = {
    "model": (
        "tests/model",
        "tests/invariants/test_of_maps.py",
        "tests/adversarial/test_i_model.py",
    ),
    "jsontext": ("tests/jsontext", "tests/adversarial/test_b_json.py"),
    "xmltext": ("tests/xmltext", "tests/adversarial/test_c_xml.py"),
    "rdftext": ("tests/rdftext",),
    "frameworktext": ("tests/frameworktext", "tests/adversarial/test_e_field.py"),
    "yamltext": ("tests/test_yamltext.py", "tests/adversarial/test_d_argdown.py"),
    "encoding": ("tests/xmltext", "tests/test_source.py", "tests/adversarial/test_a_bytes.py"),
    "dottext": ("tests/test_dottext.py", "tests/drawing/test_dot.py"),
    "yamlwrite": ("tests/test_yamlwrite.py",),
    "drawing": (
        "tests/drawing/test_markup.py",
        "tests/drawing/test_languages.py",
        "tests/drawing/test_svg.py",
        "tests/drawing/test_hostile.py",
        "tests/adversarial/test_h_markup.py",
    ),
    "formats": (
        "tests/formats/argdown/test_escapes.py",
        "tests/formats/test_outline.py",
        "tests/formats/test_tables.py",
        "tests/adversarial/test_h_markup.py",
    ),
    "semantics": ("tests/semantics",),
}
"""The tests of a part of argmap, by files or folders; of the semantics only files that name the module or what it exports."""

SECONDS = 0.1
"""What a test is said to take: it bounds the time of a mutant."""


def make_mutants(mutants: Path, processes: int) -> None:
    """Make every mutant that the settings want, as ``mutmut run`` begins, and try none."""
    program: Any = import_module("mutmut.__main__")
    mutants.mkdir(exist_ok=True)
    program.set_mutant_under_test("mutant_generation")
    program.copy_src_dir()
    program.copy_also_copy_files()
    program.setup_source_paths()
    program.store_lines_covered_by_tests()
    program.create_mutants(processes)


def _collected(mutants: Path, settings: Any) -> dict[str, list[str]]:
    """The tests that the settings choose, by their files."""
    chosen = [*settings.pytest_add_cli_args, *settings.pytest_add_cli_args_test_selection]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "--rootdir=.", *chosen]
    done = subprocess.run(command, cwd=mutants, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = defaultdict(list)
    for line in done.stdout.splitlines():
        if "::" in line:
            found[line.partition("::")[0]].append(line)
    return found


def _names(module: str) -> list[str]:
    """A module's own name, and those that it exports."""
    tree = ast.parse(Path(*module.split(".")).with_suffix(".py").read_text("utf-8"))
    exported = [
        str(name)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
        for name in ast.literal_eval(node.value)
    ]
    return [module.rpartition(".")[2], *exported]


def _files(module: str, files: list[str]) -> list[str]:
    """The files whose tests are tried on the mutants of a module."""
    part = module.split(".")[1]
    mirrors = [
        file
        for file in files
        if any(file == each or file.startswith(f"{each}/") for each in TESTS[part])
    ]
    if part != "semantics":
        return mirrors
    named = re.compile(rf"\b({'|'.join(map(re.escape, _names(module)))})\b")
    return [file for file in mirrors if named.search(Path(file).read_text("utf-8"))] or mirrors


def write_mirrors(mutants: Path) -> None:
    """Write the file of mutmut that says which tests are tried on the mutants of each function."""
    from mutmut.configuration import config

    tests = _collected(mutants, config())
    of_module: dict[str, list[str]] = {}
    of_function: dict[str, list[str]] = {}
    for meta in sorted(mutants.rglob("*.py.meta")):
        for mutant in json.loads(meta.read_text("utf-8"))["exit_code_by_key"]:
            function = mutant.partition("__mutmut_")[0]
            module = re.split(r"\.x[_ǁ]", function)[0]
            if module not in of_module:
                of_module[module] = [
                    test for file in _files(module, [*tests]) for test in tests[file]
                ]
            of_function[function] = of_module[module]
    told = {
        "tests_by_mangled_function_name": of_function,
        "duration_by_test": dict.fromkeys(
            [test for each in tests.values() for test in each], SECONDS
        ),
        "stats_time": SECONDS,
        "config_fingerprint": config().config_fingerprint(),
        "watched_file_hashes": {},
        "git_commit": None,
    }
    (mutants / "mutmut-stats.json").write_text(json.dumps(told), "utf-8")
