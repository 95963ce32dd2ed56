"""Waiting for saves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest

from argmap import MissingExtra
from argmap.preview.watch import Watched


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with something in it."""
    path = tmp_path / "map.argdown"
    path.write_text("[A]: a\n", encoding="utf-8")
    return path


@pytest.fixture
def stop() -> Iterator[Event]:
    """What ends a waiting that would else last for ever."""
    event = Event()
    timer = Timer(20, event.set)
    timer.start()
    yield event
    timer.cancel()


def test_every_way_to_save_is_seen(file: Path, stop: Event) -> None:
    """The saves of some editor would go unseen: written in place, replaced, or moved away and written anew."""
    saves = Watched([str(file)]).changes(stop)
    file.write_text("[A]: in place\n", encoding="utf-8")
    next(saves)
    other = file.with_name("other")
    other.write_text("[A]: replaced\n", encoding="utf-8")
    other.replace(file)
    next(saves)
    file.replace(file.with_name("map.argdown~"))
    file.write_text("[A]: anew\n", encoding="utf-8")
    next(saves)
    stop.set()
    assert list(saves) == []


def test_a_save_before_the_waiting_counts(file: Path, stop: Event) -> None:
    """What is saved while the first picture is drawn would be seen only at the next save."""
    watched = Watched([str(file)])
    file.write_text("[A]: another one\n", encoding="utf-8")
    next(watched.changes(stop))
    assert not stop.is_set()


def test_other_files_are_let_be(file: Path, stop: Event) -> None:
    """The picture written beside the document would count as a save of it, for ever."""
    saves = Watched([str(file)]).changes(stop)
    file.with_name("map.svg").write_text("<svg/>", encoding="utf-8")
    Timer(0.3, stop.set).start()
    assert list(saves) == []


def test_a_link_and_what_it_leads_to(file: Path, stop: Event) -> None:
    """A document in another folder, as a link, would be saved unseen."""
    folder = file.with_name("links")
    folder.mkdir()
    (folder / "link.argdown").symlink_to(file)
    saves = Watched([str(folder / "link.argdown")]).changes(stop)
    file.write_text("[A]: changed\n", encoding="utf-8")
    next(saves)
    assert not stop.is_set()


class Told:
    """Batches of events, with something done before each."""

    def __init__(self, *steps: tuple[bool, bool]) -> None:
        self.steps = steps

    def over(self, file: Path) -> Iterator[list[str]]:
        """A batch for each step: whether the file is there then, and whether anything was told."""
        for there, events in self.steps:
            if there:
                file.write_text("[A]: again\n", encoding="utf-8")
            else:
                file.unlink(missing_ok=True)
            yield ["something"] if events else []


def test_a_file_that_is_gone_for_a_moment(file: Path) -> None:
    """Each save by an editor that moves the old file away would first tell of a missing file."""
    moved = Told((False, True), (True, True))
    assert len(list(Watched([str(file)])._saves(moved.over(file)))) == 1


def test_a_file_that_stays_away(file: Path) -> None:
    """Nobody would be told that there is no file any more."""
    gone = Told((False, True), (False, False), (False, False))
    assert len(list(Watched([str(file)])._saves(gone.over(file)))) == 1


def test_without_the_package(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A traceback would stand where the name of the extra should."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(MissingExtra, match=r"\[watch\]"):
        Watched([str(file)]).changes()
