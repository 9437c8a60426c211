"""The network of actors and what they take sides on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from attrs import field, frozen

from tradebrief.model import Actor, ActorId, ActorKind, Brief, MentionForm, Polarity, Stance, Target
from tradebrief.serialize.article_ids import article_ids

__all__ = ["Node", "NodeKind", "StanceNetwork", "Tie", "stance_network"]

SIGNS = {Polarity.SUPPORT: 1, Polarity.OPPOSE: -1, Polarity.MIXED: 0, Polarity.NEUTRAL: 0}
# Nobody can tell whether "a person close to the talks" or an author is that of another text.
_OF_ONE_TEXT = frozenset({ActorKind.ANONYMOUS, ActorKind.AUTHOR})
_DESCRIBING = frozenset({MentionForm.ROLE, MentionForm.PRONOUN})


class NodeKind(Enum):
    """What a node stands for."""

    ACTOR = "actor"
    CONCEPT = "concept"


@frozen(kw_only=True)
class Node:
    """An actor, or something that actors take sides on.

    Attributes:
        id: The actor's id, or ``concept:`` with the concept. Of several briefs, actors who may be others elsewhere
            have their article's id behind theirs.
        kind: Whether it is an actor.
        label: Its name as first read.
        actor_kind: What sort of actor it is; None for a concept.
        country: The actor's country, if known.
        roles: The offices that the texts give the actor, in order of their first place.
        briefs: Ids of the articles that it takes part in.
    """

    id: str
    kind: NodeKind
    label: str
    actor_kind: ActorKind | None = None
    country: str | None = None
    roles: tuple[str, ...] = ()
    briefs: tuple[str, ...]


@frozen(kw_only=True)
class Tie:
    """One side that an actor takes on one target.

    Attributes:
        holder: Id of the actor's node.
        target: Id of the target's node.
        polarity: The side.
        stances: The stances that take it, with the id of their article and the words that show them, in order.
    """

    holder: str
    target: str
    polarity: Polarity
    stances: tuple[tuple[str, Stance, str], ...] = field(repr=False)

    @property
    def weight(self) -> int:
        """How many stances take this side."""
        return len(self.stances)

    @property
    def sign(self) -> int:
        """1 for support, -1 for opposition, 0 for what is mixed or neutral."""
        return SIGNS[self.polarity]


@frozen(kw_only=True)
class StanceNetwork:
    """Actors, what they take sides on, and the sides.

    Attributes:
        nodes: Those that take part in a tie, by first appearance.
        ties: One for each holder, target and side, by first appearance.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def stance_network(briefs: Iterable[Brief]) -> StanceNetwork:
    """The sides that actors take in briefs. Outlooks that take no side are left out.

    Actors with the same id are one node in all briefs, except those who may be others elsewhere: authors, those who are
    anonymous, and persons and bodies that a text names by a description alone, such as "his government". Targets with
    the same concept are one node, and a target that is an actor is that actor's node.
    """
    values = list(briefs)
    builder = _Builder(is_apart=len(values) > 1)
    for brief, key in zip(values, article_ids(values), strict=True):
        builder.add(brief, key)
    return builder.network()


class _Builder:
    def __init__(self, *, is_apart: bool) -> None:
        self._is_apart = is_apart
        self._nodes: dict[str, list[Node]] = {}
        self._ties: dict[tuple[str, str, Polarity], list[tuple[str, Stance, str]]] = {}

    def add(self, brief: Brief, key: str) -> None:
        for stance in brief.stances:
            if stance.polarity is None or stance.target is None:
                continue
            holder = self._actor(brief, stance.holder, key)
            target = self._target(brief, stance.target, key)
            words = " … ".join(" ".join(brief[span].split()) for span in stance.evidence)
            self._ties.setdefault((holder, target, stance.polarity), []).append((key, stance, words))

    def network(self) -> StanceNetwork:
        ties = [
            Tie(holder=holder, target=target, polarity=polarity, stances=tuple(stances))
            for (holder, target, polarity), stances in self._ties.items()
        ]
        return StanceNetwork(nodes=tuple(map(_merged, self._nodes.values())), ties=tuple(ties))

    def _target(self, brief: Brief, target: Target, key: str) -> str:
        if target.actor is not None:
            return self._actor(brief, target.actor, key)
        node = Node(id=f"concept:{target.concept}", kind=NodeKind.CONCEPT, label=target.concept, briefs=(key,))
        self._nodes.setdefault(node.id, []).append(node)
        return node.id

    def _actor(self, brief: Brief, id: ActorId, key: str) -> str:
        actor = brief.actor(id)
        is_alone = self._is_apart and _is_of_one_text(actor)
        node = Node(
            id=f"{id}@{key}" if is_alone else str(id),
            kind=NodeKind.ACTOR,
            label=actor.name,
            actor_kind=actor.kind,
            country=actor.country,
            roles=tuple(role.title for role in actor.roles),
            briefs=(key,),
        )
        self._nodes.setdefault(node.id, []).append(node)
        return node.id


def _is_of_one_text(actor: Actor) -> bool:
    """Whether it may be another actor elsewhere: it has no name, only a description that fits many."""
    if actor.kind in _OF_ONE_TEXT:
        return True
    return actor.kind is not ActorKind.GROUP and all(mention.form in _DESCRIBING for mention in actor.mentions)


def _merged(nodes: Sequence[Node]) -> Node:
    first = nodes[0]
    return Node(
        id=first.id,
        kind=first.kind,
        label=first.label,
        actor_kind=first.actor_kind,
        country=next((node.country for node in nodes if node.country), None),
        roles=tuple(dict.fromkeys(role for node in nodes for role in node.roles)),
        briefs=tuple(dict.fromkeys(key for node in nodes for key in node.briefs)),
    )
