"""Which lines before the first section are key points: labelled, bulleted, or lines that sum up the text."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from tradebrief.parsing._front_reading import FrontReading, is_line_of_front, opens_part, opens_report
from tradebrief.parsing._kinds import BLANK, HEADING, LABEL, LIST_ITEM, PARAGRAPH

__all__ = ["KEY_POINT_LENGTH", "is_key_points_label", "read_key_points"]

KEY_POINT_LENGTH = 280
_FEWEST_POINTS = 2
_POINT_WORDS = 4  # Lines that are no longer may be a list of names.
_MUCH = 1.75  # So many times as long as the longest key point is a paragraph that these sum up,
_FAR = 3  # and so many times one that could be the first of them.
_STOPS = (".", "!", "?", "…", '."', ".”")


def is_key_points_label(reading: FrontReading, at: int) -> bool:
    """Whether a block is the label of key points."""
    return reading.words.is_key_points_label(reading.content(at))


def read_key_points(reading: FrontReading, at: int, *, bare: bool, name: bool = True) -> list[int]:
    """The indexes of the key points that start here, none if there are none; names their label.

    Lines without label or bullet count where ``bare`` says so. After a first paragraph, otherwise, they are clearly
    shorter than it, and bullets without a label are sentences; no colon announces either.
    """
    line = reading.content(at)
    label = at if reading.words.is_key_points_label(line) or (bare and reading.words.is_front_label(line)) else None
    first = at if label is None else reading.skip_blank(at + 1)
    if first >= len(reading.blocks):
        return []
    points: list[int] = []
    if reading.kinds[first] is LIST_ITEM:
        points = _run_of_items(reading, first)
        if label is None and not bare and not _are_sentences(reading, points):
            return []
    elif label is not None:
        points = _run_of_lines(reading, first) or _run_of_paragraphs(reading, first)
    elif bare and not reading.is_apart:
        points = _run_of_lines(reading, first)
        if not _is_summary(reading, points) or _opens_with_lead(reading, points):
            return []
    elif not reading.is_apart and _are_short(reading, first):
        points = _run_of_lines(reading, first)
        if not _sum_up_lead(reading, points):
            return []
    if not points or reading.skip_blank(points[-1] + 1) >= len(reading.blocks):
        return []  # Points with nothing after them are the text itself.
    if label is not None and name:
        reading.kinds[label] = LABEL
    return points


def _are_sentences(reading: FrontReading, points: Sequence[int]) -> bool:
    """Whether list items are one sentence each, with a full stop, and nothing announces them as a list."""
    before = points[0] - 1
    while before > 0 and reading.kinds[before] is BLANK:
        before -= 1
    end = reading.blocks[before].content.end
    return reading.text[end - 1 : end] != ":" and all(
        reading.is_one_sentence(at, KEY_POINT_LENGTH) and _has_stop(reading, at) for at in points
    )


def _run_of_items(reading: FrontReading, at: int) -> list[int]:
    """List items of one kind of mark, with those that are set in under them; numbers after bullets are another list."""
    points: list[int] = []
    is_counted, depth = _mark(reading, at)
    while at < len(reading.kinds) and reading.kinds[at] in {LIST_ITEM, BLANK}:
        if reading.kinds[at] is LIST_ITEM:
            own_count, own_depth = _mark(reading, at)
            if own_count is not is_counted and own_depth <= depth:
                break
            points.append(at)
        at += 1
    return points


def _mark(reading: FrontReading, at: int) -> tuple[bool, int]:
    """Whether a number stands before a list item, and how far its mark is set in."""
    block = reading.blocks[at]
    mark = reading.text[block.span.start : block.content.start]
    return any(map(str.isdigit, mark)), len(mark) - len(mark.lstrip())


def _run_of_lines(reading: FrontReading, at: int) -> list[int]:
    """Lines of one sentence each, up to a blank line or a heading; at least two."""
    kinds = reading.kinds
    points: list[int] = []
    while at < len(kinds) and _may_be_point(reading, at, points):
        points.append(at)
        at += 1
    stopped = (
        at == len(kinds) or kinds[at] in {BLANK, HEADING} or opens_part(reading, at) or is_line_of_front(reading, at)
    )
    # A run that flows into a longer paragraph is no list of points, nor are headings with a sentence under each.
    ends = {_has_stop(reading, point) for point in points if kinds[point] is HEADING}
    ends |= {_has_stop(reading, point) for point in points} if ends else set()
    return points if stopped and len(points) > 1 and len(ends) < 2 else []


def _run_of_paragraphs(reading: FrontReading, at: int) -> list[int]:
    """Paragraphs of one sentence each with blank lines between them, up to a heading or a much longer one."""
    points: list[int] = []
    most = longest = KEY_POINT_LENGTH
    while at < len(reading.kinds) and reading.kinds[at] is PARAGRAPH and _may_be_point(reading, at, points):
        size = len(reading.blocks[at].content)
        if size > most:
            break
        points.append(at)
        longest = max(longest, size) if points[1:] else size
        most = int(longest * (_MUCH if points[1:] else _FAR))
        at = reading.skip_blank(at + 1)
    return points


def _may_be_point(reading: FrontReading, at: int, before: Sequence[int]) -> bool:
    kind = reading.kinds[at]
    if kind not in {PARAGRAPH, HEADING} or not reading.is_one_sentence(at, KEY_POINT_LENGTH):
        return False
    if opens_part(reading, at) or is_line_of_front(reading, at) or opens_report(reading, at):
        return False
    if kind is PARAGRAPH:
        return True
    # What has no full stop after points that have one is a heading.
    return not (before and _has_stop(reading, before[-1])) and _is_in_list(reading, at)


def _has_stop(reading: FrontReading, at: int) -> bool:
    """Whether a block ends as a sentence does."""
    return reading.content(at, KEY_POINT_LENGTH).endswith(_STOPS)


def _is_in_list(reading: FrontReading, at: int) -> bool:
    """Whether a line that looks like a heading is one of a list of lines: what follows is no paragraph under it.

    A sentence with its full stop under a line without one is.
    """
    after = at + 1
    if after >= len(reading.kinds) or reading.kinds[after] is BLANK:
        return after < len(reading.kinds)
    return reading.is_one_sentence(after, KEY_POINT_LENGTH) and _has_stop(reading, after) is _has_stop(reading, at)


def _is_summary(reading: FrontReading, points: Sequence[int]) -> bool:
    """Whether lines without a label are shorter than the paragraphs after them."""
    if not points:
        return False
    here = [len(reading.blocks[point].content) for point in points]
    later = _lengths_after(reading, points[-1])
    return bool(later) and median(later) > 1.3 * median(here)


def _opens_with_lead(reading: FrontReading, points: Sequence[int]) -> bool:
    """Whether the first of some lines is a first paragraph of one sentence, and the others sum the text up.

    Only its full stop, or a length that no key point has, tells it from them.
    """
    if len(points) <= _FEWEST_POINTS or not _sum_up_lead(reading, points[1:]):
        return False
    longest = max(len(reading.blocks[point].content) for point in points[1:])
    return not _has_stop(reading, points[1]) or len(reading.blocks[points[0]].content) > _FAR * longest


def _are_short(reading: FrontReading, at: int) -> bool:
    """Whether two lines stand here that are much shorter than the block before them, as most paragraphs are not."""
    if at + 1 >= len(reading.blocks) or (before := reading.content_before(at)) is None:
        return False
    size = (before.end - before.start) / _MUCH
    first, second = reading.blocks[at].content, reading.blocks[at + 1].content
    return first.end - first.start < size and 0 < second.end - second.start < size


def _sum_up_lead(reading: FrontReading, points: Sequence[int]) -> bool:
    """Whether lines without a label after a first paragraph are key points rather than paragraphs, or a list in it.

    They are phrases of some words without a full stop, or sentences much shorter than all paragraphs.
    """
    if len(points) < _FEWEST_POINTS:
        return False
    lead = reading.content_before(points[0])
    if lead is None or not reading.text.endswith(_STOPS, lead.start, lead.end):
        return False
    lines = [reading.content(point) for point in points]
    if any(len(line.split(None, _POINT_WORDS)) <= _POINT_WORDS for line in lines):
        return False
    if not any(line.endswith(_STOPS) for line in lines):
        return _is_summary(reading, points)
    longest = max(map(len, lines))
    later = _lengths_after(reading, points[-1])
    return all(lines) and len(lead) > _MUCH * longest and bool(later) and median(later) > _MUCH * longest


def _lengths_after(reading: FrontReading, at: int) -> list[int]:
    """How long the paragraphs after a block are."""
    rest = range(at + 1, len(reading.blocks))
    return [len(reading.blocks[at].content) for at in rest if reading.kinds[at] is PARAGRAPH]
