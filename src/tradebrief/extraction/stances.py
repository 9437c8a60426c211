"""Stances: where holders stand, read from claims, from words that take a side, from deeds and from outlooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.outlooks import from_outlooks
from tradebrief.extraction.stance_claims import bearers, from_claim
from tradebrief.extraction.stance_effects import EFFECT
from tradebrief.extraction.stance_ids import stance_id
from tradebrief.extraction.stance_judgments import from_judgments
from tradebrief.extraction.stance_targets import targets_of
from tradebrief.extraction.stance_verbs import Bearing
from tradebrief.extraction.stance_words import bearings_beside
from tradebrief.model import (
    Act,
    Assertion,
    Certainty,
    ClaimKind,
    Measure,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    StanceId,
    Target,
    TargetKind,
)
from tradebrief.model.ids import unique

__all__ = ["find_stances"]

_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_REPORTS = (ClaimKind.ASSERTION, ClaimKind.FACT)
_GIVEN = (Act.AGREE, Act.CONCEDE, Act.OFFER)
_DEEDS = (Act.IMPLEMENT,)
_LAID_DOWN = (Act.OFFER, Act.REQUEST, Act.DEMAND, Act.THREATEN)


def find_stances(
    analysis: Analysis, cast: Cast, claims: Sequence[FoundClaim], measures: Sequence[Measure]
) -> tuple[Stance, ...]:
    """The stances of an article in the order of the text."""
    concepts = Concepts(analysis, measures)
    settings = _settings(claims, len(analysis.tokens))
    found: list[Stance] = []
    used: set[int] = set()
    for item in claims:
        stances, taken = from_claim(analysis, cast, item, concepts, settings)
        found += stances
        used |= taken
    found += from_judgments(analysis, cast, claims, concepts, settings)
    found += from_outlooks(analysis, cast, concepts, claims)
    for bearing in bearings_beside(analysis, cast, used):
        found += _from_bearing(analysis, cast, bearing, concepts, settings[bearing.at])
    return _numbered(_with_proposals(found))


def _with_proposals(found: Sequence[Stance]) -> list[Stance]:
    """Stances in the order of the text; a measure that has only been proposed so far is a proposal."""
    proposed: set[str] = set()
    done: set[str] = set()
    settled: list[Stance] = []
    for stance in sorted(found, key=_place):
        target = stance.target
        if target is not None and stance.act is Act.IMPLEMENT:
            done.add(target.concept)
        elif target is not None and target.kind is TargetKind.PROPOSAL and stance.act in _LAID_DOWN:
            proposed.add(target.concept)
        elif target is not None and target.kind is TargetKind.MEASURE and target.concept in proposed - done:
            stance = evolve(stance, target=evolve(target, kind=TargetKind.PROPOSAL))  # noqa: PLW2901 - the same one
        settled.append(stance)
    return settled


def _numbered(found: Sequence[Stance]) -> tuple[Stance, ...]:
    """Stances in the order of the text with unique ids; of several that say the same one is kept."""
    taken: dict[str, int] = {}
    seen: set[tuple[object, ...]] = set()
    numbered: list[Stance] = []
    for stance in sorted(found, key=_place):
        target = stance.target
        if target is not None:
            span = target.span
            same = (stance.holder, stance.polarity, stance.outlook, span.start, span.end, target.actor)
            if same in seen:
                continue
            seen.add(same)
        id = StanceId(unique(stance.id, taken))
        numbered.append(stance if id == stance.id else evolve(stance, id=id))
    return tuple(numbered)


def _place(stance: Stance) -> tuple[int, bool, int, RuleId]:
    evidence = stance.evidence[0]
    return evidence.start, stance.rule == EFFECT, evidence.end, stance.rule


def _settings(claims: Sequence[FoundClaim], size: int) -> list[FoundClaim | None]:
    """For each of the tokens the innermost claim in whose content it stands."""
    found: list[FoundClaim | None] = [None] * size
    shortest_first = sorted(claims, key=_content_length)
    for item in reversed(shortest_first):  # Of two as long the first one counts.
        for first, end in item.draft.content:
            found[first:end] = [item] * (end - first)
    return found


def _content_length(item: FoundClaim) -> int:
    length = 0
    for first, end in item.draft.content:
        length += end - first
    return length


def _from_bearing(
    analysis: Analysis, cast: Cast, bearing: Bearing, concepts: Concepts, setting: FoundClaim | None
) -> Iterator[Stance]:
    """The stances of a word that takes a side; what somebody wants, asks or denies has not come about."""
    rule = bearing.form.rule
    attribution = StanceAttribution.ACTION if rule.act in _DEEDS else StanceAttribution.INDIRECT
    governed = False
    if setting is not None:
        claim = setting.claim
        governed = bearing.control.source.first < setting.draft.content[0][0]
        cue = setting.draft.cue
        unreal = claim.kind not in _REPORTS or claim.assertion is not Assertion.ASSERTED
        unreal = unreal or cue.polarity is not None or cue.outlook is not None
        if unreal and not governed:
            return
        governed = governed and unreal
        attribution = attribution if governed else StanceAttribution.RELAYED
    polarity = _side(bearing)
    if polarity is None:
        return
    holders = bearers(analysis, cast, bearing.control.source, setting)
    if not holders:
        return
    evidence = analysis.tokens.span(bearing.first, bearing.end)
    act = Act.REJECT if polarity is not rule.polarity and rule.act in _GIVEN else rule.act
    if bearing.control.modal and rule.category == "deed":  # Announced or refused, not done.
        if attribution is StanceAttribution.ACTION:
            attribution = StanceAttribution.INDIRECT
        act = Act.REJECT if bearing.control.negated else act if act is not Act.IMPLEMENT else Act.STATE
    for holder in holders:
        targets: Sequence[Target | None] = (None,)
        if bearing.target is not None and bearing.target[0] == bearing.at:
            concept = concepts.of_clause(*bearing.target)
            targets = (Target(kind=TargetKind.PROPOSAL, span=analysis.tokens.span(*bearing.target), concept=concept),)
        elif bearing.target is not None:
            targets = targets_of(analysis, cast, concepts, *bearing.target, holder=holder)
        for target in targets:
            if target is not None and rule.act in _LAID_DOWN and target.kind is not TargetKind.ACTOR:
                target = evolve(target, kind=TargetKind.PROPOSAL)  # noqa: PLW2901 - the same one
            if target is not None and (target.actor == holder or not _fits(analysis, cast, bearing, target)):
                continue
            if governed and polarity is not Polarity.NEUTRAL and not (target and target.kind is TargetKind.ACTOR):
                continue  # What is wanted of it is the claim's own stance.
            yield Stance(
                id=stance_id(analysis, holder, polarity, act, evidence),
                holder=holder,
                target=target,
                polarity=polarity,
                act=act,
                certainty=Certainty.CERTAIN,
                attribution=StanceAttribution.COMMENTARY if cast.is_author(holder) else attribution,
                evidence=(evidence,),
                rule=RuleId(f"stance.{rule.id}"),
            )


def _side(bearing: Bearing) -> Polarity | None:
    """The side of a reading: turned round by a negation, or voided."""
    rule, control = bearing.form.rule, bearing.control
    if rule.polarity is Polarity.NEUTRAL:
        return rule.polarity if control.negated is (rule.negation == "turns") else None
    if not control.negated:
        return rule.polarity
    if rule.category == "deed" and control.modal:  # Whoever refuses to lift a ban is against lifting it.
        refused = bearing.target is not None and bearing.target[0] == bearing.at
        return Polarity.OPPOSE if refused else _OPPOSITE.get(rule.polarity)
    return None if rule.negation == "voids" else _OPPOSITE.get(rule.polarity, rule.polarity)


def _fits(analysis: Analysis, cast: Cast, bearing: Bearing, target: Target) -> bool:
    """Whether a target is what the rule wants, and is done rather than imagined where it is no actor."""
    if target.kind is TargetKind.ACTOR:
        first, _ = analysis.tokens.range(target.span)
        if bearing.form.rule.act in _DEEDS and analysis.tags[first] == "S":
            return False  # "protects its mills": what is one's own is no other side.
        return not (bearing.control.open and bearing.form.rule.act in _DEEDS)
    if bearing.control.open:
        return False
    rule = bearing.form.rule
    if not (rule.actors or rule.category == "dealing"):
        return True
    first, end = analysis.tokens.range(target.span)
    return any(
        (at in cast.starting and analysis.tags[at] not in "SR")
        or (at in analysis.capitals and analysis.tags[at] == "E")
        for at in range(first, end)
    )
