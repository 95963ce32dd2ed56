"""A command that measures, and what it told: what it printed, and what its tests counted with ``record_property``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from attrs import field, frozen

__all__ = ["Told", "ran"]


@frozen
class Told:
    """What a run told; a sum of ``counts`` is that over all its tests."""

    code: int
    printed: str
    counts: dict[str, int] = field(factory=dict)
    words: dict[str, str] = field(factory=dict)
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def of(self, name: str) -> str:
        """A count, as it is written."""
        return f"{self.counts.get(name, 0):,}"

    def verdict(self) -> str:
        """Whether what the tests hold to be true is."""
        return f"; **not so in {self.failed} of the tests**" if self.failed else ""


def ran(command: str) -> Told:
    """What ``python ...`` told; the interpreter is the one that this runs in."""
    words = [sys.executable, *command.split()[1:]]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        if "pytest" in words:
            words += ["-q", "-o", "junit_family=xunit1", f"--junitxml={report}"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if not report.exists():
            return Told(done.returncode, done.stdout or done.stderr)
        return _of_tests(done.returncode, done.stdout, ElementTree.parse(report).getroot())


def _of_tests(code: int, printed: str, report: ElementTree.Element) -> Told:
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    ends: Counter[str] = Counter()
    for case in report.iter("testcase"):
        tags = {child.tag for child in case}
        bad = "failed" if tags & {"failure", "error"} else "passed"
        ends["skipped" if "skipped" in tags else bad] += 1
        for each in case.iter("property"):
            name, value = each.get("name", ""), each.get("value", "")
            if value.isdigit():
                counts[name] += int(value)
            else:
                words[name] = value
    return Told(code, printed, dict(counts), words, ends["passed"], ends["failed"], ends["skipped"])
