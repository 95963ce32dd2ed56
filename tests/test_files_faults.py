"""Tests of the door to files: faults. After any of them the old file or the new one is whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import Any

import pytest

import argmap
from argmap.errors import WriteError
from argmap.files import write_atomic

OLD, NEW = b"the old content, whole", b"the new content, whole, and longer"
CALLS = ("stat", "lstat", "open", "chown", "chmod", "write", "fsync", "close", "replace")
posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and devices of Unix")


class _Faults:
    """Makes the ``n``-th system call fail, before or after it did its work."""

    def __init__(self, n: int, fault: BaseException, *, after: bool) -> None:
        self.left, self.fault, self.after = n, fault, after

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def faulty(*args: Any, **options: Any) -> Any:
            self.left -= 1
            if self.left == 0 and not self.after:
                raise self.fault
            answer = call(*args, **options)
            if self.left == 0:
                raise self.fault
            return answer

        return faulty

    def write(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self.wrapped(getattr(os, name)))
            write_atomic(file, NEW)


@posix
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EPERM, errno.EINTR, errno.EDQUOT, None]
)
def test_every_system_call_may_fail(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int | None,
    fresh: bool,
    after: bool,
    record_property: Callable[[str, object], None],
) -> None:
    """Whichever call fails, by error or Ctrl-C: one whole file, nothing beside it."""
    file = tmp_path / "map.svg"
    failed = 0
    for n in range(1, 100):
        file.unlink(missing_ok=True)
        if not fresh:
            file.write_bytes(OLD)
        fault = KeyboardInterrupt() if number is None else OSError(number, os.strerror(number))
        faults = _Faults(n, fault, after=after)
        try:
            faults.write(file, monkeypatch)
        except (WriteError, KeyboardInterrupt):
            failed += 1
        else:
            assert file.read_bytes() == NEW
        assert [entry.name for entry in tmp_path.iterdir()] in ([], ["map.svg"])
        assert (file.read_bytes() if file.exists() else None) in ((None if fresh else OLD), NEW)
        if faults.left > 0:
            break
    else:
        pytest.fail("the calls have no end")
    assert failed >= 4
    record_property("faults", n - 1)  # the last run had none


@posix
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, None])
def test_documents_of_two_files(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int | None,
    record_property: Callable[[str, object], None],
) -> None:
    """Whichever call fails while a map goes into two files: each is whole, and nothing lies beside them."""
    old, new = [argmap.Draft(title) for title in ("Old", "New")]
    for draft in (old, new):
        draft.support(draft.claim(draft.about.title, id="a"), by=draft.claim("B", id="b"))
    file = tmp_path / "map.claims.csv"
    names = ["map.claims.csv", "map.links.csv"]
    whole: dict[str, list[bytes]] = {name: [] for name in names}
    for draft in (old, new):
        argmap.write(draft.map(), file)
        for name in names:
            whole[name].append((tmp_path / name).read_bytes())
    for n in range(1, 100):
        argmap.write(old.map(), file)
        fault = KeyboardInterrupt() if number is None else OSError(number, os.strerror(number))
        faults = _Faults(n, fault, after=False)
        with monkeypatch.context() as patch, suppress(WriteError, KeyboardInterrupt):
            for call in CALLS:
                patch.setattr(os, call, faults.wrapped(getattr(os, call)))
            argmap.write(new.map(), file)
        assert sorted(entry.name for entry in tmp_path.iterdir()) == names
        for name in names:
            assert (tmp_path / name).read_bytes() in whole[name]
        if faults.left > 0:
            break
    else:
        pytest.fail("the calls have no end")
    assert n > 15
    record_property("faults", n - 1)


@posix
def test_killed_at_every_system_call(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """A process that is killed anywhere leaves the old file or the new one, never half."""
    script = f"""
        import os, signal, sys
        from argmap.files import write_atomic
        def dying(call, left):
            def wrapped(*args, **options):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return call(*args, **options)
            return wrapped
        seen = set()
        for n in range(1, 100):
            with open(sys.argv[1], "wb") as file:
                file.write({OLD!r})
            child = os.fork()
            if child == 0:
                left = [n]
                for name in {CALLS!r}:
                    setattr(os, name, dying(getattr(os, name), left))
                write_atomic(sys.argv[1], {NEW!r})
                os._exit(0)
            status = os.waitpid(child, 0)[1]
            with open(sys.argv[1], "rb") as file:
                seen.add(file.read())
            if status == 0:
                break
        print(n, seen == {{ {OLD!r}, {NEW!r} }})
    """
    file = tmp_path / "map.svg"
    run = [sys.executable, "-c", dedent(script), str(file)]
    done = subprocess.run(run, capture_output=True, text=True, timeout=60, check=True)
    calls, old_or_new = done.stdout.split()
    assert int(calls) > 8
    record_property("kills", int(calls) - 1)
    assert old_or_new == "True"
    assert all(left.name.endswith(".tmp") for left in tmp_path.iterdir() if left != file)


@posix
def test_half_written_pieces_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a byte at a time still gets everything, in order."""
    whole = os.write
    monkeypatch.setattr(os, "write", lambda file, data: whole(file, data[:1]))
    write_atomic(tmp_path / "a", NEW)
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == NEW


def test_two_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    """Eight threads write one file; what remains is the whole of one of them."""
    file = tmp_path / "a"
    contents = [bytes([65 + n]) * 100_000 for n in range(8)]

    def write(content: bytes) -> None:
        for _ in range(5):
            write_atomic(file, content)

    threads = [Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


@posix
@pytest.mark.parametrize("fresh", [False, True])
def test_the_order_that_survives_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: bool
) -> None:
    """The content is on the disk before the name points at it, and then the name is."""
    file = tmp_path / "map.svg"
    if not fresh:
        file.write_bytes(OLD)
    seen: list[str] = []

    def noting(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*args: Any, **options: Any) -> Any:
            seen.append(name)
            return call(*args, **options)

        return noted

    with monkeypatch.context() as patch:
        for name in ("open", "write", "fsync", "close", "replace"):
            patch.setattr(os, name, noting(name, getattr(os, name)))
        write_atomic(file, NEW)
    assert seen == ["open", "write", "fsync", "close", "replace", "open", "fsync", "close"]


@posix
def test_private_content_is_private_from_the_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new file beside a private one can't be opened by others, not for a moment."""
    file = tmp_path / "map.svg"
    file.write_bytes(OLD)
    file.chmod(0o600)
    modes: list[int] = []
    real = os.open

    def opened(path: Any, flags: int, mode: int = 0o777) -> int:
        descriptor = real(path, flags, mode)
        modes.append(os.fstat(descriptor).st_mode & 0o777)
        return descriptor

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", opened)
        write_atomic(file, NEW)
    assert modes[0] == 0o600
    assert file.stat().st_mode & 0o777 == 0o600


@posix
def test_the_right_to_run_as_somebody_is_not_passed_on(tmp_path: Path) -> None:
    """A set-user-id bit goes when the content changes, as it does when a file is overwritten."""
    file = tmp_path / "script"
    file.write_bytes(OLD)
    file.chmod(0o4755)
    write_atomic(file, NEW)
    assert file.stat().st_mode & 0o7777 == 0o755
