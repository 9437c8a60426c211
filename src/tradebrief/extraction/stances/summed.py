"""What a noun after a comma sums up: "said Lima cheats, a claim | that Oslo rejects"."""

from __future__ import annotations

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Target, TargetKind

__all__ = ["summed_up"]

_FRAMES = frozenset({"np", "np_as", "np_adj"})
_IDEA = "idea"  # It is what somebody wants.
_TOLD = ("grammar.told", "control.charges")


def summed_up(analysis: Analysis, concepts: Concepts, draft: ClaimDraft) -> Target | None:
    """The charge or claim that a content is said to be, where the view on it stands in the noun's relative clause.

    To reject or deride a charge takes no side for or against whom it is brought by.
    """
    tags = analysis.tags
    if draft.frame not in _FRAMES or draft.source.first < 0:
        return None
    stop = min(draft.content)[1]
    if stop + 2 >= len(tags) or not stop < draft.source.first or tags[stop] != "," or tags[stop + 1] != "D":
        return None
    phrase = noun_phrase_after(analysis, stop + 1, draft.source.first)
    if phrase is None:
        return None
    first, end = phrase[0], plain_head_end(analysis, *phrase)
    word, sets = analysis.tokens.lowers[end - 1], analysis.index.sets
    if word == _IDEA or all(word not in sets[key] for key in _TOLD):
        return None
    concept = concepts.of_phrase(first, end, end)
    return Target(kind=TargetKind.ISSUE, span=analysis.tokens.span(first, end), concept=concept)
