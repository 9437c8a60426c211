"""The articles of an input, one after another, whatever its format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from hashlib import sha256

import regex
from attrs import evolve, frozen

from tradebrief.errors import MissingExtraError, TradebriefError
from tradebrief.formats import InputFormat, Layout, Limits, Registry
from tradebrief.lexicon import LayoutWords
from tradebrief.model import Article, Brief, Provenance
from tradebrief.parsing._assemble import assemble
from tradebrief.parsing._choose import choose
from tradebrief.parsing._decode import Decoded, Input, Raw, decode, load

__all__ = ["Manner", "read_articles"]

_CHARSET = regex.compile(r";[ \t]*charset=[\"']?([\w.:-]{1,40})", regex.IGNORECASE)

Entry = Article | Brief | TradebriefError


@frozen(kw_only=True)
class Manner:
    """How inputs are to be read.

    Attributes:
        formats: The formats there are.
        format: Name or media type of the format; None where it is to be told by each input.
        encoding: Encoding of bytes; None likewise.
        limits: How much an input may hold.
        words: Words for labels and bylines.
    """

    formats: Registry[InputFormat]
    format: str | None = None
    encoding: str | None = None
    limits: Limits
    words: LayoutWords


def read_articles(
    source: Input, manner: Manner, *, name: str | None = None, published: dt.date | None = None
) -> Iterator[Entry]:
    """The articles of an input, in its order, each read when it is asked for.

    A brief stands where the input holds it whole, and an error where an entry can't be read.

    Args:
        source: The input.
        manner: How to read it.
        name: What to call it in errors and provenance; a file's own name if left out.
        published: Day of publication; overrules the text's own.

    Raises:
        ParseError: If the input as a whole can't be decoded or breaks the rules of its format.
        LimitError: If it is larger than the limits allow.
        FormatError: If there is no such format, or it needs an extra that is not installed.
        OSError: If a file can't be read.
    """
    raw = load(source, name=name)
    chosen = choose(raw, manner.format, manner.formats)
    manner.limits.check("document" if chosen.holds_many else "text", len(raw.data), raw.name)
    try:
        yield from _entries(chosen, raw, manner, name, published)
    except ModuleNotFoundError as error:
        if chosen.extra is None:
            raise
        raise MissingExtraError(chosen.name, chosen.extra) from error


def _entries(
    format: InputFormat, raw: Raw, manner: Manner, name: str | None, published: dt.date | None
) -> Iterator[Entry]:
    limits = manner.limits
    if format.scan_bytes is not None:
        data = raw.raw_bytes
        found: Iterator[Layout | TradebriefError] = iter([format.scan_bytes(data, raw.name, limits)])
        provenance = _provenance(format, raw, name, sha256(data).hexdigest())
    else:
        decoded = _decoded(format, raw, manner)
        if format.load is not None:
            yield from _loaded(format.load(decoded.source, limits), published)
            return
        if format.scan is not None:
            found = iter([format.scan(decoded.source, limits)])
        elif format.scan_many is not None:
            found = format.scan_many(decoded.source, limits)
        else:
            found = iter(())  # No format is made without a way to read it.
        provenance = _provenance(format, raw, name, decoded.sha256, decoded)
    for number, layout in enumerate(found, start=1):
        if isinstance(layout, TradebriefError):
            yield layout
            continue
        here = evolve(provenance, entry=number) if format.holds_many else provenance
        yield _article(layout, here, manner, published)


def _article(layout: Layout, provenance: Provenance, manner: Manner, published: dt.date | None) -> Entry:
    """The article of a layout, or where it is an entry among others the error that stands for it."""
    try:
        return assemble(layout, provenance=provenance, words=manner.words, limits=manner.limits, published=published)
    except TradebriefError as error:
        if provenance.entry is None:
            raise
        return error


def _loaded(found: Iterator[Entry], published: dt.date | None) -> Iterator[Entry]:
    """What was written whole, with another day of publication for an article if one is given."""
    for entry in found:
        yield evolve(entry, published=published) if published and isinstance(entry, Article) else entry


def _decoded(format: InputFormat, raw: Raw, manner: Manner) -> Decoded:
    encoding = manner.encoding
    if encoding is None and isinstance(raw.data, bytes) and (charset := _CHARSET.search(manner.format or "")):
        encoding = charset[1]
    return decode(raw, encoding=encoding, declared=format.declared_encoding)


def _provenance(
    format: InputFormat, raw: Raw, name: str | None, digest: str, decoded: Decoded | None = None
) -> Provenance:
    return Provenance(
        format=format.name,
        media_type=format.media_types[0],
        sha256=digest,
        name=name or (raw.path.name if raw.path else None),
        encoding=decoded.encoding if decoded else None,
        bom=decoded is not None and decoded.bom,
    )
