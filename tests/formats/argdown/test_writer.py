"""Maps as documents that a person could have written, and that are read as the maps they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.source import SourceText

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(strategies.maps())
def test_a_map_is_read_as_it_was_but_for_the_losses(
    written: Written, map: argmap.ArgumentMap
) -> None:
    """Something would be lost in silence."""
    written(map)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_a_map_with_everything_is_read_as_it_was(
    written: Written, maps: st.SearchStrategy[argmap.ArgumentMap], data: st.DataObject
) -> None:
    """Some letter of a text, or some value of free data, would be lost in silence."""
    map = data.draw(maps)
    rendering = written(map)
    if not rendering.losses:
        assert _map(rendering.text) == map


def test_a_small_debate(written: Written) -> None:
    """A person would not write it so."""
    draft = argmap.Draft("Co-ops")
    good = draft.claim("Co-ops are good.", title="Co-ops")
    near = draft.claim("They are near to those they serve.")
    slow = draft.claim("They are slow, and *proud* of it.", tags=["speed", "a b"])
    fast = draft.claim("Some are fast.")
    draft.support(good, by=near)
    draft.rebut(good, by=slow)
    draft.rebut(slow, by=fast)
    rendering = written(draft.map())
    assert (
        rendering.text
        == """\
===
title: Co-ops
model: {removeTagsFromText: true}
===

[Co-ops]: Co-ops are good.
  + They are near to those they serve.
  - They are slow, and \\*proud* of it. #speed #(a b)
    - Some are fast.
