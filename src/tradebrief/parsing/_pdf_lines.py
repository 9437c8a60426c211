"""The lines of a PDF file's pages: their words, where they stand, and the size of their type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import hypot
from typing import Any

import regex
from attrs import define, field

__all__ = ["Chunk", "PdfLine", "font_name", "lines_of", "rounded", "usual_size", "width_of"]

_SPACE = regex.compile(r"[ \t\r\n\f\v]++")
_MARK = regex.compile(r"[\d*†‡]{1,3}")
_JUNK = regex.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_SAME_LINE = 0.35  # Of the size of type: no farther apart are the baselines of a line.
_FAR = 2.2  # Likewise, how far apart words of a line are at most,
_INEXACT = 0.05  # and how far off the width of what stands before may be.
_SMALL = 0.8  # Of the size of the line's type: smaller is a mark that refers to a note,
_RAISED = 0.1  # and raised by so much.
# How wide characters are, as parts of the size of type, between those of common types.
_WIDTHS = {
    **dict.fromkeys("ijl.,;:'’‘|! ", 0.25),
    **dict.fromkeys("ftrI()[]-\u00ad\u2010", 0.32),
    **dict.fromkeys("acesvxyzk", 0.47),
    **dict.fromkeys("wABCEGHKNOQRUVXYZ&", 0.7),
    **dict.fromkeys("mMW—@%…", 0.85),
}
_WIDTH = 0.53  # Of all others.


@define
class Chunk:
    """Words that a page sets in one go.

    Attributes:
        text: The words; a line break in them ends a line.
        x: Where they begin, from the left, in points.
        y: Where their baseline is, from below.
        size: Of their type.
        is_bold: Whether the type is heavy.
        is_level: Whether they run from left to right, and not up or down.
    """

    text: str
    x: float
    y: float
    size: float
    is_bold: bool
    is_level: bool

    @classmethod
    def of(cls, text: str, outer: Sequence[float], inner: Sequence[float], size: float, font: str) -> Chunk:
        """The chunk of a text under two matrices, as a page states it."""
        a, b, c, d, e, f = outer
        x = inner[4] * a + inner[5] * c + e
        y = inner[4] * b + inner[5] * d + f
        along = (inner[0] * a + inner[1] * c, inner[0] * b + inner[1] * d)
        up = hypot(inner[2] * a + inner[3] * c, inner[2] * b + inner[3] * d)
        is_bold = any(word in font.lower() for word in _HEAVY)
        return cls(text, x, y, abs(size) * up, is_bold, is_level=abs(along[0]) >= abs(along[1]))


@define
class PdfLine:
    """A line of a page.

    Attributes:
        page: Number of the page, from 0.
        x: Where it begins.
        y: Where its baseline is.
        size: Of its type.
        is_bold: Whether all its words are in heavy type.
        words: Its words.
    """

    page: int
    x: float
    y: float
    size: float
    is_bold: bool
    words: str
    _width: float = field(default=-1.0, init=False)

    @property
    def width(self) -> float:
        """How wide it is, about."""
        if self._width < 0:
            self._width = width_of(self.words) * self.size
        return self._width


def width_of(words: str) -> float:
    """How wide words are, about, as a multiple of the size of their type."""
    return sum(_WIDTHS.get(character, _WIDTH) for character in words)


@define
class _Open:
    """A line that is being put together.

    Attributes:
        first: The chunk that it begins with.
        longest: The size of the type that most of its words are set in, and how many characters that are.
        end: Where the last chunk ends, about.
        is_bold: Whether all its words so far are in heavy type.
        parts: Its words so far.
    """

    first: Chunk
    longest: tuple[int, float]
    end: float
    is_bold: bool
    parts: list[str]

    def goes_on(self, chunk: Chunk) -> bool:
        """Whether a chunk is on the same baseline, and not as far to the right as another column is."""
        size = max(self.longest[1], chunk.size)
        gap = chunk.x - self.end
        return (
            abs(chunk.y - self.first.y) <= _SAME_LINE * size
            and chunk.x >= self.first.x
            and gap <= _FAR * size + _INEXACT * (self.end - self.first.x)
        )

    def is_note_mark(self, chunk: Chunk, words: str) -> bool:
        """Whether a chunk is a small raised mark that refers to a note."""
        size = self.longest[1]
        return (
            _MARK.fullmatch(words.strip()) is not None
            and chunk.size < _SMALL * size
            and _RAISED * size < chunk.y - self.first.y < size
        )

    def add(self, chunk: Chunk, words: str, *, apart: bool) -> None:
        if apart and not self.parts[-1].endswith(" ") and not words.startswith(" "):
            self.parts.append(" ")
        self.parts.append(words)
        self.longest = max(self.longest, (len(words), chunk.size))
        self.end = chunk.x + width_of(words) * chunk.size
        self.is_bold = self.is_bold and (chunk.is_bold or not any(map(str.isalnum, words)))

    def line(self, page: int) -> PdfLine:
        words = "".join(self.parts).strip()
        return PdfLine(page, self.first.x, self.first.y, self.longest[1], self.is_bold, words)


def lines_of(chunks: Sequence[Chunk], page: int) -> tuple[list[PdfLine], int]:
    """The lines that chunks make up, and how many chunks run up or down and are left out."""
    lines: list[_Open] = []
    left_out = 0
    has_break = True
    for chunk in chunks:
        words = _SPACE.sub(" ", _JUNK.sub("", chunk.text))
        if not words.strip():
            has_break = has_break or bool(words)
        elif not chunk.is_level:
            left_out += 1
        elif not lines or not lines[-1].is_note_mark(chunk, words):
            if lines and lines[-1].goes_on(chunk):
                lines[-1].add(chunk, words, apart=has_break)
            else:
                end = chunk.x + width_of(words) * chunk.size
                lines.append(_Open(chunk, (len(words), chunk.size), end, chunk.is_bold, [words]))
            has_break = "\n" in chunk.text
    return [line.line(page) for line in lines], left_out


def font_name(font: Any) -> str:
    """The name of a font, as the dictionary states it that describes it."""
    name = font.get("/BaseFont", "") if font is not None else ""
    return str(name)


def rounded(size: float) -> float:
    """A size of type, to half a point."""
    return round(size * 2) / 2


def usual_size(lines: Iterable[PdfLine]) -> float:
    """The size of type that most is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[rounded(line.size)] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
