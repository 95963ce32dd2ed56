"""Tables in CSV and TSV: as spreadsheets write them, as people do, and what is wrong with one that isn't read."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.formats.tables.cells import quoted
from argmap.limits import Limits
from argmap.source import SourceText

PAIR = """id,text
good,Co-ops are good.
near,They are near.

id,kind,from,to
s,support,near,good
"""


def _read(text: str, format: str = "csv") -> argmap.ArgumentMap:
    return argmap.parse(text, format=format).map


def test_a_pair_of_tables() -> None:
    """The two tables would not be one map."""
    map = _read(PAIR)
    assert [claim.text for claim in map.claims] == ["Co-ops are good.", "They are near."]
    assert map["s"] == argmap.Support("s", ("near",), "good")
    assert argmap.dumps(map, "csv") == PAIR
    assert argmap.parse(PAIR).format == "csv"
    assert argmap.parse(PAIR.replace(",", "\t")).format == "tsv"


def test_as_people_write_them() -> None:
    """Other names of columns, semicolons, empty lines, blanks and words of the trade would be refused."""
    map = _read(
        "\nStatement; Type ;From;To;Speaker;Weight;implicit;Tags\n"
        "Co-ops are good.;;;;Ann; 0,5 ;yes;a; \n".replace("a; \n", '"a; b"\n')
        + ' "They are ""near""." ;claim;;;Ann;;no;\n\n'
        ";pro;they-are-near;co-ops-are-good;;;;\n"
        ";undercuts;they-are-near;support-3;;;;\n"
        ";attack;co-ops-are-good;support-3;;;;\n"
        ";con;they-are-near;co-ops-are-good;;;;"
    )
    good = map.claims[0]
    assert (good.weight, good.implicit, good.tags, good.said_by) == (
        0.5,
        True,
        ("a", "b"),
        ("Ann",),
    )
    assert map.claims[1].text == 'They are "near".'
    assert [link.kind for link in map.links] == ["support", "undercut", "undercut", "rebuttal"]
    assert map.participants == (argmap.Participant("Ann", "Ann"),)


def test_columns_of_their_own_are_kept() -> None:
    """A column that argmap doesn't know would be gone, or come back as something else."""
    text = "id,text,Votes so far\na,A.,3\nb,B.,\n"
    map = _read(text)
    assert map["a"].data == {"csv": {"Votes so far": "3"}}
    assert argmap.dumps(map, "csv") == text
    mixed = argmap.ArgumentMap(
        claims=(argmap.Claim("a", data={"csv": {"x": "1", "text": "y"}, "n": [1]}),)
    )
    assert _read(argmap.dumps(mixed, "csv")) == mixed


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("supports", "from;to and then support;b;a"),
        ("Attacks-claim", "from;to and then rebuttal;b;a"),
        ("undercuts", "from;to and then undercut;b;a"),
        ("Supported by", "from;to and then support;a;b"),
        ("parent", "from;to and then support;b;a, or rebuttal for support"),
        ("parent_id", "from;to and then support;b;a, or rebuttal for support"),
        ("Target ID", "call it 'to', if that is meant"),
        ("Author", "call it 'said_by', if that is meant"),
        ("wieght", "call it 'weight', if that is meant"),
        ("targt", "call it 'to', if that is meant"),
        ("Votes", ""),
        ("claim id", ""),  # there is an id already
        ("txt", ""),
    ],
)
def test_a_column_that_looks_like_more_is_told(name: str, remedy: str) -> None:
    """A table whose links stand in a column of the claims would be read without its links, and no word of it."""
    text = f"id;text;{name}\na;A.;\nb;B.;a\n"
    reading = argmap.parse(text, format="csv")
    assert reading.map["b"].data == {"csv": {name: "a"}}
    assert [finding.code for finding in reading.findings] == ["unknown-column"] * bool(remedy)
    for finding in reading.findings:
        assert finding.place == "<text>:1:9"
        assert finding.hint.endswith(remedy)
        assert finding.message == (
            f"no column is called '{name}'; what it says is kept in the data under 'csv'"
        )
        with pytest.raises(argmap.ReadError, match=rf"<text>:1:9: no column is called '{name}'"):
            argmap.parse(text, format="csv", strict=True)
    back = argmap.parse(argmap.dumps(reading.map, "csv"), format="csv")
    assert back.map == reading.map


