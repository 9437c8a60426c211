"""What stands before the first section: headline, key points, byline, dateline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from tradebrief.formats import Layout
from tradebrief.lexicon import LayoutWords
from tradebrief.model import BlockKind, SectionRole
from tradebrief.parsing._front_reading import FrontReading, is_day, is_line_of_front, is_note, opens_part, opens_report
from tradebrief.parsing._key_points import KEY_POINT_LENGTH, is_key_points_label, read_key_points
from tradebrief.parsing._kinds import (
    BLANK,
    BOILERPLATE,
    BYLINE,
    DATELINE,
    HEADING,
    HEADLINE,
    KEY_POINT,
    LABEL,
    LIST_ITEM,
    PARAGRAPH,
)
from tradebrief.text import Span

__all__ = ["Front", "read_front"]

_HEADLINE_LENGTH = 300
_TOPIC_WORDS = 2
_TOPIC_LENGTH = 32
_TITLE_WORDS = 4  # A headline under a topic has more.
_BETWEEN = (" | ", " · ", " • ", " — ", " – ")  # A byline and its dateline.
_STATED = frozenset({HEADLINE, KEY_POINT, BYLINE, DATELINE})


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
        contents: The words of blocks with a label before them, by their index.
    """

    kicker: Span | None
    headline: Span | None
    key_points: tuple[Span, ...]
    byline: Span | None
    dateline: Span | None
    body: int
    contents: Mapping[int, Span]


def read_front(layout: Layout, kinds: list[BlockKind], words: LayoutWords) -> Front:
    """Take headline, key points, byline and dateline off the front, and name their kinds in ``kinds``."""
    blocks = layout.blocks
    reading = FrontReading(layout.text, blocks, kinds, words, layout.is_apart, {})
    named: dict[BlockKind, Span] = {}
    body: int | None = None
    has_lead = has_points = False
    at, points = _read_stated(reading, reading.skip_blank(0), named)
    at = _read_lines(reading, at, named)
    if HEADLINE not in named:
        if (after := _after_note(reading, at, is_first=True)) > at:
            body, at = at, after
        at = _read_headline(reading, at, named)
    while at < len(blocks):
        after = _read_lines(reading, at, named) if HEADLINE in named else at
        if after > at:
            at = after
            continue
        if HEADLINE in named and not points and body is None and _is_standfirst(reading, at, named):
            points.append(reading.name(at, KEY_POINT))
            at = reading.skip_blank(at + 1)
            continue
        may_have_points = HEADLINE in named and not has_points and (not points or is_key_points_label(reading, at))
        opening = reading.opening(at) if may_have_points and not points else ""
        if ": " in opening and (size := reading.words.key_points_opening(opening)):
            span = reading.name(at, KEY_POINT)
            points.append(reading.narrow(at, Span(span.start + size, span.end)))
            at = reading.skip_blank(at + 1)
            continue
        if may_have_points and (found := read_key_points(reading, at, bare=not has_lead)):
            points += [reading.name(point, KEY_POINT) for point in found]
            has_points = True
            at = reading.skip_blank(found[-1] + 1)
            continue
        if HEADLINE not in named:
            break
        if (after := _after_note(reading, at)) == at:
            if has_points or not _is_lead(reading, at, points):
                break
            has_lead, after = True, reading.skip_blank(at + 1)
        body = at if body is None else body
        at = after
    return Front(
        kicker=named.get(LABEL),
        headline=named.get(HEADLINE),
        key_points=tuple(points),
        byline=named.get(BYLINE),
        dateline=named.get(DATELINE),
        body=at if body is None else body,
        contents=reading.contents,
    )


def _read_stated(reading: FrontReading, at: int, named: dict[BlockKind, Span]) -> tuple[int, list[Span]]:
    """Pass the blocks of which the format itself says what they are; the index after them, and the key points."""
    points: list[Span] = []
    while at < len(reading.kinds) and reading.kinds[at] in _STATED:
        content = reading.blocks[at].content
        if reading.kinds[at] is KEY_POINT:
            points.append(content)
        else:
            named.setdefault(reading.kinds[at], content)
        at = reading.skip_blank(at + 1)
    return at, points


