"""XML of strangers as a tree: mended where it is broken, with no entities of its own and nothing fetched."""

from __future__ import annotations

from html.entities import html5
from typing import TYPE_CHECKING

import regex
from attrs import frozen

from tradebrief.errors import LimitError, ParseError
from tradebrief.text import Source, Span

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["Tree", "declared_encoding", "read_xml", "root_name"]

_ENCODING = regex.compile(rb"\s*+<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{1,40})")
# What may stand before the root element.
_PROLOGUE = regex.compile(
    r"(?:\s++|<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE\s[^\[<>]*+>)*+", regex.IGNORECASE
)
_ROOT = regex.compile(r"<(?P<name>[A-Za-z_][\w.:-]{0,100})")
_OWN_ENTITIES = regex.compile(r"<!DOCTYPE\s[^\[<>]{0,2000}\[|<!ENTITY", regex.IGNORECASE)
_DECLARATION = regex.compile(r"\s*+<\?xml[^>]{0,300}\?>")
_AMPERSAND = regex.compile(
    r"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});|(?!\#\d|\#[xX]))"
)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_MOST_FAULTS = 20
_NAME = 200
_DEEPEST = 2_048  # How deep elements may nest; it is the parser's own limit.
_LOST = frozenset({"ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END"})
_WHOLE = regex.compile(r"(?:</[\w.:-]{1,100}\s{0,20}|/)>$")


@frozen(kw_only=True)
class Tree:
    """A tree, and what had to be mended in its text.

    Attributes:
        root: The root element.
        faults: Line and message of each fault that was mended, the first ones.
        lost: The line from which on nothing could be read, as the text ends within an element or goes on after the
            root is closed; None where all could.
        closed: The line at which another tag closed the root, after which nothing is read; None where none did.
    """

    root: _Element
    faults: tuple[tuple[int, str], ...]
    lost: int | None
    closed: int | None


def root_name(opening: str) -> str:
    """The name of the root element of a text that opens as XML does, with its prefix; empty if it does not."""
    start = _PROLOGUE.match(opening)
    found = _ROOT.match(opening, start.end() if start else 0)
    return found["name"] if found else ""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a text states in its XML declaration, as far as Python knows it."""
    import codecs  # noqa: PLC0415 - beside its only use.

    stated = _ENCODING.match(data[:400])
    try:
        return codecs.lookup(stated[1].decode()).name if stated else None
    except LookupError:
        return None


def read_xml(source: Source) -> Tree:
    """The tree of a text.

    Raises:
        ParseError: If it has no element, or declares entities of its own.
        LimitError: If elements nest deeper than the parser goes.
        ModuleNotFoundError: If lxml is not installed.
    """
    from lxml import etree  # noqa: PLC0415 - of the extra.

    text = source.text
    start = _PROLOGUE.match(text)
    if own := _OWN_ENTITIES.match(text, start.end() if start else 0):
        raise ParseError(
            "a document type with declarations of its own is refused", source, Span(own.start(), own.end())
        )
    declaration = _DECLARATION.match(text)
    mended = _AMPERSAND.sub(_mended, text[declaration.end() :] if declaration else text)
    before = text.count("\n", 0, declaration.end()) if declaration else 0
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: _Element | None = etree.fromstring(mended.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    log = list(parser.error_log)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in log):
        raise LimitError("depth", _DEEPEST, _DEEPEST + 1, source.name)
    if root is None:
        raise ParseError("no element of XML is found", source, Span(0, min(1, len(text))))
    lost = next((entry.line + before for entry in log if entry.type_name in _LOST), None)
    if lost is None and log and not _WHOLE.search(text.rstrip()[-200:]):
        lost = text.rstrip().count("\n") + 1
    faults = tuple((entry.line + before, entry.message) for entry in log[:_MOST_FAULTS])
    name = root_name(text[: start.end() + _NAME] if start else text[:_NAME]) if log else ""
    ends = (entry.line + before for entry in log if f"mismatch: {name} line " in entry.message)
    return Tree(root=root, faults=faults, lost=lost, closed=next(ends, None))


def _mended(match: regex.Match[str]) -> str:
    """A character for a name that HTML has and XML has not, and an ampersand that stands for itself as XML wants it."""
    name = match["name"]
    if name is None:
        return "&amp;" if match[0] == "&" else match[0]
    if name in _OF_XML:
        return match[0]
    return html5.get(f"{name};") or f"&amp;{name};"
