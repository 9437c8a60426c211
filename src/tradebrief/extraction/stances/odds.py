"""Outlooks by the chance that somebody gives a thing: "sees little chance of a deal", "gave it an even chance"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.clauses import clause_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.lookups.acts import STATE
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.from_claims import attributed_to, bearers
from tradebrief.extraction.stances.holders import control_of
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.odds_figures import figured_odds
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    Certainty,
    Outlook,
    RuleId,
    Stance,
    Target,
    TargetKind,
)

__all__ = ["from_odds"]

_DEGREE_REACH = 3
_VERB_REACH = 12
_SCALES = (
    ("forecast.poor_odds", Outlook.SKEPTICAL),
    ("forecast.even_odds", Outlook.UNCERTAIN),
    ("forecast.good_odds", Outlook.OPTIMISTIC),
)
_ABOUT = frozenset({"of", "for", "that"})
_RULE = RuleId("stance.odds")


def from_odds(
    analysis: Analysis,
    cast: Cast,
    concepts: Concepts,
    claims: Sequence[FoundClaim],
    settings: Sequence[FoundClaim | None],
) -> Iterator[Stance]:
    """The outlooks of those who say how good the chances of a thing are."""
    hits = analysis.hits(Trigger.ODDS)
    if not hits:
        return
    told = {at for item in claims if item.draft.cue.outlook is not None for at in range(*item.draft.cue_range)}
    for at in hits:
        read = _outlook(analysis, at) if analysis.tags[at] in "Nv" and at not in told else None
        figured = figured_odds(analysis, at) if read is None and at not in told else None
        floor, ceiling = analysis.reach(at)
        verb: int | None
        if figured is not None:
            outlook, verb, opener = figured
            target: tuple[int, int] | None = (at + 2, opener)
        elif read is not None:
            outlook, opener = read
            verb = _weighing(analysis, opener, floor)
            target = _target(analysis, at, verb, opener, ceiling) if verb is not None else None
        else:
            continue
        if verb is None or target is None:
            continue
        group = verb_group(analysis, verb, floor)
        control = None if group.passive else control_of(analysis, group, floor)
        if control is None or control.negated or control.open:
            continue
        setting = settings[at]
        for holder in bearers(analysis, cast, control.source, setting):
            first, end = target
            evidence = analysis.tokens.span(min(control.first, first), max(at + 1, end))
            concept = concepts.of_phrase(first, plain_head_end(analysis, first, end), end)
            yield Stance(
                id=stance_id(analysis, holder, None, STATE, evidence),
                holder=holder,
                target=Target(kind=TargetKind.OUTCOME, span=analysis.tokens.span(first, end), concept=concept),
                polarity=None,
                act=STATE,
                outlook=outlook,
                certainty=Certainty.PROBABLE,
                attribution=attributed_to(cast, holder, setting),
                evidence=(evidence,),
                rule=_RULE,
            )


def _outlook(analysis: Analysis, at: int) -> tuple[Outlook, int] | None:
    """What the word before a noun for a chance says of it, and the token before that."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    for probe in range(at - 1, max(0, at - 1 - _DEGREE_REACH), -1):
        if analysis.tags[probe] not in "NADKXdg":
            return None
        for key, outlook in _SCALES:
            if lowers[probe] in sets[key]:
                opener = probe - 1
                while opener > 0 and analysis.tags[opener] in "AD":
                    opener -= 1
                return outlook, opener
    return None


def _weighing(analysis: Analysis, before: int, floor: int) -> int | None:
    """The verb by which somebody weighs a chance: "see", "hold out", or "give" before what they give it."""
    tags, lowers, weighing = analysis.tags, analysis.tokens.lowers, analysis.index.sets["forecast.weighing"]
    for at in range(before, max(floor, before - _VERB_REACH), -1):
        if lowers[at] in weighing and tags[at] in "vdgiV":
            return at
        if tags[at] not in "DSNEKGRAhdgP":
            return None
    return None


def _target(analysis: Analysis, at: int, verb: int, opener: int, ceiling: int) -> tuple[int, int] | None:
    """What a chance is of: after "of" or "that", or the object before it: "gives | the complaint | little chance"."""
    lowers = analysis.tokens.lowers
    if at + 2 < ceiling and lowers[at + 1] in _ABOUT:
        end = clause_end(analysis, at + 2, ceiling)
        end = next((mark for mark in range(at + 2, end) if analysis.tags[mark] in ",;:"), end)
        return (at + 2, end) if end > at + 2 else None
    given = noun_phrase_after(analysis, verb + 1, opener + 1)
    return given if given is not None and given[1] == opener + 1 else None
