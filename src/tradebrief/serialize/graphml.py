"""GraphML: who takes which side on what, or who agrees with whom, for networkx, visone, yEd, Gephi and igraph.

``graphml`` is the directed network of stances: actors and what they take sides on, each side an edge with its sign and
weight. ``actors-graphml`` is the undirected network of actors, with congruence and conflict between each two. Both hold
any number of briefs; actors and concepts of the same id are one node.

They hold sides alone: the text, places, claims, measures on which nobody takes a side, voices, and outlooks that take
no side are left out, and several values of one attribute are joined into one string.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tradebrief.formats import Export, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize.networks.graphs import actor_graph, export_graph, stance_graph

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["ACTORS", "FORMAT", "export", "export_actors"]


def export(values: Sequence[Brief | Article]) -> Export:
    """The network of stances of any number of briefs."""
    return export_graph(values, stance_graph, _generate)


def export_actors(values: Sequence[Brief | Article]) -> Export:
    """The network of actors of any number of briefs."""
    return export_graph(values, actor_graph, _generate)


def _generate(graph: nx.Graph[str]) -> Iterable[str]:
    import networkx as nx  # noqa: PLC0415 - an extra.

    return nx.generate_graphml(graph)


_MEDIA_TYPES = ("application/graphml+xml",)

FORMAT = OutputFormat(
    name="graphml", suffixes=(".graphml",), media_types=_MEDIA_TYPES, extra="graph", export=export, is_for_many=True
)
ACTORS = OutputFormat(
    name="actors-graphml", suffixes=(), media_types=_MEDIA_TYPES, extra="graph", export=export_actors, is_for_many=True
)
