"""Web pages and fragments of HTML: the main text, without menus, advertisements, comments and scripts.

The readable text has one line a block, the cells of a table's row with tabs between them. Where links lead is
kept beside it. Nothing that a page refers to is fetched.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import regex

from tradebrief.errors import LimitError, ParseError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._page_metadata import read_metadata
from tradebrief.parsing._page_text import find_text
from tradebrief.parsing._page_walk import Walk, walk
from tradebrief.parsing._passages import lay_out, with_title
from tradebrief.text import Source, Span

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["FORMAT", "declared_encoding", "recognize", "scan", "scan_fragment"]

_PAGE = regex.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,1000}-->\s*+)?"
    r"<(?:!doctype\s++html|(?:html|head|body|article|section|main|div|header|h[1-6]|p|table|blockquote)(?=[\s>]))",
    regex.IGNORECASE | regex.DOTALL,
)
_CHARSET = regex.compile(rb"<meta[^>]{0,400}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", regex.IGNORECASE)
_XML_ENCODING = regex.compile(rb"\s*+<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{1,40})")
_PRESCAN = 4_096
_DEEPEST = 2_048  # How deep elements may nest; it is the parser's own limit.
# What pages say and what they are, as the Encoding Standard has it.
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}


def scan(source: Source, limits: Limits) -> Layout:
    """Read a web page, or a fragment of one, into the blocks of its main text.

    Raises:
        ParseError: If no text is found on it.
        LimitError: If there are more blocks than the limits allow, or elements nest deeper than the parser goes.
    """
    root = _tree(source)
    page = walk(root, limits, source.name) if root is not None else None
    text = find_text(page) if page is not None else []
    if root is None or page is None or not text:
        raise ParseError("no text is found on the page", source, Span(0, min(1, len(source.text))))
    metadata = read_metadata(root)
    return lay_out(with_title(text, metadata.title), source, limits, metadata=metadata, notes=_notes(page))


def scan_fragment(source: Source, limits: Limits, *, under_title: bool = False) -> Layout:
    """Read HTML that is the body of an article and nothing else: all of its words are kept.

    Args:
        source: The HTML.
        limits: How much it may hold.
        under_title: Whether it stands under a title that is stated elsewhere, so that its first line is none.

    Raises:
        ParseError: If there are no words in it.
        LimitError: If there are more blocks than the limits allow, or elements nest deeper than the parser goes.
    """
    root = _tree(source)
    page = walk(root, limits, source.name) if root is not None else None
    if page is None or not any(found.passage.words for found in page.found):
        raise ParseError("no text is found in the body", source, Span(0, min(1, len(source.text))))
    passages = [found.passage for found in page.found]
    return lay_out(passages, source, limits, metadata=Metadata(), notes=_notes(page), under_title=under_title)


def _notes(page: Walk) -> tuple[Diagnostic, ...]:
    """What could not be kept."""
    if not page.struck_out:
        return ()
    message = f"passages left out that are struck out: {page.struck_out}"
    return (Diagnostic(rule=RuleId("html.struck-out"), message=message),)


def recognize(opening: str) -> bool:
    """Whether a text opens as a web page or a fragment of one does."""
    return _PAGE.match(opening) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page states in its first bytes; None where it states none that is known."""
    opening = data[:_PRESCAN]
    stated = _XML_ENCODING.match(opening) or _CHARSET.search(opening)
    if stated is None:
        return None
    try:
        name = codecs.lookup(stated[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    return _LABELS.get(name, name)


def _tree(source: Source) -> _Element | None:
    """The tree of a page; None where there is no element in it."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    try:
        root = etree.fromstring(source.text.encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitError("depth", _DEEPEST, _DEEPEST + 1, source.name)  # What comes after is not in the tree.
    return root


FORMAT = InputFormat(
    name="html",
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    scan=scan,
    extra="html",
    recognize=recognize,
    declared_encoding=declared_encoding,
)