"""
    )
    assert not rendering.losses


@pytest.mark.parametrize(
    "text",
    [
        "[A]: a\n  + [B]: b\n",
        "# One {a: 1}\n\n[A]: a\n\n## Two\n\n[B]: b\n  - [A]\n",
        "<A>: about *it* #t {x: 1}\n\n(1) [P]: p\n(2) q\n-- modus ponens {uses: [1, 2]} --\n(3) [C]: c\n",
        "<A>: one\n\n<A>: two {x: [1]}\n  - [U]: u\n  + [V]\n\n(1) p\n----\n(2) q\n(3) r\n-- cut --\n(4) s\n",
        "[S]: s\n  - <A>: a\n    <_ <B>: b\n      <_ [C]: c\n",
        "<A>: a\n  +> [S]\n  -> [T]\n  <_ [U]\n",
        "<A>: a\n  <_ <B>\n\n<B>: b\n  <_ <A>\n",
        "[A]: so **bold** #t and [here](http://x.org)\n\n[A]: other words #t\n",
        "===\nauthors: [Ann, Ben]\nsubTitle: x\nmodel: {mode: strict}\n===\n\n[A]: a\n  + [B]: b\n  - [C]: c\n  >< [D]\n",
        "===\nmodel: {removeTagsFromText: true}\n===\n\n[A]: #(s t) **a** b #t\n",
        "===\nmodel: {removeTagsFromText: true}\n===\n\n[A]: **a** #t\n",
        "[S]\n  <_ [U]\n\n1984\\. A year.\n\n(see) x\n",
        "(1) p\n----\n(2) q\n",
        "<A>\n\n(1) p\n-- r {uses: [9]} --\n(2) q\n",
        "<A>\n  - [U]\n\n(1) p\n----\n(2) q\n",
    ],
)
def test_a_document_that_was_read_is_written_with_all_it_says(written: Written, text: str) -> None:
    """A document would lose something by being read and written."""
    rendering = written(_map(text))
    assert {loss.code for loss in rendering.losses} <= {
        "claims-order",
        "links-order",
        "link-numbers",
    }


C = argmap.Claim
S = argmap.Support
R = argmap.Rebuttal
U = argmap.Undercut
K = argmap.Conflict


def _of(texts: str, *links: argmap.Link, **parts: object) -> argmap.ArgumentMap:
    claims = tuple(C(id, id.upper()) for id in texts.split())
    return argmap.ArgumentMap(claims=claims, links=links, **parts)  # type: ignore[arg-type] # parts of a map


@pytest.mark.parametrize(
    ("map", "lost"),
    [
        (_of("a b", S("s", ("b",), "a"), S("t", ("b",), "s")), set()),
        (_of("a b", R("r", ("b",), "a"), S("t", ("b",), "r")), {"t"}),
        (_of("a b c", S("s", ("b",), "a", label="L"), S("t", ("c",), "s")), set()),
        (_of("a b", R("r", ("b",), "a"), R("q", ("b",), "a")), {"q"}),
        (_of("a b c", R("r", ("b", "c"), "a", weight=0.5)), set()),
        (_of("a b c", R("r", ("b",), "a"), U("u", ("c",), "r")), set()),
        (_of("a b c d", R("r", ("b",), "a"), R("q", ("b",), "d"), U("u", ("c",), "r")), {"u"}),
        (_of("a b c d", R("r", ("b",), "a"), R("q", ("b",), "d"), U("u", ("c",), "r"), U("v", ("a",), "u")), {"u", "v"}),
        (_of("a b c d", R("r", ("b", "d"), "a"), U("u", ("c",), "r")), {"u"}),
        (_of("a b c d", K("k", ("a", "b", "c"), contradictory=True), K("l", ("a", "d"))), set()),
        (_of("a b", K("k", ("a", "b")), K("l", ("b", "a"))), {"l"}),
        (_of("a b c", K("k", ("c", "b")), R("r", ("b",), "a"), U("u", ("c",), "r")), {"u"}),
        (_of("a b c d", R("r", ("b",), "a"), U("u", ("c",), "r"), K("k", ("a", "b"))), {"u"}),
        (_of("a b", argmap.Preference("p", "a", "b"), argmap.Rephrase("q", "a", "b")), {"p", "q"}),
        (_of("a", argmap.Answer("w", "a", "i"), issues=(argmap.Issue("i", "Why?"),)), {"w", "i"}),
        (_of("a b c", S("s", ("b", "c"), "a"), S("t", ("c", "b"), "a"), U("u", ("a",), "s")), set()),
    ],
)  # fmt: skip # a table, a row a line
def test_losses(written: Written, map: argmap.ArgumentMap, lost: set[str]) -> None:
    """What Argdown can't say would be dropped without a word, or something be told lost that isn't."""
    rendering = written(map)
    assert {loss.element for loss in rendering.losses if loss.element} == lost
    assert "lost" not in rendering.text


def test_one_line_undercuts_all_that_an_argument_bears_on(written: Written) -> None:
    """Two undercuts by one claim would be written as two lines that are one, or be lost."""
    gist = C("b", "B", data={"argdown": {"kind": "argument"}})
    map = argmap.ArgumentMap(
        claims=(C("a", "A"), gist, C("c", "C"), C("d", "D")),
        links=(
            S("support-1", ("b",), "a"),
            R("rebuttal-1", ("b",), "d"),
            U("undercut-1", ("c",), "support-1"),
            U("undercut-2", ("c",), "rebuttal-1"),
        ),
    )
    rendering = written(map)
    assert not [loss for loss in rendering.losses if loss.element]
    assert rendering.text.count("<_") == 1


def test_fields_that_argdown_has_no_sign_for(written: Written) -> None:
    """Speakers, places, strengths and texts over lines would be lost."""
    claims = (
        C("One", "first\n\nsecond", title="A [title]", wordings=("x", "y\nz"), stance="questioned"),
        C("Untitled 1", "", weight=0.25, implicit=True, tags=("a)b", "c")),
        C("[x]", "X", said_by=("p",), citations=(argmap.Citation("s", "words", start=3),)),
        C("-", "Y", title="same", wordings=("other", "more")),
        C("z", "Z", title="same", tags=("t", "t"), data={"n": [1, 2.5, True, None, "a: {b}"]}),
        C("-x-", "W", data={"argmap": {"a": 1}, "argdown": {"odd": 1}}),
    )
    links = (
        S("t", ("z",), "One", label="because", weight=0.5, strict=True, scheme="x"),
        S("s", ("One", "z"), "[x]", scheme="m", tags=("q",), group="g", label="Two steps"),
    )
    map = argmap.ArgumentMap(
        claims=claims,
        links=links,
        groups=(argmap.Group("g", "two\nlines", data={"argmap": 1}), argmap.Group("h", "", "g")),
        participants=(argmap.Participant("p", "Pat"),),
        sources=(argmap.Source("s", "A book", authors=("Ann",)),),
        schemes=(
            argmap.Scheme("m", "modus ponens", ("Is it so?",)),
            argmap.Scheme("x", "--"),
            argmap.Scheme("y", "--"),
        ),
        about=argmap.About(" spaced ", "line\nline", ("Ann", "Ben"), "en", data={"k": "v"}),
        data={"mine": {"deep": ["a", "b"]}, "argdown": {"other": 1}},
    )
    assert not [loss for loss in written(map).losses if loss.element]


def test_steps_of_an_argument_that_do_not_come_together(written: Written) -> None:
    """A step would be lost whose argument ends before it."""
    kept = {"argdown": {"argument": "L"}}
    map = _of("a b c", S("s", ("b",), "a", label="L"), S("t", ("c",), "b", data=kept))
    assert not [loss for loss in written(map).losses if loss.element]


def test_numbers_of_premises_that_a_document_gives(written: Written) -> None:
    """An inference would name its premises twice."""
    map = _of("a b c", S("s", ("b", "c"), "a", data={"uses": [1, 2]}))
    assert written(map).text.count("uses") == 1
    map = _of("a b c", S("s", ("b", "c"), "a", data={"uses": [2, 1]}))
    assert written(map).text.count("uses") == 2


def test_how_a_text_was_written_counts_only_while_it_says_the_text(written: Written) -> None:
    """A claim that was edited would be written as it was before."""
    for source in ("*was*", "was\n+ x", "A {x: 1}"):
        claim = C("a", "A", title="T", data={"argdown": {"source": source}})
        assert "A" in written(argmap.ArgumentMap(claims=(claim,))).text


def test_arguments_contradict_nothing(written: Written) -> None:
    """A line would be written that the reference refuses."""
    gist = C("b", "B", data={"argdown": {"kind": "argument"}})
    map = argmap.ArgumentMap(claims=(C("a", "A"), gist), links=(K("k", ("a", "b")),))
    assert "k" in [loss.element for loss in written(map).losses]


def test_undercuts_of_what_is_lost_are_lost(written: Written) -> None:
    """An undercut would bear on another step than it did."""
    gist = {"argdown": {"kind": "argument"}}
    map = argmap.ArgumentMap(
        claims=(C("a", "A"), C("b", "B", data=gist), C("c", "C", data=gist), C("d", "D")),
        links=(
            R("r", ("b",), "a"),
            R("q", ("b",), "d"),
            U("u", ("c",), "r"),
            U("v", ("d",), "u"),
        ),
    )
    lost = {loss.element for loss in written(map).losses}
    assert {"u", "v"} <= lost
    assert not {"r", "q"} & lost


def test_strict_mode_gives_way_to_rebuttals(written: Written) -> None:
    """A rebuttal would be read as a contrary."""
    settings = {"argdown": {"front matter": {"model": {"mode": "strict"}}}}
    rendering = written(_of("a b", R("r", ("b",), "a"), data=settings))
    assert "map-data" in {loss.code for loss in rendering.losses}
    assert "strict" not in rendering.text


def test_relations_that_settings_leave_with_an_argument(written: Written) -> None:
    """The document would let them begin at the conclusion, and other tools draw them from there; several undercuts are one line."""
    text = """\
