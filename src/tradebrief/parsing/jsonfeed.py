"""JSON Feed 1.0 and 1.1: an article an item, of its content or else its summary."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.errors import ParseError, TradebriefError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.parsing._entries import Entry, lay_out, plain_words
from tradebrief.parsing._json import read_json, top_keys
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
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "recognize", "scan"]

_VERSION = "jsonfeed.org/version/"


def scan(source: Source, limits: Limits) -> Iterator[Layout | TradebriefError]:
    """Read the items, one after another; in place of one that has no words stands an error.

    Raises:
        ParseError: If it is no JSON, or no feed.
        LimitError: If it has more items than the limits allow, or nests deeper than can be read.
    """
    whole: object = read_json(source, limits)
    items: object = whole.get("items") if is_object(whole) else None
    if not is_object(whole) or not is_list(items):
        raise ParseError("a feed is an object with a list of items", source, Span(0, min(1, len(source.text))))
    limits.check("nodes", len(items), source.name)
    feed = whole
    for number, item in enumerate(items, start=1):
        try:
            if not is_object(item):
                message = f"item {number} of the feed is no object"
                raise ParseError(message, source, Span(0, min(1, len(source.text))))
            yield lay_out(_entry(item, feed), source, number, limits)
        except TradebriefError as error:
            yield error


def _entry(item: dict[str, object], feed: dict[str, object]) -> Entry:
    """What an item states, and the feed for it."""
    forms = (("content_html", True), ("content_text", False), ("summary", False))
    bodies = tuple((value, is_html) for key, is_html in forms if isinstance(value := item.get(key), str))
    addresses = (item.get("url"), item.get("external_url"), item.get("id"))
    address = next((str(value) for value in addresses if is_address(value)), None)
    key = one_line(item.get("id"))
    days = [one_line(item.get(name)) for name in ("date_published", "date_modified")]
    published = next(filter(None, map(read_day, days)), None)
    tags = item.get("tags")
    return Entry(
        title=title if isinstance(title := item.get("title"), str) else None,
        bodies=bodies,
        metadata=Metadata(
            author=names_of(_authors(item)) or names_of(_authors(feed)),
            publisher=plain_words(one_line(feed.get("title"))),
            published=published,
            language=next(filter(None, map(read_language, (item.get("language"), feed.get("language")))), None),
            url=address,
            id=None if key == address else key,
            tags=tags_of(tags) if is_list(tags) else (),
        ),
        notes=unread_day("jsonfeed", days, published),
    )


def _authors(fields: dict[str, object]) -> Iterator[object]:
    """The names of the authors: a list, or one as version 1.0 has it."""
    authors = fields.get("authors")
    for author in authors if is_list(authors) else [fields.get("author")]:
        yield author.get("name") if is_object(author) else author


def recognize(opening: str) -> bool:
    """Whether a text opens as such a feed, with its version."""
    return _VERSION in top_keys(opening).get("version", "").replace("\\/", "/")


FORMAT = InputFormat(
    name="jsonfeed",
    suffixes=(".json",),
    media_types=("application/feed+json",),
    scan_many=scan,
    extra="html",
    needs_extra=False,
    recognize=recognize,
)
