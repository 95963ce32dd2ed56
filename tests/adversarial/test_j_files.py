"""Adversarial cases J: files and the command line. Much of it is tried at length in tests/test_files*.py and tests/cli."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import Any

import pytest

import argmap
from argmap import registry
from argmap.registry import Registry

case = pytest.mark.case
posix = pytest.mark.skipif(os.name != "posix", reason="links, modes and devices of Unix")


def shell(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "argmap", *map(str, words)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=60,
    )


@case(
    "J1",
    "the disk is full, at each write",
    "the old file whole, nothing beside it, WriteError (all calls: tests/test_files_faults.py)",
)
@posix
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "replace"])
def test_j1_full_disk(
    call: str, pair: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a map would stand where a whole one was."""
    file = tmp_path / "map.json"
    file.write_text("old")

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(argmap.WriteError, match="the disk is full"):
            argmap.write(pair, file)
    assert file.read_text() == "old"


@case(
    "J2", "killed at each system call", "the old file or the new one (tests/test_files_faults.py)"
)
@posix
def test_j2_killed(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """Half a map would stand there in the morning."""
    script = """
        import os, signal, sys
        import argmap
        map = argmap.read("new.json")
        real = os.write
        def dying(descriptor, data):
            real(descriptor, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        os.write = dying
        argmap.write(map, "map.json")
    """
    argmap.write(pair, tmp_path / "new.json")
    (tmp_path / "map.json").write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", dedent(script)], cwd=tmp_path, check=False, capture_output=True
    )
    assert done.returncode == -9
    assert (tmp_path / "map.json").read_text() == "old"


