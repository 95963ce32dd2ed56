"""What follows from a map, on maps whose answers were worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import networkx
import pytest

import argmap


def small() -> argmap.Draft:
    """The main claim m <- a, (b + c linked), b <- d, a attacked by e, e attacked by f, the linked step undercut by g."""
    draft = argmap.Draft()
    for name in "mabcdefg":
        draft.claim(name.upper(), id=name)
    draft.support("m", by="a", id="single")
    draft.support("m", by=["b", "c"], id="linked")
    draft.support("b", by="d", id="deep")
    draft.rebut("a", by="e", id="hit")
    draft.rebut("e", by="f", id="answer")
    draft.undercut("linked", by="g", id="under")
    return draft


def ids(claims: tuple[argmap.Claim, ...]) -> list[str]:
    """The ids of claims."""
    return [claim.id for claim in claims]


def test_roots_leaves_and_depths() -> None:
    """Views, statistics and weighing all start from these."""
    map = small().map()
    assert ids(map.roots) == ["m"]
    assert ids(map.main_claims) == ["m"]
    assert ids(map.leaves) == ["c", "d", "f", "g"]
    assert dict(map.depths) == {
        "m": 0,
        "single": 0,
        "linked": 0,
        "under": 0,
        "a": 1,
        "b": 1,
        "c": 1,
        "g": 1,
        "hit": 1,
        "deep": 1,
        "e": 2,
        "d": 2,
        "answer": 2,
        "f": 3,
    }


def test_main_claims_of_odd_maps() -> None:
    """A circular part still has something that it is about; a loose note is no thesis."""
    draft = argmap.Draft()
    for name in "abcd":
        draft.claim(name, id=name)
    assert ids(draft.map().main_claims) == ["a", "b", "c", "d"]
    draft.rebut("a", by="b")
    assert ids(draft.map().main_claims) == ["a"]
    draft.rebut("b", by="a")
    assert ids(draft.map().main_claims) == ["a"]
    draft.conflict("c", "d")
    assert set(ids(draft.map().main_claims)) == {"a", "c", "d"}
    assert argmap.ArgumentMap().main_claims == ()


def test_circles_that_rest_on_earlier_ones_are_gone_through_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each circle without a root would go through all those below it again: 20 of 21 seconds for a framework of 7,346 arguments."""
    names = [f"c{n}" for n in range(40)]
    links = [argmap.Rebuttal(f"to{n}", (names[n],), names[n ^ 1]) for n in range(40)]
    links += [argmap.Rebuttal(f"on{n}", (names[n - 2],), names[n]) for n in range(2, 40, 2)]
    map = argmap.ArgumentMap(
        claims=tuple([argmap.Claim(name) for name in names]), links=tuple(links)
    )
    seen: list[str] = []
    tied = argmap.Rebuttal.tied

    def noted(link: argmap.Rebuttal) -> Sequence[str]:
        seen.append(link.id)
        return tied(link)

    monkeypatch.setattr(argmap.Rebuttal, "tied", noted)
    assert ids(map.main_claims) == names[::2]
    assert sorted(seen) == sorted([link.id for link in links])


def test_depths_of_links_found_twice() -> None:
    """A preference leads to a link before the claim that it targets does; the first depth stays."""
    draft = argmap.Draft()
    for name in "mab":
        draft.claim(name, id=name)
    draft.support("m", by="a", id="single")
    draft.support("a", by="b", id="deep")
    draft.prefer("deep", over="single", id="p")
    assert draft.map().depths == {"m": 0, "single": 0, "p": 0, "a": 1, "deep": 1, "b": 2}


def test_undermining_is_derived() -> None:
    """The same rebuttal undermines or not, depending on what else the map says of its target."""
    draft = small()
    hit, answer = draft["hit"], draft["answer"]
    assert isinstance(hit, argmap.Rebuttal)
    assert isinstance(answer, argmap.Rebuttal)
    map = draft.map()
    assert map.undermines(hit)
    assert map.undermines(answer)
    draft.support("a", by="d")
    assert not draft.map().undermines(hit)
    draft.claim("N", id="n")
    lone = draft.rebut("m", by="n")
    assert not draft.map().undermines(lone)


def test_counter_objections() -> None:
    """An objection to an objection, to its premise or to the step itself."""
    draft = small()
    draft.undercut("hit", by="g", id="over")
    map = draft.map()
    counter = {link.id for link in map.links if map.is_counter_objection(link)}
    assert counter == {"answer", "over"}


