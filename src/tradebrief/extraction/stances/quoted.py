"""Whose own words show a stance: a judgment that ends in a quotation is told directly ("called it 'absurd'")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from tradebrief.extraction.lookups.acts import ACCUSE, CRITICIZE, PRAISE, REJECT
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Stance, StanceAttribution

__all__ = ["with_quotations"]

_JUDGED = frozenset({ACCUSE, CRITICIZE, PRAISE, REJECT})


def with_quotations(analysis: Analysis, found: Sequence[Stance]) -> Iterator[Stance]:
    """Stances in their order; those whose judgment is quoted are direct."""
    for stance in found:
        if stance.attribution is StanceAttribution.INDIRECT and stance.act in _JUDGED and _is_quoted(analysis, stance):
            yield evolve(stance, attribution=StanceAttribution.DIRECT)
        else:
            yield stance


def _is_quoted(analysis: Analysis, stance: Stance) -> bool:
    """Whether the words that show a stance end in quotation marks."""
    _, end = analysis.tokens.range(stance.evidence[-1])
    last = end - 1 - (analysis.tags[end - 1] == "q")
    return analysis.quoted[last] >= 0
