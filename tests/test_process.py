"""Programs are held to their limits, and nothing of them stays, whatever they do."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NoReturn

import pytest

from argmap import process
from argmap.process import ProgramError, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the fake programs are scripts with a #!")

SLOW = 0.4
"""The time limit, in seconds, of programs that never end by themselves."""

Fake = Callable[..., Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """``fake(code)`` puts a program of this Python code on the PATH, alone there, as ``dot``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(code: str, name: str = "dot") -> Path:
        path = folder / name
        imports = "import os, signal, sys, time, subprocess"
        path.write_text(f"#!{sys.executable} -SE\n{imports}\n{code}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return make


@pytest.fixture
def left(tmp_path: Path) -> Iterator[Path]:
    """A file where programs note the processes they start; what still runs afterwards is ended."""
    path = tmp_path / "pids"
    path.touch()
    yield path
    for pid in noted(path):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def noted(path: Path) -> list[int]:
    """The processes that a program has noted."""
    return [int(line) for line in path.read_text(encoding="utf-8").split()]


def gone(path: Path, count: int) -> bool:
    """Whether ``count`` processes were noted and, within two seconds, none of them runs."""
    for _ in range(100):
        if not any(alive(pid) for pid in noted(path)):
            return len(noted(path)) == count
        time.sleep(0.02)
    return False


def alive(pid: int) -> bool:
    """Whether the process runs; one that waits to be buried doesn't."""
    try:
        os.kill(pid, 0)
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # no such folder here
        return True


NOTE = "open(sys.argv[1], 'a').write(f'{os.getpid()} ');"


# What a program is given and gives.


def test_a_program_gives_what_it_writes(fake: Fake) -> None:
    """Else nothing can be asked of a program."""
    fake("sys.stdout.write(sys.argv[1] + sys.stdin.read())")
    assert run("dot", ["-Tx "], input=b"digraph") == b"-Tx digraph"


def test_a_path_is_run_too(fake: Fake) -> None:
    """Else a program that isn't on the PATH, such as this Python, can't be run."""
    path = fake("print('here')", "other")
    assert run(str(path), [], input=b"") == b"here\n"


def test_all_pipes_are_served_at_once(fake: Fake) -> None:
    """Else a program that writes before it has read waits for us, and we for it."""
    fake(
        "sys.stderr.write('e' * 1_000_000); sys.stdout.write('o' * 1_000_000);"
        "text = sys.stdin.read(); sys.stderr.write('e' * 1_000_000); sys.stdout.write(text)"
    )
    assert run("dot", [], input=b"i" * 3_000_000) == b"o" * 1_000_000 + b"i" * 3_000_000


def test_a_program_needs_not_read_its_input(fake: Fake) -> None:
    """Else the broken pipe of our own is taken for its failure."""
    fake("print('done')")
    assert run("dot", [], input=b"x" * 5_000_000) == b"done\n"


def test_it_stands_in_an_empty_folder_that_goes_with_it(fake: Fake) -> None:
    """Else it finds files of the caller's by relative names, or leaves its own behind."""
    fake("print(os.getcwd()); print(os.listdir()); open('left', 'w').close(); os.mkdir('more')")
    folder, listed = run("dot", [], input=b"").decode().splitlines()
    assert listed == "[]"
    assert not Path(folder).exists()
    assert Path(folder) != Path.cwd()


def test_it_sees_nothing_of_our_environment(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a variable makes Graphviz load another library, or read files (G14)."""
    for name in ("GVBINDIR", "GV_FILE_PATH", "DOTFONTPATH", "GDFONTPATH", "DYLD_X", "LD_X", "X"):
        monkeypatch.setenv(name, "theirs")
    monkeypatch.setenv("LC_NUMERIC", "de_DE.UTF-8")
    monkeypatch.setenv("SERVER_NAME", "theirs")
    fake("print(sorted(os.environ.items()))")
    seen = dict(eval(run("dot", [], input=b"")))
    own = {name: value for name, value in seen.items() if not name.startswith("__CF")}
    assert list(own) == ["HOME", "LC_ALL", "PATH", "SERVER_NAME", "TEMP", "TMP", "TMPDIR"]
    assert (own["LC_ALL"], own["SERVER_NAME"]) == ("C", "argmap")
    assert own["HOME"] == own["TMPDIR"] != os.environ.get("HOME")


def test_only_the_absolute_parts_of_the_path_are_handed_on(
    fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a script that stands for the program finds one in the folder it runs in."""
    folder = fake("print(os.environ['PATH'])").parent
    monkeypatch.setenv("PATH", f":.:{folder}:bin:/usr/bin")
    assert run("dot", [], input=b"").decode().strip() == f"{folder}:/usr/bin"


# Programs that don't end, or give too much.


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(60)",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
        "os.close(1); os.close(2); os.close(0); time.sleep(60)",
        "while 1: pass",
        "os.kill(os.getpid(), signal.SIGSTOP)",
    ],
)
def test_a_program_that_takes_too_long_is_ended(fake: Fake, left: Path, code: str) -> None:
    """Else a drawing takes for ever (G9)."""
    fake(NOTE + code if not code.startswith("while") else f"{NOTE}\n{code}")
    begun = time.monotonic()
    with pytest.raises(ProgramError, match=r"^dot took longer than 0\.4 s$") as caught:
        run("dot", [str(left)], input=b"x" * 1_000_000, seconds=SLOW)
    assert caught.value.reason == "time"
    assert time.monotonic() - begun < 60  # the limit is what is tested; a busy machine is not
    assert gone(left, 1)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_program_that_floods_is_ended(fake: Fake, left: Path, stream: str) -> None:
    """Else it takes all memory (G9)."""
    fake(f"{NOTE}\nwhile 1: sys.{stream}.write('x' * 100_000)")
    begun = time.monotonic()
    with pytest.raises(ProgramError, match=r"^dot wrote more than 1,000,000 bytes$") as caught:
        run("dot", [str(left)], input=b"", output_bytes=1_000_000)
    assert caught.value.reason == "output"
    assert time.monotonic() - begun < 60  # the limit is what is tested; a busy machine is not
    assert gone(left, 1)


