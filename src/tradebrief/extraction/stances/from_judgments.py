"""The stances of judgments: what somebody says to be good or bad, or to have to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.measures.references import is_object_pronoun
from tradebrief.extraction.stances.effects import Effect, changed_by
from tradebrief.extraction.stances.evaluations import read_commentary, read_judgments
from tradebrief.extraction.stances.from_claims import attribution_of, held_by
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.stances.summed import summed_up
from tradebrief.extraction.stances.targets import plain_head_end, targets_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    Certainty,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    Target,
    TargetKind,
)

__all__ = ["from_judgments"]

_COSTING = frozenset({TargetKind.MEASURE, TargetKind.PROPOSAL, TargetKind.AGREEMENT})
_CALLED = frozenset({"np_adj", "np_as", "impression"})
_POINTING = frozenset({"it", "this", "that"})
_SIDES = (Polarity.SUPPORT, Polarity.OPPOSE)


def from_judgments(
    analysis: Analysis,
    cast: Cast,
    claims: Sequence[FoundClaim],
    concepts: Concepts,
    settings: Sequence[FoundClaim | None],
) -> Iterator[Stance]:
    """The stances of what somebody says to be good or bad, or to have to be done, and of what authors judge."""
    for judgment in (*read_judgments(analysis, claims), *read_commentary(analysis, claims)):
        found = judgment.claim
        if found is None:
            author = cast.author_near(analysis.tokens.starts[judgment.target[0]])
            holders: tuple[ActorId, ...] = () if author is None else (author,)
        else:
            holders = held_by(analysis, cast, found, settings)
        if not holders:
            continue
        at = judgment.target[0]
        alone = judgment.polarity is not None and judgment.target[1] == at + 1 and is_object_pronoun(analysis, at)
        called = found is not None and found.draft.frame in _CALLED  # "called it a trap"
        if (
            alone
            and not called
            and found is not None
            and analysis.tokens.lowers[at] == "it"
            and concepts.pronoun(at) is None
        ):
            continue  # What is judged is left open; an author judges what was told before.
        targets, polarity, act = _judged(analysis, cast, concepts, judgment)
        if act is Act.PRAISE and found is not None and found.claim.assertion is Assertion.DENIED:
            act = Act.STATE  # To deny that a levy is unfair is no praise of it.
        if judgment.of_worth and any(target.kind not in _COSTING for target in targets):
            continue  # "the strength of the krone"
        if judgment.conduct and not any(target.kind is TargetKind.ACTOR for target in targets):
            continue  # "prices rose too quickly"
        if judgment.burden and not all(_may_burden(analysis, target) for target in targets):
            continue  # "said that the port had cost 3 million euros"
        opening = judgment.target[0] if judgment.opening is None else judgment.opening
        evidence = analysis.tokens.span(min(opening, judgment.end - 1), judgment.end)
        rule = RuleId("stance.judgment.duty" if act is Act.DEMAND else "stance.judgment.predicate")
        sides: list[Effect] = [(target, polarity, (evidence,), rule) for target in targets]
        if not judgment.burden and polarity in _SIDES and not any(target.actor is not None for target in targets):
            first, end = judgment.target if judgment.polarity is not None else (judgment.target[0], judgment.close)
            sides += changed_by(analysis, concepts, first, end, polarity)
        for holder in holders:
            for target, side, words, read_by in sides:
                if target.actor == holder:
                    continue
                yield Stance(
                    id=stance_id(analysis, holder, side, act, evidence),
                    holder=holder,
                    target=target,
                    polarity=side,
                    act=act,
                    certainty=found.claim.certainty if found else Certainty.CERTAIN,
                    attribution=attribution_of(analysis, cast, found) if found else StanceAttribution.COMMENTARY,
                    conditions=found.claim.conditions if found else (),
                    evidence=words,
                    claim=found.claim.id if found else None,
                    rule=read_by,
                )


def _judged(
    analysis: Analysis, cast: Cast, concepts: Concepts, judgment: Judgment
) -> tuple[tuple[Target, ...], Polarity, Act]:
    """What is judged, the side taken and the act: praise, blame, or a demand for what must be done."""
    first, end = judgment.target
    if judgment.polarity is None:
        span = analysis.tokens.span(first, judgment.close)
        concept = concepts.of_clause(first, judgment.close)
        side = Polarity.OPPOSE if judgment.turned else Polarity.SUPPORT  # "must not lift the ban"
        return (Target(kind=TargetKind.PROPOSAL, span=span, concept=concept),), side, Act.DEMAND
    if judgment.needed:
        span = analysis.tokens.span(first, end)
        concept = concepts.of_clause(first, end)
        return (Target(kind=TargetKind.PROPOSAL, span=span, concept=concept),), judgment.polarity, Act.STATE
    act = Act.PRAISE if judgment.polarity is Polarity.SUPPORT else Act.CRITICIZE
    if judgment.clause:
        kind = _kind_of_clause(analysis, first)
        target = Target(kind=kind, span=analysis.tokens.span(first, end), concept=concepts.of_clause(first, end))
        if act is Act.PRAISE and analysis.tags[first] != "g":  # "it is fair to wait", but "waiting is fair"
            act = Act.REQUEST if judgment.advice else Act.STATE
        return (target,), judgment.polarity, act
    summed = None if judgment.claim is None else summed_up(analysis, concepts, judgment.claim.draft)
    if summed is not None:  # "a charge that Lima called absurd"
        return (summed,), judgment.polarity, Act.REJECT if act is Act.CRITICIZE else Act.STATE
    word = analysis.tokens.lowers[first]
    points = word in _POINTING and judgment.claim is None
    if end == first + 1 and points and concepts.pronoun(first) is None:
        target = Target(kind=TargetKind.ISSUE, span=analysis.tokens.span(first, end), concept=word)
        return (target,), judgment.polarity, act
    targets = targets_of(analysis, cast, concepts, *judgment.target)
    if act is Act.CRITICIZE and _is_disputed(analysis, *judgment.target):
        act = Act.REJECT  # "those worries are groundless"
    if judgment.wrong and any(target.kind is TargetKind.ACTOR for target in targets):
        act = Act.ACCUSE  # To say that somebody has done wrong is to accuse them.
    return targets, judgment.polarity, act


def _kind_of_clause(analysis: Analysis, first: int) -> TargetKind:
    """What a clause that is judged is about: something to be done, what may come, or what is so."""
    before, lowers = first - 1, analysis.tokens.lowers
    if analysis.tags[before] == "T" or analysis.tags[first] == "g":
        return TargetKind.PROPOSAL
    if lowers[before] in analysis.index.sets["judged.sooner"]:
        return TargetKind.PROPOSAL  # "the sooner the quota goes, the better"
    imagined = lowers[before] == "if" or lowers[before - 1] == "hoped"  # "it would be a pity if", "is to be hoped that"
    return TargetKind.OUTCOME if imagined else TargetKind.ISSUE


def _may_burden(analysis: Analysis, target: Target) -> bool:
    """Whether a thing is judged by what it does: a measure, a plan, an agreement, or a step such as "the decision"."""
    if target.kind in _COSTING:
        return True
    if target.actor is not None:
        return False
    first, end = analysis.tokens.range(target.span)
    return analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1] in analysis.index.sets["judged.causes"]


def _is_disputed(analysis: Analysis, first: int, end: int) -> bool:
    """Whether what is judged is what others say or fear."""
    head = analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1]
    return head in analysis.index.sets["grammar.told"] or head in analysis.index.sets["control.qualms"]
