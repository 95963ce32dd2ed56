"""The worked examples hold what they are there to show; the debate is the project's yardstick."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

import argmap

ROOT = Path(__file__).parent.parent
NAMES = [
    "bermuda",
    "circles",
    "co_op_debate",
    "every_kind_of_link",
    "from_networkx",
    "groups_and_circles",
    "large_debate",
    "linked_premises",
    "many_reasons",
    "many_scripts",
    "old_town_traffic",
    "right_to_left",
    "ten_premises",
    "undercuts",
    "verdicts",
]

BRIEF = {
    "support": """P1+P2>T P3>T P4>T P5>P1 P6>P1 P6>P7 P7>P9 P8>P9 P9>P1 P10>P1 P11>P1 P12>P1
                  R4>R3 R5>R8 R6>R5 R7>R8 R10>R3 R12>R14 R13>R14 R17>R3""",
    "rebuttal": "R1>T R2>T R3>P1 R8>P9 R10>P9 R11>P7 R14>P4 R16>P8 R17>P9",
    "undercut": "P2>R1>T R9>P6>P1 R15>P9>P1",
}
"""Every link of the debate as premises > target; the target of an undercut is a step."""


def example(name: str) -> dict[str, Any]:
    """The names that an example defines."""
    return runpy.run_path(str(ROOT / "examples" / f"{name}.py"))


def test_every_example_is_short_and_has_its_picture() -> None:
    """An example of over 200 lines teaches nobody; one without a picture is seen by nobody."""
    files = sorted((ROOT / "examples").glob("*.py"))
    assert [file.stem for file in files] == NAMES
    pages = sorted((ROOT / "docs" / "gallery").glob("*.md"))
    gallery = "".join([page.read_text("utf-8") for page in pages])
    for file in files:
        assert len(file.read_text("utf-8").splitlines()) < 200
        assert f"examples/{file.name}" in gallery
        assert f"{file.stem}.svg" in gallery
        assert (ROOT / "docs" / "gallery" / f"{file.stem}.svg").is_file()


def test_the_saved_debate_is_the_one_in_code() -> None:
    """The file beside the example is what the README draws; it must be the same map."""
    saved = argmap.read(ROOT / "examples" / "co_op_debate.json")
    assert saved == example("co_op_debate")["debate"]()


def test_the_debate_has_every_claim_and_link() -> None:
    """Thirty claims and thirty-two links were said; a map that lacks one is another debate."""
    map = example("co_op_debate")["debate"]()
    wanted = ["T", *(f"P{n}" for n in range(1, 13)), *(f"R{n}" for n in range(1, 18))]
    assert sorted(claim.id for claim in map.claims) == sorted(wanted)

    def told(step: argmap.Step) -> str:
        target = map[step.target]
        end = told(target) if isinstance(target, argmap.Step) else target.id
        return f"{'+'.join(step.premises)}>{end}"

    assert len(map.links) == 32
    for kind, links in BRIEF.items():
        steps = [link for link in map.links if link.kind == kind]
        assert sorted(told(step) for step in steps) == sorted(links.split()), kind
    assert [claim.id for claim in map.main_claims] == ["T"]
    assert all(claim.said_by and claim.citations for claim in map.claims)


@pytest.mark.parametrize("direction", ["up", "left"])
def test_the_debate_is_drawn_whole(direction: str) -> None:
    """All thirty claims are in the picture, none over another, and few lines cross."""
    drawing = argmap.draw(example("co_op_debate")["debate"](), direction=direction)  # type: ignore[arg-type]  # a parameter
    assert len(drawing.view.cards) == 30
    assert len(drawing.view.joints) == 4  # the linked step and the three that are undercut
    assert drawing.layout.crossings <= 2


def test_the_swan_shows_what_it_teaches() -> None:
    """Linked, convergent, a rebuttal of a premise, an undercut of an undercut."""
    map = example("linked_premises")["swan"]()
    first, second = (link for link in map.links if isinstance(link, argmap.Support))
    assert map.shapes(first) == {"linked", "convergent"}
    assert map.shapes(second) == {"convergent"}
    rebuttal = map.links_from["black"][0]
    assert isinstance(rebuttal, argmap.Rebuttal)
    assert map.undermines(rebuttal)
    deepest = map.links_from["noon"][0]
    assert isinstance(deepest, argmap.Undercut)
    assert isinstance(map[deepest.target], argmap.Undercut)
    assert map.is_counter_objection(deepest)


def test_a_graph_becomes_a_map_and_comes_back_edited() -> None:
    """What networkx users do: in, algorithm, edit, out."""
    names = example("from_networkx")
    map = names["votes"]()
    assert [link.kind for link in map.links] == ["support", "support", "rebuttal", "rebuttal"]
    assert names["busiest"](map) == "vote"
    left = names["without_objections"](map).links
    assert [link.kind for link in left] == ["support", "support"]


def test_the_library_has_every_kind_of_link() -> None:
    """The picture is there to show each kind, and each way of bearing on a step."""
    map = example("every_kind_of_link")["library"]()
    kinds = {link.kind for link in map.links}
    assert kinds == {"answer", "conflict", "preference", "rephrase", "support"}
    steps = [link for link in map.links if isinstance(link, argmap.Step)]
    assert any(step.warrants for step in steps)
    assert any(step.strict for step in steps)
    assert any(isinstance(map[step.target], argmap.Link) for step in steps)


def test_the_sections_hold_a_circle() -> None:
    """Groups in groups and a circle across them are what the example is about."""
    map = example("groups_and_circles")["services"]()
    assert [group.parent for group in map.groups] == [None, "economics", None]
    kinds = {(link.premises, link.target) for link in map.links if isinstance(link, argmap.Step)}
    assert {(("answer",), "payer"), (("payer",), "apathy"), (("apathy",), "answer")} < kinds


def test_the_hard_cases_are_what_they_say() -> None:
    """A page that compares drawings of ten premises shows nothing if there are nine."""
    ten = example("ten_premises")["ten_premises"]()
    assert [len(link.premises) for link in ten.links if isinstance(link, argmap.Support)] == [10]
    depths = example("undercuts")["undercuts"]()
    undercuts = [link for link in depths.links if isinstance(link, argmap.Undercut)]
    assert [
        argmap.Undercut if link.target in {u.id for u in undercuts} else None for link in undercuts
    ] == [None, argmap.Undercut, argmap.Undercut]
    circles = example("circles")["circles"]()
    steps = [link for link in circles.links if isinstance(link, argmap.Step)]
    assert any(link.target in link.premises for link in steps)
    assert sum((link.premises, link.target) == (("hens",), "hen") for link in steps) == 3
    reasons = example("many_reasons")["many_reasons"]()
    assert len(reasons.links_to["go"]) == 24
    assert max(len(claim.text) for claim in reasons.claims) >= 1_900
    assert len(argmap.draw_pages(reasons, "a4-landscape")) > 1
    arabic = argmap.draw(example("right_to_left")["right_to_left"]())
    assert arabic.scene.language == "ar"


def test_every_script_is_in_the_picture() -> None:
    """A script left out is one that nobody looks at."""
    defined = example("many_scripts")
    texts = {claim.text for claim in defined["everywhere"]().claims}
    assert {*defined["REASONS"].values(), *defined["OBJECTIONS"].values()} < texts


def test_the_verdicts_are_all_shown() -> None:
    """Each verdict, and a link that doesn't hold."""
    defined = example("verdicts")
    drawing = argmap.draw(defined["weighed"](), marks=defined["MARKS"])
    assert {card.mark.verdict for card in drawing.view.cards if card.mark} == {
        "accepted",
        "rejected",
        "undecided",
    }
    assert {wire.id: wire.mark.verdict for wire in drawing.view.wires if wire.mark} == {
        "low": "rejected",
        "cover": "undecided",
    }