def _read_lines(reading: FrontReading, at: int, named: dict[BlockKind, Span]) -> int:
    """Pass byline, dateline and lines of the page; the index of the first block after them."""
    words = reading.words
    while at < len(reading.blocks) and (line := reading.content(at)):
        after = reading.skip_blank(at + 1)
        if BYLINE not in named and (
            words.is_byline(line)
            or (" by " in line and words.is_stamped_byline(line))
            or _is_signature(reading, at, after)
        ):
            named[BYLINE] = _name_byline(reading, at, named)
            if after < len(reading.blocks) and words.is_post(reading.content(after)):
                reading.name(after, BYLINE)
                after = reading.skip_blank(after + 1)
        elif DATELINE not in named and (size := _dateline(reading, at, after, named)):
            start = reading.name(at, DATELINE).start
            named[DATELINE] = Span(start, start + size)
        elif words.is_interruption(line) or (": " in line and words.role_of_opening(line) is SectionRole.BOILERPLATE):
            reading.name(at, BOILERPLATE)
        elif ": " not in line or (after := _read_memo(reading, at, named)) == at:
            break
        at = after
    return at


def _name_byline(reading: FrontReading, at: int, named: dict[BlockKind, Span]) -> Span:
    """Name a byline, and the dateline after a mark on the same line, as in "By Ana Ruiz | OSLO | March 3, 2026"."""
    span, line = reading.name(at, BYLINE), reading.content(at)
    for mark in _BETWEEN if DATELINE not in named else ():
        name, found, rest = line.partition(mark)
        if found and (size := _size_of_date(rest, reading.words)):
            start = span.start + len(name) + len(found)
            named[DATELINE] = Span(start, start + size)
            return reading.narrow(at, Span(span.start, span.start + len(name)))
    return span


def _size_of_date(line: str, words: LayoutWords) -> int:
    """The length of the dateline or date that words are; 0 if they are none."""
    return words.dateline_of_line(line) or len(line) * (words.is_date(line) or words.is_front_date(line))


def _dateline(reading: FrontReading, at: int, after: int, named: dict[BlockKind, Span]) -> int:
    """The length of the dateline that a line is; 0 if it is none.

    Over the headline it names a town that is known, or a date alone: "Trade Talks - March 4" may be the headline. A
    town alone ("OTTAWA") and the like may be a heading, unless another line of the front or key points follow.
    """
    words, line = reading.words, reading.content(at)
    is_over = HEADLINE not in named
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
        reading.kinds[after] is HEADING
        or (BYLINE in named and named[BYLINE] == reading.content_before(at))
        or words.is_byline(follows)
        or words.is_date(follows)
        or bool(read_key_points(reading, after, bare=True, name=False))
    )
    return len(line) if is_front else 0


def _is_signature(reading: FrontReading, at: int, after: int) -> bool:
    """Whether a block is the author's name with the post of a journalist."""
    return reading.words.is_signature(
        reading.content(at), reading.content(after) if after < len(reading.blocks) else ""
    )


def _read_headline(reading: FrontReading, at: int, named: dict[BlockKind, Span]) -> int:
    """Name the headline, and the label over it; the index of the first block after them."""
    after = reading.skip_blank(at + 1)
    line = reading.content(at) if after < len(reading.blocks) else ""
    has_topic = ": " in line and reading.words.is_series_on_topic(line)
    is_series = after < len(reading.blocks) and (has_topic or reading.words.is_series(line))
    if is_series and (first := _headline_of_series(reading, after, by_line=has_topic)):
        named[LABEL] = reading.name(at, LABEL)
        at = _read_lines(reading, after, named) if first > after else after
        after = reading.skip_blank(at + 1)
    elif after < len(reading.blocks) and (reading.words.is_headline_label(line) or _is_topic(reading, at, after)):
        named[LABEL] = reading.name(at, LABEL)
        at = after
        after = reading.skip_blank(at + 1)
    role = reading.words.role_of_label(reading.content(at)) if after < len(reading.blocks) else None
    if role is not None and role.is_authored and role is not SectionRole.EDITORS_NOTE and _is_headline(reading, after):
        named[LABEL] = reading.name(at, LABEL)
        at = after
    if at < len(reading.blocks) and opens_report(reading, at):
        reading.name(at, PARAGRAPH)
        return at
    if at < len(reading.blocks) and _is_headline(reading, at):
        named[HEADLINE] = _name_headline(reading, at)
        return reading.skip_blank(at + 1)
    return at


