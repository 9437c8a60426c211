"""What stands before the first section: headline, key points, byline, dateline."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import regex
from attrs import define, frozen

from tradebrief.formats import Layout
from tradebrief.lexicon import LayoutWords
from tradebrief.model import Block, BlockKind, SectionRole
from tradebrief.text import Span

__all__ = ["Front", "read_front"]

_SENTENCE_END = regex.compile(r"[.!?][\"'”’)]{0,2}\s++(?=[\p{Lu}“‘\"'])")
_KEY_POINT_LENGTH = 280
_HEADLINE_LENGTH = 300
_SHORT = 160  # Longer than any label, byline or dateline.
_OPENING = 60  # A label at the start of a paragraph ends before this.
_STATED = frozenset({BlockKind.HEADLINE, BlockKind.KEY_POINT, BlockKind.BYLINE, BlockKind.DATELINE})
_STOPS = (".", "!", "?", "…", '."', ".”")


@frozen(kw_only=True)
class Front:
    """What the front of an article is made of.

    Attributes:
        kicker: The label over the headline, which says what the whole text is.
        headline: The headline's words.
        key_points: The words of the key points.
        byline: The line that names the author.
        dateline: The line of place and date.
        body: Index of the first block that is none of these.
    """

    kicker: Span | None
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
    is_apart: bool

    def content(self, at: int, most: int = _SHORT) -> str:
        """A block's words, or nothing where they are more than that."""
        span = self.blocks[at].content
        return self.text[span.start : span.end] if span.end - span.start <= most else ""

    def opening(self, at: int) -> str:
        """The first words of a block."""
        span = self.blocks[at].content
        return self.text[span.start : min(span.end, span.start + _OPENING)]

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


def read_front(layout: Layout, kinds: list[BlockKind], words: LayoutWords) -> Front:
    """Take headline, key points, byline and dateline off the front, and name their kinds in ``kinds``."""
    blocks = layout.blocks
    reading = _Reading(layout.text, blocks, kinds, words, layout.is_apart)
    named: dict[BlockKind, Span] = {}
    body: int | None = None
    has_lead = False
    at, points = _read_stated(reading, reading.skip_blank(0), named)
    at = _read_lines(reading, at, named)
    if BlockKind.HEADLINE not in named:
        if (after := _after_note(reading, at, is_first=True)) > at:
            body, at = at, after
        at = _read_headline(reading, at, named)
    while at < len(blocks):
        after = _read_lines(reading, at, named) if BlockKind.HEADLINE in named else at
        if after > at:
            at = after
            continue
        if BlockKind.HEADLINE in named and not points and body is None and _is_standfirst(reading, at, named):
            points = (reading.name(at, BlockKind.KEY_POINT),)
            at = reading.skip_blank(at + 1)
            continue
        if BlockKind.HEADLINE in named and not points and (found := _key_points(reading, at, bare=not has_lead)):
            points = tuple(reading.name(point, BlockKind.KEY_POINT) for point in found)
            at = reading.skip_blank(found[-1] + 1)
            continue
        if BlockKind.HEADLINE not in named:
            break
        if (after := _after_note(reading, at)) == at:
            if not _is_lead(reading, at, points):
                break
            has_lead, after = True, reading.skip_blank(at + 1)
        body = at if body is None else body
        at = after
    return Front(
        kicker=named.get(BlockKind.LABEL),
        headline=named.get(BlockKind.HEADLINE),
        key_points=points,
        byline=named.get(BlockKind.BYLINE),
        dateline=named.get(BlockKind.DATELINE),
        body=at if body is None else body,
    )


def _read_stated(reading: _Reading, at: int, named: dict[BlockKind, Span]) -> tuple[int, tuple[Span, ...]]:
    """Pass the blocks of which the format itself says what they are; the index after them, and the key points."""
    points: list[Span] = []
    while at < len(reading.kinds) and reading.kinds[at] in _STATED:
        content = reading.blocks[at].content
        if reading.kinds[at] is BlockKind.KEY_POINT:
            points.append(content)
        else:
            named.setdefault(reading.kinds[at], content)
        at = reading.skip_blank(at + 1)
    return at, tuple(points)


