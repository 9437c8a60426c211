"""Stances: where holders stand, read from claims, from words that take a side, from deeds and from outlooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.evaluations import Judgment, read_commentary, read_judgments
from tradebrief.extraction.outlooks import CONTRARY, from_outlooks
from tradebrief.extraction.phrases import noun_phrase_after
from tradebrief.extraction.sources import Source
from tradebrief.extraction.stance_deeds import read_deeds
from tradebrief.extraction.stance_holders import holders_of
from tradebrief.extraction.stance_nouns import read_adjectives, read_nouns
from tradebrief.extraction.stance_targets import core_end, plain_head_end, targets_of, thing_of
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
_OF_OTHERS = frozenset({"np", "pp", "clause_to"})
_ASKING = frozenset({Act.DEMAND, Act.REQUEST, Act.OFFER})
_CLAUSES = frozenset({"that", "bare", "clause_to", "np_that"})
_REPORTS = frozenset({ClaimKind.ASSERTION, ClaimKind.FACT})
_THREATS = frozenset({Act.THREATEN, Act.OFFER})
_FIGHTING = frozenset({Act.REJECT, Act.THREATEN})
_GIVEN = frozenset({Act.AGREE, Act.CONCEDE, Act.OFFER})
_VOIDED = frozenset({Act.REJECT, Act.CRITICIZE, Act.ACCUSE, Act.THREATEN})
_SPEAKERS = frozenset({"i", "we", "he", "she", "it", "they"})
_DEEDS = frozenset({Act.IMPLEMENT})


def find_stances(
    analysis: Analysis, cast: Cast, claims: Sequence[FoundClaim], measures: Sequence[Measure]
) -> tuple[Stance, ...]:
    """The stances of an article in the order of the text."""
    concepts = Concepts(analysis, measures)
    bearings = _bearings(analysis, cast)
    settings = _settings(claims)
    found: list[Stance] = []
    used: set[int] = set()
    for item in claims:
        stances, taken = _from_claim(analysis, cast, item, concepts, bearings, settings)
        found += stances
        used |= taken
    found += _from_judgments(analysis, cast, claims, concepts, settings)
    found += from_outlooks(analysis, cast, concepts, {at for item in claims for at in range(*item.draft.cue_range)})
    for at, several in bearings.items():
        if at not in used:
            for bearing in several:
                found += _from_bearing(analysis, cast, bearing, concepts, settings.get(at))
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
    for holder in _bearers(analysis, cast, bearing.control.source, setting):
        for target in targets_of(analysis, cast, concepts, *bearing.target, holder=holder):
            if target.actor == holder or not _fits(analysis, cast, bearing, target):
                continue
            if governed and target.kind is not TargetKind.ACTOR:
                continue  # What is wanted of it is the claim's own stance.
            yield Stance(
                id=StanceId(""),
                holder=holder,
                target=target,
                polarity=polarity,
                act=Act.REJECT if polarity is not rule.polarity and rule.act in _GIVEN else rule.act,
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
        (at in cast.starting and analysis.tags[at] not in "SR") or (at in analysis.capitals and analysis.tags[at] == "E")
        for at in range(first, end)
    )


def _from_claim(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    concepts: Concepts,
    bearings: Mapping[int, Sequence[Bearing]],
    settings: Mapping[int, FoundClaim],
) -> tuple[list[Stance], set[int]]:
    """The stances of a claim, and the words that take its side, which are read no more."""
    claim, cue = found.claim, found.draft.cue
    if claim.cue is None:
        return [], set()
    polarity, outlook = _sides(cue, negated=_is_negated(analysis, found), assertion=claim.assertion)
    if polarity is None and outlook is None:
        return [], set()
    lowers = analysis.tokens.lowers
    if found.draft.frame in {"to", "np"} and lowers[found.draft.first] in analysis.index.sets["control.sideless"]:
        return [], set()  # "declined to comment", "wants to know"
    used = set(range(*found.draft.cue_range))
    read = [bearing for at in sorted(used) for bearing in bearings.get(at, ())]
    targets = _targets(analysis, cast, found, concepts, polarity, read)
    act = _act(analysis, found)
    fought = _fought(found, bearings)
    if fought is not None and polarity is not None:
        targets = targets_of(analysis, cast, concepts, *fought.target, holder=claim.holder)
        polarity, act = Polarity.OPPOSE, Act.THREATEN
        used |= {fought.at}
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
            act=act,
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
    concepts: Concepts,
    settings: Mapping[int, FoundClaim],
) -> Iterator[Stance]:
    """The stances of what somebody says to be good or bad, or to have to be done, and of what authors judge."""
    for judgment in (*read_judgments(analysis, claims), *read_commentary(analysis, claims)):
        found = judgment.claim
        if found is None:
            author = _author_at(analysis, cast, judgment.target[0])
            holders: tuple[ActorId, ...] = () if author is None else (author,)
        else:
            holders = _holders(analysis, cast, found, settings)
        targets, polarity, act = _judged(analysis, cast, concepts, judgment)
        for holder in holders:
            for target in targets:
                if target.actor == holder:
                    continue
                yield Stance(
                    id=StanceId(""),
                    holder=holder,
                    target=target,
                    polarity=polarity,
                    act=act,
                    certainty=found.claim.certainty if found else Certainty.CERTAIN,
                    attribution=_attribution(cast, found) if found else StanceAttribution.COMMENTARY,
                    conditions=found.claim.conditions if found else (),
                    evidence=(analysis.tokens.span(min(judgment.target[0], judgment.end - 1), judgment.end),),
                    claim=found.claim.id if found else None,
                    rule=RuleId("stance.judgment.duty" if act is Act.DEMAND else "stance.judgment.predicate"),
                )


def _judged(
    analysis: Analysis, cast: Cast, concepts: Concepts, judgment: Judgment
) -> tuple[tuple[Target, ...], Polarity, Act]:
    """What is judged, the side taken and the act: praise, blame, or a demand for what must be done."""
    first, end = judgment.target
    if judgment.polarity is None:
        span = analysis.tokens.span(first, judgment.close)
        concept = concepts.of_clause(first, judgment.close)
        return (Target(kind=TargetKind.PROPOSAL, span=span, concept=concept),), Polarity.SUPPORT, Act.DEMAND
    act = Act.PRAISE if judgment.polarity is Polarity.SUPPORT else Act.CRITICIZE
    if judgment.clause:
        kind = TargetKind.PROPOSAL if analysis.tags[first - 1] == "T" else TargetKind.ISSUE
        target = Target(kind=kind, span=analysis.tokens.span(first, end), concept=concepts.of_clause(first, end))
        return (target,), judgment.polarity, act
    targets = targets_of(analysis, cast, concepts, *judgment.target)
    if judgment.wrong and any(target.kind is TargetKind.ACTOR for target in targets):
        act = Act.ACCUSE  # To say that somebody has done wrong is to accuse them.
    return targets, judgment.polarity, act


def _author_at(analysis: Analysis, cast: Cast, token: int) -> ActorId | None:
    """The author who speaks at a token: the one who says "I" nearest to it, or the only one there is."""
    place = analysis.tokens.starts[token]
    authors = [actor for actor in cast.actors if cast.is_author(actor.id)]
    near = [(abs(mention.span.start - place), actor.id) for actor in authors for mention in actor.mentions]
    return min(near)[1] if near else None


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
    if cue.act is Act.ACCUSE and polarity is None and not negated:
        polarity = Polarity.OPPOSE
    if negated:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None
        outlook = CONTRARY.get(outlook, outlook) if outlook else None
        if cue.act in _VOIDED:
            polarity = None  # Not to rule something out is not yet to want it, nor is silence blame.
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
    concepts: Concepts,
    polarity: Polarity | None,
    bearings: Sequence[Bearing],
) -> tuple[Target, ...]:
    """What the cue governs: the one addressed for praise and blame, else the content by what it is."""
    claim, draft = found.claim, found.draft
    if draft.cue.act is Act.ACCUSE and draft.cue.polarity is None and draft.frame == "np_pp":
        return targets_of(analysis, cast, concepts, *draft.content[0], holder=claim.holder)  # "blamed it on Lima"
    governed = [
        target
        for bearing in bearings
        for target in targets_of(analysis, cast, concepts, *bearing.target, holder=claim.holder)
    ]
    actors = tuple(target for target in governed if target.kind is TargetKind.ACTOR)
    if actors and draft.cue.act is Act.THREATEN:
        return actors
    if actors and (draft.cue.act in _TOWARD_ACTOR or draft.frame in _OBJECT_FRAMES):
        return actors
    if draft.object is not None and draft.cue.act in _TOWARD_ACTOR:
        tokens = _without_preposition(analysis, draft.object)
        return targets_of(analysis, cast, concepts, *tokens, holder=claim.holder)
    if draft.cue.act is Act.ACCUSE and draft.frame in _CLAUSES:
        subject = noun_phrase_after(analysis, *draft.content[0])
        if subject is not None:  # A charge in a clause is brought against its subject.
            return targets_of(analysis, cast, concepts, *subject, holder=claim.holder)
    first, end = analysis.tokens.range(claim.content[0])
    if draft.frame in _OBJECT_FRAMES and analysis.tags[first] not in "gi":
        thing = thing_of(analysis, concepts, first, core_end(analysis, first, end))
        if (actor := cast.at.get((first, plain_head_end(analysis, first, end)))) is not None:
            return (Target(kind=TargetKind.ACTOR, span=thing.span, concept=actor, actor=actor),)
        if draft.cue.outlook is not None and draft.cue.act is Act.STATE:
            return (evolve(thing, kind=TargetKind.OUTCOME),)
        asked = _act(analysis, found) in _ASKING and claim.kind is ClaimKind.EVENTUALITY
        return (evolve(thing, kind=TargetKind.PROPOSAL, measure=None) if asked else thing,)
    kind = TargetKind.PROPOSAL if claim.kind is ClaimKind.EVENTUALITY else TargetKind.ISSUE
    if kind is TargetKind.ISSUE and (draft.frame in _CLAUSES or polarity is None):
        kind = TargetKind.OUTCOME
    head = plain_head_end(analysis, first, end)
    concept = concepts.of_phrase(first, head, end) if kind is TargetKind.ISSUE else concepts.of_clause(first, end)
    return (Target(kind=kind, span=claim.content[0], concept=concept),)


def _fought(found: FoundClaim, bearings: Mapping[int, Sequence[Bearing]]) -> Bearing | None:
    """What somebody threatens or vows to block or fight: that is what the threat is against."""
    if found.draft.cue.act not in _THREATS or found.draft.frame != "to" or found.draft.negated:
        return None
    read = bearings.get(found.draft.first, ())
    return next((bearing for bearing in read if bearing.form.rule.act in _FIGHTING), None)


def _is_negated(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue is negated, or its object is: "accepts no quota"."""
    none = found.draft.frame in _OBJECT_FRAMES and analysis.tokens.lowers[found.draft.first] == "no"
    return found.draft.negated != none


def _act(analysis: Analysis, found: FoundClaim) -> Act:
    """The act of a claim: to want something of others is to ask it of them."""
    cue, sets = found.draft.cue, analysis.index.sets
    if _is_negated(analysis, found) and cue.act in _GIVEN:
        return Act.REJECT
    if found.draft.frame not in _OF_OTHERS:
        return Act.STATE if found.draft.frame == "to" and cue.id in sets["control.striving"] else cue.act
    if cue.id in sets["control.demanding"]:
        return Act.DEMAND
    return Act.REQUEST if cue.id in sets["control.requesting"] else cue.act


def _without_preposition(analysis: Analysis, tokens: tuple[int, int]) -> tuple[int, int]:
    first, end = tokens
    while end > first + 1 and analysis.tags[end - 1] in "PTH":
        end -= 1
    return first, end