def _name_headline(reading: FrontReading, at: int) -> Span:
    """Name a headline; its words without the label before them ("Headline: ...")."""
    content = reading.name(at, HEADLINE)
    size = reading.words.headline_label(reading.opening(at))
    return reading.narrow(at, Span(content.start + size, content.end)) if size else content


def _read_memo(reading: FrontReading, at: int, named: dict[BlockKind, Span]) -> int:
    """Pass the head of a note ("To: ...", "From: ...", "Subject: ..."), whose subject is the headline.

    What stands over it, such as "BRIEFING NOTE", says what kind of note it is. The index of the block after the head.
    """
    lines: dict[BlockKind, int] = {}
    first = at
    while at < len(reading.blocks) and (line := reading.content(at)):
        if ": " not in line:
            kind = DATELINE if lines and reading.words.is_date(line) else None
        elif (kind := reading.words.memo_line(line)) is None and reading.words.is_date(line):
            kind = DATELINE
        if kind is None:
            break
        lines.setdefault(kind, at)
        at = reading.skip_blank(at + 1)
    if at == len(reading.blocks) or HEADLINE not in lines or BOILERPLATE not in lines:
        return first
    if over := named.get(HEADLINE):
        named[LABEL] = reading.name(
            next(place for place in range(first) if reading.blocks[place].content.end == over.end), LABEL
        )
    named[HEADLINE] = _name_headline(reading, lines.pop(HEADLINE))
    for kind, place in lines.items():
        named[kind] = reading.name(place, kind)
    return at


def _is_topic(reading: FrontReading, at: int, after: int) -> bool:
    """Whether a block is one word or two that say what the text is about ("Textiles"), with its headline under it.

    Where the word is no known topic, more of the front under the headline tells.
    """
    topic = reading.blocks[at].content
    if topic.end - topic.start > _TOPIC_LENGTH:
        return False
    line, headline = reading.content(at), reading.content(after, _HEADLINE_LENGTH)
    if (
        reading.blocks[at].level is not None
        or len(line.split(None, _TOPIC_WORDS)) > _TOPIC_WORDS
        or len(headline.split(None, _TITLE_WORDS)) <= _TITLE_WORDS
        or not line.replace(" ", "").replace("&", "").isalpha()
        or not _is_headline(reading, after)
    ):
        return False
    under = reading.skip_blank(after + 1)
    if reading.words.is_topic(line) and under < len(reading.blocks):
        return True
    is_mark = " " not in line or line.isupper()  # "Ana Ruiz" may be who is written about.
    return is_mark and _headline_of_series(reading, after) == after and not headline.endswith(".")


def _headline_of_series(reading: FrontReading, at: int, *, by_line: bool = False) -> int:
    """The index of the headline under the name of a series; 0 if that name is the headline itself.

    Under a headline stand key points, a byline or a dateline, or a paragraph that opens with one; under a heading of
    the first item a plain paragraph. Key points do not count where only a ``by_line`` or the like tells.
    """
    first = at
    while first < len(reading.blocks) and (is_day(reading, first) or reading.words.is_month(reading.content(first))):
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
    is_front = is_line_of_front(reading, after) or opens_report(reading, after) or is_key_points_label(reading, after)
    if by_line:
        return first if is_front else 0
    return first if is_front or read_key_points(reading, after, bare=True, name=False) else 0


