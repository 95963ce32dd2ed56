"""The house rules that a reader of the code can count on, checked on every file."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import frozen

import argmap

PACKAGE = Path(argmap.__file__).parent
ROOT = Path(__file__).parent.parent

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@frozen
class Broken:
    """One place that breaks a rule: its line, what is wrong, and the function it is in."""

    line: int
    what: str
    function: str = ""


Rule: TypeAlias = Callable[[ast.Module, str], Iterator[Broken]]

MOST_LINES = 400
MOST_STATEMENTS = 40

EXEMPT: dict[tuple[str, str], str] = {
    ("calls itself", "argmap/model/data.py:thaw"): "free data nests 100 deep at most",
    ("calls itself", "argmap/model/data.py:_frozen"): "it counts its depth, to 100",
    ("calls itself", "argmap/model/data.py:_frozen_late"): "what it is given nests 90 deep at most",
    ("calls itself", "argmap/model/data.py:_depth"): "it asks frozen data, which knows its depth",
    ("calls itself", "argmap/model/check.py:texts_of"): "a citation holds no citations",
    ("calls itself", "argmap/drawing/svg_writer.py:draw"): "a scene nests three deep",
    ("calls itself", "argmap/drawing/pdf/content.py:_draw"): "a scene nests three deep",
    ("order of a set", "argmap/model/change.py:hanging"): "a work list; what it finds is a set",
}
"""What may break a rule, and why: a word of the rule, and the function."""

UNFINISHED = re.compile(rf"\b({'|'.join(['TO' + 'DO', 'FIX' + 'ME', 'X' * 3, 'HA' + 'CK'])})\b")
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:work|farm|tmp|root|home|opt)/\w|\.libr[a]ry\b")
HOST = re.compile(r"pyp[i]\.org|pythonhost[e]d\.org|npm[j]s\.|deb[.]debian\.org")

EXEMPTION = re.compile(
    r"(?:ruff: *)?noqa(?:: *[A-Z]+\d+(?:, *[A-Z]+\d+)*)?|type: *ignore(?:\[[\w, -]+\])?"
    r"|pragma: *no *\w+|(?:fmt|mypy|pylint): *\w+"
)
"""What switches a check off; two words or more beside it are its reason."""

SETS = frozenset({"set", "frozenset", "AbstractSet", "MutableSet", "Set", "KeysView"})
SET_METHODS = frozenset({"union", "intersection", "difference", "symmetric_difference"})
ANY_ORDER = frozenset({"all", "any", "frozenset", "len", "max", "min", "set", "sorted"})
"""What gives the same answer for any order of what it is given."""

ORDERED = frozenset({"dict", "enumerate", "iter", "join", "list", "map", "next", "tuple", "zip"})
"""What hands the order on."""


def python_files(folder: Path) -> list[Path]:
    """The Python files below a folder, in order."""
    return sorted(folder.rglob("*.py"))


def text_files() -> Iterator[Path]:
    """The project's own text files: what git would track, told without git."""
    kept = [path for path in ROOT.glob("*") if not path.name.startswith(".")]
    for part in (".ci", "argmap", "docs", "examples", "tests"):
        kept += (ROOT / part).rglob("*")
    for path in sorted(kept):
        made = {"_build", "__pycache__"}.intersection(path.relative_to(ROOT).parts)
        if path.is_file() and not made and path.suffix not in {".png", ".pyc", ".webp"}:
            yield path


# The rules.


def too_long(tree: ast.Module, text: str) -> Iterator[Broken]:
    """A file is one idea; a function is read at one look."""
    lines = text.count("\n")
    if lines > MOST_LINES:
        yield Broken(1, f"{lines} lines, {MOST_LINES} at most")
    for function in _functions(tree):
        statements = sum(isinstance(node, ast.stmt) for node in _walk(function)) - 1
        if statements > MOST_STATEMENTS:
            what = f"{statements} statements, {MOST_STATEMENTS} at most"
            yield Broken(function.lineno, what, function.name)


