"""Outlooks in what somebody says or an author writes of a deal: "said that a truce was within reach"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import is_negation, noun_phrase_after
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.evaluations import authored_sentences
from tradebrief.extraction.stances.from_claims import attribution_of, held_by
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.outlooks import CONTRARY
from tradebrief.extraction.stances.targets import is_venture, plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    Certainty,
    ClaimKind,
    Outlook,
    RuleId,
    Stance,
    StanceAttribution,
    Target,
    TargetKind,
)

__all__ = ["from_forecasts"]

_CLAUSES = frozenset({"that", "bare", "quote", "np_that", "np_quote", "np_bare", "clause_to", "pattern"})
_REACH = 24
_PREDICATE_REACH = 8
_QUESTION_REACH = 30
_REMAINING = frozenset({"remains", "remain", "is", "remained", "was"})
_TO_VERB = re.compile("[^vMBVOWHU;:,T]*+[vMBVOT]")  # Over tags: no mark and no other clause before the verb.
_PLANNED = frozenset({"will", "would", "'ll", "'d", "won't", "wouldn't"})
_AHEAD = _PLANNED | {"can", "could"}
_THOUGHT = frozenset({"that", "how"})
_DOUBTFUL = frozenset({"may", "might", "could"})
_BE_REACH = 4
_ENACTED = ("control.instruments", "control.proposals", "control.agreements", "control.findings", "forecast.acts")
_RULE = RuleId("stance.forecast")


class _Forecast(NamedTuple):
    """An outlook on what is to come.

    Attributes:
        target: Tokens of what it is about.
        outlook: The outlook.
        end: The token after the words that tell it.
    """

    target: tuple[int, int]
    outlook: Outlook
    end: int


def from_forecasts(
    analysis: Analysis,
    cast: Cast,
    concepts: Concepts,
    claims: Sequence[FoundClaim],
    settings: Sequence[FoundClaim | None],
) -> Iterator[Stance]:
    """The outlooks in claims whose verb has none itself, and in an author's own sentences."""
    hits = analysis.hits(Trigger.FORECAST)
    if not hits:
        return
    told = dict.fromkeys([analysis.sentence_at[at] for at in hits])
    for found in claims:
        claim, draft = found.claim, found.draft
        if analysis.sentence_at[draft.cue_range[0]] not in told:
            continue
        doubted = draft.negated and claim.kind is ClaimKind.BELIEF and claim.assertion is Assertion.DENIED
        if draft.frame not in _CLAUSES or not (doubted or claim.assertion is Assertion.ASSERTED):
            continue
        if draft.cue.polarity is not None or draft.cue.outlook is not None or claim.kind is ClaimKind.EVENTUALITY:
            continue
        supposed = claim.kind is ClaimKind.BELIEF or draft.cue.id in analysis.index.sets["forecast.predicting"]
        hoped = draft.frame == "clause_to"
        forecast = _forecast(analysis, *draft.content[0], hoped=hoped, supposed=supposed)
        if forecast is None and len(draft.content) > 1:
            forecast = _split(analysis, *draft.content[:2])
        if forecast is not None and doubted:  # "does not expect the talks to succeed"
            forecast = forecast._replace(outlook=CONTRARY.get(forecast.outlook, forecast.outlook))
        for holder in held_by(analysis, cast, found, settings) if forecast is not None else ():
            if forecast is not None:
                yield _stance(analysis, concepts, forecast, holder, found, attribution_of(analysis, cast, found))
    for first, end in authored_sentences(analysis, claims, told) if analysis.authored else ():
        forecast = _forecast(analysis, first, end, supposed=True)
        author = cast.author_near(analysis.tokens.starts[first]) if forecast is not None else None
        if forecast is not None and author is not None:
            yield _stance(analysis, concepts, forecast, author, None, StanceAttribution.COMMENTARY)


def _forecast(
    analysis: Analysis, first: int, end: int, *, hoped: bool = False, supposed: bool = False
) -> _Forecast | None:
    """The outlook of a clause on a deal, on talks or on what "it" stands for.

    What will be done to a measure is an outlook where it is supposed: to say so may be to announce it.
    """
    tags, lowers, last = analysis.tags, analysis.tokens.lowers, min(end, first + _REACH)
    while first < last and tags[first] in "qA":
        first += 1
    if lowers[first] == "whether":
        return _of_question(analysis, first, end)
    opening = _TO_VERB.match(analysis.tagged, first, last)
    verb = opening.end() - 1 if opening is not None else first
    if verb == first or lowers[verb] in _DOUBTFUL:
        return None
    if lowers[first] == "it":
        return _of_clause(analysis, verb, end)
    if lowers[first] == "the" and (asked := _of_test(analysis, first, verb, end)) is not None:
        return asked
    subject = noun_phrase_after(analysis, first, verb)
    if (
        subject is not None
        and supposed
        and lowers[verb] in _PLANNED
        and (settled := _settled(analysis, *subject, verb, end))
    ):
        return _Forecast((first, subject[1]), *settled)
    if subject is None or not (is_venture(analysis, *subject) or (hoped and _is_coming(analysis, verb, end))):
        return None
    to_come = hoped or lowers[verb] in _PLANNED
    read = _becoming(analysis, verb, end) if to_come else _predicate(analysis, verb, end)
    return None if read is None else _Forecast((first, subject[1]), *read)


