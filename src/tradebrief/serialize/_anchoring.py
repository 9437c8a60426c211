"""Selectors of the W3C's Web Annotation model: from spans, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tradebrief.serialize._shapes import is_list, is_object
from tradebrief.text import OffsetConverter, OffsetUnit, Span

__all__ = ["Anchors", "selectors"]

_CONTEXT = 32


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """A quotation with what stands around it, and a position in code points."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - _CONTEXT) : span.start],
            "suffix": text[span.end : span.end + _CONTEXT],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


class Anchors:
    """Finds the places in a text that selectors name.

    A position counts where the words there are those that are quoted. Some clients count UTF-16 units, so those
    are tried too. Otherwise the quotation is looked for: with all its context, with either half, and alone; of
    several places the one nearest to the position is taken.

    Args:
        text: The text of an article.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._utf16 = OffsetConverter(text, OffsetUnit.UTF16)

    def find(self, selector: object) -> Span | None:
        """The span of one or more selectors of the same words, or None where the text does not have them."""
        quoted: dict[str, Any] | None = None
        position: Span | None = None
        for one in _each(selector):
            if one.get("type") == "TextQuoteSelector" and isinstance(one.get("exact"), str):
                quoted = one
            elif one.get("type") == "TextPositionSelector":
                position = _position(one)
        if quoted is None:
            return position if position and len(position) and position.end <= len(self._text) else None
        exact = quoted["exact"]
        if not exact:
            return None
        for span in self._readings(position):
            if self._text[span.start : span.end] == exact:
                return span
        return self._search(quoted, position.start if position else 0)

    def _readings(self, position: Span | None) -> Iterator[Span]:
        if position is None:
            return
        yield position
        try:
            yield Span(self._utf16.to_code_points(position.start), self._utf16.to_code_points(position.end))
        except ValueError:
            return

    def _search(self, quoted: dict[str, Any], near: int) -> Span | None:
        exact: str = quoted["exact"]
        prefix, suffix = (value if isinstance(value := quoted.get(key), str) else "" for key in ("prefix", "suffix"))
        for before, after in ((prefix, suffix), (prefix, ""), ("", suffix), ("", "")):
            found = self._nearest(before + exact + after, near - len(before))
            if found is not None:
                return Span(found + len(before), found + len(before) + len(exact))
        return None

    def _nearest(self, words: str, near: int) -> int | None:
        at = max(0, min(near, len(self._text)))
        later = self._text.find(words, at)
        earlier = self._text.rfind(words, 0, at + len(words))
        found = [place for place in (earlier, later) if place >= 0]
        return min(found, key=lambda place: abs(place - near), default=None)


def _each(selector: object) -> Iterator[dict[str, Any]]:
    """A selector, or each of a list of them."""
    for one in selector if is_list(selector) else [selector]:
        if is_object(one):
            yield one


def _position(selector: dict[str, Any]) -> Span | None:
    start, end = selector.get("start"), selector.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
        return Span(start, end)
    return None