===
model: {transformArgumentRelations: false, mode: strict}
===

[S]: s
  + <A>
  + <A-2> {argmap: {link: {weight: 0.5}}}
  + [C]: c
  + <B>: b
    <_ <A>

<A>

(1) p
----
(2) [C]

<A-2>

(1) q
----
(2) [C]

[T]: t
  + <B>
"""
    rendering = written(_map(text))
    assert rendering.text == text
    moved = _map(text.replace("transformArgumentRelations: false, ", ""))
    assert "from" not in str([dict(link.data) for link in moved.links])


def test_relations_of_an_argument_where_no_setting_leaves_them(written: Written) -> None:
    """The document would say of the argument what is read as said of its conclusion."""
    front = "===\nmodel: {transformArgumentRelations: false}\n===\n\n"
    map = _map(f"{front}[S]: s\n  + <A>\n\n<A>\n\n(1) p\n----\n(2) [C]: c\n")
    said = "+ [C] {argmap: {link: {data: {argdown: {from: A}}}}}"
    assert said in written(evolve(map, data={})).text.replace("[C]: c", "[C]")


def test_settings_that_are_no_settings_stay(written: Written) -> None:
    """A document's odd front matter would be mended without a word."""
    odd: list[dict[str, object]] = [
        {"model": 5, "title": 7},
        {"model": {"mode": "loose"}},
        {"model": {}},
    ]
    for kept in odd:
        written(_of("a", data={"argdown": {"front matter": kept, "more": 1}}))


def test_what_a_claim_says_of_itself_keeps_its_order() -> None:
    """A claim for and against itself would be written otherwise at every save."""
    once = argmap.dumps(_of("a", S("s", ("a",), "a"), R("r", ("a",), "a")), "argdown")
    assert [link.id for link in argmap.loads(once, format="argdown").links] == ["s", "r"]
    assert argmap.dumps(argmap.loads(once, format="argdown"), "argdown") == once


def test_deep_maps_get_blocks_of_their_own(written: Written) -> None:
    """A chain of a thousand would be indented by two thousand blanks."""
    ids = [f"c{n}" for n in range(300)]
    links = [S(f"support-{n}", (ids[n + 1],), ids[n]) for n in range(299)]
    rendering = written(_of(" ".join(ids), *links))
    assert max(map(len, rendering.text.splitlines())) < 60


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("[A]: a {argmap: {stance: x}}", "fits no claim: .*stance is one of"),
        ("[A]: a {argmap: {colour: red}}", "fits no claim: .*colour"),
        ("[A]: a {argmap: {said_by: [x]}}", "makes no map"),
        ("[A]: a {argmap: {citations: [1]}}", "fits no claim"),
        ("# H {argmap: {parent: 5}}", "fits no group"),
        ("[A]: a\n  + [B] {argmap: {link: {weight: 7}}}", "makes no map: .* weight"),
        ("[A]: a\n  + [B] {argmap: {link: {colour: 7}}}", "fits no support: .*colour"),
        ("===\nargmap: {sources: [{name: x}]}\n===\n\nx", "the front matter under 'argmap'"),
        ("===\nargmap: {sources: 5}\n===\n\nx", "the front matter under 'argmap'"),
    ],
)
def test_own_data_that_fits_nothing(data: str, message: str) -> None:
    """A mistake in a document's data would be a traceback, or be passed over."""
    with pytest.raises(argmap.ReadError, match=message):
        _map(data)
