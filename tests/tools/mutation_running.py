"""Tries tests on mutants, each in a fork of one process that has collected the tests once.

``mutation.py`` starts it in the folder of mutants. The tests are first run as they are, to learn what each takes and which functions
it calls; on a mutant only those that call its function are tried, the quickest first, until one fails.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import Phase, settings

from tests.tools.mutation_mirrors import arguments, mirrors

__all__ = ["BASELINE", "TRIED", "Baseline", "baseline"]

TRIED = Path("tried.jsonl")
"""Where it is written how each mutant ended, as soon as it has: its name, the status of its process, and seconds of a processor."""

BASELINE = Path("baseline.jsonl")
"""Where it is written what each test takes, and which functions it calls."""

REWRITING = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"
"""Hypothesis has loaded argmap before pytest can, which is as well."""

EXAMPLES = 20
MEMORY = 3_000_000_000
"""The most that a mutant may take, in bytes."""

SLACK, TIMES = 2.0, 10.0
"""A test on a mutant has so many seconds of a processor, and so many times what it takes as it is."""


class Baseline(NamedTuple):
    """What a test is without a mutant."""

    test: str
    seconds: float
    failed: bool
    functions: list[str]


def baseline(log: Path) -> list[Baseline]:
    """What is known of the tests."""
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return [Baseline(*json.loads(line)) for line in lines]


def forked(run: Callable[[], int], seconds: float) -> tuple[int, float]:
    """How a call in a process of its own ended (less than 0 for a signal), and what it took; killed after so many seconds by the clock."""
    child = os.fork()
    if not child:
        try:
            status = run()
        except BaseException:  # whatever it is, the tests didn't pass
            status = 1
        os._exit(status)
    end = time.monotonic() + seconds
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.01)


NO_STACK = SimpleNamespace(get=lambda: (None, 0), set=lambda _: None, reset=lambda _: None)
"""In place of what mutmut keeps at every call, which takes more than the call: nobody wants to know who calls whom."""


class Tries:
    """The plug-in of pytest that runs the tests in place of pytest's own loop."""

    def __init__(self, wanted: list[str]) -> None:
        self._wanted = wanted
        self._hits: set[str] = set()
        self._switch = vars(import_module("mutmut.mutation.trampoline"))
        self._switch["record_trampoline_hit"] = self._hit
        self._switch["MutmutCallStack"] = NO_STACK
        self._switch["os"] = SimpleNamespace(environ={})
        self._mutant("stats")

    def _hit(self, function: str, caller: str | None = None) -> None:
        self._hits.add(function)

    def _mutant(self, name: str) -> None:
        os.environ["MUTANT_UNDER_TEST"] = name  # for processes that the tests start
        self._switch["get_mutant_under_test"] = lambda: name

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests as they are, then on each mutant."""
        print(f"{len(session.items)} tests", file=sys.stderr, flush=True)
        measured = {each.test for each in baseline(BASELINE)}
        fresh = [item for item in session.items if item.nodeid not in measured]
        forked(lambda: self._as_they_are(fresh), 3_600)
        known = baseline(BASELINE)
        failing = [each.test for each in known if each.failed]
        print(f"without a mutant these fail: {failing}", file=sys.stderr, flush=True)
        items = {item.nodeid: item for item in session.items}
        usable = sorted(
            (each for each in known if not each.failed and each.test in items),
            key=lambda each: each.seconds,
        )
        for mutant in self._wanted:
            function = mutant.partition("__mutmut_")[0]
            tests = [
                each
                for each in usable
                if function in each.functions and mirrors(mutant, each.test.partition("::")[0])
            ]
            limit = 60 + 20 * sum(each.seconds for each in tests)
            status, seconds = forked(lambda m=mutant, t=tests: self._on(m, t, items), limit)  # type: ignore[misc]  # they are bound
            with TRIED.open("a", encoding="utf-8") as log:
                log.write(json.dumps([mutant, status, round(seconds, 2), len(tests)]) + "\n")
        return True

    def _as_they_are(self, items: list[pytest.Item]) -> int:
        with BASELINE.open("a", encoding="utf-8") as log:
            for each in self._measured(items):
                log.write(json.dumps(each) + "\n")
        return 0

    def _measured(self, items: list[pytest.Item]) -> Iterator[Baseline]:
        for item, after in zip(items, [*items[1:], None][: len(items)], strict=True):
            self._hits.clear()
            begin = time.process_time()
            failed = _fails(item, after)
            seconds = time.process_time() - begin
            yield Baseline(item.nodeid, round(seconds, 4), failed, sorted(self._hits))

    def _on(self, mutant: str, tests: list[Baseline], items: dict[str, pytest.Item]) -> int:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        self._mutant(mutant)
        chosen = [items[each.test] for each in tests]
        following = [*chosen[1:], None][: len(chosen)]  # nothing follows where there is nothing
        for each, item, after in zip(tests, chosen, following, strict=True):
            signal.setitimer(signal.ITIMER_PROF, SLACK + TIMES * each.seconds)
            if _fails(item, after):
                return 1
        return 0


def _fails(item: pytest.Item, after: pytest.Item | None) -> bool:
    before = item.session.testsfailed
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
    return item.session.testsfailed > before


def main() -> None:
    """Read the names of mutants, one a line, and try them."""
    wanted = sys.stdin.read().split()
    settings.register_profile(
        "mutants",
        deadline=None,
        max_examples=EXAMPLES,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        report_multiple_bugs=False,
    )
    given = [*arguments(), "--hypothesis-profile=mutants", "--capture=no", "-W", REWRITING]
    sys.exit(pytest.main(given, plugins=[Tries(wanted)]))


if __name__ == "__main__":
    main()
