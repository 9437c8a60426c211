"""What a stance on a change says of the thing that is to change: who calls for an end to a duty is against the duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.stance_targets import core_end, thing_of
from tradebrief.model import Act, Polarity, RuleId, Target, TargetKind
from tradebrief.text import Span

__all__ = ["EFFECT", "effects_of"]

EFFECT = RuleId("stance.effect.change")
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_OPEN = frozenset({Act.STATE, Act.REQUEST, Act.DEMAND, Act.PRAISE, Act.CRITICIZE, Act.REJECT})
_THINGS = frozenset({TargetKind.MEASURE, TargetKind.AGREEMENT})
_LESS = frozenset({"end", "cut"})


def effects_of(
    analysis: Analysis,
    found: FoundClaim,
    concepts: Concepts,
    targets: Sequence[Target],
    polarity: Polarity | None,
    act: Act,
) -> Iterator[tuple[Target, Polarity, tuple[Span, ...]]]:
    """The measure or agreement of which a claim wants less or no more, the side toward it, and the words for both.

    What is offered, threatened or agreed to is a price, and says nothing of the thing that is paid with.
    """
    if polarity not in _OPPOSITE or act not in _OPEN or any(target.actor is not None for target in targets):
        return
    first, end = found.draft.content[0]
    change = concepts.change(first, end)
    if change is None or change.kind not in _LESS:
        return
    thing = thing_of(analysis, concepts, change.first, core_end(analysis, change.first, change.end))
    if thing.kind in _THINGS:
        begin, stop = min(analysis.tokens.starts[change.at], thing.span.start), thing.span.end
        cue = analysis.tokens.span(*found.draft.cue_range)
        changed = Span(begin, max(stop, analysis.tokens.ends[change.at]))
        yield thing, _OPPOSITE[polarity], tuple(sorted((cue, changed))) if not cue.overlaps(changed) else (changed,)
