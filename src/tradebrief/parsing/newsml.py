"""IPTC NewsML-G2 and NITF: an item, or a message with any number of them, one article an item.

The text is in an item's content: XHTML, NITF, or plain. Headline, author, place, dates and the rest are those that
the item states. Entities are not expanded, and nothing that an item refers to is fetched.
"""

from __future__ import annotations

import binascii
import datetime as dt
from base64 import b64decode
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import regex

from tradebrief.errors import LimitError, ParseError, TradebriefError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._metadata import is_address, names_of, one_line, read_day, read_language, tags_of, unread_day
from tradebrief.parsing._nitf import as_html, child, children, name_of, nitf_as_html, read_nitf_head, words_of
from tradebrief.parsing._wire import WireItem, lay_out
from tradebrief.parsing.html import declared_encoding
from tradebrief.text import Position, Source, Span

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["FORMAT", "recognize", "scan"]

_ROOT = regex.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,1000}-->\s*+|<!DOCTYPE[^>\[]{0,300}>\s*+)*+"
    r"<(?:[\w.-]{1,20}:)?(?P<name>newsMessage|newsItem|packageItem|nitf)(?=[\s>])(?P<rest>[^>]{0,2000})",
    regex.DOTALL,
)
_BASIC = regex.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<zone>Z|[+-]\d{4})?)?"
)
_NAMESPACE = "iptc.org/std/nar/"
_ITEMS = frozenset({"newsItem", "packageItem"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DEEPEST = 256  # How deep elements may nest; it is the parser's own limit.
_HTML = "text/html"
_XHTML_ROOTS = frozenset({"html", "body", "div", "article", "section"})


def scan(source: Source, limits: Limits) -> Iterator[Layout | TradebriefError]:
    """Read the items, one after another; in place of one without a text stands its error.

    Raises:
        ParseError: If it is no XML, declares entities, or is no NewsML-G2 and no NITF.
        LimitError: If elements nest deeper than the parser goes.
    """
    root = _tree(source)
    items = [root] if name_of(root) in {*_ITEMS, "nitf"} else _held(root)
    if name_of(root) not in {*_ITEMS, "nitf", "newsMessage"}:
        raise ParseError(f"no NewsML-G2: its root is {name_of(root)[:40]}", source, Span(0, min(1, len(source.text))))
    for number, item in enumerate(items, start=1):
        name = f"{source.name}, entry {number}" if len(items) > 1 else source.name
        try:
            wire = _nitf_item(item) if name_of(item) == "nitf" else _item(item)
            yield lay_out(wire, Source(source.text, name), _place(source, item), limits)
        except (ParseError, LimitError) as error:
            yield error


def _tree(source: Source) -> _Element:
    from lxml import etree  # noqa: PLC0415 - of the extra.

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(source.text.encode(), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise LimitError("depth", _DEEPEST, _DEEPEST + 1, source.name) from None
        message = (error.msg or "no element is found").partition(", line ")[0]
        raise ParseError(f"not XML: {message}", source, _span(source, *error.position)) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise ParseError("it declares entities, which are not read", source, Span(0, min(1, len(source.text))))
    return root


def _span(source: Source, line: int, column: int) -> Span:
    """A place that the parser states, as far as the text has it."""
    try:
        start = source.offset(Position(line, max(1, column)))
    except ValueError:
        start = len(source.text)
    return Span(start, min(start + 1, len(source.text)))


def _place(source: Source, item: _Element) -> Span:
    line: Any = item.sourceline  # The stubs do not know its type.
    return _span(source, line or 1, 1)


def _held(root: _Element) -> list[_Element]:
    """The items of a message."""
    return [item for held in children(root, "itemSet") for item in held if name_of(item) in _ITEMS]


def _item(item: _Element) -> WireItem:
    """What a NewsML-G2 item states."""
    meta, content, rights = (child(item, name) for name in ("itemMeta", "contentMeta", "rightsInfo"))
    notes: list[Diagnostic] = []
    bodies, documents = _bodies(item)
    if remote := sum(1 for _ in children(item, "contentSet", "remoteContent")):
        message = f"content left out that is kept elsewhere: {remote}"
        notes.append(Diagnostic(rule=RuleId("newsml.remote"), message=message))
    if note := words_of(child(meta, "edNote")):
        notes.append(Diagnostic(rule=RuleId("newsml.ednote"), message=f"note to editors: {note[:500]}"))
    inner = next((read_nitf_head(root) for root in documents if name_of(root) == "nitf"), None)
    days = [words_of(child(meta, name)) for name in ("versionCreated", "firstCreated")]
    days.append(words_of(child(content, "contentCreated")))
    published = next(filter(None, map(read_day, days)), None)
    notes += unread_day("newsml", days, published)
    guid = item.get("guid")
    return WireItem(
        format="newsml",
        headline=_headline(content) or (inner.headline if inner else None) or words_of(child(meta, "title")),
        key_points=inner.lines if inner else (),
        bodies=tuple(bodies),
        description=words_of(child(content, "description")),
        located=words_of(child(content, "dateline"))
        or (inner.dateline if inner else None)
        or _name(content, "located"),
        notes=tuple(notes),
        metadata=Metadata(
            author=names_of(map(words_of, children(content, "by")))
            or (inner.byline if inner else None)
            or _people(content),
            publisher=_name(meta, "provider") or _name(content, "infoSource") or _name(rights, "copyrightHolder"),
            published=published,
            language=_language(item, content),
            url=guid if is_address(guid) else None,
            id=None if is_address(guid) else one_line(guid),
            tags=tags_of(
                [*map(words_of, children(content, "subject", "name")), *map(words_of, children(content, "keyword"))]
            ),
        ),
    )


def _bodies(item: _Element) -> tuple[list[tuple[str, str]], list[_Element]]:
    """Media type and words of each body, and the documents in XML among them."""
    found: list[tuple[str, str]] = []
    documents: list[_Element] = []
    for part in children(item, "contentSet", "inlineXML"):
        for root in (element for element in part if name_of(element)):
            stated = (part.get("contenttype") or name_of(root)).partition(";")[0]
            documents.append(root)
            if name_of(root) == "nitf" or "nitf" in stated:
                found.append((_HTML, nitf_as_html(root)))
            elif name_of(root) in _XHTML_ROOTS:
                found.append((_HTML, as_html(root)))
            else:
                found.append((stated, ""))
    for part in children(item, "contentSet", "inlineData"):
        stated = (part.get("contenttype") or "text/plain").partition(";")[0].strip().lower()
        words = part.text or ""
        if part.get("encoding"):
            try:
                words = b64decode(words, validate=False).decode("utf-8", "replace")
            except (binascii.Error, ValueError):
                continue
        found.append((stated, words))
    return found, documents


def _headline(content: _Element | None) -> str | None:
    """The headline without a role or with that of the main one, else the first."""
    lines = [*children(content, "headline")]
    first = sorted(lines, key=lambda line: bool(line.get("role")) and "main" not in line.get("role", ""))
    return next(filter(None, map(words_of, first)), None)


def _name(parent: _Element | None, tag: str) -> str | None:
    """The name of what an element stands for: its name in English or any, a literal, or the end of its code."""
    element = child(parent, tag)
    if element is None:
        return None
    names = sorted(children(element, "name"), key=lambda name: not name.get(_LANGUAGE, "en").startswith("en"))
    if stated := next(filter(None, map(words_of, names)), None):
        return stated
    return one_line(element.get("literal") or element.get("qcode", "").rpartition(":")[2]) or words_of(element)


def _people(content: _Element | None) -> str | None:
    """The names of the creators."""
    return names_of(words_of(child(creator, "name")) for creator in children(content, "creator"))


def _language(item: _Element, content: _Element | None) -> str | None:
    stated = child(content, "language")
    tag = stated.get("tag") if stated is not None else None
    return read_language(tag) or read_language(item.get(_LANGUAGE))


def _nitf_item(root: _Element) -> WireItem:
    """What a NITF document states that stands alone."""
    head, data = read_nitf_head(root), child(root, "head", "docdata")
    days = [day.get("norm") for name in ("date.issue", "date.release") for day in children(data, name)]
    held, named = child(data, "doc.copyright"), child(data, "doc-id")
    keys = [key.get("key") for key in children(data, "key-list", "keyword")]
    return WireItem(
        format="newsml",
        headline=head.headline or words_of(child(root, "head", "title")),
        key_points=head.lines,
        bodies=((_HTML, nitf_as_html(root)),),
        located=head.dateline,
        metadata=Metadata(
            author=names_of([head.byline]),
            publisher=one_line(held.get("holder")) if held is not None else None,
            published=next(filter(None, map(_read_norm, days)), None),
            language=read_language(root.get(_LANGUAGE)),
            id=one_line(named.get("id-string")) if named is not None else None,
            tags=tags_of(keys),
        ),
    )


def _read_norm(stated: str | None) -> dt.date | None:
    """A time as NITF states it: "20260304T083000+0900", or as ISO 8601 has it."""
    match = _BASIC.match(stated or "")
    if match is None:
        return read_day(stated)
    time = f"T{match['hour']}:{match['minute']}:{match['second']}{match['zone'] or ''}" if match["hour"] else ""
    return read_day(f"{match['year']}-{match['month']}-{match['day']}{time}")


def recognize(opening: str) -> bool:
    """Whether a text opens as an item, a message or a NITF document does."""
    found = _ROOT.match(opening)
    return found is not None and (found["name"] == "nitf" or _NAMESPACE in found["rest"])


FORMAT = InputFormat(
    name="newsml",
    suffixes=(".xml", ".newsml", ".nitf"),
    media_types=(
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/vnd.iptc.g2.packageitem+xml",
        "application/nitf+xml",
    ),
    scan_many=scan,
    extra="newsml",
    recognize=recognize,
    declared_encoding=declared_encoding,
)
