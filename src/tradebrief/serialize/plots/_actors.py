"""The network of actors: who takes the same sides, and who takes opposite ones."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from tradebrief.model import Brief, Polarity
from tradebrief.serialize.networks import ActorNetwork, Relation, actor_network
from tradebrief.serialize.plots._canvas import COLORS, LINE, SOFT, Paper, Style, empty, told_apart, widest, wrapped

__all__ = ["draw_actors"]

_TITLE = "Who agrees with whom"
_MOST = 30
_NAME_WIDTH = 28  # Characters of a line.
_FOOT = 0.95  # Inches, for what the lines mean.
_Place = tuple[float, float]
_STYLES: dict[Polarity, tuple[Style, str]] = {
    Polarity.SUPPORT: ("-", "take the same sides"),
    Polarity.OPPOSE: ((0, (4, 2)), "take opposite sides"),
    Polarity.MIXED: ((0, (1, 1.5)), "as many same sides as opposite ones"),
}
_TOWARD = "a sign in a circle: a side that one takes toward the other"


def draw_actors(briefs: Sequence[Brief]) -> Paper:
    """Two rows of actors, left and right, with a line between each two who have a target in common."""
    network = actor_network(briefs)
    order, others = _order(network)
    if not order:
        return empty(_TITLE, "No two actors take a side on the same target, or toward each other.")
    labels = told_apart(network.nodes)
    names = {id: wrapped(labels[id], _NAME_WIDTH, 2) for id in order}
    step = max(LINE * max(map(len, names.values())) + 0.14, 0.42)
    height = max(step * ((len(order) + 1) // 2), 1.6)
    inner = max(height * 0.9, 2.6)
    middle = (widest(names.values()) + 0.25 + inner / 2, _FOOT + height / 2)
    paper = Paper(2 * middle[0], height + _FOOT + 0.65)
    places = _places(order, middle, inner, height)
    for relation in network.relations:
        if relation.one in places and relation.other in places:
            _draw_relation(paper, relation, places[relation.one], places[relation.other], middle)
    for id, (x, y) in places.items():
        paper.dot((x, y))
        if x < middle[0]:
            paper.text((x - 0.12, y), names[id], align="right")
        else:
            paper.text((x + 0.12, y), names[id])
    _draw_legend(paper, network.relations)
    alone = len(network.nodes) - len(order) - others
    paper.caption(
        (0.0, height + _FOOT + 0.4),
        _TITLE,
        f"Not drawn, with less in common: {others} more." if others else "",
        f"Not drawn, with nobody to agree or disagree with: {alone} more." if alone else "",
    )
    return paper


def _order(network: ActorNetwork) -> tuple[list[str], int]:
    """Those who have most to do with others, each next to whom it has most to do with; and how many more there are."""
    near: dict[str, dict[str, int]] = {}
    for relation in network.relations:
        strength = relation.congruence + relation.conflict + abs(relation.toward)
        near.setdefault(relation.one, {})[relation.other] = strength
        near.setdefault(relation.other, {})[relation.one] = strength
    rank = {node.id: place for place, node in enumerate(network.nodes)}
    kept = set(sorted(near, key=lambda id: (-sum(near[id].values()), rank[id]))[:_MOST])
    order: list[str] = []
    waiting = sorted(kept, key=lambda id: (-len(near[id]), rank[id]), reverse=True)
    seen: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id in seen:
            continue
        seen.add(id)
        order.append(id)
        waiting += sorted(near[id].keys() & kept - seen, key=lambda other: (near[id][other], -rank[other]))
    return order, len(near) - len(order)


def _places(order: Sequence[str], middle: _Place, width: float, height: float) -> dict[str, _Place]:
    """Round the middle, at even heights, so that names beside them never meet."""
    half = (len(order) + 1) // 2
    found: dict[str, _Place] = {}
    for place, id in enumerate(order):
        is_right = place < half
        count = half if is_right else len(order) - half
        at = place if is_right else len(order) - 1 - place  # Clockwise from the top.
        share = (at + 0.5) / count
        reach = (0.35 + 0.65 * sqrt(max(0.0, 1 - (2 * share - 1) ** 2))) * width / 2
        found[id] = (middle[0] + (reach if is_right else -reach), middle[1] + height * (0.5 - share))
    return found


def _side(relation: Relation) -> Polarity:
    if relation.net:
        return Polarity.SUPPORT if relation.net > 0 else Polarity.OPPOSE
    return Polarity.MIXED


def _draw_relation(paper: Paper, relation: Relation, one: _Place, other: _Place, middle: _Place) -> None:
    bend = ((one[0] + other[0]) / 4 + middle[0] / 2, (one[1] + other[1]) / 4 + middle[1] / 2)
    shared = relation.congruence + relation.conflict
    if shared:
        side = _side(relation)
        paper.curve(one, bend, other, color=COLORS[side], width=1.0 + 0.6 * min(shared, 6), style=_STYLES[side][0])
    else:
        paper.curve(one, bend, other, color=SOFT, width=0.8)
    if relation.toward:
        at = (one[0] / 4 + bend[0] / 2 + other[0] / 4, one[1] / 4 + bend[1] / 2 + other[1] / 4)
        paper.sign(at, Polarity.SUPPORT if relation.toward > 0 else Polarity.OPPOSE, shape="o")


def _draw_legend(paper: Paper, relations: Sequence[Relation]) -> None:
    present = {_side(relation) for relation in relations if relation.congruence + relation.conflict}
    y = _FOOT - 0.35
    for side, (style, meaning) in _STYLES.items():
        if side in present:
            paper.line((0.05, y), (0.6, y), color=COLORS[side], width=2, style=style)
            paper.text((0.7, y), [meaning], size=8, color=SOFT)
            y -= LINE
    if any(relation.toward for relation in relations):
        paper.text((0.05, y), [_TOWARD], size=8, color=SOFT)
