"""What a web page states about its text: JSON-LD, OpenGraph and other meta elements, links, times."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tradebrief.formats import Metadata
from tradebrief.parsing._linked_data import is_article, names_in, objects_in
from tradebrief.parsing._metadata import (
    is_address,
    is_list,
    is_object,
    names_of,
    one_line,
    read_day,
    read_language,
    tags_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["read_metadata"]

_LONGEST = 200_000  # Of a script with JSON-LD, in characters.
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
_DAYS = (
    *(
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dcterms.date",
        "dc.date.issued",
    ),
    *(
        "dcterms.issued",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "article.published",
    ),
)
_TAGS = ("article:tag", "news_keywords", "keywords")


def read_metadata(root: _Element) -> Metadata:
    """What a page states; of several statements the more exact one counts, JSON-LD before all others."""
    stated = _article(root) or {}
    meta = _meta(root)
    title = one_line(stated.get("headline")) or one_line(stated.get("name")) or _title(meta)
    authors = [*names_in(stated.get("author")), *names_in(stated.get("creator"))]
    authors = authors or [value for value in _all(meta, _AUTHORS) if not is_address(value)] or list(_by(root))
    days = [stated.get("datePublished"), *_all(meta, _DAYS), *_times(root)]
    publishers = [*names_in(stated.get("publisher")), *_all(meta, _PUBLISHERS)]
    keywords = stated.get("keywords")
    tags = keywords if is_list(keywords) else [keywords] if keywords else _all(meta, _TAGS)
    languages = [stated.get("inLanguage"), *_languages(root), *_all(meta, ("og:locale",))]
    addresses = [*_links(root, "canonical"), stated.get("url"), *_pages(stated), *_all(meta, ("og:url",))]
    return Metadata(
        title=title,
        author=names_of(authors),
        publisher=next(filter(None, map(one_line, publishers)), None),
        published=next(filter(None, map(read_day, days)), None),
        language=next(filter(None, map(read_language, languages)), None),
        url=next((str(address) for address in addresses if is_address(address)), None),
        tags=tags_of(tags),
    )


def _article(root: _Element) -> dict[str, Any] | None:
    """The first article that JSON-LD describes."""
    for script in root.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _LONGEST:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for candidate in objects_in(found):
            if is_article(candidate):
                return candidate
    return None


def _pages(stated: dict[str, Any]) -> Iterator[object]:
    page = stated.get("mainEntityOfPage")
    yield page.get("@id") if is_object(page) else page


def _meta(root: _Element) -> list[tuple[str, str]]:
    """Name and content of each meta element, and of others that state a property of the item."""
    found: list[tuple[str, str]] = []
    for element in root.iter("meta"):
        content = element.get("content", "")
        names = filter(None, map(element.get, ("property", "name", "itemprop")))
        found += [(name.strip().lower(), content) for name in names if content]
    return found


def _all(meta: Sequence[tuple[str, str]], names: Sequence[str]) -> list[object]:
    """The contents under names, in the order of the names."""
    return [content for wanted in names for name, content in meta if name == wanted]


def _title(meta: Sequence[tuple[str, str]]) -> str | None:
    """The title in the meta elements, without the name of the site at its end."""
    title = next(filter(None, map(one_line, _all(meta, _TITLES))), None)
    site = next(filter(None, map(one_line, _all(meta, _PUBLISHERS))), None)
    for mark in (" | ", " - ", " – ", " — ") if title and site else ():
        title = title.removesuffix(f"{mark}{site}") if title else None
    return title


def _by(root: _Element) -> Iterator[object]:
    """The words of what is marked as the author."""
    for element in root.iter("a", "span", "div", "p", "link"):
        if "author" in element.get("rel", "").lower().split() or element.get("itemprop", "") == "author":
            yield "".join(map(str, element.itertext()))[:500]
            return


def _times(root: _Element) -> Iterator[object]:
    for element in root.iter("time"):
        yield element.get("datetime") or element.text


def _languages(root: _Element) -> Iterator[object]:
    yield root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")


def _links(root: _Element, relation: str) -> Iterator[object]:
    for element in root.iter("link"):
        if relation in element.get("rel", "").lower().split():
            yield (element.get("href") or "").strip()
