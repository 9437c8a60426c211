"""Plain text: lines into blocks.

Three questions, one function each: which lines belong together (a paragraph hard-wrapped over several
lines is one block), which blocks are list items, which short blocks are headings. What the headline and
the key points are, and where sections end, is the same for every format and is settled elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from attrs import define, frozen

from tradebrief.formats import InputFormat, Layout, Limits
from tradebrief.model import Block, BlockKind
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "scan"]

_LINE = regex.compile(r".++\n?")
_LINE_WITH_CR = regex.compile(r"[^\r\n]++(?:\r\n|\r|\n)?")  # The same if no CR is there, and much slower.
_BULLET = regex.compile(
    r"(?:[-*•‣◦·▪●○■□➤►]|[–—](?=[ \t\xa0])|\(?(?:\d{1,2}|[a-z])[.)])[ \t\xa0]{1,20}+(?=\S)|[•‣◦▪●■►➤](?=\S)"
)
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*+")
_SENTENCES = regex.compile(r"[.!?][\"'”’)]{0,2} {1,9}+\p{Lu}")
# The end of a sentence or of half of one, before closing quotation marks and the numbers of notes.
_TERMINAL = regex.compile(
    r"""(?:[.;,:…]["'”’»)\]]{0,3}|[!?]["'”’»)\]]{1,3}|[.!?]["'”’»)]{0,3}(?: ?\[\d{1,3}\]){1,6})$"""
)
_LAST = 48  # More than the longest match of _TERMINAL.
_OPENING = "\"'“‘([<@#|"

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_HEADING_WORDS = 16
_HEADING_LENGTH = 120
_HEADING_LINES = 2
_NUMBERED_WORDS = 8
_QUESTION_WORDS = 10
_SPEAKER_LENGTH = 42
_TITLE_LENGTH = 260
_TITLE_LINES = 4
_LONGEST_RUN = 3
_MOST_QUESTIONS = 2


@frozen
class _Line:
    """A line that is not blank: its place, where its words start, and those words."""

    start: int
    end: int
    at: int
    words: str

    @property
    def is_indented(self) -> bool:
        return self.at > self.start


@define
class _Piece:
    """A block whose kind is still open."""

    start: int
    end: int
    at: int  # Where its words start.
    words: str
    lines: int
    kind: BlockKind
    starts_run: bool  # Whether it opens the text or stands after a blank line.
    ends_run: bool
    number: str = ""  # Of an item that may be a numbered heading.

    def block(self) -> Block:
        """The block that it is."""
        at = self.at - len(self.number)
        content = Span(at, self.at + len(self.words))
        return Block(kind=self.kind, span=Span(self.start, self.end), content=content)


def scan(source: Source, limits: Limits) -> Layout:
    """Split a plain text into blocks, in order, losing nothing.

    Headings get no level, since the text states none.

    Raises:
        LimitError: If there are more blocks than the limits allow.
    """
    runs = _runs(source.text)
    width = _wrap_width(runs)
    if width is not None and len(runs) == 1 and _is_line_of_title(runs[0][0], runs[0][1], width):
        runs = [runs[0][:1], runs[0][1:]]
    pieces = [piece for run in runs for piece in _pieces(source.text, run, width)]
    limits.check("nodes", len(pieces), source.name)
    _name_headings(pieces)
    return Layout(text=source.text, blocks=tuple(_tiled(pieces, len(source.text))))


def _runs(text: str) -> list[list[_Line]]:
    """Lines that are not blank, in runs parted by blank ones."""
    runs: list[list[_Line]] = []
    end = -1
    for match in (_LINE_WITH_CR if "\r" in text else _LINE).finditer(text):
        raw = match[0]
        words = raw.strip()
        if not words:
            continue
        start = match.start()
        line = _Line(start, match.end(), start + len(raw) - len(raw.lstrip()), words)
        if start != end:
            runs.append([])
        runs[-1].append(line)
        end = line.end
    return runs


def _wrap_width(runs: Sequence[Sequence[_Line]]) -> int | None:
    """The column at which a text was hard-wrapped, or None if it was not.

    In a wrapped text most lines end where the next word would not have fitted.
    """
    lengths = sorted(len(line.words) for run in runs for line in run)
    if len(lengths) < 3:
        return None
    width = lengths[int((len(lengths) - 1) * 0.97)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    pairs = [(line, after) for run in runs for line, after in pairwise(run) if not _bullet(after.words)]
    full = [line for line, after in pairs if _is_full(line, after, width)]
    unfinished = sum(not _ends_sentence(line.words) for line in full)
    return width if full and len(full) * 2 >= len(pairs) and unfinished * 3 >= len(full) else None


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line.words) + 1 + len(after.words.split(None, 1)[0]) > width


def _pieces(text: str, run: Sequence[_Line], width: int | None) -> Iterator[_Piece]:
    """The blocks that the lines of a run make up, each a list item or, for now, a paragraph."""
    first = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or not _continues(run, first, at, width):
            yield _piece(text, run[first:at], starts_run=first == 0, ends_run=at == len(run))
            first = at


def _continues(run: Sequence[_Line], first: int, at: int, width: int | None) -> bool:
    """Whether a line belongs to the block that began at ``first``."""
    before, line = run[at - 1], run[at]
    if width is None and not line.is_indented:
        return False
    if _bullet(line.words):
        return False
    opener = run[first]
    if line.is_indented and _bullet(opener.words):
        return line.at - line.start > opener.at - opener.start
    if width is None or line.words[0].islower():
        return width is not None
    if not _is_full(before, line, width):
        return False
    after = run[at + 1] if at + 1 < len(run) else None
    return after is None or not _stands_alone(before, line, after, width)


def _stands_alone(before: _Line, line: _Line, after: _Line, width: int) -> bool:
    """Whether a line after a full one is a heading: a sentence ends before it, and a new one starts after it."""
    return (
        _ends_sentence(before.words)
        and not _is_full(line, after, width)
        and not after.words[0].islower()
        and _looks_like_heading(line.words)
    )


def _is_line_of_title(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first line of a wrapped text without blank lines is its title, though the next would not fit on it.

    The next line starts anew. Where all words of the title have capitals that tells nothing.
    """
    starts_anew = _is_full(line, after, width) and after.words[0].isupper()
    return starts_anew and _looks_like_heading(line.words) and not _is_title_case(line.words)


