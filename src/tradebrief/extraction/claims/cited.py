"""Claims of the people whom an outlet cites for what it reports: "the Herald said, citing two officials, that"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, head_end, is_document
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue

__all__ = ["with_cited"]

_MARK = "citing"
_NEAR = 8  # Claims before and after among which the report stands.
_SPEECH = frozenset({"quote", "bare", "that"})


def with_cited(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Some drafts, with what the sources say whom a report cites; their claim stands for that of citing them."""
    cue, lowers = analysis.index.marks.get(_MARK), analysis.tokens.lowers
    if cue is None or _MARK not in lowers:
        return list(drafts)
    found = {draft.cue_range: draft for draft in _cited(analysis, cue, drafts)}
    kept = [draft for draft in drafts if (draft.cue_range[1] - 1, draft.cue_range[1]) not in found]
    return sorted([*kept, *found.values()], key=lambda draft: draft.cue_range)


def _cited(analysis: Analysis, cue: Cue, drafts: Sequence[ClaimDraft]) -> Iterator[ClaimDraft]:
    cues = [draft.cue_range[0] for draft in drafts]
    for at, word in enumerate(analysis.tokens.lowers):
        people = _people(analysis, at) if word == _MARK else None
        place = bisect_left(cues, at)
        near = drafts[max(0, place - _NEAR) : place + _NEAR]
        report = _report(analysis, at, near) if people is not None else None
        if people is not None and report is not None:
            content = list(report.content)
            yield ClaimDraft(cue, report.frame, people, (at, at + 1), content, direct=report.direct)


def _people(analysis: Analysis, at: int) -> Source | None:
    """Whom a word cites, if they are people, an office or a body: no reason, no document."""
    found = noun_phrase_after(analysis, at + 1, analysis.reach(at)[1])
    if found is None:
        return None
    first, end = found
    source = Source(first, next((comma for comma in range(first, end) if analysis.tags[comma] == ","), end))
    head = head_end(analysis, source)
    people = not analysis.index.holders.isdisjoint(analysis.tokens.lowers[first:head])
    return source if people and "G" not in analysis.tags[first:head] and not is_document(analysis, source) else None


def _report(analysis: Analysis, at: int, drafts: Sequence[ClaimDraft]) -> ClaimDraft | None:
    """The report beside which somebody is cited: the last one before in the sentence, else the first one after."""
    sentence = analysis.sentence_at[at]
    reports = [
        draft
        for draft in drafts
        if draft.frame in _SPEECH
        and analysis.sentence_at[draft.cue_range[0]] == sentence
        and not any(first <= at < end for first, end in draft.content)
    ]
    before = [draft for draft in reports if draft.cue_range[0] < at]
    return before[-1] if before else reports[0] if reports else None
