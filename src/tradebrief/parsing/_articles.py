"""The articles of an input, one after another, whatever its format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import regex
from attrs import evolve, frozen

from tradebrief.errors import MissingExtraError, TradebriefError
from tradebrief.formats import Columns, InputFormat, Layout, Limits, Registry
from tradebrief.lexicon import LayoutWords
from tradebrief.model import Article, Brief, Provenance
from tradebrief.parsing._assemble import assemble
from tradebrief.parsing._choose import choose, named
from tradebrief.parsing._decode import Decoded, Input, Raw, decode, load
from tradebrief.parsing._unpack import is_packed, unpack

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
        columns: Which columns of a table hold what; other formats have none.
    """

    formats: Registry[InputFormat]
    format: str | None = None
    encoding: str | None = None
    limits: Limits
    words: LayoutWords
    columns: Columns | None = None


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
    name = name or (raw.path.name if raw.path else None)
    if name is not None:  # The bytes of a file's name need not be text: what is none stands as an escape.
        name = name.encode("utf-8", "backslashreplace").decode()
    if raw.path and is_packed(raw.path):
        raw = _unpacked(raw, raw.path, manner)
    chosen = choose(raw, manner.format, manner.formats)
    if manner.columns is not None and chosen.with_columns is not None:
        chosen = chosen.with_columns(manner.columns)
    manner.limits.check("text" if chosen.scan_many is None else "document", len(raw.data), raw.name)
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
        found: Iterator[Layout | Entry] = iter([format.scan_bytes(data, raw.name, limits)])
        provenance = _provenance(format, name, sha256(data).hexdigest())
    else:
        decoded = _decoded(format, raw, manner)
        if format.scan is not None:
            found = iter([format.scan(decoded.source, limits)])
        elif format.scan_many is not None:
            found = format.scan_many(decoded.source, limits)
        else:
            found = iter(())  # No format is made without a way to read it.
        provenance = _provenance(format, name, decoded.sha256, decoded)
    for number, entry in enumerate(found, start=1):
        if isinstance(entry, Layout):
            here = evolve(provenance, entry=number) if format.scan_many is not None else provenance
            yield _article(entry, here, manner, published)
        else:
            yield evolve(entry, published=published) if published and isinstance(entry, Article) else entry


def _article(layout: Layout, provenance: Provenance, manner: Manner, published: dt.date | None) -> Entry:
    """The article of a layout, or where it is an entry among others the error that stands for it."""
    try:
        return assemble(layout, provenance=provenance, words=manner.words, limits=manner.limits, published=published)
    except TradebriefError as error:
        if provenance.entry is None:
            raise
        return error


def _unpacked(raw: Raw, path: Path, manner: Manner) -> Raw:
    """What a packed file holds, within the limit for what its name says that it is."""
    inner = path.with_suffix("")
    told = (named(manner.format, manner.formats),) if manner.format else manner.formats.all_for_path(inner)
    is_one = bool(told) and all(format.scan_many is None for format in told)
    return unpack(raw, path, "text" if is_one else "document", manner.limits)


def _decoded(format: InputFormat, raw: Raw, manner: Manner) -> Decoded:
    encoding = manner.encoding
    if encoding is None and isinstance(raw.data, bytes) and (charset := _CHARSET.search(manner.format or "")):
        encoding = charset[1]
    return decode(raw, encoding=encoding, declared=format.declared_encoding)


def _provenance(format: InputFormat, name: str | None, digest: str, decoded: Decoded | None = None) -> Provenance:
    return Provenance(
        format=format.name,
        media_type=format.media_types[0],
        sha256=digest,
        name=name,
        encoding=decoded.encoding if decoded else None,
        bom=decoded is not None and decoded.bom,
    )
