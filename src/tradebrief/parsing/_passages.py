"""Passages of a marked-up text into its readable text and blocks.

Parsers of markup gather ``Words`` and make ``Passage`` values of them; ``lay_out`` puts these one under the
other. Where the markup states no headings, lines are told apart as in plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex
from attrs import define, field

from tradebrief.formats import Layout, Limits, Metadata
from tradebrief.model import Block, BlockKind, Diagnostic, Link
from tradebrief.parsing._headings import OPENING_MARKS, Piece, looks_like_heading, name_headings, past_count
from tradebrief.parsing._lines import bullet, opens_with_dash
from tradebrief.text import Source, Span

__all__ = ["Passage", "Words", "lay_out", "with_title"]

_SPACE = regex.compile(r"[ \t\r\n\f\v]++")
_INVISIBLE = {0xAD: None, 0x200B: None, 0xFEFF: None}  # Where a word may be broken, and a byte order mark.
_DASH = regex.compile(r"[-–—―]")
_FRONT = 3  # Passages among which the title may stand.
_ATTRIBUTION = 160  # No longer is the line that says whose words were quoted.


@define(kw_only=True)
class Passage:
    """What becomes a block.

    Attributes:
        kind: What it is, as far as the markup says.
        words: Its words, white space collapsed; only an empty cell of a table has none.
        level: Of a heading, where it is stated.
        links: Where its words lead: start and end in them, and target.
        is_bold: Whether all its words are set off by heavy type.
        is_line: Whether only a line break parts it from the passage before it.
        ends_row: Whether the next passage starts on a new line; otherwise it is a cell beside this one.
    """

    kind: BlockKind
    words: str
    level: int | None = None
    links: tuple[tuple[int, int, str], ...] = ()
    is_bold: bool = False
    is_line: bool = False
    ends_row: bool = True

    def cut(self, start: int, end: int | None = None) -> None:
        """Leave out what stands before a place in its words, and from another on."""
        self.words = self.words[start:end]
        size = len(self.words)
        moved = ((max(0, first - start), min(size, last - start), to) for first, last, to in self.links)
        self.links = tuple(link for link in moved if link[0] < link[1])


@define
class Words:
    """Running text as it is gathered, white space collapsed to one space; no-break spaces are kept."""

    _parts: list[str] = field(factory=list[str])
    _length: int = 0
    _links: list[tuple[int, int, str]] = field(factory=list[tuple[int, int, str]])
    _open: list[tuple[int, str]] = field(factory=list[tuple[int, str]])
    _has_light: bool = False

    def add(self, text: str, *, bold: bool = False) -> None:
        """Add text as it stands in the markup."""
        text = _SPACE.sub(" ", text).translate(_INVISIBLE)
        if not self._parts or self._parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self._has_light |= not bold and any(map(str.isalnum, text))
            self._parts.append(text)
            self._length += len(text)

    @property
    def has_words(self) -> bool:
        """Whether anything but white space has been added."""
        return any(not part.isspace() for part in self._parts)

    @property
    def is_bold(self) -> bool:
        """Whether there are words, and all of them are in heavy type."""
        return bool(self._parts) and not self._has_light

    def open_link(self, target: str) -> None:
        """Let what follows lead to a target."""
        self._open.append((self._length, target))

    def close_link(self) -> None:
        """End the innermost link, if one is open."""
        if self._open:
            start, target = self._open.pop()
            self._links.append((start, self._length, target))

    def take(self, kind: BlockKind, *, level: int | None = None) -> Passage:
        """The passage of all words since the last one; a link that is still open goes on in the next."""
        going_on = [(0, target) for _, target in self._open]
        while self._open:
            self.close_link()
        joined = "".join(self._parts)
        words = joined.strip()
        skipped = len(joined) - len(joined.lstrip())
        links = [
            (max(0, start - skipped), min(len(words), end - skipped), target)
            for start, end, target in sorted(self._links)
            if target
        ]
        passage = Passage(
            kind=kind,
            words=words,
            level=level,
            links=tuple(link for link in links if link[0] < link[1]),
            is_bold=self.is_bold,
        )
        self._parts, self._length, self._links, self._open, self._has_light = [], 0, [], going_on, False
        return passage


def with_title(passages: Sequence[Passage], title: str | None) -> list[Passage]:
    """The passages under a title that the metadata states, unless it or another title stands there already."""
    if not title or not (title := _SPACE.sub(" ", title).strip()):
        return list(passages)
    tops = [at for at, passage in enumerate(passages) if passage.level == 1]
    has_own = len(tops) == 1 and tops[0] < _FRONT
    if has_own or any(_plain(passage.words) == _plain(title) for passage in passages[:_FRONT]):
        return list(passages)
    return [Passage(kind=BlockKind.HEADING, words=title, level=1), *passages]


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def lay_out(
    passages: Sequence[Passage],
    source: Source,
    limits: Limits,
    *,
    metadata: Metadata,
    notes: tuple[Diagnostic, ...] = (),
    under_title: bool = False,
) -> Layout:
    """Put passages one under the other, and name those that are headings by their looks.

    The first may look like a title, unless they stand ``under_title``, one that is stated elsewhere.

    Raises:
        LimitError: If there are more than the limits allow.
    """
    found = [passage for passage in passages if passage.words or passage.kind is BlockKind.TABLE]
    limits.check("nodes", len(found), source.name)
    _name_items(found)
    _name_attributions(found)
    _name_bold_lines(found)
    if all(passage.kind is not BlockKind.HEADING for passage in found[_FRONT:]):
        _guess_headings(found, under_title=under_title)
    parts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    at = 0
    for passage in found:
        end = at + len(passage.words)
        parts += (passage.words, "\n" if passage.ends_row else "\t")
        kind = passage.kind if passage.words else BlockKind.BLANK
        level = passage.level if kind is BlockKind.HEADING else None
        blocks.append(Block(kind=kind, span=Span(at, end + 1), content=Span(at, end), level=level))
        links += (Link(Span(at + start, at + stop), target) for start, stop, target in passage.links)
        at = end + 1
    return Layout(
        text="".join(parts),
        blocks=tuple(blocks),
        metadata=metadata,
        links=tuple(links),
        diagnostics=notes,
        is_apart=True,
    )


def _name_items(passages: Sequence[Passage]) -> None:
    """Name the items of lists whose bullets are written out; as in plain text, an only dash lists nothing."""
    paragraphs = [passage for passage in passages if passage.kind is BlockKind.PARAGRAPH]
    lists_dashes = sum(opens_with_dash(passage.words) for passage in paragraphs) > 1
    for passage in paragraphs:
        words = passage.words
        if (
            not words[0].isalnum()
            and words[0] != "("
            and (lists_dashes or not opens_with_dash(words))
            and (mark := bullet(words))
        ):
            passage.kind = BlockKind.LIST_ITEM
            passage.cut(mark)


def _name_attributions(passages: Sequence[Passage]) -> None:
    """Name the lines under a quotation that say whose it is: those that open with a dash."""
    for before, passage in pairwise(passages):
        if (
            passage.kind is before.kind is BlockKind.QUOTATION
            and len(passage.words) <= _ATTRIBUTION
            and _DASH.match(passage.words)
        ):
            passage.kind = BlockKind.ATTRIBUTION


def _name_bold_lines(passages: Sequence[Passage]) -> None:
    """Name the lines in heavy type that could be headings, one level below the last that is stated.

    They may open with a small letter, and a colon may end them unless a quotation follows.
    """
    level: int | None = None
    for passage, after in pairwise(passages):
        if passage.kind is BlockKind.HEADING:
            level = passage.level
        elif (
            passage.kind is BlockKind.PARAGRAPH
            and passage.is_bold
            and after.kind is not BlockKind.HEADING
            and looks_like_heading(past_count(_bare(passage.words, after)))
        ):
            passage.kind, passage.level = BlockKind.HEADING, level and level + 1


def _bare(words: str, after: Passage) -> str:
    """The words of a line with a capital, and without their last colon if what follows is not said by somebody."""
    words = words if after.words[:1] in OPENING_MARKS else words.removesuffix(":")
    return words[:1].upper() + words[1:]


def _guess_headings(passages: Sequence[Passage], *, under_title: bool) -> None:
    """Name the lines that look like headings, where the markup states none but perhaps the title."""
    pieces = [_piece(passages, at) for at in range(len(passages)) if passages[at].words]
    name_headings(pieces, wrapped=False, under_title=under_title)
    named = [passage for passage in passages if passage.words]
    for passage, piece in zip(named, pieces, strict=True):
        if passage.kind is BlockKind.PARAGRAPH and piece.kind is BlockKind.HEADING:
            passage.kind = BlockKind.HEADING


def _piece(passages: Sequence[Passage], at: int) -> Piece:
    """A passage as a line of plain text, with blank lines around it unless only a line break parts it from others."""
    passage = passages[at]
    is_text = passage.kind is BlockKind.PARAGRAPH or passage.kind is BlockKind.HEADING
    return Piece(
        start=0,
        end=0,
        at=0,
        words=passage.words,
        lines=1,
        kind=BlockKind.PARAGRAPH if is_text else BlockKind.LIST_ITEM,
        starts_run=not passage.is_line,
        ends_run=at + 1 == len(passages) or not passages[at + 1].is_line,
    )
