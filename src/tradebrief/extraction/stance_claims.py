"""The stances that rest on claims: the side of the cue toward what it governs."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.outlooks import CONTRARY
from tradebrief.extraction.phrases import noun_phrase_after
from tradebrief.extraction.sources import Source
from tradebrief.extraction.stance_effects import effects_of
from tradebrief.extraction.stance_holders import holders_of
from tradebrief.extraction.stance_ids import stance_id
from tradebrief.extraction.stance_targets import actors_of, core_end, plain_head_end, targets_of, thing_of
from tradebrief.extraction.stance_verbs import Bearing
from tradebrief.extraction.stance_words import bearings_at
from tradebrief.lexicon import Cue
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    ClaimKind,
    ClaimMode,
    Outlook,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    Target,
    TargetKind,
    VoiceKind,
)
from tradebrief.text import Span

__all__ = ["attribution_of", "bearers", "from_claim", "held_by"]

_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_TOWARD_ACTOR = (Act.ACCUSE, Act.PRAISE, Act.CRITICIZE)
_OBJECT_FRAMES = frozenset({"np", "pp", "np_as", "np_adj"})
_OF_OTHERS = frozenset({"np", "pp", "clause_to"})
_ASKING = (Act.DEMAND, Act.REQUEST, Act.OFFER)
_CLAUSES = frozenset({"that", "bare", "clause_to", "np_that", "np_bare"})
_THREATS = (Act.THREATEN, Act.OFFER)
_FIGHTING = (Act.REJECT, Act.THREATEN)
_GIVEN = (Act.AGREE, Act.CONCEDE, Act.OFFER)
_VOIDED = (Act.REJECT, Act.CRITICIZE, Act.ACCUSE, Act.THREATEN, Act.REQUEST, Act.DEMAND, Act.OFFER)
_REACH = 24
_INFINITIVES = frozenset({"to", "np_to"})
_NONE = frozenset({"no", "little", "without"})
_Side = tuple[Target, Polarity | None, Outlook | None, tuple[Span, ...], RuleId]
_SPEAKERS = frozenset({"i", "we", "he", "she", "it", "they"})


def from_claim(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    concepts: Concepts,
    settings: Sequence[FoundClaim | None],
) -> tuple[list[Stance], set[int]]:
    """The stances of a claim, and the words that take its side, which are read no more."""
    claim, cue = found.claim, found.draft.cue
    if claim.cue is None or not (cue.polarity or cue.outlook or cue.act is Act.ACCUSE):
        return [], set()
    polarity, outlook = _sides(cue, negated=_is_negated(analysis, found), assertion=claim.assertion)
    if analysis.tags[found.draft.first] == "X" and found.draft.frame in _INFINITIVES:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None  # "urged Lima not to raise it"
    if polarity is None and outlook is None:
        return [], set()
    lowers = analysis.tokens.lowers
    if found.draft.frame in {"to", "np"} and lowers[found.draft.first] in analysis.index.sets["control.sideless"]:
        return [], set()  # "declined to comment", "wants to know"
    if cue.id in analysis.index.sets["control.denying"] and not _denies_own(analysis, found):
        return [], set()  # To call a report false is no side.
    if found.draft.frame == "to" and _takes_none(analysis, cast, found.draft.first):
        return [], set()  # "declined to take sides"
    used = set(range(*found.draft.cue_range)) if polarity is not None else set[int]()
    fought = _fought(analysis, cast, found) if polarity is not None else None
    if fought is not None:
        used.add(fought.at)
    holders = held_by(analysis, cast, found, settings)
    if not holders:
        return [], used
    if fought is not None and fought.target is not None:
        targets = targets_of(analysis, cast, concepts, *fought.target, holder=claim.holder)
        polarity, act = Polarity.OPPOSE, Act.THREATEN
    else:
        targets = _targets(analysis, cast, found, concepts, polarity)
        act = _act(analysis, found)
    start = min(claim.cue.start, claim.content[0].start)
    if (back := _taken_back(analysis, found)) is not None:
        start = min(start, analysis.tokens.starts[back])
    evidence = Span(start, max(claim.cue.end, claim.content[-1].end))
    if polarity is not None and cue.act is Act.THREATEN and any(target.actor is not None for target in targets):
        polarity = Polarity.OPPOSE
    attribution = attribution_of(cast, found)
    rule = RuleId(f"stance.{cue.id}.{found.draft.frame}")
    sides: list[_Side] = [(target, polarity, outlook, (evidence,), rule) for target in targets]
    if fought is None:
        effects = effects_of(analysis, found, concepts, targets, polarity, act)
        sides += [(target, side, None, words, by) for target, side, words, by in effects]
    stances = [
        Stance(
            id=stance_id(analysis, holder, side, act, evidence),
            holder=holder,
            target=target,
            polarity=side,
            act=act,
            outlook=ahead,
            certainty=claim.certainty,
            attribution=attribution,
            conditions=claim.conditions,
            evidence=shown,
            claim=claim.id,
            rule=read_by,
        )
        for holder in holders
        for target, side, ahead, shown, read_by in sides
        if target.actor != holder
    ]
    return stances, used


def _denies_own(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is denied is one's own: a deed of one's own, a charge or an intention."""
    first, end = found.draft.content[0]
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if found.draft.frame == "ing" or tags[first] == "R":
        return True
    return found.draft.frame == "np" and not sets["control.charges"].isdisjoint(
        lowers[first : min(end, first + _REACH)]
    )


