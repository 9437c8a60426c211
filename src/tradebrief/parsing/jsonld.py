"""Articles of schema.org as JSON-LD by itself: ``NewsArticle``, ``OpinionNewsArticle`` and their kin.

One object, a list or a graph of them; an article each, and one more for each part that has a text of its own.
Contexts are not loaded: the names of schema.org are taken as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tradebrief.errors import ParseError, TradebriefError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId, SectionRole
from tradebrief.parsing._entries import Entry, lay_out
from tradebrief.parsing._json import read_json, top_keys
from tradebrief.parsing._linked_data import is_article, kinds_of, names_in
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

_HOLDERS = ("@graph", "mainEntity", "itemListElement", "item", "dataFeedElement")
_MOST_PARTS = 100  # Of an article that are looked at.
_ROLES = {
    "OpinionNewsArticle": SectionRole.OPINION,
    "ReviewNewsArticle": SectionRole.OPINION,
    "AnalysisNewsArticle": SectionRole.ANALYSIS,
}

Node = dict[str, Any]


def scan(source: Source, limits: Limits) -> Iterator[Layout | TradebriefError]:
    """Read the articles, one after another; in place of one that has no words stands an error.

    Raises:
        ParseError: If it is no JSON, or no article is in it.
        LimitError: If it has more articles than the limits allow, or nests deeper than they do.
    """
    whole: object = read_json(source, limits)
    nodes: dict[str, Node] = {}
    found: list[Node] = []
    _gather(whole, limits, source.name, 0, nodes, found)
    if not found:
        message = "no article of schema.org is in it"
        raise ParseError(message, source, Span(0, min(1, len(source.text))))
    for number, node in enumerate(_apart(found, nodes), start=1):
        try:
            yield lay_out(_entry(node, nodes), source, number, limits)
        except TradebriefError as error:
            yield error


def _gather(value: object, limits: Limits, name: str, depth: int, nodes: dict[str, Node], found: list[Node]) -> None:
    """Find the articles in a value, and the objects that others refer to by their id."""
    limits.check("depth", depth, name)
    if is_list(value):
        for item in value:
            _gather(item, limits, name, depth + 1, nodes, found)
    if not is_object(value):
        return
    if (key := one_line(value.get("@id"))) and len(value) > 1:
        nodes.setdefault(key, value)
    if is_article(value):
        found.append(value)
        limits.check("nodes", len(found), name)
        text = _text(value)
        for part in _each(value.get("hasPart"))[:_MOST_PARTS]:
            if is_object(part) and is_article(part) and (own := _text(part)) and own.strip() not in text:
                found.append(part)
                limits.check("nodes", len(found), name)
        return
    for holder in _HOLDERS:
        if holder in value:
            _gather(value[holder], limits, name, depth + 1, nodes, found)


def _apart(found: list[Node], nodes: Mapping[str, Node]) -> Iterator[Node]:
    """The articles without those that are a part of another one, with no text that does not stand in it."""
    whole_of = {str(part.get("@id")): node for node in found for part in _each(node.get("hasPart")) if is_object(part)}
    checked = 0
    for node in found:
        stated = next(iter(_each(node.get("isPartOf"))), None)
        whole = whole_of.get(str(node.get("@id"))) or nodes.get(str(stated.get("@id") if is_object(stated) else stated))
        if whole is not None and whole is not node and checked < _MOST_PARTS:
            checked += 1
            if _text(node).strip() in _text(whole):
                continue
        yield node


def _text(node: Node) -> str:
    return _words(node.get("articleBody")) or _words(node.get("text")) or ""


def _entry(node: Node, nodes: Mapping[str, Node]) -> Entry:
    """What an article states."""
    text, about = _text(node), _words(node.get("description")) or _words(node.get("abstract"))
    notes: tuple[Diagnostic, ...] = ()
    if not text.strip() and about:
        notes = (Diagnostic(rule=RuleId("jsonld.no-body"), message="it has no body: its description is read"),)
    pages = (page.get("@id") if is_object(page) else page for page in _each(node.get("mainEntityOfPage")))
    addresses = [*_each(node.get("url")), *pages, node.get("@id")]
    address = next((str(value) for value in addresses if is_address(value)), None)
    key = one_line(node.get("identifier")) or one_line(node.get("@id"))
    days = [_words(node.get(name)) for name in ("datePublished", "dateCreated", "dateModified")]
    published = next(filter(None, map(read_day, days)), None)
    languages = (_named(item) for item in _each(node.get("inLanguage")))
    return Entry(
        title=_words(node.get("headline")) or _words(node.get("name")),
        bodies=((text, None), (about or "", None)),
        dateline=one_line(_words(node.get("dateline"))),
        role=next((_ROLES[kind] for kind in kinds_of(node) if kind in _ROLES), None),
        metadata=Metadata(
            author=names_of(_names(node, nodes, "author", "creator")),
            publisher=names_of(_names(node, nodes, "publisher", "provider", "sourceOrganization")),
            published=published,
            language=next(filter(None, map(read_language, languages)), None),
            url=address,
            id=None if key == address else key,
            tags=tags_of(_named(tag) for tag in _each(node.get("keywords"))),
        ),
        notes=(*notes, *unread_day("jsonld", days, published)),
    )


def _each(value: object) -> list[Any]:
    return value if is_list(value) else [value]


def _words(value: object) -> str | None:
    """The first text in a value: a string, one with its language, or a list of them."""
    for item in _each(value):
        words = item.get("@value") if is_object(item) else item
        if isinstance(words, str):
            return words
    return None


def _named(value: object) -> object:
    """A text, or the name that an object has."""
    return _words(value.get("name")) or value.get("@value") or value.get("alternateName") if is_object(value) else value


def _names(node: Node, nodes: Mapping[str, Node], *keys: str) -> list[object]:
    """The names under the first of some keys that has any; what refers to another object has that one's."""
    for key in keys:
        items = (nodes.get(str(item.get("@id")), item) if is_object(item) else item for item in _each(node.get(key)))
        if names := [name for item in items for name in names_in(_named(item))]:
            return names
    return []


def recognize(opening: str) -> bool:
    """Whether a text opens as JSON-LD of schema.org, by its context or the type of its object."""
    keys = top_keys(opening)
    context = keys.get("@context", "").replace("\\/", "/")
    return "schema.org" in context or "@graph" in keys or is_article({"@type": keys.get("@type", "")})


FORMAT = InputFormat(
    name="jsonld",
    suffixes=(".jsonld", ".json"),
    media_types=("application/ld+json",),
    scan_many=scan,
    extra="html",
    needs_extra=False,
    recognize=recognize,
)
