"""Stances: where holders stand, read from claims whose cue takes a side or looks ahead, and from deeds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.index import Trigger
from tradebrief.extraction.phrases import clause_end, verb_group
from tradebrief.extraction.sources import Source, holder_of, subject_of
from tradebrief.lexicon import Cue, StanceRule
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
_CONTRARY = {Outlook.OPTIMISTIC: Outlook.SKEPTICAL, Outlook.SKEPTICAL: Outlook.OPTIMISTIC}
_TOWARD_ACTOR = frozenset({Act.ACCUSE, Act.PRAISE, Act.CRITICIZE})


def find_stances(
    analysis: Analysis, cast: Cast, claims: Sequence[FoundClaim], measures: Sequence[Measure]
) -> tuple[Stance, ...]:
    """The stances of an article in the order of the text."""
    places = _MeasurePlaces(measures)
    found = [
        *_from_claims(analysis, cast, claims, places),
        *_from_outlooks(analysis, cast, {at for item in claims for at in range(*item.draft.cue_range)}),
        *_from_deeds(analysis, cast, places, _claimed(claims)),
    ]
    taken: dict[str, int] = {}
    numbered: list[Stance] = []
    for stance in sorted(found, key=lambda stance: (stance.evidence[0], stance.rule)):
        words = [analysis.article[span] for span in stance.evidence]
        parts = (stance.holder, stance.polarity.value if stance.polarity else "", stance.act.value, *words)
        id = StanceId(unique(f"stance:{digest(*parts)}", taken))
        numbered.append(evolve(stance, id=id))
    return tuple(numbered)


class _MeasurePlaces:
    """Measures by their place."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._by_end = {measure.span.end: measure for measure in measures}
        self._by_start = {measure.span.start: measure for measure in measures}

    def at(self, span: Span) -> Measure | None:
        """The policy, product or agreement that a noun phrase is about: the one its head ends with."""
        found = self._by_end.get(span.end) or self._by_start.get(span.start)
        return found if found is not None and found.span in span else None


def _from_claims(
    analysis: Analysis, cast: Cast, claims: Sequence[FoundClaim], places: _MeasurePlaces
) -> Iterator[Stance]:
    for found in claims:
        claim, cue = found.claim, found.draft.cue
        if claim.holder is None or claim.cue is None:
            continue
        polarity, outlook = _sides(cue, negated=found.draft.negated, assertion=claim.assertion)
        if polarity is None and outlook is None:
            continue
        target = _target(analysis, cast, found, places, polarity)
        if target is None:
            continue
        start = min(claim.cue.start, claim.content[0].start)
        evidence = Span(start, max(claim.cue.end, claim.content[-1].end))
        yield Stance(
            id=StanceId(""),
            holder=claim.holder,
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


def _sides(cue: Cue, *, negated: bool, assertion: Assertion) -> tuple[Polarity | None, Outlook | None]:
    """Side and outlook of a cue, turned round by a negation."""
    polarity, outlook = cue.polarity, cue.outlook
    if negated:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None
        outlook = _CONTRARY.get(outlook, outlook) if outlook else None
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


def _target(
    analysis: Analysis, cast: Cast, found: FoundClaim, places: _MeasurePlaces, polarity: Polarity | None
) -> Target | None:
    """What the cue governs: the one addressed for praise and blame, else the content by what it is."""
    claim, draft = found.claim, found.draft
    if draft.object is not None and draft.cue.act in _TOWARD_ACTOR:
        holder, _ = holder_of(analysis, cast, Source(*_without_preposition(analysis, draft.object)))
        if holder is not None:
            span = analysis.tokens.span(*_without_preposition(analysis, draft.object))
            return Target(kind=TargetKind.ACTOR, span=span, concept=holder, actor=holder)
    span = claim.content[0]
    first, end = analysis.tokens.range(span)
    head = _head(analysis, first, end)
    measure = places.at(analysis.tokens.span(first, head)) if head > first else None
    kind = TargetKind.ISSUE
    if draft.frame in {"np", "pp", "np_as", "np_adj"} and measure is not None:
        kind = TargetKind.AGREEMENT if measure.kind is MeasureKind.AGREEMENT else TargetKind.MEASURE
    elif draft.frame in {"np", "pp", "np_as", "np_adj"} and (actor := cast.at.get((first, head))) is not None:
        return Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor)
    elif claim.kind is ClaimKind.EVENTUALITY:
        kind, measure = TargetKind.PROPOSAL, None
    elif draft.frame in {"that", "bare", "clause_to", "np_that"} or polarity is None:
        kind, measure = TargetKind.OUTCOME, None
    concept = _concept(
        analysis, first, head if kind in (TargetKind.MEASURE, TargetKind.AGREEMENT, TargetKind.ISSUE) else end
    )
    return Target(kind=kind, span=span, concept=concept, measure=measure.id if measure else None)


