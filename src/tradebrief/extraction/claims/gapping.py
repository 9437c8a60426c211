"""Claims that share one verb, which stands in the first of them only: "Tokyo backed the levy, Seoul the quota"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["with_gapped"]

# Over tags, after an object that is no name: a name, and an object up to the end.
_GAP = re.compile("(?<=N)(?:,C?|C)(E{1,4})[DS][AdgNKEhGP]{0,12}N$")
_VERB = re.compile("[vMBVO]")


def with_gapped(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The drafts, those cut short in whose objects others begin, and these others."""
    found: list[ClaimDraft] = []
    for draft in drafts:
        gap = _gap_in(analysis, draft)
        if gap is None:
            found.append(draft)
            continue
        (first, end), (begin, stop) = draft.content[0], gap.span(1)
        found.append(evolve(draft, content=[(first, gap.start())]))
        found.append(evolve(draft, source=Source(begin, stop), content=[(stop, end)]))
    return found


def _gap_in(analysis: Analysis, draft: ClaimDraft) -> re.Match[str] | None:
    """Where in the object of a verb another subject and another object begin."""
    if draft.frame != "np" or draft.cue.category != "verb" or not 0 <= draft.source.first < draft.cue_range[0]:
        return None
    first, end = draft.content[0]
    gap = _GAP.search(analysis.tagged, first, end)
    if gap is None or _VERB.search(analysis.tagged, first, end) is not None:
        return None
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[end - 1] in sets["grammar.time"] or lowers[end - 1] in sets["adjuncts.times"]:
        return None  # "backed the levy and Seoul the same day"
    return gap if can_hold(analysis, Source(*gap.span(1))) else None