def undocumented(tree: ast.Module, text: str) -> Iterator[Broken]:
    """Every public module, class and function says what it is."""
    if not ast.get_docstring(tree):
        yield Broken(1, "the module has no docstring")
    for node in _public(tree):
        if not ast.get_docstring(node):
            yield Broken(node.lineno, "no docstring", node.name)


def unlisted(tree: ast.Module, text: str) -> Iterator[Broken]:
    """``__all__`` is the public surface: it is there where there are public names, and it is true."""
    public = [node for node in _public(tree) if node in tree.body]
    listed = _listed(tree)
    if listed is None and public:
        yield Broken(1, f"{public[0].name} is public and there is no __all__")
    for name in sorted((listed or set()) - set(_bound(tree))):
        yield Broken(1, f"{name} is in __all__ and not in the module")


def banned(tree: ast.Module, text: str) -> Iterator[Broken]:
    """No ``assert``, ``print``, bare ``except`` or loop without an end in its head."""
    for node in _walk(tree):
        match node:
            case ast.Assert():
                yield Broken(node.lineno, "assert: raise what the caller can catch")
            case ast.Call(func=ast.Name(id="print")):
                yield Broken(node.lineno, "print: return the text")
            case ast.ExceptHandler(type=None):
                yield Broken(node.lineno, "a bare except: name what is caught")
            case ast.While(test=ast.Constant(value=value)) if value:
                yield Broken(node.lineno, "an endless loop: say in its head when it ends")


def recursive(tree: ast.Module, text: str) -> Iterator[Broken]:
    """No function calls itself: an input can be deeper than the stack."""
    classes = [node for node in _walk(tree) if isinstance(node, ast.ClassDef)]
    methods = {id(node) for each in classes for node in each.body}
    for function in _functions(tree):
        itself = _method_called if id(function) in methods else _function_called
        for node in _walk(function):
            if itself(node) == function.name:
                yield Broken(getattr(node, "lineno", 1), "calls itself", function.name)


def unordered(tree: ast.Module, text: str) -> Iterator[Broken]:
    """No set is iterated where its order could be seen, as far as a syntax tree shows."""
    everywhere = _set_names(tree)
    for scope in (tree, *_functions(tree)):
        sets = everywhere | _set_names(scope)
        free = {id(given) for node in _walk(scope) for given in _order_free(node)}
        for node in _own(scope):
            for line, iterated in _iterated(node, free):
                if _is_set(iterated, sets):
                    yield Broken(line, "the order of a set can be seen", getattr(scope, "name", ""))


def unfinished(tree: ast.Module, text: str) -> Iterator[Broken]:
    """What is to be done is an issue, not a comment."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := UNFINISHED.search(line):
            yield Broken(number, found[0])


def unreasoned(tree: ast.Module, text: str) -> Iterator[Broken]:
    """An exemption from a check has its reason beside it."""
    lines = iter(text.splitlines(keepends=True) if EXEMPTION.search(text) else ())
    for token in tokenize.generate_tokens(lambda: next(lines, "")):
        if token.type == tokenize.COMMENT and EXEMPTION.search(token.string):
            reason = EXEMPTION.sub("", token.string)
            if len(re.findall(r"\w+", reason)) < 2:
                yield Broken(token.start[0], f"no reason beside {token.string.strip()!r}")


def untold(tree: ast.Module, text: str) -> Iterator[Broken]:
    """A test says what would be wrong if it failed."""
    for function in _functions(tree):
        if function.name.startswith("test") and not ast.get_docstring(function):
            yield Broken(function.lineno, "no docstring", function.name)


# What the rules look at.


@cache
def _children(node: ast.AST) -> list[ast.AST]:
    """The nodes right below this one: eight rules ask for those of every node, many times."""
    return list(ast.iter_child_nodes(node))


def _walk(tree: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it, level by level."""
    waiting = [tree]
    for node in waiting:
        yield node
        waiting += _children(node)


