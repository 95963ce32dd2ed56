"""A map from a networkx graph, the graph's algorithms on a map, and an edited graph as a map again.

python examples/from_networkx.py
"""

from __future__ import annotations

from pathlib import Path

import networkx

import argmap


def votes() -> argmap.ArgumentMap:
    """A map from a plain graph: nodes are claims, edges are reasons, ``kind`` marks objections."""
    graph: networkx.DiGraph[str] = networkx.DiGraph(name="Votes at sixteen")
    graph.add_node("vote", text="Sixteen-year-olds should have the vote.")
    graph.add_node("work", text="They work and pay taxes.")
    graph.add_node("tax", text="Who pays taxes should have a say in how they are spent.")
    graph.add_node("school", text="They are too easily led by their teachers.")
    graph.add_node("study", text="Where they may vote, they vote much as others do.")
    graph.add_edge("work", "vote")
    graph.add_edge("tax", "vote")
    graph.add_edge("school", "vote", kind="rebuttal")
    graph.add_edge("study", "school", kind="rebuttal")
    return argmap.from_networkx(graph)


def busiest(map: argmap.ArgumentMap) -> str:
    """The claim that most others bear on, directly or not; any algorithm of networkx would do."""
    graph = map.claim_graph()
    return max(graph, key=lambda claim: len(networkx.ancestors(graph, claim)))


def without_objections(map: argmap.ArgumentMap) -> argmap.ArgumentMap:
    """A graph edited with networkx, as a map: ``map.graph`` has links as nodes, so drop those."""
    graph: networkx.DiGraph[str] = networkx.DiGraph(map.graph)
    graph.remove_nodes_from([link.id for link in map.links if isinstance(link, argmap.Attack)])
    return argmap.from_networkx(graph)


def main(folder: Path = Path(__file__).parent) -> None:
    """Print what the graph says and draw the map."""
    map = votes()
    print("most bears on:", busiest(map))
    print("without objections:", without_objections(map))
    argmap.write(map, folder / "from_networkx.svg")


if __name__ == "__main__":
    main()
