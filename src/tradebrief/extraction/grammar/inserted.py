"""What is inserted between commas before an object: "turned down, without comment, | an appeal"."""

from __future__ import annotations

import re

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["past_inserted"]

_INSERTED = re.compile("P[DSNEKAgR]{1,6}+,(?=[DSEK])")  # Over tags, after the first comma.


def past_inserted(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a prepositional phrase between commas that stands before an object; the same where none does."""
    if at + 1 >= ceiling or analysis.tags[at] != ",":
        return at
    found = _INSERTED.match(analysis.tagged, at + 1, ceiling)
    return at if found is None else found.end()
