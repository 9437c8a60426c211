"""From a text to an article: layout, and no language."""

from __future__ import annotations

import datetime as dt

from tradebrief.formats import InputFormat, Limits, Registry
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Provenance
from tradebrief.parsing import plain
from tradebrief.parsing._assemble import assemble
from tradebrief.parsing._decode import Decoded, Input, decode

__all__ = ["FORMATS", "Input", "parse"]

FORMATS: Registry[InputFormat] = Registry("tradebrief.input_formats", (plain.FORMAT,))


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
        format: Name of the input format; told by the file's suffix if left out, else plain text.
        name: What to call the text in errors and provenance; a file's own name if left out.
        encoding: Encoding of bytes; if left out a byte order mark decides, else it is UTF-8.
        published: Day of publication, against which dates may be read; overrules the text's own.
        limits: How much the input may hold.
        lexicon: Words for labels and bylines; the built-in ones if left out.

    Returns:
        The article. For plain text its ``text`` is the input unchanged, save a byte order mark.

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
    decoded = decode(source, name=name, encoding=encoding, limits=allowed)
    chosen = _choose(decoded, format)
    layout = chosen.scan(decoded.source, allowed)
    provenance = Provenance(
        format=chosen.name,
        media_type=chosen.media_types[0],
        sha256=decoded.sha256,
        name=name or (decoded.path.name if decoded.path else None),
        encoding=decoded.encoding,
        bom=decoded.bom,
    )
    words = (Lexicon.default() if lexicon is None else lexicon).layout
    return assemble(layout, provenance=provenance, words=words, limits=allowed, published=published)


def _check_type(name: str, value: object, expected: type[object]) -> None:
    if value is not None and not isinstance(value, expected):
        wanted = "datetime.date" if expected is dt.date else expected.__name__
        raise TypeError(f"{name}: expected a {wanted} or None, not {type(value).__name__}")


def _choose(decoded: Decoded, format: str | None) -> InputFormat:
    if format is not None:
        return FORMATS.get(format)
    return (FORMATS.for_path(decoded.path) if decoded.path else None) or plain.FORMAT
