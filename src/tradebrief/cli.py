"""The command line: ``tradebrief read``, ``parse``, ``validate``, ``schema``, ``formats``."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from pathlib import Path

import attrs

from tradebrief.corpus import FORMATS as INPUT_FORMATS
from tradebrief.corpus import parse, read
from tradebrief.errors import FormatError, LexiconError, LimitError, ParseError, TradebriefError, ValidationError
from tradebrief.formats import InputFormat, Limits, OutputFormat
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Brief
from tradebrief.serialize import FORMATS as OUTPUT_FORMATS
from tradebrief.serialize import dumps, encode, json_schema
from tradebrief.serialize.files import replacing
from tradebrief.serialize.json import loads_any
from tradebrief.serialize.summary import summarize
from tradebrief.serialize.terminal import escaped, visible
from tradebrief.text import Source
from tradebrief.version import __version__

__all__ = ["main"]

_DONE, _BAD_INPUT, _USAGE, _INTERRUPTED = 0, 1, 2, 130
_STDIN = "-"
_STDIN_NAME = "<stdin>"
_STDOUT_NAME = "<stdout>"
_WIDEST = 120
_GIVE_ENCODING = "give encoding="  # What a ``ParseError`` ends in where the caller could name the encoding.
_JSON_LINES = {".jsonl", ".ndjson"}

_Value = Brief | Article
_Reader = Callable[[Path | bytes], _Value]
_Writer = Callable[[_Value], bytes]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What follows the program's name; the process's own arguments if left out.

    Returns:
        The exit code: 0 done, 1 bad input, 2 wrong usage, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # A terminal that lacks a character shows its escape.
            stream.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        code: int = options.run(options)
        sys.stdout.flush()
    except SystemExit as end:  # argparse has said what is wrong.
        return end.code if isinstance(end.code, int) else _USAGE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _abandon_output()  # Nobody reads on.
        return _DONE
    except _UsageError as error:
        _complain(str(error))
        return _USAGE
    except Exception as error:  # noqa: BLE001 - whatever it is, a user is told and not shown a traceback.
        is_output = isinstance(error, OSError) and error.filename is None
        if is_output:
            _abandon_output()
        _complain(_message(error, _STDOUT_NAME if is_output else ""))
        return _BAD_INPUT
    return code


def _abandon_output() -> None:
    """See to it that what standard output could not take is not tried again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _UsageError(Exception):
    """A call that can't be meant."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tradebrief",
        description="Reads trade-policy news briefs: who claims what, about which measure, where each side stands.",
        epilog="Exit codes: 0 done, 1 bad input, 2 wrong usage.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    reading = commands.add_parser("read", help="read briefs: layout, actors, claims, stances, measures")
    _add_input(reading)
    _add_output(reading)
    reading.set_defaults(run=_run_read)

    parsing = commands.add_parser("parse", help="read the layout alone: headline, key points, sections")
    _add_input(parsing)
    _add_output(parsing)
    parsing.set_defaults(run=_run_parse)

    validating = commands.add_parser("validate", help="check JSON documents, and print every fault with its place")
    validating.add_argument(
        "files", metavar="FILE", nargs="+", type=_file, help="a JSON document, or JSON Lines; - is standard input"
    )
    validating.set_defaults(run=_run_validate)

    schema = commands.add_parser("schema", help="print the JSON Schema of the document")
    schema.set_defaults(run=_run_schema)

    formats = commands.add_parser("formats", help="list the input and output formats")
    formats.set_defaults(run=_run_formats)
    return parser


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=_file, help="a text; - is standard input")
    parser.add_argument(
        "--format",
        metavar="NAME",
        type=_input_format,
        help="input format, or its media type; told by suffix or content",
    )
    parser.add_argument("--encoding", metavar="NAME", type=_encoding, help="encoding of the input; UTF-8 if left out")
    parser.add_argument(
        "--lexicon", metavar="FILE", type=_path, action="append", default=[], help="more words and rules (repeatable)"
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        type=_known(OUTPUT_FORMATS.get),
        help="output format; told by the suffix of the output file, else a readable summary",
    )
    parser.add_argument("-o", "--output", metavar="PATH", type=_path, help="write to a file, whole or not at all")
    parser.add_argument("--indent", metavar="N", type=int, choices=range(9), help="spaces to indent JSON by")


def _known(get: Callable[[str], InputFormat | OutputFormat]) -> Callable[[str], str]:
    """A check of a format's name that argparse can call."""

    def checked(name: str) -> str:
        try:
            return get(name).name
        except FormatError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return checked


