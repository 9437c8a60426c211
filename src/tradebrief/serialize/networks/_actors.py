"""The network of actors who take the same sides and of those who take opposite ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from attrs import frozen

from tradebrief.model import Brief, Polarity
from tradebrief.serialize.networks._stances import Node, NodeKind, StanceNetwork, stance_network

__all__ = ["ActorNetwork", "Relation", "actor_network", "relate"]

_SIDES = (Polarity.SUPPORT, Polarity.OPPOSE)


@frozen(kw_only=True)
class Relation:
    """What two actors have in common, and what is between them.

    Attributes:
        one: Id of the node of the first.
        other: Id of the node of the second.
        agreed: Ids of the targets on which both take the same side.
        disputed: Ids of the targets on which they take opposite sides. One that takes both sides agrees and
            disagrees.
        activity: How many targets each takes a side on, on average.
        toward: Sum of the signs of the sides that they take toward each other, each side counted once.
    """

    one: str
    other: str
    agreed: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    activity: float
    toward: int = 0

    @property
    def congruence(self) -> int:
        """Leifeld's congruence: the number of targets on which both take the same side."""
        return len(self.agreed)

    @property
    def conflict(self) -> int:
        """Leifeld's conflict: the number of targets on which they take opposite sides."""
        return len(self.disputed)

    @property
    def net(self) -> int:
        """Congruence less conflict, his subtract network: above 0 they agree more than they disagree."""
        return self.congruence - self.conflict

    @property
    def normalized(self) -> float:
        """``net`` by the average activity of both, so that those who say much are not everybody's friends."""
        return self.net / self.activity


@frozen(kw_only=True)
class ActorNetwork:
    """Actors, and what is between each two of them.

    Attributes:
        nodes: Every actor that takes a side, by first appearance, and every one toward whom a side is taken.
        relations: For each two that share a target or take a side toward each other, in the order of the nodes.
    """

    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]


def actor_network(briefs: Iterable[Brief]) -> ActorNetwork:
    """Who agrees with whom in briefs, and who does not.

    Each side that an actor takes on a target counts once, however often it is taken. Only support and opposition count;
    who is neutral, or of two minds, agrees and disagrees with nobody.
    """
    return relate(stance_network(briefs))


def relate(network: StanceNetwork) -> ActorNetwork:
    """The network of actors that a network of stances implies."""
    nodes = tuple(node for node in network.nodes if node.kind is NodeKind.ACTOR)
    order = {node.id: place for place, node in enumerate(nodes)}
    sides: dict[str, dict[str, set[Polarity]]] = {}
    holders: dict[str, list[str]] = {}
    toward: dict[tuple[str, str], int] = {}
    for tie in network.ties:
        if tie.polarity not in _SIDES:
            continue
        taken = sides.setdefault(tie.holder, {})
        if tie.target not in taken:
            holders.setdefault(tie.target, []).append(tie.holder)
        taken.setdefault(tie.target, set()).add(tie.polarity)
        if tie.target in order and tie.target != tie.holder:
            pair = _pair(order, tie.holder, tie.target)
            toward[pair] = toward.get(pair, 0) + tie.sign
    shared: dict[tuple[str, str], list[str]] = {pair: [] for pair in toward}
    for target, found in holders.items():
        for one, other in combinations(found, 2):
            shared.setdefault(_pair(order, one, other), []).append(target)
    pairs = sorted(shared, key=lambda pair: (order[pair[0]], order[pair[1]]))
    relations = (_relation(pair, shared[pair], sides, toward.get(pair, 0)) for pair in pairs)
    return ActorNetwork(nodes=nodes, relations=tuple(relations))


def _pair(order: Mapping[str, int], one: str, other: str) -> tuple[str, str]:
    return (one, other) if order[one] < order[other] else (other, one)


def _relation(
    pair: tuple[str, str], targets: list[str], sides: Mapping[str, Mapping[str, set[Polarity]]], toward: int
) -> Relation:
    first, second = (sides.get(actor, {}) for actor in pair)
    return Relation(
        one=pair[0],
        other=pair[1],
        agreed=tuple(target for target in targets if first[target] & second[target]),
        disputed=tuple(
            target
            for target in targets
            if any(side in first[target] and opposite in second[target] for side, opposite in (_SIDES, _SIDES[::-1]))
        ),
        activity=(len(first) + len(second)) / 2,
        toward=toward,
    )
