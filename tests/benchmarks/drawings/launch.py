"""Starts one program and says what it took: run with a bare interpreter, so that it is small itself.

``python -I -S launch.py LIMIT OUT ERR PROGRAM ARGUMENT...`` writes one line: seconds, exit code,
kilobytes at the peak, 1 if it was stopped at the limit, and seconds of the processor. A process begins with the memory of the
one that starts it, so a big parent would hide what a small child takes.
"""

from __future__ import annotations

import os
import signal
import sys
import time

if sys.platform != "win32":

    def main(limit: float, out: str, err: str, command: list[str]) -> str:
        """Run ``command`` for ``limit`` seconds at most, its output and messages into files."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        actions = [(os.POSIX_SPAWN_OPEN, 1, out, flags, 0o600)]
        actions.append((os.POSIX_SPAWN_OPEN, 2, err, flags, 0o600))
        start = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        stopped = False

        def stop(number: int, frame: object) -> None:
            nonlocal stopped
            stopped = True
            os.kill(child, signal.SIGKILL)

        signal.signal(signal.SIGALRM, stop)
        signal.signal(signal.SIGTERM, stop)  # else the program would go on without its launcher
        signal.setitimer(signal.ITIMER_REAL, limit)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        signal.setitimer(signal.ITIMER_REAL, 0)
        peak = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
        code = os.waitstatus_to_exitcode(status)
        busy = usage.ru_utime + usage.ru_stime
        return f"{seconds:.6f} {code} {peak} {int(stopped)} {busy:.6f}"

    if __name__ == "__main__":
        print(main(float(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]))
