"""What each extra of argmap installs and weighs, as the table of docs/reference/extras.md.

python tests/tools/extras_table.py [EXTRA ...]

A wheel of argmap is built; then for argmap alone and for each extra all wheels that it needs are downloaded, and installed
into a fresh environment that holds nothing else, not even pip. Sizes are megabytes of 1,000,000 bytes.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
FOR_DEVELOPERS = ("dev", "docs", "fonts", "fuzz", "lint", "mutation", "test")
HEAD = """\
| install | packages | to download | on disk | among them |
| --- | --: | --: | --: | --- |"""


def main(wanted: list[str]) -> None:
    """Print the table."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for each in project["optional-dependencies"] if each not in FOR_DEVELOPERS]
    print(HEAD)
    with TemporaryDirectory() as folder:
        pip("wheel", "--no-deps", "-w", folder, str(ROOT))
        (wheel,) = Path(folder).glob("*.whl")
        bare = packages(wheel, "", Path(folder, "bare"))
        print(row("argmap", bare, {}))
        for extra in wanted or extras:
            whole = packages(wheel, f"[{extra}]", Path(folder, extra))
            print(row(f"argmap[{extra}]", whole, bare), flush=True)


def packages(wheel: Path, extra: str, folder: Path) -> dict[str, tuple[int, int]]:
    """Each package that is installed, with the bytes to download and those on disk."""
    wheels, environment = folder / "wheels", folder / "environment"
    pip("download", "--only-binary", ":all:", "-d", str(wheels), f"{wheel}{extra}")
    found = {}
    for each in sorted(wheels.glob("*.whl")):
        target = environment / each.name
        pip(
            "install", "--no-deps", "--no-compile", "--no-index", "--target", str(target), str(each)
        )
        disk = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
        found[each.name.split("-")[0]] = (each.stat().st_size, disk)
    return found


def row(name: str, found: dict[str, tuple[int, int]], bare: dict[str, tuple[int, int]]) -> str:
    """The row of an extra: what it has beyond ``bare``, the heaviest first."""
    own = {package: sizes for package, sizes in found.items() if package not in bare}
    heaviest = sorted(own, key=lambda package: (-own[package][1], package))[:4]
    weights = [f"{sum(sizes) / 1e6:.1f} MB" for sizes in zip(*own.values(), strict=True)]
    return f"| `{name}` | {len(own)} | {weights[0]} | {weights[1]} | {', '.join(heaviest)} |"


def pip(*arguments: str) -> None:
    """Run pip, and fail as it does."""
    subprocess.run([sys.executable, "-m", "pip", "-q", *arguments], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
