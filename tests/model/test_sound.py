"""The quick answer whether a map keeps every invariant is the slow one's."""

from __future__ import annotations

from random import Random

import pytest

from argmap import (
    Answer,
    ArgumentMap,
    Claim,
    InvalidMap,
    Issue,
    Link,
    Preference,
    Rebuttal,
    Support,
    Undercut,
)
from argmap.model.check import _every_problem, _is_sound
from argmap.model.trusted import trusted_map

ENDS = ("a", "b", "c", "s1", "s2", "s3", "s4", "s5")


def _end(ends: tuple[str, ...], chance: Random) -> str:
    return chance.choice(ends[:3] if chance.random() < 0.9 else ends)


def _link(id: str, ends: tuple[str, ...], chance: Random, asks: bool) -> Link:
    """A link with ends that are nearly always of the right kind, among them links that come behind it."""
    if asks and chance.random() < 0.2:
        return Answer(id, "a", "i") if chance.random() < 0.7 else Undercut(id, ("a",), "i")
    if chance.random() < 0.15:
        return Preference(id, chance.choice(ends), chance.choice(ends))
    premises = tuple([_end(ends, chance) for _ in range(chance.choice([1, 1, 1, 1, 2, 2, 3]))])
    if chance.random() < 0.02:
        premises = ()
    label = chance.choice(["so", "\x00"]) if chance.random() < 0.1 else ""
    if chance.random() < 0.6:
        return Undercut(id, premises, chance.choice(ends[3:]), label=label)
    if chance.random() < 0.5:
        return Support(id, premises, _end(ends, chance), label=label)
    return Rebuttal(id, premises, _end(ends, chance), label=label)


def test_what_is_found_sound_has_no_problem_and_the_other_way_round() -> None:
    """A broken map would be let in, or a good one refused without a reason."""
    chance, found = Random(1), {True: 0, False: 0}
    for _ in range(4_000):
        asks = chance.random() < 0.2
        ends = ENDS[: chance.choice([4, 5, 6, 8])]
        links = [_link(id, ends, chance, asks) for id in ends[3:]]
        made = trusted_map(
            claims=tuple(map(Claim, "abc")),
            links=tuple(links),
            issues=(Issue("i"),) if asks else (),
        )
        sound = _is_sound(made)
        assert sound is (not _every_problem(made)), links
        found[sound] += 1
    assert min(found.values()) > 400


@pytest.mark.parametrize("at", [0, 1_023, 1_024, 2_999])
@pytest.mark.parametrize("fault", ["target", "premise", "label", "id", "text", "circle"])
def test_a_fault_is_found_wherever_it_is(at: int, fault: str) -> None:
    """Large maps are looked at a block at a time; what lies at the edge of one would be passed over."""
    many = 3_000
    claims = [Claim(f"c{n}", f"Claim {n}.") for n in range(many)]
    links: list[Link] = [Support(f"s{n}", (f"c{n}",), f"c{n // 2}") for n in range(many)]
    links[at] = {
        "target": Support("odd", ("c1",), "nobody"),
        "premise": Rebuttal("odd", ("c1", "s5"), "c0"),
        "label": Support("odd", ("c1",), "c0", label="\x00"),
        "id": Support("", ("c1",), "c0"),
        "text": links[at],
        "circle": Undercut("odd", ("c1",), "odd"),
    }[fault]
    if fault == "text":
        claims[at] = Claim(f"c{at}", "\x00")
    with pytest.raises(InvalidMap) as caught:
        ArgumentMap(claims=tuple(claims), links=tuple(links))
    (problem,) = caught.value.problems
    codes = {
        "target": "dangling-id",
        "premise": "end-kind",
        "id": "empty-id",
        "circle": "founded-links",
    }
    assert problem.code == codes.get(fault, "legal-text")


def test_links_that_are_told_backwards_are_no_circle() -> None:
    """A map that names an undercut before what it undercuts would be refused."""
    claims = tuple(map(Claim, "ab"))
    backwards = (
        Preference("p", "u1", "u2"),
        Undercut("u2", ("b",), "u1"),
        Undercut("u1", ("b",), "s"),
        Support("s", ("a",), "b"),
    )
    assert len(ArgumentMap(claims=claims, links=backwards).links) == 4
    assert _every_problem(trusted_map(claims=claims, links=backwards)) == ()
