"""A walk over the blocks before the first section, which names their kinds as it goes."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import define

from tradebrief.lexicon import LayoutWords
from tradebrief.model import Block, BlockKind, SectionRole
from tradebrief.parsing._kinds import BLANK
from tradebrief.text import Span

__all__ = ["FrontReading", "is_day", "is_line_of_front", "is_note", "opens_part", "opens_report"]

_SENTENCE_END = regex.compile(r"[.!?][\"'”’)]{0,2}\s++(?=[\p{Lu}“‘\"'])")
_SHORT = 160  # Longer than any label, byline or dateline.
_STOPS = (".", "!", "?", "…", '."', ".”")
_OPENING = 60  # A label at the start of a paragraph ends before this.


@define
class FrontReading:
    """A walk over the blocks that names their kinds as it goes."""

    text: str
    blocks: Sequence[Block]
    kinds: list[BlockKind]
    words: LayoutWords
    is_apart: bool
    contents: dict[int, Span]

    def narrow(self, at: int, content: Span) -> Span:
        """Leave the label before a block's words out of them."""
        self.contents[at] = content
        return content

    def content(self, at: int, most: int = _SHORT) -> str:
        """A block's words, or nothing where they are more than that."""
        span = self.blocks[at].content
        return self.text[span.start : span.end] if span.end - span.start <= most else ""

    def opening(self, at: int) -> str:
        """The first words of a block."""
        span = self.blocks[at].content
        return self.text[span.start : min(span.end, span.start + _OPENING)]

    def skip_blank(self, at: int) -> int:
        while at < len(self.kinds) and self.kinds[at] is BLANK:
            at += 1
        return at

    def content_before(self, at: int) -> Span | None:
        """The place of the words of the block before one, blank ones aside."""
        at -= 1
        while at > 0 and self.kinds[at] is BLANK:
            at -= 1
        return self.blocks[at].content if at >= 0 else None

    def name(self, at: int, kind: BlockKind) -> Span:
        self.kinds[at] = kind
        return self.blocks[at].content

    def is_one_sentence(self, at: int, most: int) -> bool:
        span = self.blocks[at].content
        return span.end - span.start <= most and not _SENTENCE_END.search(self.text, span.start, span.end)


def opens_part(reading: FrontReading, at: int) -> bool:
    """Whether a block is the label of a part, or opens with one as an editor's note does."""
    words = reading.content(at)
    return (reading.words.role_of_label(words) or reading.words.role_of_byline(words)) is not None or is_note(
        reading, at
    )


def is_line_of_front(reading: FrontReading, at: int) -> bool:
    """Whether a block is a byline or a dateline."""
    line = reading.content(at)
    if not line or line.endswith("."):
        return False
    words = reading.words
    return words.is_byline(line) or words.is_signature(line, "") or is_day(reading, at) or words.is_front_date(line)


def is_day(reading: FrontReading, at: int) -> bool:
    """Whether a block is a date or a dateline and no more."""
    line = reading.content(at)
    return reading.words.is_date(line) or reading.words.dateline_of_line(line) > 0


def is_note(reading: FrontReading, at: int) -> bool:
    """Whether a block is an editor's note on one line."""
    return reading.words.role_of_opening(reading.opening(at)) is SectionRole.EDITORS_NOTE


def opens_report(reading: FrontReading, at: int) -> bool:
    """Whether a block that the format does not call a heading opens as a wire copy without a title does.

    Its dateline has an agency, or a date before sentences: "OSLO: THE MILLS WAIT" and "TRADE WEEK, 4 May: The mills
    wait" are headlines.
    """
    opening, span = reading.opening(at), reading.blocks[at].content
    end = reading.words.dateline(opening) if reading.blocks[at].level is None else 0
    if end == 0 or opening[end:].lstrip().startswith("("):
        return end > 0
    return any(map(str.isdigit, opening[:end])) and reading.text.endswith(_STOPS, span.start, span.end)
