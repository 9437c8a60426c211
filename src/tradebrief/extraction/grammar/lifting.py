"""Whether to lift something is to raise it or to end it: "lifted the duty from 5 percent to 12", "lifted the duty"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["is_raised"]

_REACH = 18
_ABOUT = frozenset({"at", "least", "about", "nearly", "almost", "around", "over", "as", "much", "up", "a", "some"})


def is_raised(analysis: Analysis, verb: int, ceiling: int) -> bool:
    """Whether a form of "lift" is followed by the number to which its object is lifted."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[verb] not in analysis.index.sets["control.lifting"]:
        return False
    last = min(ceiling - 1, verb + _REACH)
    for at in range(verb + 2, last):
        if lowers[at] == "to":
            after = at + 1
            while after < last and lowers[after] in _ABOUT:
                after += 1
            return tags[after] == "K" or lowers[after] in {"$", "€", "£"}
    return False