def test_toulmins_example_has_all_his_parts() -> None:
    """A layout without a warrant is none of Toulmin's."""
    drawing = argmap.draw(example("bermuda")["bermuda"](), style="toulmin")
    headings = " ".join([card.heading for card in drawing.view.cards])
    for part in ("Grounds", "Claim", "Warrant: since", "Backing", "Rebuttal"):
        assert part in headings
    labels = {joint.label for joint in drawing.view.joints}
    assert {"so", "so: presumably", "on account of", "unless"} == labels
    assert argmap.evaluate(example("bermuda")["bermuda"]())["subject"].label == "accepted"


def test_the_issue_has_positions_that_exclude_one_another() -> None:
    """Without answers and a conflict it would be no issue."""
    map = example("old_town_traffic")["traffic"]()
    assert [issue.id for issue in map.issues] == ["traffic", "money"]
    assert sum([link.kind == "answer" for link in map.links]) == 6
    labels = argmap.evaluate(map)
    assert {labels[id].label for id in ("toll", "closed", "nothing")} == {"undecided"}


def test_the_large_debate_is_large_and_lively() -> None:
    """Five hundred claims of which all stand or all fall would be no debate."""
    map = example("large_debate")["town"]()
    assert len(map.claims) == 518
    labels = argmap.evaluate(map)
    proposals = [f"{number:02} P" for number in range(1, 25)]
    assert sum([labels[id].label == "accepted" for id in proposals]) == 8
    assert len({claim.text for claim in map.claims}) > 300
