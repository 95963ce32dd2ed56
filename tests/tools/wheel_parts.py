"""What argmap's own wheel holds, what its build leaves out, and what could make it smaller, as the tables of docs/reference/extras.md.

``python tests/tools/wheel_parts.py``. The wheel is built; sizes are kilobytes of 1,000 bytes in it, compressed, with what its archive and its
list of files say of each: its name, twice, and its checksum. What is left out, and what could be, is tried file by file.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[2]
ENTRY = 30 + 46
"""Bytes that an archive has for each file besides its name (APPNOTE 4.3.7 and 4.3.12)."""

LISTED = 45
"""About what a file takes in the compressed list of files, for no program can shorten a checksum."""

SMALL = 75
"""Files of fewer lines are small."""

Files = Mapping[str, bytes]


def packed(data: bytes) -> int:
    """How many bytes it has in the archive."""
    packer = zlib.compressobj(wbits=-15)
    return len(packer.compress(data) + packer.flush())


def weight(files: Files) -> int:
    """What files take in a wheel."""
    return sum(packed(data) + ENTRY + 2 * len(name) + LISTED for name, data in files.items())


def without_docstrings(text: str) -> str:
    """Code without the docstrings that are left."""
    lines = text.splitlines(keepends=True)
    for part in ast.walk(ast.parse(text)):
        if isinstance(part, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = part.body[0] if part.body else None
            if ast.get_docstring(part, clean=False) and first is not None:
                lines[first.lineno - 1 : first.end_lineno] = [""] * (
                    (first.end_lineno or 0) - first.lineno + 1
                )
    return "".join(lines)


def merged(code: Files) -> Files:
    """The files with every small one at the end of the largest in its folder, without its imports."""
    whole = dict(code)
    for name, data in code.items():
        path = Path(name)
        if data.count(b"\n") >= SMALL or path.name.startswith("__"):
            continue
        beside = [each for each in code if Path(each).parent == path.parent and each != name]
        largest = max(beside, key=lambda each: len(code[each]))
        text = data.decode()
        lines = text.splitlines(keepends=True)
        for part in ast.parse(text).body:
            if isinstance(part, ast.Import | ast.ImportFrom):
                lines[part.lineno - 1 : part.end_lineno] = [""] * (
                    (part.end_lineno or 0) - part.lineno + 1
                )
        whole[largest] += "".join(lines).encode()
        del whole[name]
    return whole


def parts(files: Files, sources: Files) -> list[str]:
    """The rows of the packages, the heaviest first, and of what the wheel says of itself."""
    found: dict[str, dict[str, bytes]] = {}
    for name, data in files.items():
        top, *below = name.split("/")
        about = top.endswith(".dist-info")
        part = top if about or len(below) < 2 else f"{top}.{below[0]}"
        found.setdefault("what the wheel says of itself" if about else f"`{part}`", {})[name] = data
    rows = sorted(found.items(), key=lambda each: -weight(each[1]))
    return [
        f"| {name} | {len(held)} | {sum(len(sources.get(each, data)) for each, data in held.items()) / 1e3:,.0f} kB "
        f"| {weight(held) / 1e3:,.0f} kB |"
        for name, held in rows
    ]


def changed(change: Callable[[str], str], held: Files) -> int:
    """How much lighter a change makes files."""
    return weight(held) - weight({n: change(d.decode()).encode() for n, d in held.items()})


def left_out(files: Files, sources: Files) -> dict[str, int]:
    """What the build leaves out, and how much lighter that makes the wheel."""
    without = run_path(str(ROOT / ".ci/lean_code.py"))["without"]
    code = {name: data for name, data in sources.items() if name.endswith(".py")}
    comments = changed(lambda text: without(text, ()), code)
    words = weight(code) - weight({name: files[name] for name in code}) - comments
    return {
        "docstrings of what no user is shown, and words below values": words,
        "comments of the code": comments,
    }


def tries(files: Files) -> dict[str, int]:
    """What could make the wheel smaller, and by how much."""
    code = {name: data for name, data in files.items() if name.endswith(".py")}
    looks = {name: data for name, data in files.items() if name.endswith((".js", ".css"))}
    small = len(code) - len(merged(code))
    return {
        "comments of the scripts and looks of pages left out": changed(
            lambda text: re.sub(r"^\s*//.*\n|/\*.*?\*/", "", text, flags=re.MULTILINE), looks
        ),
        "all other docstrings left out": changed(without_docstrings, code),
        f"the {small} files of fewer than {SMALL} lines put into others": weight(code)
        - weight(merged(code)),
    }


def rows(saved: Mapping[str, int]) -> str:
    """The rows of a table of what saves how much."""
    return "\n".join(f"| {name} | {bytes / 1e3:,.0f} kB |" for name, bytes in saved.items())


def main() -> None:
    """Print the three tables."""
    with TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, str(ROOT)],
            check=True,
        )
        (wheel,) = Path(folder).glob("*.whl")
        with ZipFile(wheel) as archive:
            held = {each.filename: archive.read(each) for each in archive.infolist()}
        print(f"{len(held)} files, {wheel.stat().st_size:,} bytes\n")
    files = {name: data for name, data in held.items() if not name.endswith("/RECORD")}
    sources = {name: (ROOT / name).read_bytes() for name in files if name.startswith("argmap/")}
    print("| package | files | as they are | in the wheel |\n| --- | --: | --: | --: |")
    print("\n".join(parts(files, sources)))
    print("\n| what is left out | saves |\n| --- | --: |")
    print(rows(left_out(files, sources)))
    print("\n| what could be done | saves |\n| --- | --: |")
    print(rows(tries(files)))


if __name__ == "__main__":
    main()
