"""What a map is waiting for, in which order."""

from __future__ import annotations

from hypothesis import given, settings

from argmap import (
    Answer,
    ArgumentMap,
    Citation,
    Claim,
    Issue,
    Rebuttal,
    Scheme,
    Source,
    Support,
    Undercut,
    todo,
)
from argmap.strategies import maps
from tests.profiles import examples

CITED = (Citation("book"),)
CLAIMS = (
    Claim("main", "Public services should be run by co-ops of their workers."),
    Claim("near", "Co-ops of workers answer to local people.", stance="questioned"),
    Claim("far", "Local people know the workers.", citations=CITED),
    Claim("cheap", "Co-ops of workers cost less than firms.", citations=CITED),
    Claim("bare", "Firms cost more than public services."),
    Claim("cuts", "Co-ops are cover for cuts of services.", citations=CITED),
    Claim("slow", "Local people are slow to answer.", citations=CITED),
    Claim("other", "Firms should run public services.", stance="questioned"),
)
LINKS = (
    Support("s1", ("near",), "main"),
    Support("s2", ("far",), "near", scheme="sign"),
    Support("s3", ("cheap",), "main"),
    Support("s4", ("bare",), "cheap"),
    Rebuttal("r1", ("cuts",), "main"),
    Rebuttal("r2", ("slow",), "far"),
    Answer("w", "main", "how"),
    Answer("z", "other", "how"),
)
MAP = ArgumentMap(
    claims=CLAIMS,
    links=LINKS,
    issues=(Issue("how"), Issue("when"), Issue("where")),
    schemes=(Scheme("sign", "argument from sign", ("Is it one?",)),),
    sources=(Source("book"),),
)


def test_the_most_important_comes_first() -> None:
    """Who has ten minutes would spend them on a missing source."""
    found = [(task.rank, task.ids[0]) for task in todo(MAP)]
    assert found == [
        (1, "r1"),
        (2, "r2"),
        (3, "other"),
        (4, "when"),
        (4, "where"),
        (6, "s2"),
        (7, "bare"),
    ]
    assert todo(MAP)[0].action.startswith("Answer the rebuttal r1 of main by cuts: rebut cuts")


def test_sides_that_nobody_takes() -> None:
    """A thesis without an objection, or without a reason, is half a debate."""
    alone = ArgumentMap(claims=CLAIMS[:2], links=LINKS[:1])
    assert ("Add the best objection" in todo(alone)[-1].action, todo(alone)[-1].rank) == (True, 5)
    attacked = ArgumentMap(claims=(CLAIMS[0], CLAIMS[4]), links=(Rebuttal("r", ("bare",), "main"),))
    assert [task.action.split(" “")[0] for task in todo(attacked) if task.rank == 5] == [
        "Add the best reason for main (“Public services should be run by co-ops of their workers.”)"
    ]


def test_a_lone_position_and_a_step_without_a_word_in_common() -> None:
    """They come last but are told."""
    claims = tuple([Claim(f"c{n}", f"Co-ops answer to people of district {n}.") for n in range(9)])
    odd = Claim("odd", "Ministers live far away from schools.")
    links = (
        *[Support(f"s{n}", (f"c{n}",), "c0") for n in range(1, 9)],
        Support("gap", ("odd",), "c0"),
        Undercut("u", ("c1",), "s2"),
        Answer("w", "c0", "how"),
    )
    map = ArgumentMap(claims=(*claims, odd), links=links, issues=(Issue("how"),))
    tasks = {task.rank: task for task in todo(map)}
    assert tasks[4].action == "Add another position on how"
    assert tasks[8].ids[0] == "gap"


@settings(max_examples=examples(100))
@given(maps(hostile=True))
def test_tasks_are_ranked_and_name_what_is_there(map: ArgumentMap) -> None:
    """A list in no order is a heap."""
    tasks = todo(map)
    assert [task.rank for task in tasks] == sorted(task.rank for task in tasks)
    assert all(set(task.ids) <= set(map.elements) for task in tasks)
    assert all(str(task) for task in tasks)
