"""The input side of the command line: which texts are read, and how."""

from __future__ import annotations

import argparse
import codecs
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import attrs

from tradebrief.cli_output import UsageError
from tradebrief.corpus import FORMATS, OnError
from tradebrief.errors import FormatError
from tradebrief.formats import Columns, InputFormat, OutputFormat
from tradebrief.lexicon import Lexicon

__all__ = ["STDIN_NAME", "add_input", "existing", "file_name", "reader_of"]

STDIN_NAME = "<stdin>"
_FIELDS = tuple(field.name for field in attrs.fields(Columns))
V_co = TypeVar("V_co", covariant=True)


class Many(Protocol[V_co]):
    """What gives the values of an input one by one: ``parse_many`` or ``read_many``."""

    def __call__(
        self,
        sources: Path | bytes,
        *,
        format: str | None,
        name: str | None,
        encoding: str | None,
        lexicon: Lexicon | None,
        columns: Columns | None,
        on_error: OnError,
    ) -> Iterator[V_co]: ...


def add_input(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which texts are read, and how."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=file_name, help="a text; - is standard input")
    parser.add_argument(
        "--format",
        metavar="NAME",
        type=_input_format,
        help="input format, or its media type; told by suffix or content",
    )
    parser.add_argument("--encoding", metavar="NAME", type=_encoding, help="encoding of the input; UTF-8 if left out")
    parser.add_argument(
        "--text-column", metavar="NAME", help="column of a table, or key of JSON Lines, that holds the text"
    )
    parser.add_argument(
        "--column",
        metavar="FIELD=NAME",
        type=_column,
        action="append",
        default=[],
        help=f"likewise for one of {', '.join(_FIELDS)} (repeatable)",
    )
    parser.add_argument(
        "--lexicon",
        metavar="FILE",
        type=lambda name: Path(file_name(name)),
        action="append",
        default=[],
        help="more words and rules (repeatable)",
    )


def reader_of(options: argparse.Namespace, many: Many[V_co]) -> Callable[[Path | bytes, OnError], Iterable[V_co]]:
    """What gives the values of an input, and tells of those that can't be read.

    Raises:
        UsageError: If a column is named twice.
        LexiconError: If a file of words can't be used.
    """
    lexicon = Lexicon.load(extra=options.lexicon) if options.lexicon else None
    columns = _columns(options)

    def reader(source: Path | bytes, tell: OnError) -> Iterable[V_co]:
        return many(
            source,
            format=options.format,
            name=STDIN_NAME if isinstance(source, bytes) else None,
            encoding=options.encoding,
            lexicon=lexicon,
            columns=columns,
            on_error=tell,
        )

    return reader


def existing(get: Callable[[str], InputFormat | OutputFormat]) -> Callable[[str], str]:
    """A check of a format's name that argparse can call."""

    def checked(name: str) -> str:
        try:
            return get(name).name
        except FormatError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return checked


def file_name(name: str) -> str:
    """A check of a file's name that argparse can call."""
    if not name:
        raise argparse.ArgumentTypeError("the name of a file can't be empty")
    return name


def _input_format(name: str) -> str:
    """The name of an input format, or a media type with its charset."""
    return name if "/" in name and FORMATS.for_media_type(name) else existing(FORMATS.get)(name)


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise argparse.ArgumentTypeError(f"unknown encoding {name!r}") from None


def _column(words: str) -> tuple[str, str]:
    field, _, name = words.partition("=")
    if field not in _FIELDS or not name:
        raise argparse.ArgumentTypeError(f"not FIELD=NAME with a field of {', '.join(_FIELDS)}: {words!r}")
    return field, name


def _columns(options: argparse.Namespace) -> Columns | None:
    """The columns that are named, or None where none is."""
    pairs: list[tuple[str, str]] = [*options.column]
    if options.text_column is not None:
        pairs.append(("text", options.text_column))
    named = dict(pairs)
    if len(named) != len(pairs):
        raise UsageError("a column is named twice")
    return Columns(**named) if named else None
