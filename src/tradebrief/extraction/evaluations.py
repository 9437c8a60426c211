"""Judgments: what somebody says, thinks or calls good or bad, by the words of the predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.phrases import noun_phrase_after
from tradebrief.model import Assertion, ClaimKind, Polarity

__all__ = ["Judgment", "read_judgments"]

_PREDICATE_REACH = 16
_SUBJECT_REACH = 20
_PREDICATED = frozenset({"np_as", "np_adj"})
_CLAUSES = frozenset({"that", "bare", "quote", "np_that", "np_quote", "pattern", "wh"})
_DUTY = frozenset({"must", "should", "ought"})
_SUPPORT, _OPPOSE = Polarity.SUPPORT, Polarity.OPPOSE


@frozen(kw_only=True)
class Judgment:
    """A judgment within a claim.

    Attributes:
        claim: The claim.
        target: Tokens of what is judged.
        polarity: For or against; None where it is asked for instead ("the ministry must").
        end: The token after the predicate.
        close: The token after the clause.
    """

    claim: FoundClaim
    target: tuple[int, int]
    polarity: Polarity | None
    end: int
    close: int


def read_judgments(analysis: Analysis, claims: Sequence[FoundClaim]) -> Iterator[Judgment]:
    """The judgments in what is said and thought, where the verb itself takes no side."""
    for found in claims:
        claim, draft = found.claim, found.draft
        if claim.kind is ClaimKind.EVENTUALITY or claim.assertion is not Assertion.ASSERTED:
            continue
        if draft.cue.polarity is not None or draft.cue.outlook is not None:
            continue
        for first, end in draft.content[:2]:
            read = _predicated if draft.frame in _PREDICATED else _clause if draft.frame in _CLAUSES else None
            judgment = read(analysis, found, first, end) if read is not None else None
            if judgment is not None:
                yield judgment
                break


def _predicated(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """An object with its predicate: "described the levy as unjust", "called the levy a mistake"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if found.draft.frame == "np_as":
        at = next((at for at in range(first + 1, min(end, first + _SUBJECT_REACH)) if lowers[at] == "as"), None)
    else:
        phrase = noun_phrase_after(analysis, first, end)
        at = next(
            (at for at in range(first + 1, min(end, first + _SUBJECT_REACH)) if tags[at] in "DqA" or (
                phrase is not None and at >= phrase[1])), None,
        )  # fmt: skip
    if at is None or at <= first:
        return None
    polarity = _weigh(analysis, at, end)
    if polarity is None:
        return None
    return Judgment(claim=found, target=(first, at), polarity=polarity, end=_stop(analysis, at, end), close=end)


def _clause(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """A clause with its subject: "the levy is unjust", "Lima has violated the pact"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    while first < end and tags[first] in "qAU,":
        first += 1
    subject = noun_phrase_after(analysis, first, end)
    if subject is None or lowers[first] in {"i", "we", "it", "there", "this", "that"}:
        return None
    verb = next((at for at in range(first, min(end, first + _SUBJECT_REACH)) if tags[at] in "vMBVO"), None)
    if verb is None or any(tags[at] in "WHU;:" for at in range(first, verb)):
        return None
    polarity = _weigh(analysis, verb, end)
    if polarity is None:
        duty = lowers[verb] in _DUTY or (lowers[verb] in {"has", "have", "needs", "need"} and lowers[verb + 1] == "to")
        if not duty:
            return None
    stop = _stop(analysis, verb, end)
    return Judgment(claim=found, target=(first, min(subject[1], verb)), polarity=polarity, end=stop, close=end)


def _stop(analysis: Analysis, first: int, end: int) -> int:
    """Where a predicate ends: at a mark, a subordinate clause, or after some words."""
    tags = analysis.tags
    for at in range(first + 1, min(end, first + _PREDICATE_REACH)):
        if tags[at] in ",;:.W" or (tags[at] == "U" and at > first + 1):
            return at
    return min(end, first + _PREDICATE_REACH)


def _weigh(analysis: Analysis, first: int, end: int) -> Polarity | None:
    """The side of most judging words of a predicate, each turned round by a negation before it."""
    lowers, tags, index = analysis.tokens.lowers, analysis.tags, analysis.index
    balance, turned, at, stop = 0, False, first, _stop(analysis, first, end)
    while at < stop:
        if tags[at] == "X" or lowers[at].endswith("n't") or lowers[at] in {"no", "hardly", "without"}:
            turned = True
        found = index.judgments.at(lowers, at)
        if found is None:
            at += 1
            continue
        width, side = found
        if not (tags[at] == "M" or (at > first and tags[at - 1] == "G")):
            balance += side if not turned else -side
        at = width
    if not balance:
        return None
    return _SUPPORT if balance > 0 else _OPPOSE
