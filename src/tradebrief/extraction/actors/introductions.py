"""How a text introduces whom it names: by name and office in two sentences, by a trade before the name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.extents import attributes
from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.lookups.kinds import NAME, PERSON
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["just_named", "named_next", "trade_before"]

_MOST_TRADE = 3  # Words of "gold miner", "ready-meal maker".


def just_named(
    analysis: Analysis, candidate: Candidate, last: Player | None, persons: Mapping[int, Player]
) -> Player | None:
    """The only person that a paragraph has named, without an office, and who goes on: "...," says the mill's head.

    Args:
        analysis: The text.
        candidate: The office.
        last: Whoever has been named last.
        persons: The persons of whom the paragraph has spoken so far, by their identities.
    """
    opening, tags = candidate.opening, analysis.tags
    if last is None or last.offices or opening is None or opening < 2 or tags[opening - 2 : opening] != ["q", "v"]:
        return None
    return last if len(persons) == 1 and id(last) in persons else None


def named_next(
    analysis: Analysis, candidate: Candidate, cast: Sequence[tuple[Candidate, Player]], paragraphs: Sequence[int]
) -> Player | None:
    """The person whose full name opens the next paragraph, after "..., its trade minister said on Friday".

    Args:
        analysis: The text.
        candidate: The office.
        cast: The mentions in the order of the text, with their actors.
        paragraphs: The first token of each paragraph.
    """
    if candidate.end >= len(analysis.tags) or not attributes(analysis, candidate.end):
        return None
    number = bisect_right(paragraphs, candidate.first)
    if number >= len(paragraphs):
        return None
    start = paragraphs[number]
    at = bisect_left(cast, start, key=lambda one: one[0].first)
    if at == len(cast):
        return None
    name, player = cast[at]
    if name.first != start or name.form is not NAME or name.title is not None or name.end - start <= 1:
        return None
    # The mentions of whom no office has been joined to are in the order of the text.
    is_new = player.kind is PERSON and not player.offices and next(iter(player.mentions)) == (start, name.end)
    return player if is_new else None


def trade_before(analysis: Analysis, first: int) -> tuple[str, ...]:
    """The words right before a body's name that say what it is or makes: "carmaker Ode", "the gold miner Lund"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, first - 1
    if at < 0 or first in analysis.walls or lowers[at] not in analysis.index.sets["groups.introducing"]:
        return ()
    while at > 0 and first - at < _MOST_TRADE and at not in analysis.walls and tags[at - 1] == "N":
        at -= 1
    return tuple(lowers[at:first])
