"""Briefs and articles read back, from a string, bytes, a file or a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO, overload

import attrs

from tradebrief.errors import FormatError, ValidationError
from tradebrief.formats import Content, Limits, OutputFormat, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize.files import read_folder
from tradebrief.serialize.registry import FORMATS, naming_extra

__all__ = ["load", "load_many", "loads", "loads_many", "read_file", "read_values"]

_NAME = "<document>"
_KINDS: dict[type[Brief | Article], str] = {Brief: "a brief", Article: "an article alone"}
_Source = os.PathLike[str] | IO[str] | IO[bytes]


@overload
def loads(
    data: Content, format: str = ..., *, type: type[Brief] = ..., name: str = ..., limits: Limits | None = ...
) -> Brief: ...
@overload
def loads(
    data: Content, format: str = ..., *, type: type[Article], name: str = ..., limits: Limits | None = ...
) -> Article: ...
@overload
def loads(
    data: Content, format: str = ..., *, type: type[Brief | Article], name: str = ..., limits: Limits | None = ...
) -> Brief | Article: ...


def loads(
    data: Content,
    format: str = "json",
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str = _NAME,
    limits: Limits | None = None,
) -> Brief | Article:
    """Read back what ``dumps`` or ``export`` wrote: ``loads(dumps(brief)) == brief``.

    Args:
        data: The document; bytes of text are UTF-8, with or without a byte order mark. Of a format that is a folder,
            its files by name.
        format: Name of the format; ``"json"`` holds everything and can be read back, and so can some others.
        type: What the document describes, ``Brief`` or ``Article``.
        name: What to call the document in errors.
        limits: How much it may hold.

    Raises:
        ValidationError: If it is not a valid document; with all faults and their places.
        UnsupportedVersionError: If it is of another major version of the schema.
        LimitError: If it is larger or deeper than the limits allow.
        FormatError: If there is no such format, it can't be read back, or the document holds several values.
        TypeError: If an argument is of another type than it has to be.
    """
    reading = _reading(type, name, limits)
    _check_data(data)
    return _only(read_values(data, FORMATS.get(format), reading), reading)


@overload
def load(
    source: _Source, format: str = ..., *, type: type[Brief] = ..., name: str | None = ..., limits: Limits | None = ...
) -> Brief: ...
@overload
def load(
    source: _Source, format: str = ..., *, type: type[Article], name: str | None = ..., limits: Limits | None = ...
) -> Article: ...
@overload
def load(
    source: _Source,
    format: str = ...,
    *,
    type: type[Brief | Article],
    name: str | None = ...,
    limits: Limits | None = ...,
) -> Brief | Article: ...


def load(
    source: _Source,
    format: str = "json",
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str | None = None,
    limits: Limits | None = None,
) -> Brief | Article:
    """Read back a file or a folder that ``dump`` wrote.

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
    reading = _reading(type, name or _name(source), limits)
    return _only(read_file(source, FORMATS.get(format), reading), reading)


@overload
def loads_many(
    data: Content, format: str = ..., *, type: type[Brief] = ..., name: str = ..., limits: Limits | None = ...
) -> Iterator[Brief]: ...
@overload
def loads_many(
    data: Content, format: str = ..., *, type: type[Article], name: str = ..., limits: Limits | None = ...
) -> Iterator[Article]: ...
@overload
def loads_many(
    data: Content, format: str = ..., *, type: type[Brief | Article], name: str = ..., limits: Limits | None = ...
) -> Iterator[Brief | Article]: ...


def loads_many(
    data: Content,
    format: str = "jsonl",
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str = _NAME,
    limits: Limits | None = None,
) -> Iterator[Brief | Article]:
    """The values that ``dumps`` or ``export`` wrote together, in their order; each is read when it is asked for.

    Arguments and errors are those of ``loads``; the limits hold for each value where the format is one a line.
    """
    reading = _reading(type, name, limits)
    _check_data(data)
    return read_values(data, FORMATS.get(format), reading)


@overload
def load_many(
    source: _Source, format: str = ..., *, type: type[Brief] = ..., name: str | None = ..., limits: Limits | None = ...
) -> Iterator[Brief]: ...
@overload
def load_many(
    source: _Source, format: str = ..., *, type: type[Article], name: str | None = ..., limits: Limits | None = ...
) -> Iterator[Article]: ...
@overload
def load_many(
    source: _Source,
    format: str = ...,
    *,
    type: type[Brief | Article],
    name: str | None = ...,
    limits: Limits | None = ...,
) -> Iterator[Brief | Article]: ...


