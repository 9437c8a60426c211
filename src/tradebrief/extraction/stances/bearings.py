"""The stances of words that take a side: verbs, nouns, adjectives and deeds, with who takes it and toward what."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.certainty import is_asked
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.conditions import conditions_around, conditions_within
from tradebrief.extraction.lookups.acts import (
    ACCUSE,
    AGREE,
    CONCEDE,
    CRITICIZE,
    DEMAND,
    IMPLEMENT,
    OFFER,
    PRAISE,
    REJECT,
    REQUEST,
    STATE,
    THREATEN,
)
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.measures.references import is_object_pronoun
from tradebrief.extraction.stances.acts import act_of
from tradebrief.extraction.stances.effects import changed_by
from tradebrief.extraction.stances.from_claims import bearers
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.lawsuits import is_forum
from tradebrief.extraction.stances.targets import dealt_with, plain_head_end, targets_of, thing_of, things_in_row
from tradebrief.extraction.stances.verbs import Bearing
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import StanceRule
from tradebrief.model import (
    Act,
    ActorId,
    ActorKind,
    Assertion,
    Certainty,
    ClaimKind,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    Target,
    TargetKind,
)
from tradebrief.text import Span

__all__ = ["LAID_DOWN", "from_bearing"]

LAID_DOWN = (OFFER, REQUEST, DEMAND, THREATEN)  # By these a measure is put forward.
_DEEDS = (IMPLEMENT,)
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_WEAKENING = {"likely": Certainty.PROBABLE, "probable": Certainty.PROBABLE, "possible": Certainty.POSSIBLE}
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "potentially", "conceivably"})
_REPORTS = (ClaimKind.ASSERTION, ClaimKind.FACT)
_ROW_REACH = 24
_BIDS = (["offer", "for"], ["offers", "for"])
_UNOFFERED = ("control.motions", "control.accounts")
_TALK_REACH = 6  # Tokens from "the talk" in a town to "that".
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_TAKEN_UP = (TargetKind.MEASURE, TargetKind.AGREEMENT, TargetKind.PROPOSAL)  # What angers or pleases like somebody.
_FELT = ("control.moves", "control.findings")
_GIVEN = (AGREE, CONCEDE, OFFER)
_JUDGING = (PRAISE, CRITICIZE)
_OBJECTS = frozenset({"np", "pp", "np_as"})


def from_bearing(
    analysis: Analysis, cast: Cast, bearing: Bearing, concepts: Concepts, setting: FoundClaim | None
) -> Iterator[Stance]:
    """The stances of a word that takes a side; what somebody wants, asks or denies has not come about."""
    if is_asked(analysis, bearing.at):
        return
    rule = bearing.form.rule
    told = _told(analysis, cast, bearing, setting)
    if told is None:
        return
    attribution, governed = told
    polarity = _side(bearing)
    if polarity is None:
        return
    holders = bearers(analysis, cast, bearing.control.source, setting)
    if not holders:
        return
    certainty = _certainty(analysis, bearing)
    if certainty is None:
        return
    evidence = analysis.tokens.span(bearing.first, bearing.end)
    act = rule.act if polarity is rule.polarity else _turned(rule.act)
    conditions: tuple[Span, ...] = ()
    if setting is None and (bearing.control.modal or attribution is not StanceAttribution.ACTION):
        conditions = conditions_around(analysis, bearing.control.source.first, bearing.end)
    elif setting is not None and bearing.control.modal and analysis.condition_openers:
        last = max(end for _, end in setting.draft.content)
        within = conditions_within(analysis, bearing.end, last, analysis.condition_openers, content=False)
        conditions = tuple(within)
    if governed and setting is not None and rule.act in _DEEDS:  # "threatened to expel": it is not done yet.
        attribution, act = StanceAttribution.INDIRECT, act_of(analysis, setting)
    if bearing.control.asked and rule.act in _DEEDS:  # "passed a motion asking Lima to expel him": it is not done yet.
        attribution, act = StanceAttribution.INDIRECT, REQUEST
    if bearing.control.modal:
        attribution, act = _not_done(
            bearing, attribution, act, threatened=bool(conditions) and polarity is Polarity.OPPOSE
        )
    refused = bearing.target is not None and bearing.target[0] == bearing.at
    for holder in holders:
        targets = _targets(analysis, cast, concepts, bearing, holder)
        if governed and polarity is not Polarity.NEUTRAL:  # What is wanted of a thing is the claim's own stance.
            targets = (target for target in targets if target and target.kind is TargetKind.ACTOR)
        sides = [(target, polarity, RuleId(f"stance.{rule.id}")) for target in targets]
        if sides and refused and bearing.target is not None:  # Who will not lift the ban is for it.
            sides += [
                (thing, side, by) for thing, side, _, by in changed_by(analysis, concepts, *bearing.target, polarity)
            ]
        for target, side, read_by in sides:
            yield Stance(
                id=stance_id(analysis, holder, side, act, evidence),
                holder=holder,
                target=target,
                polarity=side,
                act=act,
                certainty=certainty,
                attribution=StanceAttribution.COMMENTARY if cast.is_author(holder) else attribution,
                conditions=conditions,
                evidence=(evidence,),
                rule=read_by,
            )


def _not_done(
    bearing: Bearing, attribution: StanceAttribution, act: Act, *, threatened: bool
) -> tuple[StanceAttribution, Act]:
    """How a side comes to the reader, and the act, where a deed is only announced, threatened or refused."""
    negated, deed = bearing.control.negated, bearing.form.rule.category == "deed"
    if not deed and (negated or act is not IMPLEMENT):
        return attribution, act
    if attribution is StanceAttribution.ACTION:
        attribution = StanceAttribution.INDIRECT
    if deed:
        return attribution, REJECT if negated else act if act is not IMPLEMENT else STATE
    return attribution, THREATEN if threatened else STATE  # "would ban Chilean pears unless": a threat to Chile


def _told(
    analysis: Analysis, cast: Cast, bearing: Bearing, setting: FoundClaim | None
) -> tuple[StanceAttribution, bool] | None:
    """How a side comes to the reader, and whether it is only wanted or meant to be taken; None where it is no fact."""
    done = bearing.form.rule.act in _DEEDS or bearing.form.rule.category == "deed"
    attribution = StanceAttribution.ACTION if done else StanceAttribution.INDIRECT
    if setting is None:
        return attribution, False
    claim, cue = setting.claim, setting.draft.cue
    governed = bearing.control.source.first < setting.draft.content[0][0]
    unreal = claim.kind not in _REPORTS or claim.assertion is not Assertion.ASSERTED
    charged = cue.act is ACCUSE and claim.assertion is Assertion.ASSERTED and claim.kind in _REPORTS
    unreal = unreal or ((cue.polarity is not None or cue.outlook is not None) and not charged)
    if unreal and not governed:
        return (attribution, False) if _is_taken_as_done(analysis, bearing, setting) else None
    if governed and unreal:
        return attribution, True
    if charged and not _is_own(analysis, cast, bearing, setting):
        return StanceAttribution.RELAYED, False  # "charged that Lima arms the rebels": as the accuser has it.
    acted = done and not bearing.control.modal and not bearing.control.open
    if acted or _is_own(analysis, cast, bearing, setting):
        return attribution, False  # What was done is a deed, whoever tells of it.
    return StanceAttribution.RELAYED, False


def _targets(
    analysis: Analysis, cast: Cast, concepts: Concepts, bearing: Bearing, holder: ActorId
) -> Iterator[Target | None]:
    """What a word that takes a side is about for one holder, as far as that fits the rule; None where it is unsaid."""
    rule = bearing.form.rule
    if bearing.target is None:
        yield None
        return
    first, end = bearing.target
    if rule.act is REJECT and analysis.tokens.lowers[first] in analysis.index.sets["control.sideless"]:
        return  # "declined comment"
    if is_forum(analysis, bearing.form.rule, bearing.at, first, end):
        return
    if first == bearing.at:  # What is refused is the deed itself.
        span = analysis.tokens.span(first, end)
        yield Target(kind=TargetKind.PROPOSAL, span=span, concept=concepts.of_clause(first, end))
        return
    undone = _undone(analysis, concepts, first)
    if undone is not None and rule.act is STATE:
        yield undone
        return
    read = dealt_with if _is_dealing(rule) else targets_of
    row: tuple[Target, ...] = ()
    if rule.category == "deed":  # "imposed a levy on cod and a quota on salmon"
        _, ceiling = analysis.reach(first)
        row = things_in_row(analysis, concepts, first, min(ceiling, end + _ROW_REACH))
        regimes = analysis.index.sets["control.instruments"]
        if not row and analysis.tags[first] == "S" and analysis.tokens.lowers[end - 1] in regimes:
            row = (thing_of(analysis, concepts, first, end),)  # "its regime" is nobody's government here.
    for target in row or read(analysis, cast, concepts, first, end, holder=holder):
        laid = rule.act in LAID_DOWN and target.kind is not TargetKind.ACTOR
        named = evolve(target, kind=TargetKind.PROPOSAL) if laid else target
        if named.actor != holder and _fits(analysis, cast, bearing, named):
            yield named


def _undone(analysis: Analysis, concepts: Concepts, at: int) -> Target | None:
    """What is to become of what a pronoun means: "wants it scrapped"."""
    if not is_object_pronoun(analysis, at) or analysis.tags[at + 1 : at + 2] not in (["v"], ["d"]):
        return None
    word = analysis.tokens.lowers[at + 1]
    found = analysis.index.changes.at(analysis.tokens.lowers, at + 1)
    if found is None and "n" not in analysis.index.verbs.get(word, ""):
        return None
    end, kind = found or (at + 2, None)
    referent, span = concepts.pronoun(at), analysis.tokens.span(at, end)
    if referent is None:
        return Target(kind=TargetKind.PROPOSAL, span=span, concept=concepts.of_clause(at, end))
    concept = f"{referent.concept} {word}" if kind is None else f"{kind} of {referent.concept}" if kind else None
    concept = concept or referent.concept
    return Target(kind=TargetKind.PROPOSAL, span=span, concept=concept)


def _certainty(analysis: Analysis, bearing: Bearing) -> Certainty | None:
    """How sure it is said to be that somebody takes a side; None where it is said to be unsure or unlikely.

    That is by adverbs ("will probably lift") and by what the clause hangs on ("it is unlikely that Lima will lift").
    """
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    opener = bearing.control.source.first - 1
    if opener > 1 and lowers[opener] == "that":
        if lowers[opener - 1] in sets["control.unsure"] or _is_rumoured(analysis, opener):
            return None
        if analysis.tags[opener - 2] in "BVAX" and lowers[opener - 1] in _WEAKENING:
            return None if analysis.tags[opener - 2] == "X" else _WEAKENING[lowers[opener - 1]]
    around = lowers[max(opener + 1, min(bearing.control.first, bearing.at) - 1) : bearing.at + 1]
    if sets["certainty.weakening"].isdisjoint(around):
        return Certainty.CERTAIN
    if not sets["grammar.improbable"].isdisjoint(around):
        return None if "unlikely" in around else Certainty.CERTAIN  # "hardly backs" is a negation.
    if sets["grammar.probable"].isdisjoint(around):
        return Certainty.CERTAIN if _PERHAPS.isdisjoint(around) else Certainty.POSSIBLE
    return Certainty.PROBABLE


def _is_rumoured(analysis: Analysis, opener: int) -> bool:
    """Whether a clause is only rumoured or feared: "a rumour | that Lima will", "the talk is | that it will"."""
    rumoured, lowers = analysis.index.sets["control.rumoured"], analysis.tokens.lowers
    if analysis.tags[opener - 1] != "B":
        return lowers[opener - 1] in rumoured
    return not rumoured.isdisjoint(lowers[max(0, opener - _TALK_REACH) : opener - 1])


def _is_taken_as_done(analysis: Analysis, bearing: Bearing, setting: FoundClaim) -> bool:
    """Whether somebody's side is told of a thing that there is: "wants to end the levy | imposed by Lima"."""
    if _is_judged_deed(analysis, bearing, setting):
        return True
    if bearing.target is None or bearing.target[1] > bearing.at:
        return False
    if bearing.target[0] == setting.draft.first and act_of(analysis, setting) in LAID_DOWN:
        return False  # "wants the pact signed by Lima"
    first, end = bearing.target
    return analysis.tokens.lowers[first] in _DEFINITE and analysis.tags[end] not in "vMBVXA"


