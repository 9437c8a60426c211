"""Dates that count from the day of publication: "next month", "the end of the year", "in three weeks' time"."""

from __future__ import annotations

import calendar
import datetime as dt

from tradebrief.extraction.measures.near_dates import side_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Day, Duration

__all__ = ["day_after", "is_ahead", "read_relative"]

_SHIFTS = {"next": 1, "this": 0, "current": 0, "last": -1}
_ENDS = (["end", "of"], ["close", "of"])
_OWN_ENDS = (["'s", "end"], ["’s", "end"])
_DAYS = {"tomorrow": 1, "yesterday": -1}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_ENDING = {"month-end": "month", "year-end": "year"}
_STRETCHING = frozenset({"the", "over", "these", "those"})  # "Over the next year" is a stretch of time.
_APOSTROPHES = frozenset({"'", "’", "'s", "’s"})
_NOW = (["from", "now"], ["from", "today"])
_FARTHEST = 1000
_CLAUSE = 10

_Relative = tuple[int, int, Day | None]


def read_relative(analysis: Analysis, at: int) -> _Relative | None:
    """The first token of a date that is told by the noun at a token, the one after it, and the day; None for none.

    The day is open where the day of publication is unknown, for weeks, and for quarters but for their end.
    """
    lowers = analysis.tokens.lowers
    if lowers[at] in _DAYS:
        today = analysis.today
        day = None if today is None else Day((today + dt.timedelta(days=_DAYS[lowers[at]])).isoformat())
        figurative = (at and lowers[at - 1] == "of") or analysis.quoted[at] >= 0  # "The mills of tomorrow"
        return None if figurative else (at, at + 1, day)
    if lowers[at] in _ENDING:
        return at, at + 1, _day(analysis, _ENDING[lowers[at]], 0, ends=True)
    if (lowers[at] not in _MONTHS and lowers[at] != "week") or not at or at in analysis.walls:
        return None
    shift, before = _SHIFTS.get(lowers[at - 1]), at - 1
    if lowers[at - 1] == "current" and at > 1:
        before -= 1
    if lowers[at + 1 : at + 3] in _OWN_ENDS:  # "by year's end"
        first = at - (shift is not None)
        return first, at + 3, _day(analysis, lowers[at], shift or 0, ends=True)
    if (shift is not None or lowers[before] == "the") and before > 1 and lowers[before - 2 : before] in _ENDS:
        first = before - 2 - (before > 2 and lowers[before - 3] == "the")
        if analysis.walls.isdisjoint(range(first + 1, at)):
            return first, at + 1, _day(analysis, lowers[at], shift or 0, ends=True)
    if shift is None or before != at - 1 or (before and lowers[before - 1] in _STRETCHING):
        return None
    return before, at + 1, _day(analysis, lowers[at], shift, ends=False)


def _day(analysis: Analysis, unit: str, shift: int, *, ends: bool) -> Day | None:
    """A month or a year as many after that of publication, or its last day."""
    today = analysis.today
    if today is None or unit not in _MONTHS or (unit == "quarter" and not ends):
        return None
    length = _MONTHS[unit]
    month = (today.year * 12 + today.month - 1) // length * length + shift * length
    if not ends:
        return _month(month, whole=unit == "year")
    year, last = divmod(month + length - 1, 12)
    return Day(f"{year:04}-{last + 1:02}-{calendar.monthrange(year, last + 1)[1]:02}") if 0 < year < 9999 else None


def _month(month: int, *, whole: bool) -> Day | None:
    """A month by its number since the year 0, or the whole year it lies in."""
    year, rest = divmod(month, 12)
    if not 0 < year < 9999:
        return None
    return Day(f"{year:04}" if whole else f"{year:04}-{rest + 1:02}")


def is_ahead(analysis: Analysis, first: int, end: int) -> int:
    """The token after a stretch of time at whose end something is to come, or 0: "in three weeks", "days from now"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[end : end + 2] in _NOW:
        return end + 2
    if not first or lowers[first - 1] != "in" or first in analysis.walls:
        return 0
    if lowers[end : end + 1] and lowers[end] in _APOSTROPHES and lowers[end + 1 : end + 2] == ["time"]:
        return end + 2
    clause = lowers[max(analysis.reach(first)[0], first - _CLAUSE) : first - 1]
    unique = not sets["measures.unique"].isdisjoint(clause) or any(word.endswith("est") for word in clause)
    return end if not unique and side_of(analysis, first - 1) > 0 else 0


def day_after(analysis: Analysis, duration: Duration, *, exact: bool) -> Day | None:
    """The day that lies a stretch of time after the day of publication; None where that is unknown.

    Args:
        analysis: The article.
        duration: The stretch of time.
        exact: Whether months and years come to a day too, as those of a deadline do.
    """
    today, number, unit = analysis.today, int(duration.duration[1:-1]), duration.duration[-1]
    if today is None or number > _FARTHEST:
        return None
    if unit in "DW":
        return Day((today + dt.timedelta(days=number * (7 if unit == "W" else 1))).isoformat())
    month = today.year * 12 + today.month - 1 + number * (12 if unit == "Y" else 1)
    if not exact:
        return _month(month, whole=unit == "Y")
    year, rest = divmod(month, 12)
    longest = calendar.monthrange(year, rest + 1)[1]
    return Day(f"{year:04}-{rest + 1:02}-{min(today.day, longest):02}")
