"""Rationale's scripts as maps: read word by word, never run."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap import Rebuttal, Support, Undercut

OLD = """\
#Rationale Version 1.09
node0 = app.Create("Claim")
app.SetText(node0, "Co-ops are good.")
app.CreateChild(node0, "CompoundReason")
app.CreateChild(node0, "CompoundObjection")
app.CreateChild(node0[0], "Claim")
app.CreateChild(node0[0], "Claim")
app.CreateChild(node0[0], "Inference")
app.SetText(node0[0][0], "They are \\"near\\",\\nand know you.")
app.SetText(node0[0][1], 'Near is good.')
app.SetText(node0[0][2], "supports")
app.CreateChild(node0[0][2], "CompoundObjection")
app.CreateChild(node0[0][2][0], "Claim")
app.SetText(node0[0][2][0][0], "Near isn\\'t all.")
app.CreateChild(node0[1], "Claim")
app.SetText(node0[1][0], u"They are slow \\u2014 very.")
view0 = app.Gui.CreateView("FernView")
if view0 != None:
	view0.SetLocation(node0, -111, -29)
	view0.SetSize(node0[0], 249, 72)
"""
NEW = """\
#Rationale Version 140.58
def CreateChild(parent, type):
    return app.CreateChild(parent, type)
import os
os.system("touch ran")
#-- End of Prelude --
map0_10 = Create("Claim")
SetText("Co-ops are good.")
map0_20 = CreateChild(map0_10, "Reason")
map0_20.SetText("They are near.")
map0_30 = CreateChild(map0_20, "Objection")
SetText(map0_30, "Not to me.")
map0_40 = Create("Note")
SetText("Ask Ann.")
map0_50 = CreateChild(map0_10, "CompoundObjection")
map0_60 = CreateChild(map0_50, "Claim")
SetText(map0_60, "They are slow.")
map0_70 = CreateChild(map0_50, "Inference")
SetText(map0_70, "because")
open("ran", "w").write("x")
"""


def test_the_older_version() -> None:
    """Linked premises, or an objection to the step, would be read as reasons of their own."""
    reading = argmap.parse(OLD, strict=True)
    assert reading.format == "rationale"
    assert [claim.text for claim in reading.map.claims] == [
        "Co-ops are good.",
        'They are "near",\nand know you.',
        "Near is good.",
        "They are slow — very.",
        "Near isn't all.",
    ]
    ids = [claim.id for claim in reading.map.claims]
    assert reading.map.links == (
        Support("support-1", (ids[1], ids[2]), ids[0]),
        Rebuttal("rebuttal-1", (ids[3],), ids[0]),
        Undercut("undercut-1", (ids[4],), "support-1"),
    )


def test_the_newer_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason that is its own claim would be empty, or the script be run."""
    monkeypatch.chdir(tmp_path)
    map = argmap.parse(NEW, strict=True).map
    assert [claim.text for claim in map.claims] == [
        "Co-ops are good.",
        "They are near.",
        "They are slow.",
        "Not to me.",
    ]
    assert [(type(link), link.label) for link in map.links if isinstance(link, argmap.Step)] == [
        (Support, ""),
        (Rebuttal, "because"),
        (Rebuttal, ""),
    ]
    assert map.data == {"rationale": {"notes": ("Ask Ann.",)}}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a = Create("Claim")\nSetText("A")\nSetText(b, "B")', "unknown-call"),
        ('a = Create("Claim")\nSetText(a, "A")\nCreateChild(a[3], "Reason")', "unknown-call"),
        ('a = Create("Claim")\nSetText(a, "A")\nCreateChild(a[0][0], "Reason")', "unknown-call"),
        ('SetText("A")\na = Create("Claim")\nSetText(a, "A")', "unknown-call"),
        ('a = Create("Claim")\nSetText(a, "A" + b)', "unknown-call"),
        ('a = Create("Claim")\nSetText(a, "A")\nSetText(a, 5)', "unknown-call"),
        ('a = Create("Claim")\nSetText(a, "A")\nCreate(a)', "unknown-call"),
        ('a = Create("Claim")\nSetText(a, "A")\nSetText(a, "B', "unknown-call"),
        (
            'a = Create("Claim")\nSetText(a, "A")\nb = CreateChild(a, "Claim")\nSetText("B")',
            "no-side",
        ),
        ('a = Create("Idea")\nSetText(a, "A")', "unknown-type"),
        ('a = Create("Claim")', "no-text"),
        ('a = Create("Claim")\nSetText(a, "A\x92")', "control-character"),
    ],
)
def test_findings(text: str, code: str) -> None:
    """A call that can't be followed would be guessed at, or pass without a word."""
    reading = argmap.parse(text, format="rationale")
    codes = {finding.code for finding in reading.findings}
    assert code in codes
    assert codes <= {code, "no-text"}
    if code != "control-character":
        with pytest.raises(argmap.ReadError):
            argmap.loads(text, format="rationale", strict=True)


def test_what_is_below_a_compound_itself() -> None:
    """What another program hangs on the compound would be lost."""
    text = (
        'a = Create("Claim")\nSetText(a, "A")\nCreateChild(a, "CompoundReason")\nCreateChild(a[0], "Claim")\n'
        'SetText(a[0][0], "B")\nCreateChild(a[0], "Reason")\nSetText(a[0][1], "C\\x41\\x07")\n'
        'CreateChild(a, "Note")\nprint(Create)\nb = Create\nCreate'
    )
    map = argmap.parse(text, format="rationale").map
    assert [claim.text for claim in map.claims] == ["A", "B", "CA\ufffd"]
    assert [(link.id, list(link.ends())[-1][1]) for link in map.links] == [
        ("support-1", "a"),
        ("support-2", "b"),
    ]


@pytest.mark.parametrize("text", ["", "import os\n", "# Rationale\n", 'print("Create(1)")'])
def test_refusals(text: str) -> None:
    """Any script would be an empty map."""
    with pytest.raises(argmap.ReadError, match="no claim is created"):
        argmap.loads(text, format="rationale")


def test_it_cannot_be_written() -> None:
    """A script that others run would be written."""
    with pytest.raises(argmap.UnknownFormat, match="can be read, not written"):
        argmap.dumps(argmap.ArgumentMap(), "rationale")
