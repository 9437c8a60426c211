"""GEXF: who takes which side on what, or who agrees with whom, for Gephi.

``gexf`` is the directed network of stances, ``actors-gexf`` the undirected network of actors; they hold what
``graphml`` and ``actors-graphml`` do, and leave out the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tradebrief.formats import Export, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize.networks.graphs import actor_graph, export_graph, stance_graph

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["ACTORS", "FORMAT", "export", "export_actors"]

_TODAY = re.compile(r' lastmodifieddate="[0-9-]*"')


def export(values: Sequence[Brief | Article]) -> Export:
    """The network of stances of any number of briefs."""
    return export_graph(values, stance_graph, _generate)


def export_actors(values: Sequence[Brief | Article]) -> Export:
    """The network of actors of any number of briefs."""
    return export_graph(values, actor_graph, _generate)


def _generate(graph: nx.Graph[str]) -> Iterable[str]:
    import networkx as nx  # noqa: PLC0415 - an extra.

    written = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    yield _TODAY.sub("", written, count=1)  # The day stands before all that a text says.


_MEDIA_TYPES = ("application/gexf+xml",)

FORMAT = OutputFormat(
    name="gexf", suffixes=(".gexf",), media_types=_MEDIA_TYPES, extra="graph", export=export, is_for_many=True
)
ACTORS = OutputFormat(
    name="actors-gexf", suffixes=(), media_types=_MEDIA_TYPES, extra="graph", export=export_actors, is_for_many=True
)
