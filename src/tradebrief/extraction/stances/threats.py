"""Threats of one's own in the outlet's words: "Lima will retaliate", "the union will strike on Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.certainty import is_asked
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.conditions import conditions_around
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.lookups.acts import THREATEN
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.from_claims import attributed_to, bearers
from tradebrief.extraction.stances.holders import control_of
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.lawsuits import strikes_back
from tradebrief.extraction.stances.words import bearings_at
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Certainty, Polarity, RuleId, Stance, Target, TargetKind

__all__ = ["from_threats"]

_RULE = RuleId("stance.threat")
_FUTURE = frozenset({"will", "'ll", "shall"})


def from_threats(
    analysis: Analysis, cast: Cast, concepts: Concepts, settings: Sequence[FoundClaim | None]
) -> Iterator[Stance]:
    """The threats of those who are said, by nobody in particular, to be about to strike back."""
    for at in analysis.hits(Trigger.THREAT):
        if analysis.tags[at] != "i" or settings[at] is not None:
            continue
        floor, ceiling = analysis.reach(at)
        group = verb_group(analysis, at, floor)
        if group.modal not in _FUTURE or group.negated or group.passive or not strikes_back(analysis, at):
            continue
        control = control_of(analysis, group, floor)
        if control is None or control.negated or is_asked(analysis, at) or bearings_at(analysis, cast, at):
            continue  # "will sue Lima": that is against Lima.
        stop = next((mark for mark in range(at + 1, ceiling) if analysis.tags[mark] in ",;:U"), ceiling)
        end = max(at + 1, trim_end(analysis, at, stop))
        evidence, span = analysis.tokens.span(min(control.first, at), end), analysis.tokens.span(at, end)
        for holder in bearers(analysis, cast, control.source, None):
            yield Stance(
                id=stance_id(analysis, holder, Polarity.SUPPORT, THREATEN, evidence),
                holder=holder,
                target=Target(kind=TargetKind.PROPOSAL, span=span, concept=concepts.of_clause(at, end)),
                polarity=Polarity.SUPPORT,
                act=THREATEN,
                certainty=Certainty.CERTAIN,
                attribution=attributed_to(cast, holder, None),
                conditions=conditions_around(analysis, control.source.first, end),
                evidence=(evidence,),
                rule=_RULE,
            )
