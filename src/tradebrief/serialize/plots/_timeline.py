"""The timeline: who took which side on what, one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import frozen

from tradebrief.model import Brief, Polarity
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.networks import StanceNetwork, stance_network
from tradebrief.serialize.plots._canvas import CHARACTER, LINE, RULE, SOFT, Paper, empty, told_apart, widest, wrapped

__all__ = ["draw_timeline"]

_TITLE = "Who took which side, and when"
_MOST = 30  # Actors.
_WIDTH = 7.5  # Inches from the first to the last.
_NAME_WIDTH, _LABEL_WIDTH = 28, 30  # Characters of a line.
_SMALL = 0.066  # Width of a character of smaller print, in inches.
_FOOT = 0.85  # Inches, for what the signs mean.
_LANE = 0.3  # Inches.
_MEANINGS = {
    Polarity.SUPPORT: "support",
    Polarity.OPPOSE: "oppose",
    Polarity.MIXED: "mixed",
    Polarity.NEUTRAL: "neutral",
}


@frozen(kw_only=True)
class _Event:
    """One side, as taken in one brief."""

    holder: str
    at: float  # From 0, the first, to 1, the last.
    polarity: Polarity
    label: str
    lane: int = 0


@frozen(kw_only=True)
class _Axis:
    """Where in time briefs and the places in them lie."""

    note: str
    ticks: tuple[tuple[float, str], ...]
    starts: dict[str, float]
    spans: dict[str, float]


def draw_timeline(briefs: Sequence[Brief]) -> Paper:
    """A row for each actor, with a sign for each side that it takes."""
    network = stance_network(briefs)
    if not network.ties:
        return empty(_TITLE, "No side is taken.")
    axis = _axis(briefs)
    holders, left_out = _holders(network)
    rows = _rows(network, axis, briefs, holders)
    labels = told_apart(network.nodes)
    names = [wrapped(labels[id], _NAME_WIDTH, 2) for id in holders]
    heights = [
        max(_LANE * (1 + max(event.lane for event in rows[id])) + 0.12, LINE * len(lines) + 0.12)
        for id, lines in zip(holders, names, strict=True)
    ]
    left, top = widest(names) + 0.3, _FOOT + sum(heights)
    paper = Paper(left + _WIDTH + 1.5, top + 0.6)
    _draw_axis(paper, axis, left, top)
    y = top
    for id, lines, height in zip(holders, names, heights, strict=True):
        paper.line((0, y), (left + _WIDTH + 0.2, y))
        paper.text((left - 0.25, y - height / 2), lines, align="right")
        for event in rows[id]:
            at = (left + event.at * _WIDTH, y - 0.06 - _LANE * (event.lane + 0.5))
            paper.sign(at, event.polarity)
            paper.text((at[0] + 0.16, at[1]), [event.label], size=7.5)
        y -= height
    present = {event.polarity for events in rows.values() for event in events}
    paper.legend((0.1, 0.2), {side: meaning for side, meaning in _MEANINGS.items() if side in present})
    more = f"Not drawn, with fewer sides: {left_out} more actors." if left_out else ""
    paper.caption((0.0, top + 0.35), _TITLE, axis.note, more)
    return paper


def _holders(network: StanceNetwork) -> tuple[list[str], int]:
    """Those who take most sides, by their first; and how many are left."""
    counts: dict[str, int] = {}
    for tie in network.ties:
        counts[tie.holder] = counts.get(tie.holder, 0) + tie.weight
    kept = set(sorted(counts, key=lambda id: -counts[id])[:_MOST])
    return [id for id in counts if id in kept], len(counts) - len(kept)


def _rows(
    network: StanceNetwork, axis: _Axis, briefs: Sequence[Brief], holders: Sequence[str]
) -> dict[str, list[_Event]]:
    sizes = {key: max(len(brief.article.text), 1) for key, brief in zip(article_ids(briefs), briefs, strict=True)}
    nodes = {node.id: node for node in network.nodes}
    found: dict[str, list[_Event]] = {id: [] for id in holders}
    for tie in network.ties:
        if tie.holder not in found:
            continue
        label = wrapped(nodes[tie.target].label, _LABEL_WIDTH, 1)[0]
        for key, stance, _ in tie.stances:
            at = axis.starts[key] + axis.spans[key] * stance.evidence[0].start / sizes[key]
            found[tie.holder].append(_Event(holder=tie.holder, at=at, polarity=tie.polarity, label=label))
    return {id: _in_lanes(events) for id, events in found.items()}


def _in_lanes(events: Sequence[_Event]) -> list[_Event]:
    """The events of one row in lanes, so that no word stands over another."""
    ends: list[float] = []
    placed: list[_Event] = []
    for event in sorted(dict.fromkeys(events), key=lambda event: event.at):
        start = event.at * _WIDTH
        lane = next((lane for lane, end in enumerate(ends) if end <= start), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = start + 0.35 + _SMALL * len(event.label)
        placed.append(_Event(holder=event.holder, at=event.at, polarity=event.polarity, label=event.label, lane=lane))
    return placed


def _axis(briefs: Sequence[Brief]) -> _Axis:
    """By day where every brief has one and they differ; else in the order of the texts."""
    keys = article_ids(briefs)
    days = [_day(brief.article.published) for brief in briefs]
    known = sorted({day for day in days if day is not None})
    if None not in days and len(known) > 1:
        length = (known[-1] - known[0]).days
        at = {day: (day - known[0]).days / length for day in known}
        starts = {key: at[day] for key, day in zip(keys, days, strict=True) if day is not None}
        ticks = _thinned([(at[day], day.isoformat()) for day in known])
        return _Axis(note="By day of publication.", ticks=ticks, starts=starts, spans=dict.fromkeys(keys, 0.0))
    share = 1 / len(keys)
    starts = {key: place * share for place, key in enumerate(keys)}
    if len(keys) == 1:
        day = f" of {days[0].isoformat()}" if days[0] else ""
        ticks = ((0.0, "start of the text"), (1.0, "end"))
        return _Axis(note=f"In the order of the text{day}.", ticks=ticks, starts=starts, spans={keys[0]: 1.0})
    ticks = _thinned([(start, f"text {place}") for place, start in enumerate(starts.values(), start=1)])
    return _Axis(note="In the order of the texts.", ticks=ticks, starts=starts, spans=dict.fromkeys(keys, share))


def _day(published: dt.date | None) -> dt.date | None:
    return published.date() if isinstance(published, dt.datetime) else published


def _thinned(ticks: Sequence[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """Those of the ticks whose words have room beside each other."""
    kept: list[tuple[float, str]] = []
    for at, told in ticks:
        if not kept or (at - kept[-1][0]) * _WIDTH >= CHARACTER * len(told) + 0.15:
            kept.append((at, told))
    return tuple(kept)


def _draw_axis(paper: Paper, axis: _Axis, left: float, top: float) -> None:
    for at, told in axis.ticks:
        x = left + at * _WIDTH
        paper.line((x, _FOOT), (x, top), color=RULE)
        paper.text((x, _FOOT - 0.08), [told], size=8, color=SOFT, align="center", stand="top")
    paper.line((left, _FOOT), (left + _WIDTH, _FOOT), color=SOFT, width=0.8)
