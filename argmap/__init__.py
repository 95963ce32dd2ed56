"""Argument maps: build, read, check, draw and property-test them, in pure Python.

A map is a frozen value; everything else is a function from one value to the next. The names below are
loaded when they are used, so that importing argmap stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .errors import (
        ArgmapError,
        CannotExpress,
        CannotOpen,
        EditError,
        Finding,
        FindingWarning,
        GraphvizError,
        InvalidMap,
        Loss,
        LossWarning,
        MissingExtra,
        PluginError,
        Problem,
        ReadError,
        TooLarge,
        UnknownFormat,
        UnknownId,
        UnknownName,
        WriteError,
    )
    from .formats import Format, Reading, Rendering, dumps, loads, parse, read, render, write
    from .limits import Limits
    from .model import (
        About,
        Answer,
        ArgumentMap,
        Attack,
        Citation,
        Claim,
        Conflict,
        Data,
        Draft,
        Element,
        Group,
        Issue,
        Link,
        Participant,
        Preference,
        Rebuttal,
        Record,
        Rephrase,
        Scheme,
        Source,
        Step,
        Support,
        Undercut,
    )
    from .model.from_graph import from_networkx

_HOME: dict[str, str] = {
    **dict.fromkeys(
        """ArgmapError CannotExpress CannotOpen EditError Finding FindingWarning GraphvizError InvalidMap
        Loss LossWarning MissingExtra PluginError Problem ReadError TooLarge UnknownFormat UnknownId
        UnknownName WriteError""".split(),
        "errors",
    ),
    **dict.fromkeys(
        "Format Reading Rendering dumps loads parse read render write".split(), "formats"
    ),
    "Limits": "limits",
    **dict.fromkeys(
        """About Answer ArgumentMap Attack Citation Claim Conflict Data Draft Element Group Issue Link
        Participant Preference Rebuttal Record Rephrase Scheme Source Step Support Undercut""".split(),
        "model",
    ),
    "from_networkx": "model.from_graph",
}

__all__ = [*_HOME, "__version__"]  # noqa: PLE0604 - the table above is the one list of public names


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
