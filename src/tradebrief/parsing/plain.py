"""Plain text: lines into blocks.

Three questions: which lines belong together (a paragraph hard-wrapped over several lines is one block),
which blocks are list items, which short blocks are headings. What the headline and the key points are, and
where sections end, is the same for every format and is settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.formats import InputFormat, Layout, Limits
from tradebrief.model import Block
from tradebrief.parsing._headings import Piece, is_count, name_headings
from tradebrief.parsing._kinds import BLANK, LIST_ITEM, PARAGRAPH
from tradebrief.parsing._lines import Line, bullet, groups, opens_with_dash, read_runs, read_wrap, split_title
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "scan"]


def scan(source: Source, limits: Limits, *, under_title: bool = False) -> Layout:
    """Split a plain text into blocks, in order, losing nothing.

    Headings get no level, since the text states none.

    Args:
        source: The text.
        limits: How many blocks it may hold.
        under_title: Whether it stands under a title that is stated elsewhere, so that its first line is none.

    Raises:
        LimitError: If there are more blocks than the limits allow.
    """
    text = source.text
    runs = read_runs(text)
    wrap = read_wrap(runs)
    if wrap is not None and len(runs) == 1 and (lines := split_title(runs[0], wrap)):
        runs = [runs[0][:lines], runs[0][lines:]]
    blocks = [list(groups(run, wrap)) for run in runs]
    dashes = sum(opens_with_dash(lines[0].words) for block in blocks for lines in block)
    pieces: list[Piece] = []
    for block in blocks:
        last = len(block) - 1
        pieces += [
            _piece(text, lines, starts_run=at == 0, ends_run=at == last, lists_dashes=dashes > 1)
            for at, lines in enumerate(block)
        ]
    limits.check("nodes", len(pieces), source.name)
    name_headings(pieces, wrapped=wrap is not None, under_title=under_title)
    return Layout(text=text, blocks=tuple(_tiled(pieces, len(text))))


def _piece(text: str, lines: Sequence[Line], *, starts_run: bool, ends_run: bool, lists_dashes: bool) -> Piece:
    """A block of its lines, as a list item or, for now, a paragraph.

    The only dash of a text lists nothing: it signs a quotation or a note ("— Ana Ruiz").
    """
    first, last = lines[0], lines[-1]
    words = first.words if first is last else text[first.at : last.at + len(last.words)]
    skip = bullet(first.words) if lists_dashes or not opens_with_dash(first.words) else 0
    return Piece(
        first.start,
        last.end,
        first.at + skip,
        words[skip:],
        len(lines),
        LIST_ITEM if skip else PARAGRAPH,
        starts_run,
        ends_run,
        words[:skip] if skip and is_count(words[:skip]) else "",
    )


def _tiled(pieces: Sequence[Piece], end: int) -> Iterator[Block]:
    """The blocks with blank ones between them, so that together they tile the text."""
    at = 0
    for piece in pieces:
        if at < piece.start:
            yield _blank(at, piece.start)
        content = Span(piece.at - len(piece.number), piece.at + len(piece.words))
        yield Block(kind=piece.kind, span=Span(piece.start, piece.end), content=content)
        at = piece.end
    if at < end:
        yield _blank(at, end)


def _blank(start: int, end: int) -> Block:
    return Block(kind=BLANK, span=Span(start, end), content=Span(start, start))


FORMAT = InputFormat(name="text", suffixes=(".txt", ".text"), media_types=("text/plain",), scan=scan)
