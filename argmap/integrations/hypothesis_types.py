"""``hypothesis.strategies.from_type`` knows argmap's types: Hypothesis asks here, by an entry point, when it is imported.

Nothing of argmap is imported then. The types of a module are made known when the module itself is imported, and a strategy
is made when it is drawn from.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

__all__ = ["TYPES", "register"]

TYPES: dict[str, dict[str, str]] = {
    "argmap.model": {
        "ArgumentMap": "maps",
        "Draft": "drafts",
        "Claim": "claims",
        "Issue": "issues",
        "Link": "links",
        "Step": "steps",
        "Attack": "attacks",
        "Support": "supports",
        "Rebuttal": "rebuttals",
        "Undercut": "undercuts",
        "Conflict": "conflicts",
        "Rephrase": "rephrases",
        "Preference": "preferences",
        "Answer": "answers",
        "About": "abouts",
        "Citation": "citations",
        "Group": "groups",
        "Participant": "participants",
        "Scheme": "schemes",
        "Source": "sources",
        "Data": "frozen_data",
        "MapView": "views",
    },
    "argmap.semantics": {
        "Framework": "abstract_frameworks",
        "Qbaf": "qbafs",
        "BipolarFramework": "bipolar_frameworks",
        "WeightedFramework": "weighted_frameworks",
        "Evaluation": "evaluations",
        "Certificate": "certificates",
    },
    "argmap.comparison": {"Diff": "diffs", "Change": "changes"},
    "argmap.formats": {"Format": "formats"},
    "argmap.limits": {"Limits": "limits"},
    "argmap.drawing": {
        "Drawing": "drawings",
        "Mark": "marks",
        "Palette": "palettes",
        "Paper": "papers",
        "Theme": "themes",
    },
}
"""For each module the types it has, each with the name of its strategy in `argmap.integrations.by_type`."""

_waiting: set[str] = set()


def register() -> None:
    """Make known the types of what is imported already, and of the rest as soon as it is; done once, however often asked for."""
    for module, types in TYPES.items():
        if module in sys.modules and hasattr(sys.modules[module], next(iter(types))):
            _make_known(sys.modules[module])
        else:
            _waiting.add(module)
    if _waiting and not any(isinstance(each, _Waiting) for each in sys.meta_path):
        sys.meta_path.insert(0, _Waiting())


def _make_known(module: ModuleType) -> None:
    from hypothesis.strategies import register_type_strategy

    for name, strategy in TYPES[module.__name__].items():
        register_type_strategy(getattr(module, name), _made_of(strategy))


def _made_of(name: str) -> Callable[[type], Any]:
    def strategy(kind: type) -> Any:
        from . import by_type

        return getattr(by_type, name)()

    return strategy


class _Waiting(MetaPathFinder):
    """Sees a module of argmap imported, and makes its types known after that."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module's spec as others find it, with a loader that has one thing more to do."""
        if name not in _waiting:
            return None
        _waiting.remove(name)
        spec = find_spec(name)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loading(spec.loader)
        return spec


class _Loading(Loader):
    """Loads a module as its own loader does, and makes its types known after that."""

    def __init__(self, own: Loader) -> None:
        self._own = own

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """What the module's own loader creates."""
        return self._own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module with its own loader in place, which may be asked for its code or its files."""
        spec: Any = module.__spec__
        module.__loader__ = spec.loader = self._own
        self._own.exec_module(module)
        _make_known(module)
