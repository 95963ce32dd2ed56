"""Layout libraries of node: @dagrejs/dagre and elkjs, installed into a folder of their own when asked for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from attrs import frozen

from .metrics import Line, Picture
from .processes import Run, run
from .question import Question

__all__ = ["PACKAGES", "Answer", "answer", "install", "why_not"]

PACKAGES = {"dagre": "@dagrejs/dagre", "elk": "elkjs"}
SCRIPT = Path(__file__).with_name("positions.cjs")


@frozen
class Answer:
    """The process, the seconds of the layout alone, and the picture; None where it came to no end."""

    run: Run
    seconds: float | None
    picture: Picture | None


def why_not() -> str:
    """What is missing to ask these libraries; nothing if all is there."""
    missing = [program for program in ("node", "npm") if shutil.which(program) is None]
    return f"there is no {' and no '.join(missing)} on the PATH" if missing else ""


def install(peers: list[str], folder: Path) -> dict[str, str]:
    """The versions of the libraries, installed by npm into ``folder``; raises OSError with npm's reason."""
    done = subprocess.run(
        ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(folder)]
        + [PACKAGES[peer] for peer in peers],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        raise OSError(f"npm can't install: {done.stderr.strip()[-300:]}")
    found = {}
    for peer in peers:
        manifest = folder / "node_modules" / PACKAGES[peer] / "package.json"
        found[peer] = str(json.loads(manifest.read_text("utf-8"))["version"])
    os.environ["NODE_PATH"] = str(folder / "node_modules")
    return found


def answer(peer: str, asked: Question, limit: float, folder: Path) -> Answer:
    """What a library makes of a question; edges it gives as points are drawn straight between them."""
    source, target = folder / "node-in.json", folder / "node-out.json"
    source.write_text(json.dumps(_told(asked)), "utf-8")
    done = run(["node", str(SCRIPT), peer, str(source), str(target)], limit, folder)
    if not done.ok:
        return Answer(done, None, None)
    said = json.loads(target.read_text("utf-8"))
    sizes = [(box.width, box.height) for box in asked.diagram.boxes]
    boxes = [(x, y, *size) for (x, y), size in zip(said["boxes"], sizes, strict=True)]
    lines = [
        Line(tail, head, tuple([(x, y) for x, y in points]))
        for (tail, head), points in zip(asked.ends, said["edges"], strict=True)
    ]
    return Answer(done, said["seconds"], Picture(tuple(boxes), tuple(lines)))


def _told(asked: Question) -> dict[str, object]:
    frames = {frame.id: number for number, frame in enumerate(asked.diagram.frames)}
    return {
        "boxes": [[b.width, b.height, frames.get(b.frame or "", -1)] for b in asked.diagram.boxes],
        "frames": [[frames.get(f.parent or "", -1), f.height] for f in asked.diagram.frames],
        "edges": asked.ends,
        "direction": asked.direction,
        "gap": asked.spacing.between_boxes,
        "rows": asked.spacing.between_rows,
        "inset": asked.spacing.in_frame,
    }