def test_the_remedy_of_a_link_in_a_column() -> None:
    """What a person is told to write would not be read, or be shown without its marks."""
    text = "text\tsupports\nNear.\t\nGood.\tnear\n"
    (finding,) = argmap.parse(text, format="tsv").findings
    assert finding.hint.endswith(r"kind\tfrom\tto and then support\tgood\tnear")
    map = _read(f"{text}\nkind\tfrom\tto\nsupport\tgood\tnear\n", "tsv")
    assert map.links == (argmap.Support("support-3", ("good",), "near"),)
    (of_links,) = argmap.parse(
        "id,text\na,A.\n\nid,from,to,attacks\nr,a,a,x\n", format="csv"
    ).findings
    assert (of_links.place, of_links.hint[-24:]) == ("<text>:4:12", "to and then rebuttal,b,a")


def test_each_strange_column_is_told_once() -> None:
    """A table of a thousand rows would give a thousand findings, or the second table's column none."""
    rows = "a,A.,x\nb,B.,y\n"
    text = (
        f"id,text,backs\n{rows}\nid,text,backs\n{rows.replace('a,A', 'c,C').replace('b,B', 'd,D')}"
    )
    found = argmap.parse(text, format="csv").findings
    assert [(each.place, each.hint[-11:]) for each in found] == [
        ("<text>:1:9", "support,a,x"),
        ("<text>:5:9", "support,c,x"),
    ]


def test_a_stance_that_is_a_link() -> None:
    """Whoever writes pro and con beside a claim would learn which stances there are, but not how a link is written."""
    for row, said in (("b,B.,a,con", "rebuttal,b,a"), ("b,B.,,pro", "support,b,a")):
        with pytest.raises(argmap.ReadError) as caught:
            _read(f"id,text,parent,stance\na,A.,,\n{row}\n")
        assert "is no stance, but how a claim bears on another" in caught.value.message
        assert caught.value.hint.endswith(f"kind,from,to and then {said}")
    with pytest.raises(argmap.ReadError, match="and then rebuttal,b,a"):
        _read("text,stance\nA.,attack\n")


def test_one_table_alone() -> None:
    """A table alone would be written without a word of what the other has."""
    draft = argmap.Draft("Co-ops", data={"x": 1})
    good = draft.claim("Co-ops are good.", id="good", said_by="Ann")
    draft.support(good, by=draft.claim("They are near.", id="near"), id="s")
    claims = argmap.render(draft.map(), "csv", table="claims")
    links = argmap.render(draft.map(), "csv", table="links")
    assert links.text == "id,kind,from,to\ns,support,near,good\n"
    assert [loss.code for loss in claims.losses] == [
        "support",
        "participant",
        "about-title",
        "about-data",
    ]
    assert [loss.element for loss in links.losses] == ["good", "near", "ann", "", ""]
    assert argmap.render(argmap.ArgumentMap(), "tsv").text == "id\ttext\n"
    with pytest.raises(ValueError, match="table is one of all, claims, links, not 'x'"):
        argmap.dumps(draft.map(), "csv", table="x")


def _pair(claims: str, links: str, **options: Any) -> argmap.formats.Reading:
    beside = ((".links.csv", SourceText("d.links.csv", links)),)
    source = SourceText("d.claims.csv", claims, beside=beside)
    return argmap.parse(source, format="csv-pair", **options)


def test_two_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of links would not be read from beside that of claims, nor be written there again."""
    monkeypatch.chdir(tmp_path)
    claims, _, links = PAIR.partition("\n\n")
    for name, other in (("claims.csv", "links.csv"), ("My.Claims.csv", "My.links.csv")):
        Path(name).write_text(f"{claims}\n", "utf-8")
        Path(other).write_text(links.replace(",", ";"), "utf-8")
        map = argmap.read(name)
        assert map == _read(PAIR)
        assert argmap.read(name, format="csv").links == ()
    assert argmap.write(map, "debate.claims.tsv", strict=True) == ()
    assert Path("debate.links.tsv").read_text("utf-8") == links.replace(",", "\t")
    assert argmap.read("debate.claims.tsv") == map
    without = argmap.ArgumentMap(claims=map.claims)
    assert argmap.write(without, "debate.claims.tsv") == ()
    assert argmap.read("debate.claims.tsv") == without
    assert argmap.write(map, "claims.csv", strict=True) == ()
    assert Path("links.csv").read_text("utf-8") == links
    assert argmap.write(map, "other.csv", format="csv-pair") == ()
    assert Path("other.links.csv").read_text("utf-8") == links
    Path("links.csv").unlink()
    assert argmap.read("claims.csv") == without


def test_two_files_of_one_map() -> None:
    """A column of its own would be lost between one file and two, or a stream keep what it can't in silence."""
    claims, _, links = PAIR.partition("\n\n")
    reading = _pair("id,text,Votes\ngood,Co-ops are good.,3\nnear,They are near.,\n", links)
    assert reading.format == "csv-pair"
    assert reading.map["good"].data == {"csv": {"Votes": "3"}}
    rendering = argmap.render(reading.map, "csv-pair")
    assert rendering.text.startswith("id,text,Votes\n")
    assert (rendering.beside, rendering.in_parts) == (((".links.csv", links),), True)
    with pytest.warns(argmap.LossWarning, match="the other part of it: .links.csv is a file of"):
        argmap.dumps(reading.map, "csv-pair")
    empty = argmap.render(argmap.ArgumentMap(), "csv-pair")
    assert (empty.text, empty.beside[0][1]) == ("id,text\n", "id,kind,from,to\n")
    assert _pair(empty.text, empty.beside[0][1]).map == argmap.ArgumentMap()
    assert _pair(f"{claims}\n", "").map.links == ()
    safe = argmap.render(_read("id,text\na,=1\n"), "csv-pair", safe=True)
    assert [loss.code for loss in safe.losses] == ["claim-text"]


