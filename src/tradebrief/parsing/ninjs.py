"""IPTC ninjs 1.x to 3.x: one item, a list of items, or an item a line.

An item's HTML body is read where it has one, else its plain one, under the item's headline. Items without a body
of their own give the items that are associated with them, or their description. Nothing that an item refers to is
fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import regex

from tradebrief.errors import LimitError, ParseError, TradebriefError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._json import read_first, top_keys
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
from tradebrief.parsing._wire import WireItem, lay_out
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "recognize", "scan"]

_KEYS = regex.compile(
    r"versioncreated|firstcreated|body_\w+|bodies|headlines?|pubstatus|copyright(?:holder|notice)|description_\w+|"
    r"descriptions|usageterms|by|byline|standard",
    regex.IGNORECASE,
)
_OTHERS = frozenset({"@context", "@type", "schema_version"})
_TYPES = {"xhtml": "application/xhtml+xml", "html": "text/html", "text": "text/plain"}
_NAMED = ("subject", "person", "people", "organisation", "place", "event", "product", "object")
_MOST_ASSOCIATED = 100


def scan(source: Source, limits: Limits) -> Iterator[Layout | TradebriefError]:
    """Read the items, one after another.

    Raises:
        ParseError: If it is no JSON, has a key twice, or holds half of a surrogate pair.
        LimitError: If it nests deeper than the limits allow.
    """
    for item, place in _items(source, limits):
        yield from _entries(item, place, source, limits)


def _items(source: Source, limits: Limits) -> Iterator[tuple[object, Span]]:
    """The items of a text, each with its place as far as that is known."""
    first, end = read_first(source, limits, 0)
    rest = source.text[end:]
    if not rest.strip():
        whole = Span(0, min(1, len(source.text)))
        yield from ((item, whole) for item in (first if is_list(first) else [first]))
        return
    yield first, Span(0, end)
    while end < len(source.text):  # An item a line.
        start = end
        item, end = read_first(source, limits, start)
        yield item, Span(start, end)


def _entries(item: object, place: Span, source: Source, limits: Limits) -> Iterator[Layout | TradebriefError]:
    """The layout of an item, or of the items that are associated with one that has no body of its own."""
    if not is_object(item):
        yield ParseError("an item is an object", source, place)
        return
    held = _associated(item)
    inner = [other for other in held if _bodies(other)] if not _bodies(item) else []
    try:
        for one in inner or [item]:
            yield lay_out(_item(one, kept=len(inner), associated=len(held)), source, place, limits)
    except (ParseError, LimitError) as error:
        yield error


def _associated(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The items that are associated with an item: an object by names in 1.x, a list in 2.x and 3.x."""
    held = item.get("associations")
    found: list[Any] = list(held.values()) if is_object(held) else held if is_list(held) else []
    return [other for other in found[:_MOST_ASSOCIATED] if is_object(other)]


def _item(item: dict[str, Any], *, kept: int, associated: int) -> WireItem:
    """What an item states, whatever the version of the standard that it is written in."""
    fields = {key.lower(): value for key, value in item.items()}
    notes: list[Diagnostic] = []
    if associated > kept:
        message = f"associated items left out: {associated - kept}"
        notes.append(Diagnostic(rule=RuleId("ninjs.associations"), message=message))
    if note := one_line(fields.get("ednote")):
        notes.append(Diagnostic(rule=RuleId("ninjs.ednote"), message=f"note to editors: {note}"))
    uri = one_line(fields.get("uri"))
    days = [one_line(fields.get(name)) for name in ("versioncreated", "firstcreated", "contentcreated")]
    published = next(filter(None, map(read_day, days)), None)
    notes += unread_day("ninjs", days, published)
    return WireItem(
        format="ninjs",
        headline=_text(fields, "headline", "headlines"),
        bodies=tuple(_bodies(item)),
        description=_text(fields, "description_text", "descriptions"),
        located=one_line(fields.get("located")),
        notes=tuple(notes),
        metadata=Metadata(
            author=names_of([fields.get("byline") or fields.get("by")]) or names_of(_creators(fields)),
            publisher=names_of([fields.get("provider"), *_sources(fields)])
            or names_of([fields.get("copyrightholder")]),
            published=published,
            language=read_language(fields.get("language")),
            url=uri if is_address(uri) else None,
            id=None if is_address(uri) else uri,
            tags=tags_of([*_names(fields), *_keywords(fields)]),
        ),
    )


def _bodies(item: dict[str, Any]) -> list[tuple[str, str]]:
    """Media type and words of each body."""
    found: list[tuple[str, str]] = []
    for key, value in item.items():
        name = key.lower()
        if name.startswith("body_") and isinstance(value, str):
            kind = name.removeprefix("body_")
            media_type = next((known for ending, known in _TYPES.items() if kind.endswith(ending)), kind)
            found.append((media_type, value))
        elif name == "bodies":
            found += ((_type(body), words) for body in _objects(value) if isinstance(words := body.get("value"), str))
    return [(media_type, words) for media_type, words in found if words.strip()]


def _type(body: dict[str, Any]) -> str:
    stated = body.get("contentType") or body.get("contenttype") or body.get("role")
    media_type = stated.partition(";")[0].strip().lower() if isinstance(stated, str) else ""
    return _TYPES.get(media_type, media_type) or "text/plain"


def _text(fields: dict[str, Any], name: str, plural: str) -> str | None:
    """A text that stands alone in 1.x, and in a list with roles in 2.x and 3.x: the main one, or the first."""
    stated = [words for words in (fields.get(name),) if isinstance(words, str)]
    listed = sorted(_objects(fields.get(plural)), key=lambda one: one.get("role") != "main")
    stated += [words for one in listed if isinstance(words := one.get("value"), str)]
    return next((" ".join(words.split()) for words in stated if words.strip()), None)


def _sources(fields: dict[str, Any]) -> Iterator[object]:
    """The names of the sources that an item states."""
    yield from (one.get("name") for one in _objects(fields.get("infosources")))


def _creators(fields: dict[str, Any]) -> Iterator[object]:
    for one in (*_objects(fields.get("people")), *_objects(fields.get("person"))):
        if one.get("rel") in {"creator", "author"}:
            yield one.get("name")


def _names(fields: dict[str, Any]) -> Iterator[object]:
    """The names of what an item is about: topics, people, bodies, places."""
    for name in _NAMED:
        for one in (*_objects(fields.get(name)), *_objects(fields.get(f"{name}s"))):
            if one.get("rel") not in {"creator", "author"}:
                yield one.get("name")


def _keywords(fields: dict[str, Any]) -> Sequence[object]:
    stated = fields.get("keywords")
    return stated if is_list(stated) else [stated]


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if is_object(one)] if is_list(value) else []


def recognize(opening: str) -> bool:
    """Whether a text opens as an item, or a list of items, does."""
    keys = top_keys(opening)
    return "uri" in keys and not _OTHERS & keys.keys() and any(map(_KEYS.fullmatch, keys))


FORMAT = InputFormat(
    name="ninjs",
    suffixes=(".json", ".jsonl", ".ndjson", ".ninjs"),
    media_types=("application/vnd.iptc.ninjs+json", "application/vnd.iptc.ninjs"),
    scan_many=scan,
    extra="html",
    needs_extra=False,
    recognize=recognize,
)
