"""Markdown: of a brief a report to read, of an article the article.

The report has the positions first, then the claims by actor with their words, place and rule, then the measures. The
article is written so that the input format ``markdown`` reads the same blocks again, but that in an article without a
heading it may take a short line for one. What Markdown has no place for is told as a loss: white space and line ends,
captions, and addresses that are not safe to follow.

Nothing that stands in a text becomes markup: whatever could be is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import Article, BlockKind, Brief
from tradebrief.serialize.markdown._article import is_safe, write_article
from tradebrief.serialize.markdown._report import write_report

__all__ = ["FORMAT", "dumps", "export"]


def dumps(value: Brief | Article) -> str:
    """The report of a brief, or an article as Markdown."""
    return write_report(value) if isinstance(value, Brief) else write_article(value)


def export(values: Sequence[Brief | Article]) -> Export:
    """The report of a brief, of which no part is whole; or an article, with what Markdown has no place for."""
    (value,) = values
    if isinstance(value, Brief):
        losses = [Loss(path="$", reason="a report is for reading: it has words and places, and no offsets")]
    else:
        losses = [Loss(path="$.article.text", reason="white space, controls and line ends are those of Markdown")]
        losses += [
            Loss(path=f"$.article.blocks[{index}].kind", reason="Markdown has no captions: a paragraph stands for it")
            for index, block in enumerate(value.blocks)
            if block.kind is BlockKind.CAPTION
        ]
        losses += [
            Loss(path=f"$.article.provenance.links[{index}]", reason="not an address that is safe to follow")
            for index, link in enumerate(value.provenance.links)
            if not is_safe(link.target)
        ]
    return Export(content=dumps(value), losses=tuple(losses))


FORMAT = OutputFormat(
    name="markdown",
    suffixes=(".md", ".markdown"),
    media_types=("text/markdown",),
    dumps=dumps,
    export=export,
)
