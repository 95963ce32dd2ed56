"""The one place that starts other programs, and holds them to a time, a memory and an output.

A program is found on the absolute parts of the PATH only, gets its input from memory, stands in an
empty folder that is removed afterwards, and sees nothing of the caller's environment. When it ends,
or passes a limit, it is killed together with all that it has started and that is still in its
process group; a child that leaves the group (a daemon) isn't found.

The memory is limited on Linux alone: elsewhere there is no safe way to do it beside threads. On
Windows the tree of processes is ended by ``taskkill``, which misses a child whose parent is gone.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread, Timer
from typing import IO, Literal, TypeAlias

from .source import visible

__all__ = ["ProgramError", "Reason", "find_program", "run"]

Reason: TypeAlias = Literal["missing", "time", "output", "failed"]
Mail: TypeAlias = "SimpleQueue[tuple[str, bytes]]"

_WINDOWS = os.name == "nt"
_SUFFIXES = (".exe", ".com") if _WINDOWS else ("",)
"""No ``.bat``: those are run by a shell, which reads their arguments in its own way."""

_KEPT_ON_WINDOWS = ("SYSTEMROOT", "WINDIR") if _WINDOWS else ()
"""Without these no program of Windows finds its libraries."""

_PIECE = 65_536
_SAID = 4_000
"""How much of a program's complaints is kept."""

_GRACE = 1.0
"""How many seconds a killed program may take to be gone."""


class ProgramError(Exception):
    """A program that can't be started, passes a limit, or fails; for the caller to say what helps.

    ``reason`` is ``missing`` (not there, or can't be started), ``time``, ``output`` (too much of
    it), or ``failed``; ``said`` is the beginning of what the program complained about.
    """

    def __init__(self, message: str, reason: Reason, said: str = "") -> None:
        self.reason = reason
        self.said = said
        super().__init__(message, reason, said)

    def __str__(self) -> str:
        return str(self.args[0])


def find_program(name: str) -> Path | None:
    """Where the program ``name`` is, as an absolute path, or None.

    Empty and relative parts of the PATH are passed over, for they mean the folder one happens to
    stand in. A name with a folder in it is taken only if it is absolute.
    """
    if Path(name).name != name:
        return Path(name) if Path(name).is_absolute() and _may_run(Path(name)) else None
    found = (folder / f"{name}{end}" for folder in _folders() for end in _SUFFIXES)
    return next(filter(_may_run, found), None)


def run(
    program: str,
    arguments: Sequence[str],
    *,
    input: bytes,
    seconds: float = 20,
    output_bytes: int = 50_000_000,
    memory_bytes: int = 1_000_000_000,
) -> bytes:
    """What ``program`` (a name on the PATH, or an absolute path) writes when it is given ``input``.

    Raises `ProgramError` if it can't be started, takes more than ``seconds``, writes more than
    ``output_bytes`` (of output, or of complaints), or ends with a status other than 0, as it
    usually does when it wants more than ``memory_bytes``.
    """
    path = find_program(program)
    if path is None:
        raise ProgramError(f"there is no program {visible(program)} on the PATH", "missing")
    name = visible(path.name)
    with _started(name, [str(path), *arguments]) as process:
        _limit_memory(process.pid, memory_bytes)
        texts = _held(process, name, input, seconds, output_bytes)
        said = visible(texts["stderr"].decode("utf-8", "replace").strip())
        if process.returncode:
            raise ProgramError(_failure(name, process.returncode, said), "failed", said)
    return texts["stdout"]


def _folders() -> list[Path]:
    parts = [Path(part) for part in os.environ.get("PATH", "").split(os.pathsep)]
    return [part for part in parts if part.is_absolute()]


def _may_run(path: Path) -> bool:
    return os.access(path, os.X_OK) and path.is_file()


