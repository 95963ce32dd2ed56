"""What a weighing or a comparison says of an element, as a drawing shows it: a verdict, a strength, a change."""

from __future__ import annotations

from math import isfinite
from typing import Any, get_args

from attrs import Attribute, field

from ..errors import UnknownName
from ..values import frozen
from .marks import CHANGES, Altered, Sign, Verdict

__all__ = ["Mark"]


def _verdict(owner: Any, attribute: Attribute[str | None], value: Any) -> None:
    if value is not None and value not in get_args(Verdict):
        raise UnknownName("verdict", str(value), get_args(Verdict))


def _change(owner: Any, attribute: Attribute[str | None], value: Any) -> None:
    if value is not None and value not in CHANGES:
        raise UnknownName("change", str(value), CHANGES)


def _strength(owner: Any, attribute: Attribute[float | None], value: Any) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if value is not None and not (number and 0 <= value <= 1):
        raise ValueError(f"a strength is a number from 0 to 1, not {value!r}")


@frozen
class Mark:
    """A verdict, a strength in [0, 1], and what has become of the element since; each may be missing.

    ``by`` says what a verdict rests on, such as ``grounded``, and ``why`` gives the reason in a sentence: the legend tells the
    one, and whoever asks for a card's description hears the other.
    """

    verdict: Verdict | None = field(default=None, validator=_verdict)
    strength: float | None = field(default=None, validator=_strength)
    by: str = ""
    why: str = ""
    change: Altered | None = field(default=None, validator=_change, kw_only=True)

    @property
    def sign(self) -> Sign | None:
        """What the badge shows: the change, else the verdict."""
        return self.change or self.verdict
