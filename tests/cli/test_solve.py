"""``argmap solve``: frameworks in each of their formats, answered as in the competition."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

AF = "p af 3\n# one\n# two\n# three\n1 2\n2 1\n2 3\n"
APX = "arg(a1). arg(a2).\narg(a3).\natt(a1, a2).att(a2,a1).\natt(a2 , a3).\n"
TGF = "a1\na2\na3\n#\na1 a2\na2 a1\na2 a3\n"


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("f.af", AF, "123"),
        ("f.apx", APX, ("a1", "a2", "a3")),
        ("f.tgf", TGF, ("a1", "a2", "a3")),
        ("f.txt", AF, "123"),
        ("g.txt", APX, ("a1", "a2", "a3")),
        ("h.txt", TGF, ("a1", "a2", "a3")),
    ],
)
def test_every_format(run: Any, here: Path, name: str, text: str, names: tuple[str, ...]) -> None:
    """A format would be read as another, or an attack with a blank in it be lost."""
    (here / name).write_text(text)
    one, two, three = names
    assert run("solve", "-p", "SE-ID", "-f", name).out == "w\n"
    assert run("solve", "-p", "DC-CO", "-f", name, "-a", three).out == f"YES\nw {one} {three}\n"
    assert run("solve", "-p", "DS-PR", "-f", name, "-a", three).out == f"NO\nw {two}\n"


def test_counting_tasks(run: Any, here: Path) -> None:
    """A framework's extensions could not be counted as in the competition of 2021."""
    (here / "f.af").write_text(AF)
    counts = {code: run("solve", "-p", f"CE-{code}", "-f", "f.af").out for code in ("CO", "PR")}
    assert counts == {"CO": "3\n", "PR": "2\n"}
    for code in ("ST", "SST", "STG"):
        assert run("solve", "-p", f"CE-{code}", "-f", "f.af").out == "2\n"
    assert run("solve", "-p", "CE-PR", "-f", "f.af", "-a", "1").code == 2


def test_a_count_that_ends_says_how_it_goes_on(run: Any, here: Path) -> None:
    """A count of a hard framework could be let go on in Python alone."""
    pairs = [(a, b) for a in range(1, 7) for b in range(1, 7) if a != b]
    (here / "f.af").write_text("\n".join(["p af 6", *[f"{a} {b}" for a, b in pairs], ""]))
    asked = ("solve", "-p", "CE-PR", "-f", "f.af")
    ended = run(*asked, "--limit", "counting=5")
    assert ended.code == 15
    assert "if there is time: --limit counting=50\n" in ended.err
    assert run(*asked, "--limit", "counting=50").out == "6\n"


def test_problems_and_mistakes(run: Any, here: Path) -> None:
    """A mistake would be answered by a traceback."""
    (here / "f.tgf").write_text(TGF + "a1 a2\n")
    assert run("solve", "--problems").out.startswith("[DC-CO,DC-ST,")
    twice = run("solve", "-p", "SE-PR", "-f", "f.tgf", "--solver", "python")
    assert twice.out == "w a1 a3\n"
    assert "warning: 'a1' attacks 'a2' twice" in twice.err
    for wrong in (
        [],
        ["-p", "SE-PR"],
        ["-p", "SE-XX", "-f", "f.tgf"],
        ["-p", "DS-PR", "-f", "f.tgf"],
        ["-p", "SE-PR", "-f", "f.tgf", "-a", "a1"],
    ):
        assert run("solve", *wrong).code == 2
    ended = run("solve", "-p", "DS-PR", "-f", "f.tgf", "-a", "a9")
    assert ended.code == 12
    assert "no argument has the id 'a9'" in ended.err


@pytest.mark.parametrize(
    ("name", "text", "next_step"),
    [
        ("debate.json", '{"argmap": 1}', "it looks like JSON; argmap convert FILE OUT.apx"),
        ("debate", "[A]: Yes.\n  - [B]: No.\n", "it looks like Argdown; argmap convert"),
        ("notes.txt", "Some words,\nand others.\n", "solve takes p af, APX and TGF"),
        ("empty.txt", "", "solve takes p af, APX and TGF"),
    ],
)
def test_what_is_no_framework_is_called_so(
    run: Any, here: Path, name: str, text: str, next_step: str
) -> None:
    """It was read as TGF, and told to have no line '#'."""
    (here / name).write_text(text)
    ended = run("solve", "-p", "SE-PR", "-f", name)
    assert ended.code == 5
    assert ended.err.startswith(f"argmap: error: {name}: this is no abstract framework\n")
    assert next_step in ended.err


def test_many_arguments_before_the_first_attack(run: Any, here: Path) -> None:
    """How a document begins says nothing where it begins with ten thousand names."""
    names = "\n".join([f"argument-{number}" for number in range(3_000)])
    given = f"{names}\n#\nargument-0 argument-1\n".encode()
    ended = run("solve", "-p", "DC-ST", "-f", "-", "-a", "argument-1", given=given)
    assert (ended.code, ended.out) == (0, "NO\n")


def test_packed_frameworks(run: Any, here: Path) -> None:
    """Instances of the competition are packed, and the suffix before says the format."""
    for name, text in (("f.af.gz", AF), ("f.tgf.gz", TGF), ("f.gz", APX)):
        (here / name).write_bytes(gzip.compress(text.encode()))
        assert run("solve", "-p", "CE-PR", "-f", name).out == "2\n"
    ended = run("solve", "-p", "CE-PR", "-f", "-", given=gzip.compress(TGF.encode()))
    assert ended.out == "2\n"
