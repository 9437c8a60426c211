"""The article as its layout has it, with everything marked where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from tradebrief.model import Article, Block, BlockKind, Section
from tradebrief.serialize.html._markup import Markup, element, join, words
from tradebrief.serialize.html._naming import View, label
from tradebrief.serialize.html._weaving import Loom

__all__ = ["article_body"]

_LISTED = {BlockKind.KEY_POINT: "key-points", BlockKind.LIST_ITEM: "items"}
_PLAIN = {
    BlockKind.LABEL: "label",
    BlockKind.BYLINE: "byline",
    BlockKind.DATELINE: "dateline",
    BlockKind.PARAGRAPH: None,
    BlockKind.ATTRIBUTION: "attribution",
    BlockKind.CAPTION: "caption",
    BlockKind.FOOTNOTE: "footnote",
    BlockKind.BOILERPLATE: "boilerplate",
}
_DEEPEST = 6  # HTML has no heading below h6.


def article_body(view: View, loom: Loom) -> Markup:
    """The blocks of an article as elements, commentary in regions of its own."""
    article = view.brief.article
    blocks = [block for block in article.blocks if len(block.content)]
    regions = _Regions(article)
    parts: list[Markup] = []
    for region, inner in groupby(blocks, key=regions.at):
        body = join(_elements(view, loom, list(inner)))
        parts.append(body if region is None else _region(region, body))
    return join(parts)


def _region(section: Section, body: Markup) -> Markup:
    told = element("p", words("The author speaks"), class_="eyebrow")
    return element("section", told, body, class_="authored", aria_label=label(section.role).capitalize())


class _Regions:
    """The outermost sections in which the author speaks."""

    def __init__(self, article: Article) -> None:
        self._sections = [found for section in article.sections for found in _authored(section)]
        self._starts = [section.span.start for section in self._sections]

    def at(self, block: Block) -> Section | None:
        """The region in which a block stands, if any."""
        place = bisect_right(self._starts, block.content.start) - 1
        if place < 0 or block.content.start >= self._sections[place].span.end:
            return None
        return self._sections[place]


def _authored(section: Section) -> Iterator[Section]:
    if section.role.is_authored:
        yield section
    else:
        for inner in section.sections:
            yield from _authored(inner)


def _elements(view: View, loom: Loom, blocks: list[Block]) -> Iterator[Markup]:
    levels = {section.heading.start: section.level for section in view.brief.article.walk() if section.heading}
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if name := _LISTED.get(kind):
            items = [element("li", loom.weave(block.content)) for block in run]
            yield element("ul", *items, class_=name, aria_label="Key points" if name == "key-points" else None)
            continue
        if kind is BlockKind.TABLE:
            yield element("div", *(element("p", loom.weave(block.content)) for block in run), class_="cells")
            continue
        for block in run:
            yield _element(view, block, loom.weave(block.content), levels)


def _element(view: View, block: Block, body: Markup, levels: dict[int, int]) -> Markup:
    if block.kind is BlockKind.HEADLINE:
        return element(f"h{view.level}", body, class_="headline")
    if block.kind is BlockKind.HEADING or (block.kind is BlockKind.BYLINE and block.content.start in levels):
        level = levels.get(block.content.start, block.level or 1)
        return element(f"h{min(view.level + level, _DEEPEST)}", body)
    if block.kind is BlockKind.QUOTATION:
        return element("blockquote", element("p", body))
    return element("p", body, class_=_PLAIN.get(block.kind))