def _read_lines(reading: _Reading, at: int, named: dict[BlockKind, Span]) -> int:
    """Pass byline, dateline and lines of the page; the index of the first block after them."""
    words = reading.words
    while at < len(reading.blocks) and (line := reading.content(at)):
        after = reading.skip_blank(at + 1)
        if BlockKind.BYLINE not in named and (words.is_byline(line) or _is_signature(reading, at, after)):
            named[BlockKind.BYLINE] = reading.name(at, BlockKind.BYLINE)
            if after < len(reading.blocks) and words.is_post(reading.content(after)):
                reading.name(after, BlockKind.BYLINE)
                after = reading.skip_blank(after + 1)
        elif BlockKind.DATELINE not in named and (size := _dateline(reading, at, after, named)):
            start = reading.name(at, BlockKind.DATELINE).start
            named[BlockKind.DATELINE] = Span(start, start + size)
        elif words.is_interruption(line):
            reading.name(at, BlockKind.BOILERPLATE)
        else:
            break
        at = after
    return at


def _dateline(reading: _Reading, at: int, after: int, named: dict[BlockKind, Span]) -> int:
    """The length of the dateline that a line is; 0 if it is none.

    Over the headline it names a town that is known, or a date alone: "Trade Talks - March 4" may be the headline. A
    town alone ("OTTAWA") and the like may be a heading, unless another line of the front or key points follow.
    """
    words, line = reading.words, reading.content(at)
    is_over = BlockKind.HEADLINE not in named
    if is_over and words.is_series(line):
        return 0
    if size := words.dateline_of_line(line):
        return size
    if words.is_date(line):
        return len(line)
    if words.is_front_date(line) and (not is_over or words.opens_with_town(line) or words.is_span_of_days(line)):
        return len(line)
    if not words.may_be_front_date(line) or after >= len(reading.blocks):
        return 0
    follows = reading.content(after)
    is_front = (
        reading.kinds[after] is BlockKind.HEADING
        or words.is_byline(follows)
        or words.is_date(follows)
        or bool(_key_points(reading, after, bare=True, name=False))
    )
    return len(line) if is_front else 0


def _is_signature(reading: _Reading, at: int, after: int) -> bool:
    """Whether a block is the author's name with the post of a journalist."""
    return reading.words.is_signature(
        reading.content(at), reading.content(after) if after < len(reading.blocks) else ""
    )


def _read_headline(reading: _Reading, at: int, named: dict[BlockKind, Span]) -> int:
    """Name the headline, and the label over it; the index of the first block after them."""
    after = reading.skip_blank(at + 1)
    is_series = after < len(reading.blocks) and reading.words.is_series(reading.content(at))
    if is_series and (first := _headline_of_series(reading, after)):
        named[BlockKind.LABEL] = reading.name(at, BlockKind.LABEL)
        at = _read_lines(reading, after, named) if first > after else after
        after = reading.skip_blank(at + 1)
    role = reading.words.role_of_label(reading.content(at)) if after < len(reading.blocks) else None
    if role is not None and role.is_authored and role is not SectionRole.EDITORS_NOTE and _is_headline(reading, after):
        named[BlockKind.LABEL] = reading.name(at, BlockKind.LABEL)
        at = after
    if at < len(reading.blocks) and _opens_report(reading, at):
        reading.name(at, BlockKind.PARAGRAPH)
        return at
    if at < len(reading.blocks) and _is_headline(reading, at):
        named[BlockKind.HEADLINE] = reading.name(at, BlockKind.HEADLINE)
        return reading.skip_blank(at + 1)
    return at


def _headline_of_series(reading: _Reading, at: int) -> int:
    """The index of the headline under the name of a series; 0 if that name is the headline itself.

    Under a headline stand key points, a byline or a dateline; under a heading of the first item a paragraph.
    """
    first = at
    while first < len(reading.blocks) and _is_day(reading, first):
        first = reading.skip_blank(first + 1)
    if (
        first >= len(reading.blocks)
        or not _is_headline(reading, first)
        or reading.words.is_byline(reading.content(first))
    ):
        return 0
    after = reading.skip_blank(first + 1)
    if after >= len(reading.blocks):
        return 0
    is_front = _is_line_of_front(reading, after)
    return first if is_front or _key_points(reading, after, bare=True, name=False) else 0


def _is_day(reading: _Reading, at: int) -> bool:
    """Whether a block is a date or a dateline and no more."""
    line = reading.content(at)
    return reading.words.is_date(line) or reading.words.dateline_of_line(line) > 0