def _is_judged_deed(analysis: Analysis, bearing: Bearing, setting: FoundClaim) -> bool:
    """Whether a noun names a deed that somebody praises or blames as done: "condemned Oslo's jailing of Lund"."""
    claim, draft = setting.claim, setting.draft
    if bearing.form.rule.act not in _DEEDS or analysis.tags[bearing.at] != "N" or draft.frame not in _OBJECTS:
        return False
    judged = claim.kind in _REPORTS and claim.assertion is Assertion.ASSERTED and draft.cue.act in _JUDGING
    return judged and not draft.negated


def _turned(act: Act) -> Act:
    """The act of a side that a negation has turned round: what is not agreed to is rejected."""
    return REJECT if act in _GIVEN else STATE if act in _JUDGING else act


def _is_own(analysis: Analysis, cast: Cast, bearing: Bearing, setting: FoundClaim) -> bool:
    """Whether somebody says it of themselves: "Norway said it would lift the ban"."""
    return setting.claim.holder in bearers(analysis, cast, bearing.control.source, setting)


def _is_dealing(rule: StanceRule) -> bool:
    """Whether a rule is about what is done toward somebody, by which their goods and people stand for them."""
    return rule.category == "dealing" or (rule.actors and rule.act in _DEEDS)


def _side(bearing: Bearing) -> Polarity | None:
    """The side of a reading: turned round by a negation, or voided."""
    rule, control = bearing.form.rule, bearing.control
    if rule.polarity is Polarity.NEUTRAL:
        return rule.polarity if control.negated is (rule.negation == "turns") else None
    if rule.negation == "needed":
        return rule.polarity if control.negated else None
    if rule.negation == "refused":
        return rule.polarity if control.negated and control.refused else None
    if not control.negated:
        return rule.polarity
    if rule.category == "deed" and control.modal:  # Whoever refuses to lift a ban is against lifting it.
        refused = bearing.target is not None and bearing.target[0] == bearing.at
        return Polarity.OPPOSE if refused else _OPPOSITE.get(rule.polarity)
    return None if rule.negation == "voids" else _OPPOSITE.get(rule.polarity, rule.polarity)


