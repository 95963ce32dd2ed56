"""What holds of every format: what is written is read again, the same map gives the same bytes, no document gives anything but a map or an error."""

from __future__ import annotations

from copy import deepcopy

from ..errors import ReadError
from ..formats import Format, Reading, Rendering
from ..limits import Limits
from ..model import ArgumentMap
from ..registry import FORMATS
from ..source import SourceText
from .differences import differences
from .of_maps import check_invariants

__all__ = ["check_reader", "check_round_trip", "check_writer_determinism"]


def check_round_trip(format: Format | str, map: ArgumentMap) -> ArgumentMap:
    """The map that is read from what a format writes of ``map``.

    Raises AssertionError where something is lost or changed that no loss names, and where what was read isn't written and read once
    more without any loss; `ReadError` where it isn't read at all. ``format`` is a name or a `Format` of your own.

    >>> from argmap import Draft
    >>> draft = Draft()
    >>> co_ops = draft.claim("Co-ops are good.")
    >>> check_round_trip("argdown", draft.map()) == draft.map()
    True
    """
    chosen = _format(format)
    rendering = _write(chosen, map)
    back = _read(chosen, rendering).map
    if found := differences(map, back, rendering.losses):
        told = [*found, rendering.text, *[str(loss) for loss in rendering.losses]]
        raise AssertionError(f"{chosen.title} changes the map:\n" + "\n".join(told))
    again = _write(chosen, back)
    if again.losses and not rendering.losses:
        told = [str(loss) for loss in again.losses]
        raise AssertionError(f"{chosen.title} can't say what it read:\n" + "\n".join(told))
    same = (again.text, again.beside) == (rendering.text, rendering.beside)
    if not same and not rendering.losses:
        told = [rendering.text, again.text]
        raise AssertionError(f"{chosen.title} writes the map anew:\n" + "\nand then\n".join(told))
    return back


def check_writer_determinism(format: Format | str, map: ArgumentMap) -> Rendering:
    """What a format writes of ``map``; raises AssertionError unless an equal map, made anew, gives the same bytes and losses.

    That hash seeds change nothing can't be seen from within one process: run the test under several PYTHONHASHSEED.
    """
    chosen = _format(format)
    first = _write(chosen, map)
    for other in (map, deepcopy(map), map.draft().map()):
        if _write(chosen, other) != first:
            raise AssertionError(f"{chosen.title} writes equal maps differently:\n{first.text}")
    return first


def check_reader(format: Format | str, document: str) -> Reading | ReadError:
    """What a format reads of any document, or the error with which it is refused.

    Raises AssertionError where the map that was read breaks an invariant, or is read differently the second time, and
    lets through whatever else the reader raises: a reader gives a map or a `ReadError`.
    """
    chosen = _format(format)
    try:
        reading = _read(chosen, Rendering(document))
    except ReadError as error:
        return error
    check_invariants(reading.map)
    if _read(chosen, Rendering(document)) != reading:
        raise AssertionError(f"{chosen.title} reads a document differently the second time")
    return reading


def _format(format: Format | str) -> Format:
    chosen: Format = FORMATS.get(format) if isinstance(format, str) else format
    return chosen


def _write(format: Format, map: ArgumentMap) -> Rendering:
    if format.write is None:
        raise TypeError(f"{format.title} isn't written")
    return format.write(map)


def _read(format: Format, rendering: Rendering) -> Reading:
    if format.read is None:
        raise TypeError(f"{format.title} isn't read")
    beside = tuple([(suffix, SourceText("<text>", text)) for suffix, text in rendering.beside])
    source = SourceText("<text>", rendering.text, beside=beside)
    return format.read(source, strict=False, limits=Limits())
