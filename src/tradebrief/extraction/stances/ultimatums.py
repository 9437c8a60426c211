"""What somebody is given time to do: "gave Lima two weeks to reconsider", "has given firms until May to pay"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.lookups.acts import DEMAND
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.from_claims import attributed_to, bearers
from tradebrief.extraction.stances.holders import control_of
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Certainty, Polarity, RuleId, Stance, Target, TargetKind

__all__ = ["from_ultimatums"]

_REACH = 18
_GIVEN_TO = "DSNER"  # Over tags: how those begin who are given time.
_BETWEEN = "DSNEKGRAhdP"
_RULE = RuleId("stance.ultimatum")


def from_ultimatums(
    analysis: Analysis, cast: Cast, concepts: Concepts, settings: Sequence[FoundClaim | None]
) -> Iterator[Stance]:
    """The demands of those who give others time to do a thing."""
    for at in analysis.hits(Trigger.ULTIMATUM):
        verb = _demanded(analysis, at) if analysis.tags[at] in "vdgi" else None
        if verb is None:
            continue
        floor, ceiling = analysis.reach(at)
        group = verb_group(analysis, at, floor)
        control = None if group.passive else control_of(analysis, group, floor)
        if control is None or control.negated or control.open or control.modal:
            continue
        stop = next((mark for mark in range(verb + 1, ceiling) if analysis.tags[mark] in ",;:U"), ceiling)
        end = max(verb + 1, trim_end(analysis, verb, stop))
        evidence, span = analysis.tokens.span(min(control.first, at), end), analysis.tokens.span(verb, end)
        setting = settings[at]
        for holder in bearers(analysis, cast, control.source, setting):
            yield Stance(
                id=stance_id(analysis, holder, Polarity.SUPPORT, DEMAND, evidence),
                holder=holder,
                target=Target(kind=TargetKind.PROPOSAL, span=span, concept=concepts.of_clause(verb, end)),
                polarity=Polarity.SUPPORT,
                act=DEMAND,
                certainty=Certainty.CERTAIN,
                attribution=attributed_to(cast, holder, setting),
                evidence=(evidence,),
                rule=_RULE,
            )


def _demanded(analysis: Analysis, at: int) -> int | None:
    """The verb of what is to be done in the time that a verb of giving gives somebody for it."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    _, ceiling = analysis.reach(at)
    if at + 1 >= ceiling or tags[at + 1] not in _GIVEN_TO or lowers[at + 1] in sets["control.spans"]:
        return None
    timed = False
    for probe in range(at + 2, min(ceiling - 1, at + _REACH)):
        if timed and tags[probe] == "T":
            return probe + 1 if tags[probe + 1] == "i" else None
        timed = timed or lowers[probe] in sets["control.spans"]
        if tags[probe] not in _BETWEEN and lowers[probe] not in sets["control.spans"] and lowers[probe] != "may":
            return None  # "until 3 May"
    return None