def _is_headline(reading: FrontReading, at: int) -> bool:
    """Whether a block is a heading, or one sentence with more text after it."""
    kind = reading.kinds[at]
    is_sentence = kind is PARAGRAPH and reading.is_one_sentence(at, _HEADLINE_LENGTH)
    return kind is HEADING or (is_sentence and reading.skip_blank(at + 1) < len(reading.blocks))


def _after_note(reading: FrontReading, at: int, *, is_first: bool = False) -> int:
    """The index of what follows an editor's note in the front, or ``at`` where none is.

    A note opens with its label, or stands under it: up to a blank line, or one line long where key points follow
    that. In front of the headline it must be set off from it, unless it is one line.
    """
    blocks = reading.blocks
    if reading.kinds[at : at + 1] and is_note(reading, at):
        after = reading.skip_blank(at + 1)
        if after >= len(blocks) or (is_first and not _is_headline(reading, after)):
            return at
        if is_first:
            reading.name(at, PARAGRAPH)
        return after
    if at >= len(blocks) or reading.words.role_of_label(reading.content(at)) is not SectionRole.EDITORS_NOTE:
        return at
    first = reading.skip_blank(at + 1)
    end = first
    while (
        end < len(blocks)
        and reading.kinds[end] not in {BLANK, LIST_ITEM}
        and not reading.words.is_key_points_label(reading.content(end))
    ):
        end += 1
    afters = dict.fromkeys(reading.skip_blank(place) for place in (end, first + 1))
    if is_first:
        after = next(iter(afters))
        return after if after < len(blocks) and _is_headline(reading, after) else at
    return next(
        (after for after in afters if after < len(blocks) and read_key_points(reading, after, bare=True, name=False)),
        at,
    )


def _is_lead(reading: FrontReading, at: int, points: Sequence[Span]) -> bool:
    """Whether a block is a first paragraph, before key points; after a standfirst these have a label."""
    if reading.kinds[at] is not PARAGRAPH:
        return False
    after = reading.skip_blank(at + 1)
    return (
        after < len(reading.blocks)
        and (not points or is_key_points_label(reading, after))
        and bool(read_key_points(reading, after, bare=False, name=False))
    )


def _is_standfirst(reading: FrontReading, at: int, named: dict[BlockKind, Span]) -> bool:
    """Whether a block under the headline sums the text up: the author's line or the day comes after it."""
    if reading.kinds[at] not in {PARAGRAPH, HEADING} or BYLINE in named:
        return False
    if _clings_to_headline(reading, at):
        return True
    after = reading.skip_blank(at + 1)
    size = len(reading.blocks[at].content)
    if size > KEY_POINT_LENGTH or after >= len(reading.blocks) or opens_part(reading, at):
        return False
    line, later = reading.content(after), reading.skip_blank(after + 1)
    if not line or later >= len(reading.blocks):
        return False
    words = reading.words
    return words.is_byline(line) or words.is_notice(line) or words.is_date(line) or _is_signature(reading, after, later)


def _clings_to_headline(reading: FrontReading, at: int) -> bool:
    """Whether a block is a sentence without its stop, right under the headline, before a blank line or the dateline."""
    return (
        0 < at < len(reading.blocks) - 1
        and reading.kinds[at - 1] is HEADLINE
        and reading.kinds[at] is PARAGRAPH
        and (reading.kinds[at + 1] is BLANK or _opens_with_place(reading, at + 1))
        and reading.content(at, KEY_POINT_LENGTH)[-1:].isalnum()
        and reading.is_one_sentence(at, KEY_POINT_LENGTH)
    )


def _opens_with_place(reading: FrontReading, at: int) -> bool:
    """Whether a block opens with a dateline and a dash; before a colon a speaker's name may stand."""
    opening = reading.opening(at)
    end = reading.words.dateline(opening)
    return end > 0 and ":" not in opening[end : end + 2]