def _takes_none(analysis: Analysis, cast: Cast, at: int) -> bool:
    """Whether a word is one by which somebody takes no side, or none if it is negated."""
    return any(bearing.form.rule.polarity is Polarity.NEUTRAL for bearing in bearings_at(analysis, cast, at))


def _sides(cue: Cue, *, negated: bool, assertion: Assertion) -> tuple[Polarity | None, Outlook | None]:
    """Side and outlook of a cue, turned round by a negation."""
    polarity, outlook = cue.polarity, cue.outlook
    if cue.act is Act.ACCUSE and polarity is None and not negated:
        polarity = Polarity.OPPOSE
    if negated:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None
        outlook = CONTRARY.get(outlook, outlook) if outlook else None
        if cue.act in _VOIDED:
            polarity = None  # Not to rule something out is not yet to want it, nor is silence blame or a demand.
    elif assertion is Assertion.NOT_ASSERTED:
        polarity = None
    return polarity, outlook


def attribution_of(cast: Cast, found: FoundClaim) -> StanceAttribution:
    """How a stance that rests on a claim comes to the reader."""
    claim = found.claim
    if claim.voice is VoiceKind.AUTHOR and cast.is_author(claim.holder):
        return StanceAttribution.COMMENTARY
    if claim.relayed_by is not None and claim.relayed_by != claim.holder:
        return StanceAttribution.RELAYED
    return StanceAttribution.DIRECT if claim.mode is ClaimMode.DIRECT else StanceAttribution.INDIRECT


def held_by(
    analysis: Analysis, cast: Cast, found: FoundClaim, settings: Sequence[FoundClaim | None]
) -> tuple[ActorId, ...]:
    """Who holds a claim, each of several for themselves."""
    if found.claim.holder is not None:
        return (found.claim.holder,)
    source = found.draft.source
    return bearers(analysis, cast, source, settings[source.first]) if source.first >= 0 else ()


def bearers(analysis: Analysis, cast: Cast, source: Source, setting: FoundClaim | None) -> tuple[ActorId, ...]:
    """Who takes a side; a pronoun that nothing else tells the meaning of is the one whose words it stands in."""
    found = holders_of(analysis, cast, source)
    alone = source.end - source.first == 1 and analysis.tags[source.first] == "R"
    if found or setting is None or setting.claim.holder is None or not alone:
        return found
    return (setting.claim.holder,) if analysis.tokens.lowers[source.first] in _SPEAKERS else ()


