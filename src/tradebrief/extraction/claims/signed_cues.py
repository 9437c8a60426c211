"""Claims whose cue is a dash between a quotation and its speaker's name: "“No.” — Ana Lund, trade minister"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import BlockKind

__all__ = ["signed_drafts"]

_MARK = "—"
_DASHES = frozenset({"—", "–", "―", "--"})
_LONGEST = 14  # Words of a name with what its bearer is.
_LONGEST_TITLE = 6  # Words before the name.
_MOST_PARAGRAPHS = 20


def signed_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of dashes between what is quoted and a name, on the same line or the next."""
    cue = analysis.index.marks.get(_MARK)
    if cue is None or _DASHES.isdisjoint(analysis.tokens.words):
        return
    signed: set[int] = set()
    for quotation in analysis.quotations:
        first, dash = quotation.open + 1, quotation.close + 1
        source = _signature(analysis, dash) if quotation.closed and quotation.open in analysis.walls else None
        end = trim_end(analysis, first, quotation.close) if source is not None else first
        if source is not None and end > first:
            signed.add(dash)
            yield ClaimDraft(cue, "quote", source, (dash, dash + 1), [(first, end)], direct=True)
    for dash, content in _quoted_blocks(analysis):
        source = _signature(analysis, dash) if dash not in signed else None
        if source is not None and content:
            yield ClaimDraft(cue, "quote", source, (dash, dash + 1), content, direct=True)


def _quoted_blocks(analysis: Analysis) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The first token of each line that says whose words a block quote gives, with the paragraphs of the quote."""
    if BlockKind.ATTRIBUTION not in [block.kind for block in analysis.article.blocks]:
        return
    content: list[tuple[int, int]] = []
    for block, (first, end) in zip(analysis.article.blocks, analysis.blocks, strict=True):
        if block.kind is BlockKind.QUOTATION:
            stop = trim_end(analysis, first, end) if first < end else first
            content = [*content[-_MOST_PARAGRAPHS:], *([(first, stop)] if stop > first else [])]
        elif block.kind is not BlockKind.BLANK:
            if block.kind is BlockKind.ATTRIBUTION and first < end:
                yield first, content
            content = []


def _signature(analysis: Analysis, dash: int) -> Source | None:
    """The name after a dash with what its bearer is, if nothing else follows on the line."""
    words, tags, times = analysis.tokens.words, analysis.tags, analysis.index.sets["grammar.time"]
    first = dash + 1
    if first >= len(words) or words[dash] not in _DASHES:
        return None
    _, stop = analysis.blocks[bisect_right(analysis.blocks, (dash, len(words))) - 1]
    text, tokens = analysis.article.text, analysis.tokens
    end = first + 1
    while end < stop and end - first <= _LONGEST and "\n" not in text[tokens.ends[end - 1] : tokens.starts[end]]:
        end += 1
    end = trim_end(analysis, first, end)
    name = next((at for at in range(first, min(end, first + _LONGEST_TITLE)) if tags[at] == "E"), None)
    dated = any(tokens.lowers[at] in times for at in range(first, end))
    if name is None or dated or end - first > _LONGEST or tags[first] not in "ENDhG":
        return None
    return None if any(tag in "vMBVOR;:q" for tag in tags[first:end]) else Source(first, end)
