"""Which mention of an actor a passage means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tradebrief.text import Span

__all__ = ["nearest"]


def nearest(mentions: Sequence[Span], place: Span) -> int:
    """Index of the mention that overlaps a place, or else of the last before it, or of the first.

    Args:
        mentions: At least one, in order. Only the two beside the place are looked at.
        place: The passage.
    """
    at = bisect_right(mentions, place)
    beside = range(max(0, at - 1), min(at + 1, len(mentions)))
    return next((index for index in beside if mentions[index].overlaps(place)), beside[0])
