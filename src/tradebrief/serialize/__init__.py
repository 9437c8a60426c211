"""From briefs and articles to text and back."""

from __future__ import annotations

import os
from io import TextIOBase
from pathlib import Path
from typing import IO, Any, cast, overload

from tradebrief.errors import FormatError
from tradebrief.formats import Limits, OutputFormat, Registry
from tradebrief.model import Article, Brief
from tradebrief.serialize import json, summary, text
from tradebrief.serialize.files import replacing

__all__ = ["FORMATS", "dump", "dumps", "encode", "json_schema", "load", "loads"]

FORMATS: Registry[OutputFormat] = Registry("tradebrief.output_formats", (json.FORMAT, summary.FORMAT, text.FORMAT))

_READERS = {json.FORMAT.name: json.loads}


def dumps(value: Brief | Article, format: str = "json", *, indent: int | None = None) -> str:
    """A brief or an article as a string.

    Args:
        value: What to write.
        format: Name of the output format.
        indent: For JSON, how many spaces to indent by; left out, the document is one line.

    Raises:
        FormatError: If there is no such format, or it needs an extra that is not installed.
        TypeError: If the value is neither a brief nor an article.
    """
    _check_value(value)
    chosen = FORMATS.get(format)
    if indent is None:
        return chosen.dumps(value)
    if chosen is not json.FORMAT:
        raise ValueError(f"indent is for JSON, not for {format}")
    return json.dumps(value, indent=indent)


def encode(value: Brief | Article, format: str = "json", *, indent: int | None = None) -> bytes:
    """What ``dump`` writes to a file: UTF-8, but a plain text in the encoding that it came in.

    Raises:
        FormatError: If there is no such format, or it needs an extra that is not installed.
    """
    _check_value(value)
    encoding = text.encoding_of(value) if format == text.FORMAT.name else "utf-8"
    return dumps(value, format, indent=indent).encode(encoding)


def dump(
    value: Brief | Article,
    target: os.PathLike[str] | IO[str] | IO[bytes],
    format: str = "json",
    *,
    indent: int | None = None,
) -> None:
    """Write a brief or an article to a file.

    A path's file is never left half written: it is replaced when all is there. Bytes are UTF-8 without
    translation of line ends; the format ``text`` writes a plain text in the encoding that it came in, so
    that the file is the input byte for byte. A file opened as text gets the string.

    Args:
        value: What to write.
        target: A path, or a file opened for writing. A string is no path here.
        format: Name of the output format.
        indent: As in ``dumps``.

    Raises:
        FormatError: If there is no such format, or it needs an extra that is not installed.
        OSError: If the file can't be written.
    """
    if isinstance(target, os.PathLike):
        data = encode(value, format, indent=indent)
        with replacing(Path(target)) as file:
            file.write(data)
    elif not hasattr(target, "write"):
        raise TypeError(f"expected a path or an open file, not {type(target).__name__}{_hint(target)}")
    elif _is_text(target):
        cast("IO[str]", target).write(dumps(value, format, indent=indent))  # _is_text tells; the type can't.
    else:
        cast("IO[bytes]", target).write(encode(value, format, indent=indent))  # Likewise.


@overload
def loads(
    data: str | bytes,
    format: str = ...,
    *,
    type: type[Brief] = ...,
    name: str = ...,
    limits: Limits | None = ...,
) -> Brief: ...
@overload
def loads(
    data: str | bytes,
    format: str = ...,
    *,
    type: type[Article],
    name: str = ...,
    limits: Limits | None = ...,
) -> Article: ...
@overload
def loads(
    data: str | bytes,
    format: str = ...,
    *,
    type: type[Brief | Article],
    name: str = ...,
    limits: Limits | None = ...,
) -> Brief | Article: ...