def _is_open(words: str) -> bool:
    """Whether words do not end as a sentence, or half of one, does."""
    return words[-1].isalnum() or _TERMINAL.search(words, max(0, len(words) - _LAST)) is None


def _ends_sentence(words: str) -> bool:
    return words.rstrip("\"'”’»)]")[-1:] in {".", "!", "?", "…"}


def _bullet(words: str) -> int:
    """The length of a bullet or number, with the space after it, at the start of a line; 0 if there is none."""
    if words[0].isupper():
        return 0
    mark = _BULLET.match(words)
    return mark.end() if mark else 0


def _piece(text: str, lines: Sequence[_Line], *, starts_run: bool, ends_run: bool) -> _Piece:
    """A block of its lines, as a list item or, for now, a paragraph."""
    first, last = lines[0], lines[-1]
    words = first.words if first is last else text[first.at : last.at + len(last.words)]
    skip = _bullet(first.words)
    return _Piece(
        start=first.start,
        end=last.end,
        at=first.at + skip,
        words=words[skip:],
        lines=len(lines),
        kind=BlockKind.LIST_ITEM if skip else BlockKind.PARAGRAPH,
        starts_run=starts_run,
        ends_run=ends_run,
        number=words[:skip] if words[0].isdigit() else "",
    )


def _name_headings(pieces: Sequence[_Piece]) -> None:
    """Tell headings from paragraphs.

    A heading looks like one and has something under it. Of several lines in a row that look like headings
    only the last can be one: the others are a list, or verse. Lines of a dialogue are none either.
    """
    spaced = any(piece.starts_run for piece in pieces[1:])
    alike = [piece.lines <= _HEADING_LINES and _looks_like_heading(piece.words) for piece in pieces]
    candidates = [_may_head(pieces, at, alike, spaced=spaced) for at in range(len(pieces))]
    for at in _in_long_runs(alike):
        candidates[at] = False
    _drop_dialogue(pieces, candidates)
    for at, piece in enumerate(pieces):
        if candidates[at] or (at == 0 and len(pieces) > 1 and _is_title(piece)):
            piece.kind = BlockKind.HEADING
        elif piece.kind is BlockKind.LIST_ITEM:
            piece.number = ""


