"""The matrix of positions: what sides are taken on in rows, who takes them in columns."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from tradebrief.model import Brief, Polarity
from tradebrief.serialize.networks import Node, StanceNetwork, Tie, stance_network
from tradebrief.serialize.plots._canvas import LINE, Paper, empty, told_apart, widest, wrapped

__all__ = ["draw_positions"]

_TITLE = "Who takes which side on what"
_MOST_COLUMNS, _MOST_ROWS = 24, 40
_CELL = 0.36  # Inches.
_ROW_WIDTH, _COLUMN_WIDTH = 40, 26  # Characters of a line.
_FOOT = 0.4  # Inches, for what the signs mean.
_MEANINGS = {
    Polarity.SUPPORT: "support",
    Polarity.OPPOSE: "oppose",
    Polarity.MIXED: "mixed, or both",
    Polarity.NEUTRAL: "neutral",
}


def draw_positions(briefs: Sequence[Brief]) -> Paper:
    """A square for each actor and target between whom there is a stance."""
    network = stance_network(briefs)
    table, labels = _table(network), told_apart(network.nodes)
    if not table.rows:
        return empty(_TITLE, "No side is taken.")
    rows = [wrapped(labels[node.id], _ROW_WIDTH) for node in table.rows]
    columns = [wrapped(labels[node.id], _COLUMN_WIDTH, 2) for node in table.columns]
    heights = [max(_CELL, LINE * len(lines) + 0.08) for lines in rows]
    widths = [max(_CELL, LINE * len(lines) + 0.08) for lines in columns]
    left, head = widest(rows) + 0.15, widest(columns) + 0.15
    right, top = left + sum(widths), _FOOT + sum(heights)
    paper = Paper(right, top + head + 0.5)
    xs = _middles(left, widths)
    ys = [top - middle for middle in _middles(0.0, heights)]
    for lines, y, height in zip(rows, ys, heights, strict=True):
        paper.text((left - 0.1, y), lines, align="right")
        paper.line((0, y + height / 2), (right, y + height / 2))
    for lines, x in zip(columns, xs, strict=True):
        paper.text((x, top + 0.08), lines, align="center", stand="bottom", is_upright=True)
    paper.line((0, _FOOT), (right, _FOOT))
    paper.line((left, _FOOT), (left, top))
    for (row, column), (polarity, count) in table.cells.items():
        paper.sign((xs[column], ys[row]), polarity, count)
    present = {polarity for polarity, _ in table.cells.values()}
    paper.legend((0.1, 0.15), {side: meaning for side, meaning in _MEANINGS.items() if side in present})
    paper.caption((0.0, top + head + 0.25), _TITLE, table.note)
    return paper


def _middles(start: float, sizes: Sequence[float]) -> list[float]:
    found: list[float] = []
    for size in sizes:
        found.append(start + size / 2)
        start += size
    return found


@frozen(kw_only=True)
class _Table:
    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    cells: dict[tuple[int, int], tuple[Polarity, int]]
    note: str


def _table(network: StanceNetwork) -> _Table:
    """Rows and columns with the most sides, in an order that keeps what belongs together together."""
    nodes = {node.id: node for node in network.nodes}
    holders = _most([tie.holder for tie in network.ties], _MOST_COLUMNS)
    ties = [tie for tie in network.ties if tie.holder in holders]
    column = {id: place for place, id in enumerate(holders)}
    targets = _most([tie.target for tie in ties], _MOST_ROWS)
    first = {target: min(column[tie.holder] for tie in ties if tie.target == target) for target in targets}
    shared = {target: len({tie.holder for tie in ties if tie.target == target}) for target in targets}
    targets.sort(key=lambda target: (-min(shared[target], 2), first[target]))
    row = {id: place for place, id in enumerate(targets)}
    cells: dict[tuple[int, int], tuple[Polarity, int]] = {}
    for tie in ties:
        if tie.target in row:
            place = (row[tie.target], column[tie.holder])
            cells[place] = _both(cells.get(place), tie)
    all_holders, all_targets = ({tie.holder for tie in network.ties}, {tie.target for tie in network.ties})
    return _Table(
        rows=tuple(nodes[id] for id in targets),
        columns=tuple(nodes[id] for id in holders),
        cells=cells,
        note=_note(len(all_holders) - len(holders), len(all_targets) - len(targets)),
    )


def _both(known: tuple[Polarity, int] | None, tie: Tie) -> tuple[Polarity, int]:
    if known is None:
        return tie.polarity, tie.weight
    return Polarity.MIXED, known[1] + tie.weight


def _most(ids: Sequence[str], most: int) -> list[str]:
    """Those that stand there most often, by how often and then by their first place."""
    counts: dict[str, int] = {}
    for id in ids:
        counts[id] = counts.get(id, 0) + 1
    return sorted(counts, key=lambda id: -counts[id])[:most]


def _note(actors: int, targets: int) -> str:
    left = [f"{count} {name}" for count, name in ((actors, "more actors"), (targets, "more targets")) if count]
    return f"Not drawn, with fewer sides: {' and '.join(left)}." if left else ""