def _functions(tree: ast.AST) -> list[Function]:
    return [node for node in _walk(tree) if isinstance(node, Function)]


def _public(tree: ast.Module) -> Iterator[ast.ClassDef | Function]:
    """Public classes and functions of a module, and the public methods of those classes."""
    waiting: list[ast.stmt] = list(tree.body)
    for node in waiting:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                waiting += node.body


def _function_called(node: ast.AST) -> str | None:
    """``f`` for ``f(x)`` and for ``map(f, x)``."""
    match node:
        case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=name), *_]):
            return name
        case ast.Call(func=ast.Name(id=name)):
            return name
    return None


def _method_called(node: ast.AST) -> str | None:
    """``f`` for ``self.f(x)``."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name)):
            return name
    return None


def _listed(tree: ast.Module) -> set[str] | None:
    """The names in ``__all__``, or None where there is none."""
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id="__all__")], value=ast.List() | ast.Tuple() as names
            ):
                return {str(name.value) for name in names.elts if isinstance(name, ast.Constant)}
    return None


def _bound(tree: ast.Module) -> Iterator[str]:
    """Every name that a module's own statements bind, those under ``if`` and ``try`` too."""
    for node in _walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.alias(asname=str(name)):
                yield name
            case ast.alias(name=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a scope, without those of the functions in it."""
    waiting = list(_children(scope))
    for node in waiting:
        yield node
        if not isinstance(node, Function):
            waiting += _children(node)


def _set_names(scope: ast.AST) -> set[str]:
    """The names that are sets for sure: by their annotation, or by every value they are given."""
    values: dict[str, list[bool]] = {}
    for node in _own(scope):
        match node:
            case (
                ast.AnnAssign(target=ast.Name(id=name), annotation=kind)
                | ast.arg(arg=name, annotation=ast.expr() as kind)
            ):
                values.setdefault(name, []).append(_annotated_set(kind))
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                values.setdefault(name, []).append(_is_set(value, set()))
            case ast.For(target=ast.Name(id=name)):
                values.setdefault(name, []).append(False)
    return {name for name, sets in values.items() if all(sets)}


def _annotated_set(kind: ast.expr) -> bool:
    outer = kind.value if isinstance(kind, ast.Subscript) else kind
    return isinstance(outer, ast.Name) and outer.id in SETS


def _is_set(node: ast.expr, names: set[str]) -> bool:
    """Whether an expression is a set: a display, a call of ``set``, an operation on one, a known name."""
    match node:
        case ast.Set() | ast.SetComp():
            return True
        case ast.Name(id=name):
            return name in names
        case ast.Call(func=ast.Name(id=name)):
            return name in {"set", "frozenset"}
        case ast.Call(func=ast.Attribute(value=value, attr=name)):
            return name in SET_METHODS and _is_set(value, names)
        case ast.BinOp(
            left=left, op=ast.Sub() | ast.BitOr() | ast.BitAnd() | ast.BitXor(), right=right
        ):
            sides = [_is_set(side, names) or _is_keys(side) for side in (left, right)]
            return any(sides)
    return False


def _is_keys(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "keys"
    )


def _order_free(node: ast.AST) -> Iterator[ast.AST]:
    """What is iterated at this node by something that doesn't care for the order."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=arguments) if name in ANY_ORDER:
            yield from arguments
        case ast.SetComp():
            yield node


def _iterated(node: ast.AST, free: set[int]) -> Iterator[tuple[int, ast.expr]]:
    """What is iterated at this node in an order that can be seen."""
    match node:
        case ast.For(iter=iterated):
            yield node.lineno, iterated
        case ast.ListComp() | ast.DictComp() | ast.GeneratorExp() if id(node) not in free:
            yield from ((node.lineno, part.iter) for part in node.generators)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments) if (
            name in ORDERED
        ):
            yield from ((node.lineno, argument) for argument in arguments)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            yield from (
                (node.lineno, part.value) for part in parts if isinstance(part, ast.Starred)
            )