def load_many(
    source: _Source,
    format: str = "jsonl",
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Brief | Article]:
    """The values of a file or a folder, in their order; of JSON Lines each line is read when it is asked for.

    Arguments and errors are those of ``load``; the limits hold for each value where the format is one a line.
    """
    reading = _reading(type, name or _name(source), limits)
    return read_file(source, FORMATS.get(format), reading)


def read_values(data: Content, format: OutputFormat, reading: Reading) -> Iterator[Brief | Article]:
    """The values of a document, whatever the format, each of the type that is asked for.

    Raises:
        FormatError: If the format can't be read back, or a value is of another type.
    """
    if not format.is_readable:
        able = ", ".join(known.name for known in FORMATS if known.is_readable)
        raise FormatError(f"the format {format.name!r} can't be read back (what can: {able})")
    if format.is_by_line and isinstance(data, str | bytes):
        file: IO[str] | IO[bytes] = StringIO(data) if isinstance(data, str) else BytesIO(data)
        return _read_lines(file, format, reading)
    return _read_whole(data, format, reading)


def read_file(source: _Source, format: OutputFormat, reading: Reading) -> Iterator[Brief | Article]:
    """The values of a file, a folder or an open file; of a format of lines one at a time.

    Raises:
        FormatError: As ``read_values`` does.
        OSError: If it can't be read.
    """
    if not isinstance(source, os.PathLike):
        if not hasattr(source, "read"):
            hint = ": a string is no path here, give a Path" if isinstance(source, str) else ""
            raise TypeError(f"expected a path or an open file, not {source.__class__.__name__}{hint}")
        if format.is_by_line and format.is_readable:
            return _read_lines(source, format, reading)
        return read_values(source.read(), format, reading)
    path = Path(source)
    if path.is_dir():
        return read_values(read_folder(path, reading.limits), format, reading)
    if format.is_by_line and format.is_readable:
        return _read_lines_of(path, format, reading)
    return read_values(path.read_bytes(), format, reading)


def _read_lines_of(path: Path, format: OutputFormat, reading: Reading) -> Iterator[Brief | Article]:
    with path.open("rb") as file:
        yield from _read_lines(file, format, reading)


def _read_lines(file: IO[str] | IO[bytes], format: OutputFormat, reading: Reading) -> Iterator[Brief | Article]:
    longest = reading.limits.document + 1  # What is over the limit is seen, and not kept.
    lines: Iterable[str | bytes] = iter(partial(file.readline, longest), None)
    for number, line in enumerate(lines, start=1):
        if not line:
            return
        if not line.strip():
            continue
        try:
            yield from _read_whole(line, format, reading)
        except ValidationError as error:
            raise _moved(error, number - 1) from None


def _moved(error: ValidationError, lines: int) -> ValidationError:
    """The same error so many lines further down."""
    faults = [attrs.evolve(fault, line=fault.line + lines if fault.line else 0) for fault in error.faults]
    return ValidationError(tuple(faults), error.name)


def _read_whole(data: Content, format: OutputFormat, reading: Reading) -> Iterator[Brief | Article]:
    with naming_extra(format):
        if format.loads_many is not None:
            values: Iterable[Brief | Article] = format.loads_many(data, reading)
        else:
            values = [format.loads(data, reading)] if format.loads is not None else []
        for value in values:
            if reading.type is not None and not isinstance(value, reading.type):
                raise FormatError(f"{reading.name}: holds {_KINDS[type(value)]}, not {_KINDS[reading.type]}")
            yield value


def _only(values: Iterator[Brief | Article], reading: Reading) -> Brief | Article:
    found = list(values)
    if len(found) != 1:
        raise FormatError(f"{reading.name}: holds {len(found)} values, not one: read them with load_many")
    return found[0]


def _reading(wanted: object, name: str, limits: object) -> Reading:
    if wanted is not Brief and wanted is not Article:
        shown = wanted.__name__ if isinstance(wanted, type) else repr(wanted)
        raise TypeError(f"type: expected Brief or Article, not {shown}")
    if limits is not None and not isinstance(limits, Limits):
        raise TypeError(f"limits: expected a Limits or None, not {type(limits).__name__}")
    return Reading(type=wanted, name=name, limits=limits or Limits())


def _check_data(data: object) -> None:
    if not isinstance(data, str | bytes | bytearray | dict):
        raise TypeError(f"expected a document as str or bytes, not {type(data).__name__}")


def _name(source: _Source) -> str:
    return os.fspath(source) if isinstance(source, os.PathLike) else _NAME