def test_an_output_of_just_the_limit_is_taken(fake: Fake) -> None:
    """Else the limit isn't the one that is documented."""
    fake("sys.stdout.write('x' * int(sys.argv[1]))")
    assert len(run("dot", ["100000"], input=b"", output_bytes=100_000)) == 100_000
    with pytest.raises(ProgramError, match="more than 100,000 bytes"):
        run("dot", ["100001"], input=b"", output_bytes=100_000)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_a_program_that_wants_too_much_memory_fails(fake: Fake) -> None:
    """Else it takes the machine's (a label of Graphviz's can cost gigabytes)."""
    fake("time.sleep(0.1); x = bytearray(600_000_000); print('got it')")
    with pytest.raises(ProgramError, match="ended with status 1") as caught:
        run("dot", [], input=b"", memory_bytes=300_000_000)
    assert caught.value.reason == "failed"
    assert caught.value.said.endswith("MemoryError")
    assert run("dot", [], input=b"") == b"got it\n"


@pytest.mark.parametrize("module", [None, "strict"])
def test_where_memory_cant_be_limited_programs_run(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, module: str | None
) -> None:
    """Else nothing runs on macOS or Windows, or under a limit that may not be raised."""

    def refuse(*_: object) -> NoReturn:
        raise PermissionError

    class Strict:
        RLIMIT_AS = RLIMIT_CORE = 0
        prlimit = refuse

    monkeypatch.setitem(sys.modules, "resource", Strict if module else None)
    fake("print('done')")
    assert run("dot", [], input=b"") == b"done\n"


# What a program leaves behind.

CHILD = "child = subprocess.Popen([sys.executable, '-SE', '-c', {code!r}, *sys.argv[1:]]{more});"
LIVES = f"import os, signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); {NOTE}"
LIVES += "time.sleep(60)"
WAIT = "\nwhile not os.path.getsize(sys.argv[1]): time.sleep(0.01)\n"


def test_a_child_is_ended_with_its_parent(fake: Fake, left: Path) -> None:
    """Else what a program started runs on when the program is ended (G9)."""
    fake(CHILD.format(code=LIVES, more="") + NOTE + "time.sleep(60)")
    with pytest.raises(ProgramError, match="took longer"):
        run("dot", [str(left)], input=b"", seconds=SLOW)
    assert gone(left, 2)


def test_a_child_that_outlives_its_parent_is_ended_too(fake: Fake, left: Path) -> None:
    """Else it is an orphan, and holds our end until the time is up."""
    fake(CHILD.format(code=LIVES, more="") + WAIT + "print('done')")
    begun = time.monotonic()
    assert run("dot", [str(left)], input=b"", seconds=20) == b"done\n"
    assert time.monotonic() - begun < 60  # the limit is what is tested; a busy machine is not
    assert gone(left, 1)