def test_what_is_wrong_in_the_other_file() -> None:
    """A fault in the table of links would be shown in that of claims, or a long text there be passed over."""
    claims, _, links = PAIR.partition("\n\n")
    with pytest.raises(argmap.ReadError, match=r"d\.links\.csv:2:11: the support 's' has"):
        _pair(f"{claims}\n", links.replace("near", "neer"))
    with pytest.raises(argmap.ReadError, match=r"d\.links\.csv:2:1: a control character"):
        _pair(f"{claims}\n", links.replace("\ns", "\n\x01"))
    label = f"id,kind,from,to,label\ns,support,near,good,{'y' * 120}\n"
    with pytest.raises(argmap.TooLarge, match=r"d\.links\.csv:2:21: 120 text characters"):
        _pair(f"{claims}\n", label, limits=Limits(text_characters=100))


def test_links_of_every_kind() -> None:
    """A link that isn't a step would go from or to nothing."""
    rows = "p,rephrase,b,a\no,preference,a,b\nk,conflict,a; b,\nn,answer,a,q\n"
    map = _read(f"id,kind,text\na,claim,A.\nb,,B.\nq,issue,Why?\n\nid,kind,from,to\n{rows}")
    assert map["p"] == argmap.Rephrase("p", "b", "a")
    assert map["o"] == argmap.Preference("o", "a", "b")
    assert map["k"] == argmap.Conflict("k", ("a", "b"))
    assert map["n"] == argmap.Answer("n", "a", "q")
    assert argmap.dumps(map, "csv").endswith(rows)


def test_the_data_of_the_whole_map() -> None:
    """Free data of the map would have no row."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("a", "A."),), data={"x": [1]})
    assert _read(argmap.dumps(map, "csv")) == map
    losses = argmap.render(map, "csv", table="links").losses
    assert [loss.code for loss in losses] == ["claim", "map-data"]


def test_formulas_are_made_harmless_on_request() -> None:
    """A spreadsheet would run a text of the map, or the change go untold."""
    claims = (argmap.Claim("=a", "+1"), argmap.Claim("b", "x", wordings=("@SUM", "y")))
    map = argmap.ArgumentMap(
        claims=claims,
        links=(argmap.Support("s", ("=a", "b"), "b"),),
        about=argmap.About("-x"),
    )
    safe = argmap.render(map, "csv", safe=True)
    assert "'=a,'+1" in safe.text
    assert "'=a; b" in safe.text
    codes = [(loss.code, loss.element) for loss in safe.losses]
    assert codes == [
        ("claim-id", "=a"),
        ("claim-text", "=a"),
        ("claim-wordings", "b"),
        ("support-premises", "s"),
        ("about-title", ""),
    ]
    assert _read(safe.text)["'=a"] == argmap.Claim("'=a", "'+1")
    assert argmap.render(map, "csv").losses == ()


def test_records_are_made_of_names() -> None:
    """A speaker, group or scheme that is only named would have to be written twice."""
    map = _read("id,text,group,said_by\na,A.,G,Ann; Ben\n\nid,kind,from,to,scheme\ns,,a,a,Expert\n")
    assert [record.title for record in map.groups] == ["G"]
    assert [record.name for record in map.participants] == ["Ann", "Ben"]
    assert [record.name for record in map.schemes] == ["Expert"]
    assert "participant" not in argmap.dumps(map, "csv")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "", "the file is empty"),
        ("a,b\n1,2\n", "1:1", "no column of this table has a name that is known"),
        ("id,text\na,A.,x\n", "2:6", "this cell is in no column that has a name"),
        ("id,text,data,Votes\na,A.,1.5,3\n", "2:6", "data must be an object, not a number"),
        ("id,id\na,A.\n", "1:4", "the column 'id' is there twice"),
        ('id,text\na,"A.\n', "2:3", "this quote isn't closed"),
        ('id,text\na,"A" b\n', "2:7", "a quote ends the cell, and more follows"),
        ("id,kind,text\na,clam,A.\n", "2:3", "no row is of the kind 'clam'"),
        ("id,text,weight\na,A.,much\n", "2:6", "this must be a number, not 'much'"),
        ("id,text,weight\na,A.,nan\n", "2:6", "this must be a number, not 'nan'"),
        ("id,text,implicit\na,A.,perhaps\n", "2:6", "this must be yes or no, not 'perhaps'"),
        ("id,text,data\na,A.,{x\n", "2:6", "this must be JSON"),
        (
            "id,text\na,A.\n\nid,kind,from,to\ns,rephrase,a; b,a\n",
            "5:12",
            "a rephrase goes from one thing, not from 2",
        ),
        ("id,text\na,A.\n\nid,kind,from,to\ns,support,b,a\n", "5:11", "which isn't there"),
        ("id,text\na,A.\na,B.\n", "3:1", "share the id 'a'"),
        ('id,text,tags\na,A.,"[1"\n', "2:6", "this must be JSON"),
        ("id,text\na,A.,\nb,,\na,,\n", "4:1", "share the id 'a'"),
        ("id,text,said_by\na,A.,Ann; ANN\n", "", "look alike"),
        ("id,text\na,A.\x07\n", "2:5", "a control character, U+0007"),
        ("kind,id,parent\ngroup,g,h\ngroup,h,g\n", "2:9", "group"),
        ("kind,title,weight\nabout,T,\nissue,x,2\n", "3:9", "unknown key"),
    ],
)
def test_what_is_wrong_is_said_with_the_cell(text: str, place: str, message: str) -> None:
    """A person would have to look for the fault in a thousand rows."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(text, format="csv", strict=True)
    told = str(caught.value)
    assert f"<text>:{place}" in told
    assert message in told


