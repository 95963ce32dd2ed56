"""How fast documents of Argdown are read, beside the reference implementation: processor time, process start excluded.

Usage: ``python tests/benchmarks/argdown.py FOLDER [FILE]``, where ``npm install @argdown/core@2.0.1`` has been run in the folder.
FILE is a real document. Both read each document several times in one process, and the fastest time counts; of the
reference also the first, since its program is compiled while it runs. The last column is `argdown_by_shape`, a reader in
Python of the generated documents' lines alone, which leaves out all else that a reader of Argdown does, and gives an equal map.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import argmap
from argmap import Limits

sys.path.insert(0, str(Path(__file__).parent))

read_by_shape = import_module("argdown_by_shape").read_by_shape

SCRIPT = Path(__file__).with_suffix(".mjs")
LIMITS = Limits(file_bytes=10**9, claims=10**8, links=10**8)
ROUNDS = {1_000_000: 5, 10_000_000: 1}
WORDS = "a public service that people own decides what it does for them, so that nobody has to ask twice"


def section(number: int) -> str:
    """A section of a debate: a thesis with reasons and objections, a structure, data, tags and links."""
    words = WORDS.split()
    text = " ".join(words[(number * step) % len(words)] for step in range(1, 22))
    return f"""# Question {number}

[Thesis {number}]: {text}. #question-{number % 7}
  + <Reason {number}>: {text}
    - They say: {text[:60]}, but (see [the report](https://example.org/{number})) not *always*.
      + [Counter {number}]
    <_ <Doubt {number}>: {text[20:90]} {{weight: 0.{number % 9}}}
  - [Counter {number}]: {text[10:]}
    and on another line {text[:40]}
  -> [Thesis {max(1, number - 1)}]

<Argument {number}>: {text[:50]}

(1) [Premise {number}]: {text[:80]}
(2) {text[5:70]}
-- modus ponens {{uses: [1, 2]}} --
(3) [Thesis {number}]

"""


def document(size: int) -> str:
    """A document of about so many bytes."""
    made: list[str] = []
    length = 0
    while length < size:
        made.append(section(len(made) + 1))
        length += len(made[-1])
    return "".join(made)


def ours(text: str, rounds: int) -> float:
    """The seconds of our fastest round."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        argmap.loads(text, format="argdown", limits=LIMITS)
        found.append(time.process_time() - start)
    return min(found)


def by_shape(text: str, rounds: int) -> float:
    """The seconds of the fastest round of the reader that knows these lines alone."""
    assert read_by_shape(text) == argmap.loads(text, format="argdown", limits=LIMITS)
    found = []
    for _ in range(rounds):
        start = time.process_time()
        read_by_shape(text)
        found.append(time.process_time() - start)
    return min(found)


def theirs(text: str, rounds: int, folder: Path) -> tuple[float, float]:
    """The seconds of the reference's first round, and of its fastest."""
    command = ["node", "--stack-size=4000", str(SCRIPT), str(rounds)]
    answer = subprocess.run(
        command, cwd=folder, input=text, capture_output=True, text=True, check=True
    )
    found = json.loads(answer.stdout)
    assert not found["errors"]
    return found["seconds"][0], min(found["seconds"])


def table(folder: Path, file: Path | None) -> Iterator[str]:
    """The lines of the table, as Markdown."""
    documents = {
        f"generated, {size // 1_000_000} MB": (document(size), rounds)
        for size, rounds in ROUNDS.items()
    }
    if file is not None:
        documents = {f"`{file.name}`": (file.read_text("utf-8"), 30)} | documents
    yield "| document | bytes | argmap, ms | argdown-core, first round, ms | argdown-core, fastest, ms | argmap is so many times as fast | these lines alone, ms |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for name, (text, rounds) in documents.items():
        mine, (first, fastest) = ours(text, rounds), theirs(text, rounds, folder)
        bare = f"{by_shape(text, rounds) * 1000:,.0f}" if name.startswith("generated") else ""
        times = " | ".join([f"{each * 1000:,.0f}" for each in (mine, first, fastest)])
        factors = f"{first / mine:.1f} (first), {fastest / mine:.1f} (fastest)"
        yield f"| {name} | {len(text.encode()):,} | {times} | {factors} | {bare} |"


if __name__ == "__main__":
    for line in table(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None):
        print(line, flush=True)
