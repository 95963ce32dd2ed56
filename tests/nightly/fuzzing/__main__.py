"""Coverage-guided fuzzing of one ground reader, or of Argdown: atheris looks for bytes that reach new branches.

Usage: ``python -m tests.nightly.fuzzing TARGET [SECONDS] [FOLDER]`` in the project's folder, with ``argmap[fuzz]`` installed. The
folder keeps what was found between runs. A document that ends in another error than `ReadError`, or breaks what must hold of every
document, ends the run with a status that isn't 0; it is written into the folder, and belongs into ``tests/cases``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["argmap"]):
    from tests.nightly.fuzzing.targets import TARGETS, seeds

TOKENS = (
    "\ufeff", "\u2028", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "&#65;", "&amp;", "<![CDATA[",
    "]]>", "<!--", "-->", "<?xml", "xmlns:", "\\u0000", "\\ud800", "1e400", "NaN", "null", "<<: *a", "&a", "*a", "!!str",
    "---\\n", "===", "----", "+>", "->", "<_", "><", "[A]: ", "<A>: ", "(1) ", "{a: b}", "/*", "*/", "#(t)", "@[A]",
    "arg(", "att(", "p af ", "typeof=", "property=", "prefix=",
)  # fmt: skip # one a line would be a page
"""What means something in one of the formats; libFuzzer puts them together by itself, but later."""


def main(target: str, seconds: str, folder: Path) -> None:
    """Look for so long, from the seeds and from what is in the folder."""
    first = folder / "seeds"
    first.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (first / f"{number:03}").write_bytes(seed)
    dictionary = folder / "tokens"
    entries = ["".join(f"\\x{byte:02x}" for byte in token.encode()) for token in TOKENS]
    dictionary.write_text("".join(f'"{entry}"\n' for entry in entries), "ascii")
    found = folder / "found"
    found.mkdir(exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        "-max_len=2000",
        "-timeout=20",
        "-report_slow_units=20",  # by the clock, so that a busy machine makes quick ones slow
        "-rss_limit_mb=1500",
        f"-dict={dictionary}",
        f"-artifact_prefix={folder}/crash-",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(found), str(first)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    target, seconds, *kept = [*sys.argv[1:], *["60"][: len(sys.argv) < 3]]
    main(target, seconds, Path(kept[0]) if kept else Path(tempfile.mkdtemp()))