def test_time_is_linear() -> None:
    """A long table, or one long cell, would take minutes."""
    rows = "".join([f"c{n},Claim {n}.\n" for n in range(3_000)])
    assert len(_read(f"id,text\n{rows}").claims) == 3_000
    long = "x" * 99_000
    assert _read(f'id,text\na,"{long}"\n').claims[0].text == long


def test_broken_links_beside_claims() -> None:
    """A broken table of links would end in an error that is no `ReadError`, or give a broken map."""
    sys.path.insert(0, str(Path(__file__).parent))
    mutants = import_module("mutants").mutants
    claims, _, links = PAIR.partition("\n\n")
    refused = 0
    for mutant in mutants(links + "u,undercut,good,s\n", 400, seed=1):
        text = mutant if isinstance(mutant, str) else mutant.decode(errors="replace")
        try:
            reading = _pair(f"{claims}\n", text)
        except argmap.ReadError:
            refused += 1
        else:
            rendering = argmap.render(reading.map, "csv-pair")
            assert _pair(rendering.text, rendering.beside[0][1]).map == reading.map
    assert 0 < refused < 400


@pytest.mark.parametrize(
    ("text", "delimiter", "written"),
    [
        ("plain words; with a semicolon", ",", "plain words; with a semicolon"),
        ("a, b", ",", '"a, b"'),
        ("a, b", "\t", "a, b"),
        ("a\tb", "\t", '"a\tb"'),
        ('say "a"', ",", '"say ""a"""'),
        ("one\ntwo", ",", '"one\ntwo"'),
        ("one\rtwo", ",", '"one\rtwo"'),
        (" a", ",", '" a"'),
        ("a ", ",", '"a "'),
        ("", ",", ""),
    ],
)
def test_a_cell_is_quoted_where_it_must_be(text: str, delimiter: str, written: str) -> None:
    """It would be read as two cells, as two rows, or without its blanks."""
    assert quoted(text, delimiter) == written


@pytest.mark.parametrize(
    ("text", "message", "place", "hint"),
    [
        ('id,text\na,"b', "this quote isn't closed", "2:3", 'end it with a quote, or double each quote inside: ""'),
        ('id,text\na, "b"c', "a quote ends the cell, and more follows", "2:7", 'double each quote inside a cell in quotes: ""'),
    ],
)  # fmt: skip # a case a line
def test_quotes_are_refused_in_these_words(text: str, message: str, place: str, hint: str) -> None:
    """Half a message leaves the author to guess."""
    with pytest.raises(argmap.ReadError) as caught:
        _read(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert f":{place}: " in str(caught.value)