def _input_format(name: str) -> str:
    """The name of an input format, or a media type with its charset."""
    return name if "/" in name and INPUT_FORMATS.for_media_type(name) else _known(INPUT_FORMATS.get)(name)


def _file(name: str) -> str:
    if not name:
        raise argparse.ArgumentTypeError("the name of a file can't be empty")
    return name


def _path(name: str) -> Path:
    return Path(_file(name))


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise argparse.ArgumentTypeError(f"unknown encoding {name!r}") from None


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"tradebrief {__version__}")
        parser.exit()


def _run_read(options: argparse.Namespace) -> int:
    lexicon = _lexicon(options)

    def reader(source: Path | bytes) -> Brief:
        name = _STDIN_NAME if isinstance(source, bytes) else None
        return read(source, format=options.format, name=name, encoding=options.encoding, lexicon=lexicon)

    return _convert(options, reader)


def _run_parse(options: argparse.Namespace) -> int:
    lexicon = _lexicon(options)

    def reader(source: Path | bytes) -> Article:
        name = _STDIN_NAME if isinstance(source, bytes) else None
        return parse(source, format=options.format, name=name, encoding=options.encoding, lexicon=lexicon)

    return _convert(options, reader)


def _lexicon(options: argparse.Namespace) -> Lexicon | None:
    return Lexicon.load(extra=options.lexicon) if options.lexicon else None


def _convert(options: argparse.Namespace, reader: _Reader) -> int:
    """Read each file, and write what it holds in the form asked for."""
    format = options.to or _format_of(options.output)
    _check_options(options, format)
    failed: list[str] = []
    pieces = _pieces(options.files, reader, _writer(options, format), failed)
    if format == "summary" and len(options.files) > 1:
        pieces = _headed(pieces)
    written = (data for _, data in pieces)
    if options.output is None:
        for data in written:
            _write(data)
    elif (first := next(written, None)) is not None:  # A file that was there stays if nothing replaces it.
        with replacing(options.output) as file:
            file.write(first)
            file.writelines(written)
    return _BAD_INPUT if failed else _DONE


def _check_options(options: argparse.Namespace, format: str) -> None:
    """Refuse options that do not go together.

    Raises:
        _UsageError: If they do not.
    """
    if options.files.count(_STDIN) > 1:
        raise _UsageError("standard input can be read only once")
    if options.indent is not None and format != "json":
        raise _UsageError("--indent is for JSON")
    if options.indent is not None and len(options.files) > 1:
        raise _UsageError("several JSON documents are written one a line: no --indent")
    if format == "json" and len(options.files) > 1 and options.output and options.output.suffix.lower() == ".json":
        told = f"{escaped(options.output.name)} holds one JSON document, not several"
        raise _UsageError(f"{told}: write JSON Lines with --to json > FILE.jsonl, or each to a file of its own")
    for file in options.files:
        if options.output is not None and _is_same(options.output, file):
            raise _UsageError(f"{escaped(file)} is the input and can't be the output as well")


def _writer(options: argparse.Namespace, format: str) -> _Writer:
    """How to write a value: as in a file, or as a terminal can show it."""
    if options.output is None and format == "summary":
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        return lambda value: _displayed(summarize(value, width=width, color=_has_color()))
    if options.output is None and sys.stdout.isatty():
        return lambda value: _displayed(visible(dumps(value, format, indent=options.indent)))
    return partial(encode, format=format, indent=options.indent)


def _format_of(output: Path | None) -> str:
    """The output format that a file's suffix tells; a summary where there is no file or suffix.

    Raises:
        _UsageError: If the suffix tells none.
    """
    if output is None or not output.suffix:
        return "summary"
    found = OUTPUT_FORMATS.for_path(output)
    if found is None:
        raise _UsageError(f"can't tell the format from {escaped(output.name)}: give it with --to")
    return found.name


def _is_same(output: Path, file: str) -> bool:
    return file != _STDIN and output.exists() and Path(file).exists() and output.samefile(file)


def _has_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _displayed(text: str) -> bytes:
    """A text for the terminal, where what it has no character for stands as an escape."""
    return text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")


def _pieces(files: Sequence[str], reader: _Reader, writer: _Writer, failed: list[str]) -> Iterator[tuple[str, bytes]]:
    """Name and output of each file that can be read; the others are told of, and noted as failed."""
    for file in files:
        name = _name(file)
        try:
            source = Path(file) if file != _STDIN else _read_stdin(Limits().text)
            data = writer(reader(source))
        except Exception as error:  # noqa: BLE001 - one bad file does not cost the others.
            failed.append(name)
            _complain(_message(error, name))
        else:
            yield name, data


