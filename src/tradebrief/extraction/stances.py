"""Stances: where holders stand, read from claims, from words that take a side, from deeds and from outlooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.evaluations import read_judgments
from tradebrief.extraction.outlooks import CONTRARY, from_outlooks
from tradebrief.extraction.sources import Source
from tradebrief.extraction.stance_deeds import read_deeds
from tradebrief.extraction.stance_holders import holders_of
from tradebrief.extraction.stance_nouns import read_adjectives, read_nouns
from tradebrief.extraction.stance_targets import MeasurePlaces, concept_of, core_end, plain_head_end, targets_of
from tradebrief.extraction.stance_verbs import Bearing, read_verbs
from tradebrief.lexicon import Cue
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    Certainty,
    ClaimKind,
    ClaimMode,
    Measure,
    MeasureKind,
    Outlook,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    StanceId,
    Target,
    TargetKind,
    VoiceKind,
)
from tradebrief.model.ids import digest, unique
from tradebrief.text import Span

__all__ = ["find_stances"]

_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_TOWARD_ACTOR = frozenset({Act.ACCUSE, Act.PRAISE, Act.CRITICIZE})
_OBJECT_FRAMES = frozenset({"np", "pp", "np_as", "np_adj"})
_CLAUSES = frozenset({"that", "bare", "clause_to", "np_that", "np_bare"})
_REPORTS = frozenset({ClaimKind.ASSERTION, ClaimKind.FACT})
_SPEAKERS = frozenset({"i", "we", "he", "she", "it", "they"})
_DEEDS = frozenset({Act.IMPLEMENT})


def find_stances(
    analysis: Analysis, cast: Cast, claims: Sequence[FoundClaim], measures: Sequence[Measure]
) -> tuple[Stance, ...]:
    """The stances of an article in the order of the text."""
    places = MeasurePlaces(measures)
    bearings = _bearings(analysis, cast)
    settings = _settings(claims)
    found: list[Stance] = []
    used: set[int] = set()
    for item in claims:
        stances, taken = _from_claim(analysis, cast, item, places, bearings, settings)
        found += stances
        used |= taken
    found += _from_judgments(analysis, cast, claims, places, settings)
    found += from_outlooks(analysis, cast, {at for item in claims for at in range(*item.draft.cue_range)})
    for at, several in bearings.items():
        if at not in used:
            for bearing in several:
                found += _from_bearing(analysis, cast, bearing, places, settings.get(at))
    return _numbered(analysis, found)


def _numbered(analysis: Analysis, found: Sequence[Stance]) -> tuple[Stance, ...]:
    """Stances in the order of the text with their ids; of several that say the same one is kept."""
    taken: dict[str, int] = {}
    seen: set[tuple[object, ...]] = set()
    numbered: list[Stance] = []
    for stance in sorted(found, key=lambda stance: (stance.evidence[0], stance.rule)):
        target = stance.target
        same = (stance.holder, stance.polarity, stance.outlook, target and (target.span, target.actor))
        if target is not None and same in seen:
            continue
        seen.add(same)
        words = [analysis.article[span] for span in stance.evidence]
        parts = (stance.holder, stance.polarity.value if stance.polarity else "", stance.act.value, *words)
        numbered.append(evolve(stance, id=StanceId(unique(f"stance:{digest(*parts)}", taken))))
    return tuple(numbered)


def _bearings(analysis: Analysis, cast: Cast) -> dict[int, list[Bearing]]:
    """Readings of words that take a side, by their word; of several for one word those of the first reader."""
    found: dict[int, list[Bearing]] = {}
    for reader in (read_deeds(analysis), read_verbs(analysis), read_nouns(analysis, cast), read_adjectives(analysis)):
        read: dict[int, list[Bearing]] = {}
        for bearing in reader:
            read.setdefault(bearing.at, []).append(bearing)
        found = {**read, **found}
    return found


def _settings(claims: Sequence[FoundClaim]) -> dict[int, FoundClaim]:
    """For each token of a content the innermost claim whose content it is."""
    found: dict[int, FoundClaim] = {}
    size: dict[int, int] = {}
    for item in claims:
        length = sum(end - first for first, end in item.draft.content)
        for first, end in item.draft.content:
            for at in range(first, end):
                if at not in size or length < size[at]:
                    found[at], size[at] = item, length
    return found


def _from_bearing(
    analysis: Analysis, cast: Cast, bearing: Bearing, places: MeasurePlaces, setting: FoundClaim | None
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
    for holder in _bearers(analysis, cast, bearing.control.source, setting):
        for target in targets_of(analysis, cast, places, *bearing.target, holder=holder):
            if target.actor == holder or not _fits(analysis, cast, bearing, target):
                continue
            if governed and target.kind is not TargetKind.ACTOR:
                continue  # What is wanted of it is the claim's own stance.
            yield Stance(
                id=StanceId(""),
                holder=holder,
                target=target,
                polarity=polarity,
                act=rule.act,
                certainty=Certainty.CERTAIN,
                attribution=StanceAttribution.COMMENTARY if cast.is_author(holder) else attribution,
                evidence=(analysis.tokens.span(bearing.first, bearing.end),),
                rule=RuleId(f"stance.{rule.id}"),
            )


def _bearers(analysis: Analysis, cast: Cast, source: Source, setting: FoundClaim | None) -> tuple[ActorId, ...]:
    """Who takes a side; a pronoun that nothing else tells the meaning of is the one whose words it stands in."""
    found = holders_of(analysis, cast, source)
    alone = source.end - source.first == 1 and analysis.tags[source.first] == "R"
    if found or setting is None or setting.claim.holder is None or not alone:
        return found
    return (setting.claim.holder,) if analysis.tokens.lowers[source.first] in _SPEAKERS else ()


def _side(bearing: Bearing) -> Polarity | None:
    """The side of a reading: turned round by a negation, or voided."""
    rule, control = bearing.form.rule, bearing.control
    if not control.negated:
        return rule.polarity
    return None if rule.negation == "voids" else _OPPOSITE.get(rule.polarity, rule.polarity)


def _fits(analysis: Analysis, cast: Cast, bearing: Bearing, target: Target) -> bool:
    """Whether a target is what the rule wants, and is done rather than imagined where it is no actor."""
    if target.kind is TargetKind.ACTOR:
        return not (bearing.control.open and bearing.form.rule.act in _DEEDS)
    if bearing.control.open:
        return False
    rule = bearing.form.rule
    if not (rule.actors or rule.category == "dealing"):
        return True
    first, end = analysis.tokens.range(target.span)
    named = (at for at in range(first, end) if at in analysis.capitals or at in cast.starting)
    return any(at in cast.starting or analysis.tags[at] == "E" for at in named)


def _from_claim(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    places: MeasurePlaces,
    bearings: Mapping[int, Sequence[Bearing]],
    settings: Mapping[int, FoundClaim],
) -> tuple[list[Stance], set[int]]:
    """The stances of a claim, and the words that take its side, which are read no more."""
    claim, cue = found.claim, found.draft.cue
    if claim.cue is None:
        return [], set()
    polarity, outlook = _sides(cue, negated=found.draft.negated, assertion=claim.assertion)
    if polarity is None and outlook is None:
        return [], set()
    used = set(range(*found.draft.cue_range))
    read = [bearing for at in sorted(used) for bearing in bearings.get(at, ())]
    targets = _targets(analysis, cast, found, places, polarity, read)
    start = min(claim.cue.start, claim.content[0].start)
    evidence = Span(start, max(claim.cue.end, claim.content[-1].end))
    if cue.act is Act.THREATEN and any(target.actor is not None for target in targets):
        polarity = Polarity.OPPOSE if polarity is not None else None
    stances = [
        Stance(
            id=StanceId(""),
            holder=holder,
            target=target,
            polarity=polarity,
            act=cue.act,
            outlook=outlook,
            certainty=claim.certainty,
            attribution=_attribution(cast, found),
            conditions=claim.conditions,
            evidence=(evidence,),
            claim=claim.id,
            rule=RuleId(f"stance.{cue.id}.{found.draft.frame}"),
        )
        for holder in _holders(analysis, cast, found, settings)
        for target in targets
        if target.actor != holder
    ]
    return stances, used if polarity is not None else set()


def _from_judgments(
    analysis: Analysis,
    cast: Cast,
    claims: Sequence[FoundClaim],
    places: MeasurePlaces,
    settings: Mapping[int, FoundClaim],
) -> Iterator[Stance]:
    """The stances of what somebody says to be good or bad, or to have to be done."""
    for judgment in read_judgments(analysis, claims):
        claim = judgment.claim.claim
        if claim.cue is None:
            continue
        polarity, act = judgment.polarity, Act.PRAISE
        if polarity is None:
            tokens = (judgment.target[0], judgment.close)
            span = analysis.tokens.span(*tokens)
            targets: tuple[Target, ...] = (
                Target(kind=TargetKind.PROPOSAL, span=span, concept=concept_of(analysis, *tokens)),
            )
            polarity, act = Polarity.SUPPORT, Act.DEMAND
        else:
            targets = targets_of(analysis, cast, places, *judgment.target)
            act = Act.PRAISE if polarity is Polarity.SUPPORT else Act.CRITICIZE
        evidence = analysis.tokens.span(judgment.target[0], judgment.end)
        for holder in _holders(analysis, cast, judgment.claim, settings):
            for target in targets:
                if target.actor != holder:
                    yield Stance(
                        id=StanceId(""),
                        holder=holder,
                        target=target,
                        polarity=polarity,
                        act=act,
                        certainty=claim.certainty,
                        attribution=_attribution(cast, judgment.claim),
                        conditions=claim.conditions,
                        evidence=(evidence,),
                        claim=claim.id,
                        rule=RuleId("stance.judgment.duty" if act is Act.DEMAND else "stance.judgment.predicate"),
                    )


def _holders(
    analysis: Analysis, cast: Cast, found: FoundClaim, settings: Mapping[int, FoundClaim]
) -> tuple[ActorId, ...]:
    """Who holds a claim, each of several for themselves."""
    if found.claim.holder is not None:
        return (found.claim.holder,)
    source = found.draft.source
    return _bearers(analysis, cast, source, settings.get(source.first)) if source.first >= 0 else ()


def _sides(cue: Cue, *, negated: bool, assertion: Assertion) -> tuple[Polarity | None, Outlook | None]:
    """Side and outlook of a cue, turned round by a negation."""
    polarity, outlook = cue.polarity, cue.outlook
    if negated:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None
        outlook = CONTRARY.get(outlook, outlook) if outlook else None
    elif assertion is Assertion.NOT_ASSERTED:
        polarity = None
    return polarity, outlook


def _attribution(cast: Cast, found: FoundClaim) -> StanceAttribution:
    claim = found.claim
    if claim.voice is VoiceKind.AUTHOR and cast.is_author(claim.holder):
        return StanceAttribution.COMMENTARY
    if claim.relayed_by is not None:
        return StanceAttribution.RELAYED
    return StanceAttribution.DIRECT if claim.mode is ClaimMode.DIRECT else StanceAttribution.INDIRECT


def _targets(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    places: MeasurePlaces,
    polarity: Polarity | None,
    bearings: Sequence[Bearing],
) -> tuple[Target, ...]:
    """What the cue governs: the one addressed for praise and blame, else the content by what it is."""
    claim, draft = found.claim, found.draft
    governed = [
        target
        for bearing in bearings
        for target in targets_of(analysis, cast, places, *bearing.target, holder=claim.holder)
    ]
    actors = tuple(target for target in governed if target.kind is TargetKind.ACTOR)
    if actors and draft.cue.act is Act.THREATEN:
        return actors
    if actors and (draft.cue.act in _TOWARD_ACTOR or draft.frame in _OBJECT_FRAMES):
        return actors
    if draft.object is not None and draft.cue.act in _TOWARD_ACTOR:
        tokens = _without_preposition(analysis, draft.object)
        return targets_of(analysis, cast, places, *tokens, holder=claim.holder)
    span = claim.content[0]
    first, end = analysis.tokens.range(span)
    if draft.frame in _OBJECT_FRAMES and analysis.tags[first] not in "gi":
        end = core_end(analysis, first, end)
    head = plain_head_end(analysis, first, end)
    measure = places.at(analysis.tokens.span(first, head)) if head > first else None
    kind = TargetKind.ISSUE
    if draft.frame in _OBJECT_FRAMES and measure is not None:
        kind = TargetKind.AGREEMENT if measure.kind is MeasureKind.AGREEMENT else TargetKind.MEASURE
    elif draft.frame in _OBJECT_FRAMES and (actor := cast.at.get((first, head))) is not None:
        return (Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor),)
    elif claim.kind is ClaimKind.EVENTUALITY:
        kind, measure = TargetKind.PROPOSAL, None
    elif draft.frame in _CLAUSES or polarity is None:
        kind, measure = TargetKind.OUTCOME, None
    named = kind in (TargetKind.MEASURE, TargetKind.AGREEMENT, TargetKind.ISSUE)
    concept = concept_of(analysis, first, head if named else end)
    return (Target(kind=kind, span=span, concept=concept, measure=measure.id if measure else None),)


def _without_preposition(analysis: Analysis, tokens: tuple[int, int]) -> tuple[int, int]:
    first, end = tokens
    while end > first + 1 and analysis.tags[end - 1] in "PTH":
        end -= 1
    return first, end
