"""Why claims are not asserted or not certain: the words that say so, and the rule by which they count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from tradebrief.extraction.actors.actors import find_actors
from tradebrief.extraction.actors.mentions import find_candidates
from tradebrief.extraction.claims.certainty import is_open, weighing
from tradebrief.extraction.claims.claims import FoundClaim, find_claims
from tradebrief.extraction.claims.denials import denying_words, doubting_words, none_before
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import is_nobody
from tradebrief.extraction.grammar.phrases import is_negation
from tradebrief.extraction.tagging.analysis import Analysis, analyse
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Assertion, Certainty, ClaimId
from tradebrief.text import Span

__all__ = ["Reason", "claim_reasons"]

_REFUSAL_REACH = 5
_OPENER_REACH = 4
_MODALS, _AUXILIARIES = "M", "MV"


@frozen
class Reason:
    """One reason for how a claim is held.

    Attributes:
        rule: Id of the rule, such as ``assertion.negated``.
        words: The words by which it holds.
    """

    rule: str
    words: tuple[Span, ...]


def claim_reasons(article: Article, *, lexicon: Lexicon | None = None) -> dict[ClaimId, tuple[Reason, ...]]:
    """For each claim that ``extract`` reads why it is denied, not asserted, less than certain, or conditional.

    Args:
        article: A parsed article.
        lexicon: Words and rules; the built-in ones if left out.
    """
    analysis = analyse(article, lexicon or Lexicon.default())
    cast = find_actors(analysis, find_candidates(analysis).actors)
    return {item.claim.id: tuple(_reasons(analysis, item)) for item in find_claims(analysis, cast)}


def _reasons(analysis: Analysis, item: FoundClaim) -> Iterator[Reason]:
    draft, claim = item.draft, item.claim
    if opened := is_open(analysis, draft):
        yield _reason(analysis, f"assertion.{opened}", _opening_words(analysis, draft, opened))
    elif claim.assertion is not Assertion.ASSERTED or draft.negated:
        if draft.cue.assertion is not Assertion.ASSERTED:
            yield _reason(analysis, "assertion.cue", range(*draft.cue_range))
        if draft.negated:
            yield _reason(analysis, "assertion.negated", _negation_words(analysis, draft))
    if claim.assertion is not Assertion.NOT_ASSERTED:
        if draft.cue.certainty is not Certainty.CERTAIN:
            yield _reason(analysis, "certainty.cue", range(*draft.cue_range))
        if (words := list(weighing(analysis, draft.content))) and claim.certainty is not Certainty.CERTAIN:
            yield _reason(analysis, "certainty.content", words)
    for condition in claim.conditions:
        yield _reason(analysis, "condition.opener", _openers(analysis, condition))


def _reason(analysis: Analysis, rule: str, tokens: Sequence[int]) -> Reason:
    """A reason with its tokens as spans, those side by side in one."""
    spans: list[Span] = []
    for at in tokens:
        span = analysis.tokens.span(at, at + 1)
        if spans and at - 1 in tokens:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    return Reason(rule, tuple(spans))


def _opening_words(analysis: Analysis, draft: ClaimDraft, opened: str) -> list[int]:
    """The words by which a claim is left open."""
    cue, end = draft.cue_range
    lowers, tags = analysis.tokens.lowers, analysis.tags
    floor, ceiling = analysis.reach(cue)
    if opened == "asked":
        return [floor, ceiling if ceiling < len(lowers) else ceiling - 1]
    if opened == "supposed":
        opener = (draft.source.first if 0 <= draft.source.first < cue else cue) - 1
        return list(range(opener - (opener > floor and tags[opener] == "H"), opener + 1))
    if opened == "doubted":
        return doubting_words(analysis, draft.source.first)
    if opened == "to_come":
        return [at for at in range(max(floor, cue - 1), end) if lowers[at] in {"yet", "still"}]
    return [at for at in range(cue, end) if tags[at] in (_MODALS if opened == "possible" else _AUXILIARIES)]


def _negation_words(analysis: Analysis, draft: ClaimDraft) -> list[int]:
    """The words that negate a cue: "not" in it or in front, "no" in its source, or the verb of refusing before it."""
    cue, end = draft.cue_range
    inside = [at for at in range(cue, end) if is_negation(analysis, at)]
    if not inside and draft.cue.category == "noun":
        inside = none_before(analysis, cue, end)
    inside = inside or (denying_words(analysis, draft.source.first) if draft.source.first < cue else [])
    if inside:
        return inside
    first = draft.source.first
    if is_nobody(analysis, draft.source) or (first >= 0 and analysis.tags[first] == "X"):
        return [first]
    before = (at for at in range(cue - 1, max(-1, cue - _REFUSAL_REACH), -1) if analysis.tags[at] in "vdiX")
    return [next(before, cue)]


def _openers(analysis: Analysis, condition: Span) -> list[int]:
    """The words that open a condition: "if", "provided that"."""
    at = bisect_right(analysis.tokens.starts, condition.start) - 1
    place = bisect_right(analysis.condition_openers, at) - 1
    first = analysis.condition_openers[place] if place >= 0 else at
    return list(range(first, at)) if 0 < at - first <= _OPENER_REACH else [at]
