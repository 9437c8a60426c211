"""Packed files: gzip by the standard library, Zstandard by the extra ``zstd``; never unpacked beyond a limit."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from attrs import evolve, frozen

from tradebrief.errors import LimitError, MissingExtraError, ParseError
from tradebrief.formats import Limits
from tradebrief.parsing._decode import Raw
from tradebrief.text import Source, Span

__all__ = ["is_packed", "unpack"]

_CHUNK = 1 << 16  # Bytes that are unpacked at once.
_WITH_GZIP_HEADER = 31


class _Unpacker(Protocol):
    """What takes one stream of a packed file apart, as zlib and zstd have it."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


@frozen
class _Packing:
    """A way to pack: its name, what unpacks a stream, and the error where it can't."""

    name: str
    make: Callable[[], _Unpacker]
    error: type[Exception]


def _gzip() -> _Packing:
    return _Packing("gzip", lambda: zlib.decompressobj(_WITH_GZIP_HEADER), zlib.error)


def _zstd() -> _Packing:
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415 - rarely needed.
    else:
        from backports import zstd  # noqa: PLC0415 - of the extra.
    return _Packing("zstd", zstd.ZstdDecompressor, zstd.ZstdError)


_PACKINGS = {".gz": _gzip, ".zst": _zstd, ".zstd": _zstd}


def is_packed(path: Path) -> bool:
    """Whether a file's suffix says that it is packed."""
    return path.suffix.lower() in _PACKINGS


def unpack(raw: Raw, path: Path, limit: str, limits: Limits) -> Raw:
    """What a packed file holds, under the name that it had before it was packed.

    Args:
        raw: The packed bytes.
        path: Their file, whose suffix says how they are packed.
        limit: The limit on what they hold.
        limits: How much is allowed.

    Raises:
        LimitError: If they hold more; no more than that is unpacked.
        ParseError: If they are cut off, or not packed that way.
        MissingExtraError: If what unpacks them is not installed.
    """
    try:
        packing = _PACKINGS[path.suffix.lower()]()
    except ModuleNotFoundError as error:
        raise MissingExtraError("zstd", "zstd") from error
    data = _unpacked(raw.raw_bytes, packing, limit, limits, raw.name)
    return evolve(raw, data=data, path=path.with_suffix(""))


def _unpacked(data: bytes, packing: _Packing, limit: str, limits: Limits, name: str) -> bytes:
    allowed: int = getattr(limits, limit)
    parts: list[bytes] = []
    size = at = streams = 0
    while at < len(data) or not streams:
        streams += 1
        limits.check("nodes", streams, name)
        unpacker = packing.make()
        while not unpacker.eof:
            chunk = data[at : at + _CHUNK]
            if not chunk:
                raise _bad(f"the {packing.name} stream is cut off after {len(data):,} bytes", name)
            try:
                part = unpacker.decompress(chunk, allowed - size + 1)
            except packing.error as error:
                raise _bad(f"not {packing.name}, or damaged, near byte {at:,}: {error}", name) from None
            size += len(part)
            if size > allowed:
                raise LimitError(limit, allowed, size, name)
            parts.append(part)
            at += len(chunk)
        at -= len(unpacker.unused_data)
        if data[at : at + 1] == b"\0" and not data[at:].strip(b"\0"):
            break  # Padding at the end, as tapes have it.
    return b"".join(parts)


def _bad(message: str, name: str) -> ParseError:
    return ParseError(message, Source("", name), Span(0, 0))
