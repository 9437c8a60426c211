"""Whom somebody wants gone, or warns off a deed, they are against: "wants Lund out", "warned Lima against leaving"."""

from __future__ import annotations

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.targets import targets_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ClaimKind, Target

__all__ = ["wanted_gone", "warned_off"]

_FRAMES = frozenset({"np", "np_participle", "clause_to", "to", "infinitive"})
_SEEING = frozenset({"see", "have", "get"})
_REACH = 10
_NAMED = "DSRNEKGh."  # Tags of what may stand in words for somebody.
_TO_BE = (["to", "be"], ["be"])


def wanted_gone(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> tuple[Target, ...]:
    """Those who are wanted gone by a claim of what somebody wants; empty where it is about something else."""
    draft, lowers, tags = found.draft, analysis.tokens.lowers, analysis.tags
    if found.claim.kind is not ClaimKind.EVENTUALITY or draft.frame not in _FRAMES:
        return ()
    first, end = min(draft.content)
    seen = draft.frame in {"to", "infinitive"}
    if seen and lowers[first] not in _SEEING:
        return ()
    first += seen
    at, gone = first, analysis.index.sets["control.gone"]
    while at < min(end, first + _REACH) and tags[at] in _NAMED and lowers[at] not in gone:
        at += 1
    after = at + next((len(words) for words in _TO_BE if lowers[at : at + len(words)] == words), 0)
    if at <= first or after >= end or lowers[after] not in gone:
        return ()
    targets = targets_of(analysis, cast, concepts, first, at, holder=found.claim.holder)
    return tuple(target for target in targets if target.actor is not None)


def warned_off(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> tuple[Target, ...]:
    """Those who are named where a claim warns somebody against a deed: "warned | Lima | against lifting the ban"."""
    draft = found.draft
    if draft.object is None or draft.cue.id not in analysis.index.sets["control.warning_off"] or draft.negated:
        return ()
    if analysis.tags[draft.first] != "g":
        return ()  # "warned Lima against new duties"
    targets = targets_of(analysis, cast, concepts, *draft.object, holder=found.claim.holder)
    ends = ((target, analysis.tokens.range(target.span)[1]) for target in targets if target.actor is not None)
    return tuple(target for target, end in ends if analysis.tags[end - 1] == "E")  # To one's own it is no threat.
