"""Whatever holds a text, as a ``Source``, with a note of what the bytes were."""

from __future__ import annotations

import codecs
from hashlib import sha256
from pathlib import Path
from typing import IO

import regex
from attrs import frozen

from tradebrief.errors import ParseError
from tradebrief.formats import Limits
from tradebrief.text import Source, Span

__all__ = ["Decoded", "Input", "decode"]

Input = str | bytes | Path | IO[str] | IO[bytes]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITH_BOM = {"utf-8": ("utf-8",), "utf-8-sig": ("utf-8",), "utf-16": ("utf-16-le", "utf-16-be")}
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


@frozen(kw_only=True)
class Decoded:
    """A decoded input.

    Attributes:
        source: Its text, without a byte order mark.
        sha256: SHA-256 of the raw input, of its UTF-8 form for a string.
        encoding: The encoding of the bytes; None for a string.
        bom: Whether a byte order mark stood before the text.
        path: The file it came from, if any.
    """

    source: Source
    sha256: str
    encoding: str | None
    bom: bool
    path: Path | None


def decode(source: Input, *, name: str | None, encoding: str | None, limits: Limits) -> Decoded:
    """The text of an input: a string as it is, bytes by their byte order mark, ``encoding`` or UTF-8.

    Raises:
        ParseError: If the bytes can't be decoded, or a string holds half of a surrogate pair.
        LimitError: If there is more than the limits allow.
        OSError: If a file can't be read.
        TypeError: If the source is none of these.
    """
    path = source if isinstance(source, Path) else None
    raw = _raw(source)
    title = name or (str(path) if path else "<text>")
    limits.check("text", len(raw), title)
    if isinstance(raw, bytes):
        text, codec, bom = _from_bytes(raw, title, encoding)
        digest = sha256(raw).hexdigest()
    else:
        if encoding is not None:
            raise ValueError("encoding is for bytes and files; this text is decoded already")
        _refuse_surrogates(raw, title)
        bom = raw.startswith("\ufeff")
        text, codec = raw[1:] if bom else raw, None
        digest = sha256(raw.encode()).hexdigest()
    return Decoded(source=Source(text, title), sha256=digest, encoding=codec, bom=bom, path=path)


def _raw(source: Input) -> str | bytes:
    if isinstance(source, str | bytes):
        return source
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    if isinstance(source, Path):
        return source.read_bytes()
    if hasattr(source, "read"):
        return source.read()
    raise TypeError(f"expected text, bytes, a path or an open file, not {type(source).__name__}")


def _refuse_surrogates(text: str, name: str) -> None:
    if text.isascii():
        return
    if found := _SURROGATE.search(text):
        shown = Source(_SURROGATE.sub("\ufffd", text), name)
        message = f"half of a surrogate pair at offset {found.start()}"
        raise ParseError(message, shown, Span(found.start(), found.end()))


def _from_bytes(raw: bytes, name: str, encoding: str | None) -> tuple[str, str, bool]:
    """Text, encoding, and whether a byte order mark was set aside."""
    allowed = None
    if encoding is not None:
        try:
            codec = codecs.lookup(encoding).name
        except LookupError:
            raise ValueError(f"unknown encoding {encoding!r}") from None
        allowed = _WITH_BOM.get(codec, ())
        if codec in {"utf-16-le", "utf-16-be"}:
            allowed = (codec,)
    for mark, marked in _BOMS:
        if raw.startswith(mark) and (allowed is None or marked in allowed):
            return _decode_as(raw, len(mark), marked, name, encoding), marked, True
    codec = "utf-8" if encoding is None else codecs.lookup(encoding).name.removesuffix("-sig")
    return _decode_as(raw, 0, codec, name, encoding), codec, False


def _decode_as(raw: bytes, skip: int, codec: str, name: str, encoding: str | None) -> str:
    try:
        text = raw[skip:].decode(codec)
    except UnicodeDecodeError as error:
        before = raw[skip : skip + error.start].decode(codec, "replace")
        shown = _SURROGATE.sub("\ufffd", raw[skip:].decode(codec, "replace"))
        at = min(len(before), len(shown))
        hint = "" if encoding else "; if it is in another encoding, give encoding="
        message = f"not {codec}: {error.reason} at byte offset {skip + error.start}{hint}"
        raise ParseError(message, Source(shown, name), Span(at, min(at + 1, len(shown)))) from None
    except (LookupError, UnicodeError) as error:  # Codecs that are no text encoding, or fail in their own way.
        raise ParseError(f"can't be decoded as {codec}: {error}", Source("", name), Span(0, 0)) from None
    _refuse_surrogates(text, name)
    return text
