"""Premise-conclusion structures and blocks as a person would put them."""

from __future__ import annotations

from collections.abc import Callable

import argmap
from argmap.source import SourceText

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]
C, S, R, U = argmap.Claim, argmap.Support, argmap.Rebuttal, argmap.Undercut


def _of(claims: str, *links: argmap.Link, **parts: object) -> argmap.ArgumentMap:
    made = tuple([C(id, f"{id.upper()}.") for id in claims.split()])
    return argmap.ArgumentMap(claims=made, links=links, **parts)  # type: ignore[arg-type] # parts of a map


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


def test_a_conclusion_is_said_where_it_is_drawn(written: Written) -> None:
    """A claim would stand alone before the structure that ends with it."""
    map = _of("p q c", S("support-1", ("p", "q"), "c"))
    assert written(map).text == "(1) P.\n(2) Q.\n----\n(3) C.\n"


def test_much_that_bears_on_a_premise_comes_below_the_structure(written: Written) -> None:
    """The conclusion would stand a page below its premises."""
    few = _of("p q c x", S("support-1", ("p", "q"), "c"), R("rebuttal-1", ("x",), "q"))
    assert "(2) Q.\n  - X.\n----\n(3) C.\n" in written(few).text
    more = [R("rebuttal-2", ("y",), "x"), S("support-2", ("z",), "q")]
    many = _of("p q c x y z", S("support-1", ("p", "q"), "c"), R("rebuttal-1", ("x",), "q"), *more)
    assert "----\n(3) C.\n\n[q]\n  - X.\n    - Y.\n  + Z.\n" in written(many).text


def test_an_id_that_somebody_chose_is_the_title(written: Written) -> None:
    """The id would stand in data, and other programs would show an argument without a name."""
    map = _of("p q c", S("by-both", ("p", "q"), "c"))
    text = written(map).text
    assert "<by-both>\n\n(1) P.\n" in text
    assert "argmap: {ids: all}" in text
    assert "argmap" not in written(_of("p q c", S("4711", ("p", "q"), "c"))).text


def test_labels_and_ids_are_told_apart(written: Written) -> None:
    """A label would be read as an id, or an id as a label."""
    parts = [
        S("support-1", ("p", "q"), "c", label="Both"),
        S("support-2", ("q", "p"), "d", label="support-7"),
        S("support-3", ("p", "d"), "c", label="[no title]"),
        S("x", ("q", "d"), "c", label="Both ways"),
        S("y", ("p",), "support-3"),
        S("z", ("q",), "support-1"),
    ]
    assert not [loss for loss in written(_of("p q c d", *parts)).losses if loss.element]


def test_a_scheme_is_the_name_of_the_inference(written: Written) -> None:
    """The scheme would stand in data where Argdown has a place for it."""
    schemes = (argmap.Scheme("expert-opinion", "Expert opinion"),)
    map = _of("p c", S("support-1", ("p",), "c", scheme="expert-opinion"), schemes=schemes)
    assert written(map).text == "(1) P.\n-- Expert opinion --\n(2) C.\n"


def test_schemes_in_another_order_are_listed(written: Written) -> None:
    """The order of the schemes would be lost, or two of one name be one."""
    schemes = (argmap.Scheme("b", "B"), argmap.Scheme("a", "A"), argmap.Scheme("c", "A"))
    links = (S("support-1", ("p",), "c", scheme="a"), S("support-2", ("q",), "c", scheme="b"))
    assert "schemes:\n" in written(_of("p q c", *links, schemes=schemes)).text


def test_warrants_are_lines_of_the_structure(written: Written) -> None:
    """The licence of a step would be unconnected for every other program."""
    map = _of("p w c", S("support-1", ("p",), "c", warrants=("w",)))
    assert written(map).text == "(1) P.\n(2) W.\n-- {argmap: {warrants: 2}} --\n(3) C.\n"
    linked = _of("p q w c", S("support-1", ("q", "p"), "c", warrants=("w",), data={"uses": [2, 1]}))
    assert not [loss for loss in written(linked).losses if loss.element]


def test_numbers_that_are_no_numbers_name_nothing() -> None:
    """True would be line 1."""
    (link,) = _map("(1) p\n(2) q\n-- {uses: [true]} --\n(3) c\n").links
    assert isinstance(link, S)
    assert link.premises == ("p", "q")


