"""Cues by which somebody only words what another claim holds: "mocked what it called a tax", ", as he put it,"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["without_wordings"]

_NAMING = frozenset({"np_adj", "np_as"})
_PUT = frozenset({"put", "puts"})


def without_wordings(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Claims without those that only word a part of another's content.

    That is what a free relative names ("deplored | what it called a breach") and the "as he put it" of a speaker who
    has been named.
    """
    wordings = [draft for draft in drafts if _words(analysis, draft)]
    if not wordings:
        return list(drafts)
    contents = _Contents(drafts)
    held = {id(draft) for draft in wordings if contents.hold(draft)}
    return [draft for draft in drafts if id(draft) not in held]


def _words(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a claim may be a wording only."""
    if draft.frame in _NAMING:
        first, end = draft.content[0]
        return end - first == 1 and analysis.tokens.lowers[first] == "what"
    if draft.frame != "pattern" or draft.source.end - draft.source.first != 1:
        return False
    cue = analysis.tokens.lowers[draft.cue_range[0] : draft.cue_range[1]]
    return analysis.tags[draft.source.first] == "R" and not _PUT.isdisjoint(cue)


class _Contents:
    """The contents that stand after their cues, so that finding what holds a wording takes no walk over all of them."""

    def __init__(self, drafts: Sequence[ClaimDraft]) -> None:
        parts = sorted(part for draft in drafts for part in draft.content if draft.cue_range[1] <= part[0])
        self._begins = [begin for begin, _ in parts]
        self._ends = list(accumulate((end for _, end in parts), max))  # The furthest of those that begin so early.
        self._beginning = Counter(self._begins)
        self._begin_of_end = {end: begin for begin, end in parts}  # The last one of each.

    def hold(self, draft: ClaimDraft) -> bool:
        """Whether another's content holds a wording: it begins with the free relative, or ends where "as" begins."""
        (first, stop), cue = draft.content[0], draft.cue_range[0]
        if draft.frame in _NAMING:
            return self._beginning[first] > (draft.cue_range[1] <= first)
        before = bisect_left(self._begins, cue)
        return first < self._begin_of_end.get(stop, -1) or (before > 0 and cue < self._ends[before - 1])
