"""Tests of the errors: the tree as drawn, messages of one shape, pickles that come back whole."""

from __future__ import annotations

import builtins
import copy
import os
import pickle
import re
from inspect import isclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import Claim, errors
from argmap.errors import (
    ArgmapError,
    BeyondLimit,
    CannotExpress,
    CannotOpen,
    EditError,
    Finding,
    GraphvizError,
    InvalidMap,
    Loss,
    MissingExtra,
    PluginError,
    Problem,
    ReadError,
    TooLarge,
    UnknownFormat,
    UnknownId,
    UnknownName,
    WriteError,
    did_you_mean,
)
from argmap.source import SourceText

SOURCE = SourceText("a.json", "one\ntwo")
LOSS = Loss("weight", "b", "the weight 0.5", "DOT has none")
EXAMPLES: list[ArgmapError] = [
    ArgmapError("something"),
    InvalidMap([Problem("dangling", "b points at c", ("b", "c"))]),
    EditError("no"),
    UnknownId("b", ["b2"]),
    UnknownName("format", "jsn", ["json", "dot"]),
    PluginError("the plug-in fails"),
    ReadError("what", span=SOURCE.span(4, 6), path="claims[3].id", hint="do this"),
    UnknownFormat("what", name="x.y"),
    TooLarge("too much"),
    CannotOpen("not there", name="a.json", hint="did you mean 'b.json'?"),
    WriteError("a: can't be written: the disk is full"),
    CannotExpress("dot", [LOSS, LOSS]),
    BeyondLimit("more than 100,000 rows", hint="raise it: limit=1000000"),
    GraphvizError("hangs"),
    MissingExtra("argmap.strategies", "testing"),
]


def test_the_tree_is_the_one_drawn() -> None:
    """The picture in the module's docstring shows every error, its parents and nothing else."""
    drawn: dict[str, str] = {}
    above = [""]
    for line in str(errors.__doc__).split("::")[1].splitlines():
        found = re.match(r"    ((?:[│ ]   )*)(?:[├└]── )?(\w+)(?:.*\((\w+)\))?", line)
        if found is None or not found[2].isidentifier() or not line.startswith("    "):
            continue
        depth = (len(found[1]) + 4) // 4 if "── " in line else 0
        above[depth:] = [found[2]]
        drawn[found[2]] = above[depth - 1] if depth else ""
        error = getattr(errors, found[2])
        assert issubclass(error, getattr(errors, drawn[found[2]], Exception))
        if found[3]:
            assert issubclass(error, getattr(builtins, found[3]))
    kinds = [getattr(errors, name) for name in errors.__all__]
    real = {
        kind.__name__: kind.__bases__[0].__name__
        for kind in kinds
        if isclass(kind) and issubclass(kind, ArgmapError)
    }
    assert drawn == real | {"ArgmapError": ""}


def test_each_kind_has_an_example_here() -> None:
    """An error added to the tree gets into these tests."""
    kinds = {type(example) for example in EXAMPLES}
    public = [getattr(errors, name) for name in errors.__all__]
    assert kinds == {k for k in public if isclass(k) and issubclass(k, ArgmapError)}


def test_exit_codes_tell_kinds_apart() -> None:
    """Each kind has its own code, not 0, not 2 (wrong usage); only 'no such name' is shared."""
    codes = {type(example): example.exit_code for example in EXAMPLES}
    assert codes.pop(UnknownFormat) == codes[UnknownName] == 5
    assert len(set(codes.values())) == len(codes)
    assert all(code not in (0, 2) and code < 126 for code in codes.values())


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_and_copies_come_back_whole(error: ArgmapError, protocol: int) -> None:
    """An error that crosses a process or is copied keeps its type, message and every field."""
    error = copy.copy(error)
    error.add_note("seen in test")
    for again in (
        pickle.loads(pickle.dumps(error, protocol)),
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(again) is type(error)
        assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))
        assert repr(again) == repr(error)
    if isinstance(error, ImportError):
        assert pickle.loads(pickle.dumps(error)).msg == error.msg


def test_errors_are_caught_as_what_they_are_elsewhere() -> None:
    """Code that knows only Python's own errors catches ours."""
    for kind, error in [
        (ValueError, InvalidMap([])),
        (LookupError, UnknownName("theme", "x", [])),
        (OSError, CannotOpen("x")),
        (ValueError, CannotOpen("x")),
        (OSError, WriteError("x")),
        (ImportError, MissingExtra("x", "y")),
    ]:
        with pytest.raises(kind):
            raise error