@contextmanager
def _started(name: str, command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The running program in its empty folder; both are gone afterwards, whatever happens."""
    with TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True) as folder:
        try:
            process = subprocess.Popen(
                command,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                env=_environment(folder),
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, ValueError) as error:
            raise ProgramError(f"{name} can't be started: {error}", "missing") from error
        try:
            yield process
        finally:
            _kill(process)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)


def _environment(folder: str) -> dict[str, str]:
    """All that the program sees of the world.

    ``SERVER_NAME`` keeps Graphviz before version 6 from opening any file that its input names.
    """
    return {
        "HOME": folder,
        "LC_ALL": "C",
        "PATH": os.pathsep.join(map(str, _folders())),
        "SERVER_NAME": "argmap",
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder),
        **{name: os.environ[name] for name in _KEPT_ON_WINDOWS if name in os.environ},
    }


def _limit_memory(pid: int, most: int) -> None:
    try:
        from resource import RLIMIT_AS, RLIMIT_CORE, prlimit
    except ImportError:  # it is Linux's own
        return
    with suppress(OSError, ValueError):  # a stricter limit is there already
        prlimit(pid, RLIMIT_AS, (most, most))
        prlimit(pid, RLIMIT_CORE, (0, 0))


def _held(
    process: subprocess.Popen[bytes], name: str, input: bytes, seconds: float, most: int
) -> dict[str, bytes]:
    """Both outputs of the program once it has ended; raises `ProgramError` at a limit.

    The threads and the timer only send mail, so that all is decided in one place. None of them can
    hold up the interpreter's end.
    """
    mail: Mail = SimpleQueue()
    timer = Timer(seconds, mail.put, [("time", b"")])
    workers = [
        Thread(target=_write, args=(process.stdin, input)),
        Thread(target=_read, args=(process.stdout, "stdout", most, most, mail)),
        Thread(target=_read, args=(process.stderr, "stderr", most, _SAID, mail)),
        Thread(target=_await_end, args=(process, mail)),
        timer,
    ]
    for worker in workers:
        worker.daemon = True
        worker.start()
    texts: dict[str, bytes] = {}
    try:
        while len(texts) < 3:
            what, text = mail.get()
            if what == "time":
                raise ProgramError(f"{name} took longer than {seconds:g} s", "time")
            if what == "output":
                raise ProgramError(f"{name} wrote more than {most:,} bytes", "output")
            texts[what] = text
            if what == "end":
                _kill(process)  # what it has left behind holds its outputs open
    finally:
        timer.cancel()
    return texts


def _write(pipe: IO[bytes], text: bytes) -> None:
    """Give the program its input; one that ends before it has read all is free to."""
    left = memoryview(text)
    with suppress(OSError), pipe:
        while left:
            left = left[pipe.write(left) :]


def _read(pipe: IO[bytes], stream: str, most: int, kept: int, mail: Mail) -> None:
    """Mail what comes out of a pipe, the first ``kept`` bytes of it, or that it is too much."""
    text = bytearray()
    length = 0
    with pipe:
        while piece := pipe.read(_PIECE):
            length += len(piece)
            text += piece[: kept - len(text)]
            if length > most:
                stream, text = "output", bytearray()
                break
    mail.put((stream, bytes(text)))


def _await_end(process: subprocess.Popen[bytes], mail: Mail) -> None:
    process.wait()
    mail.put(("end", b""))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it has started, at once."""
    if _WINDOWS:
        if process.poll() is None:  # else its number may be another's by now
            _kill_tree(process)
    else:
        with suppress(OSError):  # nothing of it is left
            os.killpg(process.pid, signal.SIGKILL)


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
    command = [str(system / "taskkill.exe"), "/F", "/T", "/PID", str(process.pid)]
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, capture_output=True, check=False, timeout=5)
    with suppress(OSError):
        process.kill()


def _failure(name: str, status: int, said: str) -> str:
    how = f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
    return f"{name} {how}{': ' if said else ''}{said[:200]}"