def _may_head(pieces: Sequence[_Piece], at: int, alike: Sequence[bool], *, spaced: bool) -> bool:
    """Whether a block can be a heading of the one after it; ``alike`` says which ones look like headings."""
    piece = pieces[at]
    if at + 1 == len(pieces):
        return False
    after = pieces[at + 1]
    if piece.kind is BlockKind.LIST_ITEM:
        return bool(piece.number) and _is_numbered_heading(piece, pieces[at - 1] if at else None, after)
    if not alike[at]:
        return False
    if piece.lines > 1 and not (piece.starts_run and piece.ends_run):
        return False
    if spaced and piece.ends_run and not piece.starts_run and _is_open(pieces[at - 1].words):
        return False  # The last line of a paragraph that was broken by hand.
    is_longer = len(after.words) > len(piece.words) or not _is_open(after.words)
    return is_longer or after.kind is BlockKind.LIST_ITEM or alike[at + 1]


def _is_numbered_heading(piece: _Piece, before: _Piece | None, after: _Piece) -> bool:
    """Whether "2. The road ahead" numbers a heading rather than an item: no item is beside it, and it is short."""
    if piece.lines > 1 or after.kind is BlockKind.LIST_ITEM or (before and before.kind is BlockKind.LIST_ITEM):
        return False
    if _looks_like_heading(piece.words):
        return True
    words = piece.words.removesuffix(".")
    return len(words.split(None, _NUMBERED_WORDS)) <= _NUMBERED_WORDS and _looks_like_heading(words)


def _looks_like_heading(words: str) -> bool:
    """Whether words by themselves could be a heading: short, capitalised, without a full stop."""
    if len(words) > _HEADING_LENGTH or words[0] in _OPENING or not _is_open(words):
        return False
    if "@" in words or "|" in words or "\t" in words:
        return False
    found = _WORD.findall(words)
    return 1 <= len(found) <= _HEADING_WORDS and not found[0][0].islower() and any(map(str.isalpha, words))


def _is_title(piece: _Piece) -> bool:
    """Whether a first block can be the text's title: one sentence, or two short ones."""
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.words) > _TITLE_LENGTH or piece.lines > _TITLE_LINES:
        return False
    ends = len(_SENTENCES.findall(piece.words))
    return ends == 0 or (ends == 1 and len(piece.words) <= _HEADING_LENGTH)


def _in_long_runs(alike: Sequence[bool]) -> Iterator[int]:
    """The places in runs of more lines that look alike than headings can stand in a row, save each run's last."""
    start = 1  # The first block may be the title.
    for at in range(1, len(alike) + 1):
        if at < len(alike) and alike[at]:
            continue
        if at - start > _LONGEST_RUN:
            yield from range(start, at - 1)
        start = at + 1


def _drop_dialogue(pieces: Sequence[_Piece], candidates: list[bool]) -> None:
    """Take out the turns of a dialogue: lines of a speaker who comes again, and questions one after the other.

    Questions may head sections, as long as they are few and short, or capitalised as titles are.
    """
    speakers = Counter(speaker for piece in pieces if (speaker := _speaker(piece)))
    asked = [at for at, piece in enumerate(pieces) if candidates[at] and at and piece.words.endswith("?")]
    plain = [at for at in asked if not _is_title_case(pieces[at].words)]
    for at in plain:
        if len(plain) > _MOST_QUESTIONS or len(pieces[at].words.split()) > _QUESTION_WORDS:
            candidates[at] = False
    for at, piece in enumerate(pieces):
        if candidates[at] and speakers[_speaker(piece)] > 1:
            candidates[at] = False


def _speaker(piece: _Piece) -> str:
    """The words before a colon early in a block that opens with a capital; empty if there is none."""
    at = piece.words.find(": ", 0, _SPEAKER_LENGTH)
    return piece.words[:at] if at > 0 and piece.words[0].isupper() else ""


def _is_title_case(words: str) -> bool:
    """Whether nearly all long words have a capital."""
    long = [word for word in _WORD.findall(words)[1:] if len(word) > 3]
    return bool(long) and sum(not word[0].islower() for word in long) * 3 >= len(long) * 2


def _tiled(pieces: Sequence[_Piece], end: int) -> Iterator[Block]:
    """The blocks with blank ones between them, so that together they tile the text."""
    at = 0
    for piece in pieces:
        if at < piece.start:
            yield _blank(at, piece.start)
        yield piece.block()
        at = piece.end
    if at < end:
        yield _blank(at, end)


def _blank(start: int, end: int) -> Block:
    return Block(kind=BlockKind.BLANK, span=Span(start, end), content=Span(start, start))


FORMAT = InputFormat(name="text", suffixes=(".txt", ".text"), media_types=("text/plain",), scan=scan)
