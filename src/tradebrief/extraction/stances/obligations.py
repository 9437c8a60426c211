"""What an agreement commits somebody to: "the accord obliges Lima to lift the ban", "commits it to lifting the ban"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import Source, head_end
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.lookups.acts import AGREE
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.effects import changed_by
from tradebrief.extraction.stances.from_claims import attributed_to, bearers
from tradebrief.extraction.stances.holders import control_of
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Certainty, Polarity, RuleId, Stance, Target, TargetKind

__all__ = ["from_obligations"]

_LONGEST_STEP = 60  # Tokens.
_RULE = RuleId("stance.obligation")
_SUPPORT = Polarity.SUPPORT


def from_obligations(
    analysis: Analysis, cast: Cast, concepts: Concepts, settings: Sequence[FoundClaim | None]
) -> Iterator[Stance]:
    """The stances of those whom an agreement of theirs commits to a step."""
    for at in analysis.hits(Trigger.OBLIGATION):
        if analysis.tags[at] not in "vd":
            continue
        floor, ceiling = analysis.reach(at)
        bound = noun_phrase_after(analysis, at + 1, ceiling)
        step = None if bound is None else _step(analysis, bound[1], ceiling)
        if bound is None or step is None:
            continue
        group = verb_group(analysis, at, floor)
        control = None if group.passive else control_of(analysis, group, floor)
        if control is None or control.negated or control.open or control.source.first < 0:
            continue
        head = analysis.tokens.lowers[head_end(analysis, control.source) - 1]
        if head not in analysis.index.sets["control.agreements"]:
            continue
        evidence, span = analysis.tokens.span(control.source.first, step[1]), analysis.tokens.span(*step)
        target = Target(kind=TargetKind.PROPOSAL, span=span, concept=concepts.of_clause(*step))
        setting = settings[at]
        sides = [(target, _SUPPORT, _RULE)]
        sides += [(thing, side, by) for thing, side, _, by in changed_by(analysis, concepts, *step, _SUPPORT)]
        for holder in bearers(analysis, cast, Source(*bound), setting):
            for thing, side, rule in sides:
                yield Stance(
                    id=stance_id(analysis, holder, side, AGREE, evidence),
                    holder=holder,
                    target=thing,
                    polarity=side,
                    act=AGREE,
                    certainty=Certainty.CERTAIN,
                    attribution=attributed_to(cast, holder, setting),
                    evidence=(evidence,),
                    rule=rule,
                )


def _step(analysis: Analysis, at: int, ceiling: int) -> tuple[int, int] | None:
    """Tokens of the step after "to": "to | lift the ban", "to | lifting the ban"."""
    tags = analysis.tags
    if at + 1 >= ceiling or analysis.tokens.lowers[at] != "to" or tags[at + 1] not in "ig":
        return None
    last = min(ceiling, at + _LONGEST_STEP)
    stop = next((mark for mark in range(at + 1, last) if tags[mark] in ",;:U"), last)
    return at + 1, max(at + 2, trim_end(analysis, at + 1, stop))
