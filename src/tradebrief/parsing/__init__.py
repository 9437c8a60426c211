"""From a text to an article: layout, and no language."""

from __future__ import annotations

import datetime as dt

import regex

from tradebrief.errors import MissingExtraError
from tradebrief.formats import InputFormat, Layout, Limits, Registry
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Provenance
from tradebrief.parsing import html, markdown, plain
from tradebrief.parsing._assemble import assemble
from tradebrief.parsing._decode import Input, Raw, decode, load
from tradebrief.text import Source

__all__ = ["FORMATS", "Input", "parse"]

FORMATS: Registry[InputFormat] = Registry("tradebrief.input_formats", (plain.FORMAT, markdown.FORMAT, html.FORMAT))

_CHARSET = regex.compile(r";[ \t]*charset=[\"']?([\w.:-]{1,40})", regex.IGNORECASE)


def parse(
    source: Input,
    *,
    format: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    published: dt.date | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
) -> Article:
    """Read the layout of a text: headline, key points, sections, blocks.

    Args:
        source: The text itself as a string or as bytes, the path of a file, or an open file.
        format: Name or media type of the input format. If left out, a file's suffix tells it, or how the text
            opens; what nothing tells is plain text.
        name: What to call the text in errors and provenance; a file's own name if left out.
        encoding: Encoding of bytes; if left out it is that of a byte order mark, of the charset in a media type,
            or the one that the bytes declare in themselves, else UTF-8.
        published: Day of publication, against which dates may be read; overrules the text's own.
        limits: How much the input may hold.
        lexicon: Words for labels and bylines; the built-in ones if left out.

    Returns:
        The article. For plain text its ``text`` is the input unchanged, save a byte order mark; for markup it is
        the readable text without marks.

    Raises:
        ParseError: If the input can't be decoded or breaks the rules of its format.
        LimitError: If it is larger, deeper or has more blocks than the limits allow.
        FormatError: If there is no such format, or it needs an extra that is not installed.
        OSError: If a file can't be read.
        TypeError: If an argument is of another type than it has to be.
    """
    _check_type("published", published, dt.date)
    _check_type("limits", limits, Limits)
    _check_type("lexicon", lexicon, Lexicon)
    allowed = Limits() if limits is None else limits
    raw = load(source, name=name, limits=allowed)
    chosen = _choose(raw, format)
    if encoding is None and isinstance(raw.data, bytes) and (charset := _CHARSET.search(format or "")):
        encoding = charset[1]
    decoded = decode(raw, encoding=encoding, declared=chosen.declared_encoding)
    layout = _scan(chosen, decoded.source, allowed)
    provenance = Provenance(
        format=chosen.name,
        media_type=chosen.media_types[0],
        sha256=decoded.sha256,
        name=name or (raw.path.name if raw.path else None),
        encoding=decoded.encoding,
        bom=decoded.bom,
    )
    words = (Lexicon.default() if lexicon is None else lexicon).layout
    return assemble(layout, provenance=provenance, words=words, limits=allowed, published=published)


def _check_type(name: str, value: object, expected: type[object]) -> None:
    if value is not None and not isinstance(value, expected):
        wanted = "datetime.date" if expected is dt.date else expected.__name__
        raise TypeError(f"{name}: expected a {wanted} or None, not {type(value).__name__}")


def _choose(raw: Raw, format: str | None) -> InputFormat:
    """The format that the caller names, or the one told by the suffix of a file, or by content."""
    if format is not None:
        return (FORMATS.for_media_type(format) if "/" in format else None) or FORMATS.get(format)
    if raw.path and (told := FORMATS.for_path(raw.path)):
        return told
    opening = raw.opening()
    return next((known for known in FORMATS if known.recognize and known.recognize(opening)), plain.FORMAT)


def _scan(format: InputFormat, source: Source, limits: Limits) -> Layout:
    """The layout of a text, or word of the extra that its format needs."""
    try:
        return format.scan(source, limits)
    except ModuleNotFoundError as error:
        if format.extra is None:
            raise
        raise MissingExtraError(format.name, format.extra) from error
