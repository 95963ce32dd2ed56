"""What hatchling runs when it builds a wheel: the code goes into it as ``lean_code`` leaves it.

An editable installation and the source distribution hold the sources themselves.
"""

from __future__ import annotations

import gc
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["LeanWheel"]


class LeanWheel(BuildHookInterface[Any]):
    """Puts lean copies in the place of the package's modules; ``public`` and ``spoken`` are set in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the copies, and say where each goes."""
        if version == "editable":
            return
        lean = run_path(str(Path(__file__).with_name("lean_code.py")))["lean"]
        root = Path(self.root)
        package = {
            path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(root.glob("argmap/**/*.py"))
        }
        gc.disable()  # syntax trees of the whole package are no garbage, and to look through them takes half the time
        packed = lean(package, self.config["public"], self.config["spoken"])
        gc.enable()
        self.copies = TemporaryDirectory()
        for path, text in packed.items():
            copy = Path(self.copies.name, path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8", newline="\n")
            build_data["force_include"][str(copy)] = path

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copies."""
        if version != "editable":
            self.copies.cleanup()
