"""Tests of the registry: lazy, thread-safe, open to plug-ins that can't take a name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import metadata
from threading import Barrier, Event, Thread
from types import ModuleType
from typing import Any

import pytest

from argmap.errors import PluginError, UnknownName
from argmap.registry import Registry

GROUP = "argmap.tests"
TABLE = {"json": "argmap_test_things:JSON", "dot": "argmap_test_things:DOT"}


class _Things(ModuleType):
    """A module that makes a new object each time an attribute is asked for."""

    def __getattr__(self, name: str) -> object:
        if name not in ("JSON", "DOT", "late"):
            raise AttributeError(name)
        return [name]


@pytest.fixture(autouse=True)
def _things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "argmap_test_things", _Things("argmap_test_things"))


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretends that these plug-ins (name to value) are installed."""

    def install(*plugins: tuple[str, str]) -> None:
        points = metadata.EntryPoints(
            metadata.EntryPoint(name, value, GROUP) for name, value in plugins
        )

        def found(**wanted: Any) -> metadata.EntryPoints:
            return points.select(**wanted)

        monkeypatch.setattr(metadata, "entry_points", found)

    return install


def registry() -> Registry[list[str]]:
    """A registry of two built-in things."""
    return Registry("format", TABLE, group=GROUP)


def test_built_in_names_are_loaded_when_used_and_once() -> None:
    """Nothing is imported before it is asked for, and afterwards it is the same object."""
    formats = registry()
    assert formats.get("json") == ["JSON"]
    assert formats.get("json") is formats.get("json")


def test_names_are_the_tables_then_plugins(plug: Callable[..., None]) -> None:
    """The order is the table's and then the alphabet, whatever the order of installation."""
    plug(("zeta", "m:z"), ("alpha", "m:a"))
    assert registry().names() == ("json", "dot", "alpha", "zeta")


def test_unknown_names_list_the_known(plug: Callable[..., None]) -> None:
    """A wrong name gets the nearest one and the list, plug-ins included."""
    plug(("argdown", "m:a"))
    with pytest.raises(UnknownName) as caught:
        registry().get("jsn")
    assert str(caught.value) == (
        "no format is named 'jsn'; did you mean 'json'?; known: json, dot, argdown"
    )


def test_plugins_are_loaded_by_name(plug: Callable[..., None]) -> None:
    """A plug-in is the value behind its entry point, the same one each time."""
    plug(("late", "argmap_test_things:late"), ("broken", "no_such_module:x"))
    formats = registry()
    assert formats.get("late") == ["late"]
    assert formats.get("late") is formats.get("late")


def test_a_failing_plugin_is_named_with_its_own_traceback(plug: Callable[..., None]) -> None:
    """The error says which plug-in it was, and what it raised stands below."""
    plug(("broken", "no_such_module:x"))
    with pytest.raises(PluginError, match="the format plug-in 'broken' fails to load: No module"):
        registry().get("broken")
    try:
        registry().get("broken")
    except PluginError as error:
        cause = error.__cause__
    assert isinstance(cause, ModuleNotFoundError)
    assert registry().get("json") == ["JSON"]


@pytest.mark.parametrize(
    ("plugins", "name"),
    [
        ([("json", "evil:json")], "json"),
        ([("one", "a:x"), ("one", "b:x")], "one"),
    ],
)
def test_a_name_can_not_be_taken_twice(
    plug: Callable[..., None], plugins: list[tuple[str, str]], name: str
) -> None:
    """A plug-in that wants a built-in name, or another's, is refused and named."""
    plug(*plugins)
    with pytest.raises(PluginError, match=rf"the format name '{name}' is taken; the plug-in .*:"):
        registry().names()
    with pytest.raises(PluginError, match="is taken"):
        registry().get("other")
    assert registry().get("json") == ["JSON"]


def test_other_groups_are_not_ours() -> None:
    """With nothing installed for this group the real look-up finds nothing."""
    assert registry().names() == ("json", "dot")


def test_threads_get_the_same_object() -> None:
    """Sixteen threads that ask at once get one object, though each may have loaded it."""
    for _ in range(50):
        formats = registry()
        together = Barrier(16)
        got: list[object] = []

        def ask(
            formats: Registry[list[str]] = formats,
            together: Barrier = together,
            got: list[object] = got,
        ) -> None:
            together.wait()
            got.append(formats.get("json"))

        threads = [Thread(target=ask) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(got) == 16
        assert all(value is got[0] for value in got)


def test_a_slow_import_blocks_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one thread imports, another gets its name: a lock held across imports can deadlock."""
    importing, done = Event(), Event()

    class Slow(ModuleType):
        """A module that takes its time."""

        def __getattr__(self, name: str) -> object:
            importing.set()
            assert done.wait(10)
            return [name]

    monkeypatch.setitem(sys.modules, "argmap_test_slow", Slow("argmap_test_slow"))
    formats: Registry[list[str]] = Registry(
        "format", {**TABLE, "slow": "argmap_test_slow:SLOW"}, group=GROUP
    )
    thread = Thread(target=formats.get, args=("slow",))
    thread.start()
    assert importing.wait(10)
    got: list[list[str]] = []
    other = Thread(target=lambda: got.append(formats.get("json")), daemon=True)
    other.start()
    other.join(5)
    done.set()
    thread.join()
    assert got == [["JSON"]]
    assert formats.get("slow") == ["SLOW"]


def test_the_table_is_copied() -> None:
    """Changing the table afterwards changes no registry: names can't be smuggled in."""
    table = dict(TABLE)
    formats: Registry[list[str]] = Registry("format", table, group=GROUP)
    table["more"] = "argmap_test_things:late"
    assert "more" not in formats.names()
