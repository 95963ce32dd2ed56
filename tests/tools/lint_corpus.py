"""Lints every real file that can be read, and prints how often each rule finds something.

Usage: ``python tests/tools/lint_corpus.py FOLDER``. Files of more than three megabytes are left out.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections import Counter
from pathlib import Path

import argmap
from argmap.linting import RULES

_MOST = 3_000_000


def main(folder: Path) -> None:
    """Print the table."""
    found: Counter[str] = Counter()
    maps: Counter[str] = Counter()
    read = claims = 0
    spent = 0.0
    warnings.simplefilter("ignore")
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.stat().st_size > _MOST:
            continue
        try:
            map = argmap.read(path)
        except argmap.ReadError:
            continue
        read += 1
        claims += len(map.claims)
        start = time.process_time()
        codes = [finding.code for finding in argmap.lint(map)]
        spent += time.process_time() - start
        found.update(codes)
        maps.update(dict.fromkeys(codes, 1))
    names = {rule.code: rule.name for rule in RULES}
    print(f"{read} files, {claims:,} claims, {spent:.1f} s of the processor\n")
    print("| code | name | findings | files |\n|---|---|--:|--:|")
    for code, count in found.most_common():
        print(f"| {code} | {names[code]} | {count:,} | {maps[code]} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
