"""The body of a Word document into passages, in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tradebrief.formats import Limits
from tradebrief.model import BlockKind
from tradebrief.parsing._passages import Passage, Words
from tradebrief.parsing._word_styles import Look, W, is_on, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["WordWalk"]

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SKIPPED = frozenset({_FALLBACK, *(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "rt", "sectPr", "tblPr"))})
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_TEXTS = frozenset({f"{W}t", f"{_M}t"})
_BREAKS = frozenset({f"{W}br", f"{W}cr"})
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-"}
_CELLS = f"{W}sdt/{W}sdtContent/{W}tc"
_PAGES = frozenset({"page", "column"})


class WordWalk:
    """A walk over the elements of a document that gathers passages.

    Attributes:
        passages: What was found.
        notes: Ids of footnotes and endnotes, in the order in which the text refers to them.
        left_out: How often something was left out, by what it is.
    """

    def __init__(self, looks: Mapping[str | None, Look], targets: Mapping[str, str], limits: Limits, name: str) -> None:
        self.passages: list[Passage] = []
        self.notes: list[tuple[str, str]] = []
        self.left_out: Counter[str] = Counter()
        self._looks = looks
        self._targets = targets
        self._limits = limits
        self._name = name
        self._words = Words()
        self._boxes: list[_Element] = []
        self._is_line = False

    def blocks(self, parent: _Element, depth: int = 0) -> None:
        """Read the paragraphs and tables in an element.

        Raises:
            LimitError: If there are more than the limits allow, or they nest deeper.
        """
        self._limits.check("depth", depth, self._name)
        for element in parent.iterchildren():
            if element.tag == f"{W}p":
                self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._table(element, depth)
            elif element.tag in _DELETED:
                self.left_out["deleted"] += 1
            elif element.tag == f"{W}altChunk":
                self.left_out["chunk"] += 1
            elif element.tag not in _SKIPPED:
                self.blocks(element, depth + 1)  # Content controls, insertions and the like.
            self._limits.check("nodes", len(self.passages), self._name)

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        look = self._look(paragraph)
        if look.is_contents:
            self.left_out["contents"] += 1
            return
        self._inline(paragraph, look)
        self._flush(look)
        self._is_line = False
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, depth + 1)

    def _look(self, paragraph: _Element) -> Look:
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties.find(f"{W}pStyle")) if properties is not None else None
        return self._looks.get(style, self._looks[None]).with_properties(properties)

    def _flush(self, look: Look) -> None:
        kind = BlockKind.HEADING if look.kind is BlockKind.HEADLINE else look.kind
        passage = self._words.take(kind, level=1 if look.kind is BlockKind.HEADLINE else look.level)
        if not passage.words:
            return
        passage.is_line = self._is_line
        if look.kind is BlockKind.HEADLINE:
            passage.level = 0  # The level of the title is settled when all are known.
        self.passages.append(passage)

    def _inline(self, parent: _Element, look: Look) -> None:
        """Add the words of a paragraph."""
        for element in parent.iterchildren():
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, look)
            elif tag in _DELETED:
                self.left_out["deleted"] += 1
            elif tag == f"{W}hyperlink" and (target := self._targets.get(element.get(f"{_R}id", ""))):
                self._words.open_link(target)
                self._inline(element, look)
                self._words.close_link()
            elif tag in _TEXTS:
                self._words.add(element.text or "")
            elif tag not in _SKIPPED:
                self._inline(element, look)

    def _run(self, run: _Element, look: Look) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish", default=look.is_hidden):
            self.left_out["hidden"] += 1
            return
        bold = is_on(properties, "b", default=look.is_bold)
        for element in run.iterchildren():
            tag = element.tag
            if tag in _TEXTS:
                self._words.add(element.text or "", bold=bold)
            elif tag in _SIGNS:
                self._words.add(_SIGNS[tag], bold=bold)
            elif tag in _BREAKS:
                self._break(element, look)
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self.notes.append((tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id", "")))
            elif tag == f"{W}commentReference":
                self.left_out["comment"] += 1
            elif tag in _PICTURES or tag.endswith("}AlternateContent"):
                self._picture(element)
            elif tag not in _SKIPPED:
                self._inline(element, look)  # Ruby and the like.

    def _break(self, element: _Element, look: Look) -> None:
        if element.get(f"{W}type") in _PAGES or look.kind is not BlockKind.PARAGRAPH:
            self._words.add(" ")
            return
        self._flush(look)
        self._is_line = True

    def _picture(self, element: _Element) -> None:
        """Keep the boxes of text in a drawing for after the paragraph; count the drawing itself as left out."""
        waiting = [element]
        found = False
        while waiting:
            inner = waiting.pop()
            if inner.tag == f"{W}txbxContent":
                self._boxes.append(inner)
                found = True
            elif inner.tag != _FALLBACK:
                waiting.extend(reversed(list(inner)))
        self.left_out["picture"] += not found

    def _table(self, table: _Element, depth: int) -> None:
        rows = [[*row.iterchildren(f"{W}tc"), *row.iterfind(_CELLS)] for row in table.iterchildren(f"{W}tr")]
        if len(rows) == 1 and len(rows[0]) == 1:  # A box around a text.
            self.blocks(rows[0][0], depth + 1)
            return
        for row in rows:
            for at, cell in enumerate(row):
                passage = self._cell(cell, depth)
                passage.ends_row = at == len(row) - 1
                self.passages.append(passage)
            self._limits.check("nodes", len(self.passages), self._name)

    def _cell(self, cell: _Element, depth: int) -> Passage:
        """All words of a cell; one that goes on with the cell above it has none."""
        outer, self.passages = self.passages, []
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or value_of(merged) == "restart":
            self.blocks(cell, depth + 1)
        inner, self.passages = self.passages, outer
        words, links = "", list[tuple[int, int, str]]()
        for passage in inner:
            words += " " if words and passage.words else ""
            links += ((start + len(words), end + len(words), target) for start, end, target in passage.links)
            words += passage.words
        return Passage(kind=BlockKind.TABLE, words=words, links=tuple(links))
