"""The lines of pages into paragraphs: over columns and pages, with hyphens mended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

import regex
from attrs import define, field

from tradebrief.model import BlockKind
from tradebrief.parsing._lines import bullet
from tradebrief.parsing._passages import Passage, Words
from tradebrief.parsing._pdf_lines import PdfLine, rounded, usual_size, width_of

__all__ = ["passages_of"]

_WORD = regex.compile(r"\p{L}++(?:-\p{L}++)*+")
_BROKEN_OFF = regex.compile(r"(?P<word>[\p{L}\p{N}]++)[-\u00ad\u2010]$")
_FIRST_WORD = regex.compile(r"\p{L}++")
_STOP = regex.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_NOTE = regex.compile(r"\[?(?:\d{1,3}|[*†‡])[\].)]?\s?(?=\S)")
_LARGE = 1.08  # Of the size of running text: larger is a heading,
_SMALL = 0.92  # and smaller may be a note.
_SAME = 0.06  # No farther apart are sizes that are meant to be one.
_PITCH = 1.3  # Of the usual distance between lines: farther apart are paragraphs.
_INDENT = 0.8  # Of the size of type.
_SLACK = 0.04  # Of the width of a column: by so much the width of words may be off.
_SHORT = 0.3  # Likewise: what a line leaves free that ends a paragraph for sure.
_FEWEST_MARKED = 2  # Paragraphs that are told by an indent or by space, in a text that tells them so.
_LONGEST_HEADING = 250  # Code points of a heading, and not of a standfirst in large type.
_DEEPEST = 6
_MOST_OVER = 3  # Lines that may stand over a title,
_SHORT_LINE = 80  # each no longer than this, in code points.


@define
class _Column:
    """A column of a page: its lines in their order, and its edges.

    Attributes:
        lines: The lines.
        left: Where it begins.
        right: Where it ends.
    """

    lines: list[PdfLine] = field(factory=list[PdfLine])
    left: float = 0.0
    right: float = 0.0


@define
class _Paragraph:
    """Lines that belong together, and the column that the last of them stands in."""

    lines: list[PdfLine]
    column: _Column


def passages_of(lines: Sequence[PdfLine]) -> list[Passage]:
    """The paragraphs that lines make up, notes at the end, headings with the level that their size tells."""
    body = usual_size(lines)
    kept, notes = _without_notes(lines, body)
    columns = _columns(kept)
    setting = _setting(columns, body)
    paragraphs: list[_Paragraph] = []
    for column in columns:
        for line in column.lines:
            if paragraphs and _continues(paragraphs[-1], line, column, setting):
                paragraphs[-1].lines.append(line)
                paragraphs[-1].column = column
            else:
                paragraphs.append(_Paragraph([line], column))
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.words))
    levels = _levels(paragraphs, body)
    found = [_passage(paragraph.lines, words, levels.get(rounded(paragraph.lines[0].size))) for paragraph in paragraphs]
    found = _under_title([passage for passage in found if passage.words])
    for note in notes:
        passage = _passage(note, words, None)
        passage.kind = BlockKind.FOOTNOTE
        passage.cut(match.end() if (match := _NOTE.match(passage.words)) else 0)
        found.append(passage)
    return [passage for passage in found if passage.words]


def _under_title(passages: list[Passage]) -> list[Passage]:
    """The passages with the short lines that stand over the title under it: a label, a date, the name of the paper."""
    title = next((at for at, passage in enumerate(passages[: _MOST_OVER + 1]) if passage.level == 1), 0)
    over = passages[:title]
    if any(len(passage.words) > _SHORT_LINE or _STOP.search(passage.words) for passage in over):
        return passages
    return [*passages[title : title + 1], *over, *passages[title + 1 :]]


def _without_notes(lines: Sequence[PdfLine], body: float) -> tuple[list[PdfLine], list[list[PdfLine]]]:
    """The lines without those of footnotes, and these: in small type at the end of a column, opening with a mark."""
    kept: list[PdfLine] = []
    notes: list[list[PdfLine]] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        on_page = list(page)
        lowest = min((line.y for line in on_page if line.size >= _SMALL * body), default=0.0)
        note: list[PdfLine] | None = None
        for line in on_page:
            if line.size >= _SMALL * body or line.y > lowest:
                kept.append(line)
                note = None
            elif _NOTE.match(line.words):
                note = [line]
                notes.append(note)
            elif note is not None:
                note.append(line)
            else:
                kept.append(line)
    return kept, notes


def _columns(lines: Sequence[PdfLine]) -> list[_Column]:
    """The columns that lines stand in: one ends where the next line is higher, or on another page."""
    columns: list[_Column] = []
    for line in lines:
        last = columns[-1].lines[-1] if columns else None
        if last is None or line.page != last.page or line.y > last.y - 0.2 * line.size:
            columns.append(_Column())
        columns[-1].lines.append(line)
    rights: defaultdict[int, float] = defaultdict(float)  # Of all columns that begin at one place.
    for column in columns:
        column.left = min(line.x for line in column.lines)
        column.right = max(line.x + line.width for line in column.lines)
        rights[round(column.left / 12)] = max(rights[round(column.left / 12)], column.right)
    for column in columns:
        column.right = rights[round(column.left / 12)]
    return columns


@define
class _Setting:
    """How a text is set.

    Attributes:
        body: The size of the type of running text.
        pitches: The usual distance between lines, by the size of their type.
        slack: The part of a column's width that a line leaves free at least where it ends a paragraph.
        is_indented: Whether paragraphs open with an indent.
    """

    body: float
    pitches: dict[float, float]
    slack: float = _SLACK
    is_indented: bool = False

    def is_apart(self, above: PdfLine, below: PdfLine) -> bool:
        """Whether there is more space between two lines than there is between those of a paragraph."""
        return above.y - below.y > _PITCH * self.pitches.get(rounded(below.size), below.size)


def _setting(columns: Sequence[_Column], body: float) -> _Setting:
    pairs = [(above, below) for column in columns for above, below in pairwise(column.lines) if _is_like(above, below)]
    found: defaultdict[float, list[float]] = defaultdict(list)
    for above, below in pairs:
        found[rounded(below.size)].append(above.y - below.y)
    pitches = {size: median(sorted(each)[: (len(each) + 1) // 2 + 1]) for size, each in found.items()}
    setting = _Setting(body, pitches)
    running = [(above, below) for above, below in pairs if abs(below.size - body) <= _SAME * body]
    indented = sum(below.x - above.x > _INDENT * below.size and not _is_item(above) for above, below in running)
    apart = sum(setting.is_apart(above, below) for above, below in running)
    setting.is_indented = indented >= _FEWEST_MARKED
    setting.slack = _SHORT if max(indented, apart) >= _FEWEST_MARKED else _SLACK
    return setting


def _is_like(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines are set in the same type."""
    return abs(one.size - other.size) <= _SAME * other.size and one.is_bold == other.is_bold


