"""The output side of the command line: what is written where, and what is told of what did not fit."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from pathlib import Path

from attrs import frozen

from tradebrief.formats import Content, Export, Loss, OutputFormat
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Brief
from tradebrief.serialize import dumps, encode, export
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.files import replacing
from tradebrief.serialize.losses import gather
from tradebrief.serialize.plots import FORMATS as PICTURES
from tradebrief.serialize.summary import summarize
from tradebrief.serialize.terminal import escaped, visible
from tradebrief.serialize.writing import write

__all__ = ["STDIN", "LossError", "Output", "UsageError", "check_output", "deliver"]

Value = Brief | Article
Pieces = Callable[[Callable[[Value], bytes]], Iterator[tuple[str, bytes]]]
"""Gives the name of each input with what a writer makes of its values."""

STDIN = "-"
_WIDEST = 120
_APPENDED = frozenset({"json", "summary", "text"})  # Several are written one after another, as ``cat`` does.
# What they leave out nobody expects in them.
_FOR_READING = frozenset({"html", "markdown", "summary", "text", *(picture.name for picture in PICTURES)})


class UsageError(Exception):
    """A call that can't be meant."""


class LossError(Exception):
    """Something did not fit the format, and the user asked for that to be an error.

    Attributes:
        format: Name of the format.
        losses: What did not fit.
    """

    def __init__(self, format: str, losses: tuple[Loss, ...]) -> None:
        super().__init__(format, losses)
        self.format = format
        self.losses = losses


@frozen(kw_only=True)
class Output:
    """Where the results of a command go, and in what form.

    Attributes:
        format: The output format.
        path: The file or folder, or None for standard output.
        inputs: The names of the inputs.
        indent: Spaces to indent JSON by.
        is_forced: Whether what stands at the path may be replaced.
        fails_on_loss: Whether it is an error that something does not fit the format.
        explains: Whether a summary tells why each result was read so.
        lexicon: Files that add to the lexicon with which the texts were read.
    """

    format: OutputFormat
    path: Path | None
    inputs: tuple[str, ...] = ()
    indent: int | None = None
    is_forced: bool = False
    fails_on_loss: bool = False
    explains: bool = False
    lexicon: tuple[Path, ...] = ()


def check_output(output: Output) -> None:
    """Refuse an output that would cost the user what is there.

    Raises:
        UsageError: If it is one of the inputs, stands there already and is not to be replaced, or can't hold them.
    """
    path = output.path
    if output.explains and output.format.name != "summary":
        raise UsageError(f"--explain is for the summary; {output.format.name} names all rules anyway")
    if len(output.inputs) > 1:
        _check_document(output)
    if path is None or not path.exists():
        return
    for file in output.inputs:
        if file != STDIN and Path(file).exists() and path.samefile(file):
            raise UsageError(f"{escaped(file)} is the input and can't be the output as well")
    is_kept = any(path.iterdir()) if path.is_dir() else path.is_file()
    if is_kept and not output.is_forced:
        raise UsageError(f"{escaped(str(path))} is there already: give --force to replace it")


def deliver(output: Output, pieces: Pieces, values: Callable[[], Iterator[tuple[str, Value]]]) -> str | None:
    """Write what was read; where nothing could be read, nothing is written.

    Args:
        output: Where to, and in what form.
        pieces: Gives the inputs one by one, each as the bytes that a writer makes of its values.
        values: Gives the values of the inputs one by one, each with the name of its input.

    Returns:
        A line for the user on what did not fit, or None.

    Raises:
        UsageError: If the format and the place do not go together.
        LossError: If something does not fit, and that is to be an error.
        OSError: If it can't be written.
    """
    if output.format.is_by_line or output.format.name in _APPENDED:
        _append(output, pieces)
        return None
    found = [value for _, value in values()]
    if not found:
        return None
    made = _made(output, found)
    if made.losses and output.fails_on_loss:
        raise LossError(output.format.name, made.losses)
    if output.path is None:
        _show(output.format, made.content)
    else:
        write(made.content, output.path)
    return _told(output.format, made.losses)


def _made(output: Output, values: list[Value]) -> Export:
    """The content of the file or folder: of a format for one value a folder with a file for each, if that is asked."""
    name, path = output.format.name, output.path
    if output.format.is_for_many:
        return export(values, name)
    is_folder = path is not None and not path.suffix and (len(values) > 1 or path.is_dir())
    if not is_folder:
        if len(values) > 1:
            raise UsageError(f"{name} holds one brief, not {len(values)}: give -o FOLDER for a file each")
        return export(values, name)
    files: dict[str, str | bytes] = {}
    losses: list[tuple[Loss, ...]] = []
    for id, value in zip(article_ids(values), values, strict=True):
        made = export(value, name)
        losses.append(made.losses)
        files.update(_placed(id, output.format, made.content))
    return Export(content=files, losses=gather(losses))


def _placed(id: str, format: OutputFormat, content: Content) -> Mapping[str, str | bytes]:
    if isinstance(content, Mapping):
        return {f"{id}/{name}": data for name, data in content.items()}
    return {f"{id}{next(iter(format.suffixes), '')}": content}


