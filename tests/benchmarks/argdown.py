"""How fast documents of Argdown are read, beside the reference implementation: processor time, process start excluded.

Usage: ``python tests/benchmarks/argdown.py FOLDER [FILE]``, where ``npm install @argdown/core@2.0.1`` has been run in the folder.
FILE is a real document. Both read each document several times in one process: the first time counts, and the fastest. What a
first time needs of programs is loaded before, with PyYAML, which a reader of argmap loads when it comes to data; of
several processes the fastest first time counts. The last column is `argdown_by_shape`, a reader in
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
ROUNDS = {1_000_000: 6, 10_000_000: 1}
PROCESSES = 3
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


def seconds_of(text: str, rounds: int) -> list[float]:
    """The seconds of each of our rounds in this process."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        argmap.loads(text, format="argdown", limits=LIMITS)
        found.append(time.process_time() - start)
    return found


def ours(text: str, rounds: int) -> tuple[float, float]:
    """The seconds of our first round, and of our fastest, of several processes."""
    command = [sys.executable, __file__, "--rounds", str(rounds)]
    found = []
    for _ in range(PROCESSES):
        answer = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        found.append(json.loads(answer.stdout))
    return min(seconds[0] for seconds in found), min(min(seconds) for seconds in found)


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
    """The seconds of the reference's first round, and of its fastest, of several processes."""
    command = ["node", "--stack-size=4000", str(SCRIPT), str(rounds)]
    seconds = []
    for _ in range(PROCESSES):
        answer = subprocess.run(
            command, cwd=folder, input=text, capture_output=True, text=True, check=True
        )
        found = json.loads(answer.stdout)
        assert not found["errors"]
        seconds.append(found["seconds"])
    return min(each[0] for each in seconds), min(min(each) for each in seconds)


def table(folder: Path, file: Path | None) -> Iterator[str]:
    """The lines of the table, as Markdown."""
    documents = {
        f"generated, {size // 1_000_000} MB": (document(size), rounds)
        for size, rounds in ROUNDS.items()
    }
    if file is not None:
        documents = {f"`{file.name}`": (file.read_text("utf-8"), 30)} | documents
    yield "| document | bytes | argmap, first round, ms | argmap, fastest, ms | argdown-core, first round, ms | argdown-core, fastest, ms | so many times as fast | these lines alone, ms |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for name, (text, rounds) in documents.items():
        mine, other = ours(text, rounds), theirs(text, rounds, folder)
        bare = f"{by_shape(text, rounds) * 1000:,.0f}" if name.startswith("generated") else ""
        times = " | ".join([f"{each * 1000:,.0f}" for each in (*mine, *other)])
        factors = f"{other[0] / mine[0]:.1f} (first), {other[1] / mine[1]:.1f} (fastest)"
        yield f"| {name} | {len(text.encode()):,} | {times} | {factors} | {bare} |"


def main(arguments: list[str]) -> None:
    """Print the table, or in a process of its own our seconds of what stands on the standard input."""
    if arguments[0] == "--rounds":
        import_module("argmap.formats.argdown")
        import_module("yaml")
        print(json.dumps(seconds_of(sys.stdin.read(), int(arguments[1]))))
        return
    for line in table(Path(arguments[0]), Path(arguments[1]) if arguments[1:] else None):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
