"""Stances: where holders stand, read from claims, from words that take a side, from deeds and from outlooks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.outlooks import from_outlooks
from tradebrief.extraction.stance_bearings import LAID_DOWN, from_bearing
from tradebrief.extraction.stance_claims import from_claim
from tradebrief.extraction.stance_effects import is_effect
from tradebrief.extraction.stance_judgments import from_judgments
from tradebrief.extraction.stance_words import bearings_beside
from tradebrief.model import (
    Act,
    Measure,
    RuleId,
    Stance,
    StanceId,
    TargetKind,
)
from tradebrief.model.ids import unique

__all__ = ["find_stances"]


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
        found += from_bearing(analysis, cast, bearing, concepts, settings[bearing.at])
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
        elif target is not None and target.kind is TargetKind.PROPOSAL and stance.act in LAID_DOWN:
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
    return evidence.start, is_effect(stance.rule), evidence.end, stance.rule


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
