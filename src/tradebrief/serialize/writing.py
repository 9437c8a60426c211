"""Briefs and articles written: as a string, as bytes, to a file or a folder."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import TextIOBase
from pathlib import Path
from typing import IO, cast

from attrs import evolve

from tradebrief.errors import FormatError
from tradebrief.formats import Content, Export, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize import json
from tradebrief.serialize.files import replacing, replacing_folder
from tradebrief.serialize.registry import FORMATS, naming_extra

__all__ = ["Values", "dump", "dumps", "encode", "export", "write"]

Values = Brief | Article | Iterable[Brief | Article]
"""One value, or several."""


def export(value: Values, format: str) -> Export:
    """A brief or an article in another format, with what that format could not hold.

    Args:
        value: What to write; several values where the format holds any number.
        format: Name of the output format.

    Raises:
        FormatError: If there is no such format, it holds one value and several are given, or it needs an extra
            that is not installed.
        TypeError: If a value is neither a brief nor an article.
        ValueError: If there is no value at all.
    """
    return _export(tuple(_checked(value)), FORMATS.get(format))


def dumps(value: Values, format: str = "json", *, indent: int | None = None) -> str:
    """A brief or an article as a string.

    Args:
        value: What to write; several values where the format holds any number.
        format: Name of the output format.
        indent: For JSON, how many spaces to indent by; left out, the document is one line.

    Raises:
        FormatError: If there is no such format, it is binary or a folder, it holds one value and several are given,
            or it needs an extra that is not installed.
        TypeError: If a value is neither a brief nor an article.
        ValueError: If there is no value at all.
    """
    chosen = FORMATS.get(format)
    values = tuple(_checked(value))
    if indent is not None:
        if chosen is not json.FORMAT:
            raise ValueError(f"indent is for JSON, not for {format}")
        chosen = evolve(chosen, dumps=partial(json.dumps, indent=indent))
    if chosen.dumps is not None and (len(values) == 1 or chosen.is_by_line):
        return "".join(_dumps_one(each, chosen) for each in values)
    content = _export(values, chosen).content
    if isinstance(content, str):
        return content
    kind = "binary" if isinstance(content, bytes) else "a folder"
    raise FormatError(f"the format {chosen.name} is {kind}, not a string: write it with dump, or use export")


def encode(value: Values, format: str = "json", *, indent: int | None = None) -> bytes:
    """What ``dump`` writes to a file: UTF-8, but a plain text in the encoding that it came in.

    Raises:
        FormatError: If there is no such format, it is a folder, it holds one value and several are given, or it
            needs an extra that is not installed.
    """
    if indent is not None:
        return _encoded(dumps(value, format, indent=indent))
    chosen = FORMATS.get(format)
    data = _bytes(_export(tuple(_checked(value)), chosen).content)
    if isinstance(data, bytes):
        return data
    raise FormatError(f"the format {chosen.name} is a folder, not a file: write it to a path")


def dump(
    value: Values,
    target: os.PathLike[str] | IO[str] | IO[bytes],
    format: str = "json",
    *,
    indent: int | None = None,
) -> None:
    """Write a brief or an article to a file, or to a folder where the format is one.

    What stands at a path is never left half written: it is replaced when all is there. A folder that holds other
    files than those to be written is left alone. Bytes are UTF-8 without translation of line ends; the format
    ``text`` writes a plain text in the encoding that it came in, so that the file is the input byte for byte. A
    file opened as text gets the string. Of a format with one value a line, such as JSON Lines, each value is
    written before the next is asked for.

    Args:
        value: What to write; several values where the format holds any number.
        target: A path, or a file opened for writing. A string is no path here.
        format: Name of the output format.
        indent: As in ``dumps``.

    Raises:
        FormatError: If there is no such format, it is a folder and no path is given, it holds one value and several
            are given, or it needs an extra that is not installed.
        OSError: If the file or folder can't be written.
    """
    chosen = FORMATS.get(format)
    if isinstance(target, os.PathLike):
        if chosen.is_by_line and indent is None:
            with replacing(Path(target)) as file:
                file.writelines(_encoded(_dumps_one(each, chosen)) for each in _checked(value))
        elif indent is not None:
            write(dumps(value, format, indent=indent), Path(target))
        else:
            write(_export(tuple(_checked(value)), chosen).content, Path(target))
    elif not hasattr(target, "write"):
        hint = ": a string is no path here, give a Path" if isinstance(target, str) else ""
        raise TypeError(f"expected a path or an open file, not {type(target).__name__}{hint}")
    elif isinstance(target, TextIOBase) or hasattr(target, "encoding"):
        cast("IO[str]", target).write(dumps(value, format, indent=indent))  # What was asked tells; the type can't.
    else:
        cast("IO[bytes]", target).write(encode(value, format, indent=indent))  # Likewise.


def write(content: Content, path: Path) -> None:
    """Put the content of an export at a path, whole or not at all.

    Raises:
        OSError: If it can't be written, or a folder stands there that holds other files.
    """
    data = _bytes(content)
    if isinstance(data, bytes):
        with replacing(path) as file:
            file.write(data)
    else:
        replacing_folder(path, data)


def _export(values: tuple[Brief | Article, ...], chosen: OutputFormat) -> Export:
    if len(values) > 1 and not chosen.is_for_many:
        raise FormatError(f"the format {chosen.name} holds one brief, not {len(values)}: write each by itself")
    if not values and not chosen.is_by_line:
        raise ValueError("there is nothing to write")
    if chosen.export is None:
        return Export(content="".join(_dumps_one(each, chosen) for each in values))
    with naming_extra(chosen), _naming_surrogate():
        return chosen.export(values)


def _dumps_one(value: Brief | Article, chosen: OutputFormat) -> str:
    if chosen.dumps is None:
        raise FormatError(f"the format {chosen.name} is not written a string at a time")
    with naming_extra(chosen):
        return chosen.dumps(value)


def _checked(value: Values) -> Iterator[Brief | Article]:
    """Each of the values, when it is asked for."""
    if isinstance(value, Iterable):
        for each in value:
            yield _check(each)
    else:
        yield _check(value)


def _check(value: object) -> Brief | Article:
    if not isinstance(value, Brief | Article):
        raise TypeError(f"expected a Brief or an Article, not {type(value).__name__}")
    return value


def _bytes(content: Content) -> bytes | dict[str, bytes]:
    if isinstance(content, Mapping):
        return {name: _encoded(data) for name, data in content.items()}
    return _encoded(content)


def _encoded(data: str | bytes) -> bytes:
    with _naming_surrogate():
        return data.encode() if isinstance(data, str) else data


@contextmanager
def _naming_surrogate() -> Generator[None, None, None]:
    """Say in our words what no encoding can hold; what is parsed has none, but a caller may make such a value."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise FormatError(f"half of a surrogate pair ({error.object[error.start]!r}) can't be written") from error