def _headed(pieces: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The same, with a blank line between them and each under its name."""
    for number, (name, data) in enumerate(pieces):
        gap = "\n" if number else ""
        yield name, _displayed(f"{gap}==> {escaped(name)} <==\n\n") + data


def _name(file: str) -> str:
    return _STDIN_NAME if file == _STDIN else file


def _read_stdin(limit: int) -> bytes:
    """Standard input, up to just past a limit, so that what is over it is seen and not kept."""
    return sys.stdin.buffer.read(limit + 1)


def _write(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _run_validate(options: argparse.Namespace) -> int:
    code = _DONE
    for file in options.files:
        name = _name(file)
        try:
            limit = Limits().document
            data = _read_stdin(limit) if file == _STDIN else Path(file).read_bytes()
            is_lines = Path(file).suffix.lower() in _JSON_LINES or _is_json_lines(data)
            faults = list(_faults(data, escaped(name), is_lines=is_lines))
        except Exception as error:  # noqa: BLE001 - one bad file does not cost the others.
            code = _BAD_INPUT
            _complain(_message(error, name))
            continue
        for fault in faults:
            print(visible(fault))
        if faults:
            code = _BAD_INPUT
        else:
            print(f"{escaped(name)}: valid")
    return code


def _is_json_lines(data: bytes) -> bool:
    """Whether the first line is a whole document by itself, and another line follows."""
    first, _, rest = data.strip().partition(b"\n")
    if not rest:
        return False
    try:
        return isinstance(json.loads(first.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _faults(data: bytes, name: str, *, is_lines: bool) -> Iterator[str]:
    """What is wrong with a document, or with each line of a file of documents."""
    documents = enumerate(data.split(b"\n"), start=1) if is_lines else [(1, data)]
    for number, document in documents:
        if is_lines and not document.strip():
            continue
        try:
            loads_any(document, name=name)
        except ValidationError as error:
            moved = [attrs.evolve(fault, line=fault.line + number - 1) for fault in error.faults]
            yield str(ValidationError(tuple(moved), name))


def _run_schema(_: argparse.Namespace) -> int:
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return _DONE


def _run_formats(_: argparse.Namespace) -> int:
    rows = [("direction", "name", "suffixes", "media type", "needs")]
    rows += [_row("input", format) for format in INPUT_FORMATS]
    rows += [_row("output", format) for format in OUTPUT_FORMATS]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (visible(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
    return _DONE


def _row(direction: str, format: InputFormat | OutputFormat) -> tuple[str, str, str, str, str]:
    needs = "nothing"
    if format.extra is not None:
        needs = f"tradebrief[{format.extra}]" + ("" if _is_installed(format.extra) else " (not installed)")
    return direction, format.name, " ".join(format.suffixes) or "-", format.media_types[0], needs


def _is_installed(extra: str) -> bool:
    """Whether everything that an extra brings is there."""
    from importlib import metadata  # noqa: PLC0415 - slow to import, and needed only here.

    try:
        needed = [line for line in metadata.requires("tradebrief") or () if re.search(rf"extra == .{extra}\b", line)]
        for line in needed:
            metadata.version(re.split(r"[^\w.-]", line, maxsplit=1)[0])
    except metadata.PackageNotFoundError:
        return False
    return True


def _message(error: Exception, name: str) -> str:
    """What to tell of an error with a file, or with none in particular where the name is empty."""
    name = escaped(name)
    match error:
        case ParseError():
            message = error.message
            if message.endswith(_GIVE_ENCODING):
                message = message.removesuffix(_GIVE_ENCODING) + "give --encoding"
            return str(ParseError(message, Source(error.source.text, escaped(error.source.name)), error.span))
        case LimitError():
            return str(LimitError(error.limit, error.allowed, error.found, escaped(error.name)))
        case ValidationError():
            return str(ValidationError(error.faults, escaped(error.name)))
        case LexiconError():
            return str(LexiconError(error.message, escaped(error.file), error.entry))
        case OSError() if error.strerror:
            place = name or escaped(str(error.filename or ""))
            return f"{place}: {error.strerror}" if place else error.strerror
        case TradebriefError():
            return f"{name}: {error}" if name else str(error)
        case _:
            told = f"this should not happen, please report it: {type(error).__name__}: {error}"
            return f"{name}: {told}" if name else told


def _complain(message: str) -> None:
    with suppress(OSError):  # What can't be written is told of when all is done.
        sys.stdout.flush()
    print(f"tradebrief: {visible(message)}", file=sys.stderr)
