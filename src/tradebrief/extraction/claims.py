"""Claims: cues, each with the source and content that the grammar around it gives.

The readers of ``verb_cues``, ``phrase_cues`` and ``nominal_cues`` propose drafts. Drafts that contradict one
another are settled, nesting is worked out, and each becomes a ``Claim``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.clauses import trim_end
from tradebrief.extraction.drafts import ClaimDraft
from tradebrief.extraction.index import Trigger
from tradebrief.extraction.label_cues import label_drafts
from tradebrief.extraction.nominal_cues import adjective_drafts, noun_drafts
from tradebrief.extraction.phrase_cues import phrase_drafts
from tradebrief.extraction.sources import holder_of
from tradebrief.extraction.verb_cues import verb_drafts
from tradebrief.model import (
    Assertion,
    Certainty,
    Claim,
    ClaimId,
    ClaimMode,
    RuleId,
    VoiceKind,
)
from tradebrief.model.ids import digest, unique
from tradebrief.text import Span

__all__ = ["FoundClaim", "find_claims", "find_drafts"]

_CONTINUATION_REACH = 40
_DEEPEST = 12  # Claims nested deeper than anybody could follow stand by themselves.
_SPEECH_FRAMES = frozenset({"quote", "np_quote", "bare", "that", "np_that"})
_NEGATED_CERTAINTY = {
    Certainty.CERTAIN: Certainty.CERTAIN_NOT,
    Certainty.CERTAIN_NOT: Certainty.CERTAIN,
    Certainty.PROBABLE: Certainty.PROBABLE_NOT,
    Certainty.PROBABLE_NOT: Certainty.PROBABLE,
    Certainty.POSSIBLE: Certainty.POSSIBLE_NOT,
    Certainty.POSSIBLE_NOT: Certainty.POSSIBLE,
}


@frozen
class FoundClaim:
    """A claim with the draft that it came from, for the steps that read on."""

    claim: Claim
    draft: ClaimDraft


def find_claims(analysis: Analysis, cast: Cast) -> tuple[FoundClaim, ...]:
    """The claims of an article in the order of the text."""
    drafts = find_drafts(analysis)
    return _finish(analysis, cast, drafts)


def find_drafts(analysis: Analysis) -> list[ClaimDraft]:
    """All readings that stand beside one another, in the order of their cues.

    They come in the order in which they win: "voiced doubts" over "voiced" and over "doubts".
    """
    drafts = [
        *phrase_drafts(analysis),
        *adjective_drafts(analysis),
        *verb_drafts(analysis),
        *noun_drafts(analysis),
        *label_drafts(analysis),
    ]
    drafts.sort(key=lambda draft: -draft.strong)
    return _continue_quotations(analysis, _settle(drafts))


def _settle(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Drafts without those whose cue another one has used, or whose content is the same."""
    kept: list[ClaimDraft] = []
    used: set[int] = set()
    contents: set[tuple[tuple[int, int], ...]] = set()
    for draft in drafts:
        tokens = range(*draft.cue_range)
        if any(at in used for at in tokens) or tuple(draft.content) in contents:
            continue
        draft.content = [part for part in draft.content if part[1] > part[0]]
        if not draft.content:
            continue
        used.update(tokens)
        contents.add(tuple(draft.content))
        kept.append(draft)
    return sorted(kept, key=lambda draft: draft.cue_range)


