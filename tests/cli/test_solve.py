"""``argmap solve``: frameworks in each of their formats, answered as in the competition."""

from __future__ import annotations

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
