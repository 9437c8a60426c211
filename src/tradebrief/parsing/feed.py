"""Feeds in XML: RSS, its variants, and Atom; an article an entry.

An entry's content is read where it has one, else its summary. The XML is mended where it is broken; entities of its
own are refused, and nothing that a feed refers to is fetched.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from email.utils import parsedate_to_datetime
from functools import partial
from importlib import import_module
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import regex

from tradebrief.errors import ParseError, TradebriefError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._bodies import has_tags
from tradebrief.parsing._entries import Entry, lay_out, plain_words
from tradebrief.parsing._metadata import (
    is_address,
    is_list,
    is_object,
    names_of,
    one_line,
    read_day,
    read_language,
    tags_of,
    unread_day,
)
from tradebrief.parsing._xml import Tree, declared_encoding, read_xml, root_name
from tradebrief.text import Position, Source, Span

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["ATOM", "RSS", "scan"]

_ROOTS = frozenset({"rss", "RDF", "feed"})
_MAIL_AND_NAME = regex.compile(r"\s*+[^\s@()]++@[^\s()]++\s++\((?P<name>[^()]++)\)\s*+$")
_LONGEST = 500
_OPENED = regex.compile(r"<(?:\w{1,20}+:)?(?:item|entry)[\s>]")
_ENTRIES = frozenset({"item", "entry"})
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_DAYS = ("published", "updated", "created")


def scan(source: Source, limits: Limits) -> Iterator[Layout | TradebriefError]:
    """Read the entries, one after another; in place of one that has no words, or is cut off, stands an error.

    Raises:
        ParseError: If it is no feed, or declares entities of its own.
        LimitError: If it has more entries than the limits allow, or elements nest deeper than the parser goes.
    """
    tree = read_xml(source)
    if _local(tree.root) not in _ROOTS:
        message = f"a feed starts with <rss>, <rdf:RDF> or <feed>, not <{_local(tree.root)[:40]}>"
        raise ParseError(message, source, Span(0, min(1, len(source.text))))
    channel = next(iter(tree.root.iterchildren("{*}channel")), tree.root)
    inner = (channel if element is channel else (element,) for element in tree.root)
    found = [element for element in chain.from_iterable(inner) if _local(element) in _ENTRIES]
    limits.check("nodes", len(found), source.name)
    lines = [cast("int | None", element.sourceline) or 0 for element in found]  # The stubs have no type for it.
    feed = _emptied(tree.root, channel, found)
    lost = tree.lost or (tree.closed if len(found) < sum(1 for _ in _OPENED.finditer(source.text)) else None)
    if tree.lost and found and _is_open(source.text, found[-1]):
        found.pop()
    around = channel if _local(tree.root) == "rss" else tree.root
    for at, element in enumerate(found):
        last = lines[at + 1] if at + 1 < len(lines) else None
        around.append(element)
        try:
            yield lay_out(_entry(_parsed(tree.root), feed, _mended(tree, lines[at], last)), source, at + 1, limits)
        except TradebriefError as error:
            yield error
        around.remove(element)
    if lost:
        start = source.offset(Position(lost, 1))
        place = Span(start, start + len(source.line(lost)))
        yield ParseError("the feed is cut off, or can't be read from here on", source, place)


def _emptied(root: _Element, channel: _Element, entries: Sequence[_Element]) -> dict[str, Any]:
    """What a feed states of itself; then nothing is left in it, so that each entry can be read in it alone."""
    for author in root.iter("author", "managingEditor", "webMaster"):
        # feedparser takes addresses with long endings apart in the wrong place.
        if match := _MAIL_AND_NAME.match((author.text or "")[:_LONGEST]):
            author.text = match["name"]
    for element in entries:
        element.tail = None
        if (around := element.getparent()) is not None:
            around.remove(element)
    feed: dict[str, Any] = _parsed(root)["feed"]
    for element in (*root, *channel):
        if element is not channel and (around := element.getparent()) is not None:
            around.remove(element)
    return feed


def _local(element: _Element) -> str:
    """The name of an element without its namespace and prefix."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _is_open(text: str, last: _Element) -> bool:
    """Whether the last entry of a text that is cut off is not whole."""
    name = f"{last.prefix}:{_local(last)}" if last.prefix else _local(last)
    return text.rfind(f"</{name}") < text.rfind(f"<{name}")