def _settled(analysis: Analysis, first: int, stop: int, modal: int, end: int) -> tuple[Outlook, int] | None:
    """What is foretold to be done to a measure or a plan, and where that ends: "the levy will be | struck down"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    head = lowers[plain_head_end(analysis, first, stop) - 1]
    if all(head not in sets[key] for key in _ENACTED):
        return None
    be = next((at for at in range(modal + 1, min(end - 1, modal + _BE_REACH)) if lowers[at] == "be"), None)
    if be is None or any(is_negation(analysis, at) for at in range(modal, be + 1)):
        return None
    done = be + 1
    while done + 1 < end and analysis.tags[done] == "A":
        done += 1
    for width in (2, 1):
        words = " ".join(lowers[done : min(end, done + width)])
        if words in sets["forecast.undone"]:
            return Outlook.SKEPTICAL, done + width
        if words in sets["forecast.upheld"]:
            return Outlook.OPTIMISTIC, done + width
    return None


def _is_coming(analysis: Analysis, to: int, end: int) -> bool:
    """Whether a verb says no more than that a thing comes about: "expects the levy to | materialise"."""
    return to + 1 < end and analysis.tokens.lowers[to + 1] in analysis.index.sets["forecast.coming"]


def _split(analysis: Analysis, subject: tuple[int, int], rest: tuple[int, int]) -> _Forecast | None:
    """The outlook of a clause with its cue between subject and predicate: "the pact, she said, will not succeed"."""
    first, end = rest
    lower = analysis.tokens.lowers[first]
    if analysis.tags[first] not in "vMBV" or lower in _DOUBTFUL or not is_venture(analysis, *subject):
        return None
    read = _becoming(analysis, first, end) if lower in _PLANNED else _predicate(analysis, first, end)
    return None if read is None else _Forecast(subject, *read)


def _of_clause(analysis: Analysis, verb: int, end: int) -> _Forecast | None:
    """The outlook on what "it" stands for: "it is doubtful that the pact will be signed", "it is unclear whether"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    reach = range(verb + 1, min(end - 1, verb + _PREDICATE_REACH))
    opener = next((at for at in reach if tags[at] == "H" or lowers[at] == "whether"), None)
    if opener is not None and lowers[opener] == "whether":
        return _left_open(analysis, verb, opener, end)
    if (hardly := _hard_to_think(analysis, verb, end)) is not None:
        return hardly
    read = _predicate(analysis, verb, opener) if opener is not None else None
    if opener is None or read is None:
        return None
    subject = noun_phrase_after(analysis, opener + 1, end)
    if subject is None or not is_venture(analysis, *subject):
        return None
    becoming = _becoming(analysis, subject[1], end)
    if becoming is None:
        return None
    outlook = read[0] if becoming[0] is Outlook.OPTIMISTIC else CONTRARY.get(read[0], read[0])
    return _Forecast((opener + 1, end), outlook, becoming[1])


def _left_open(analysis: Analysis, verb: int, opener: int, end: int) -> _Forecast | None:
    """The outlook on what is asked after "whether": "it remains to be seen | whether Lima will sign"."""
    book, lowers = analysis.index.forecasts, analysis.tokens.lowers
    reads = (book.at(lowers, at) for at in range(verb + 1, opener))
    outlook = next((read[1] for read in reads if read is not None and read[1] is not None), None)
    negated = any(is_negation(analysis, at) for at in range(verb, opener))
    return None if outlook is not Outlook.UNCERTAIN or negated else _Forecast((opener + 1, end), outlook, end)


