"""Eight threads, a thousand operations each, on maps that they share.

Each map is new to all of them, so that the views it makes when they are first asked for are made by several at once.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import argmap

THREADS = 8
OPERATIONS = 1_000

READS: tuple[Callable[[argmap.ArgumentMap], object], ...] = (
    lambda map: tuple(argmap.evaluate(map).labels.items()),
    lambda map: argmap.draw(map).svg,
    lambda map: sorted(map.graph),
    lambda map: dict(map.depths),
    lambda map: [claim.id for claim in map.main_claims],
    argmap.dumps,
    lambda map: argmap.loads(argmap.dumps(map)) == map,
    lambda map: argmap.render(map, "argdown").text,
    lambda map: pickle.loads(pickle.dumps(map)) == map,
    lambda map: [str(finding) for finding in argmap.lint(map)],
)


def debate(size: int) -> argmap.ArgumentMap:
    """A map of claims in a row, each with an undercut."""
    draft = argmap.Draft("Threads")
    last = draft.claim("Claim 0", id="c0")
    for number in range(1, size):
        reason = draft.claim(f"Claim {number}", id=f"c{number}")
        doubt = draft.claim(f"No, {number}", id=f"n{number}")
        draft.undercut(draft.support(last, by=reason), by=doubt)
        last = reason
    return draft.map()


@pytest.fixture
def hasty() -> Iterator[None]:
    """Python changes from one thread to the next as often as it can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty")
def test_threads_on_one_map(record_property: Callable[[str, object], None]) -> None:
    """A thread would see what another has half made."""
    rounds = OPERATIONS // len(READS)
    together = Barrier(THREADS)

    def work(thread: int, map: argmap.ArgumentMap) -> list[object]:
        together.wait()
        turned = [*range(thread, len(READS)), *range(thread)]
        answers = {place: READS[place](map) for place in turned}
        return [answers[place] for place in range(len(READS))]

    alone = {size: [read(debate(size)) for read in READS] for size in range(2, 6)}
    with ThreadPoolExecutor(THREADS) as pool:
        for number in range(rounds):
            size = 2 + number % 4
            shared = debate(size)
            for answers in pool.map(work, range(THREADS), [shared] * THREADS):
                assert answers == alone[size]
    record_property("operations", THREADS * rounds * len(READS))
    free = hasattr(sys, "_is_gil_enabled") and not sys._is_gil_enabled()
    record_property("build", "free-threaded" if free else "with the lock")
