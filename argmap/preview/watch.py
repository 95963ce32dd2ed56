"""Waiting for a file to be saved, in whatever way an editor saves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from ..errors import MissingExtra

__all__ = ["Stop", "Watched"]

_TOGETHER = 50
"""Milliseconds without another change after which a save is over."""

_LOOKED = 1_000
"""Milliseconds after which files are looked at though nothing is told of them: not every disk tells, as those in a network."""

Stamp: TypeAlias = tuple[int, int, int] | None


class Stop(Protocol):
    """What says that the waiting is over, such as a `threading.Event`."""

    def is_set(self) -> bool:
        """Whether it is."""
        ...


class Watched:
    """Files as they were when this was made; `changes` tells of every later save, also one that came before it was asked.

    Their folders are watched, for many editors put a new file in the place of the old one.
    """

    def __init__(self, files: Sequence[str]) -> None:
        self._files = tuple(files)
        self._seen = self._stamps()

    def changes(self, stop: Stop | None = None) -> Iterator[None]:
        """Something for each save of a file, until ``stop`` is set or Ctrl-C is pressed, which raises KeyboardInterrupt.

        A first file that is gone for a moment, while another takes its place, is waited for; if it stays away, that counts as
        a save. Raises `MissingExtra` without the package that watches.
        """
        try:
            from watchfiles import watch
        except ImportError as error:
            raise MissingExtra("watching a file", "watch") from error

        events = watch(
            *self._folders(),
            watch_filter=None,
            step=_TOGETHER,
            stop_event=stop,
            rust_timeout=_LOOKED,
            yield_on_timeout=True,
            recursive=False,
        )
        return self._saves(events)

    def _saves(self, told: Iterable[Collection[object]]) -> Iterator[None]:
        for events in told:
            now = self._stamps()
            if now != self._seen and (now[0] is not None or not events):
                self._seen = now
                yield

    def _folders(self) -> list[str]:
        """The folders that the files stand in, and those that links lead to."""
        paths = [Path(file) for file in self._files]
        folders = [whole.parent for path in paths for whole in (path.absolute(), path.resolve())]
        return list(dict.fromkeys(map(str, folders)))

    def _stamps(self) -> tuple[Stamp, ...]:
        return tuple([_stamp(file) for file in self._files])


def _stamp(file: str) -> Stamp:
    """What changes whenever a file is written or another takes its place; None where there is none."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