def test_a_child_that_has_left_the_group_cant_hold_us(fake: Fake, left: Path) -> None:
    """Else a program that starts a daemon, which keeps the pipes, is waited for without end."""
    fake(CHILD.format(code=LIVES, more=", start_new_session=True") + WAIT + "print('done')")
    begun = time.monotonic()
    with pytest.raises(ProgramError, match="took longer"):
        run("dot", [str(left)], input=b"x" * 1_000_000, seconds=SLOW)
    assert time.monotonic() - begun < 60  # the limit is what is tested; a busy machine is not


def test_an_interrupt_ends_the_program(
    fake: Fake, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else Ctrl-C leaves it running."""

    class Interrupted(SimpleQueue[Any]):
        def get(self, *_: object, **__: object) -> NoReturn:
            while not noted(left):
                time.sleep(0.01)
            raise KeyboardInterrupt

    monkeypatch.setattr(process, "SimpleQueue", Interrupted)
    fake(f"{NOTE} time.sleep(60)")
    with pytest.raises(KeyboardInterrupt):
        run("dot", [str(left)], input=b"")
    assert gone(left, 1)


def test_no_thread_stays(fake: Fake) -> None:
    """Else a server that draws much fills with threads that wait."""
    fake("time.sleep(float(sys.argv[1]))")
    before = threading.active_count()
    for seconds in ("0", "0", "0", "60", "60"):
        with suppress(ProgramError):
            run("dot", [seconds], input=b"x" * 1_000_000, seconds=SLOW)
    for _ in range(100):
        if threading.active_count() <= before:
            break
        time.sleep(0.02)
    assert threading.active_count() <= before


# Programs that fail, and what is said of it.


def test_a_failure_is_told_in_short(fake: Fake) -> None:
    """Else the error is a megabyte long, or says nothing."""
    fake("sys.stderr.write('Warning: \\x1b[31m no\\n' * 50_000); sys.exit(3)")
    with pytest.raises(ProgramError, match=r"^dot ended with status 3: Warning: ") as caught:
        run("dot", [], input=b"")
    assert caught.value.reason == "failed"
    assert "\x1b" not in str(caught.value) + caught.value.said
    assert len(str(caught.value)) < 300
    assert 3_000 < len(caught.value.said) < 8_000


def test_a_program_that_a_signal_ends_is_told(fake: Fake) -> None:
    """Else a crash of Graphviz is taken for a drawing."""
    fake("os.kill(os.getpid(), signal.SIGSEGV)")
    with pytest.raises(ProgramError, match=r"^dot was ended by signal 11$") as caught:
        run("dot", [], input=b"")
    assert (caught.value.reason, caught.value.said) == ("failed", "")


def test_warnings_of_a_program_that_succeeds_are_let_pass(fake: Fake) -> None:
    """Else each warning of Graphviz's stops a drawing."""
    fake("sys.stderr.write('Warning\\n' * 100_000); print('done')")
    assert run("dot", [], input=b"") == b"done\n"


def test_an_error_can_be_pickled() -> None:
    """Else a pool of processes hangs on it."""
    again = pickle.loads(pickle.dumps(ProgramError("dot failed", "failed", "why")))
    assert (str(again), again.reason, again.said) == ("dot failed", "failed", "why")


@pytest.mark.usefixtures("fake")
def test_a_program_that_isnt_there_is_missing() -> None:
    """Else the caller can't say that it is to be installed (G8)."""
    with pytest.raises(ProgramError, match=r"^there is no program dot on the PATH$") as caught:
        run("dot", [], input=b"")
    assert caught.value.reason == "missing"


def test_what_cant_be_started_is_told(fake: Fake, tmp_path: Path) -> None:
    """Else an OSError of Python's own comes out."""
    fake("").write_bytes(b"\x00\x01 no program")
    with pytest.raises(ProgramError, match=r"^dot can't be started: .*[Ee]xec format") as caught:
        run("dot", [], input=b"")
    assert caught.value.reason == "missing"
    fake("").write_text(f"#!{tmp_path}/nowhere\n", encoding="utf-8")
    with pytest.raises(ProgramError, match=r"^dot can't be started: "):
        run("dot", [], input=b"")
    fake("")
    with pytest.raises(ProgramError, match=r"^dot can't be started: .*null"):
        run("dot", ["a\0b"], input=b"")
