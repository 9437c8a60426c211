"""At whom a thing is aimed that somebody wants or welcomes: who calls for a boycott of Lima is against Lima."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.stance_effects import AIM, Effect
from tradebrief.extraction.stance_nouns import near_slot
from tradebrief.extraction.stance_targets import plain_head_end, targets_of
from tradebrief.model import Polarity
from tradebrief.text import Span

__all__ = ["aims_of"]

_FRAMES = frozenset({"np", "pp"})


def aims_of(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity | None
) -> Iterator[Effect]:
    """The actors whom the object of a claim's verb is for or against, where its holder is for that object.

    What somebody is against may be so for other reasons: "rejected sanctions on Lima" is not yet for Lima.
    """
    draft = found.draft
    if polarity is not Polarity.SUPPORT or draft.frame not in _FRAMES:
        return
    first, end = min(draft.content)
    head, lowers = plain_head_end(analysis, first, end) - 1, analysis.tokens.lowers
    for form in analysis.index.stance_nouns.get(lowers[head], ()):
        after = head + 1 + len(form.tail)
        if form.rule.category != "noun" or tuple(lowers[head + 1 : after]) != form.tail:
            continue
        aimed = near_slot(analysis, after, end, form.rule.slots)
        if aimed is None:
            continue
        cue = analysis.tokens.starts[draft.cue_range[0]]
        for target in targets_of(analysis, cast, concepts, *aimed, holder=found.claim.holder):
            if target.actor is not None:
                begin = min(cue, found.claim.content[0].start)
                words = Span(begin, max(target.span.end, analysis.tokens.ends[head], found.claim.cue.end))
                yield target, form.rule.polarity, (words,), AIM
        return
