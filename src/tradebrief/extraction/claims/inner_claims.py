"""Claims whose content is a quotation within a quotation: “Lima said ‘the deal is dead’ and left”."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.verb_cues import verb_drafts
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.quotes import Quotation

__all__ = ["inner_drafts"]


def inner_drafts(analysis: Analysis) -> list[ClaimDraft]:
    """What is said to be said, word for word: the claims that the words around an inner quotation make of it.

    The inside of each quotation that holds another is read as a text of its own, as if its marks were not there.
    """
    inner = analysis.inner_quotations
    if not inner:
        return []
    outer = [analysis.quotations[number] for number in sorted({analysis.quoted[within.open] for within in inner})]
    view = _view(analysis, outer, inner)
    spans = [range(around.open + 1, around.close) for around in outer]
    verbs = [at for at in view.hits(Trigger.VERB) if view.quoted[at] < 0 and any(at in span for span in spans)]
    return [draft for draft in verb_drafts(view, verbs) if any(view.quoted[first] >= 0 for first, _ in draft.content)]


def _view(analysis: Analysis, outer: Sequence[Quotation], inner: tuple[Quotation, ...]) -> Analysis:
    """An article in which inner quotations are the only ones, and no sentence goes beyond the one around it."""
    quoted = [-1] * len(analysis.quoted)
    for number, quotation in enumerate(inner):
        inside = slice(quotation.open + 1, quotation.close)
        quoted[inside] = [number] * len(quoted[inside])
    bounds = list(analysis.bounds)
    for around in outer:
        first, last = analysis.sentence_at[around.open], analysis.sentence_at[around.close - 1]
        for sentence in range(first, last + 1):
            bounds[sentence] = _within(around, *bounds[sentence])
    starts = frozenset(around.open + 1 for around in outer)
    return evolve(
        analysis,
        quotations=inner,
        quoted=quoted,
        bounds=bounds,
        barriers=analysis.barriers | starts,
        block_starts=analysis.block_starts | starts,
        walls=analysis.walls | starts,
    )


def _within(around: Quotation, first: int, end: int) -> tuple[int, int]:
    """The part of a range that lies within a quotation."""
    return max(first, around.open + 1), min(end, around.close)
