"""PDF files with a text layer: their lines put together to paragraphs, headings told by the size of their type.

Running heads and the numbers of pages are left out, words that are broken at the end of a line are joined, and
paragraphs go on over columns and pages. Footnotes stand at the end. Lines come in the order in which the file has
them, which is the one in which it was written. Nothing in a file is run, and nothing that it refers to is opened.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from tradebrief.errors import ParseError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._metadata import names_of, one_line, read_day, read_language, tags_of
from tradebrief.parsing._passages import lay_out
from tradebrief.parsing._pdf_lines import Chunk, PdfLine, font_name, lines_of
from tradebrief.parsing._pdf_running import without_running_lines
from tradebrief.parsing._pdf_text import passages_of
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "recognize", "scan"]

_MAGIC = b"%PDF-"
_HEADER = 1_024  # Bytes within which it stands.
_MOST_FORMS = 500  # Parts that a page may be put together from: each may hold others, and so more than can be read.
_NAMED = 10  # Pages that are named in a diagnostic.
# What programs state for want of anything better.
_NOTHING = frozenset({"untitled", "anonymous", "unspecified", "(anonymous)", "(unspecified)"})
# What the library raises at a file that is broken, beside its own errors.
_BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, NotImplementedError),
    *(OSError, EOFError, RecursionError, struct.error, zlib.error),
)


def scan(data: bytes, name: str, limits: Limits) -> Layout:
    """Read a PDF file into the blocks of its text.

    Raises:
        ParseError: If it is no PDF file, broken, encrypted, or without a text layer.
        LimitError: If it has more pages, text or blocks than the limits allow.
    """
    if _MAGIC not in data[:_HEADER]:
        raise _refused("not a PDF file", name)
    from pypdf import PdfReader, apply_configuration  # noqa: PLC0415 - of the extra.
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 - likewise.

    logger = logging.getLogger("pypdf")
    if logger.level == logging.NOTSET:  # A hostile file makes it warn without end, and diagnostics tell what counts.
        logger.setLevel(logging.ERROR)
    try:
        with apply_configuration(
            xform_maximum_invocations_per_extraction=_MOST_FORMS,
            zlib_maximum_output_length=limits.document,
            lzw_maximum_output_length=limits.document,
            run_length_maximum_output_length=limits.document,
            jbig2dec_binary=None,
        ):
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise _refused("the PDF file is encrypted, and needs a password", name)
            count = len(reader.pages)
            limits.check("nodes", count, name)
            return _scan(reader, count, (*_BROKEN, PyPdfError), name, limits)
    except DependencyError as error:
        told = 'the PDF file is encrypted; to read one that needs no password: pip install "pypdf[crypto]"'
        raise _refused(told, name) from error
    except (*_BROKEN, PyPdfError) as error:
        raise _refused(f"not a PDF file, or a broken one: {_reason(error)}", name) from error


def _scan(reader: Any, count: int, broken: tuple[type[Exception], ...], name: str, limits: Limits) -> Layout:
    lines: list[PdfLine] = []
    without: list[int] = []
    failed: list[int] = []
    size = turned = 0
    for number in range(count):
        chunks: list[Chunk] = []
        try:
            _extract(reader.pages[number], chunks)
        except broken:
            failed.append(number + 1)
        size += sum(len(chunk.text) for chunk in chunks)
        limits.check("text", size, name)
        found, left_out = lines_of(chunks, number)
        turned += left_out
        lines += found
        if not found and number + 1 not in failed:
            without.append(number + 1)
    if not lines:
        told = "its pages can't be read" if failed else "its pages are pictures, or empty; it needs optical recognition"
        raise _refused(f"no text is found in the PDF file: {told}", name)
    kept, running = without_running_lines(lines)
    notes = [
        *_note("pdf.no-text", "pages without text", without),
        *_note("pdf.unread", "pages that can't be read whole", failed),
    ]
    for rule, told, times in (
        ("pdf.running-heads", "heads, feet and numbers of pages left out", running),
        ("pdf.turned", "lines left out that run up or down", turned),
    ):
        if times:
            notes.append(Diagnostic(rule=RuleId(rule), message=f"{told}: {times}"))
    metadata = _metadata(reader, broken)
    return lay_out(passages_of(kept or lines), Source("", name), limits, metadata=metadata, notes=tuple(notes))


def _extract(page: Any, chunks: list[Chunk]) -> None:
    """Add the chunks of a page as the library finds them."""

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], font: Any, size: float) -> None:
        if text:
            chunks.append(Chunk.of(text, outer, inner, size, font_name(font)))

    page.extract_text(visitor_text=visit)


def _note(rule: str, told: str, pages: list[int]) -> list[Diagnostic]:
    if not pages:
        return []
    more = f" and {len(pages) - _NAMED} more" if len(pages) > _NAMED else ""
    return [Diagnostic(rule=RuleId(rule), message=f"{told}: {', '.join(map(str, pages[:_NAMED]))}{more}")]


def _metadata(reader: Any, broken: tuple[type[Exception], ...]) -> Metadata:
    """What the file states of itself."""
    stated: dict[str, str] = {}
    language: object = None
    try:
        held: dict[object, object] = reader.metadata or {}
        stated = {str(key): str(value) for key, value in held.items()}
        language = reader.trailer["/Root"].get("/Lang")
    except broken:  # Nothing that can be read.
        pass
    named = {key: one_line(value) for key, value in stated.items() if value.strip().lower() not in _NOTHING}
    title = named.get("/Title")
    day = stated.get("/CreationDate", "").removeprefix("D:")
    return Metadata(
        title=title.removeprefix("Microsoft Word - ") if title else None,
        author=names_of((named.get("/Author") or "").split(";")),
        published=read_day(_as_iso(day)),
        language=read_language(str(language)) if language else None,
        tags=tags_of([(named.get("/Keywords") or "").replace(";", ",")]),
    )


def _as_iso(stated: str) -> str:
    """A time such as "20260304083000+09'00'" as ISO 8601 writes it."""
    digits = stated[:14]
    if not digits[:8].isdigit():
        return ""
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    if len(digits) < 12 or not digits.isdigit():
        return day
    zone = stated[14:].replace("'", "")[:5].replace("Z", "+0000")
    return f"{day}T{digits[8:10]}:{digits[10:12]}:{digits[12:14] or '00'}{zone if len(zone) == 5 else ''}"


def _reason(error: BaseException) -> str:
    return (str(error) or type(error).__name__)[:200]


def _refused(message: str, name: str) -> ParseError:
    return ParseError(message, Source("", name), Span(0, 0))


def recognize(opening: bytes) -> bool:
    """Whether bytes open as a PDF file does."""
    return opening.startswith(_MAGIC)


FORMAT = InputFormat(
    name="pdf",
    suffixes=(".pdf",),
    media_types=("application/pdf",),
    scan_bytes=scan,
    extra="pdf",
    recognize_bytes=recognize,
)
