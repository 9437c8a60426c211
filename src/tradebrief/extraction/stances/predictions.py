"""Outlooks in what somebody predicts for better or worse: "predicts that mills will close", "foresees a slump"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import is_negation, noun_phrase_after
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.from_claims import attribution_of, held_by
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.outlooks import CONTRARY
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, ActorId, Assertion, ClaimKind, Outlook, RuleId, Stance, Target, TargetKind

__all__ = ["from_predictions", "outlook_of_clause"]

_RULE = RuleId("stance.prediction")
_CLAUSES = frozenset({"that", "bare", "np_that", "np_bare"})
_SMALL_CLAUSES = frozenset({"clause_to", "np_participle"})
_AHEAD = frozenset({"will", "would", "'ll", "'d", "won't", "wouldn't", "could", "can"})
_SUBJECT_REACH = 24
_GROUP_REACH = 4  # Tokens from a modal to its verb.
_OPPOSITES = ("optimistic", "skeptical")
_OPENS_OBJECT = "DNES"
_TO_VERB = re.compile("[^vMBVOWHU;:,T]*+[MTvg]")  # Over tags: to a modal, "to" or a participle, in one clause.


def from_predictions(
    analysis: Analysis,
    cast: Cast,
    concepts: Concepts,
    claims: Sequence[FoundClaim],
    settings: Sequence[FoundClaim | None],
    told: frozenset[str],
) -> Iterator[Stance]:
    """The outlooks of claims that predict something good or bad.

    Args:
        analysis: The article's.
        cast: Its actors.
        concepts: What targets are called.
        claims: Its claims.
        settings: For each token the claim that it stands in.
        told: Ids of claims whose outlook or side is told already.
    """
    predicting = analysis.index.sets["forecast.predicting"]
    for found in claims:
        claim, draft = found.claim, found.draft
        if draft.cue.id not in predicting or claim.kind is ClaimKind.EVENTUALITY or claim.id in told:
            continue
        doubted = claim.assertion is Assertion.DENIED and draft.negated
        if not (doubted or claim.assertion is Assertion.ASSERTED) or len(draft.content) > 1:
            continue
        outlook = _outlook(analysis, found)
        if outlook is None and not (doubted and _is_to_come(analysis, found)):
            continue
        outlook = CONTRARY.get(outlook, outlook) if doubted and outlook else outlook or Outlook.SKEPTICAL
        for holder in held_by(analysis, cast, found, settings):
            yield _stance(analysis, cast, concepts, found, holder, outlook)


def _is_to_come(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a clause says what will or would come, so that not to think so is to doubt it."""
    first, end = found.draft.content[0]
    if found.draft.frame not in _CLAUSES:
        return False
    opening = _TO_VERB.match(analysis.tagged, first, min(end, first + _SUBJECT_REACH))
    if opening is None:
        return False
    modal = opening.end() - 1
    return analysis.tokens.lowers[modal] in _AHEAD and not any(
        is_negation(analysis, at) for at in range(modal, min(end, modal + 2))
    )


def _outlook(analysis: Analysis, found: FoundClaim) -> Outlook | None:
    """Whether what is predicted is for better or worse; None where neither shows."""
    first, end = found.draft.content[0]
    if found.draft.frame == "np":
        return _of_noun(analysis, first, end)
    if found.draft.frame not in _CLAUSES | _SMALL_CLAUSES:
        return None
    return outlook_of_clause(analysis, first, end, finite=found.draft.frame in _CLAUSES)


def outlook_of_clause(analysis: Analysis, first: int, end: int, *, finite: bool) -> Outlook | None:
    """Whether what a clause says of the future is for better or worse: "exports will grow", "exports to grow".

    Args:
        analysis: The article's.
        first: Where the clause begins.
        end: Where it ends.
        finite: Whether a modal must say that it is about the future.
    """
    opening = _TO_VERB.match(analysis.tagged, first, min(end, first + _SUBJECT_REACH))
    if opening is None:
        return None
    sign = opening.end() - 1
    if finite and analysis.tokens.lowers[sign] not in _AHEAD:
        return None  # "believes that prices rose"
    subject = noun_phrase_after(analysis, first, sign)
    verb = _verb_from(analysis, sign, end)
    if subject is None or verb is None:
        return None
    outlook = _of_verb(analysis, subject, verb, end)
    if outlook is None:
        return None
    negated = any(is_negation(analysis, at) for at in range(sign, verb)) or analysis.tokens.lowers[sign].endswith("n't")
    return CONTRARY.get(outlook, outlook) if negated else outlook