# The tests.


def broken(
    rules: Iterable[Rule], files: Iterable[Path], base: Path
) -> Iterator[tuple[str, Broken]]:
    """What breaks the rules in the files, each with its file."""
    for path in files:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        for rule in rules:
            for each in rule(tree, text):
                yield path.relative_to(base).as_posix(), each
        _children.cache_clear()  # else the trees of all files are kept


def exempted(file: str, each: Broken) -> bool:
    """Whether this is one of those that may be."""
    return any(word in each.what and where == f"{file}:{each.function}" for word, where in EXEMPT)


def told(found: Iterable[tuple[str, Broken]]) -> str:
    """What breaks the rules and may not, line by line."""
    return "\n".join(
        f"{file}:{each.line}: {each.function} {each.what}".replace("  ", " ")
        for file, each in found
        if not exempted(file, each)
    )


IN_PACKAGE = (
    too_long,
    undocumented,
    unlisted,
    banned,
    recursive,
    unordered,
    unfinished,
    unreasoned,
)
IN_TESTS = (untold, unfinished, unreasoned)


@pytest.mark.slow
@pytest.mark.no_cover
def test_the_package_keeps_the_house_rules() -> None:
    """Else a file has grown too long, a name is undocumented, output hangs on a set's order, or what was cured falls ill again unseen."""
    found = list(broken(IN_PACKAGE, python_files(PACKAGE), PACKAGE.parent))
    wrong = told(found)
    assert not wrong, wrong
    for word, where in EXEMPT:
        needed = [each for file, each in found if where == f"{file}:{each.function}"]
        assert any(word in each.what for each in needed), f"no exemption of {where} is needed"


