"""Complements that are quotations: what a cue of speaking is followed by in quotation marks."""

from __future__ import annotations

from tradebrief.extraction.grammar.adjuncts import skip_adjuncts
from tradebrief.extraction.grammar.clauses import (
    Ranges,
    main_clause_follows,
    opens_attribution,
    to_clause_end,
    trim_end,
)
from tradebrief.extraction.grammar.works import is_title
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue

__all__ = ["quotation_after", "read_np_quote", "read_quote"]

_THAT_REACH = 16
_BEYOND_REACH = 24


def quotation_after(analysis: Analysis, at: int) -> Ranges | None:
    """The inside of the quotation that opens at a token, a comma or colon before it allowed."""
    tags = analysis.tags
    if at < len(tags) and tags[at] in ",:":
        at += 1
    if at + 1 >= len(tags) or tags[at] != "q":
        return None
    number = analysis.quoted[at + 1]
    if number < 0 or analysis.quotations[number].open != at or is_title(analysis, analysis.quotations[number]):
        return None
    close = analysis.quotations[number].close
    end = trim_end(analysis, at + 1, close)
    return ((at + 1, end),) if end > at + 1 else None


def read_quote(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A quotation: said: “The deal is finished”."""
    del cue
    found = quotation_after(analysis, skip_adjuncts(analysis, at, ceiling))
    if found is None:
        return _quotation_beyond(analysis, at, ceiling)
    ((first, end),) = found
    close = analysis.quotations[analysis.quoted[first]].close
    if (
        close + 1 < ceiling
        and end == close
        and analysis.tags[close + 1] not in ",.;:-)"
        and not (analysis.tags[close + 1] == "C" and opens_attribution(analysis, close + 2, ceiling))
        and not _is_followed_by_deed(analysis, first, close, ceiling)
    ):
        return to_clause_end(analysis, first - 1, ceiling, clausal=True)  # "admitted “two errors” in the count"
    before = analysis.tags[first - 2] if first >= 2 else ""
    # Without a comma or colon it may be words in quotation marks within a clause of the reporter's own.
    return found if before in ",:" or end - first >= 4 or at == first - 1 else None


def _is_followed_by_deed(analysis: Analysis, first: int, close: int, ceiling: int) -> bool:
    """Whether a quoted clause is whole and tells no more than what its speaker did next: "said “no deal” and left"."""
    tags = analysis.tags
    if tags[close + 1] != "C" or not main_clause_follows(analysis, first, close):
        return False
    verb = close + 2
    while verb < ceiling and tags[verb] in "AX":
        verb += 1
    return verb < ceiling and tags[verb] in "vMVO"


def _quotation_beyond(analysis: Analysis, at: int, ceiling: int) -> Ranges | None:
    """A quotation after a phrase or clause that tells when or how: "said in May, when mills closed, “No”"."""
    tags = analysis.tags
    if at >= ceiling or tags[at] not in "PAWU,":
        return None
    for probe in range(at, min(ceiling, at + _BEYOND_REACH)):
        if tags[probe] == "q":
            return quotation_after(analysis, probe) if tags[probe - 1] in ",:" else None
        if tags[probe] in ";.H" or (tags[probe] in "vg" and analysis.tokens.lowers[probe] in analysis.index.clausal):
            return None
    return None


def read_np_quote(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A quotation after somebody addressed: told the chamber: “It is finished”."""
    del cue
    tags = analysis.tags
    for probe in range(at, min(len(tags), at + _THAT_REACH)):
        if tags[probe] in ",:q":
            return quotation_after(analysis, probe) or (
                _quotation_beyond(analysis, probe, ceiling) if probe > at else None
            )
        if tags[probe] not in "DSRENKGAPh" or probe > ceiling:
            return None
    return None
