"""Frameworks as text: TGF, APX and ``p af``, the same framework in each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError, TooLarge
from argmap.frameworktext import (
    FrameworkText,
    parse_af,
    parse_apx,
    parse_tgf,
    write_af,
    write_apx,
    write_tgf,
)
from argmap.limits import Limits
from argmap.source import SourceText

Parse = Callable[..., FrameworkText]

THREE = FrameworkText(("a", "b", "c"), (("a", "b"), ("b", "a"), ("c", "c")))
SAME: list[tuple[Parse, str]] = [
    (parse_tgf, "a\nb\nc\n#\na b\nb a\nc c\n"),
    (parse_tgf, "\n a \r\nb\t\n\nc\r  # \r\na  b \nb\ta\nc c"),
    (parse_apx, "arg(a).\narg(b).\narg(c).\natt(a,b).\natt(b,a).\natt(c,c).\n"),
    (parse_apx, "% att(z,z).\natt( a , b ).arg(a) . arg(b).\natt(b,a).\n\targ(c).att(c,c).% end"),
    (parse_af, "p af 3\n# a\n# b\n# c\n1 2\n2 1\n3 3\n"),
    (parse_af, "# made by hand\n\np af 3 3 \n#a\n#b\n#c\n 1\t2 \r\n2 1\n# done\n3 3"),
]


@pytest.mark.parametrize(("parse", "text"), SAME)
def test_the_same_framework(parse: Parse, text: str) -> None:
    """Blanks, line ends, comments or the order of facts would change what a text says."""
    assert parse(SourceText("", text)) == THREE


@pytest.mark.parametrize(
    ("parse", "write"), [(parse_tgf, write_tgf), (parse_apx, write_apx), (parse_af, write_af)]
)
def test_there_and_back(parse: Parse, write: Callable[[FrameworkText], str]) -> None:
    """A framework would not come back from its own text."""

    @given(st.lists(st.from_regex(r"[a-zA-Z0-9_.ä-]{1,4}", fullmatch=True), unique=True), st.data())
    def check(names: list[str], data: st.DataObject) -> None:
        pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)) if names else st.nothing()
        attacks = data.draw(st.lists(pairs, unique=True))
        framework = FrameworkText(tuple(names), tuple(attacks))
        assert parse(SourceText("", write(framework))) == framework

    check()


def test_labels() -> None:
    """What stands behind a name, or behind an attack, would be lost."""
    text = "a  The first.\nb 0\n#\na b because  of it\n"
    framework = parse_tgf(SourceText("", text))
    assert framework.labels == {"a": "The first.", "b": "0"}
    assert framework.attack_labels == {("a", "b"): "because  of it"}
    assert write_tgf(framework) == "a The first.\nb 0\n#\na b because  of it\n"


@pytest.mark.parametrize(
    "comments",
    ["# a\n", "# a\n# b\n# c\n", "# a\n# a\n", "# a b\n# c\n", "1 2\n# a\n# b\n", "#\n# b\n"],
)
def test_comments_that_are_no_names(comments: str) -> None:
    """A remark would be taken for the name of an argument."""
    assert parse_af(SourceText("", f"p af 2\n{comments}")).names == ("1", "2")


@pytest.mark.parametrize(
    ("parse", "text", "code", "others"),
    [
        (parse_tgf, "a\na\n#\n", "argument-twice", ()),
        (parse_tgf, "a\n#\na a\na a\n", "attack-twice", ()),
        (parse_tgf, "a\n#\na z\n", "dangling-attack", ("a z",)),
        (parse_tgf, "a\n#\nz a\n", "dangling-attack", ("z a",)),
        (parse_apx, "arg(a).\natt(a,z).", "dangling-attack", ("att(a,z).",)),
        (parse_apx, "arg(a).\npref(a,a).", "unknown-fact", ("pref(a,a).",)),
        (parse_apx, "arg(a).\nval(a,b,c).", "unknown-fact", ("val(a,b,c).",)),
        (parse_af, "p af 2\n1 2\n1 2\n", "attack-twice", ()),
    ],
)
def test_oddities(parse: Parse, text: str, code: str, others: tuple[str, ...]) -> None:
    """A defect would pass without a word, or what it says be lost."""
    framework = parse(SourceText("", text))
    assert [oddity.code for oddity in framework.oddities] == [code]
    assert framework.others == others
    assert text[framework.oddities[0].start : framework.oddities[0].end].strip()


@pytest.mark.parametrize(
    ("parse", "text", "place", "message"),
    [
        (parse_tgf, "a\nb\n", "x:3:1", "no line '#'"),
        (parse_tgf, "a\n#\n #\n", "x:3:1", "a second line '#'"),
        (parse_tgf, "a\n#\na\n", "x:3:1", "an attack of one argument"),
        (parse_apx, "arg(a).\natt(a,b", "x:2:1", "this is no fact of APX"),
        (parse_apx, "arg(a).arg(b).\natt(a,b).att(\n", "x:2:10", "this is no fact of APX"),
        (parse_apx, "arg(att(a,b)).", "x:1:1", "this is no fact of APX"),
        (parse_apx, "arg(a,b).", "x:1:1", "arg takes one name"),
        (parse_apx, "att(a).", "x:1:1", "att takes two names"),
        (parse_apx, "[a1,a2]", "x:1:1", "this is no fact of APX"),
        (parse_af, "", "x:1:1", "the first line isn't 'p af N'"),
        (parse_af, "1 2\n", "x:1:1", "the first line isn't 'p af N'"),
        (parse_af, "p af 3\n4 1\n", "x:2:1", "there is no argument 4; there are 3"),
        (parse_af, "p af 3\n2 0\n", "x:2:3", "there is no argument 0"),
        (parse_af, f"p af 3\n1 {'9' * 5000}\n", "x:2:3", "there is no argument 9"),
        (parse_af, "p af 3\n1 2 3\n", "x:2:1", "this is no attack"),
        (parse_af, "p af 3\n1\n", "x:2:1", "this is no attack"),
    ],
)
def test_refusals(parse: Parse, text: str, place: str, message: str) -> None:
    """What is no framework would be read as one, or be refused without the place."""
    with pytest.raises(ReadError) as caught:
        parse(SourceText("x", text))
    assert str(caught.value).startswith(f"{place}: ")
    assert message in caught.value.message


REFUSED: list[tuple[Parse, str, str, tuple[int, int], str]] = [
    (parse_af, "x", "the first line isn't 'p af N'", (0, 1), "N is how many arguments there are"),
    (
        parse_af,
        "p af 2\n1",
        "this is no attack",
        (7, 8),
        "an attack is two numbers with a blank between; a comment begins with #",
    ),
    (parse_af, "p af 2\n1 3\n", "there is no argument 3; there are 2, from 1 on", (9, 10), ""),
    (parse_af, "p af 2\n0 1\n", "there is no argument 0; there are 2, from 1 on", (7, 8), ""),
    (
        parse_apx,
        "arg(a). no",
        "this is no fact of APX",
        (8, 10),
        "facts are arg(a). and att(a,b)., with names without blanks and brackets",
    ),
    (parse_apx, "arg(a,b).", "arg takes one name", (0, 9), ""),
    (parse_apx, "att(a).", "att takes two names", (0, 7), ""),
    (
        parse_apx,
        "arg(a\nb).",
        "this is no fact of APX",
        (0, 5),
        "facts are arg(a). and att(a,b)., with names without blanks and brackets",
    ),
    (
        parse_tgf,
        "a\n",
        "no line '#' ends the arguments",
        (2, 3),
        "write a line '#' between the arguments and the attacks",
    ),
    (
        parse_tgf,
        "a\n#\n  a  \n",
        "an attack of one argument",
        (4, 9),
        "write two names with a blank between",
    ),
    (parse_tgf, "a\n#\na a\n#\n", "a second line '#'", (8, 9), "keep the first alone"),
]


@pytest.mark.parametrize(("parse", "text", "message", "place", "hint"), REFUSED)
def test_it_is_refused_in_these_words(
    parse: Parse, text: str, message: str, place: tuple[int, int], hint: str
) -> None:
    """Half a message leaves the author to guess."""
    with pytest.raises(ReadError) as caught:
        parse(SourceText("x", text))
    error = caught.value
    assert error.span is not None
    assert (error.message, error.hint) == (message, hint)
    assert (error.span.start, error.span.end) == place


ODD: list[tuple[Parse, str, list[tuple[str, str]]]] = [
    (
        parse_af,
        "p af 2\n1 2\n2 1\n1 2\n1 2\n",
        [("'1' attacks '2' twice", "1 2"), ("'1' attacks '2' twice", "1 2")],
    ),
    (
        parse_apx,
        "arg(a).arg(a).att(a,b).att(b,a).fact(x,y).",
        [
            ("the argument 'a' is there twice", "arg(a)."),
            ("the attack names 'b', which is no argument; it is kept aside", "att(a,b)."),
            ("the attack names 'b', which is no argument; it is kept aside", "att(b,a)."),
            (
                "the fact fact(...) says neither an argument nor an attack; it is kept aside",
                "fact(x,y).",
            ),
        ],
    ),
    (
        parse_tgf,
        "a\na x\n#\na b\nb b\na a\na a\n",
        [
            ("the argument 'a' is there twice", "a x"),
            ("the attack names 'b', which is no argument; it is kept aside", "a b"),
            ("the attack names 'b', which is no argument; it is kept aside", "b b"),
            ("'a' attacks 'a' twice", "a a"),
        ],
    ),
]


@pytest.mark.parametrize(("parse", "text", "told"), ODD)
def test_what_is_odd_is_told_in_these_words(
    parse: Parse, text: str, told: list[tuple[str, str]]
) -> None:
    """What is taken for something else without a word is lost."""
    oddities = parse(SourceText("x", text)).oddities
    assert [(odd.message, text[odd.start : odd.end]) for odd in oddities] == told


def test_names_that_are_the_numbers_from_1_on_take_no_comments() -> None:
    """Each instance of a competition would come back twice as long; other names would be lost without them."""
    pairs = (("1", "2"), ("2", "1"))
    assert write_af(FrameworkText(("1", "2"), pairs)) == "p af 2\n1 2\n2 1\n"
    assert write_af(FrameworkText(("2", "1"), pairs)) == "p af 2\n# 2\n# 1\n2 1\n1 2\n"


@pytest.mark.parametrize(
    ("parse", "text", "limits"),
    [
        (parse_af, "p af 1000000000\n", Limits()),
        (parse_af, f"p af {'9' * 5000}\n", Limits()),
        (parse_apx, "arg(a).arg(b).", Limits(claims=1)),
        (parse_tgf, "long\n#\n", Limits(id_characters=3)),
        (parse_tgf, "a\nb\n#\na b\nb a\n", Limits(links=1)),
    ],
)
def test_limits(parse: Parse, text: str, limits: Limits) -> None:
    """A text of a few bytes would take all memory."""
    with pytest.raises(TooLarge, match=r"^x"):
        parse(SourceText("x", text), limits=limits)
