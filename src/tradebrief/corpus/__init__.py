"""Articles and briefs from inputs: of one that holds one, or of any number that hold any number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import cast

from tradebrief.corpus import documents
from tradebrief.errors import ParseError, TradebriefError
from tradebrief.extraction import extract
from tradebrief.formats import Columns, InputFormat, Limits, Registry
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Brief
from tradebrief.parsing import FORMATS as TEXT_FORMATS
from tradebrief.parsing import Input, Manner, read_articles
from tradebrief.text import Source, Span

__all__ = ["FORMATS", "OnError", "parse", "parse_many", "read", "read_many"]

FORMATS: Registry[InputFormat] = Registry(
    TEXT_FORMATS.group, (*TEXT_FORMATS.builtin, documents.DOCUMENT, documents.LINES)
)

OnError = Callable[[TradebriefError | OSError], object]
Entry = Article | Brief | TradebriefError | OSError


def parse(
    source: Input,
    *,
    format: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    published: dt.date | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
    columns: Columns | None = None,
) -> Article:
    """Read the layout of a text: headline, key points, sections, blocks.

    Args:
        source: The text itself as a string or as bytes, the path of a file, or an open file.
        format: Name or media type of the input format. If left out, a file's suffix tells it, or how the text
            opens; what nothing tells is plain text.
        name: What to call the text in errors and provenance; a file's own name if left out.
        encoding: Encoding of bytes; if left out it is that of a byte order mark, of the charset in a media type,
            or the one that the bytes declare in themselves, else UTF-8. A format that is no text ignores it.
        published: Day of publication, against which dates may be read; overrules the text's own.
        limits: How much the input may hold.
        lexicon: Words for labels and bylines; the built-in ones if left out.
        columns: Which columns of a table, or keys of JSON Lines, hold what; other formats have none. What is left
            out is found under its usual names.

    Returns:
        The article. For plain text its ``text`` is the input unchanged, save a byte order mark; for markup it is
        the readable text without marks.

    Raises:
        ParseError: If the input can't be decoded or breaks the rules of its format, or if it holds several
            articles or none: ``parse_many`` gives any number.
        LimitError: If it is larger, deeper or has more blocks than the limits allow.
        FormatError: If there is no such format, or it needs an extra that is not installed.
        OSError: If a file can't be read.
        TypeError: If an argument is of another type than it has to be.
    """
    manner = _manner(format=format, encoding=encoding, limits=limits, lexicon=lexicon, columns=columns)
    found = _only(source, manner, name, published)
    return found.article if isinstance(found, Brief) else found


def parse_many(
    sources: Input | Iterable[Input],
    *,
    format: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
    columns: Columns | None = None,
    on_error: OnError | None = None,
) -> Iterator[Article]:
    """The articles of one input or of many, one at a time and in their order; each is read when it is asked for.

    An input may hold any number of articles, as a feed or a table does; ``article.provenance.entry`` counts them.

    Args:
        sources: A text, bytes, a path or an open file, as ``parse`` takes it, or any number of them.
        format: As in ``parse``, for all inputs.
        name: Likewise; for one input.
        encoding: Likewise.
        limits: Likewise; ``document`` bounds an input that holds several articles, ``text`` each of these.
        lexicon: Likewise.
        columns: Likewise.
        on_error: What to do with the error of an input, or of one of its entries, that can't be read; reading goes
            on with the next one. If left out the error is raised, and nothing comes after it.

    Raises:
        TradebriefError: At an input or an entry that can't be read, unless ``on_error`` takes it.
        OSError: Likewise, at a file that can't be read.
        TypeError: If an argument is of another type than it has to be.
    """
    manner = _manner(format=format, encoding=encoding, limits=limits, lexicon=lexicon, columns=columns)
    return (found.article if isinstance(found, Brief) else found for found in _all(sources, manner, name, on_error))


def read(
    source: Input,
    *,
    format: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    published: dt.date | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
    columns: Columns | None = None,
) -> Brief:
    """Parse and extract at once; arguments and errors are those of ``parse``.

    A document that holds a brief already is given back as that brief, whatever the other arguments.
    """
    manner = _manner(format=format, encoding=encoding, limits=limits, lexicon=lexicon, columns=columns)
    return _brief(_only(source, manner, name, published), lexicon)


def read_many(
    sources: Input | Iterable[Input],
    *,
    format: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
    columns: Columns | None = None,
    on_error: OnError | None = None,
) -> Iterator[Brief]:
    """The briefs of one input or of many; arguments, order and errors are those of ``parse_many``.

    A document that holds a brief already is given back as that brief, whatever the other arguments.
    """
    manner = _manner(format=format, encoding=encoding, limits=limits, lexicon=lexicon, columns=columns)
    return (_brief(found, lexicon) for found in _all(sources, manner, name, on_error))


def _brief(found: Article | Brief, lexicon: Lexicon | None) -> Brief:
    return found if isinstance(found, Brief) else extract(found, lexicon=lexicon)


def _manner(
    *,
    format: str | None,
    encoding: str | None,
    limits: Limits | None,
    lexicon: Lexicon | None,
    columns: Columns | None,
) -> Manner:
    _check_type("limits", limits, Limits)
    _check_type("lexicon", lexicon, Lexicon)
    _check_type("columns", columns, Columns)
    return Manner(
        formats=FORMATS,
        format=format,
        encoding=encoding,
        limits=Limits() if limits is None else limits,
        words=(Lexicon.default() if lexicon is None else lexicon).layout,
        columns=columns,
    )


def _only(source: Input, manner: Manner, name: str | None, published: dt.date | None) -> Article | Brief:
    """The one article that an input holds.

    Raises:
        ParseError: If it holds several, or none.
    """
    _check_type("published", published, dt.date)
    found = read_articles(source, manner, name=name, published=published)
    first = list(islice(found, 2))
    if len(first) != 1:
        count = len(first) + sum(1 for _ in found)
        title = name or (str(source) if isinstance(source, Path) else "<text>")
        told = f"{count} articles are in it, not one: read it with parse_many or read_many" if count else "it is empty"
        raise ParseError(told, Source("", title), Span(0, 0))
    if isinstance(first[0], TradebriefError):
        raise first[0]
    return first[0]


def _all(
    sources: Input | Iterable[Input], manner: Manner, name: str | None, on_error: OnError | None
) -> Iterator[Article | Brief]:
    """What all inputs hold; what can't be read goes to ``on_error``."""
    for source in _inputs(sources):
        for found in _with_errors(read_articles(source, manner, name=name)):
            if isinstance(found, Article | Brief):
                yield found
            elif on_error is None:
                raise found
            else:
                on_error(found)


def _with_errors(entries: Iterator[Article | Brief | TradebriefError]) -> Iterator[Entry]:
    """The same, with the error that ends them, if any, as the last one."""
    try:
        yield from entries
    except (TradebriefError, OSError) as error:
        yield error


def _inputs(sources: Input | Iterable[Input]) -> Iterable[Input]:
    """All inputs: an open file is one, though it gives its lines."""
    if isinstance(sources, str | bytes | bytearray | memoryview | Path) or hasattr(sources, "read"):
        return (cast("Input", sources),)
    return sources


def _check_type(name: str, value: object, expected: type[object]) -> None:
    if value is not None and not isinstance(value, expected):
        wanted = "datetime.date" if expected is dt.date else expected.__name__
        raise TypeError(f"{name}: expected a {wanted} or None, not {type(value).__name__}")
