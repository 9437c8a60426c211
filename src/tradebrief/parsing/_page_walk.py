"""A web page into passages, each with the element that it stands in; what is the text is settled elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import define, field

from tradebrief.model import BlockKind
from tradebrief.parsing._page_words import (
    BLOCKS,
    HEADINGS,
    NEVER_TEXT,
    PROTECTED,
    SIDE_ROLES,
    SIDE_TAGS,
    is_author_name,
    is_note_name,
    is_side_name,
    is_unseen_name,
)
from tradebrief.parsing._passages import Passage, Words

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["Element", "Found", "Walk", "walk"]

_HIDDEN = regex.compile(
    r"(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|mso-hide\s{0,4}:\s{0,4}all)", regex.I
)
_HEAVY = regex.compile(r"font-weight\s{0,4}:\s{0,4}(?:bold|[6-9]00)", regex.I)
_BLANK_LINE = regex.compile(r"\n[ \t]*+\n\s*+")
_NOTE = regex.compile(r"\[?(?:\d{1,3}|[a-z*†‡])\]?")
_QUOTES = "\"“‘'«„"
_STRUCK = frozenset({"del", "s", "strike"})
_NOTES = frozenset({"ol", "ul", "dl", "div", "section", "aside"})
_CELLS = frozenset({"td", "th"})
_PARAGRAPHS = ("p", "div", "ul", "ol", "blockquote", "section", "article", "pre", *HEADINGS)
_FEWEST_BREAKS = 3
_BACK = "^↑↩\ufe0e \xa0"  # What leads from a note back to the text.
_WORD_BEFORE_NOTE = regex.compile(r"(?:[\p{L}]{3}|[.,;:!?”’\"')\]])$")


@define
class Element:
    """An element that makes blocks.

    Attributes:
        tag: Its name.
        parent: Index of the element around it; its own for the outermost.
        kind: What its words are.
        is_side: Whether it stands beside the text, as far as its name or role says.
        end: Index just past the last element within it.
        has_title: Whether a heading of level 1 stands in it.
        weight: How many characters of running text stand in it.
        size: How many characters stand in it, those of links included.
        linked: How many of them belong to links.
        is_used: Whether a list item has its first block.
        has_quotation: Whether a quotation stands right in it.
        is_author: Whether its name says that it names the author.
    """

    tag: str
    parent: int
    kind: BlockKind
    is_side: bool
    end: int = 0
    has_title: bool = False
    weight: int = 0
    size: int = 0
    linked: int = 0
    is_used: bool = False
    has_quotation: bool = False
    is_author: bool = False


@define
class Found:
    """A passage, the index of its element, and how many of its characters are those of links."""

    passage: Passage
    element: int
    linked: int


@define
class Walk:
    """What a walk over a page found.

    Attributes:
        elements: The elements that make blocks, in their order.
        found: The passages, in their order.
        struck_out: How many passages were left out that are struck out.
    """

    elements: list[Element] = field(factory=list[Element])
    found: list[Found] = field(factory=list[Found])
    struck_out: int = 0


def walk(root: _Element) -> Walk:
    """All passages of a page that can be seen."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    walker = _Walker(_tables_of_data(root))
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        if event == "end":
            walker.end(element)
        elif not walker.start(element):
            steps.skip_subtree()
    walker.flush()
    return walker.result