def _is_for_sale(analysis: Analysis, target: Target) -> bool:
    """Whether what is offered is a price: "made an offer for the mill"."""
    _, end = analysis.tokens.range(target.span)
    return analysis.tokens.lowers[end - 1 : end + 1] in _BIDS


def _is_ousted(cast: Cast, bearing: Bearing, target: Target) -> bool:
    """Whether a deed is against a person, who is another side also where they are one's own: "sued its chairman"."""
    against = bearing.form.rule.polarity is Polarity.OPPOSE
    return against and target.actor is not None and cast.actor(target.actor).kind is ActorKind.PERSON


def _fits(analysis: Analysis, cast: Cast, bearing: Bearing, target: Target) -> bool:
    """Whether a target is what the rule wants, and is done rather than imagined where it is no actor."""
    if (heads := bearing.form.rule.objects) and bearing.form.rule.category == "verb":
        head = plain_head_end(analysis, *analysis.tokens.range(target.span)) - 1
        if analysis.tokens.lowers[head] not in heads:
            return False
    if target.kind is TargetKind.ACTOR:
        if bearing.form.rule.category == "feeling" and bearing.form.rule.negation == "needed":
            return False  # "never impressed Lima": nothing was on offer.
        first, end = analysis.tokens.range(target.span)
        if bearing.form.rule.act is THREATEN and "E" not in analysis.tags[first:end]:
            return False  # "warned colleagues": a warning to one's own is no threat.
        if bearing.form.rule.act in _DEEDS and analysis.tags[first] == "S" and not _is_ousted(cast, bearing, target):
            return False  # "protects its mills": what is one's own is no other side.
        imagined = bearing.control.open and not bearing.control.asked
        return not (imagined and bearing.form.rule.act in _DEEDS)
    if bearing.control.open:
        return False
    rule = bearing.form.rule
    if rule.act is OFFER and rule.category == "verb" and _is_for_sale(analysis, target):
        return False
    if rule.act is OFFER and any(_has_head(analysis, target, key) for key in _UNOFFERED):
        return False  # "tabled a motion": what it moves is told elsewhere, if at all; "offered an explanation".
    if rule.act is REJECT and _is_barred(analysis, bearing, target):
        return False
    dealing = rule.category == "dealing"
    if rule.actors is dealing:
        return not dealing  # Of a dealing with actors alone nothing else is the target.
    if rule.category == "feeling" and (
        target.kind in _TAKEN_UP or any(_has_head(analysis, target, key) for key in _FELT)
    ):
        return True
    first, end = analysis.tokens.range(target.span)
    return any(
        (at in cast.starting and analysis.tags[at] not in "SR")
        or (at in analysis.capitals and analysis.tags[at] == "E")
        for at in range(first, end)
    )


def _is_barred(analysis: Analysis, bearing: Bearing, target: Target) -> bool:
    """Whether a way is blocked, which is no side toward it: "blocked the road to the port"."""
    if analysis.tokens.lowers[bearing.at] not in analysis.index.sets["control.barring"]:
        return False
    return _has_head(analysis, target, "control.ways")


def _has_head(analysis: Analysis, target: Target, key: str) -> bool:
    """Whether the head of a target's words is in a list."""
    head = plain_head_end(analysis, *analysis.tokens.range(target.span)) - 1
    return analysis.tokens.lowers[head] in analysis.index.sets[key]
