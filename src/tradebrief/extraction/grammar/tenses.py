"""Whether a predicate goes on a reported clause by its tense: "said the group is fair and supports mills"."""

from __future__ import annotations

import re

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["is_present_in_past", "is_present_of_one"]

_REACH = 18
_VERB = re.compile("[vMBVO]")  # Over tags.
_PRESENT_OF_ONE = frozenset({"is", "has", "does"})


def is_present_in_past(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether a clause of one in the present follows a verb of saying in the past: "said | the group is fair"."""
    tags, lowers, verbs = analysis.tags, analysis.tokens.lowers, analysis.index.verbs
    cue = first - 1 - (first > 1 and tags[first - 1] == "H")
    if cue < 0 or tags[cue] != "v" or "p" not in verbs.get(lowers[cue], "") or "b" in verbs.get(lowers[cue], ""):
        return False
    found = _VERB.search(analysis.tagged, first + 1, min(ceiling, first + _REACH))
    if found is None or not set("WH,").isdisjoint(tags[first : found.start()]):
        return False
    return lowers[found.start()] in _PRESENT_OF_ONE or verbs.get(lowers[found.start()]) == "t"


def is_present_of_one(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a verb in the present, of one, stands here, adverbs before it allowed."""
    while at < ceiling and analysis.tags[at] in "AX":
        at += 1
    return at < ceiling and analysis.tags[at] == "v" and analysis.index.verbs.get(analysis.tokens.lowers[at]) == "t"
