"""Titles of works in quotation marks, which nobody says: "in her book, “The Long Quay,” she wrote"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.quotes import Quotation

__all__ = ["is_title"]

_LONGEST = 9
_SHORT_WORD = 4


def is_title(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a short quotation after a noun for a work, or after "of" or "on", writes its words with a capital."""
    first, end, opening = quotation.open + 1, quotation.close, quotation.open
    words, lowers, tags = analysis.tokens.words, analysis.tokens.lowers, analysis.tags
    while end > first and tags[end - 1] in ",.":
        end -= 1
    if not 0 < end - first <= _LONGEST or opening < 1 or not words[first][0].isupper():
        return False
    before = opening - 1 - (tags[opening - 1] == "," and opening > 1)
    named = lowers[before] in analysis.index.sets["grammar.works"] or (
        before == opening - 1
        and (tags[before] == "G" or lowers[before] in {"of", "on", "titled", "entitled", "called"})
    )
    return named and all(
        word[0].isupper() for word in words[first:end] if word[0].isalpha() and len(word) >= _SHORT_WORD
    )
