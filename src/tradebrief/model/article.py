"""An article as its layout shows it: blocks, sections, and where the text came from."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from attrs import field, frozen

from tradebrief.model._choice import Choice
from tradebrief.model.diagnostic import Diagnostic
from tradebrief.model.display import as_html
from tradebrief.text import Span

__all__ = ["Article", "Block", "BlockKind", "Link", "Provenance", "Section", "SectionRole"]


class BlockKind(Choice):
    """What a block of the text is."""

    HEADLINE = "headline"
    KEY_POINT = "key_point"
    LABEL = "label"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    CAPTION = "caption"
    TABLE = "table"
    FOOTNOTE = "footnote"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


class SectionRole(Choice):
    """What a section is for."""

    BODY = "body"
    COMMENTARY = "commentary"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    EDITORS_NOTE = "editors_note"
    BOILERPLATE = "boilerplate"

    @property
    def is_authored(self) -> bool:
        """Whether the author speaks in it for themselves."""
        return self in _AUTHORED


_BLANK = BlockKind.BLANK
_AUTHORED = frozenset(
    {SectionRole.COMMENTARY, SectionRole.ANALYSIS, SectionRole.OPINION, SectionRole.EDITORS_NOTE},
)


@frozen(kw_only=True)
class Block:
    """A run of lines that belong together. The blocks of an article tile its text.

    Attributes:
        kind: What it is.
        span: Everything it covers, line ends and white space included; never empty.
        content: Its words, without bullet, marks and white space; empty in a blank block.
        level: Depth of a heading from 1, where the format states it; else None.

    Raises:
        ValueError: If the span is empty or does not hold the content.
    """

    kind: BlockKind
    span: Span
    content: Span
    level: int | None = None

    def __attrs_post_init__(self) -> None:
        span, content = self.span, self.content
        if span.start == span.end:
            raise ValueError("a block covers at least one character")
        if self.level is not None and self.level < 1:
            raise ValueError(f"a block's level is at least 1, not {self.level}")
        if self.kind is _BLANK and content.start < content.end:
            raise ValueError("a blank block has no words")
        if content.start < span.start or content.end > span.end:
            raise ValueError(f"block content {content} is outside its span {span}")


@frozen(kw_only=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        heading: Words of the heading; None for text before the first one.
        level: Depth, 1 for the outermost.
        role: What the section is for.
        span: From its first word to its last, subsections included.
        paragraphs: Its own paragraphs and list items, in order.
        sections: Sections within it, in order.

    Raises:
        ValueError: If a part lies outside the span, or is out of order.
    """

    heading: Span | None
    level: int
    role: SectionRole
    span: Span
    paragraphs: tuple[Span, ...] = ()
    sections: tuple[Section, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.level < 1:
            raise ValueError(f"a section's level is at least 1, not {self.level}")
        span, parts = self.span, [*self.paragraphs, *[section.span for section in self.sections]]
        if self.heading is not None:
            parts.insert(0, self.heading)
        if any(part.start < span.start or part.end > span.end for part in parts):
            raise ValueError(f"a part of the section lies outside its span {span}")
        if any(before.end > after.start for before, after in itertools.pairwise(parts)):
            raise ValueError("the parts of a section stand in order and do not overlap")

    def walk(self) -> Iterator[Section]:
        """This section and all within it, in the order of the text."""
        yield self
        for section in self.sections:
            yield from section.walk()


@frozen
class Link:
    """Words that lead somewhere.

    Attributes:
        span: The words.
        target: The address, as the input states it; never fetched.
    """

    span: Span
    target: str


@frozen(kw_only=True)
class Provenance:
    """Where a text came from, so that every result can be traced to the input.

    Attributes:
        format: Name of the input format that read it, such as ``"text"``.
        media_type: Media type of the raw input, such as ``"text/plain"``.
        sha256: SHA-256 of the raw input in hexadecimal; of its UTF-8 form where it was a string.
        name: File name, or None where there is none.
        entry: Where the input holds several articles, the number of this one, from 1; else None.
        encoding: Python name of the encoding that the bytes were in; None where a string was given.
        bom: Whether a byte order mark stood before the text; it is not part of the text.
        url: Address of the text, where the input or the caller states one.
        id: What its publisher calls it, where the input states that: the id of a row, the guid of a feed's entry.
        title: Title, where the input's metadata states one; it may differ from the headline.
        author: Author, likewise; several are parted by commas.
        publisher: Publisher, likewise.
        tags: Topics or keywords, likewise.
        links: The links of the text, in its order.

    Raises:
        ValueError: If the entry's number is less than 1.
    """

    format: str
    media_type: str
    sha256: str
    name: str | None = None
    entry: int | None = None
    encoding: str | None = None
    bom: bool = False
    url: str | None = None
    id: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.entry is not None and self.entry < 1:
            raise ValueError(f"an entry's number is at least 1, not {self.entry}")


@frozen(kw_only=True)
class Article:
    """A text with its layout; ``article[span]`` gives the words of a span.

    All offsets are code points into ``text``. For plain text it is the decoded input unchanged,
    without a byte order mark.

    Attributes:
        text: The readable text.
        provenance: Where it came from.
        headline: Words of the headline.
        key_points: The summary lines under it, without label and bullets.
        byline: The words that name the author ("By Ana Ruiz").
        dateline: Place and date as the text states them ("OTTAWA, 4 March").
        published: Day (a ``datetime`` where the time is known) of publication, as the input's metadata or the
            caller states it.
        language: BCP 47 tag, where the input or the caller states it.
        sections: The outermost sections in order.
        blocks: All blocks in order; together they cover every character.
        diagnostics: What reading the layout left open.

    Raises:
        ValueError: If a span lies outside the text, or the blocks do not tile it.
    """

    text: str = field(repr=False)
    provenance: Provenance
    headline: Span | None = None
    key_points: tuple[Span, ...] = ()
    byline: Span | None = None
    dateline: Span | None = None
    published: dt.date | None = None
    language: str | None = None
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()

    def __attrs_post_init__(self) -> None:
        whole = Span(0, len(self.text))
        at = 0
        for block in self.blocks:
            if block.span.start != at:
                raise ValueError(
                    f"blocks do not tile the text: one ends at {at}, the next starts at {block.span.start}"
                )
            at = block.span.end
        if at != whole.end:
            raise ValueError(f"blocks do not tile the text: they end at {at} of {whole.end}")
        named = [part for part in (self.headline, self.byline, self.dateline) if part is not None]
        noted = [note.span for note in self.diagnostics if note.span is not None]
        noted += [link.span for link in self.provenance.links]
        for span in (*named, *self.key_points, *(section.span for section in self.sections), *noted):
            if span not in whole:
                raise ValueError(f"{span} is outside a text of {whole.end} code points")
        for before, after in zip(self.sections, self.sections[1:], strict=False):
            if before.span.end > after.span.start:
                raise ValueError("sections stand in order and do not overlap")

    def __getitem__(self, span: Span) -> str:
        """The words of a span.

        Raises:
            ValueError: If the span ends outside the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span} is outside a text of {len(self.text)} code points")
        return self.text[span.start : span.end]

    def _repr_html_(self) -> str:
        """What a notebook shows: the article as its layout has it."""
        return as_html(self)

    def walk(self) -> Iterator[Section]:
        """All sections, outer before inner, in the order of the text."""
        for section in self.sections:
            yield from section.walk()
