"""The command line: ``tradebrief read``, ``parse``, ``convert``, ``plot``, ``validate``, ``schema``, ``formats``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

import attrs

from tradebrief.cli_formats import format_lines
from tradebrief.cli_input import STDIN_NAME, add_input, existing, file_name, reader_of
from tradebrief.cli_output import STDIN, LossError, Output, UsageError, check_output, deliver
from tradebrief.corpus import FORMATS as INPUT_FORMATS
from tradebrief.corpus import OnError, parse_many, read_many
from tradebrief.errors import FormatError, LexiconError, LimitError, ParseError, TradebriefError, ValidationError
from tradebrief.formats import Limits, OutputFormat, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize import FORMATS as OUTPUT_FORMATS
from tradebrief.serialize import json_schema
from tradebrief.serialize.json import loads_any
from tradebrief.serialize.plots import KINDS as PLOTS
from tradebrief.serialize.reading import read_file, read_values
from tradebrief.serialize.terminal import escaped, visible
from tradebrief.text import Source
from tradebrief.version import __version__

__all__ = ["main"]

_DONE, _BAD_INPUT, _USAGE, _INTERRUPTED = 0, 1, 2, 130
_STDOUT_NAME = "<stdout>"
_GIVE_ENCODING = "give encoding="  # What a ``ParseError`` ends in where the caller could name the encoding.
_JSON_LINES = {".jsonl", ".ndjson"}
_PICTURES = (".svg", ".png")

_Value = Brief | Article
_Reader = Callable[[Path | bytes, OnError], Iterable[_Value]]
_T = TypeVar("_T")


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
    except UsageError as error:
        _complain(str(error))
        return _USAGE
    except LossError as error:
        for loss in error.losses:
            _complain(f"{error.format} can't hold {loss}")
        return _BAD_INPUT
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tradebrief",
        description="Reads trade-policy news briefs: who claims what, about which measure, where each side stands.",
        epilog="Exit codes: 0 done, 1 bad input, 2 wrong usage.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    reading = commands.add_parser("read", help="read briefs: layout, actors, claims, stances, measures")
    add_input(reading)
    _add_output(reading)
    reading.add_argument("--explain", action="store_true", help="tell in the summary why each result was read so")
    reading.set_defaults(run=_run_read)

    parsing = commands.add_parser("parse", help="read the layout alone: headline, key points, sections")
    add_input(parsing)
    _add_output(parsing)
    parsing.set_defaults(run=_run_parse)

    converting = commands.add_parser("convert", help="write what was read in another format")
    converting.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=file_name,
        help="what was written here; - is standard input",
    )
    converting.add_argument(
        "--format",
        metavar="NAME",
        type=existing(OUTPUT_FORMATS.get),
        help="format that the files are in; told by suffix, else JSON",
    )
    _add_output(converting)
    converting.set_defaults(run=_run_convert)

    plotting = commands.add_parser(
        "plot", help="draw where each side stands, who agrees with whom, and when sides were taken"
    )
    add_input(plotting)
    plotting.add_argument("--kind", choices=PLOTS, default=PLOTS[0], help="what to draw (default: %(default)s)")
    plotting.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        type=_path,
        help="file to write, .svg or .png; else SVG to standard output",
    )
    plotting.add_argument("--force", action="store_true", help="replace what stands at the path of the output")
    plotting.set_defaults(run=_run_plot)

    comparing = commands.add_parser("compare", help="compare a coder's DNA database with the briefs that were read")
    comparing.add_argument("database", metavar="DATABASE", type=_path, help="a database of DNA 3")
    comparing.add_argument(
        "files", metavar="FILE", nargs="+", type=file_name, help="the briefs that were coded, as JSON or JSON Lines"
    )
    comparing.add_argument("--coder", metavar="NAME", help="whose statements count; all if left out")
    comparing.add_argument(
        "-o", "--output", metavar="PATH", type=_path, help="write the briefs as the coder has them, .json or .jsonl"
    )
    comparing.add_argument("--force", action="store_true", help="replace what stands at the path of the output")
    comparing.set_defaults(run=_run_compare)

    validating = commands.add_parser("validate", help="check JSON documents, and print every fault with its place")
    validating.add_argument(
        "files", metavar="FILE", nargs="+", type=file_name, help="a JSON document, or JSON Lines; - is standard input"
    )
    validating.set_defaults(run=_run_validate)

    schema = commands.add_parser("schema", help="print the JSON Schema of the document")
    schema.set_defaults(run=_run_schema)

    formats = commands.add_parser("formats", help="list the input and output formats")
    formats.set_defaults(run=_run_formats)
    return parser


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        type=existing(OUTPUT_FORMATS.get),
        help="output format; told by the suffix of the output file, else a readable summary",
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", type=_path, help="file or folder to write, whole or not at all"
    )
    parser.add_argument("--force", action="store_true", help="replace what stands at the path of the output")
    parser.add_argument(
        "--fail-on-loss",
        action="store_true",
        help="if the format can't hold something, list it and write nothing",
    )
    parser.add_argument("--indent", metavar="N", type=int, choices=range(9), help="spaces to indent JSON by")


def _path(name: str) -> Path:
    return Path(file_name(name))


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"tradebrief {__version__}")
        parser.exit()


def _run_read(options: argparse.Namespace) -> int:
    return _convert(options, reader_of(options, read_many))


def _run_parse(options: argparse.Namespace) -> int:
    return _convert(options, reader_of(options, parse_many))


def _run_convert(options: argparse.Namespace) -> int:
    def reader(source: Path | bytes, _: OnError) -> Iterable[_Value]:
        format = OUTPUT_FORMATS.get(options.format) if options.format else _format_of_input(source)
        if isinstance(source, bytes):
            return read_values(source, format, Reading(type=None, name=STDIN_NAME))
        return read_file(source, format, Reading(type=None, name=str(source)))

    return _convert(options, reader)


def _format_of_input(source: Path | bytes) -> OutputFormat:
    """The format that a file's suffix tells; JSON where nothing tells it.

    Raises:
        FormatError: If it is a folder, which tells none, or a text to be read first.
    """
    told = None if isinstance(source, bytes) else OUTPUT_FORMATS.for_path(source)
    if isinstance(source, Path) and source.is_dir():
        raise FormatError("a folder does not tell its format: give --format, such as csv, parquet, brat or uima")
    if isinstance(source, Path) and told is not None and not told.is_readable and INPUT_FORMATS.for_path(source):
        raise FormatError(f"a {source.suffix} file holds no results to convert: tradebrief read reads the text in it")
    return told or OUTPUT_FORMATS.get("json")


def _run_plot(options: argparse.Namespace) -> int:
    """Draw all that ``read`` reads, in one picture."""
    suffix = options.output.suffix.lower() if options.output else _PICTURES[0]
    if suffix not in _PICTURES:
        raise UsageError(f"can't tell the format from {escaped(options.output.name)}: end it in .svg or .png")
    options.to = f"{options.kind}-{suffix.removeprefix('.')}"
    options.indent, options.fail_on_loss = None, False
    return _convert(options, reader_of(options, read_many))


def _run_compare(options: argparse.Namespace) -> int:
    from tradebrief.cli_coding import compare  # noqa: PLC0415 - rarely needed.

    lines = compare(
        options.database, options.files, coder=options.coder, output=options.output, is_forced=options.force
    )
    for line in lines:
        print(line)
    return _DONE


def _convert(options: argparse.Namespace, reader: _Reader) -> int:
    """Read each file, and write what it holds in the form asked for."""
    output = Output(
        format=OUTPUT_FORMATS.get(options.to or _format_of(options.output)),
        path=options.output,
        inputs=tuple(options.files),
        indent=options.indent,
        is_forced=options.force,
        fails_on_loss=options.fail_on_loss,
        explains=getattr(options, "explain", False),
        lexicon=tuple(getattr(options, "lexicon", None) or ()),
    )
    _check_options(output)
    check_output(output)
    failed: list[str] = []

    def pieces(writer: Callable[[_Value], _T]) -> Iterator[tuple[str, _T]]:
        return _pieces(_sources(options.files), reader, writer, failed)

    if told := deliver(output, pieces, lambda: pieces(lambda value: value)):
        _complain(told)
    return _BAD_INPUT if failed else _DONE


def _check_options(output: Output) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: If they do not.
    """
    if output.inputs.count(STDIN) > 1:
        raise UsageError("standard input can be read only once")
    if output.indent is not None and output.format.name != "json":
        raise UsageError("--indent is for JSON")
    if output.indent is not None and len(output.inputs) > 1:
        raise UsageError("several JSON documents are written one a line: no --indent")


