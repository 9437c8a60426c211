"""Stances: where holders stand, read from claims, from words that take a side, from deeds and from outlooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from attrs import evolve

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.addressed import from_addressed
from tradebrief.extraction.stances.announced import from_announced, with_announced
from tradebrief.extraction.stances.bearings import from_bearing
from tradebrief.extraction.stances.effects import is_effect
from tradebrief.extraction.stances.ellipsis import from_ellipsis
from tradebrief.extraction.stances.forecasts import from_forecasts
from tradebrief.extraction.stances.from_claims import from_claim
from tradebrief.extraction.stances.from_judgments import from_judgments
from tradebrief.extraction.stances.kinds import with_proposals
from tradebrief.extraction.stances.obligations import from_obligations
from tradebrief.extraction.stances.odds import from_odds
from tradebrief.extraction.stances.outlooks import from_outlooks
from tradebrief.extraction.stances.predictions import from_predictions
from tradebrief.extraction.stances.prospects import with_prospects
from tradebrief.extraction.stances.quoted import with_quotations
from tradebrief.extraction.stances.threats import from_threats
from tradebrief.extraction.stances.ultimatums import from_ultimatums
from tradebrief.extraction.stances.words import bearings_beside
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    Assertion,
    ClaimKind,
    Measure,
    RuleId,
    Stance,
    StanceId,
    Target,
    TargetKind,
)
from tradebrief.model.ids import unique

__all__ = ["find_stances"]

_ASSERTED, _FACT = Assertion.ASSERTED, ClaimKind.FACT
_CLAUSES = frozenset({"that", "bare", "np_that", "np_bare"})
_QUESTIONS = frozenset({"wh", "np_wh"})
_OBJECTS = frozenset({"np", "pp"})
_NARROWED = (["of"], ["for"], ["that"], ["to"], ["by"], ["on"])  # After them a word says itself what it is about.
_MOST_BEFORE = 12  # Stances before a word for a speech act that it is held against.
_ANY = frozenset({"a", "an", "any", "another", "no", "every"})
_REACH = 8  # Tokens of an object among which "that" stands after its noun.


def find_stances(
    analysis: Analysis, cast: Cast, claims: Sequence[FoundClaim], measures: Sequence[Measure]
) -> tuple[Stance, ...]:
    """The stances of an article in the order of the text."""
    concepts = Concepts(analysis, measures)
    settings = _settings(claims, len(analysis.tokens))
    unsaid = _unsaid(analysis, claims)
    found: list[Stance] = []
    used: set[int] = set()
    for item in claims:
        if unsaid[item.draft.cue_range[0]]:
            continue
        stances, taken = from_claim(analysis, cast, item, concepts, settings)
        found += stances
        used |= taken
    found += from_judgments(analysis, cast, claims, concepts, settings)
    found += from_outlooks(analysis, cast, concepts, claims)
    found += from_forecasts(analysis, cast, concepts, claims, settings)
    told = frozenset(stance.claim for stance in found if stance.claim is not None)
    found += from_predictions(analysis, cast, concepts, claims, settings, told)
    found += from_addressed(analysis, cast, claims, concepts, settings)
    found += from_odds(analysis, cast, concepts, claims, settings)
    found += from_ultimatums(analysis, cast, concepts, settings)
    found += from_obligations(analysis, cast, concepts, settings)
    found += from_threats(analysis, cast, concepts, settings)
    announced = list(from_announced(analysis, cast, claims, concepts, used, settings))
    for bearing in bearings_beside(analysis, cast, used):
        if unsaid[bearing.at]:
            continue
        found += from_bearing(analysis, cast, bearing, concepts, settings[bearing.at])
    found = sorted(with_announced(found, announced) if announced else found, key=_place)
    found = sorted([*found, *from_ellipsis(analysis, cast, found, settings)], key=_place)
    settled = with_proposals(analysis, with_quotations(analysis, found), measures)
    return _numbered(_with_speeches(analysis, with_prospects(analysis, settled)))


def _unsaid(analysis: Analysis, claims: Sequence[FoundClaim]) -> bytearray:
    """For each of the tokens whether it stands in a clause that is not said to be so.

    That is what somebody denies, doubts or leaves open: "denied that Lima supports the pact", "rejected reports that
    Lima supports it". Not so what is known: "did not know that Lima supports it".
    """
    found = bytearray(len(analysis.tokens))
    for item in claims:
        if item.claim.assertion is _ASSERTED or item.claim.kind is _FACT:
            continue
        for first, end in item.draft.content:
            start = _clause_start(analysis, item.draft.frame, first, end)
            found[start:end] = b"\1" * (end - start)
    return found


def _clause_start(analysis: Analysis, frame: str, first: int, end: int) -> int:
    """Where the clause begins in a content that is one, or in that of a noun for what is told; else the end."""
    lowers = analysis.tokens.lowers
    if frame in _CLAUSES or (
        frame in _QUESTIONS and first < end and "whether" in lowers[max(0, first - 1) : first + 1]
    ):
        return first
    if frame not in _OBJECTS:
        return end
    for at in range(first + 1, min(end, first + _REACH)):
        if analysis.tags[at] == "H":
            return at + 1 if lowers[at - 1] in analysis.index.sets["grammar.told"] else end
    return end


def _with_speeches(analysis: Analysis, found: Sequence[Stance]) -> list[Stance]:
    """Stances in the order of the text, with what "the demand" or "the threat" means: what was demanded before it.

    That is the content of the only such act in the sentence and the one before, if one stance shows one.
    """
    acts = analysis.lexicon.table("stances/concepts")["speech"]
    settled: list[Stance] = []
    for stance in found:
        target = stance.target
        meant = _speech(analysis, target, acts, settled) if target is not None and target.concept in acts else None
        settled.append(stance if meant is None or target is None else evolve(stance, target=evolve(
            target, kind=TargetKind.PROPOSAL, concept=meant.concept, measure=meant.measure)))  # fmt: skip
    return settled


def _speech(
    analysis: Analysis, target: Target, acts: Mapping[str, Sequence[str]], before: Sequence[Stance]
) -> Target | None:
    """What a word for a speech act means by itself, of what the acts before it were about."""
    first, end = analysis.tokens.range(target.span)
    if end - first != 2 or analysis.tags[first] != "D" or analysis.tokens.lowers[end : end + 1] in _NARROWED:
        return None
    if analysis.tokens.lowers[first] in _ANY:
        return None
    nearest = analysis.sentence_of(first) - 1
    named = acts[target.concept]
    said = {
        past.target.concept: past.target
        for past in islice(reversed(before), _MOST_BEFORE)
        if past.target is not None
        and past.target.actor is None
        and past.act.value in named
        and not is_effect(past.rule)
        and past.target.span.end <= target.span.start
        and analysis.sentence_of(analysis.tokens.range(past.target.span)[0]) >= nearest
    }
    return said.popitem()[1] if len(said) == 1 else None


def _numbered(found: Sequence[Stance]) -> tuple[Stance, ...]:
    """Stances in the order of the text with unique ids; of several that say the same one is kept."""
    taken: dict[str, int] = {}
    seen: set[tuple[object, ...]] = set()
    numbered: list[Stance] = []
    for stance in found:
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
