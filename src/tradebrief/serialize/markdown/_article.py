"""An article as Markdown that reads as the same blocks again."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from tradebrief.model import Article, Block, BlockKind, Link
from tradebrief.serialize.markdown._escape import inline, line
from tradebrief.text import Span

__all__ = ["is_safe", "write_article"]

_SAFE = regex.compile(r"(?i:https?|mailto):[^\s\p{Cc}]++\Z")
_UNREADABLE = regex.compile(r"[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]++")
_QUOTED = {BlockKind.QUOTATION, BlockKind.ATTRIBUTION}
_ITEMS = {BlockKind.LIST_ITEM, BlockKind.KEY_POINT}
_MOST_LEVELS = 6


def write_article(article: Article) -> str:
    """The article: front matter with what is stated about it, then its blocks."""
    parts = [*_front_matter(article), *_Writer(article).parts()]
    return "\n\n".join(parts) + "\n" if parts else ""


def is_safe(target: str) -> bool:
    """Whether an address leads to a page or a mailbox, and to nothing that a reader would run."""
    return _SAFE.match(target) is not None


def _front_matter(article: Article) -> Iterator[str]:
    """What is stated beside the text, in YAML; every string as JSON writes it, which is YAML too."""
    stated = article.provenance
    fields = {
        # Over an article without a headline a title would become one.
        "title": stated.title if article.headline else None,
        "author": stated.author,
        "publisher": stated.publisher,
        "date": article.published.isoformat() if article.published else None,
        "lang": article.language,
        "canonical": stated.url,
        "tags": list(stated.tags) or None,
    }
    lines = [f"{name}: {_quoted(value)}" for name, value in fields.items() if value]
    if lines:
        yield "\n".join(["---", *lines, "---"])


def _quoted(value: str | list[str]) -> str:
    """A string, or a list of them, as JSON writes it, without what YAML does not take raw."""
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    return json.dumps(_UNREADABLE.sub(" ", value), ensure_ascii=False)


class _Writer:
    """The blocks of one article as Markdown."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.levels = {section.heading: section.level + 1 for section in article.walk() if section.heading}
        safe = [link for link in article.provenance.links if is_safe(link.target) and len(link.span)]
        self.links = sorted(safe, key=lambda link: (link.span.start, link.span.end))
        self.starts = [link.span.start for link in self.links]

    def parts(self) -> Iterator[str]:
        """Each paragraph, list, quotation and table, to stand with blank lines between them."""
        blocks = [block for block in self.article.blocks if block.kind is not BlockKind.FOOTNOTE]
        notes = [block for block in self.article.blocks if block.kind is BlockKind.FOOTNOTE]
        marks = "".join(f"[^{number}]" for number, _ in enumerate(notes, start=1))
        carrier = next((block for block in reversed(blocks) if block.kind is BlockKind.PARAGRAPH), None)
        for kind, run in groupby(_named(blocks), key=lambda pair: pair[0]):
            found = [block for _, block in run]
            match kind:
                case "table":
                    yield self._table(found)
                case "items":
                    yield "\n".join(f"- {self._words(block)}" for block in found)
                case "quoted":
                    yield "\n>\n".join(f"> {self._words(block)}" for block in found)
                case _:
                    for block in found:
                        yield self._single(block) + (marks if block is carrier else "")
        if notes and carrier is None:
            yield marks
        for number, note in enumerate(notes, start=1):
            yield f"[^{number}]: {self._words(note)}"

    def _single(self, block: Block) -> str:
        words = self._words(block)
        match block.kind:
            case BlockKind.BYLINE if block.content in self.levels:  # "Commentary by Ana Ruiz"
                return f"{'#' * min(self.levels[block.content], _MOST_LEVELS)} {_closed(words)}"
            case BlockKind.HEADLINE:
                return f"# {_closed(words)}"
            case BlockKind.LABEL:
                return f"**{words}**"
            case BlockKind.HEADING:
                level = block.level or self.levels.get(block.content, 2)
                return f"{'#' * min(level, _MOST_LEVELS)} {_closed(words)}"
            case _:
                return words

    def _table(self, blocks: Sequence[Block]) -> str:
        rows: list[list[str]] = [[]]
        for block in blocks:
            rows[-1].append(self._words(block))
            if not self.article[block.span].endswith("\t"):
                rows.append([])
        filled = [row for row in rows if row]
        width = max(map(len, filled))
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in filled]
        return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _words(self, block: Block) -> str:
        """The words of a block, with its links."""
        found: list[str] = []
        at = block.content.start
        for link in self._links(block.content):
            if link.span.start < at:
                continue  # Links do not nest.
            label = inline(self.article[link.span])
            if not label:
                continue
            found += (self._between(at, link.span.start), f"[{label}]({_target(link.target)})")
            at = link.span.end
        if not found:
            return line(self.article[block.content])
        return "".join([*found, self._between(at, block.content.end)]).strip(" ")

    def _links(self, span: Span) -> Iterator[Link]:
        for at in range(bisect_left(self.starts, span.start), len(self.links)):
            link = self.links[at]
            if link.span.start >= span.end:
                return
            if link.span.end <= span.end:
                yield link

    def _between(self, start: int, end: int) -> str:
        """Words between links; the spaces at their ends stay."""
        words = self.article[Span(start, end)]
        before = " " if words[:1].isspace() else ""
        after = " " if words.strip() and words[-1:].isspace() else ""
        return f"{before}{inline(words)}{after}"


def _named(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Blocks with what they are written as; blank ones are left out, but within a table they are empty cells."""
    within = False
    for block in blocks:
        if block.kind is BlockKind.BLANK and not (within and block.content.start == block.span.start):
            within = False
        elif block.kind is BlockKind.TABLE or block.kind is BlockKind.BLANK:
            within = True
            yield "table", block
        else:
            within = False
            yield "items" if block.kind in _ITEMS else "quoted" if block.kind in _QUOTED else "other", block


def _closed(words: str) -> str:
    """Words of a heading, where number signs at the end would be taken for its closing."""
    return f"{words[: -len(tail)]}\\{tail}" if (tail := words[len(words.rstrip("#")) :]) else words


def _target(target: str) -> str:
    """An address in angle brackets, where nothing needs to be escaped but these."""
    return "<" + regex.sub(r"[<>\\]", lambda found: f"%{ord(found[0]):02X}", target) + ">"