def _tables_of_data(root: _Element) -> set[_Element]:
    """The tables whose cells are data: they have heads and no table within, or nothing but short cells."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    is_layout: dict[_Element, bool] = {}
    has_heads: set[_Element] = set()
    breaks: dict[_Element, int] = {}
    opened: list[_Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=("table", "th", "br", *_PARAGRAPHS)):
        if element.tag == "table":
            if event == "end":
                opened.pop()
                continue
            for around in opened[-1:]:
                is_layout[around] = True
                has_heads.discard(around)
            opened.append(element)
            is_layout.setdefault(element, False)
        elif event == "start" and opened:
            table = opened[-1]
            if element.tag == "th":
                has_heads.add(table)
            elif element.tag == "br":
                breaks[table] = breaks.get(table, 0) + 1
            else:
                is_layout[table] = True
    return {
        table
        for table, layout in is_layout.items()
        if table in has_heads or (not layout and breaks.get(table, 0) < _FEWEST_BREAKS)
    }


class _Walker:
    """A walk over the tree that gathers passages."""

    def __init__(self, tables: set[_Element]) -> None:
        self.result = Walk()
        self._tables = tables
        self._words = Words()
        self._linked = 0
        self._open: list[int] = []
        self._in_data = 0  # Open cells of tables of data.
        self._bold = 0
        self._links = 0
        self._quotes = 0
        self._pre = 0
        self._is_line = False

    def start(self, element: _Element) -> bool:
        """Enter an element; whether what is in it is to be read."""
        tag = element.tag
        if tag == "br":
            self._break()
            return False
        if _is_unread(element, tag):
            self.result.struck_out += tag in _STRUCK
            return False
        if _is_block(element, tag):
            self._enter(element, tag)
        else:
            self._mark(element, tag, 1)
        if element.text:
            self._add(element.text)
        return True

    def end(self, element: _Element) -> None:
        """Leave an element, and read on after it."""
        tag = element.tag
        if tag == "br" or _is_unread(element, tag):
            pass
        elif _is_block(element, tag):
            self._leave(element, tag)
        else:
            self._mark(element, tag, -1)
        if element.tail and self._open:
            self._add(element.tail)

    def flush(self) -> None:
        """End the passage that is being read."""
        if not self._open:
            return
        at = self._open[-1]
        kind = self._kind()
        passage = self._words.take(kind, level=HEADINGS.get(self.result.elements[at].tag))
        passage.is_line, self._is_line = self._is_line, False
        if kind is BlockKind.FOOTNOTE:
            bare = passage.words.rstrip(_BACK)
            passage.cut(len(bare) - len(bare.lstrip(_BACK)), len(bare))
        if passage.words:
            self.result.found.append(Found(passage, at, min(self._linked, len(passage.words))))
        self._linked = 0

    def _kind(self) -> BlockKind:
        kind = self.result.elements[self._open[-1]].kind
        if kind is not BlockKind.LIST_ITEM or not self._words.has_words:
            return kind
        item = next(at for at in reversed(self._open) if self.result.elements[at].tag in {"li", "dd"})
        if self.result.elements[item].is_used:
            return BlockKind.PARAGRAPH
        self.result.elements[item].is_used = True
        return kind

    def _enter(self, element: _Element, tag: str) -> None:
        if self._in_data and tag not in _CELLS:
            self._add(" ")
        else:
            self.flush()
        elements = self.result.elements
        parent = self._open[-1] if self._open else 0
        around = elements[parent] if elements else None
        kind = self._kind_of(element, tag, around)
        if around and tag == "blockquote":
            around.has_quotation = True
        names = f"{element.get('class', '')} {element.get('id', '')}"
        is_side = tag not in PROTECTED and (
            (tag in SIDE_TAGS and not (around and around.kind is BlockKind.QUOTATION) and not _is_summary(tag, names))
            or element.get("role", "") in SIDE_ROLES
            or is_side_name(names)
            or ("-" in tag and is_side_name(tag))
        )
        elements.append(Element(tag, parent, kind, is_side, is_author=is_author_name(names)))
        self._open.append(len(elements) - 1)
        self._in_data += kind is BlockKind.TABLE and tag in _CELLS
        self._pre += tag == "pre"

    def _leave(self, element: _Element, tag: str) -> None:
        at = self._open[-1]
        here = self.result.elements[at]
        is_cell = here.kind is BlockKind.TABLE and tag in _CELLS
        if is_cell:
            passage = self._words.take(BlockKind.TABLE)
            following = element.getnext()
            passage.ends_row = following is None or following.tag not in _CELLS
            self.result.found.append(Found(passage, at, min(self._linked, len(passage.words))))
            self._linked = 0
            self._in_data -= 1
        elif self._in_data:
            self._add(" ")
        else:
            self.flush()
        here.end = len(self.result.elements)
        self._open.pop()
        self._pre -= tag == "pre"

    def _kind_of(self, element: _Element, tag: str, around: Element | None) -> BlockKind:
        """What the words of an element are."""
        outer = around.kind if around else BlockKind.PARAGRAPH
        if tag in _CELLS and next(element.iterancestors("table"), None) in self._tables:
            return BlockKind.TABLE
        if self._in_data:
            return BlockKind.TABLE
        if outer is BlockKind.QUOTATION:
            return BlockKind.ATTRIBUTION if tag in {"footer", "cite", "figcaption"} else outer
        if outer is BlockKind.ATTRIBUTION:
            return outer
        if tag == "figcaption":
            return BlockKind.ATTRIBUTION if around and around.has_quotation else BlockKind.CAPTION
        if tag in HEADINGS:
            return BlockKind.HEADING
        if outer is BlockKind.FOOTNOTE or (tag in _NOTES and _is_note_list(element)):
            return BlockKind.FOOTNOTE
        named = {"blockquote": BlockKind.QUOTATION, "caption": BlockKind.CAPTION, "li": BlockKind.LIST_ITEM}
        if tag in named:
            return named[tag]
        return outer if outer in {BlockKind.LIST_ITEM, BlockKind.CAPTION} else BlockKind.PARAGRAPH

    def _mark(self, element: _Element, tag: str, by: int) -> None:
        """Enter (1) or leave (-1) an element within a line."""
        if tag in {"b", "strong"} or _HEAVY.search(element.get("style", "")):
            self._bold += by
        elif tag == "q" and not (element.text or "").lstrip().startswith(tuple(_QUOTES)):
            self._quotes += by > 0
            opening, closing = "“”" if self._quotes % 2 else "‘’"
            self._add(opening if by > 0 else closing)
            self._quotes -= by < 0
        elif tag == "a" and (target := element.get("href")):
            is_name = "author" in element.get("rel", "").lower().split() or target.lower().startswith("mailto:")
            self._links += by * (not is_name)
            if by > 0:
                self._words.open_link(target.strip())
            else:
                self._words.close_link()

    def _add(self, text: str) -> None:
        if self._pre and not self._in_data and _BLANK_LINE.search(text):
            first, *rest = _BLANK_LINE.split(text)
            self._add(first)
            for part in rest:
                self.flush()
                self._add(part)
            return
        self._words.add(text, bold=self._bold > 0)
        if self._links:
            self._linked += len(text.strip())

    def _break(self) -> None:
        """End a line: between blocks it does nothing, the second in a row parts paragraphs."""
        if self._in_data or not self._open or self._kind_here() not in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}:
            self._add(" ")
        elif self._words.has_words:
            self.flush()
            self._is_line = True
        else:
            self._is_line = False

    def _kind_here(self) -> BlockKind:
        return self.result.elements[self._open[-1]].kind


def _is_block(element: _Element, tag: str) -> bool:
    if tag == "cite":  # Under a quotation it says whose it is; within a paragraph it names a work.
        parent = element.getparent()
        return parent is not None and parent.tag == "blockquote"
    return tag in BLOCKS or "-" in tag


def _is_unread(element: _Element, tag: str) -> bool:
    """Whether what is in an element is no part of the text."""
    return tag in NEVER_TEXT or tag in _STRUCK or _is_hidden(element) or (tag == "sup" and _is_note(element))


def _is_note(element: _Element) -> bool:
    """Whether raised characters refer to a note, and are no power or unit."""
    link = element[0] if len(element) == 1 and element[0].tag == "a" else None
    words = (element.text or "") if link is None else (link.text or "")
    if (len(element) and link is None) or not _NOTE.fullmatch(words.strip()):
        return False
    if link is not None or is_note_name(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    before = element.getprevious()
    parent = element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else None
    return bool(text) and _WORD_BEFORE_NOTE.search((text or "")[-4:]) is not None


def _is_note_list(element: _Element) -> bool:
    return element.get("role") == "doc-endnotes" or is_note_name(f"{element.get('class', '')} {element.get('id', '')}")


def _is_summary(tag: str, names: str) -> bool:
    return tag == "aside" and any(name in names.lower() for name in ("key", "summary", "highlight", "takeaway"))


def _is_hidden(element: _Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or is_unseen_name(element.get("class", ""))
        or _HIDDEN.search(element.get("style", "")[:500]) is not None
    )
