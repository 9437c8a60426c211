"""What an outlook is on that is only compared to another: "Lima doubts that a deal will come. Oslo is more hopeful"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Stance, Target

__all__ = ["with_prospects"]

_COMPARING = frozenset({"more", "less"})
_SENTENCES = 2  # Sentences before it in which what it is on may stand.


def with_prospects(analysis: Analysis, found: Sequence[Stance]) -> list[Stance]:
    """Stances in their order; an outlook that is compared to the one before it is on the same thing."""
    settled: list[Stance] = []
    before: Target | None = None
    for stance in found:
        if stance.outlook is not None and stance.target is not None:
            before = stance.target
        elif stance.outlook is not None and before is not None and _is_compared(analysis, stance, before):
            stance = evolve(stance, target=before)  # noqa: PLW2901 - the same one
        settled.append(stance)
    return settled


def _is_compared(analysis: Analysis, stance: Stance, before: Target) -> bool:
    """Whether an outlook is more or less so than another one shortly before."""
    first, end = analysis.tokens.range(stance.evidence[0])
    if _COMPARING.isdisjoint(analysis.tokens.lowers[first:end]):
        return False
    told, _ = analysis.tokens.range(before.span)
    return 0 <= analysis.sentence_of(first) - analysis.sentence_of(told) <= _SENTENCES