def _verb_from(analysis: Analysis, sign: int, end: int) -> int | None:
    """The verb of a clause whose modal, "to" or participle stands at a token."""
    tags = analysis.tags
    if tags[sign] in "vg":
        return sign
    return next((at for at in range(sign + 1, min(end, sign + 1 + _GROUP_REACH)) if tags[at] in "ivdg"), None)


def _of_verb(analysis: Analysis, subject: tuple[int, int], verb: int, end: int) -> Outlook | None:
    """What a verb says of its subject's future: good things grow, ills ease, works close, somebody yields."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    word, head = lowers[verb], lowers[plain_head_end(analysis, *subject) - 1]
    for outlook in _OPPOSITES:
        if word in sets[f"forecast.{outlook}_deeds"]:
            return Outlook(outlook)
    after = lowers[verb + 1] if verb + 1 < end else "."
    if after not in sets["grammar.time"] and after != "." and analysis.tags[verb + 1] in _OPENS_OBJECT:
        head = lowers[plain_head_end(analysis, verb + 1, end) - 1]  # "will lose | orders", "will raise | exports"
        if word in analysis.index.succeeding and _is_settled(analysis, head):
            return Outlook.OPTIMISTIC  # "will reach | a deal"
    grows, shrinks = word in sets["forecast.growing"], word in sets["forecast.shrinking"]
    good, bad = head in sets["forecast.goods"], head in sets["forecast.ills"]
    if not (grows or shrinks) or not (good or bad):
        return None
    return Outlook.OPTIMISTIC if grows is good else Outlook.SKEPTICAL


def _is_settled(analysis: Analysis, noun: str) -> bool:
    """Whether a noun is one for what is agreed on: "a deal", "a compromise"."""
    sets = analysis.index.sets
    return noun in sets["control.agreements"] or noun in sets["forecast.settlements"]


def _of_noun(analysis: Analysis, first: int, end: int) -> Outlook | None:
    """Whether a noun with its adjectives, or what there is more or less of, is good or bad: "a fall in sales"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    head = plain_head_end(analysis, first, end)
    noun = lowers[head - 1]
    if head + 1 < end and lowers[head] in {"in", "of"}:
        thing = lowers[plain_head_end(analysis, head + 1, end) - 1]
        good, bad = thing in sets["forecast.goods"], thing in sets["forecast.ills"]
        more, less = noun in sets["forecast.gains"], noun in sets["forecast.losses"]
        if (more or less) and (good or bad):
            return Outlook.OPTIMISTIC if more is good else Outlook.SKEPTICAL
    if _is_settled(analysis, noun):
        return Outlook.OPTIMISTIC  # "expects a deal by May"
    for outlook in _OPPOSITES:
        modified = not sets[f"forecast.{outlook}_adjectives"].isdisjoint(lowers[first : head - 1])
        if noun in sets[f"forecast.{outlook}_nouns"] or (modified and noun in sets["forecast.spells"]):
            return Outlook(outlook)
    return None


def _stance(
    analysis: Analysis, cast: Cast, concepts: Concepts, found: FoundClaim, holder: ActorId, outlook: Outlook
) -> Stance:
    claim, draft = found.claim, found.draft
    first, end = draft.content[0]
    evidence = tuple(sorted((analysis.tokens.span(*draft.cue_range), claim.content[0])))
    concept = (
        concepts.of_phrase(first, plain_head_end(analysis, first, end), end)
        if draft.frame == "np"
        else concepts.of_clause(first, end)
    )
    return Stance(
        id=stance_id(analysis, holder, None, Act.STATE, evidence[0]),
        holder=holder,
        target=Target(kind=TargetKind.OUTCOME, span=claim.content[0], concept=concept),
        polarity=None,
        act=Act.STATE,
        outlook=outlook,
        certainty=claim.certainty,
        attribution=attribution_of(analysis, cast, found),
        conditions=claim.conditions,
        evidence=evidence,
        claim=claim.id,
        rule=_RULE,
    )