def _continue_quotations(analysis: Analysis, drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """Quotations that nobody has claimed join the direct claim right before them in their paragraph."""
    quoted = analysis.quoted
    claimed = {
        quoted[part[0]]
        for draft in drafts
        for part in draft.content
        if quoted[draft.cue_range[0]] != quoted[part[0]]  # What the speaker says of others claims it for nobody.
    }
    starts = {analysis.tokens.range(block.content)[0] for block in analysis.article.blocks}
    block_of = sorted(starts)
    direct = sorted(
        (max(draft.end, draft.cue_range[1], draft.source.end), number)
        for number, draft in enumerate(drafts)
        if draft.direct or _closes_quotation(analysis, draft)
    )
    upcoming, last = 0, -1
    for number, quotation in enumerate(analysis.quotations):
        while upcoming < len(direct) and direct[upcoming][0] <= quotation.open:
            last = upcoming
            upcoming += 1
        if number in claimed or last < 0:
            continue
        if not (quotation.open in starts or (quotation.open > 0 and analysis.tags[quotation.open - 1] in ".q")):
            continue
        reached, index = direct[last]
        draft = drafts[index]
        same_block = bisect_right(block_of, reached - 1) == bisect_right(block_of, quotation.open)
        continued = quotation.open in starts and _was_open(analysis, draft)
        sentences = analysis.sentence_of(quotation.open) - analysis.sentence_of(reached - 1)
        if continued or (same_block and sentences <= 1 and quotation.open - reached <= _CONTINUATION_REACH):
            end = trim_end(analysis, quotation.open + 1, quotation.close)
            if end > quotation.open + 1:
                draft.content.append((quotation.open + 1, end))
                direct[last] = (max(reached, end), index)
    return drafts


def _closes_quotation(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether words that are quoted in part stand before their attribution: "mills are “slow,” he said"."""
    first, end = draft.content[0]
    return end <= draft.cue_range[0] and any(number >= 0 for number in analysis.quoted[first:end])


def _was_open(analysis: Analysis, draft: ClaimDraft) -> bool:
    number = analysis.quoted[draft.content[-1][0]]
    return number >= 0 and not analysis.quotations[number].closed


def _finish(analysis: Analysis, cast: Cast, drafts: Sequence[ClaimDraft]) -> tuple[FoundClaim, ...]:
    found: list[FoundClaim] = []
    taken: dict[str, int] = {}
    openers = analysis.hits(Trigger.CONDITION)
    for draft in sorted(drafts, key=lambda draft: (min(draft.first, draft.cue_range[0]), draft.cue_range)):
        claim = _claim(analysis, cast, draft, openers, taken)
        found.append(FoundClaim(claim, draft))
    return tuple(_nest(found))


def _claim(analysis: Analysis, cast: Cast, draft: ClaimDraft, openers: Sequence[int], taken: dict[str, int]) -> Claim:
    article, tokens = analysis.article, analysis.tokens
    holder, reason = holder_of(analysis, cast, draft.source)
    source = tokens.span(draft.source.first, draft.source.end) if draft.source.first >= 0 else None
    cue = tokens.span(*draft.cue_range)
    content = tuple(tokens.span(*part) for part in sorted(draft.content))
    words = [article[span] for span in (*([source] if source else []), cue, *content)]
    assertion, certainty = draft.cue.assertion, draft.cue.certainty
    if draft.negated:
        assertion = (
            Assertion.NOT_ASSERTED
            if assertion is not Assertion.ASSERTED or draft.frame in {"quote", "bare", "wh", "np_wh"}
            else Assertion.DENIED
        )
        certainty = _NEGATED_CERTAINTY.get(certainty, certainty)
        if assertion is Assertion.NOT_ASSERTED:
            certainty = Certainty.UNKNOWN
    author = cast.is_author(holder)
    return Claim(
        id=ClaimId(unique(f"claim:{digest(*words)}", taken)),
        holder=holder,
        holder_reason=reason,
        source=source,
        cue=cue,
        content=content,
        kind=draft.cue.kind,
        mode=_mode(analysis, draft),
        voice=VoiceKind.AUTHOR if author or analysis.is_authored(cue.start) else VoiceKind.REPORTED,
        assertion=assertion,
        certainty=certainty,
        conditions=tuple(_conditions(analysis, draft, openers)) if openers else (),
        rule=RuleId(f"claim.{draft.cue.id}.{draft.frame}"),
    )


def _mode(analysis: Analysis, draft: ClaimDraft) -> ClaimMode:
    if draft.direct:
        return ClaimMode.DIRECT
    if not analysis.quotations:
        return ClaimMode.INDIRECT
    quoted = [analysis.quoted[at] >= 0 for first, end in draft.content for at in range(first, end)]
    if all(quoted):
        return ClaimMode.DIRECT
    return ClaimMode.MIXED if any(quoted) else ClaimMode.INDIRECT


def _conditions(analysis: Analysis, draft: ClaimDraft, openers: Sequence[int]) -> Iterator[Span]:
    """The clauses after "if", "unless", "provided that" in a content."""
    tags, lowers, conditions = analysis.tags, analysis.tokens.lowers, analysis.index.conditions
    for first, end in draft.content:
        for at in openers[bisect_left(openers, first) : bisect_left(openers, end)]:
            found = conditions.at(lowers, at)
            if (
                found is None
                or (at == first and lowers[at] == "if")
                or (lowers[at] == "should" and tags[at - 1] not in ",.")
            ):
                continue
            start = found[0] + (found[0] < end and lowers[found[0]] == "that")
            if lowers[at] == "should":
                start = at
            stop = next((probe for probe in range(start, end) if tags[probe] in ",;"), end)
            stop = trim_end(analysis, start, stop)
            if stop > start:
                yield analysis.tokens.span(start, stop)


def _nest(found: Sequence[FoundClaim]) -> Iterator[FoundClaim]:
    """The claims with the one each is nested in: the smallest whose content holds its cue and content.

    One sweep over the contents in order, those that are still open on a stack.
    """
    parts = sorted((part[0], -part[1], number) for number, item in enumerate(found) for part in item.draft.content)
    wanted = sorted((min(item.draft.cue_range[0], item.draft.first), number) for number, item in enumerate(found))
    outer_of: dict[int, int] = {}
    depth: dict[int, int] = {}
    stack: list[tuple[int, int, int]] = []  # (end, -start, number), outer before inner
    upcoming = 0
    for start, number in wanted:
        while upcoming < len(parts) and parts[upcoming][0] <= start:
            begin, negative_end, outer = parts[upcoming]
            stack.append((-negative_end, -begin, outer))
            upcoming += 1
        stack = [item for item in stack if item[0] > start]
        end = max(found[number].draft.end, found[number].draft.cue_range[1])
        fits = [item for item in stack if item[0] >= end and item[2] != number and depth.get(item[2], 0) < _DEEPEST]
        if fits:
            outer_of[number] = min(fits)[2]
            depth[number] = depth.get(outer_of[number], 0) + 1
    for number, item in enumerate(found):
        holding = outer_of.get(number)
        if holding is None or outer_of.get(holding) == number:
            yield item
            continue
        above = found[holding].claim
        relayed = above.holder if above.holder != item.claim.holder else None
        voice = VoiceKind.ATTRIBUTED if above.voice is VoiceKind.REPORTED else above.voice
        yield FoundClaim(evolve(item.claim, within=above.id, relayed_by=relayed, voice=voice), item.draft)
