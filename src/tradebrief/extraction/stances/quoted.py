"""Whose own words show a stance: a judgment or a plea that ends in a quotation is direct ("called it 'absurd'")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from tradebrief.extraction.lookups.acts import ACCUSE, CRITICIZE, DEMAND, PRAISE, REJECT, REQUEST
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Stance, StanceAttribution

__all__ = ["with_quotations"]

_SHOWN = frozenset({ACCUSE, CRITICIZE, PRAISE, REJECT, REQUEST, DEMAND})
_GROUNDS = frozenset({"for", "with"})
_WITH_GROUNDS = ".np_pp"
_DIRECT, _INDIRECT = StanceAttribution.DIRECT, StanceAttribution.INDIRECT


def with_quotations(analysis: Analysis, found: Sequence[Stance]) -> Iterator[Stance]:
    """Stances in their order; those whose judgment or plea is quoted are direct, those whose grounds are quoted not."""
    for stance in found:
        attribution = stance.attribution
        shown = attribution is _INDIRECT and stance.act in _SHOWN
        if shown or (attribution is _DIRECT and stance.rule.endswith(_WITH_GROUNDS)):
            quotation = _quotation(analysis, stance)
            grounds = quotation is not None and _is_ground(analysis, stance, quotation)
            attribution = attribution if quotation is None else _INDIRECT if grounds else _DIRECT
        yield stance if attribution is stance.attribution else evolve(stance, attribution=attribution)


def _quotation(analysis: Analysis, stance: Stance) -> int | None:
    """The first token of the quotation in which the words that show a stance end."""
    _, end = analysis.tokens.range(stance.evidence[-1])
    last = end - 1 - (analysis.tags[end - 1] == "q")
    inside = analysis.quoted[last]
    if inside < 0:
        return None
    return next((at + 1 for at in range(last, -1, -1) if analysis.quoted[at] != inside), 0)


def _is_ground(analysis: Analysis, stance: Stance, quotation: int) -> bool:
    """Whether what is quoted is only what somebody is praised or blamed for: "thanked Lima for 'its courage'"."""
    if stance.target is None:
        return False
    _, after = analysis.tokens.range(stance.target.span)
    return not _GROUNDS.isdisjoint(analysis.tokens.lowers[after:quotation])