def test_read_errors_have_place_thing_and_next_step() -> None:
    """The message is place, reason and path, the line with a caret, and what to do."""
    error = ReadError("what", span=SOURCE.span(4, 6), path="claims[3].id", hint="do this")
    assert str(error) == ("a.json:2:1: what (at claims[3].id)\n  2 | two\n    | ^^\n  do this")
    assert (error.name, error.path, error.hint) == ("a.json", "claims[3].id", "do this")
    assert str(ReadError("what")) == "what"
    assert str(ReadError("what", name="a.json", hint="h")) == "a.json: what\n  h"
    assert ReadError("what", span=SOURCE.span(0), name="other").name == "other"


def test_names_of_files_are_shown_without_controls() -> None:
    """A file's name can't move the cursor of a terminal, with or without a span."""
    hostile = "a\x1b[2J\u202e\n.json"
    for error in (
        ReadError("what", name=hostile),
        ReadError("what", span=SourceText(hostile, "x").span(0)),
    ):
        assert str(error).startswith("a\\x1b[2J\\u202e\\n.json:")
        assert error.name == hostile


def test_long_lists_are_counted() -> None:
    """Twenty problems are listed, the rest counted, and all of them are in the error."""
    error = InvalidMap(Problem("p", f"number {n}") for n in range(23))
    lines = str(error).splitlines()
    assert lines[0] == "the map breaks 23 invariants:"
    assert lines[1] == "  number 0 [p]"
    assert lines[20:] == ["  number 19 [p]", "  ... and 3 more"]
    assert len(error.problems) == 23
    assert str(InvalidMap([Problem("p", "x")])) == "the map breaks 1 invariant:\n  x [p]"


def test_losses_are_listed() -> None:
    """What a format can't say is told element by element."""
    error = CannotExpress("dot", [LOSS, Loss("data", "", "free data", "DOT has none")])
    assert str(error) == (
        "dot can't say this map; it has 2 losses:\n"
        "  b: the weight 0.5: DOT has none [weight]\n"
        "  the map: free data: DOT has none [data]"
    )
    assert "1 loss:" in str(CannotExpress("dot", [LOSS]))
    assert (error.format, len(error.losses)) == ("dot", 2)


def test_findings_read_like_errors() -> None:
    """A finding is one line: place, message, hint and code, each only if there."""
    assert str(Finding("dangling", "b points nowhere")) == "b points nowhere [dangling]"
    whole = Finding("dangling", "b points nowhere", place="a:1:2", hint="define it")
    assert str(whole) == "a:1:2: b points nowhere; define it [dangling]"
    assert whole.level == "warning"


def test_unknown_names_list_what_there_is() -> None:
    """The message has the wrong name, the nearest one and all the others."""
    error = UnknownName("format", "jsn", ["json", "dot"])
    assert str(error) == "no format is named 'jsn'; did you mean 'json'?; known: json, dot"
    assert str(UnknownName("theme", "x", [])) == "no theme is named 'x'; known: none"
    claim: Any = Claim("b2", "B.")
    assert "did you mean its id, 'b2'?" in str(UnknownId(claim, ["b2"]))
    number: Any = 2
    assert str(UnknownId(number, ["b2"])) == "no element has the id 2; known: 'b2'"
    assert str(UnknownId("x")) == "no element has the id 'x'"
    many = [f"a{number}" for number in range(2_000)]
    listed = "known: 'a0', 'a1', 'a2', 'a3', 'a4', 'a5' and 1,994 more"
    assert str(UnknownId("x", many)) == f"no element has the id 'x'; {listed}"
    unknown = UnknownId("b22", ["a1", "b2"], noun="claim")
    assert str(unknown) == "no claim has the id 'b22'; did you mean 'b2'?"
    assert unknown.id == "b22"
    assert str(UnknownId("p1", ["T", "P1", "P2"])).endswith("; did you mean 'P1'?")
    assert str(UnknownId("B1", ["B2", "b1"])).endswith("; did you mean 'b1'?")


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=8))
def test_did_you_mean_proposes_only_what_is_known(wrong: str, known: list[str]) -> None:
    """The proposal is one of the known names, the same for any order of them, or nothing."""
    proposal = did_you_mean(wrong, known)
    assert proposal in ["", *(f"; did you mean {name!r}?" for name in known)]
    assert proposal == did_you_mean(wrong, known[::-1])
    if wrong in known and len(wrong) <= 100:
        assert proposal == f"; did you mean {wrong!r}?"


def test_did_you_mean_stays_quick_with_very_many_names() -> None:
    """Among 100,000 ids a near one is found in a fraction of a second, not in four."""
    known = [f"the-policy-is-{n:06}-good" for n in range(100_000)]
    assert did_you_mean("the-policy-is-050000-god", known) == (
        "; did you mean 'the-policy-is-050000-good'?"
    )
    assert did_you_mean("zzz", known) == ""


def test_the_system_error_behind_is_kept() -> None:
    """An OSError of ours has no number of its own, so its text is the message alone."""
    error = CannotOpen("not there", name="a")
    assert error.errno is None
    assert str(error) == "a: not there"
    assert os.strerror(2) not in str(error)