def _format_of(output: Path | None) -> str:
    """The output format that a file's suffix tells; a summary where there is no file or suffix.

    Raises:
        UsageError: If the suffix tells none.
    """
    if output is None or not output.suffix:
        return "summary"
    found = OUTPUT_FORMATS.for_path(output)
    if found is None:
        raise UsageError(f"can't tell the format from {escaped(output.name)}: give it with --to")
    return found.name


def _sources(files: Sequence[str]) -> Iterator[tuple[str, Callable[[], Path | bytes]]]:
    """Name of each file, and what gives the reader its path, or the bytes of standard input."""
    for file in files:
        yield _name(file), partial(Path, file) if file != STDIN else partial(_read_stdin, Limits().document)


def _pieces(
    sources: Iterable[tuple[str, Callable[[], Path | bytes]]],
    reader: _Reader,
    writer: Callable[[_Value], _T],
    failed: list[str],
) -> Iterator[tuple[str, _T]]:
    """Name and output of each value of the files that can be read; the others are told of, and noted as failed."""
    for name, source in sources:
        tell = partial(_tell, name, failed)
        before, count = len(failed), 0
        try:
            for value in reader(source(), tell):
                count += 1
                yield _entry_name(name, value), writer(value)
        except LossError:
            raise
        except Exception as error:  # noqa: BLE001 - one bad file does not cost the others.
            tell(error)
        else:
            if not count and len(failed) == before:
                tell(FormatError("no article is in it"))


def _tell(name: str, failed: list[str], error: Exception) -> None:
    """Tell of something that can't be read, and note it."""
    failed.append(name)
    _complain(_message(error, name))


def _entry_name(name: str, value: _Value) -> str:
    """The name of a file, with the number of the article where the file holds several."""
    source = (value.article if isinstance(value, Brief) else value).provenance
    is_of_file = source.name in {name, Path(name).name}
    return f"{name}, entry {source.entry}" if source.entry is not None and is_of_file else name


def _name(file: str) -> str:
    return STDIN_NAME if file == STDIN else file


def _read_stdin(limit: int) -> bytes:
    """Standard input, up to just past a limit, so that what is over it is seen and not kept."""
    return sys.stdin.buffer.read(limit + 1)


def _run_validate(options: argparse.Namespace) -> int:
    code = _DONE
    for file in options.files:
        name = _name(file)
        try:
            limit = Limits().document
            data = _read_stdin(limit) if file == STDIN else Path(file).read_bytes()
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
    for line in format_lines():
        print(line)
    return _DONE


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
