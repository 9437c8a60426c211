"""An item of a news wire as a layout: the best of its bodies, under its headline and dateline."""

from __future__ import annotations

import regex
from attrs import evolve, field, frozen

from tradebrief.errors import MissingExtraError, ParseError
from tradebrief.formats import Layout, Limits, Metadata
from tradebrief.model import BlockKind, Diagnostic, RuleId
from tradebrief.parsing._bodies import scan_body, with_front
from tradebrief.text import Source, Span

__all__ = ["WireItem", "lay_out"]

_HTML = ("application/xhtml+xml", "text/html")
_PLAIN = "text/plain"
# What follows a place that is a word of the first sentence and opens no dateline: "Oslo's mills", "Oslo said".
_IN_SENTENCE = regex.compile(r"['’]?\p{Ll}| \p{Ll}")


@frozen(kw_only=True)
class WireItem:
    """What an item states.

    Attributes:
        format: Name of the format that it is written in.
        headline: Its headline.
        key_points: Lines that sum its text up.
        bodies: Media type and words of each form of its body.
        description: What it is about, in a sentence or two.
        located: Where it was written.
        metadata: What else it states.
        notes: What could not be kept.
    """

    format: str
    headline: str | None = None
    key_points: tuple[str, ...] = ()
    bodies: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    description: str | None = field(default=None, repr=False)
    located: str | None = None
    metadata: Metadata
    notes: tuple[Diagnostic, ...] = ()


def lay_out(item: WireItem, source: Source, place: Span, limits: Limits) -> Layout:
    """The layout of an item.

    Raises:
        ParseError: If it has no text.
        LimitError: If it holds more than the limits allow.
        MissingExtraError: If its body is HTML alone, and what reads that is not installed.
    """
    notes = list(item.notes)
    layout = _body(item, source.name, limits, notes)
    if layout is None and item.description:
        layout = scan_body(item.description, source.name, limits, is_html=False, under_title=item.headline is not None)
        message = "the item has no body: its description is read"
        notes.append(Diagnostic(rule=RuleId(f"{item.format}.no-body"), message=message))
    if layout is None:
        raise ParseError("no text is found in the item", source, place)
    used = {*_HTML, _PLAIN}
    if others := [media_type for media_type, _ in item.bodies if media_type not in used]:
        message = f"bodies left out: {', '.join(dict.fromkeys(kind[:80] for kind in others[:10]))}"
        notes.append(Diagnostic(rule=RuleId(f"{item.format}.bodies"), message=message))
    layout = with_front(layout, headline=item.headline, key_points=item.key_points, dateline=_dateline(item, layout))
    metadata = evolve(item.metadata, title=item.headline)
    return evolve(layout, metadata=metadata, diagnostics=(*layout.diagnostics, *notes))


def _body(item: WireItem, name: str, limits: Limits, notes: list[Diagnostic]) -> Layout | None:
    """The layout of the body: of its HTML form if there is one, else of the plain one."""
    marked = next((words for kind in _HTML for media_type, words in item.bodies if media_type == kind), None)
    plain = next((words for media_type, words in item.bodies if media_type == _PLAIN), None)
    under_title = item.headline is not None
    if marked is not None:
        try:
            return scan_body(marked, name, limits, is_html=True, under_title=under_title)
        except ModuleNotFoundError as error:
            if plain is None:
                raise MissingExtraError(item.format, "html") from error
            message = 'the body is read without the marks of its HTML form: pip install "tradebrief[html]"'
            notes.append(Diagnostic(rule=RuleId(f"{item.format}.html"), message=message))
        except ParseError:  # No words are in it.
            pass
    return scan_body(plain, name, limits, is_html=False, under_title=under_title) if plain is not None else None


def _dateline(item: WireItem, layout: Layout) -> str | None:
    """Where the item was written, unless its first paragraph says so itself."""
    if not item.located:
        return None
    place = item.located.partition(",")[0].casefold()
    first = next((block.content for block in layout.blocks if block.kind is BlockKind.PARAGRAPH), Span(0, 0))
    end = first.start + len(place)
    is_told = layout.text[first.start : end].casefold() == place and not _IN_SENTENCE.match(layout.text, end)
    return None if is_told else item.located
