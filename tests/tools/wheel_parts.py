"""What argmap's own wheel holds, and what could make it smaller, as the tables of docs/reference/extras.md.

``python tests/tools/wheel_parts.py``. The wheel is built; sizes are kilobytes of 1,000 bytes in it, compressed, with what its archive and its
list of files say of each: its name, twice, and its checksum. What could make it smaller is tried file by file.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
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
    """How many bytes the best of Python's own compression makes of it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return len(packer.compress(data) + packer.flush())


def weight(files: Files) -> int:
    """What files take in a wheel."""
    return sum(packed(data) + ENTRY + 2 * len(name) + LISTED for name, data in files.items())


def without(text: str, is_left_out: Callable[[ast.AST], bool]) -> str:
    """Code without the docstrings of some of its parts."""
    lines = text.splitlines(keepends=True)
    for part in ast.walk(ast.parse(text)):
        if isinstance(part, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = part.body[0] if part.body else None
            if ast.get_docstring(part, clean=False) and first is not None and is_left_out(part):
                lines[first.lineno - 1 : first.end_lineno] = [""] * (
                    (first.end_lineno or 0) - first.lineno + 1
                )
    return "".join(lines)


def is_private(part: ast.AST) -> bool:
    """Whether users never see it."""
    return re.match("_(?!_)", getattr(part, "name", "")) is not None


def without_comments(text: str) -> str:
    """Code without its comments."""
    lines = text.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            kept = lines[row - 1][:column].rstrip()
            lines[row - 1] = f"{kept}\n" if kept else ""
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


def parts(files: Files) -> list[str]:
    """The rows of the packages, the heaviest first, and of what the wheel says of itself."""
    found: dict[str, dict[str, bytes]] = {}
    for name, data in files.items():
        top, *below = name.split("/")
        about = top.endswith(".dist-info")
        part = top if about or len(below) < 2 else f"{top}.{below[0]}"
        found.setdefault("what the wheel says of itself" if about else f"`{part}`", {})[name] = data
    rows = sorted(found.items(), key=lambda each: -weight(each[1]))
    return [
        f"| {name} | {len(held)} | {sum(map(len, held.values())) / 1e3:,.0f} kB | {weight(held) / 1e3:,.0f} kB |"
        for name, held in rows
    ]


def tries(files: Files) -> list[str]:
    """The rows of what could make the wheel smaller."""
    code = {name: data for name, data in files.items() if name.endswith(".py")}
    looks = {name: data for name, data in files.items() if name.endswith((".js", ".css"))}

    def changed(change: Callable[[str], str], held: Files = code) -> int:
        return weight(held) - weight({n: change(d.decode()).encode() for n, d in held.items()})

    small = len(code) - len(merged(code))
    saved = {
        "comments of the scripts and looks of pages left out": changed(
            lambda text: re.sub(r"^\s*//.*\n|/\*.*?\*/", "", text, flags=re.MULTILINE), looks
        ),
        "comments of the code left out": changed(without_comments),
        "docstrings of what is private left out": changed(lambda text: without(text, is_private)),
        "all docstrings left out": changed(lambda text: without(text, lambda _: True)),
        f"the {small} files of fewer than {SMALL} lines put into others": weight(code)
        - weight(merged(code)),
    }
    return [f"| {name} | {bytes / 1e3:,.0f} kB |" for name, bytes in saved.items()]


def main() -> None:
    """Print both tables."""
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
    print("| package | files | as they are | in the wheel |\n| --- | --: | --: | --: |")
    print("\n".join(parts(files)))
    print("\n| what could be done | saves |\n| --- | --: |")
    print("\n".join(tries(files)))


if __name__ == "__main__":
    main()