def _without_preposition(analysis: Analysis, tokens: tuple[int, int]) -> tuple[int, int]:
    first, end = tokens
    while end > first + 1 and analysis.tags[end - 1] in "PTH":
        end -= 1
    return first, end


def _head(analysis: Analysis, first: int, end: int) -> int:
    """Where the first noun phrase of a range ends: before a preposition, a mark, a verb or a time ("last year")."""
    lowers, times = analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    for at in range(first, end):
        timed = lowers[at] in times or (
            lowers[at] in {"last", "next", "this"} and lowers[at + 1 : at + 2] and lowers[at + 1] in times
        )
        if at > first and (timed or analysis.tags[at] not in "DSNEKGAhdg"):
            return at
    return end


def _concept(analysis: Analysis, first: int, end: int) -> str:
    """The words of a phrase as a name: lower case, without determiners, at most eight of them."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    words = [lowers[at] for at in range(first, end) if tags[at] not in "DSq," and lowers[at][0].isalnum()]
    return " ".join(words[:8]) or " ".join(lowers[first:end])


def _claimed(claims: Sequence[FoundClaim]) -> set[int]:
    """Tokens of contents: what somebody says, wants or expects is not for the outlet a deed that was done."""
    return {at for item in claims for first, end in item.draft.content for at in range(first, end)}


def _from_outlooks(analysis: Analysis, cast: Cast, cues: set[int]) -> Iterator[Stance]:
    """Outlooks that govern no clause: "appears optimistic", "skepticism among officials", "optimism shared by"."""
    for at in analysis.hits(Trigger.OUTLOOK):
        if analysis.tags[at] not in "NAdv" or at in cues:
            continue  # A cue with a content has given its stance already.
        cue = analysis.index.outlooks[analysis.tokens.lowers[at]]
        floor, ceiling = analysis.bounds[analysis.sentence_of(at)]
        read = _noun_outlook if cue.category == "noun" else _adjective_outlook
        found = read(analysis, at, floor, ceiling)
        if found is None:
            continue
        source, first, end, negated = found
        holder, _ = holder_of(analysis, cast, source)
        if holder is not None:
            yield _outlook(analysis, cast, cue, holder, (first, end), at, negated=negated)


def _outlook(
    analysis: Analysis, cast: Cast, cue: Cue, holder: ActorId, evidence: tuple[int, int], at: int, *, negated: bool
) -> Stance:
    outlook = _CONTRARY.get(cue.outlook, cue.outlook) if negated and cue.outlook else cue.outlook
    return Stance(
        id=StanceId(""),
        holder=holder,
        target=_outlook_target(analysis, at),
        polarity=None,
        act=Act.STATE,
        outlook=outlook,
        certainty=cue.certainty if cue.certainty is not Certainty.CERTAIN else Certainty.PROBABLE,
        attribution=StanceAttribution.COMMENTARY if cast.is_author(holder) else StanceAttribution.INDIRECT,
        evidence=(analysis.tokens.span(*evidence),),
        rule=RuleId(f"stance.{cue.id}.outlook"),
    )


def _outlook_target(analysis: Analysis, at: int) -> Target | None:
    """What an outlook is about, where "about", "over" or "on" says so in its clause."""
    _, ceiling = analysis.bounds[analysis.sentence_of(at)]
    for probe in range(at + 1, min(ceiling - 1, at + 14)):
        if analysis.tags[probe] in ",;.:":
            return None
        if analysis.tokens.lowers[probe] in {"about", "over", "on", "regarding"}:
            end = clause_end(analysis, probe + 1, ceiling)
            end = next((mark for mark in range(probe + 1, end) if analysis.tags[mark] == ","), end)
            if end > probe + 1:
                concept = _concept(analysis, probe + 1, end)
                return Target(kind=TargetKind.OUTCOME, span=analysis.tokens.span(probe + 1, end), concept=concept)
    return None


_Outlook = tuple[Source, int, int, bool]


def _adjective_outlook(analysis: Analysis, at: int, floor: int, ceiling: int) -> _Outlook | None:
    copula = at - 1
    while copula > floor and analysis.tags[copula] in "AX":
        copula -= 1
    if copula <= floor or analysis.tokens.lowers[copula] not in analysis.index.copulas:
        return None
    if at + 1 < ceiling and analysis.tags[at + 1] in "HT":
        return None  # With a clause it is a claim.
    group = verb_group(analysis, copula, floor)
    source = subject_of(analysis, group, floor)
    negated = group.negated or any(analysis.tags[probe] == "X" for probe in range(copula, at))
    return (source, group.first, at + 1, negated) if source else None


def _noun_outlook(analysis: Analysis, at: int, floor: int, ceiling: int) -> _Outlook | None:  # noqa: ARG001 - one signature
    """The holder after "among", "from" or "shared by", within the noun's own clause."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for probe in range(at + 1, min(ceiling - 1, at + 8)):
        word = lowers[probe]
        if word in {"among", "from", "within", "of", "by", "in"} and (word != "by" or tags[probe - 1] == "d"):
            end = probe + 1
            while end < ceiling and tags[end] in "DSNEKGAh":
                end += 1
            while end > probe + 1 and tags[end - 1] in "DSAh":
                end -= 1
            return (Source(probe + 1, end), at, end, False) if end > probe + 1 else None
        if tags[probe] in ",;.:WHT" or (tags[probe] == "P" and word != "in"):
            return None
    return None