def _continues(paragraph: _Paragraph, line: PdfLine, column: _Column, setting: _Setting) -> bool:
    """Whether a line goes on with a paragraph."""
    last = paragraph.lines[-1]
    if not _is_like(last, line) or _is_item(line):
        return False
    if _BROKEN_OFF.search(last.words) and _FIRST_WORD.match(line.words):
        return True
    if column is not paragraph.column:
        return _is_full(last, line, paragraph.column, _SLACK) and _STOP.search(last.words) is None
    if setting.is_apart(last, line):
        return False
    if line.size > _LARGE * setting.body:
        return True
    shift = line.x - last.x
    first = paragraph.lines[0]
    if shift > _INDENT * line.size and not (last is first and _is_item(first)):
        return False
    if shift < -_INDENT * line.size and (last is not first or _is_item(first)):
        return False
    if setting.is_indented and last is first and line.x - column.left > _INDENT * line.size:
        return _is_full(last, line, column, _SLACK)  # Another first line, unless all lines are set in.
    return _is_full(last, line, column, setting.slack)


def _is_item(line: PdfLine) -> bool:
    """Whether a line opens with the mark of a list's item."""
    return (
        not line.words[0].isalnum()
        and line.words[0] != "("
        and (bullet(line.words) > 0 or line.words in {"•", "▪", "–"})
    )


def _is_full(line: PdfLine, following: PdfLine, column: _Column, slack: float) -> bool:
    """Whether the first word of what follows would not have fitted into a line."""
    word = following.words.partition(" ")[0]
    room = column.right - line.x - line.width
    return width_of(f" {word}") * line.size > room - slack * (column.right - column.left)


def _levels(paragraphs: Sequence[_Paragraph], body: float) -> dict[float, int]:
    """The level of a heading by the size of its type: the larger the higher."""
    sizes = {rounded(p.lines[0].size) for p in paragraphs if _is_heading(p, body)}
    ordered = sorted(sizes, reverse=True)
    return {size: min(level, _DEEPEST) for level, size in enumerate(ordered, start=1)}


def _is_heading(paragraph: _Paragraph, body: float) -> bool:
    return (
        paragraph.lines[0].size > _LARGE * body and sum(len(line.words) for line in paragraph.lines) <= _LONGEST_HEADING
    )


def _passage(lines: Sequence[PdfLine], words: Counter[str], level: int | None) -> Passage:
    """The passage that lines make up."""
    text = Words()
    for line, following in pairwise([*lines, None]):
        if line is not None:
            text.add(_joined(line, following, words), bold=line.is_bold)
    is_heading = level is not None and sum(len(line.words) for line in lines) <= _LONGEST_HEADING
    return text.take(BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH, level=level if is_heading else None)


def _joined(line: PdfLine, following: PdfLine | None, words: Counter[str]) -> str:
    """The words of a line as the next one goes on with them: without the hyphen of a word that is broken."""
    if following is None:
        return line.words
    before, after = _BROKEN_OFF.search(line.words), _FIRST_WORD.match(following.words)
    if before is None or after is None:
        return f"{line.words} "
    start, end = before["word"].casefold(), after[0].casefold()
    is_one_word = after[0][0].islower() and words[f"{start}-{end}"] <= words[f"{start}{end}"]
    return line.words[:-1] + ("" if is_one_word else "-")
