"""Whatever holds a text, as a ``Source``, with a note of what the bytes were."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import IO

import regex
from attrs import frozen

from tradebrief.errors import ParseError
from tradebrief.text import Source, Span

__all__ = ["Decoded", "Input", "Raw", "decode", "load"]

Input = str | bytes | Path | IO[str] | IO[bytes]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITH_BOM = {"utf-8": ("utf-8",), "utf-8-sig": ("utf-8",), "utf-16": ("utf-16-le", "utf-16-be")}
_OPENING = 4_096  # Code points, or bytes, by which content is told.
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


@frozen(kw_only=True)
class Raw:
    """An input as it came.

    Attributes:
        data: Its text or bytes.
        name: What to call it in messages.
        path: The file it came from, if any.
    """

    data: str | bytes
    name: str
    path: Path | None

    def opening(self, *, whole: bool = False) -> str:
        """How it begins, or all of it, as far as can be told before its encoding is known."""
        size = None if whole else _OPENING
        if isinstance(self.data, str):
            return self.data[:size].removeprefix("\ufeff")
        codec = next((codec for mark, codec in _BOMS if self.data.startswith(mark)), "utf-8")
        return self.data[:size].decode(codec, "replace").removeprefix("\ufeff")

    @property
    def is_short(self) -> bool:
        """Whether its opening is all of it."""
        return len(self.data) <= _OPENING

    @property
    def first_bytes(self) -> bytes:
        """How its bytes begin; none where it is a string."""
        return self.data[:_OPENING] if isinstance(self.data, bytes) else b""

    @property
    def raw_bytes(self) -> bytes:
        """Its bytes; those of UTF-8 where it is a string."""
        return self.data.encode("utf-8", "surrogatepass") if isinstance(self.data, str) else self.data


@frozen(kw_only=True)
class Decoded:
    """A decoded input.

    Attributes:
        source: Its text, without a byte order mark.
        sha256: SHA-256 of the raw input, of its UTF-8 form for a string.
        encoding: The encoding of the bytes; None for a string.
        bom: Whether a byte order mark stood before the text.
    """

    source: Source
    sha256: str
    encoding: str | None
    bom: bool


def load(source: Input, *, name: str | None) -> Raw:
    """The text or bytes that an input holds.

    Raises:
        OSError: If a file can't be read.
        TypeError: If the source is none of these.
    """
    path = source if isinstance(source, Path) else None
    return Raw(data=_data(source), name=name or (str(path) if path else "<text>"), path=path)


def decode(raw: Raw, *, encoding: str | None, declared: Callable[[bytes], str | None] | None = None) -> Decoded:
    """The text of an input: a string as it is; bytes by ``encoding``, their mark, what they declare, or UTF-8.

    Raises:
        ParseError: If the bytes can't be decoded, or a string holds half of a surrogate pair.
    """
    data, title = raw.data, raw.name
    if isinstance(data, bytes):
        stated = declared(data) if declared and encoding is None and not _has_mark(data) else None
        text, codec, bom = _from_bytes(data, title, encoding or stated)
        digest = sha256(data).hexdigest()
    else:
        if encoding is not None:
            raise ValueError("encoding is for bytes and files; this text is decoded already")
        _refuse_surrogates(data, title)
        bom = data.startswith("\ufeff")
        text, codec = data[1:] if bom else data, None
        digest = sha256(data.encode()).hexdigest()
    return Decoded(source=Source(text, title), sha256=digest, encoding=codec, bom=bom)


def _has_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in _BOMS)


def _data(source: Input) -> str | bytes:
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