def _hard_to_think(analysis: Analysis, verb: int, end: int) -> _Forecast | None:
    """The outlook on what it is hard to think will come: "it is hard to see | how the talks can succeed"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    reach = range(verb + 1, min(end - 4, verb + _PREDICATE_REACH))
    to = next((at for at in reach if analysis.tags[at] == "T" and lowers[at - 1] in sets["aspect.hard"]), None)
    if to is None or lowers[to + 2] not in _THOUGHT or any(is_negation(analysis, at) for at in range(verb, to)):
        return None
    if lowers[to + 1] not in sets["judged.supposing"] and lowers[to + 1] not in sets["judged.noticing"]:
        return None
    opening = _TO_VERB.match(analysis.tagged, to + 3, min(end, to + _REACH))
    if opening is None or lowers[opening.end() - 1] not in _AHEAD:
        return None
    return _Forecast((to + 3, end), Outlook.SKEPTICAL, end)


def _of_test(analysis: Analysis, first: int, verb: int, end: int) -> _Forecast | None:
    """The outlook on what a test or question is said to be: "the real test is | whether Lima will sign"."""
    lowers, tests = analysis.tokens.lowers, analysis.index.sets["forecast.tests"]
    opener = verb + 1
    while opener < end and analysis.tags[opener] in "A,":
        opener += 1
    if analysis.tags[verb] != "B" or opener + 1 >= end or lowers[opener] != "whether":
        return None
    return _Forecast((opener + 1, end), Outlook.UNCERTAIN, end) if not tests.isdisjoint(lowers[first:verb]) else None


def _of_question(analysis: Analysis, first: int, end: int) -> _Forecast | None:
    """The outlook on what a clause asks: "whether Lima will sign remains an open question"."""
    tags, lowers, book = analysis.tags, analysis.tokens.lowers, analysis.index.forecasts
    for at in range(first + 2, min(end - 1, first + _QUESTION_REACH)):
        if lowers[at] not in _REMAINING or tags[at] not in "BvN":
            continue
        found = book.at(lowers, at + 1)
        if found is not None and found[1] is not None:
            negated = any(is_negation(analysis, place) for place in range(at, found[0]))
            return None if negated else _Forecast((first + 1, at), found[1], found[0])
    return None


def _predicate(analysis: Analysis, verb: int, end: int) -> tuple[Outlook, int] | None:
    """The outlook of a predicate, and where its words end: "is within reach", "is unlikely to be signed"."""
    tags, lowers, book = analysis.tags, analysis.tokens.lowers, analysis.index.forecasts
    for at in range(verb + 1, min(end, verb + _PREDICATE_REACH)):
        if tags[at] in ",;:WHU":
            return None
        found = book.at(lowers, at)
        outlook = found[1] if found is not None else None
        if found is None or outlook is None:
            continue
        stop = found[0]
        if any(is_negation(analysis, place) for place in range(verb, at)):
            outlook = CONTRARY.get(outlook, outlook)
        if stop < end and "T" in (tags[stop], tags[stop - 1]):
            becoming = _becoming(analysis, stop, end)
            if becoming is None:
                return None  # "is likely to hurt growers"
            return (outlook if becoming[0] is Outlook.OPTIMISTIC else CONTRARY.get(outlook, outlook)), becoming[1]
        beside = stop < end and (tags[stop] in "NE" or lowers[stop] == "to")  # "close to the border"
        return None if beside else (outlook, stop)
    return None


def _becoming(analysis: Analysis, first: int, end: int) -> tuple[Outlook, int] | None:
    """What becomes of a thing by the first verb from a token on, and where that ends: "will fail", "to be signed"."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    for at in range(first, min(end, first + _PREDICATE_REACH)):
        if tags[at] in "id":
            failing = lowers[at] in index.failing
            if not failing and lowers[at] not in index.succeeding:
                return None
            negated = any(is_negation(analysis, place) for place in range(first, at))
            return (Outlook.SKEPTICAL if failing != negated else Outlook.OPTIMISTIC), at + 1
        if tags[at] in ",;:WHU":
            return None
    return None


def _stance(
    analysis: Analysis,
    concepts: Concepts,
    forecast: _Forecast,
    holder: ActorId,
    found: FoundClaim | None,
    attribution: StanceAttribution,
) -> Stance:
    first, end = forecast.target
    evidence = analysis.tokens.span(first, max(end, forecast.end))
    concept = concepts.of_phrase(first, plain_head_end(analysis, first, end), end)
    return Stance(
        id=stance_id(analysis, holder, None, Act.STATE, evidence),
        holder=holder,
        target=Target(kind=TargetKind.OUTCOME, span=analysis.tokens.span(first, end), concept=concept),
        polarity=None,
        act=Act.STATE,
        outlook=forecast.outlook,
        certainty=Certainty.PROBABLE,
        attribution=attribution,
        conditions=found.claim.conditions if found is not None else (),
        evidence=(evidence,),
        claim=found.claim.id if found is not None else None,
        rule=_RULE,
    )