def _opens_report(reading: _Reading, at: int) -> bool:
    """Whether a block that the format does not call a heading opens as a wire copy without a title does.

    Its dateline has an agency, or a date before sentences: "OSLO: THE MILLS WAIT" and "TRADE WEEK, 4 May: The mills
    wait" are headlines.
    """
    opening, span = reading.opening(at), reading.blocks[at].content
    end = reading.words.dateline(opening) if reading.blocks[at].level is None else 0
    if end == 0 or opening[end:].lstrip().startswith("("):
        return end > 0
    return any(map(str.isdigit, opening[:end])) and reading.text.endswith(_STOPS, span.start, span.end)


def _is_headline(reading: _Reading, at: int) -> bool:
    """Whether a block is a heading, or one sentence with more text after it."""
    kind = reading.kinds[at]
    is_sentence = kind is BlockKind.PARAGRAPH and reading.is_one_sentence(at, _HEADLINE_LENGTH)
    return kind is BlockKind.HEADING or (is_sentence and reading.skip_blank(at + 1) < len(reading.blocks))


def _after_note(reading: _Reading, at: int, *, is_first: bool = False) -> int:
    """The index of what follows an editor's note in the front, or ``at`` where none is.

    A note opens with its label, or stands under it: up to a blank line, or one line long where key points follow
    that. In front of the headline it must be set off from it, unless it is one line.
    """
    blocks = reading.blocks
    if reading.kinds[at : at + 1] and _is_note(reading, at):
        after = reading.skip_blank(at + 1)
        if after >= len(blocks) or (is_first and not _is_headline(reading, after)):
            return at
        if is_first:
            reading.name(at, BlockKind.PARAGRAPH)
        return after
    if at >= len(blocks) or reading.words.role_of_label(reading.content(at)) is not SectionRole.EDITORS_NOTE:
        return at
    first = reading.skip_blank(at + 1)
    end = first
    while (
        end < len(blocks)
        and reading.kinds[end] not in {BlockKind.BLANK, BlockKind.LIST_ITEM}
        and not reading.words.is_key_points_label(reading.content(end))
    ):
        end += 1
    afters = dict.fromkeys(reading.skip_blank(place) for place in (end, first + 1))
    if is_first:
        after = next(iter(afters))
        return after if after < len(blocks) and _is_headline(reading, after) else at
    return next(
        (after for after in afters if after < len(blocks) and _key_points(reading, after, bare=True, name=False)),
        at,
    )


def _is_lead(reading: _Reading, at: int, points: tuple[Span, ...]) -> bool:
    """Whether a block is a first paragraph, before key points."""
    if reading.kinds[at] is not BlockKind.PARAGRAPH:
        return False
    after = reading.skip_blank(at + 1)
    return not points and after < len(reading.blocks) and bool(_key_points(reading, after, bare=False, name=False))


def _key_points(reading: _Reading, at: int, *, bare: bool, name: bool = True) -> list[int]:
    """The indexes of the key points that start here, none if there are none; names their label.

    Lines without label or bullet count only where ``bare`` says so; bullets without a label after a first
    paragraph only if they are sentences and no colon announces them.
    """
    line = reading.content(at)
    label = at if reading.words.is_key_points_label(line) or (bare and reading.words.is_front_label(line)) else None
    first = at if label is None else reading.skip_blank(at + 1)
    if first >= len(reading.blocks):
        return []
    points: list[int] = []
    if reading.kinds[first] is BlockKind.LIST_ITEM:
        points = _run_of_items(reading, first)
        if label is None and not bare and not _are_sentences(reading, points):
            return []
    elif label is not None:
        points = _run_of_lines(reading, first) or _run_of_paragraphs(reading, first)
    elif bare and not reading.is_apart:
        points = _run_of_lines(reading, first)
        if not _is_summary(reading, points):
            return []
    if not points or reading.skip_blank(points[-1] + 1) >= len(reading.blocks):
        return []  # Points with nothing after them are the text itself.
    if label is not None and name:
        reading.kinds[label] = BlockKind.LABEL
    return points


def _are_sentences(reading: _Reading, points: Sequence[int]) -> bool:
    """Whether list items are one sentence each, with a full stop, and nothing announces them as a list."""
    before = points[0] - 1
    while before > 0 and reading.kinds[before] is BlockKind.BLANK:
        before -= 1
    end = reading.blocks[before].content.end
    return reading.text[end - 1 : end] != ":" and all(
        reading.is_one_sentence(at, _KEY_POINT_LENGTH) and _has_stop(reading, at) for at in points
    )


