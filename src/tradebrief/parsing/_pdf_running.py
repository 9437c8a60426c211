"""Which lines of pages are no part of the text: running heads and feet, and the numbers of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import regex

from tradebrief.parsing._pdf_lines import PdfLine, usual_size

__all__ = ["without_running_lines"]

_NUMBER = regex.compile(r"\d++")
_PAGE = regex.compile(
    r"(?:page |p\. ?|seite )?[-–—|]? ?\d{1,4} ?[-–—|]?(?: ?(?:of|/|\|) ?\d{1,4})?|[ivxl]{1,6}", regex.IGNORECASE
)
_EDGE = 3  # Lines from above and from below among which running heads and page numbers stand.
_SAME_HEIGHT = 3.0  # Points by which they differ in height from page to page.
_SHARE = 0.3  # Of the pages on which they stand, at least.
_FAR = 3.0  # Times the size of running text: farther from it stands what is no part of it.
_RUNNING = 160  # Longer than any running head, in code points.
_SMALL = 0.92  # Of the size of running text: smaller is not running text,
_SHORT_LINE = 80  # and so is no longer line at the edge of a page, in code points.


def without_running_lines(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], int]:
    """The lines without running heads, feet and numbers of pages, and how many these were."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({place for line in _edges(page) for place in _places(line)})
    fewest = max(2, _SHARE * len(pages))
    body = usual_size(lines)
    kept: list[PdfLine] = []
    for page in pages:
        running = {
            id(line)
            for line in _edges(page)
            if len(line.words) <= _RUNNING and max(seen[place] for place in _places(line)) >= fewest
        }
        running |= {id(line) for line in _outermost(page, body)}
        kept += (line for line in page if id(line) not in running)
    return kept, len(lines) - len(kept)


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines highest and lowest on a page."""
    ordered = sorted(page, key=lambda line: -line.y)
    return ordered if len(ordered) <= 2 * _EDGE else [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _outermost(page: Sequence[PdfLine], body: float) -> list[PdfLine]:
    """The lines highest and lowest on a page that number it, or stand far from the text in small type."""
    if len(page) < 2:
        return []
    heights = sorted({line.y for line in page})
    found: list[PdfLine] = []
    for edge, sign in ((heights[0], 1), (heights[-1], -1)):
        there = [line for line in page if abs(line.y - edge) <= _SAME_HEIGHT]
        gap = min((sign * (height - edge) for height in heights if abs(height - edge) > _SAME_HEIGHT), default=0.0)
        found += (
            line
            for line in there
            if _PAGE.fullmatch(line.words)
            or (line.size < _SMALL * body and gap > _FAR * body and len(line.words) <= _SHORT_LINE)
        )
    return found


def _places(line: PdfLine) -> tuple[tuple[str, int], ...]:
    """What a running line is known by: its words without numbers, and its height, rounded both ways."""
    words = _NUMBER.sub("#", line.words).casefold()
    step = line.y / _SAME_HEIGHT
    return (words, int(step)), (words, int(step + 0.5) + 1_000_000)