def _told(format: OutputFormat, losses: tuple[Loss, ...]) -> str | None:
    if not losses or format.name in _FOR_READING:
        return None
    first, *others = losses
    more = f" and {len(others)} more" if others else ""
    return f"{format.name} can't hold everything: {first}{more} (--fail-on-loss lists them)"


def _append(output: Output, pieces: Pieces) -> None:
    """Write one piece after another, each before the next is read."""
    writer = _writer(output)
    written = pieces(_checked(output, _with_line_end(writer) if output.format.name == "text" else writer))
    if output.format.name == "summary":
        written = _headed(written, len(output.inputs))
    datas = _by_line(output, (data for _, data in written))
    if output.path is None:
        for data in datas:
            _write(data)
    elif (first := next(datas, None)) is not None:  # A file that was there stays if nothing replaces it.
        with replacing(output.path) as file:
            file.writelines(chain([first], _alone(output, datas)))


def _by_line(output: Output, datas: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces; where they are indented, there may be no second one."""
    for number, data in enumerate(datas):
        if number and output.indent is not None:
            raise UsageError("several JSON documents are written one a line: no --indent")
        yield data


def _alone(output: Output, datas: Iterator[bytes]) -> Iterator[bytes]:
    """What follows the first piece in a file that may hold more than one."""
    for data in datas:
        _check_document(output)
        yield data


def _check_document(output: Output) -> None:
    """Refuse to write several documents into a file that is to hold one."""
    if output.format.name == "json" and output.path is not None and output.path.suffix.lower() == ".json":
        told = f"{escaped(output.path.name)} holds one JSON document, not several"
        raise UsageError(f"{told}: give a name that ends in .jsonl, or write each to a file of its own")


def _checked(output: Output, writer: Callable[[Value], bytes]) -> Callable[[Value], bytes]:
    """The writer, where what does not fit is an error."""
    if not output.fails_on_loss:
        return writer

    def write_if_all_fits(value: Value) -> bytes:
        if losses := export(value, output.format.name).losses:
            raise LossError(output.format.name, losses)
        return writer(value)

    return write_if_all_fits


def _writer(output: Output) -> Callable[[Value], bytes]:
    """How to write a value: as in a file, or as a terminal can show it."""
    name, indent = output.format.name, output.indent
    if output.path is None and name == "summary":
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        summary = partial(_summary, output, width=width, color=_has_color())
        return lambda value: _displayed(summary(value))
    if output.explains:
        return lambda value: _summary(output, value).encode()
    if output.path is None and sys.stdout.isatty():
        return lambda value: _displayed(visible(dumps(value, name, indent=indent)))
    return partial(encode, format=name, indent=indent)


def _summary(output: Output, value: Value, *, width: int = 80, color: bool = False) -> str:
    """A summary; where it explains, with the reasons why claims are held as they are."""
    if not output.explains or not isinstance(value, Brief):
        return summarize(value, width=width, color=color, explain=output.explains)
    from tradebrief.extraction.claims.reasons import claim_reasons  # noqa: PLC0415 - rarely needed.

    lexicon = Lexicon.load(extra=output.lexicon) if output.lexicon else None
    held = claim_reasons(value.article, lexicon=lexicon)
    reasons = {claim: [(reason.rule, reason.words) for reason in found] for claim, found in held.items()}
    return summarize(value, width=width, color=color, explain=True, reasons=reasons)


def _with_line_end(writer: Callable[[Value], bytes]) -> Callable[[Value], bytes]:
    """The same, with a line end after a text that was no plain one, so that the next does not run into it."""

    def write_line(value: Value) -> bytes:
        data = writer(value)
        article = value.article if isinstance(value, Brief) else value
        is_as_it_came = article.provenance.media_type == "text/plain"
        return data if is_as_it_came or not data or data.endswith(b"\n") else data + b"\n"

    return write_line


def _headed(pieces: Iterator[tuple[str, bytes]], inputs: int) -> Iterator[tuple[str, bytes]]:
    """The same; where there are several inputs or values, each under its name with a blank line between them."""
    if inputs == 1:
        opening = list(islice(pieces, 2))
        if len(opening) < 2:
            yield from opening
            return
        pieces = chain(opening, pieces)
    for number, (name, data) in enumerate(pieces):
        gap = "\n" if number else ""
        yield name, _displayed(f"{gap}==> {escaped(name)} <==\n\n") + data


def _show(format: OutputFormat, content: Content) -> None:
    """Write to standard output.

    Raises:
        UsageError: If that can't take it.
    """
    if isinstance(content, Mapping):
        raise UsageError(f"{format.name} is a folder: give -o FOLDER")
    if not sys.stdout.isatty():
        _write(content.encode() if isinstance(content, str) else content)
    elif isinstance(content, str):
        _write(_displayed(visible(content)))
    else:
        raise UsageError(f"{format.name} is binary, and no terminal shows that: give -o FILE")


def _has_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _displayed(text: str) -> bytes:
    """A text for the terminal, where what it has no character for stands as an escape."""
    return text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")


def _write(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