def _mended(tree: Tree, first: int, last: int | None) -> tuple[Diagnostic, ...]:
    """A note on the first fault in the lines of an entry."""
    for line, message in tree.faults:
        if first <= line and (last is None or line <= last):
            told = f"the feed is no XML in line {line} and was mended: {message.strip()[:100]}"
            return (Diagnostic(rule=RuleId("feed.mended"), message=told),)
    return ()


def _parsed(root: _Element) -> dict[str, Any]:
    """What feedparser makes of a feed: it gets bytes, and so has nothing to fetch."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    parse: Callable[..., dict[str, Any]] = import_module(
        "feedparser"
    ).parse  # It states no types, and is slow to import.
    return parse(BytesIO(etree.tostring(root)), resolve_relative_uris=False, sanitize_html=False)


def _entry(parsed: dict[str, Any], feed: dict[str, Any], notes: tuple[Diagnostic, ...]) -> Entry:
    """What the only entry of a feed states, and the feed for it."""
    entries = parsed["entries"]
    entry = _Fields(entries[0] if entries else {})
    whole = _Fields(feed)
    contents = [_Fields(content) for content in entry.all("content")]
    languages = [*(content.get("language") for content in contents), entry.get("language"), whole.get("language")]
    address, key = entry.get("link"), one_line(entry.get("id"))
    if not is_address(address) and is_address(key):
        address = key
    source = _Fields(entry.get("source") or {})
    published = _published(entry)
    return Entry(
        title=entry.get("title"),
        bodies=tuple(_bodies(contents, entry)),
        metadata=Metadata(
            author=names_of(_authors(entry)) or names_of(_authors(whole)),
            publisher=plain_words(source.get("title")) or plain_words(whole.get("title")),
            published=published,
            language=next(filter(None, map(read_language, languages)), None),
            url=str(address) if is_address(address) else None,
            id=None if key == address else key,
            tags=tags_of(tag.get("term") for tag in map(_Fields, entry.all("tags"))),
        ),
        notes=(*notes, *unread_day("feed", (one_line(entry.get(name)) for name in _DAYS), published)),
    )


class _Fields:
    """Fields as feedparser gives them, without the fields that it takes for one another."""

    def __init__(self, values: Any) -> None:
        self._values: dict[str, Any] = values if is_object(values) else {}

    def get(self, name: str) -> Any:
        """A value as it is; None where there is none."""
        return dict[str, Any].get(self._values, name)

    def all(self, name: str) -> list[Any]:
        """The values of a list; none where it is none."""
        found = self.get(name)
        return found if is_list(found) else []


def _bodies(contents: Sequence[_Fields], entry: _Fields) -> Iterator[tuple[str, bool | None]]:
    """The forms of an entry's text: HTML, other text, the summary."""
    forms = [(str(content.get("value") or ""), content.get("type")) for content in contents]
    forms.sort(key=lambda form: form[1] not in _HTML)
    detail = _Fields(entry.get("summary_detail") or {})
    forms.append((str(detail.get("value") or entry.get("summary") or ""), detail.get("type")))
    for words, media_type in forms:
        yield words, False if media_type == "text/plain" and not has_tags(words) else None


def _authors(fields: _Fields) -> list[object]:
    """The names of the authors; what stands for one without a name."""
    named: list[object] = [author.get("name") for author in map(_Fields, fields.all("authors"))]
    return named if any(named) else [fields.get("author")]


def _published(entry: _Fields) -> dt.date | None:
    """When an entry was published or, where nothing says so, changed."""
    for name in _DAYS:
        words = one_line(entry.get(name))
        if words is None:
            continue
        try:
            return parsedate_to_datetime(words)
        except (ValueError, OverflowError):
            pass
        if found := read_day(words):
            return found
    return None


def _recognize(opening: str, roots: frozenset[str]) -> bool:
    return root_name(opening).rpartition(":")[2] in roots


RSS = InputFormat(
    name="rss",
    suffixes=(".rss", ".rdf", ".xml"),
    media_types=("application/rss+xml", "application/rdf+xml"),
    scan_many=scan,
    extra="feeds",
    recognize=partial(_recognize, roots=frozenset({"rss", "RDF"})),
    declared_encoding=declared_encoding,
)
ATOM = InputFormat(
    name="atom",
    suffixes=(".atom", ".xml"),
    media_types=("application/atom+xml",),
    scan_many=scan,
    extra="feeds",
    recognize=partial(_recognize, roots=frozenset({"feed"})),
    declared_encoding=declared_encoding,
)
