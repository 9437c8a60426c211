"""What stands before the first section: headline, key points, byline, dateline."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import regex
from attrs import define, frozen

from tradebrief.lexicon import LayoutWords
from tradebrief.model import Block, BlockKind
from tradebrief.text import Span

__all__ = ["Front", "read_front"]

_SENTENCE_END = regex.compile(r"[.!?][\"'”’)]{0,2}\s++(?=[\p{Lu}“‘\"'])")
_KEY_POINT_LENGTH = 280
_HEADLINE_LENGTH = 300
_SHORT = 160  # Longer than any label, byline or dateline.


@frozen(kw_only=True)
class Front:
    """What the front of an article is made of.

    Attributes:
        headline: The headline's words.
        key_points: The words of the key points.
        byline: The line that names the author.
        dateline: The line of place and date.
        body: Index of the first block after them.
    """

    headline: Span | None
    key_points: tuple[Span, ...]
    byline: Span | None
    dateline: Span | None
    body: int


@define
class _Reading:
    """A walk over the blocks that names their kinds as it goes."""

    text: str
    blocks: Sequence[Block]
    kinds: list[BlockKind]
    words: LayoutWords

    def content(self, at: int) -> str:
        span = self.blocks[at].content
        return self.text[span.start : span.end]

    def short(self, at: int) -> str:
        """A block's words, or nothing where they are too many for a label."""
        span = self.blocks[at].content
        return self.text[span.start : span.end] if span.end - span.start <= _SHORT else ""

    def skip_blank(self, at: int) -> int:
        while at < len(self.kinds) and self.kinds[at] is BlockKind.BLANK:
            at += 1
        return at

    def name(self, at: int, kind: BlockKind) -> Span:
        self.kinds[at] = kind
        return self.blocks[at].content

    def is_one_sentence(self, at: int, most: int) -> bool:
        span = self.blocks[at].content
        return span.end - span.start <= most and not _SENTENCE_END.search(self.text, span.start, span.end)


def read_front(text: str, blocks: Sequence[Block], kinds: list[BlockKind], words: LayoutWords) -> Front:
    """Take headline, key points, byline and dateline off the front, and name their kinds in ``kinds``."""
    reading = _Reading(text, blocks, kinds, words)
    at = reading.skip_blank(0)
    headline = _headline(reading, at)
    if headline is not None:
        at = reading.skip_blank(at + 1)
    byline = dateline = None
    points: tuple[Span, ...] = ()
    while at < len(blocks):
        line = reading.short(at)
        if line and byline is None and words.is_byline(line):
            byline = reading.name(at, BlockKind.BYLINE)
        elif line and dateline is None and headline and (words.dateline(line) == len(line) or words.is_date(line)):
            dateline = reading.name(at, BlockKind.DATELINE)
        elif headline is not None and not points and (found := _key_points(reading, at)):
            points = tuple(reading.name(point, BlockKind.KEY_POINT) for point in found)
            at = found[-1]
        else:
            break
        at = reading.skip_blank(at + 1)
    return Front(headline=headline, key_points=points, byline=byline, dateline=dateline, body=at)


def _headline(reading: _Reading, at: int) -> Span | None:
    """The first block, if it is a heading, or one sentence with more text after it."""
    if at >= len(reading.blocks):
        return None
    kind = reading.kinds[at]
    is_sentence = kind is BlockKind.PARAGRAPH and reading.is_one_sentence(at, _HEADLINE_LENGTH)
    if kind is BlockKind.HEADING or (is_sentence and reading.skip_blank(at + 1) < len(reading.blocks)):
        return reading.name(at, BlockKind.HEADLINE)
    return None


def _key_points(reading: _Reading, at: int) -> list[int]:
    """The indexes of the key points that start here, none if there are none; names their label."""
    label = at if reading.words.is_key_points_label(reading.short(at)) else None
    first = at if label is None else reading.skip_blank(at + 1)
    if first >= len(reading.blocks):
        return []
    if reading.kinds[first] is BlockKind.LIST_ITEM:
        points = _run_of_items(reading, first)
    elif label is None:
        points = _run_of_lines(reading, first)
        if not _is_summary(reading, points):
            return []
    else:
        points = _run_of_lines(reading, first) or _run_of_paragraphs(reading, first)
    if not points or reading.skip_blank(points[-1] + 1) >= len(reading.blocks):
        return []  # Points with nothing after them are the text itself.
    if label is not None:
        reading.kinds[label] = BlockKind.LABEL
    return points


def _run_of_items(reading: _Reading, at: int) -> list[int]:
    points: list[int] = []
    while at < len(reading.kinds) and reading.kinds[at] in {BlockKind.LIST_ITEM, BlockKind.BLANK}:
        if reading.kinds[at] is BlockKind.LIST_ITEM:
            points.append(at)
        at += 1
    return points


def _run_of_lines(reading: _Reading, at: int) -> list[int]:
    """Lines of one sentence each, up to a blank line or a heading; at least two."""
    kinds = reading.kinds
    points: list[int] = []
    while at < len(kinds) and _may_be_point(reading, at):
        points.append(at)
        at += 1
    stopped = at == len(kinds) or kinds[at] in {BlockKind.BLANK, BlockKind.HEADING} or _role(reading, at)
    # A run that flows into a longer paragraph is no list of points.
    return points if stopped and len(points) > 1 else []


def _run_of_paragraphs(reading: _Reading, at: int) -> list[int]:
    """Paragraphs of one sentence each with blank lines between them, up to a heading or a longer one."""
    points: list[int] = []
    while at < len(reading.kinds) and reading.kinds[at] is BlockKind.PARAGRAPH and _may_be_point(reading, at):
        points.append(at)
        at = reading.skip_blank(at + 1)
    return points


def _may_be_point(reading: _Reading, at: int) -> bool:
    kind = reading.kinds[at]
    if kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or not reading.is_one_sentence(at, _KEY_POINT_LENGTH):
        return False
    return not _role(reading, at) and (kind is BlockKind.PARAGRAPH or _is_in_list(reading, at))


def _is_in_list(reading: _Reading, at: int) -> bool:
    """Whether a line that looks like a heading is one of a list of lines: what follows is no paragraph under it."""
    after = at + 1
    return after < len(reading.kinds) and (
        reading.kinds[after] is BlockKind.BLANK or reading.is_one_sentence(after, _KEY_POINT_LENGTH)
    )


def _is_summary(reading: _Reading, points: Sequence[int]) -> bool:
    """Whether lines without a label are shorter than the paragraphs after them."""
    if not points:
        return False
    here = [len(reading.blocks[point].content) for point in points]
    rest = range(points[-1] + 1, len(reading.blocks))
    later = [len(reading.blocks[at].content) for at in rest if reading.kinds[at] is BlockKind.PARAGRAPH]
    return bool(later) and median(later) > 1.3 * median(here)


def _role(reading: _Reading, at: int) -> bool:
    """Whether a block is the label of a part."""
    return reading.words.role_of_label(reading.short(at)) is not None
