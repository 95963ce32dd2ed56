"""Argument maps: build, read, check, draw and property-test them, in pure Python.

A map is a frozen value; everything else is a function from one value to the next. The names below are
loaded when they are used, so that importing argmap stays light.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as in typing, which takes a while to load, and is loaded with the rest where it is needed

if TYPE_CHECKING:
    from typing import Any

    from .comparison import Change, Diff, Merged, diff, draw_diff, merge, patch, unite
    from .drawing import Drawing, Mark, Palette, Paper, Theme, draw
    from .drawing.pages import draw_pages
    from .drawing.web import to_html
    from .errors import (
        ArgmapError,
        BeyondLimit,
        CannotExpress,
        CannotOpen,
        EditError,
        Finding,
        FindingWarning,
        GraphvizError,
        HardSearchWarning,
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
    from .formats import (
        Format,
        Reading,
        Rendering,
        Report,
        dumps,
        loads,
        parse,
        read,
        render,
        write,
    )
    from .formats.repair import repair
    from .integrations.widget import widget
    from .limits import Limits
    from .linting import (
        Place,
        Rule,
        Side,
        Statistics,
        Task,
        lint,
        mend,
        statistics,
        todo,
        verify_sources,
    )
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
        MapView,
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
    from .semantics import (
        BipolarFramework,
        Certificate,
        Evaluation,
        Explanation,
        Framework,
        Verdict,
        WeightedFramework,
        check_certificate,
        cruxes,
        evaluate,
        explain,
        flips,
    )

__all__ = [
    "About",
    "Answer",
    "ArgmapError",
    "ArgumentMap",
    "Attack",
    "BeyondLimit",
    "BipolarFramework",
    "CannotExpress",
    "CannotOpen",
    "Certificate",
    "Change",
    "Citation",
    "Claim",
    "Conflict",
    "Data",
    "Diff",
    "Draft",
    "Drawing",
    "EditError",
    "Element",
    "Evaluation",
    "Explanation",
    "Finding",
    "FindingWarning",
    "Format",
    "Framework",
    "GraphvizError",
    "Group",
    "HardSearchWarning",
    "InvalidMap",
    "Issue",
    "Limits",
    "Link",
    "Loss",
    "LossWarning",
    "MapView",
    "Mark",
    "Merged",
    "MissingExtra",
    "Palette",
    "Paper",
    "Participant",
    "Place",
    "PluginError",
    "Preference",
    "Problem",
    "ReadError",
    "Reading",
    "Rebuttal",
    "Record",
    "Rendering",
    "Rephrase",
    "Report",
    "Rule",
    "Scheme",
    "Side",
    "Source",
    "Statistics",
    "Step",
    "Support",
    "Task",
    "Theme",
    "TooLarge",
    "Undercut",
    "UnknownFormat",
    "UnknownId",
    "UnknownName",
    "Verdict",
    "WeightedFramework",
    "WriteError",
    "__version__",
    "check_certificate",
    "cruxes",
    "diff",
    "draw",
    "draw_diff",
    "draw_pages",
    "dumps",
    "evaluate",
    "explain",
    "flips",
    "from_networkx",
    "lint",
    "loads",
    "mend",
    "merge",
    "parse",
    "patch",
    "read",
    "render",
    "repair",
    "statistics",
    "to_html",
    "todo",
    "unite",
    "verify_sources",
    "widget",
    "write",
]

__version__ = "0.1.0"

_HOMES: dict[str, tuple[str, ...]] = {
    "comparison": ("Change", "Diff", "Merged", "diff", "draw_diff", "merge", "patch", "unite"),
    "drawing": (
        "Drawing",
        "Mark",
        "Palette",
        "Paper",
        "Theme",
        "draw",
    ),
    "drawing.pages": ("draw_pages",),
    "drawing.web": ("to_html",),
    "errors": (
        "ArgmapError",
        "BeyondLimit",
        "CannotExpress",
        "CannotOpen",
        "EditError",
        "Finding",
        "FindingWarning",
        "GraphvizError",
        "HardSearchWarning",
        "InvalidMap",
        "Loss",
        "LossWarning",
        "MissingExtra",
        "PluginError",
        "Problem",
        "ReadError",
        "TooLarge",
        "UnknownFormat",
        "UnknownId",
        "UnknownName",
        "WriteError",
    ),
    "formats": (
        "Format",
        "Reading",
        "Rendering",
        "Report",
        "dumps",
        "loads",
        "parse",
        "read",
        "render",
        "write",
    ),
    "formats.repair": ("repair",),
    "integrations.widget": ("widget",),
    "limits": ("Limits",),
    "linting": (
        "Place",
        "Rule",
        "Side",
        "Statistics",
        "Task",
        "lint",
        "mend",
        "statistics",
        "todo",
        "verify_sources",
    ),
    "model": (
        "About",
        "Answer",
        "ArgumentMap",
        "Attack",
        "Citation",
        "Claim",
        "Conflict",
        "Data",
        "Draft",
        "Element",
        "Group",
        "Issue",
        "Link",
        "MapView",
        "Participant",
        "Preference",
        "Rebuttal",
        "Record",
        "Rephrase",
        "Scheme",
        "Source",
        "Step",
        "Support",
        "Undercut",
    ),
    "model.from_graph": ("from_networkx",),
    "semantics": (
        "BipolarFramework",
        "Certificate",
        "Evaluation",
        "Explanation",
        "Framework",
        "Verdict",
        "WeightedFramework",
        "check_certificate",
        "cruxes",
        "evaluate",
        "explain",
        "flips",
    ),
}
"""The module that each public name is loaded from; a test holds the two lists together."""

_MODULES = ("comparison", "errors", "formats", "semantics", "strategies")
"""What is spoken of as ``argmap.semantics`` is there for whoever has imported ``argmap`` alone, and loaded when it is."""


if not TYPE_CHECKING:  # pragma: no branch - else a misspelt name would be taken for Any

    def __getattr__(name: str) -> Any:
        for home, names in _HOMES.items():
            if name in names:
                from .pause import no_garbage

                with no_garbage():  # classes are made by the dozen, and none is garbage
                    value = getattr(import_module(f".{home}", __name__), name)
                globals()[name] = value
                return value
        if name in _MODULES:
            return import_module(f".{name}", __name__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
