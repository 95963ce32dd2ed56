"""Tables of the documentation, from samples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf, isinf
from statistics import median

from .compare import Engine, Sample
from .metrics import Measures

__all__ = ["crossings", "number", "other_engines", "ratio", "shape", "table", "times"]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; the first column is left-aligned, the others right-aligned."""
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join(["| " + " | ".join(row) + " |" for row in (head, rule, *rows)])


def ratio(one: float, other: float) -> float:
    """One over the other; 1 where both are nothing, infinite where only the other is."""
    if other:
        return one / other
    return inf if one else 1.0


def times(groups: Iterable[Sequence[Sample]]) -> str:
    """Seconds of the processor and memory of whole processes, the layout alone, and the ratio to dot."""
    head = ("map", "claims", "links", "maps", "argmap s", "layout alone s", "dot s", "dot / argmap")
    return table((*head, "argmap MB", "dot MB"), map(_time_row, groups))


def _time_row(samples: Sequence[Sample]) -> list[str]:
    ours = [each.engines["argmap"] for each in samples]
    theirs = [each.engines["dot"] for each in samples if "dot" in each.engines]
    both = list(zip(ours, theirs, strict=False))
    seconds = "-"
    share = "-"
    if theirs:
        stopped = [each.whole.told for each in theirs if not each.whole.ok]
        seconds = stopped[0] if stopped else number([each.whole.busy for each in theirs])
        least = [ratio(other.whole.busy, one.whole.busy) for one, other in both]
        share = ("> " if stopped else "") + number(least)
    return [
        *_name(samples),
        number([each.whole.busy for each in ours]),
        number([each.layout or 0.0 for each in ours]),
        seconds,
        share,
        _memory(ours),
        _memory(theirs),
    ]


def crossings(groups: Iterable[Sequence[Sample]]) -> str:
    """Crossings as each engine counts them in its rows, and as they are drawn."""
    head = ("map", "claims", "links", "maps", "counted", "dot counted", "ratio", "no worse")
    return table((*head, "drawn", "dot drawn", "ratio"), map(_crossings_row, groups))


def _crossings_row(samples: Sequence[Sample]) -> list[str]:
    pairs = _pairs(samples)
    counted = [
        (one.counted, other.counted)
        for one, other in pairs
        if one.counted is not None and other.counted is not None
    ]
    drawn = [(one.drawn, other.drawn) for one, other in pairs if one.drawn and other.drawn]
    no_worse = sum(one <= other for one, other in counted)
    ours = [s.engines["argmap"] for s in samples]
    return [
        *_name(samples),
        number([each.counted or 0 for each in ours]),
        number([other for _, other in counted]),
        number([ratio(one, other) for one, other in counted]),
        f"{no_worse} of {len(counted)}" if counted else "-",
        number([each.drawn.crossings for each in ours if each.drawn]),
        number([other.crossings for _, other in drawn]),
        number([ratio(one.crossings, other.crossings) for one, other in drawn]),
    ]


def shape(groups: Iterable[Sequence[Sample]]) -> str:
    """How long and large drawings are beside dot's, and their faults; pairs are argmap's, dot's."""
    head = ("map", "claims", "length / dot's", "width / dot's", "height / dot's", "through boxes")
    more = ("overlaps", "text outside", "loose ends", "quarter turns a line", "straight lines")
    return table((*head, *more), map(_shape_row, groups))


def _shape_row(samples: Sequence[Sample]) -> list[str]:
    drawn = [
        (one.drawn, other.drawn) for one, other in _pairs(samples) if one.drawn and other.drawn
    ]
    ours = [s.engines["argmap"] for s in samples]
    return [
        *_name(samples)[:2],
        *[number([ratio(of(one), of(other)) for one, other in drawn]) for of in _COMPARED],
        *[_beside(ours, drawn, of) for of in _BESIDE],
    ]


def _pairs(samples: Sequence[Sample]) -> list[tuple[Engine, Engine]]:
    return [(s.engines["argmap"], s.engines["dot"]) for s in samples if "dot" in s.engines]


_COMPARED: tuple[Callable[[Measures], float], ...] = (
    lambda drawn: drawn.length,
    lambda drawn: drawn.width,
    lambda drawn: drawn.height,
)
_BESIDE: tuple[Callable[[Measures], float], ...] = (
    lambda drawn: drawn.hits,
    lambda drawn: drawn.overlaps,
    lambda drawn: drawn.text_outside,
    lambda drawn: drawn.loose,
    lambda drawn: drawn.turning,
    lambda drawn: drawn.straight,
)


def _beside(
    ours: Sequence[Engine],
    drawn: Sequence[tuple[Measures, Measures]],
    of: Callable[[Measures], float],
) -> str:
    mine = number([of(each.drawn) for each in ours if each.drawn])
    return f"{mine}, {number([of(other) for _, other in drawn])}"


def other_engines(groups: Iterable[Sequence[Sample]]) -> str:
    """Every engine in a row of its own: seconds, crossings drawn, faults, and its size beside argmap's."""
    head = (
        *("map", "claims", "engine", "whole process s", "layout alone s", "crossings drawn"),
        *("through boxes", "overlaps", "loose ends", "length / argmap's", "area / argmap's"),
    )
    rows = [
        [*_name(samples)[:2], *_engine_row(samples, name)]
        for samples in groups
        for name in samples[0].engines
    ]
    return table(head, rows)


def _engine_row(samples: Sequence[Sample], name: str) -> list[str]:
    engines = [each.engines[name] for each in samples]
    stopped = [each.whole.told for each in engines if not each.whole.ok]
    alone = [each.layout for each in engines if each.layout is not None]
    drawn = [
        (each.engines[name].drawn, each.engines["argmap"].drawn)
        for each in samples
        if each.engines[name].drawn is not None
    ]
    both = [(one, other) for one, other in drawn if one and other]
    return [
        name,
        stopped[0] if stopped else number([each.whole.busy for each in engines]),
        number(alone),
        number([one.crossings for one, _ in both]),
        number([one.hits for one, _ in both]),
        number([one.overlaps for one, _ in both]),
        number([one.loose for one, _ in both]),
        number([ratio(one.length, other.length) for one, other in both]),
        number([ratio(one.width * one.height, other.width * other.height) for one, other in both]),
    ]


def _name(samples: Sequence[Sample]) -> list[str]:
    first = samples[0]
    links = f"{median([each.links for each in samples]):,.0f}"
    return [first.kind, f"{first.claims:,}", links, str(len(samples))]


def _memory(engines: Sequence[Engine]) -> str:
    return number([each.whole.megabytes for each in engines if each.whole.megabytes is not None])


def number(values: Sequence[float]) -> str:
    """The median, with as many digits as it deserves; a dash for none."""
    if not values:
        return "-"
    middle = median(values)
    if isinf(middle):
        return "more"
    if abs(middle - round(middle)) < 0.005 or middle >= 100:
        return f"{middle:,.0f}"
    return f"{middle:.1f}" if middle >= 10 else f"{middle:.2f}"
