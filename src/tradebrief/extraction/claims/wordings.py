"""Cues by which somebody only words what another claim holds: "mocked what it called a tax", ", as he put it,"."""

from __future__ import annotations

from collections.abc import Sequence

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
    return [draft for draft in drafts if not (_words(analysis, draft) and _is_held(drafts, draft))]


def _words(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a claim may be a wording only."""
    if draft.frame in _NAMING:
        first, end = draft.content[0]
        return end - first == 1 and analysis.tokens.lowers[first] == "what"
    if draft.frame != "pattern" or draft.source.end - draft.source.first != 1:
        return False
    cue = analysis.tokens.lowers[draft.cue_range[0] : draft.cue_range[1]]
    return analysis.tags[draft.source.first] == "R" and not _PUT.isdisjoint(cue)


def _is_held(drafts: Sequence[ClaimDraft], draft: ClaimDraft) -> bool:
    """Whether another claim's content holds a wording: it begins with the free relative, or ends where "as" begins."""
    (first, stop), cue = draft.content[0], draft.cue_range[0]
    named = draft.frame in _NAMING
    return any(
        other.cue_range[1] <= begin and (begin == first if named else first < begin < end == stop or begin < cue < end)
        for other in drafts
        if other is not draft
        for begin, end in other.content
    )