def _from_deeds(analysis: Analysis, cast: Cast, places: _MeasurePlaces, claimed: set[int]) -> Iterator[Stance]:
    """What actors do: "imposed duties on barley" supports the duties, by action."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    conditions = analysis.hits(Trigger.CONDITION)
    for at in analysis.hits(Trigger.DEED):
        if tags[at] not in "vd" or at in claimed:
            continue
        floor, ceiling = analysis.bounds[analysis.sentence_of(at)]
        if bisect_left(conditions, floor) < bisect_left(conditions, at):
            continue  # "if Chile cut its duty"
        first = at + 1
        end = _head(analysis, first, ceiling)
        heads = {lowers[probe] for probe in range(first, end)}
        rule = next((rule for rule in analysis.index.deeds[lowers[at]] if not heads.isdisjoint(rule.objects)), None)
        if rule is None:
            continue
        group = verb_group(analysis, at, floor)
        if not group.finite or group.passive or group.negated or group.modal:
            continue
        source = subject_of(analysis, group, floor)
        holder, _ = holder_of(analysis, cast, source) if source else (None, None)
        if holder is not None:
            yield _deed(analysis, rule, holder, places, group.first, first, end, ceiling)


def _deed(
    analysis: Analysis,
    rule: StanceRule,
    holder: ActorId,
    places: _MeasurePlaces,
    verb: int,
    first: int,
    end: int,
    ceiling: int,
) -> Stance:
    span = analysis.tokens.span(first, end)
    measure = places.at(span)
    kind = TargetKind.AGREEMENT if measure and measure.kind is MeasureKind.AGREEMENT else TargetKind.MEASURE
    target = Target(
        kind=kind, span=span, concept=_concept(analysis, first, end), measure=measure.id if measure else None
    )
    stop = max(end, min(clause_end(analysis, first, ceiling), end + 8))
    return Stance(
        id=StanceId(""),
        holder=holder,
        target=target,
        polarity=rule.polarity,
        act=rule.act,
        certainty=Certainty.CERTAIN,
        attribution=StanceAttribution.ACTION,
        evidence=(analysis.tokens.span(verb, stop),),
        rule=RuleId(f"stance.{rule.id}"),
    )
