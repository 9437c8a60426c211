"""What a text has by hearsay: "reportedly opposes", "is known to harbour doubts"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["is_hearsay"]


def is_hearsay(analysis: Analysis, first: int, end: int) -> bool:
    """Whether the words of a cue, or the adverb right before it, say that others tell so."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if not sets["grammar.by_report"].isdisjoint(lowers[max(0, first - 1) : end]):
        return True
    known = sets["grammar.hearsay"]
    for at in range(first + 1, end - 1):
        if lowers[at] in known and lowers[at + 1] == "to":
            return "B" in analysis.tags[first:at]
    return False
