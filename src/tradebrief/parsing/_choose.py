"""Which format an input is of: the one that is named, or that its suffix, its first bytes or its opening tell."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.errors import ParseError
from tradebrief.formats import InputFormat, Registry
from tradebrief.parsing._decode import Raw
from tradebrief.text import Source, Span

__all__ = ["choose", "named"]

_NOTHING_TOLD = "text"  # What nothing tells is plain text.


def named(format: str, formats: Registry[InputFormat]) -> InputFormat:
    """The format of a name or media type.

    Raises:
        FormatError: If there is none.
    """
    return (formats.for_media_type(format) if "/" in format else None) or formats.get(format)


def choose(raw: Raw, format: str | None, formats: Registry[InputFormat]) -> InputFormat:
    """The format that the caller names, or the one told by the suffix of a file, or by content.

    Raises:
        FormatError: If there is none of that name.
        ParseError: If its suffix tells several and its content is of none of them.
    """
    if format is not None:
        return named(format, formats)
    told = formats.all_for_path(raw.path) if raw.path else ()
    if len(told) == 1:
        return told[0]
    if found := _recognized(raw, told or tuple(formats), is_sure=bool(told)):
        return found
    if not told:
        return formats.get(_NOTHING_TOLD)
    if untold := [format for format in told if not format.can_be_told]:
        return untold[0]
    names = ", ".join(format.name for format in told)
    opening = raw.opening()
    message = f"nothing in the text tells which of these it is: {names}; name its format"
    raise ParseError(message, Source(opening, raw.name), Span(0, min(1, len(opening))))


def _recognized(raw: Raw, formats: Sequence[InputFormat], *, is_sure: bool) -> InputFormat | None:
    """The first format that recognizes the input by how it opens; or by all of it, if it is one of these for sure."""
    if first := raw.first_bytes:
        for format in formats:
            if format.recognize_bytes and format.recognize_bytes(first):
                return format
    openings = [raw.opening()]
    if is_sure and not raw.is_short:
        openings.append(raw.opening(whole=True))
    for opening in openings:
        for format in formats:
            if format.recognize and format.recognize(opening):
                return format
    return None
