"""Networks as graphs of networkx, and the formats in which such graphs are written. Needs the extra ``graph``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tradebrief.formats import Export, Loss
from tradebrief.model import Article, Brief
from tradebrief.serialize._xml import xml_line
from tradebrief.serialize.losses import gather, left_out
from tradebrief.serialize.networks import Node, Tie, actor_network, stance_network

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["actor_graph", "export_graph", "stance_graph"]

_Attributes = dict[str, str | int | float]
_NO_PLACE = ("places", "claims", "measures", "voices", "diagnostics")


def stance_graph(briefs: Iterable[Brief]) -> nx.MultiDiGraph[str]:
    """Actors and targets as nodes, each side that an actor takes on a target as an edge from the one to the other.

    Attributes of nodes: ``label``, ``kind`` (``actor`` or ``concept``), ``actor_kind``, ``country``, ``roles``,
    ``briefs``. Of edges: ``polarity``, ``sign`` (1, -1, 0), ``weight`` (how many stances),
    ``signed_weight``, ``acts``, ``outlooks``, ``certainties``, ``rules``, ``evidence``, ``stances`` and ``briefs``.
    What is several stands in one string, parted by semicolons; what is not known is an empty one.

    Raises:
        ModuleNotFoundError: If networkx is not installed.
    """
    import networkx as nx  # noqa: PLC0415 - an extra.

    network = stance_network(briefs)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes:
        graph.add_node(xml_line(node.id), **_node(node))
    for number, tie in enumerate(network.ties, start=1):  # GraphML takes keys for ids of edges.
        graph.add_edge(xml_line(tie.holder), xml_line(tie.target), key=f"tie-{number}", **_tie(tie))
    return graph


def actor_graph(briefs: Iterable[Brief]) -> nx.Graph[str]:
    """Actors as nodes, with an edge between each two who share a target or take a side toward each other.

    Attributes of nodes are those of ``stance_graph``. Of edges: ``congruence`` and ``conflict`` (on how many targets
    both take the same side, and opposite ones), ``net`` (the difference), ``normalized`` (by the average activity),
    ``sign`` of ``net``, ``weight`` (congruence and conflict together, 1 at least), ``toward`` (sum of the signs
    of the sides that they take toward each other), ``agreed`` and ``disputed`` (the targets).

    Raises:
        ModuleNotFoundError: If networkx is not installed.
    """
    import networkx as nx  # noqa: PLC0415 - an extra.

    network = actor_network(briefs)
    graph: nx.Graph[str] = nx.Graph()
    for node in network.nodes:
        graph.add_node(xml_line(node.id), **_node(node))
    for relation in network.relations:
        graph.add_edge(
            xml_line(relation.one),
            xml_line(relation.other),
            weight=max(relation.congruence + relation.conflict, 1),
            congruence=relation.congruence,
            conflict=relation.conflict,
            net=relation.net,
            sign=(relation.net > 0) - (relation.net < 0),
            normalized=round(relation.normalized, 6),
            toward=relation.toward,
            agreed=_joined(map(_bare, relation.agreed)),
            disputed=_joined(map(_bare, relation.disputed)),
        )
    return graph


def export_graph(
    values: Sequence[Brief | Article],
    make: Callable[[Iterable[Brief]], nx.Graph[str]],
    generate: Callable[[nx.Graph[str]], Iterable[str]],
) -> Export:
    """A graph of what sides are taken in values, written by a function of networkx, with what it does not hold."""
    briefs = [value for value in values if isinstance(value, Brief)]
    content = "\n".join(generate(make(briefs)))
    return Export(content=f"{content}\n", losses=gather([tuple(_losses(value)) for value in values]))


def _losses(value: Brief | Article) -> Iterator[Loss]:
    path = "$.article" if isinstance(value, Brief) else "$"
    yield Loss(path=path, reason="a network holds no text and no layout")
    yield from left_out(value, "a network holds actors and the sides that they take", parts=_NO_PLACE)
    for number, stance in enumerate(value.stances if isinstance(value, Brief) else ()):
        if stance.polarity is None:
            yield Loss(path=f"$.stances[{number}]", reason="an outlook takes no side, and a network holds sides")


def _node(node: Node) -> _Attributes:
    return {
        "label": xml_line(node.label),
        "kind": node.kind.value,
        "actor_kind": node.actor_kind.value if node.actor_kind else "",
        "country": xml_line(node.country or ""),
        "roles": _joined(node.roles),
        "briefs": _joined(node.briefs),
    }


def _tie(tie: Tie) -> _Attributes:
    stances = [stance for _, stance, _ in tie.stances]
    return {
        "weight": tie.weight,
        "polarity": tie.polarity.value,
        "sign": tie.sign,
        "signed_weight": tie.sign * tie.weight,
        "acts": _joined(stance.act.value for stance in stances),
        "outlooks": _joined(stance.outlook.value for stance in stances if stance.outlook),
        "certainties": _joined(stance.certainty.value for stance in stances),
        "rules": _joined(stance.rule for stance in stances),
        "evidence": _joined(words for _, _, words in tie.stances),
        "stances": _joined(stance.id for stance in stances),
        "briefs": _joined(key for key, _, _ in tie.stances),
    }


def _joined(parts: Iterable[str]) -> str:
    """Each of the parts once, in their order."""
    return "; ".join(dict.fromkeys(map(xml_line, parts)))


def _bare(target: str) -> str:
    return target.removeprefix("concept:")
