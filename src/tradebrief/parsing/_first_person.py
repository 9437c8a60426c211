"""Whether a text without a label is one in which its author speaks: under a name, of "I", and with no dateline."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tradebrief.lexicon import LayoutWords
from tradebrief.model import BlockKind
from tradebrief.parsing import _kinds
from tradebrief.text import Span

__all__ = ["speaks_in_first_person"]

_LEAST = 2  # Paragraphs in which the author says "I" beside all quotations.
_LONGEST = 4_000  # Of a paragraph so much is looked at.
_QUOTED = regex.compile(r"[“\"][^“”\"]*+[”\"]?")  # One that is not closed goes on to the end.
_SPEAKER = regex.compile(r"(?:Q|A|\p{Lu}[\p{L}. ’'-]{1,40}): ")  # Of an interview or a transcript.
_I = regex.compile(r"(?:^|[.!?;:,(—–-] ?|\b\p{Ll}++ )I(?=['’](?:m|d|ve|ll)\b| \p{Ll})")
_CREDIT = regex.compile(r"\b(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b")  # Of an agency or a desk.
_TEXT = (_kinds.PARAGRAPH, _kinds.LIST_ITEM)


def speaks_in_first_person(
    text: str, blocks: Sequence[tuple[BlockKind, Span]], words: LayoutWords, byline: Span | None, dateline: Span | None
) -> bool:
    """Whether an author speaks throughout: the name stands under the headline and "I" in several paragraphs.

    A report has a dateline or an agency's credit, or leaves "I" to those whom it quotes; a text with a part of its
    own for opinion has it there; an interview tells before each paragraph who speaks.

    Args:
        text: The article's.
        blocks: Kinds and words of what stands after the front.
        words: The words of layouts.
        byline: The line that names the author.
        dateline: Place and date of a report.
    """
    if byline is None or dateline is not None:
        return False
    said = 0
    for kind, content in blocks:
        if kind is _kinds.BOILERPLATE and _CREDIT.search(text, content.start, content.end) is not None:
            return False
        if kind is _kinds.HEADING and words.role_of_label(text[content.start : content.end]) is not None:
            return False
        if kind in _TEXT:
            paragraph = text[content.start : min(content.end, content.start + _LONGEST)]
            if _SPEAKER.match(paragraph) is not None:
                return False
            said += _I.search(_QUOTED.sub("“”", paragraph)) is not None
    return said >= _LEAST