@case(
    "J3",
    "the target is a link, a dangling one, a loop",
    "the link stays, its target is written; a loop is a WriteError",
)
@posix
def test_j3_links(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """A link to the shared file would be replaced by a private copy."""
    for name, target in (("link.json", "real.json"), ("dangling.json", "new.json")):
        (tmp_path / name).symlink_to(target)
    (tmp_path / "real.json").write_text("old")
    for name in ("link.json", "dangling.json"):
        argmap.write(pair, tmp_path / name)
        assert (tmp_path / name).is_symlink()
        assert argmap.read(tmp_path / name) == pair
    (tmp_path / "loop.json").symlink_to("loop.json")
    with pytest.raises(argmap.WriteError, match="leads back to itself"):
        argmap.write(pair, tmp_path / "loop.json")


@case(
    "J4",
    "the target is read-only, in a folder that is, or is a folder",
    "WriteError, nothing changed",
)
@posix
def test_j4_not_to_be_written(
    pair: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that its owner has protected would be replaced."""
    with pytest.raises(argmap.WriteError, match="folder"):
        argmap.write(pair, tmp_path, format="json")
    file = tmp_path / "map.json"
    file.write_text("old")
    monkeypatch.setattr(
        os, "access", lambda *_, **__: False
    )  # whoever runs the tests may be allowed all
    with pytest.raises(argmap.WriteError, match="write-protected"):
        argmap.write(pair, file)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@case("J5", "mode 640", "kept")
@posix
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o444 | 0o200, 0o755])
def test_j5_modes(mode: int, pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """A private map would be open to all, or a shared one closed."""
    file = tmp_path / "map.json"
    file.write_text("old")
    file.chmod(mode)
    argmap.write(pair, file)
    assert file.stat().st_mode & 0o777 == mode


@case("J6", "two writers at once", "one of the two whole files")
def test_j6_two_writers(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """The file would hold a half of each."""
    file = tmp_path / "map.json"
    maps = [pair, argmap.ArgumentMap(claims=(argmap.Claim("a", "x" * 50_000),))]
    threads = [Thread(target=argmap.write, args=(maps[n % 2], file)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert argmap.read(file) in maps
    assert list(tmp_path.iterdir()) == [file]


@case("J7", "one path for input and output", "works")
def test_j7_in_place(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """The input would be emptied before it is read."""
    file = tmp_path / "map.json"
    argmap.write(pair, file)
    done = shell("convert", "map.json", "map.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert argmap.read(file) == pair


@case(
    "J8",
    "names with a line end, quotes, `-x`, `..`, 250 bytes, undecodable bytes",
    "work; escaped in messages; `--` is honoured",
)
@posix
@pytest.mark.parametrize(
    "name",
    [
        b"line\nend.json",
        b"quo'te\".json",
        b"-x.json",
        b"a..json",
        b"l" * 250 + b".json",
        b"\xff\xfe.json",
        b"\x1b[2J.json",
    ],
)
def test_j8_names(name: bytes, pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """A name that the system allows could not be read or told."""
    file = tmp_path / os.fsdecode(name)
    argmap.write(pair, file)
    assert argmap.read(file) == pair
    file.write_text("{")
    with pytest.raises(argmap.ReadError) as caught:
        argmap.read(file)
    assert "\x1b" not in str(caught.value)
    assert str(caught.value).partition(": ")[0].count("\n") == 0


@case(
    "J9",
    "stdin closed; stdout closed; `| head`",
    "a quiet end, no traceback (tests/cli/test_streams.py)",
)
@posix
def test_j9_streams(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """A pipe into `head` would end in a traceback."""
    argmap.write(pair, tmp_path / "map.json")
    command = f"'{sys.executable}' -m argmap draw map.json -o - | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, check=False, cwd=tmp_path)
    assert done.stderr == b""


@case(
    "J10", "Ctrl-C while writing", "the old file whole; exit code 130 (tests/cli/test_streams.py)"
)
@posix
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_j10_ctrl_c(
    call: str, pair: argmap.ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user in a hurry would lose the map."""
    file = tmp_path / "map.json"
    file.write_text("old")

    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, call, interrupted)
        with pytest.raises(KeyboardInterrupt):
            argmap.write(pair, file)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@case(
    "J11",
    "an unknown suffix, a wrong one, `.xml` of several kinds",
    "UnknownFormat lists what was tried; the content decides; a format can be named",
)
def test_j11_suffixes(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """A file would be read as what it isn't."""
    (tmp_path / "a.xyz").write_text("?" * 10)
    with pytest.raises(argmap.UnknownFormat, match="tried JSON, xAIF"):
        argmap.read(tmp_path / "a.xyz")
    for name in ("arggraph", "aml", "graphml", "gexf"):
        (tmp_path / "a.xml").write_text(argmap.render(pair, name).text)
        assert argmap.parse((tmp_path / "a.xml").read_text()).format == name
    (tmp_path / "b.xyz").write_text(argmap.dumps(pair))
    assert argmap.read(tmp_path / "b.xyz") == argmap.read(tmp_path / "b.xyz", format="json") == pair


@case(
    "J12",
    "a format that can't say the map",
    "written, and each loss told; CannotExpress if strict, nothing written",
)
def test_j12_losses(pair: argmap.ArgumentMap, tmp_path: Path) -> None:
    """The undercut would be gone, and nobody know."""
    assert [loss.element for loss in argmap.render(pair, "apx").losses]
    with pytest.raises(argmap.CannotExpress):
        argmap.write(pair, tmp_path / "map.apx", strict=True)
    assert not list(tmp_path.iterdir())


@case(
    "J13", "a plug-in that raises when it loads; two of one name", "PluginError says which; refused"
)
def test_j13_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another's code would take the place of ours, or fail without a name."""
    points: list[EntryPoint] = []
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: points)
    points[:] = [EntryPoint("broken", "no_such_module_here:X", "argmap.formats")]
    with pytest.raises(argmap.PluginError, match="plug-in 'broken' fails to load"):
        Registry[Any]("format", {}, group="argmap.formats").get("broken")
    points[:] = [EntryPoint("json", "x:X", "argmap.formats")]
    with pytest.raises(argmap.PluginError, match="the format name 'json' is taken"):
        Registry[Any]("format", {"json": "a:b"}, group="argmap.formats").names()
    assert registry.FORMATS.get("json").name == "json"


@case(
    "J14",
    "`COLUMNS=0`, `TERM=dumb`, `NO_COLOR`, `LANG=C`, cp1252",
    "no crash (tests/cli/test_streams.py)",
)
def test_j14_terminals(tmp_path: Path) -> None:
    """A letter that the terminal lacks would end the program."""
    argmap.write(
        argmap.ArgumentMap(claims=(argmap.Claim("\u898b", "\u65e5\u672c \u2603"),)),
        tmp_path / "map.json",
    )
    environment = {
        "LC_ALL": "C",
        "PYTHONIOENCODING": "cp1252",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "COLUMNS": "0",
    }
    done = shell("lint", "map.json", cwd=tmp_path, **environment)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1, 3)
