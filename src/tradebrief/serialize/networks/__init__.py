"""Who takes which side on what, and who agrees with whom, over any number of briefs.

``stance_network`` has actors and what they take sides on, with a tie for each side that an actor takes on a target.
``actor_network`` is made of it: which actors take the same sides, and which take opposite ones. Its measures are those
of discourse network analysis: Philip Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks", in
*The Oxford Handbook of Political Networks* (2017).

Both are plain values; ``stance_graph`` and ``actor_graph`` in ``tradebrief.serialize.networks.graphs`` give them as
graphs of networkx.
"""

from __future__ import annotations

from tradebrief.serialize.networks._actors import ActorNetwork, Relation, actor_network
from tradebrief.serialize.networks._stances import Node, NodeKind, StanceNetwork, Tie, stance_network

__all__ = [
    "ActorNetwork",
    "Node",
    "NodeKind",
    "Relation",
    "StanceNetwork",
    "Tie",
    "actor_network",
    "stance_network",
]
