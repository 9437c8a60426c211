"""Days that a text leaves to its day of publication, and quarters: "by Friday", "in the third quarter of 2026"."""

from __future__ import annotations

import datetime as dt
import re

from tradebrief.extraction.analysis import Analysis
from tradebrief.model import Day

__all__ = ["is_due_weekday", "quarter_end", "weekday_after"]

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = frozenset(_WEEK)
_ORDINALS = frozenset({"first", "second", "third", "fourth"})
_QUARTER = re.compile("q[1-4]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = 3
_VERB_REACH = 12
_WHICH = frozenset({"this", "next", "the", "coming"})


def is_due_weekday(analysis: Analysis, at: int) -> bool:
    """Whether a token is a day of the week by which something is due: "by Friday", "until next Monday"."""
    lowers, due = analysis.tokens.lowers, analysis.index.sets["measures.due"]
    if lowers[at] not in _DAYS:
        return False
    before = at - 1
    while before >= max(0, at - _BEFORE) and before + 1 not in analysis.walls and lowers[before] in _WHICH:
        before -= 1
    return before >= 0 and before + 1 not in analysis.walls and lowers[before] in due


def weekday_after(analysis: Analysis, at: int) -> Day | None:
    """The first such day after the text was published; None where nothing tells, or it may be a week later."""
    published = analysis.article.published
    word = analysis.tokens.lowers[at]
    if published is None or analysis.tokens.lowers[at - 1] == "next" or _is_past(analysis, at):
        return None
    ahead = (_WEEK.index(word) - published.weekday()) % 7
    return Day((published + dt.timedelta(days=ahead)).isoformat()[:10]) if ahead else None


def _is_past(analysis: Analysis, at: int) -> bool:
    """Whether what a day belongs to is over: "had left by Friday", but not "demanded a reply by Friday"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    floor, _ = analysis.reach(at)
    for probe in range(at - 1, max(floor, at - _VERB_REACH) - 1, -1):
        if tags[probe] in "iMB":
            return False
        if tags[probe] in "vd":
            slots = analysis.index.verbs.get(lowers[probe], "")
            asks = any(not form.tail for form in analysis.index.verb_cues.get(lowers[probe], ()))
            return "p" in slots and "b" not in slots and not asks
    return False


def quarter_end(analysis: Analysis, at: int, end: int) -> int | None:
    """The token after a quarter of a year that begins at a token, with its year; None where there is none.

    A quarter without a year has a preposition before it: "in the third quarter".
    """
    lowers = analysis.tokens.lowers
    if lowers[at] in _ORDINALS and lowers[at + 1 : at + 2] == ["quarter"] and at + 2 <= end:
        stop = at + 2
    elif lowers[at][0] == "q" and _QUARTER.fullmatch(lowers[at]):
        stop = at + 1
    else:
        return None
    year = stop + (lowers[stop : stop + 1] == ["of"])
    if year < end and _YEAR.fullmatch(lowers[year]):
        return year + 1
    before = at - 1 - (at > 0 and lowers[at - 1] == "the")
    dated = before >= 0 and before + 1 not in analysis.walls and lowers[before] in analysis.index.sets["measures.dated"]
    return stop if dated else None
