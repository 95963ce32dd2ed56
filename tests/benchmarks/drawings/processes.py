"""Whole processes with the time and the memory they take."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

__all__ = ["Run", "run"]

LAUNCHER = Path(__file__).with_name("launch.py")


@frozen
class Run:
    """What a process took; ``megabytes`` is its peak, None where the system doesn't tell.

    ``busy`` are seconds of the processor, which on a quiet machine are the seconds on the clock, and
    on one that others use are still the process's own; where the system doesn't tell, the clock's.
    """

    seconds: float
    busy: float
    code: int
    stopped: bool
    megabytes: float | None
    output: str
    messages: str

    @property
    def ok(self) -> bool:
        """Whether it came to its own end, and a good one."""
        return not self.stopped and self.code == 0

    @property
    def told(self) -> str:
        """How it ended, for a table."""
        if self.ok:
            return "done"
        return f"stopped at {self.seconds:.0f} s" if self.stopped else f"failed ({self.code})"


def run(command: Sequence[str], limit: float, folder: Path) -> Run:
    """Run a program for ``limit`` seconds at most; its output passes through files in ``folder``."""
    program = shutil.which(command[0])
    if program is None:
        raise FileNotFoundError(f"there is no {command[0]} on the PATH")
    out, err = folder / "run.out", folder / "run.err"
    words = [program, *command[1:]]
    if sys.platform == "win32":
        seconds, code, stopped, peak = _plain(words, limit, out, err)
        busy = seconds
    else:
        launcher = [sys.executable, "-I", "-S", str(LAUNCHER), repr(limit), str(out), str(err)]
        done = subprocess.run([*launcher, *words], capture_output=True, text=True, check=True)
        told = done.stdout.split()
        seconds, code, stopped = float(told[0]), int(told[1]), told[3] == "1"
        peak, busy = int(told[2]) / 1024, float(told[4])
    texts = [path.read_text("utf-8", errors="replace") for path in (out, err)]
    return Run(seconds, busy, code, stopped, peak, *texts)


def _plain(
    words: list[str], limit: float, out: Path, err: Path
) -> tuple[float, int, bool, float | None]:
    """The same where processes can't be asked what they took."""
    start = time.perf_counter()
    with out.open("wb") as output, err.open("wb") as messages:
        try:
            done = subprocess.run(words, stdout=output, stderr=messages, timeout=limit, check=False)
        except subprocess.TimeoutExpired:
            return time.perf_counter() - start, -1, True, None
    return time.perf_counter() - start, done.returncode, False, None
