"""Markdown: CommonMark with tables, struck-out words and footnotes of GitHub's kind, and front matter.

The readable text has no marks: one line a block, the cells of a table's row with tabs between them. Where
links lead is kept beside it; images, struck-out words and the tags of HTML are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

import regex
from attrs import define, field

from tradebrief.formats import InputFormat, Layout, Limits
from tradebrief.model import BlockKind, Diagnostic, RuleId
from tradebrief.parsing import plain
from tradebrief.parsing._front_matter import read_front_matter
from tradebrief.parsing._metadata import is_object
from tradebrief.parsing._passages import Passage, Words, lay_out, with_title
from tradebrief.text import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["FORMAT", "recognize", "scan"]

_BROKEN = regex.compile(r"<br\s*+/?>", regex.IGNORECASE)
_BOLD_TAG = regex.compile(r"<(?P<end>/)?(?:b|strong)(?=[\s>])", regex.IGNORECASE)
_ANCHOR = regex.compile(
    r"<a\s[^>]*?\bhref\s*+=\s*+(?:\"(?P<target>[^\">]*+)\"|'(?P<target>[^'>]*+)')", regex.IGNORECASE
)
_UNREAD = regex.compile(r"<!--|<(?P<name>script|style)(?=[\s>])", regex.IGNORECASE)
_TAG = regex.compile(r"<[^<>]*+>")
_TASK = regex.compile(r"\[[ xX]\] ")
_QUOTED_BY = regex.compile(r"[—–―]|--")
_HEADING = regex.compile(r"#{1,6}[ \t]+[^\s#]")
_FIELD = regex.compile(r"(?:---|\+\+\+)[ \t]*\r?\n(?:#[^\n]*\n)*[\w-]{1,40}[ \t]*[:=]")
_FEWEST_HEADINGS = 2
# What opens a block: a line after a blank one, a heading, an item, a row. Counted first: parsing takes much room.
_OPENER = regex.compile(r"\n[ \t]*+\r?\n(?=[ \t]*+[^\s])|(?<![^\n])(?:(?:#{1,6}|[-+*]|\d{1,9}[.)])[ \t]|\|)")


def scan(source: Source, limits: Limits) -> Layout:
    """Read a Markdown text into blocks.

    A text without any mark is read as plain text: its lines would run together.

    Raises:
        LimitError: If there are more blocks than the limits allow, or they nest deeper.
    """
    front = read_front_matter(source.text)
    limits.check("nodes", sum(1 for _ in islice(_OPENER.finditer(source.text), limits.nodes + 1)), source.name)
    environment: dict[str, object] = {}
    tokens = _parser(limits.depth + 1).parse(source.text[front.end :], environment)
    if not front.end and _has_no_marks(tokens):
        return plain.scan(source, limits)
    reading = _Reading(source=source, limits=limits)
    for token in tokens:
        reading.read(token)
    return lay_out(
        with_title(reading.passages, front.metadata.title),
        source,
        limits,
        metadata=front.metadata,
        notes=(*front.notes, *_notes(reading, environment)),
    )


def recognize(opening: str) -> bool:
    """Whether a text opens as Markdown: with front matter, with a heading, or with several in it."""
    start = opening.lstrip("\r\n")
    if _FIELD.match(opening) or (_HEADING.match(start) and not start.startswith("#" * 4)):
        return True
    return sum(_HEADING.match(line) is not None for line in opening.split("\n")) >= _FEWEST_HEADINGS


@cache
def _parser(most_levels: int) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - of the extra, and slow to import.
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - likewise.

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": most_levels}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.validateLink = _is_any_target  # type: ignore[method-assign] # Nothing is fetched or shown as HTML.
    parser.normalizeLink = str  # type: ignore[assignment,method-assign] # As the text states it.
    return parser


def _is_any_target(url: str) -> bool:  # noqa: ARG001 - the parser's own asks which are safe to show.
    return True


def _has_no_marks(tokens: Sequence[Token]) -> bool:
    """Whether a text is nothing but paragraphs of lines, one of them at least with a line break."""
    inline = [token for token in tokens if token.type == "inline"]
    return (
        all(token.type in {"paragraph_open", "inline", "paragraph_close"} for token in tokens)
        and any("\n" in token.content for token in inline)
        and all("".join(_plain_words(token)) == token.content for token in inline)
    )


def _plain_words(token: Token) -> Iterator[str]:
    for child in token.children or ():
        yield "\n" if child.type == "softbreak" else child.content if child.type == "text" else "\0"


def _notes(reading: _Reading, environment: dict[str, object]) -> Iterator[Diagnostic]:
    """What could not be kept."""
    footnotes = environment.get("footnotes")
    refs: dict[str, int] = footnotes.get("refs", {}) if is_object(footnotes) else {}
    lost = sum(number < 0 for number in refs.values())
    for rule, count, what in (
        ("markdown.image", reading.images, "images left out"),
        ("markdown.struck-out", reading.struck_out, "passages left out that are struck out"),
        ("markdown.footnote", lost, "footnotes left out to which nothing refers"),
    ):
        if count:
            yield Diagnostic(rule=RuleId(rule), message=f"{what}: {count}")


@define(kw_only=True)
class _Reading:
    """A walk over the tokens that gathers passages."""

    source: Source
    limits: Limits
    passages: list[Passage] = field(factory=list[Passage])
    images: int = 0
    struck_out: int = 0
    _within: list[str] = field(factory=list[str])  # The quotations, items, footnotes and cells that are open.
    _level: int | None = None  # Of the heading that is open.
    _is_first: bool = False  # Whether nothing of the innermost item has been read yet.

    def read(self, token: Token) -> None:
        """Take in a token of a block."""
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1:])
            case "heading_close":
                self._level = None
            case "blockquote_open" | "list_item_open" | "footnote_open" | "th_open" | "td_open":
                self._within.append(token.type.removesuffix("_open"))
                self._is_first = True
                self.limits.check("depth", token.level + 1, self.source.name)  # What is deeper is not parsed.
            case "blockquote_close" | "list_item_close" | "footnote_close" | "th_close" | "td_close":
                self._close(token.type.removesuffix("_close"))
            case "tr_close":
                self.passages[-1].ends_row = True
            case "inline":
                self._add(_Inline(self).read(token.children or ()))
            case "code_block" | "fence":
                words = Words()
                words.add(token.content)
                self._add([words.take(BlockKind.PARAGRAPH)])
            case "html_block":
                self._add(_lines_of_html(token.content))
            case _:
                pass

    def _close(self, kind: str) -> None:
        """Leave the innermost of a kind; a footnote to which nothing refers may take its opening away with it."""
        if kind in self._within:
            while self._within.pop() != kind:
                pass

    def _add(self, passages: Sequence[Passage]) -> None:
        """Add passages as what they are where they stand."""
        kind = self.kind
        for passage in passages:
            passage.kind = kind
            if kind is BlockKind.HEADING:
                passage.level = self._level
            elif kind is BlockKind.TABLE:
                passage.ends_row = False
            elif kind is BlockKind.LIST_ITEM:
                task = _TASK.match(passage.words) if self._is_first else None
                if task:
                    passage.cut(task.end())
                self._is_first, kind = False, BlockKind.PARAGRAPH
            self.passages.append(passage)

    @property
    def kind(self) -> BlockKind:
        """What a passage is that stands here."""
        innermost = self._within[-1] if self._within else ""
        if innermost in {"th", "td"}:
            return BlockKind.TABLE
        if "footnote" in self._within:
            return BlockKind.FOOTNOTE
        if "blockquote" in self._within:
            return BlockKind.QUOTATION
        if innermost == "list_item" and self._is_first:
            return BlockKind.LIST_ITEM
        return BlockKind.HEADING if self._level is not None else BlockKind.PARAGRAPH

    @property
    def may_break(self) -> bool:
        """Whether a line break here parts two passages: not within a heading, an item or a cell."""
        return self.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}


@define
class _Inline:
    """A walk over the tokens within a block that gathers its words."""

    reading: _Reading
    words: Words = field(factory=Words)
    passages: list[Passage] = field(factory=list[Passage])
    bold: int = 0
    struck: int = 0

    def read(self, tokens: Sequence[Token]) -> list[Passage]:
        """The passages of a block: several where line breaks part them."""
        for at, token in enumerate(tokens):
            match token.type:
                case "text" | "code_inline" if not self.struck:
                    self.words.add(token.content, bold=self.bold > 0)
                case "strong_open" | "strong_close":
                    self.bold += token.nesting
                case "s_open" | "s_close":
                    self.struck += token.nesting
                    self.reading.struck_out += token.nesting > 0
                case "link_open":
                    self.words.open_link(str(token.attrs.get("href", "")))
                case "link_close":
                    self.words.close_link()
                case "image":
                    self.reading.images += 1
                case "softbreak":
                    self._soft_break(tokens[at + 1] if at + 1 < len(tokens) else None)
                case "hardbreak":
                    self._break()
                case "html_inline":
                    self._tag(token.content)
                case _:
                    pass
        self._take()
        return self.passages

    def _take(self) -> None:
        passage = self.words.take(BlockKind.PARAGRAPH)
        passage.is_line = bool(self.passages)
        self.passages.append(passage)

    def _soft_break(self, after: Token | None) -> None:
        """A line's end is a space, but after a line in bold type, and in a quotation before who said it."""
        names_speaker = after is not None and after.type == "text" and _QUOTED_BY.match(after.content)
        if self.words.is_bold or (names_speaker and self.reading.kind is BlockKind.QUOTATION):
            self._break()
        else:
            self.words.add(" ")

    def _break(self) -> None:
        if not self.reading.may_break:
            self.words.add(" ")
            return
        self._take()

    def _tag(self, tag: str) -> None:
        if _BROKEN.match(tag):
            self._break()
        elif match := _BOLD_TAG.match(tag):
            self.bold = max(0, self.bold - 1) if match["end"] else self.bold + 1
        elif match := _ANCHOR.match(tag):
            self.words.open_link(match["target"])
        elif tag.lower() == "</a>":
            self.words.close_link()


def _lines_of_html(html: str) -> list[Passage]:
    """The words of each line of HTML, without tags, comments, scripts and styles."""
    found: list[Passage] = []
    for line in _TAG.sub("", "".join(_read_html(html))).splitlines():
        words = Words()
        words.add(unescape(line))
        found.append(words.take(BlockKind.PARAGRAPH))
    return found


def _read_html(html: str) -> Iterator[str]:
    """HTML without comments, scripts and styles; one that is not closed goes on to the end."""
    lower = html.lower()
    at = 0
    for opening in _UNREAD.finditer(html):
        if opening.start() < at:
            continue
        yield html[at : opening.start()]
        closing = f"</{opening['name'].lower()}>" if opening["name"] else "-->"
        end = lower.find(closing, opening.end())
        if end < 0:
            return
        at = end + len(closing)
    yield html[at:]


FORMAT = InputFormat(
    name="markdown",
    suffixes=(".md", ".markdown", ".mdown", ".mkd"),
    media_types=("text/markdown", "text/x-markdown"),
    scan=scan,
    extra="markdown",
    recognize=recognize,
)
