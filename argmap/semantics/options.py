"""What is asked of an evaluation besides the semantics."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, get_args

from attrs import Attribute, asdict, field, frozen

from ..errors import UnknownName

__all__ = ["FLAT", "READINGS", "WEIGHINGS", "Options", "Reading"]

Reading: TypeAlias = Literal["program", "attacks", "deductive", "necessary", "evidential"]
READINGS: tuple[str, ...] = get_args(Reading)

FLAT = ("attacks", "deductive", "necessary")
"""The readings in which claims alone are arguments."""

Weighing: TypeAlias = Literal["last", "weakest"]
WEIGHINGS: tuple[str, ...] = get_args(Weighing)

_MOST = 4


def _reading(owner: Any, attribute: Attribute[str], value: str) -> None:
    if value not in READINGS:
        raise UnknownName("reading", value, READINGS)


def _weighing(owner: Any, attribute: Attribute[str | None], value: str | None) -> None:
    if value is not None and value not in WEIGHINGS:
        raise UnknownName("way to weigh preferences", value, WEIGHINGS)


def _reduction(owner: Any, attribute: Attribute[int], value: Any) -> None:
    if type(value) is not int or not 1 <= value <= _MOST:
        raise ValueError(f"a reduction is 1, 2, 3 or 4, not {value!r}")


@frozen
class Options:
    """How a map is read; raises `UnknownName` or `ValueError` for what there isn't.

    ``reading`` says how supports bear on claims, ``weigh`` by what an attack is too weak for its target, and ``reduction`` what
    then becomes of it.
    """

    require_backing: bool = False
    without: tuple[str, ...] = ()
    assume: tuple[str, ...] = ()
    reading: str = field(default="program", validator=_reading)
    weigh: str | None = field(default=None, validator=_weighing)
    reduction: int = field(default=1, validator=_reduction)

    def __attrs_post_init__(self) -> None:
        if self.require_backing and self.reading != "program":
            raise ValueError(f"the {self.reading} reading knows no backing that could be required")

    @property
    def flat(self) -> bool:
        """Whether claims alone are arguments."""
        return self.reading in FLAT

    def named(self, semantics: str) -> str:
        """The semantics with what else is asked that isn't usual, such as ``grounded, deductive``."""
        parts = [semantics] if self.reading == "program" else [semantics, self.reading]
        if self.weigh is not None:
            parts.append(f"weighed by {self.weigh}, reduction {self.reduction}")
        return ", ".join(parts)

    def asked(self) -> dict[str, Any]:
        """The options by name."""
        return asdict(self)