def loads(
    data: str | bytes,
    format: str = "json",
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str = "<document>",
    limits: Limits | None = None,
) -> Brief | Article:
    """Read back what ``dumps`` wrote: ``loads(dumps(brief)) == brief``.

    Args:
        data: The document; bytes are UTF-8, with or without a byte order mark.
        format: Name of the format; ``"json"`` holds everything and can be read back.
        type: What the document describes, ``Brief`` or ``Article``.
        name: What to call the document in errors.
        limits: How much it may hold.

    Raises:
        ValidationError: If it is not a valid document; with all faults and their places.
        UnsupportedVersionError: If it is of another major version of the schema.
        LimitError: If it is larger or deeper than the limits allow.
        FormatError: If there is no such format, or it can't be read back.
        TypeError: If an argument is of another type than it has to be.
    """
    _check_reading(data, type, limits)
    read = _READERS.get(FORMATS.get(format).name)
    if read is None:
        raise FormatError(f"the format {format!r} can't be read back (what can: {', '.join(_READERS)})")
    return read(data, type=type, name=name, limits=limits)


@overload
def load(
    source: os.PathLike[str] | IO[str] | IO[bytes],
    format: str = ...,
    *,
    type: type[Brief] = ...,
    name: str | None = ...,
    limits: Limits | None = ...,
) -> Brief: ...
@overload
def load(
    source: os.PathLike[str] | IO[str] | IO[bytes],
    format: str = ...,
    *,
    type: type[Article],
    name: str | None = ...,
    limits: Limits | None = ...,
) -> Article: ...
@overload
def load(
    source: os.PathLike[str] | IO[str] | IO[bytes],
    format: str = ...,
    *,
    type: type[Brief | Article],
    name: str | None = ...,
    limits: Limits | None = ...,
) -> Brief | Article: ...


def load(
    source: os.PathLike[str] | IO[str] | IO[bytes],
    format: str = "json",
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str | None = None,
    limits: Limits | None = None,
) -> Brief | Article:
    """Read back a file that ``dump`` wrote.

    Args:
        source: A path, or a file opened for reading. A string is no path here; ``loads`` reads strings.
        format: As in ``loads``.
        type: As in ``loads``.
        name: What to call the document in errors; the path if left out.
        limits: As in ``loads``.

    Raises:
        ValidationError: As ``loads`` does.
        UnsupportedVersionError: Likewise.
        LimitError: Likewise.
        FormatError: Likewise.
        OSError: If the file can't be read.
    """
    if isinstance(source, os.PathLike):
        data: str | bytes = Path(source).read_bytes()
        name = name or str(source)
    elif hasattr(source, "read"):
        data = source.read()
    else:
        raise TypeError(f"expected a path or an open file, not {source.__class__.__name__}{_hint(source)}")
    return loads(data, format, type=type, name=name or "<document>", limits=limits)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document, which is that of a brief or that of an article alone.

    Each has its own definition: ``$defs/Brief`` and ``$defs/ArticleDocument``.
    """
    from importlib.resources import files  # noqa: PLC0415 - slow to import, and rarely needed.
    from json import loads as parse  # noqa: PLC0415 - json is this package's own module here.

    schema = files("tradebrief.serialize").joinpath("schema", "brief-1.json")
    found: dict[str, Any] = parse(schema.read_text(encoding="utf-8"))
    return found


def _check_value(value: object) -> None:
    if not isinstance(value, Brief | Article):
        raise TypeError(f"expected a Brief or an Article, not {type(value).__name__}")


def _check_reading(data: object, wanted: object, limits: object) -> None:
    if not isinstance(data, str | bytes | bytearray):
        raise TypeError(f"expected a document as str or bytes, not {type(data).__name__}")
    if wanted is not Brief and wanted is not Article:
        shown = wanted.__name__ if isinstance(wanted, type) else repr(wanted)
        raise TypeError(f"type: expected Brief or Article, not {shown}")
    if limits is not None and not isinstance(limits, Limits):
        raise TypeError(f"limits: expected a Limits or None, not {type(limits).__name__}")


def _is_text(file: object) -> bool:
    return isinstance(file, TextIOBase) or hasattr(file, "encoding")


def _hint(value: object) -> str:
    return ": a string is no path here, give a Path" if isinstance(value, str) else ""
