"""Places in a text: spans, positions, and the one converter between ways of counting.

tradebrief counts code points, as Python strings and W3C Web Annotation do. JavaScript, Java and UIMA
count UTF-16 units, files count bytes; ``OffsetConverter`` translates, and nothing else does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from itertools import accumulate

import regex
from attrs import field, frozen

__all__ = ["OffsetConverter", "OffsetUnit", "Position", "Source", "Span"]

_LINE = regex.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_STRIDE = 512


@frozen(init=False)
class Span:
    """A stretch of a text: half-open, in code points from its start.

    ``len(span)`` is the number of code points; an empty span marks a place between two of them.
    Spans sort by start, then by end.

    Attributes:
        start: Offset of the first code point.
        end: Offset just past the last one.

    Raises:
        ValueError: If the start is negative or the end comes before it.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: start {start}, end {end}")
        _set_start(self, start)  # Some hundreds are made for each article: twice as fast as attrs' own.
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __lt__(self, other: Span) -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __le__(self, other: Span) -> bool:
        return not other < self

    def __gt__(self, other: Span) -> bool:
        return other < self

    def __ge__(self, other: Span) -> bool:
        return not self < other

    def __bool__(self) -> bool:
        """True even when empty: an empty span is still a place."""
        return True

    def __contains__(self, other: Span) -> bool:
        """Whether the other span lies within this one; every span lies within itself."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        if self.start < other.end and other.start < self.end:
            return self.start < self.end and other.start < other.end  # An empty span has none to share.
        return False

    def through(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Span:
        """The same length, moved by a number of code points."""
        return Span(self.start + by, self.end + by)


_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__


@frozen
class Position:
    """A place as an editor shows it.

    Attributes:
        line: Line number, from 1. Lines end at LF, CRLF or CR.
        column: Code points from the line's start, from 1.
    """

    line: int
    column: int


class OffsetUnit(Enum):
    """What an offset counts."""

    CODE_POINT = "code_point"
    UTF16 = "utf16"
    UTF8 = "utf8"


_CODECS = {OffsetUnit.UTF16: ("utf-16-le", 2), OffsetUnit.UTF8: ("utf-8", 1)}


class OffsetConverter:
    """Translates offsets of one text between code points, UTF-16 units and UTF-8 bytes.

    Building it costs one pass over the text; a look-up costs a bisection and at most 512 code points.

    Args:
        text: The text that the offsets are of.
        unit: What the other side counts.
    """

    __slots__ = ("_codec", "_size", "_text", "_totals")

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        self._text = text
        self._codec, self._size = _CODECS.get(unit, ("", 1))
        pieces = (self._measure(text[at : at + _STRIDE]) for at in range(0, len(text), _STRIDE))
        self._totals = [0, *accumulate(pieces)]

    def _measure(self, piece: str) -> int:
        if not self._codec or piece.isascii():
            return len(piece)
        return len(piece.encode(self._codec, "surrogatepass")) // self._size

    def from_code_points(self, offset: int) -> int:
        """The offset in the other unit.

        Raises:
            ValueError: If the offset lies outside the text.
        """
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} is outside a text of {len(self._text)} code points")
        step = offset // _STRIDE
        return self._totals[step] + self._measure(self._text[step * _STRIDE : offset])

    def to_code_points(self, offset: int) -> int:
        """The offset in code points.

        Raises:
            ValueError: If the offset lies outside the text or within a character.
        """
        if not 0 <= offset <= self._totals[-1]:
            raise ValueError(f"offset {offset} is outside a text of {self._totals[-1]} units")
        step = min(bisect_right(self._totals, offset) - 1, len(self._totals) - 1)
        found, at = min(step * _STRIDE, len(self._text)), self._totals[step]
        while at < offset:
            at += self._measure(self._text[found])
            found += 1
        if at != offset:
            raise ValueError(f"offset {offset} lies within a character")
        return found


@frozen
class Source:
    """A text under a name, as errors and parsers see it.

    ``source[span]`` gives the words of a span.

    Attributes:
        text: The decoded text, without a byte order mark.
        name: What to call it in messages: a file's path, or ``"<text>"``.
    """

    text: str = field(repr=False)
    name: str = "<text>"

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [span.start for span in self.lines()] or [0]

    def lines(self) -> Iterator[Span]:
        """The lines in order, each with its line end. Only LF, CRLF and CR end a line."""
        for match in _LINE.finditer(self.text):
            yield Span(match.start(), match.end())

    def line(self, number: int) -> str:
        """The words of a line, counted from 1, without its line end.

        Raises:
            ValueError: If there is no such line.
        """
        if not 1 <= number <= len(self._line_starts):
            raise ValueError(f"no line {number} in a text of {len(self._line_starts)} lines")
        start = self._line_starts[number - 1]
        match = _LINE.match(self.text, start)
        return match.group().rstrip("\r\n") if match else ""

    def position(self, offset: int) -> Position:
        """Line and column of an offset.

        Raises:
            ValueError: If the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} code points")
        number = bisect_right(self._line_starts, offset)
        return Position(number, offset - self._line_starts[number - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column.

        Raises:
            ValueError: If the text has no such place.
        """
        words = self.line(position.line)
        if not 1 <= position.column <= len(words) + 1:
            raise ValueError(f"line {position.line} has no column {position.column}")
        return self._line_starts[position.line - 1] + position.column - 1

    def converter(self, unit: OffsetUnit) -> OffsetConverter:
        """Translates offsets of this text to and from another unit."""
        return OffsetConverter(self.text, unit)
