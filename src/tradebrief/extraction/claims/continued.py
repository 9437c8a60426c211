"""Quotations that go on: in the same paragraph after their speaker's name, or over several paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.grammar.works import is_title
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.quotes import Quotation, goes_on

__all__ = ["continue_quotations"]

_REACH = 40
_FULL_STOP = 2  # Tokens from a closing mark to the end of its block, where a stop may stand after it.
_ONE_BETWEEN = 2  # Sentences from one to the next but one.
_PERSONAL = frozenset({"he", "she"})
_PLACED = frozenset({"at", "in", "near"})


def continue_quotations(analysis: Analysis, drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """Quotations that nobody has claimed join the direct claim beside them that they belong to.

    That is the one right before them in their paragraph, or the one that begins or ends a speech over several
    paragraphs, each of which opens with a mark.
    """
    if not analysis.quotations:
        return drafts
    quoted, starts = analysis.quoted, analysis.block_starts
    claimed = {
        quoted[part[0]]
        for draft in drafts
        for part in draft.content
        if quoted[draft.cue_range[0]] != quoted[part[0]]  # What the speaker says of others claims it for nobody.
    }
    block_of = sorted(starts)
    direct = sorted(
        (max(draft.end, draft.cue_range[1], draft.source.end), number)
        for number, draft in enumerate(drafts)
        if (draft.direct and not _is_inner(analysis, draft)) or _closes_quotation(analysis, draft)
    )
    upcoming, last = 0, -1
    for number, quotation in enumerate(analysis.quotations):
        while upcoming < len(direct) and direct[upcoming][0] <= quotation.open:
            last = upcoming
            upcoming += 1
        if number in claimed or last < 0:
            continue
        if not (quotation.open in starts or (quotation.open > 0 and analysis.tags[quotation.open - 1] in ".qC,")):
            continue
        if is_title(analysis, quotation):
            continue
        reached, index = direct[last]
        draft = drafts[index]
        joined = analysis.tags[quotation.open - 1] in "C," and quotation.open not in starts
        between = analysis.tags[reached : min(quotation.open, reached + _REACH)]
        if joined and any(tag not in ",qC" for tag in between):
            continue  # "“...,” and, “...”" goes on, "“...,” while “...”" does not.
        same_block = bisect_right(block_of, reached - 1) == bisect_right(block_of, quotation.open)
        opens = quotation.open in starts
        continued = opens and (_was_open(analysis, draft) or _follows_up(analysis, reached, quotation))
        sentence = analysis.sentence_of(reached - 1)
        apart = analysis.sentence_of(quotation.open) - sentence
        near = apart <= 1 or (apart == _ONE_BETWEEN and _is_of_speaker(analysis, draft, sentence + 1, quotation))
        if continued or (same_block and near and quotation.open - reached <= _REACH):
            end = trim_end(analysis, quotation.open + 1, quotation.close)
            if end > quotation.open + 1:
                draft.content.append((quotation.open + 1, end))
                claimed.add(number)
                direct[last] = (max(reached, end), index)
    _lead_up(analysis, drafts, claimed)
    return drafts


def _is_inner(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a claim stands with its cue in the quotation that holds its content: the speaker's words of others."""
    return analysis.quoted[draft.first] == analysis.quoted[draft.cue_range[0]] >= 0


def _lead_up(analysis: Analysis, drafts: Sequence[ClaimDraft], claimed: Collection[int]) -> None:
    """Paragraphs that nobody has claimed join the one that they go on in, whose speaker is named after it."""
    quotations, quoted = analysis.quotations, analysis.quoted
    if all(quotation.closed for quotation in quotations):
        return
    speeches = {
        quoted[draft.first]: draft
        for draft in drafts
        if draft.direct and quoted[draft.first] >= 0 and draft.content[0][1] <= draft.cue_range[0]
    }
    for number in range(len(quotations) - 2, -1, -1):
        quotation, speech = quotations[number], speeches.get(number + 1)
        opens = quotation.open in analysis.block_starts
        if speech is None or number in claimed or not opens or not goes_on(quotation, quotations[number + 1]):
            continue
        end = trim_end(analysis, quotation.open + 1, quotation.close)
        if end > quotation.open + 1:
            speech.content.insert(0, (quotation.open + 1, end))
            speeches[number] = speech


def _is_of_speaker(analysis: Analysis, draft: ClaimDraft, sentence: int, quotation: Quotation) -> bool:
    """Whether a sentence before a quotation names nobody but the speaker of a claim before it, as "he" or "she"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    first, end = analysis.bounds[sentence]
    after = quotation.close + 1
    ends = after >= len(tags) or after in analysis.walls or tags[after] == "."
    if end != quotation.open or not ends or max(analysis.quoted[first:end], default=-1) >= 0:
        return False
    pronoun = lowers[first]
    source = lowers[draft.source.first : draft.source.end]
    if pronoun not in _PERSONAL or (len(source) == 1 and not {pronoun}.issuperset(_PERSONAL.intersection(source))):
        return False
    return all(
        (tags[at] != "R" or lowers[at] == pronoun or lowers[at] not in _PERSONAL)
        and (
            tags[at] != "E"
            or tags[at - 1] == "E"
            or lowers[at - 1] in _PLACED
            or lowers[at] in analysis.index.sets["grammar.time"]
        )
        for at in range(first, end)
    )


def _closes_quotation(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether words that are quoted in part stand before their attribution: "mills are “slow,” he said"."""
    first, end = draft.content[0]
    return end <= draft.cue_range[0] and max(analysis.quoted[first:end]) >= 0


def _follows_up(analysis: Analysis, reached: int, quotation: Quotation) -> bool:
    """Whether a paragraph is nothing but a quotation, right after one that ends with its speaker's words.

    Of whoever else spoke there would be a name: "“It hurts,” Lund said." and then "“We may close.”".
    """
    at = bisect_right(analysis.blocks, (quotation.open, len(analysis.tags))) - 1
    first, end = analysis.blocks[at]
    if first != quotation.open or not quotation.closed or end - quotation.close > _FULL_STOP or not at:
        return False
    before = next((block for block in reversed(analysis.blocks[:at]) if block[0] < block[1]), (0, 0))
    return before[0] < reached and analysis.sentence_of(reached - 1) == analysis.sentence_of(before[1] - 1)


def _was_open(analysis: Analysis, draft: ClaimDraft) -> bool:
    number = analysis.quoted[draft.content[-1][0]]
    return number >= 0 and not analysis.quotations[number].closed
