"""What a document lacks, as losses: a code, the element, what it is, and the reason that is known best."""

from __future__ import annotations

from attrs import evolve

from argmap import About, ArgumentMap, Claim, Limits, Loss, Rebuttal, Support
from argmap.formats.read_back import UNLIMITED, Said, losses_between, too_deep

MAP = ArgumentMap(
    claims=(Claim("a", "A.", title="T"), Claim("b", data={"x": 1, "y": 2}), Claim("c")),
    links=(Support("s", ("b",), "a"), Support("t", ("b",), "a"), Rebuttal("r", ("c",), "a")),
    about=About("Debate"),
)


def test_every_loss_has_its_code_and_words() -> None:
    """Somebody would be told of a loss in words that name another thing."""
    back = ArgumentMap(
        claims=(Claim("b", data={"x": 1, "y": 3}), Claim("a", "A."), Claim("n")),
        links=(Rebuttal("s", ("b",), "a"), Support("t", ("b",), "a")),
    )
    said = Said()
    said.leave_out("c", "it is hidden")
    said.leave_out("r", "it would be")
    said.take_in("r")
    said.expect([Loss("claim-title", "a", "its title", "titles are for books")])
    assert list(map(str, losses_between(MAP, back, "X", said))) == [
        "a: its title: titles are for books [claim-title]",
        "b: the data under 'y': X has no place for it [claim-data]",
        "c: the claim: it is hidden [claim]",
        "the map: the order of the claims: they are written in the order of the document [claims-order]",
        "s: the support: it is written as a rebuttal [support]",
        "r: the rebuttal: X has no place for it [rebuttal]",
        "the map: the claim 'n': the document says it besides [added-claim]",
        "the map: title: X has no place for it [about-title]",
    ]


def test_an_equal_map_has_lost_nothing() -> None:
    """A report of nothing would not mean an equal map."""
    assert losses_between(MAP, evolve(MAP), "X") == ()


def test_links_are_known_by_their_ends() -> None:
    """A link that is there under another number would pass for lost."""
    links = (Support("1", ("b",), "a"), Support("2", ("b",), "a"), Support("r", ("c",), "a"))
    back = evolve(MAP, links=links)
    said = Said()
    said.match_links(MAP, back)
    assert said.ids == {"s": "1", "t": "2"}
    assert [str(loss) for loss in losses_between(MAP, back, "X", said)] == [
        "s: its id: it is '1' there [support-id]",
        "t: its id: it is '2' there [support-id]",
        "r: the rebuttal: it is written as a support [rebuttal]",
    ]


def test_what_nests_past_the_usual_limit_is_told() -> None:
    """A document would be written that nobody reads, without a word."""
    most = Limits().nesting
    assert too_deep(most) == ()
    assert [loss.code for loss in too_deep(most + 1)] == ["nesting"]
    assert UNLIMITED.claims > 10**9
