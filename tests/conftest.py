"""What every test may use: the project's folder, the corpus of real files, and how Hypothesis searches."""

from __future__ import annotations

import os
import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

_SLOW = (HealthCheck.too_slow,)
"""A machine that is busy with other things says nothing of a test."""

settings.register_profile(
    "argmap",
    deadline=None,
    max_examples=60,  # the long searches are `search` and the nightly tests
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=_SLOW,
)
settings.register_profile(
    "search", deadline=None, max_examples=2_000, print_blob=True, suppress_health_check=_SLOW
)
settings.register_profile(
    "quick",
    deadline=None,
    max_examples=10,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=_SLOW,
)
settings.load_profile("argmap")

_ROOT = Path(__file__).parent.parent
_CORPUS = "ARGMAP_CORPUS"


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds the tests, the documentation and the examples."""
    return _ROOT


@pytest.fixture(scope="session")
def dot_reader() -> ModuleType:
    """The module ``dot_reader.py`` beside this file: a reader of DOT, and labels that mean harm."""
    spec = spec_from_file_location("dot_reader", Path(__file__).with_name("dot_reader.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real files; only for tests with the mark ``corpus``, which skip without it."""
    return Path(os.environ[_CORPUS])


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long the tests try whose documents, maps and programs are made by chance."""
    parser.addoption("--mutants", type=int, default=300, metavar="N", help="mutants of each format")
    parser.addoption("--examples", type=int, default=1_000, metavar="N", help="of nightly tests")
    parser.addoption("--fuzz-seconds", type=int, default=30, metavar="N", help="of each target")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``@pytest.mark.corpus("dot/**/*.dot")`` gives a test that takes ``corpus_file`` each such file."""
    if "corpus_file" not in metafunc.fixturenames:
        return
    mark = metafunc.definition.get_closest_marker("corpus")
    if mark is None or not mark.args:
        raise pytest.UsageError(
            f"{metafunc.definition.nodeid} takes corpus_file: say which by @pytest.mark.corpus(...)"
        )
    files = _corpus_files(mark.args)
    names = [str(file.relative_to(os.environ[_CORPUS])) for file in files]
    metafunc.parametrize("corpus_file", files or [Path()], ids=names or ["none"])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests first: else one of them is left at the end, and all cores but its own wait."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs files or programs that aren't here, and say why."""
    if item.get_closest_marker("corpus") and not os.environ.get(_CORPUS):
        pytest.skip(f"no real files here: {_CORPUS} isn't set")
    if item.get_closest_marker("graphviz") and shutil.which("dot") is None:
        pytest.skip("no Graphviz here: there is no dot on the PATH")


def _corpus_files(patterns: tuple[str, ...]) -> list[Path]:
    """The files of the corpus that match, in order; a pattern that matches none is a mistake."""
    folder = os.environ.get(_CORPUS)
    if not folder:
        return []
    found: set[Path] = set()
    for pattern in patterns:
        matching = [path for path in Path(folder).glob(pattern) if path.is_file()]
        if not matching:
            raise pytest.UsageError(f"no file below {_CORPUS}={folder} matches {pattern!r}")
        found.update(matching)
    return sorted(found)