def _run_of_items(reading: _Reading, at: int) -> list[int]:
    """List items of one kind of mark, with those that are set in under them; numbers after bullets are another list."""
    points: list[int] = []
    is_counted, depth = _mark(reading, at)
    while at < len(reading.kinds) and reading.kinds[at] in {BlockKind.LIST_ITEM, BlockKind.BLANK}:
        if reading.kinds[at] is BlockKind.LIST_ITEM:
            own_count, own_depth = _mark(reading, at)
            if own_count is not is_counted and own_depth <= depth:
                break
            points.append(at)
        at += 1
    return points


def _mark(reading: _Reading, at: int) -> tuple[bool, int]:
    """Whether a number stands before a list item, and how far its mark is set in."""
    block = reading.blocks[at]
    mark = reading.text[block.span.start : block.content.start]
    return any(map(str.isdigit, mark)), len(mark) - len(mark.lstrip())


def _run_of_lines(reading: _Reading, at: int) -> list[int]:
    """Lines of one sentence each, up to a blank line or a heading; at least two."""
    kinds = reading.kinds
    points: list[int] = []
    while at < len(kinds) and _may_be_point(reading, at, points):
        points.append(at)
        at += 1
    stopped = (
        at == len(kinds)
        or kinds[at] in {BlockKind.BLANK, BlockKind.HEADING}
        or _role(reading, at)
        or _is_line_of_front(reading, at)
    )
    # A run that flows into a longer paragraph is no list of points, nor are headings with a sentence under each.
    ends = {_has_stop(reading, point) for point in points if kinds[point] is BlockKind.HEADING}
    ends |= {_has_stop(reading, point) for point in points} if ends else set()
    return points if stopped and len(points) > 1 and len(ends) < 2 else []


def _run_of_paragraphs(reading: _Reading, at: int) -> list[int]:
    """Paragraphs of one sentence each with blank lines between them, up to a heading or a longer one."""
    points: list[int] = []
    while at < len(reading.kinds) and reading.kinds[at] is BlockKind.PARAGRAPH and _may_be_point(reading, at, points):
        points.append(at)
        at = reading.skip_blank(at + 1)
    return points


def _may_be_point(reading: _Reading, at: int, before: Sequence[int]) -> bool:
    kind = reading.kinds[at]
    if kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or not reading.is_one_sentence(at, _KEY_POINT_LENGTH):
        return False
    if _role(reading, at) or _is_line_of_front(reading, at) or _opens_report(reading, at):
        return False
    if kind is BlockKind.PARAGRAPH:
        return True
    # What has no full stop after points that have one is a heading.
    return not (before and _has_stop(reading, before[-1])) and _is_in_list(reading, at)


def _has_stop(reading: _Reading, at: int) -> bool:
    """Whether a block ends as a sentence does."""
    return reading.content(at, _KEY_POINT_LENGTH).endswith(_STOPS)


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
    """Whether a block is the label of a part, or opens with one as an editor's note does."""
    words = reading.content(at)
    return (reading.words.role_of_label(words) or reading.words.role_of_byline(words)) is not None or _is_note(
        reading, at
    )


def _is_line_of_front(reading: _Reading, at: int) -> bool:
    """Whether a block is a byline or a dateline."""
    line = reading.content(at)
    if not line or line.endswith("."):
        return False
    words = reading.words
    return words.is_byline(line) or words.is_signature(line, "") or _is_day(reading, at) or words.is_front_date(line)


def _is_standfirst(reading: _Reading, at: int, named: dict[BlockKind, Span]) -> bool:
    """Whether a block under the headline sums the text up: the author's line comes after it."""
    if reading.kinds[at] not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or BlockKind.BYLINE in named:
        return False
    after = reading.skip_blank(at + 1)
    size = len(reading.blocks[at].content)
    if size > _KEY_POINT_LENGTH or after >= len(reading.blocks) or _role(reading, at):
        return False
    line, later = reading.content(after), reading.skip_blank(after + 1)
    if not line or later >= len(reading.blocks):
        return False
    return reading.words.is_byline(line) or _is_signature(reading, after, later)


def _is_note(reading: _Reading, at: int) -> bool:
    """Whether a block is an editor's note on one line."""
    return reading.words.role_of_opening(reading.opening(at)) is SectionRole.EDITORS_NOTE