@pytest.mark.slow
@pytest.mark.no_cover
def test_the_tests_and_examples_keep_theirs() -> None:
    """Else a test doesn't say what it is for, or a check is switched off without a reason."""
    found = told(broken(IN_TESTS, python_files(ROOT / "tests"), ROOT))
    for folder in ("examples", ".ci"):
        found += told(broken((unfinished, unreasoned), python_files(ROOT / folder), ROOT))
    assert not found, found


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Else the project tells where it was written, and works only there."""
    problems = []
    for path in text_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if MACHINE_PATH.search(line) or HOST.search(line):
                problems.append(
                    f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:80]}"
                )
    assert not problems, "\n".join(problems)


def test_the_tests_stand_as_the_package_does() -> None:
    """Else nobody finds the tests of a module."""
    others = {"adversarial", "benchmarks", "cases", "nightly", "properties", "tools"}
    for path in (ROOT / "tests").rglob("test_*.py"):
        folder = path.parent.relative_to(ROOT / "tests")
        if not others.intersection(folder.parts):
            assert (PACKAGE / folder).is_dir(), f"argmap has no {folder.as_posix()}"


def test_every_rule_that_is_switched_off_says_why() -> None:
    """Else nobody dares to switch it on again."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("ignore = [")
    ignored = lines[start + 1 : lines.index("]", start)]
    assert ignored
    assert [line for line in ignored if not re.search(r'^ +"\w+", +# \S', line)] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (too_long, "x = 1\n" * 401),
        (too_long, "def f():\n" + "    x = 1\n" * 41),
        (undocumented, "x = 1\n"),
        (undocumented, '"""M."""\ndef f(): pass\n'),
        (undocumented, '"""M."""\nclass A:\n    """A."""\n    def f(self): pass\n'),
        (unlisted, "def f(): pass\n"),
        (unlisted, "__all__ = ['f', 'g']\ndef f(): pass\n"),
        (banned, "assert x\n"),
        (banned, "print(1)\n"),
        (banned, "try:\n    f()\nexcept:\n    pass\n"),
        (banned, "while True:\n    f()\n"),
        (banned, "while 1:\n    f()\n"),
        (recursive, "def f(x):\n    return f(x.rest)\n"),
        (recursive, "class A:\n    def f(self):\n        return self.f()\n"),
        (recursive, "def f(x):\n    return list(map(f, x))\n"),
        (unordered, "for x in {1, 2}: pass\n"),
        (unordered, "for x in set(y): pass\n"),
        (unordered, "for x in frozenset(y) - z: pass\n"),
        (unordered, "for x in a.keys() & b: pass\n"),
        (unordered, "x = [y for y in {1, 2}]\n"),
        (unordered, "x = list(set(y))\n"),
        (unordered, "x = ', '.join({a for a in b})\n"),
        (unordered, "x = ', '.join(str(a) for a in {1, 2})\n"),
        (unordered, "x = [*{1, 2}]\n"),
        (unordered, "def f(a):\n    seen = set()\n    for x in seen: pass\n"),
        (unordered, "def f(seen: set[str]):\n    return [x for x in seen]\n"),
        (unordered, "def f():\n    seen: set[str] = g()\n    return tuple(seen)\n"),
        (unordered, "SEEN = {1}\ndef f():\n    return list(SEEN)\n"),
        (unordered, "def f():\n    seen = {1}\n    return list(seen.union(g))\n"),
        (unfinished, "# TO" + "DO: more\n"),
        (unreasoned, "x = 1  # noqa\n"),
        (unreasoned, "x = 1  # noqa: E501\n"),
        (unreasoned, "x = 1  # noqa: E501 - long\n"),
        (unreasoned, "x = f(1)  # type: ignore[arg-type]\n"),
        (unreasoned, "x = f(1)  # pragma: no cover\n"),
        (untold, "def test_x(): pass\n"),
        (untold, "class TestX:\n    def test_x(self): pass\n"),
    ],
)
def test_a_planted_violation_is_found(rule: Rule, text: str) -> None:
    """Else the rule lets everything pass."""
    assert len(list(rule(ast.parse(text), text))) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (undocumented, '"""M."""\ndef _f(): pass\nclass _A:\n    def f(self): pass\n'),
        (unlisted, "__all__ = ['f', 'X', 'g']\nfrom a import g\nX = 1\ndef f(): pass\n"),
        (unlisted, "_x = 1\ndef _f(): pass\n"),
        (recursive, "class A:\n    def f(self):\n        return f(self)\n"),
        (recursive, "def f(x):\n    return x.f(g(x))\n"),
        (banned, "while x:\n    f()\n"),
        (unordered, "for x in sorted({1, 2}): pass\n"),
        (unordered, "x = any(y for y in {1, 2})\n"),
        (unordered, "x = {y for y in {1, 2}}\n"),
        (unordered, "x = {y: 1 for y in dict.fromkeys(a)}\n"),
        (unordered, "def f(x):\n    x = set()\n    x = []\n    return list(x)\n"),
        (unordered, "def f():\n    seen = set()\n    return 3 in seen\n"),
        (unreasoned, "x = 1  # noqa: E501 - a text is better whole\n"),
        (unreasoned, "x = f(1)  # type: ignore[arg-type]  # f takes more than it says\n"),
        (unreasoned, "x = '# noqa'\n"),
        (untold, 'def test_x():\n    """Else it is broken."""\n'),
    ],
)
def test_what_is_right_is_let_pass(rule: Rule, text: str) -> None:
    """Else the rule forbids good code."""
    assert list(rule(ast.parse(text), text)) == []


@pytest.mark.parametrize(
    "line", ["see /wo" + "rk/x", "'/tm" + "p/a'", "(/ro" + "ot/b)", "https://pyp" + "i.org"]
)
def test_a_machine_or_registry_is_known_by_its_name(line: str) -> None:
    """Else the test above finds nothing."""
    assert MACHINE_PATH.search(line) or HOST.search(line)
