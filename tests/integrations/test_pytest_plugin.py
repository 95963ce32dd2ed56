"""pytest's plugin: example maps for every test that wants them, and failures that show their maps."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import argmap
from argmap.integrations.example_maps import EXAMPLES, example_map

pytest_plugins = ["pytester"]

PLUGIN = "argmap.integrations.pytest_plugin"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, pytester: pytest.Pytester) -> None:
    """The plugin under test and no other; what argmap loads when it draws is loaded before."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    argmap.dumps(example_map("reasons"), "outline", report=lambda report: None)
    argmap.dumps(example_map("reasons"), "svg")
    pytester.makeini("[pytest]\naddopts = -p no:cacheprovider\n")


def run(pytester: pytest.Pytester, test: str, *options: str) -> tuple[str, dict[str, int]]:
    """What pytest prints of a test file, and how many tests came out how."""
    pytester.makepyfile(test_it=f"import argmap\n{test}")
    done = pytester.runpytest_inprocess("-p", PLUGIN, *options)
    return done.stdout.str(), done.parseoutcomes()


def test_every_example_is_a_map() -> None:
    """A fixture would be broken in everybody's tests."""
    for name in EXAMPLES:
        assert example_map(name).about.title == name
    everything = example_map("everything")
    assert {link.kind for link in everything.links} >= {"undercut", "conflict", "preference"}


def test_fixtures_give_examples(pytester: pytest.Pytester) -> None:
    """A test that wants maps would have none, or only one of them."""
    told, outcomes = run(
        pytester,
        """
import pytest

def test_each(argument_map, argument_maps):
    assert argument_map in argument_maps.values()

@pytest.mark.parametrize("argument_map", ["circle"], indirect=True)
def test_one(argument_map):
    assert argument_map.about.title == "circle"
""",
    )
    assert outcomes == {"passed": len(EXAMPLES) + 1}, told


FAILING = """
def broken(map):
    copy = map.draft()
    assert len(copy.map().links) == 7

def test_fails():
    draft = argmap.Draft("The <debate>")
    good = draft.claim("Co-ops are good.", id="good")
    draft.support(good, by=draft.claim("They are near.", id="near"))
    debate = draft.map()
    broken(debate)
"""


def test_a_failure_shows_its_map(pytester: pytest.Pytester) -> None:
    """One would see <ArgumentMap: 2 claims> and know nothing."""
    told, outcomes = run(pytester, FAILING)
    assert outcomes == {"failed": 1}
    assert told.count("argument map map") == 1, "the same map is told once"
    assert "  - pro: They are near. {#near}" in told
    assert "Support('support-1', ('near',), 'good')," in told
    (picture,) = pytester.path.glob(".argmap-failures/*.svg")
    assert str(picture) in told
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    assert (picture.parent / ".gitignore").read_text() == "*\n"


def test_pictures_go_where_one_wants(pytester: pytest.Pytester) -> None:
    """They would lie about where nobody wants them."""
    told, _ = run(pytester, FAILING, "--argmap-pictures", "seen")
    assert len(list(pytester.path.glob("seen/*.svg"))) == 1
    assert "argument map map" in told
    told, _ = run(pytester, FAILING, "--argmap-pictures", "")
    assert "picture of" not in told
    assert not (pytester.path / ".argmap-failures").exists()


def test_a_picture_that_fails_hides_nothing(pytester: pytest.Pytester) -> None:
    """The failure of the test itself would be lost."""
    (pytester.path / "taken").write_text("a file")
    told, outcomes = run(pytester, FAILING, "--argmap-pictures", "taken")
    assert outcomes == {"failed": 1}
    assert "not drawn: " in told
    assert "pro: They are near." in told


def test_maps_of_fixtures_groups_and_machines_are_found(pytester: pytest.Pytester) -> None:
    """A map that a fixture gave, or a machine holds, or that an error of several has, would stay hidden."""
    told, outcomes = run(
        pytester,
        """
import pytest

class Machine:
    def __init__(self):
        self.draft = argmap.Draft()
        self.draft.claim("In a machine.", id="machine")

def test_fixture(argument_maps):
    linked = argument_maps["linked"]
    machine = Machine()
    del argument_maps
    raise AssertionError

@pytest.fixture
def given():
    return argmap.Draft("given").map()

def test_given(given):
    argmap.Draft().support("no", by="no")

def test_several():
    def fail():
        lonely = argmap.ArgumentMap(claims=(argmap.Claim("lonely", "Alone."),))
        raise ValueError
    errors = []
    try:
        fail()
    except ValueError as error:
        errors.append(error)
    raise ExceptionGroup("several", errors)
""",
    )
    assert outcomes == {"failed": 3}
    assert "argument map linked" in told
    assert "argument map machine.draft" in told
    assert "argument map given" in told
    assert "argument map lonely" in told


def test_a_failure_without_maps_is_as_it_was(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody's failures would be longer, or slower."""
    failing = "def test_fails():\n    assert argmap is None\n"
    told, _ = run(pytester, failing)
    assert "argument map" not in told
    monkeypatch.delitem(sys.modules, "argmap.model.map")
    told, _ = run(pytester, failing)
    assert "argument map" not in told


def test_the_plugin_imports_nothing_and_can_be_left_out(pytester: pytest.Pytester) -> None:
    """Every run of pytest where argmap is installed would wait for it."""
    pytester.makepyfile(
        test_it="""
import sys

def test_light():
    own = {name for name in sys.modules if name.partition(".")[0] == "argmap"}
    assert own == {"argmap", "argmap.integrations", "argmap.integrations.pytest_plugin"}
    assert not {"attr", "hypothesis", "networkx"} & set(sys.modules)
"""
    )
    assert pytester.runpytest_subprocess("-p", PLUGIN).parseoutcomes() == {"passed": 1}
    pytester.makepyfile(test_it="def test_none(argument_map): pass\n")
    done = pytester.runpytest_subprocess("-p", PLUGIN, "-p", f"no:{PLUGIN}")
    assert done.parseoutcomes() == {"errors": 1}
    assert isinstance(pytester.path, Path)
