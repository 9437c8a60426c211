"""What is denied where a denial only sums it up: "Peru said that Lima had paid. Oslo denied the claim."."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Assertion, Claim, ClaimKind

__all__ = ["with_antecedents"]

_POINTING = frozenset({"the", "that", "this", "those", "these", "such"})
_SUMMARY = 2  # Tokens: "the claim".
_NEAR = 12  # Claims before and after among which what is denied is looked for.
_TOLD_FRAMES = frozenset({"that", "bare", "np_that", "np_bare", "quote", "np_quote", "np_pp", "pattern"})
_ASSERTION, _ASSERTED, _DENIED = ClaimKind.ASSERTION, Assertion.ASSERTED, Assertion.DENIED


def with_antecedents(analysis: Analysis, found: Sequence[FoundClaim]) -> tuple[Claim, ...]:
    """The claims, those that deny what a noun sums up with the content of what somebody else has said just before.

    That is the one claim of the sentence before, or of the same one; where there are several the noun stays.
    """
    claims = tuple([item.claim for item in found])
    told = analysis.index.sets["grammar.told"]
    places = [
        number
        for number, item in enumerate(found)
        if item.claim.assertion is _DENIED and item.claim.within is None and _sums_up(analysis, item, told)
    ]
    if not places:
        return claims  # As in most texts.
    outer = {claim.within for claim in claims}
    kept = list(claims)
    for place in places:
        said = _said_before(analysis, found, place) if claims[place].id not in outer else None
        if said is not None:
            kept[place] = evolve(claims[place], content=said.content, mode=said.mode)
    return tuple(kept)


def _sums_up(analysis: Analysis, item: FoundClaim, told: frozenset[str]) -> bool:
    """Whether a content is no more than a noun for what is told: "the claim", "those allegations"."""
    (first, end), *others = item.draft.content
    lowers = analysis.tokens.lowers
    return not others and end - first == _SUMMARY and lowers[first] in _POINTING and lowers[end - 1] in told


def _said_before(analysis: Analysis, found: Sequence[FoundClaim], place: int) -> Claim | None:
    """The only claim by which somebody else asserts something, in the same sentence or else in the one before."""
    denial = found[place]
    cue = denial.draft.cue_range[0]
    sentence = analysis.sentence_at[cue]
    for near in (sentence, sentence - 1):
        said = [
            item.claim
            for item in found[max(0, place - _NEAR) : place + _NEAR]
            if item is not denial
            and analysis.sentence_at[item.draft.cue_range[0]] == near
            and max(item.draft.end, item.draft.cue_range[1]) <= cue
            and _tells(item)
        ]
        if said:
            single = len(said) == 1 and (said[0].holder is None or said[0].holder != denial.claim.holder)
            return said[0] if single else None
    return None


def _tells(item: FoundClaim) -> bool:
    claim, draft = item.claim, item.draft
    told = claim.kind is _ASSERTION and claim.assertion is _ASSERTED and claim.within is None
    return told and draft.frame in _TOLD_FRAMES