def _targets(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity | None
) -> tuple[Target, ...]:
    """What the cue governs: the one addressed for praise and blame, else the content by what it is."""
    claim, draft = found.claim, found.draft
    if draft.cue.act is Act.ACCUSE and draft.cue.polarity is None and draft.frame == "np_pp":
        return targets_of(analysis, cast, concepts, *draft.content[0], holder=claim.holder)  # "blamed it on Lima"
    if draft.cue.act is Act.THREATEN or draft.cue.act in _TOWARD_ACTOR or draft.frame in _OBJECT_FRAMES:
        read = [bearing for at in range(*draft.cue_range) for bearing in bearings_at(analysis, cast, at)]
        governed = [
            actors_of(analysis, cast, *bearing.target, holder=claim.holder) for bearing in read if bearing.target
        ]
        if any(governed):
            return tuple(target for several in governed for target in several)
    if draft.object is not None and draft.cue.act in _TOWARD_ACTOR:
        tokens = _without_preposition(analysis, draft.object)
        return targets_of(analysis, cast, concepts, *tokens, holder=claim.holder)
    if draft.cue.act is Act.ACCUSE and draft.frame in _CLAUSES:
        subject = noun_phrase_after(analysis, *draft.content[0])
        if subject is not None:  # A charge in a clause is brought against its subject.
            return targets_of(analysis, cast, concepts, *subject, holder=claim.holder)
    first, end = min(draft.content)
    if draft.frame in _OBJECT_FRAMES and analysis.tags[first] not in "gi":
        thing = thing_of(analysis, concepts, first, core_end(analysis, first, end))
        if (actor := cast.at.get((first, plain_head_end(analysis, first, end)))) is not None:
            return (Target(kind=TargetKind.ACTOR, span=thing.span, concept=actor, actor=actor),)
        if draft.cue.outlook is not None and draft.cue.act is Act.STATE:
            kind = TargetKind.OUTCOME
            return (Target(kind=kind, span=thing.span, concept=thing.concept, measure=thing.measure),)
        if claim.kind is ClaimKind.EVENTUALITY and _act(analysis, found) in _ASKING:
            concept = concepts.of_change(first, end) or thing.concept
            return (Target(kind=TargetKind.PROPOSAL, span=claim.content[0], concept=concept),)
        return (thing,)
    if draft.frame == "clause_to":  # "wants Lima to lift the ban": what it is to do
        to = next((at for at in range(first, min(end - 1, first + _REACH)) if analysis.tags[at] == "T"), None)
        first = to + 1 if to is not None and analysis.tags[to + 1] != "B" else first
    while draft.frame in _INFINITIVES and first + 1 < end and analysis.tags[first] in "XT":
        first += 1
    kind = TargetKind.PROPOSAL if claim.kind is ClaimKind.EVENTUALITY else TargetKind.ISSUE
    if kind is TargetKind.ISSUE and (draft.frame in _CLAUSES or polarity is None):
        kind = TargetKind.OUTCOME
    if kind is TargetKind.ISSUE:
        concept = concepts.of_phrase(first, plain_head_end(analysis, first, end), end)
    else:
        concept = concepts.of_clause(first, end)
    span = claim.content[0] if first == min(draft.content)[0] else analysis.tokens.span(first, end)
    return (Target(kind=kind, span=span, concept=concept),)


def _fought(analysis: Analysis, cast: Cast, found: FoundClaim) -> Bearing | None:
    """What somebody threatens or vows to block or fight: that is what the threat is against."""
    if found.draft.cue.act not in _THREATS or found.draft.frame != "to" or found.draft.negated:
        return None
    read = bearings_at(analysis, cast, found.draft.first)
    return next((bearing for bearing in read if bearing.form.rule.act in _FIGHTING), None)


def _is_negated(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue is negated, or its object is: "accepts no quota"."""
    lowers, draft = analysis.tokens.lowers, found.draft
    none = draft.frame in _OBJECT_FRAMES and lowers[draft.first] == "no"
    none = none or (draft.cue.category == "noun" and not _NONE.isdisjoint(lowers[slice(*draft.cue_range)]))
    none = none != (_taken_back(analysis, found) is not None)
    return draft.negated != none


def _taken_back(analysis: Analysis, found: FoundClaim) -> int | None:
    """The verb that takes a noun back whose object it is: "withdrew its support for the levy"."""
    if found.draft.cue.category != "noun":
        return None
    at = found.draft.cue_range[0]
    floor, _ = analysis.reach(at)
    while at > floor and analysis.tags[at] not in "vdgi,.;:PCUHWMBVO":
        at -= 1
    return at if analysis.tokens.lowers[at] in analysis.index.dropping else None


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
