"""Doubt about a thing, which is a side against it: "is sceptical of the levy", "voiced misgivings about the pact"."""

from __future__ import annotations

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import CRITICIZE
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.targets import plain_head_end, targets_of
from tradebrief.extraction.stances.weighing import weigh
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Outlook, Polarity, Target, TargetKind

__all__ = ["doubted_fact", "is_about_thing", "with_doubt"]

_CLAUSES = frozenset({"that", "bare", "wh"})
_OPENERS = frozenset({"whether", "if", "that"})
_TO_COME = frozenset(
    {"to", "going", "likely", "about", "due", "set", "bound", "certain", "sure", "able", "possible", "ready"}
)
_SUBJECT_REACH = 20
_PHRASES = frozenset({"np", "pp"})
_DOUBTED = _PHRASES | {"bare"}  # "doubts the fairness of the quota"
_SPOKEN = frozenset({"noun", "verb"})  # Cues by which doubt is voiced; an adjective only says that it is felt.
_THINGS = frozenset({TargetKind.MEASURE, TargetKind.AGREEMENT, TargetKind.PROPOSAL})


def is_about_thing(analysis: Analysis, found: FoundClaim, thing: Target) -> bool:
    """Whether a cue of doubt or dread is about something that is there, rather than about whether it will come.

    Whoever is sceptical of a deal, or fears a levy, looks ahead to whether there will be one.
    """
    cue, (first, _) = found.draft.cue, analysis.tokens.range(thing.span)
    if cue.outlook is not Outlook.SKEPTICAL or thing.kind not in _THINGS:
        return cue.outlook is Outlook.SKEPTICAL and _is_situation(analysis, found, thing)
    if cue.polarity is not None and found.draft.frame == "np":
        return analysis.tags[first] in "DS" and not _is_indefinite(analysis, first)
    return thing.kind is not TargetKind.AGREEMENT or not _is_indefinite(analysis, first)


def _is_situation(analysis: Analysis, found: FoundClaim, thing: Target) -> bool:
    """Whether an issue is what a thing is like or does, which is so already: "worried about the effect of the ban"."""
    first, end = analysis.tokens.range(thing.span)
    worth = analysis.tokens.lowers[found.draft.first : first]  # "doubts the fairness of | the exams"
    if thing.kind is TargetKind.ISSUE and not analysis.index.sets["control.situations"].isdisjoint(worth):
        return True
    if thing.kind is not TargetKind.ISSUE or analysis.tags[first] not in "DSE" or _is_indefinite(analysis, first):
        return False
    head = plain_head_end(analysis, first, end) - 1
    return head > first and analysis.tokens.lowers[head] in analysis.index.sets["control.situations"]


def _is_indefinite(analysis: Analysis, first: int) -> bool:
    """Whether a phrase is about something that there is none of yet: "a deal"."""
    return analysis.tokens.lowers[first] in analysis.index.sets["control.indefinite"]


def with_doubt(
    found: FoundClaim, target: Target, side: tuple[Polarity | None, Outlook | None], act: Act
) -> tuple[Polarity | None, Outlook | None, Act]:
    """Side, outlook and act toward a target: against it where a thing that is there is doubted."""
    polarity, outlook = side
    things = target.kind in _THINGS or target.kind is TargetKind.ISSUE  # Else it would be an outcome.
    if found.draft.frame not in _DOUBTED or not things or outlook is not Outlook.SKEPTICAL:
        return polarity, outlook, act
    if polarity is None and found.draft.cue.category in _SPOKEN:
        act = CRITICIZE
    return Polarity.OPPOSE, None, act


def doubted_fact(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts
) -> tuple[tuple[Target, ...], Polarity] | None:
    """Whom or what a doubt speaks against that is about what is so: "questioned whether the levy protects growers".

    A doubt about what is said against them speaks for them: "doubts that the levy is unlawful". What is to come is no
    fact ("doubts that the pact will hold").
    """
    draft = found.draft
    first, end = min(draft.content)
    if draft.frame not in _CLAUSES or len(draft.content) > 1:
        return None
    first += analysis.tokens.lowers[first] in _OPENERS
    tags = analysis.tags
    phrase = noun_phrase_after(analysis, first, end)
    if phrase is None or phrase[1] >= end or tags[first] == "R":
        return None
    verb = next((at for at in range(phrase[1], min(end, first + _SUBJECT_REACH)) if tags[at] in "vMBVO"), None)
    if verb is None or tags[verb] == "M" or not _TO_COME.isdisjoint(analysis.tokens.lowers[verb + 1 : verb + 2]):
        return None
    side = weigh(analysis, verb, end)
    if side is None:
        return None  # "doubts that the levy was paid"
    targets = targets_of(analysis, cast, concepts, *phrase, holder=found.claim.holder)
    return targets, Polarity.SUPPORT if side is Polarity.OPPOSE else Polarity.OPPOSE
