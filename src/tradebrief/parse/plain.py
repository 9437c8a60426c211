"""Plain text: lines into blocks.

Three questions, one function each: which lines belong together (a paragraph hard-wrapped over several
lines is one block), which blocks are list items, which short blocks are headings. What the headline and
the key points are, and where sections end, is the same for every format and is settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve, frozen

from tradebrief.formats import InputFormat, Layout, Limits
from tradebrief.model import Block, BlockKind
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "scan"]

_BULLET = regex.compile(r"(?:[-*•‣◦·▪●○■□➤►]|[–—](?=[ \t\xa0])|\(?(?:\d{1,2}|[a-z])[.)])[ \t\xa0]+(?=\S)")
_NUMBERED_HEADING = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t\xa0]+(?=\p{Lu})")
_BARE_BULLET = regex.compile(r"[•‣◦▪●■►➤][ \t\xa0]*+")
_TERMINAL = regex.compile(r"""[.;,:…]["'”’»)\]]{0,3}$|[!?]["'”’»)\]]{1,3}$""")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\p{N}'’.-]*+")

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_HEADING_WORDS = 16
_HEADING_LENGTH = 120
_TITLE_LENGTH = 260


@frozen
class _Line:
    """A line that is not blank: its place, its words' place, and those words."""

    span: Span
    content: Span
    words: str


def scan(source: Source, limits: Limits) -> Layout:
    """Split a plain text into blocks, in order, losing nothing.

    Headings get no level, since the text states none.

    Raises:
        LimitError: If there are more blocks than the limits allow.
    """
    runs = _runs(source)
    width = _wrap_width([line for run in runs for line in run])
    groups = [group for run in runs for group in _paragraphs(run, width)]
    limits.check("nodes", len(groups), source.name)
    blocks = [_block(source, group) for group in groups]
    spaced = len(runs) > 1
    kinds = _headings(source, blocks, spaced=spaced)
    named = [block if kind is block.kind else evolve(block, kind=kind) for block, kind in zip(blocks, kinds, strict=True)]
    return Layout(text=source.text, blocks=tuple(_with_blanks(source, named)))


def _runs(source: Source) -> list[list[_Line]]:
    """Lines that are not blank, in runs parted by blank ones."""
    runs: list[list[_Line]] = []
    fresh = True
    for span in source.lines():
        raw = source[span]
        words = raw.strip()
        if not words:
            fresh = True
            continue
        start = span.start + len(raw) - len(raw.lstrip())
        line = _Line(span, Span(start, start + len(words)), words)
        if fresh:
            runs.append([])
            fresh = False
        runs[-1].append(line)
    return runs


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The column at which a text was hard-wrapped, or None if it was not.

    In a wrapped text most lines end where the next word would not have fitted.
    """
    if len(lines) < 3:
        return None
    lengths = sorted(len(line.words) for line in lines)
    width = lengths[int((len(lengths) - 1) * 0.97)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    pairs = [
        (line, following)
        for line, following in zip(lines, lines[1:], strict=False)
        if following.span.start == line.span.end and not _BULLET.match(following.words)
    ]
    full = sum(_is_full(line, following, width) for line, following in pairs)
    open_ended = sum(
        _is_full(line, following, width) and not _TERMINAL.search(line.words) for line, following in pairs
    )
    return width if pairs and full * 2 >= len(pairs) and open_ended * 3 >= full else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    first = following.words.split(None, 1)[0]
    return len(line.words) + 1 + len(first) > width


def _paragraphs(run: Sequence[_Line], width: int | None) -> list[list[_Line]]:
    """The lines of a run, grouped into blocks."""
    if width is None:
        return [[line] for line in run]
    groups = [[run[0]]]
    for before, line in zip(run, run[1:], strict=False):
        continues = _is_full(before, line, width) and not _BULLET.match(line.words)
        if continues:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _block(source: Source, lines: Sequence[_Line]) -> Block:
    """A block of its lines, as a list item or, for now, a paragraph."""
    span = lines[0].span.through(lines[-1].span)
    content = lines[0].content.through(lines[-1].content)
    first = lines[0].words
    mark = _BULLET.match(first) or _BARE_BULLET.match(first)
    if mark and mark.end() < len(first) and not _is_numbered_heading(first, lines):
        content = Span(content.start + mark.end(), content.end)
        return Block(kind=BlockKind.LIST_ITEM, span=span, content=content)
    return Block(kind=BlockKind.PARAGRAPH, span=span, content=content)


def _is_numbered_heading(first: str, lines: Sequence[_Line]) -> bool:
    """Whether "2. The road ahead" numbers a heading rather than an item: it stands alone, short and open."""
    return len(lines) == 1 and bool(_NUMBERED_HEADING.match(first)) and _looks_like_heading(first)


def _looks_like_heading(words: str) -> bool:
    """Whether words by themselves could be a heading: short, capitalised, without a full stop."""
    if len(words) > _HEADING_LENGTH or _TERMINAL.search(words):
        return False
    found = _WORD.findall(words)
    if not 1 <= len(found) <= _HEADING_WORDS:
        return False
    first = found[0]
    return not first[0].islower() and words[0] not in "\"'“‘([<@#|"


def _headings(source: Source, blocks: Sequence[Block], *, spaced: bool) -> list[BlockKind]:
    """The kinds of the blocks once headings are told from paragraphs.

    A heading looks like one and has something under it: a longer block, a list, or another heading that
    has. In a text with blank lines, one that clings to the end of its paragraph is the paragraph's last
    line and no heading.
    """
    kinds = [block.kind for block in blocks]
    under = False  # Whether what follows can stand under a heading.
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        words = source[block.content]
        if kinds[at] is BlockKind.PARAGRAPH and under and "\n" not in words and "\r" not in words:
            if at == 0 and len(words) <= _TITLE_LENGTH and not _is_prose(words):
                kinds[at] = BlockKind.HEADING
            elif _looks_like_heading(words) and not (spaced and _clings(source, blocks, at)):
                kinds[at] = BlockKind.HEADING
        under = True
    return kinds


def _clings(source: Source, blocks: Sequence[Block], at: int) -> bool:
    """Whether a block follows another without a blank line and is followed by one."""
    if at == 0 or at + 1 == len(blocks):
        return False
    gap_before = blocks[at].span.start - blocks[at - 1].span.end
    gap_after = blocks[at + 1].span.start - blocks[at].span.end
    return gap_before == 0 and gap_after > 0 and _TERMINAL.search(source[blocks[at - 1].content]) is None


def _is_prose(words: str) -> bool:
    """Whether a first block reads as a paragraph: more than one sentence."""
    return len(regex.findall(r"[.!?][\"'”’)]{0,2} ++\p{Lu}", words)) > 1


def _with_blanks(source: Source, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with blank ones between them, so that together they tile the text."""
    tiled: list[Block] = []
    at = 0
    for block in blocks:
        if at < block.span.start:
            tiled.append(_blank(at, block.span.start))
        tiled.append(block)
        at = block.span.end
    if at < len(source.text):
        tiled.append(_blank(at, len(source.text)))
    return tiled


def _blank(start: int, end: int) -> Block:
    return Block(kind=BlockKind.BLANK, span=Span(start, end), content=Span(start, start))


FORMAT = InputFormat(name="text", suffixes=(".txt", ".text"), media_types=("text/plain",), scan=scan)