def test_shapes_of_steps() -> None:
    """Linked, convergent, serial, divergent, as the textbooks draw them."""
    draft = small()
    draft.support("a", by="c", id="again")
    map = draft.map()

    def shapes(id: str) -> set[str]:
        step = map[id]
        assert isinstance(step, argmap.Step)
        return set(map.shapes(step))

    assert shapes("linked") == {"linked", "convergent", "serial", "divergent"}
    assert shapes("single") == {"convergent", "serial"}
    assert shapes("deep") == set()
    assert shapes("again") == {"divergent"}


def test_the_graph_says_roles() -> None:
    """Anybody's algorithm must find the same structure as argmap's own."""
    draft = small()
    draft.conflict("c", "d", id="x")
    graph = draft.map().graph
    assert graph.nodes["linked"]["kind"] == "support"
    assert graph.edges["b", "linked"]["role"] == "premise"
    assert graph.edges["linked", "m"]["role"] == "target"
    assert graph.edges["c", "x"] == graph.edges["x", "c"] == {"role": "side"}
    assert draft.map().graph is not draft.map().graph
    with pytest.raises(networkx.NetworkXError, match="Frozen"):
        graph.add_node("new")


def test_the_claim_graph_flattens_links_on_links() -> None:
    """An undercut points at the conclusion of the step, at any depth; a conflict both ways."""
    draft = small()
    draft.undercut("under", by="a", id="over")
    conflict = draft.conflict("c", "d", "e", id="x")
    draft.undercut(conflict, by="f", id="why")
    preference = draft.prefer("linked", over="single", id="p")
    draft.undercut(preference, by="f", id="whynot")
    issue = draft.issue("Which?", id="i")
    answer = draft.answer(issue, by="m", id="n")
    draft.undercut(answer, by="f", id="no")
    edges = {(tail, head, key) for tail, head, key in draft.map().claim_graph().edges(keys=True)}
    assert {("g", "m", "under"), ("a", "m", "over"), ("f", "c", "why")} <= edges
    assert {("c", "d", "x"), ("d", "c", "x"), ("e", "d", "x")} <= edges
    assert ("f", "m", "whynot") in edges
    assert not {key for _, _, key in edges} & {"p", "n", "no"}


def test_a_graph_comes_back_as_the_map_it_was() -> None:
    """Editing by networkx is only of use if one can come back."""
    draft = small()
    draft.group("G")
    draft.conflict("c", "d")
    draft.rephrase("a", by="b")
    draft.answer(draft.issue("Which?"), by="m")
    map = draft.map()
    assert argmap.from_networkx(map.graph) == map
    edited: networkx.DiGraph[str] = networkx.DiGraph(map.graph)
    edited.remove_node("single")
    assert "single" not in argmap.from_networkx(edited)
    renamed = networkx.relabel_nodes(networkx.DiGraph(map.graph), {"m": "main"})
    assert ids(argmap.from_networkx(renamed).main_claims) == ["main"]
    edited.remove_edge("linked", "m")
    with pytest.raises(argmap.ReadError, match="0 edges for its target and needs one"):
        argmap.from_networkx(edited)


def test_any_directed_graph_is_a_map() -> None:
    """People come with graphs of their own: tuples as nodes, loops, parallel edges."""
    graph: networkx.MultiDiGraph[object] = networkx.MultiDiGraph(name="Mine")
    graph.add_edge((1, 2), (0, 0), kind="attack", label="so")
    graph.add_edge((1, 2), (0, 0))
    graph.add_edge((0, 0), (0, 0))
    map = argmap.from_networkx(graph)
    assert map.about.title == "Mine"
    assert [(link.kind, link.id) for link in map.links] == [
        ("rebuttal", "rebuttal-1"),
        ("support", "support-2"),
        ("support", "support-3"),
    ]
    assert map.claims[0].text == "(1, 2)"
    assert argmap.from_networkx(networkx.DiGraph()) == argmap.ArgumentMap()


def test_graphs_that_say_no_map_are_refused() -> None:
    """A guess would make a map that nobody meant."""
    with pytest.raises(argmap.ReadError, match="directed"):
        argmap.from_networkx(networkx.Graph())
    clash: networkx.DiGraph[object] = networkx.DiGraph([(1, "1")])
    with pytest.raises(argmap.ReadError, match="have one id, '1'"):
        argmap.from_networkx(clash)
    strange: networkx.DiGraph[str] = networkx.DiGraph()
    strange.add_edge("a", "b", kind="likes")
    with pytest.raises(argmap.ReadError, match="'likes'"):
        argmap.from_networkx(strange)
    strange.edges["a", "b"]["kind"] = 5
    with pytest.raises(argmap.ReadError, match="kind 5"):
        argmap.from_networkx(strange)
