"""Claims whose cue is a colon between a clause and the quotation that it introduces: "Lund had a warning: “No.”"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.quoted_complements import quotation_after
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.claims.subjects import subject_before
from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["introduced_drafts"]

_MARK = ": “"
_REACH = 40


def introduced_drafts(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> Iterator[ClaimDraft]:
    """The quotations after a colon that none of some drafts has, as what the subject of the clause before it says."""
    cue = analysis.index.marks.get(_MARK)
    tags = analysis.tags
    colons = [quotation.open - 1 for quotation in analysis.quotations if tags[quotation.open - 1] == ":"]
    if cue is None or not colons:
        return
    parts = sorted(part for draft in drafts for part in draft.content)
    starts = [first for first, _ in parts]
    reached = [0, *accumulate((end for _, end in parts), max)]
    for colon in colons:
        taken = reached[bisect_right(starts, colon + 2)] > colon
        content = None if taken else quotation_after(analysis, colon)
        source = _subject(analysis, colon) if content is not None else None
        if content is not None and source is not None:
            yield ClaimDraft(cue, "quote", source, (colon, colon + 1), list(content), direct=True)


def _subject(analysis: Analysis, colon: int) -> Source | None:
    """The subject of the clause before a colon, if it can say anything."""
    floor, _ = analysis.reach(colon)
    tags, quoted = analysis.tags, analysis.quoted
    for at in range(colon - 1, max(floor, colon - _REACH) - 1, -1):
        if tags[at] in "vMBVO" and quoted[at] == quoted[colon]:
            group = verb_group(analysis, at, floor)
            end = group.subject_end
            found = subject_before(analysis, end, floor, noun_phrase_before(analysis, end, floor))
            if found is not None and can_hold(analysis, found):
                return found
            if tags[at] == "v":
                return None
    return None