def test_a_structure_waits_for_its_section(written: Written) -> None:
    """An argument would move to the section of its conclusion."""
    text = "# One\n\n[T]: t\n\n# Two\n\n<A>\n\n(1) p\n----\n(2) [T]\n"
    map = _map(text)
    assert written(map).text == text
    assert not written(map).losses


def test_deep_claims_go_on_in_a_block_of_their_own(written: Written) -> None:
    """A claim would be a mere title where it is said first."""
    ids = "a b c d e f g h i"
    names = ids.split()
    links = [S(f"support-{n + 1}", (names[n + 1],), names[n]) for n in range(8)]
    text = written(_of(ids, *links)).text
    assert f"{'  ' * 6}+ [g]: G.\n\n[g]\n  + H.\n    + I.\n" in text


def test_what_a_claim_says_of_itself_comes_first(written: Written) -> None:
    """The reference would take a claim's attack on itself for an earlier attack."""
    plain = _of("a b", R("rebuttal-1", ("b",), "a"), R("rebuttal-2", ("a",), "a"))
    assert written(plain).text.splitlines()[-3:-1] == ["[a]: A.", "  - [a]"]
    losses = written(_of("a b", R("r", ("b", "a"), "a"))).losses
    assert [(loss.code, loss.element) for loss in losses] == [("premises-order", "r")]


def test_what_links_on_one_line_hold_is_told(written: Written) -> None:
    """Weights and ids of undercuts that share a line would go without a word."""
    read = _map("[S]: s\n  + <B>: b\n    <_ [U]: u\n\n[T]: t\n  + <B>\n")
    assert written(read).losses == ()
    first, others = (
        U("undercut-1", ("u",), "support-1", weight=0.5),
        read.links[:1] + read.links[3:],
    )
    links = (*others, first, U("why", ("u",), "support-2"))
    result = written(argmap.ArgumentMap(claims=read.claims, links=links))
    assert "<_ [U]" in result.text
    told = [(loss.code, loss.element) for loss in result.losses if loss.element]
    assert told == [("undercut-weight", "undercut-1"), ("undercut-id", "why")]


def test_an_argument_that_was_none_says_so(written: Written) -> None:
    """A claim would have become an argument by being written."""
    map = _of("a b c", R("rebuttal-1", ("b",), "a"), U("undercut-1", ("c",), "rebuttal-1"))
    assert "  - <b>: B. {argmap: {kind: claim}}\n    <_ C.\n" in written(map).text


def test_an_argument_without_a_text_is_in_its_first_section(written: Written) -> None:
    """Data would say what the place says."""
    for text in (
        "# H\n\n<A>\n  + [B]\n",
        "# H\n\n[A] {isInGroup: false}\n",
        "# H\n\n[A] {isInGroup: true}\n",
    ):
        assert "argmap" not in written(_map(text)).text


def test_steps_of_arguments_keep_what_is_said_of_them(written: Written) -> None:
    """Tags of an argument would become a part of its description, or be lost."""
    for text in (
        "<A>: about it #t\n\n(1) p\n----\n(2) c\n",
        "===\nmodel: {removeTagsFromText: true}\n===\n\n<A>: about it #t\n\n(1) p\n----\n(2) c #u\n",
    ):
        assert written(_map(text)).text == text


def test_a_chain_of_lost_undercuts(written: Written) -> None:
    """One undercut that can't be said would bring the others to another step, or take a time like their square."""
    names = [f"c{n}" for n in range(40)]
    links: list[argmap.Link] = [R("l0", ("c0",), "x"), R("m0", ("c0",), "y")]
    links += [U(f"l{n}", (names[n],), f"l{n - 1}") for n in range(1, 40)]
    map = _of(" ".join(["x", "y", *names]), *reversed(links))
    lost = {loss.element for loss in written(map).losses if loss.element}
    assert lost == {f"l{n}" for n in range(1, 40)}


def test_a_circle_begins_where_its_author_began(written: Written) -> None:
    """Each writing would turn the circle by one."""
    text = "<A>: a\n  - <B>: b\n    - <C>: c\n      - <A>\n"
    assert written(_map(text)).text == text


def test_a_structure_behind_an_argument_is_not_taken_for_its_own(written: Written) -> None:
    """The argument would be gone, and the step have its title."""
    rendering = written(_map("(1) P.\n  -> <e>: E.\n----\n(2) C.\n"))
    assert "<e>: E.\n" in rendering.text
    assert "<support-1>\n\n(1)" in rendering.text
