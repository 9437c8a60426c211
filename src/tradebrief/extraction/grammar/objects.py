"""Where an object ends: before what is said beside it, of where, when and what else it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from tradebrief.extraction.grammar.adjuncts import time_start
from tradebrief.extraction.grammar.clauses import Ranges, main_clause_follows
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["opens_reason", "without_asides", "without_clause", "without_condition", "without_reason"]

_VENUE_REACH = 5
_SO_LONG = ["so", "long"]
_PLACES = frozenset({"in", "on", "at"})
_GROUP_REACH = 4
_VERBAL = frozenset("vMBVOWH")
_LIMITS = frozenset({"before", "by", "from", "till", "until"})  # Times of what is spoken of, never of speaking.


def without_asides(analysis: Analysis, found: Ranges | None) -> Ranges | None:
    """An object without what is said beside it: "rejected the plan [on Friday]", "the plan[, which Lima wrote]".

    A limit of time belongs to it: "expects a deal before June".
    """
    if found is None:
        return None
    ((first, end),) = found
    start = time_start(analysis, first + 1, end)
    if start is not None and analysis.tags[start - 1] in "NEKR)q" and analysis.tokens.lowers[start] not in _LIMITS:
        end = start
    tags, quoted = analysis.tags, analysis.quoted
    for at in range(first + 1, end - 1):
        opens = _OPENERS.get(tags[at])
        if opens is not None and quoted[at] == quoted[first] and opens(analysis, at, end):
            far = at - 2 > first and analysis.tokens.lowers[at - 2 : at] == _SO_LONG  # "a cap so long as it is small"
            cut = at - 2 if far else at
            return ((first, cut - (tags[cut - 1] == "," and cut - 1 > first)),)
    return ((first, end),)


def without_clause(analysis: Analysis, found: Ranges | None) -> Ranges | None:
    """A content without a clause that a colon parts from it: "would rather wait[: its minister says so]"."""
    if found is None:
        return None
    ((first, end),) = found
    colon = analysis.tagged.find(":", first, end)
    parts = colon > 0 and analysis.quoted[colon] == analysis.quoted[first] and _clause(analysis, colon, end)
    return ((first, colon),) if parts else found


def without_reason(analysis: Analysis, found: Ranges | None) -> Ranges | None:
    """An object without what somebody acts out of: "lobbied against the duty [for fear that mills would close]"."""
    if found is None or "fear" not in analysis.tokens.lowers[found[0][0] : found[0][1]]:
        return found
    ((first, end),) = found
    return ((first, next((at for at in range(first + 1, end - 1) if opens_reason(analysis, at)), end)),)


def without_condition(analysis: Analysis, found: Ranges | None) -> Ranges | None:
    """An object without the condition on which it is wanted: "threatened a boycott [unless Lima yields]".

    Where it is not wanted, that is no condition on which it would be: "would not accept help if it were offered".
    """
    if found is None or not analysis.conditioned:
        return found
    ((first, end),) = found
    if "X" in analysis.tags[max(0, first - _GROUP_REACH) : first]:
        return found
    openers = analysis.condition_openers
    place = bisect_right(openers, first)
    at = openers[place] if place < len(openers) else end
    if at >= end or not _VERBAL.isdisjoint(analysis.tags[first:at]) or analysis.quoted[at] != analysis.quoted[first]:
        return found  # "a rule that lets mills sell if prices fall"
    if analysis.tokens.lowers[at] not in analysis.index.sets["grammar.conditional"]:
        return found
    cut = next((stop for stop in range(at, first, -1) if analysis.tags[stop - 1] not in ",AC"), first)
    return ((first, cut),) if cut > first else found


def opens_reason(analysis: Analysis, at: int) -> bool:
    """Whether a preposition opens what somebody does something out of: "lobbied against it for fear that"."""
    return analysis.tokens.lowers[at : at + 2] == ["for", "fear"]


def _relative(analysis: Analysis, comma: int, end: int) -> bool:
    return analysis.tags[comma + 1] == "W" and comma + 2 < end


def _adjunct(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a preposition opens a time, a clause with "as" or a way of speaking: "the plan at a news conference"."""
    tags, word = analysis.tags, analysis.tokens.lowers[at]
    if word == "during" or opens_reason(analysis, at):
        return True
    if word == "on" and _is_footing(analysis, at + 1, end):
        return True
    if word == "as":
        return main_clause_follows(analysis, at + 1, end)
    if word not in _PLACES:
        return False
    stop, limit = at + 1, min(end, at + 1 + _VENUE_REACH)
    while stop < limit and tags[stop] in "DSNEKAG":
        stop += 1
    return analysis.tokens.lowers[stop - 1] in analysis.index.sets["grammar.venues"]


def _is_footing(analysis: Analysis, at: int, end: int) -> bool:
    """Whether what somebody acts on stands here, with a clause: "opposes it on | the grounds that"."""
    noun = at + (analysis.tags[at] == "D")
    return (
        noun + 1 < end
        and analysis.tokens.lowers[noun] in analysis.index.sets["grammar.footings"]
        and analysis.tokens.lowers[noun + 1] in {"that", "of"}
    )


def _when(analysis: Analysis, at: int, end: int) -> bool:
    return analysis.tokens.lowers[at] == "when" and main_clause_follows(analysis, at + 1, end)


def _clause(analysis: Analysis, colon: int, end: int) -> bool:
    """Whether a colon parts a clause from the one before it: "Oslo disputes this: the gap is small"."""
    del end
    tokens = analysis.tokens
    return analysis.tags[colon + 1] != "q" and tokens.starts[colon + 1] > tokens.ends[colon]


_OPENERS: dict[str, Callable[[Analysis, int, int], bool]] = {
    ",": _relative,
    "P": _adjunct,
    "W": _when,
    ":": _clause,
}
