"""The code of a wheel: that of the sources without what only its authors read, line for line.

What goes are comments, docstrings of what no user is shown, and the words below values and fields that no user is shown. Users are
shown what the lists (``__all__``) of some modules name, but for private names in it, and what that inherits from. Each line that goes
leaves an empty one, so the lines that tracebacks and coverage name are those of the sources. What a tool reads in the installed
package (``# type: ignore``) stays, and what a licence wants to be kept.

The build's hook, ``wheel_hook.py``, calls `lean`. Nothing of the package is imported: what it needs may not be there.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import TypeAlias

__all__ = ["lean", "without"]

Trees: TypeAlias = Mapping[str, ast.Module]
"""Modules by their dotted names, which end in ``.__init__`` for packages."""

Name: TypeAlias = tuple[str, str]
"""What stands at the top of a module: the module's dotted name, and the name."""

Shows: TypeAlias = Callable[[str], bool]
"""Whether users are shown what has this name."""

Scope: TypeAlias = tuple[ast.AST, bool, Shows]
"""A part of a module, whether its docstring is shown, and which names in it are."""

STAYS = re.compile(r"# *(?:type: |pragma: |noqa)|Copyright|\bLicen[cs]e\b")
"""What is kept wherever it stands: what tools read, and what names a licence."""


def lean(
    package: Mapping[str, str], public: Collection[str], spoken: Collection[str]
) -> dict[str, str]:
    """The texts of the package's files by their paths, as the wheel has them.

    ``public`` are dotted names of the modules that people import from. ``spoken`` are patterns of dotted names of modules whose words
    are shown by others, as a command's help is: whatever stands at their top keeps its own. Raises `ValueError` if there is no such
    public module, and `SyntaxError` for a text that isn't Python.
    """
    trees = {_dotted(path): ast.parse(text, path) for path, text in package.items()}
    homes = {_home(module, trees) for module in public}
    shown = _shown(trees, homes)
    lean = {}
    for path, text in package.items():
        module = _dotted(path)
        is_spoken = any(fnmatchcase(module, pattern) for pattern in spoken)
        shows = _is_any if is_spoken else shown[module].__contains__
        lean[path] = without(text, _words(trees[module], module in homes, shows))
    return lean


def _dotted(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


# Whose words are shown.


def _home(module: str, trees: Trees) -> str:
    """A module under the name that it has here."""
    for name in (module, f"{module}.__init__"):
        if name in trees:
            return name
    raise ValueError(f"there is no module {module}")


def _shown(trees: Trees, listing: Iterable[str]) -> dict[str, set[str]]:
    """For each module the names at its top that users are shown, by these modules' lists."""
    leads: dict[str, dict[str, list[Name]]] = {}
    waiting = [(module, name) for module in listing for name in _listed(trees[module])]
    shown: dict[str, set[str]] = {module: set() for module in trees}
    while waiting:
        module, name = waiting.pop()
        if module in trees and name not in shown[module]:
            shown[module].add(name)
            if module not in leads:
                leads[module] = _leads(module, trees[module])
            waiting += leads[module].get(name, [])
    return shown


def _listed(tree: ast.Module) -> list[str]:
    """What the module's ``__all__`` names."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name("__all__")], value=value):
                return list(ast.literal_eval(value))
    return []


def _leads(module: str, tree: ast.Module) -> dict[str, list[Name]]:
    """For each name of a module what else is shown with it: what it is imported as, or inherits from."""
    leads: dict[str, list[Name]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            home = ".".join([*above, node.module] if node.module else above)
            for alias in node.names:
                ends = [(home, alias.name), (f"{home}.__init__", alias.name)]
                leads.setdefault(alias.asname or alias.name, []).extend(ends)
        elif isinstance(node, ast.ClassDef):
            bases = [part for base in node.bases for part in ast.walk(base)]
            names = [(module, part.id) for part in bases if isinstance(part, ast.Name)]
            leads.setdefault(node.name, []).extend(names)
    return leads


# What goes.


def _words(tree: ast.Module, is_home: bool, shows: Shows) -> Iterator[tuple[ast.Expr, bool]]:
    """The texts in a module that say what something is and that no user is shown; and whether each is all that its part holds."""
    waiting: list[Scope] = [(tree, is_home, shows)]
    while waiting:
        part, stays, shows = waiting.pop()
        for node in ast.iter_child_nodes(part):
            match node:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    if not (stays or STAYS.search(text)):
                        yield node, getattr(part, "body", ()) == [node] and part is not tree
                case ast.ClassDef(name=name) if shows(name):
                    waiting.append((node, True, _is_no_private))
                case (
                    ast.ClassDef(name=name)
                    | ast.FunctionDef(name=name)
                    | ast.AsyncFunctionDef(name=name)
                ):
                    waiting.append((node, shows(name), _is_none))
                case ast.Assign(targets=targets):
                    stays = any(shows(ast.unparse(target)) for target in targets)
                case ast.AnnAssign(target=target):
                    stays = shows(ast.unparse(target))
                case ast.stmt() | ast.ExceptHandler() | ast.match_case():
                    waiting.append((node, False, shows))


def _is_any(_name: str) -> bool:
    """Which names at the top of a spoken module are shown."""
    return True


def _is_no_private(name: str) -> bool:
    """Which names in a class are shown."""
    return re.match("_(?!_)", name) is None


def _is_none(_name: str) -> bool:
    """Which names in a function are shown."""
    return False


def without(text: str, words: Iterable[tuple[ast.Expr, bool]]) -> str:
    """A module's text without these words and without comments, in as many lines."""
    lines = list(io.StringIO(text))
    for word, is_all in words:
        first, after = word.lineno - 1, word.end_lineno or word.lineno
        before = lines[first].encode()[: word.col_offset]
        behind = lines[after - 1].encode()[word.end_col_offset :]
        if re.fullmatch(rb"\s*(#.*)?\n?", before + behind):
            lines[first:after] = ["\n"] * (after - first)
            lines[first] = f"{before.decode()}pass\n" if is_all else "\n"
    rest = "".join(lines)
    for token in tokenize.generate_tokens(io.StringIO(rest).readline) if "#" in rest else ():
        if token.type == tokenize.COMMENT and not STAYS.search(token.string):
            row, column = token.start
            lines[row - 1] = f"{lines[row - 1][:column].rstrip()}\n"
    return "".join(lines)
