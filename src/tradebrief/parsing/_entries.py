"""An entry of a feed, in XML or JSON, as a layout: its content, or else its summary, under its title."""

from __future__ import annotations

from html import unescape

import regex
from attrs import evolve, field, frozen

from tradebrief.errors import MissingExtraError, ParseError
from tradebrief.formats import Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId, SectionRole
from tradebrief.parsing._bodies import has_tags, scan_body, with_front
from tradebrief.text import Source, Span

__all__ = ["Entry", "lay_out", "plain_words"]

_TAG = regex.compile(r"<(?:/?[A-Za-z][^<>]{0,500}|!--[^<>]{0,500})>")
_OPENING = 400
_SPACE = regex.compile(r"[ \t\r\n\f\v]++")


@frozen(kw_only=True)
class Entry:
    """What an entry states.

    Attributes:
        title: Its title, as it is written.
        bodies: The forms of its text, the better before the worse: words, and whether they are HTML; None where
            they may be either.
        dateline: Its line of place and date, where that is stated apart.
        role: What its text is for.
        metadata: What else it states.
        notes: What could not be kept.
    """

    title: str | None = None
    bodies: tuple[tuple[str, bool | None], ...] = field(default=(), repr=False)
    dateline: str | None = None
    role: SectionRole | None = None
    metadata: Metadata
    notes: tuple[Diagnostic, ...] = ()


def plain_words(words: str | None) -> str | None:
    """Words without the tags and the escapes of HTML that they may have, on one line; None where there are none."""
    if not words:
        return None
    return _SPACE.sub(" ", unescape(_TAG.sub("", words))).strip() or None


def _opens_with(text: str, dateline: str | None) -> bool:
    """Whether a dateline stands in the opening of a text, or there is none."""
    return not dateline or "".join(dateline.split()) in "".join(text[:_OPENING].split())


def lay_out(entry: Entry, source: Source, number: int, limits: Limits) -> Layout:
    """The layout of an entry: the first of its bodies that has words, or its title alone.

    Args:
        entry: The entry.
        source: The feed.
        number: The entry's number in it, from 1.
        limits: How much the entry may hold.

    Raises:
        ParseError: If it has no words.
        LimitError: If it holds more than the limits allow.
        MissingExtraError: If its text is HTML, and what reads that is not installed.
    """
    title = plain_words(entry.title)
    name = f"{source.name}, entry {number}"
    notes = entry.notes
    for words, is_html in entry.bodies:
        # What may be HTML and has no tags is a text with escapes: its lines are lines.
        is_marked_up = has_tags(words) if is_html is None else is_html
        plain = words if is_marked_up or is_html is False else unescape(words)
        if not plain.strip():
            continue
        try:
            layout = scan_body(plain, name, limits, is_html=is_marked_up, under_title=title is not None)
        except ModuleNotFoundError as error:
            raise MissingExtraError("html", "html") from error
        except ParseError:  # A picture, and no words.
            continue
        break
    else:
        if title is None:
            raise ParseError("no text is found in the entry", Source("", name), Span(0, 0))
        layout = Layout(text="", blocks=())
        notes += (Diagnostic(rule=RuleId("entry.title-only"), message="the entry has no text but its title"),)
    dateline = None if _opens_with(layout.text, entry.dateline) else entry.dateline
    return evolve(
        with_front(layout, headline=title, dateline=dateline),
        role=entry.role,
        metadata=evolve(entry.metadata, title=title),
        diagnostics=(*layout.diagnostics, *notes),
    )
