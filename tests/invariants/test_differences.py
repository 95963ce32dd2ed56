"""The measure of round trips sees what isn't told, whatever it is."""

from __future__ import annotations

import pytest
from attrs import evolve

from argmap import About, ArgumentMap, Claim, Loss, Rebuttal, Support
from argmap.invariants.differences import differences

A, B = Claim("a", "Co-ops are good."), Claim("b", "They are near.")
MAP = ArgumentMap(claims=(A, B), links=(Support("s", ("b",), "a"),))
NOTHING_OF_THIS = Loss("map-data", "", "nothing of this", "it is only a test")


def told(back: ArgumentMap, *losses: Loss) -> list[str]:
    """What is told of a round trip, beside a loss that has nothing to do with it."""
    return differences(MAP, back, (NOTHING_OF_THIS, *losses))


@pytest.mark.parametrize(
    ("back", "line"),
    [
        (ArgumentMap(claims=(A, B)), "support 's' is gone"),
        (ArgumentMap(claims=(Claim("a", "No."), B), links=MAP.links), "claim 'a': "),
        (ArgumentMap(claims=(B, A), links=MAP.links), "the order of the claims"),
        (ArgumentMap(claims=(A, B, Claim("c")), links=MAP.links), "claims under other ids: "),
        (ArgumentMap(claims=(A, B), links=MAP.links, about=About("T")), "about title: "),
    ],
)
def test_what_isnt_told_is_seen(back: ArgumentMap, line: str) -> None:
    """A format would lose it in silence."""
    (found,) = told(back)
    assert found.startswith(line)


def test_free_data_of_the_map_is_compared() -> None:
    """What other formats keep there would be lost in silence."""
    unlike = Loss("about-title", "", "the title", "test")
    back = ArgumentMap(claims=(A, B), links=MAP.links, data={"x": 1})
    (line,) = differences(MAP, back, (unlike,))
    assert line.startswith("the map's data: ")


def test_what_is_kept_of_a_document_is_data_of_the_map() -> None:
    """A map whose wrapper AIF can't say, which is told, would fail."""
    before = ArgumentMap(claims=(A, B), links=MAP.links, data={"aif": {"wrapper": "AIF"}})
    kept = Loss("kept-document", "", "the wrapper that was kept", "test")
    assert differences(before, MAP, [kept]) == []
    assert differences(before, MAP, [Loss("about-title", "", "the title", "test")]) != []


def test_what_is_told_is_let_be() -> None:
    """A loss that is told is no fault."""
    assert told(MAP) == []
    assert told(ArgumentMap(claims=(A, B)), Loss("support", "s", "the support", "test")) == []
    other = ArgumentMap(claims=(A, B), links=(Support("t", ("b",), "a"),))
    assert told(other, Loss("link-numbers", "", "numbers", "test")) == []


def test_maps_that_differ_in_nothing_to_name() -> None:
    """Without a loss the first difference is named."""
    assert differences(MAP, ArgumentMap(claims=(A,)), ()) == [
        f"nothing is lost, and yet: claims: {(2, 1)}"
    ]
    (line,) = differences(MAP, ArgumentMap(claims=(A, B), links=MAP.links, about=About("T")), ())
    assert line.startswith("nothing is lost, and yet: about: ")
    (line,) = differences(MAP, ArgumentMap(claims=(B, A), links=MAP.links), ())
    assert line.startswith("nothing is lost, and yet: claims: [(Claim('a'")


def test_the_number_of_a_lost_link_may_be_that_of_another() -> None:
    """A link that is counted anew would be taken for the one that is lost, and be missing."""
    one, two = Support("support-1", ("a",), "b"), Support("support-2", ("b",), "a")
    claims = (Claim("a", "A"), Claim("b", "B"))
    back = ArgumentMap(claims=claims, links=(evolve(two, id="support-1"),))
    losses = [Loss("support", "support-1", "the support", "test"), Loss("link-numbers", "", "", "")]
    assert differences(ArgumentMap(claims=claims, links=(one, two)), back, losses) == []


def test_the_id_of_a_lost_link_may_be_told_of_another() -> None:
    """A link that is told to have the id of the lost one now would be missing; one that is gone must be."""
    one, two = Rebuttal("rebuttal-1", ("a",), "a"), Rebuttal("rebuttal-2", ("b",), "a", weight=0.5)
    before = ArgumentMap(claims=(A, B), links=(one, two))
    losses = [Loss("rebuttal", "rebuttal-1", "", ""), Loss("rebuttal-id", "rebuttal-2", "", "")]
    back = ArgumentMap(claims=(A, B), links=(evolve(two, id="rebuttal-1"),))
    assert differences(before, back, losses) == []
    for left in ((), (one,)):
        (line,) = differences(before, ArgumentMap(claims=(A, B), links=left), losses)
        assert line.startswith("links under other ids: ")


def test_the_order_of_links_that_have_the_id_of_a_lost_one() -> None:
    """A link that has the id of a lost one now would be in the lost one's place in the order."""
    links = [Rebuttal(id, ("b",), "a", weight=weight) for id, weight in (("r", 0.5), ("t", 0.25))]
    before = ArgumentMap(claims=(A, B), links=(links[0], MAP.links[0], links[1]))
    losses = [Loss("rebuttal", "r", "", ""), Loss("rebuttal-id", "t", "", "")]
    back = ArgumentMap(claims=(A, B), links=(MAP.links[0], evolve(links[1], id="r")))
    assert differences(before, back, losses) == []


def test_links_that_are_counted_anew_keep_their_order() -> None:
    """The number of one link may be that of another now, but another order is told as such."""
    one, two = Support("support-1", ("a",), "b", weight=0.5), Support("support-2", ("b",), "a")
    claims = (Claim("a", "A"), Claim("b", "B"))
    before = ArgumentMap(claims=claims, links=(one, two))
    anew = Loss("link-numbers", "", "", "")
    swapped = ArgumentMap(
        claims=claims, links=(evolve(two, id="support-1"), evolve(one, id="support-2"))
    )
    assert differences(before, swapped, [anew]) == ["the order of the links"]
    assert differences(before, swapped, [anew, Loss("links-order", "", "", "")]) == []
    renamed = ArgumentMap(
        claims=claims, links=(evolve(one, id="support-2"), evolve(two, id="support-1"))
    )
    assert differences(before, renamed, [anew]) == []
