"""The relations that follow from reconstructions, as the reference implementation derives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .interpret import Interpretation
from .parts import SYMMETRIC, Argument, Node, Relation, RelationKind, Statement
from .values import mapping

__all__ = ["derived"]


def derived(whole: Interpretation) -> list[Relation]:
    """The relations of a document, between what they are really between.

    What a reconstructed argument bears on, its main conclusion bears on; what undercuts it, undercuts its last
    inference, unless the front matter says ``model: {transformArgumentRelations: false}``. With ``model: {mode:
    strict}`` supports between statements are entailments and attacks between them contraries. An attack on an argument is left out where its source attacks a premise of
    it anyway.
    """
    settings = mapping(whole.document.front_matter or {}, "model")
    relations = whole.relations
    touched = _touch_reconstructions(whole)
    if touched and settings.get("transformArgumentRelations") is not False:
        relations = _moved(relations)
    if settings.get("mode") == "strict":
        relations = _strict(relations)
    return _needed(relations) if touched else relations


def _touch_reconstructions(whole: Interpretation) -> bool:
    """Whether any relation leads from or to an argument that is reconstructed; most of what is derived needs that."""
    held = {argument for argument in whole.arguments.values() if argument.pcs}
    return any(each.target in held or each.source in held for each in whole.relations)


_Known = dict[tuple[RelationKind, Node, Node], Relation]


def _moved(relations: Sequence[Relation]) -> list[Relation]:
    known: _Known = {(each.kind, each.source, each.target): each for each in relations}
    kept = []
    for relation in relations:
        source, target = relation.source, relation.target
        stays = True
        if isinstance(source, Argument) and source.pcs:
            stays = _move(relation, source.pcs[-1].statement, target, known)
        if stays and isinstance(target, Argument) and target.pcs and relation.kind == "undercut":
            inference = next(line.inference for line in reversed(target.pcs) if line.inference)
            stays = _move(relation, relation.source, inference, known)
        if stays:
            kept.append(relation)
    return kept


def _move(relation: Relation, source: Node, target: Node, known: _Known) -> bool:
    """Let a relation lead elsewhere, and say whether it still says something.

    It doesn't if another says the same, nor if a conclusion would bear on itself.
    """
    known.pop((relation.kind, relation.source, relation.target), None)
    other = known.setdefault((relation.kind, source, target), relation)
    relation.source, relation.target = source, target
    return other is relation and source is not target


def _strict(relations: Iterable[Relation]) -> list[Relation]:
    kept: list[Relation] = []
    contraries: set[tuple[Node, Node]] = set()
    for relation in relations:
        ends = relation.source, relation.target
        if isinstance(ends[0], Statement) and isinstance(ends[1], Statement):
            if relation.kind == "support":
                relation.kind = "entails"
            elif relation.kind == "attack":
                if ends in contraries or ends[::-1] in contraries:
                    continue
                relation.kind = "contrary"
                contraries.add(ends)
        kept.append(relation)
    return kept


def _needed(relations: list[Relation]) -> list[Relation]:
    """All relations but attacks on an argument by what attacks a premise of it anyway."""
    against = {(r.source, r.target) for r in relations if r.kind == "attack"}
    against |= {pair for r in relations if r.kind in SYMMETRIC for pair in _both_ways(r)}
    kept = []
    for relation in relations:
        source, target = relation.source, relation.target
        if not (
            relation.kind == "attack"
            and isinstance(source, Statement)
            and isinstance(target, Argument)
            and any(
                line.role == "premise" and (source, line.statement) in against
                for line in target.pcs
            )
        ):
            kept.append(relation)
    return kept


def _both_ways(relation: Relation) -> tuple[tuple[Node, Node], tuple[Node, Node]]:
    return (relation.source, relation.target), (relation.target, relation.source)
