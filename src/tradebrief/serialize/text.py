"""The text itself: for plain text the input, byte for byte.

It holds nothing of what was read in it, and of a page or a Markdown text no headings, lists and links.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize.losses import left_out

__all__ = ["FORMAT", "dumps", "encoding_of", "export"]

_BOM = "\ufeff"
_NATIVE = "le" if sys.byteorder == "little" else "be"
# Python writes a byte order mark of its own with these, and reads without one in the machine's order.
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": f"utf-16-{_NATIVE}", "utf-32": f"utf-32-{_NATIVE}"}


def dumps(value: Brief | Article) -> str:
    """The text of an article, or of a brief's article.

    Where the input was plain text this is the input, a byte order mark included. Where it was markup this
    is the readable text that the spans count in; the markup is not kept.
    """
    article = value.article if isinstance(value, Brief) else value
    return f"{_BOM}{article.text}" if article.provenance.bom and _is_input(article) else article.text


def export(values: Sequence[Brief | Article]) -> Export:
    """The text as bytes, in the encoding that it came in: for plain text the input byte for byte."""
    (value,) = values
    losses = left_out(value, "a text holds its words alone")
    article = value.article if isinstance(value, Brief) else value
    if not _is_input(article):
        losses = (Loss(path="$.article.blocks", reason="the marks of the input are not kept"), *losses)
    return Export(content=dumps(value).encode(encoding_of(value)), losses=losses)


def encoding_of(value: Brief | Article) -> str:
    """The encoding in which the text is to be written to give the input's bytes; UTF-8 where there were none."""
    article = value.article if isinstance(value, Brief) else value
    encoding = article.provenance.encoding
    if encoding is None or not _is_input(article):
        return "utf-8"
    return _WITHOUT_MARK.get(encoding.lower().replace("_", "-"), encoding)


def _is_input(article: Article) -> bool:
    return article.provenance.media_type == "text/plain"


FORMAT = OutputFormat(name="text", suffixes=(".txt",), media_types=("text/plain",), dumps=dumps, export=export)
