"""What a stance on a change says of the thing that is to change: who calls for an end to a duty is against the duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.phrases import noun_phrase_after
from tradebrief.extraction.stance_targets import core_end, thing_of
from tradebrief.model import Act, Polarity, RuleId, Target, TargetKind
from tradebrief.text import Span

__all__ = ["AIM", "Effect", "effects_of", "is_effect"]

_CHANGE = RuleId("stance.effect.change")
_PREFERENCE = RuleId("stance.effect.preference")
AIM = RuleId("stance.effect.aim")
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_OPEN = frozenset({Act.STATE, Act.REQUEST, Act.DEMAND, Act.PRAISE, Act.CRITICIZE, Act.REJECT})
_THINGS = frozenset({TargetKind.MEASURE, TargetKind.AGREEMENT})
_LESS = frozenset({"end", "cut"})
_OVER_REACH = 12
_OVER = (("over",), ("to",), ("rather", "than"), ("instead", "of"), ("not",))


Effect = tuple[Target, Polarity, tuple[Span, ...], RuleId]


def is_effect(rule: RuleId) -> bool:
    """Whether a stance is read from what another one says of a second thing."""
    return rule in {_CHANGE, _PREFERENCE, AIM}


def effects_of(
    analysis: Analysis,
    found: FoundClaim,
    concepts: Concepts,
    targets: Sequence[Target],
    polarity: Polarity | None,
    act: Act,
) -> Iterator[Effect]:
    """What a claim says of a second thing, the side toward that, and the words for both.

    That is the measure or agreement of which it wants less or no more, and what it prefers another thing to.

    What is offered, threatened or agreed to is a price, and says nothing of the thing that is paid with.
    """
    if found.draft.cue.id in analysis.index.sets["control.preferring"] and polarity is Polarity.SUPPORT:
        yield from _passed_over(analysis, found, concepts)
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
        words = (changed,) if cue.overlaps(changed) else tuple(sorted((cue, changed)))
        yield thing, _OPPOSITE[polarity], words, _CHANGE


def _passed_over(analysis: Analysis, found: FoundClaim, concepts: Concepts) -> Iterator[Effect]:
    """What something else is preferred to: "prefers a quota to a tariff", "favours talks over duties"."""
    (first, end), lowers = found.draft.content[0], analysis.tokens.lowers
    if found.draft.frame != "np":
        return
    for at in range(first + 1, min(end - 1, first + _OVER_REACH)):
        over = next((words for words in _OVER if tuple(lowers[at : at + len(words)]) == words), None)
        phrase = noun_phrase_after(analysis, at + len(over), end) if over is not None else None
        if phrase is not None:
            thing = thing_of(analysis, concepts, phrase[0], core_end(analysis, *phrase))
            cue = analysis.tokens.starts[found.draft.cue_range[0]]
            yield thing, Polarity.OPPOSE, (Span(min(cue, found.claim.content[0].start), thing.span.end),), _PREFERENCE
            return
