"""What a text leaves to its day of publication: "on Friday", the year of "by August 1"; and quarters."""

from __future__ import annotations

import datetime as dt
import re

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Day

__all__ = [
    "is_dated_weekday",
    "is_due_weekday",
    "quarter_end",
    "side_of",
    "supply_year",
    "weekday_after",
    "weekday_near",
]

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = frozenset(_WEEK)
_ORDINALS = frozenset({"first", "second", "third", "fourth"})
_QUARTER = re.compile("q[1-4]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = 3
_VERB_REACH = 12
_NEAR = 90  # Days on either side of publication within which an open date is the nearest one.
_MID_MONTH = 15
_MONTH_LENGTH = len("--08")
_WHICH = frozenset({"this", "next", "the", "coming"})
_AHEAD = frozenset({"to", "until", "till", "for"})  # "Extended to 9 July", "set for 9 July".
_BETWEEN = frozenset({"the", "end", "of", "start", "beginning", "middle", "late", "early", "mid", "at", "least", "-"})
_ON_DAYS = frozenset({"on", "this", "next", "last"})


def is_due_weekday(analysis: Analysis, at: int) -> bool:
    """Whether a token is a day of the week by which something is due: "by Friday", "until next Monday"."""
    lowers, due = analysis.tokens.lowers, analysis.index.sets["measures.due"]
    if lowers[at] not in _DAYS:
        return False
    before = at - 1
    while before >= max(0, at - _BEFORE) and before + 1 not in analysis.walls and lowers[before] in _WHICH:
        before -= 1
    return before >= 0 and before + 1 not in analysis.walls and lowers[before] in due


def is_dated_weekday(analysis: Analysis, at: int) -> bool:
    """Whether a token is a day of the week on which something is done: "on Friday", "last Monday"."""
    lowers = analysis.tokens.lowers
    if lowers[at] not in _DAYS or not at or at in analysis.walls or lowers[at - 1] not in _ON_DAYS:
        return False
    return lowers[at + 1 : at + 2] not in (["'s"], ["’s"])


def weekday_after(analysis: Analysis, at: int) -> Day | None:
    """The first such day after the text was published; None where nothing tells, or it may be a week later."""
    today = analysis.today
    if today is None or analysis.tokens.lowers[at - 1] == "next" or _is_past(analysis, at):
        return None
    ahead = _days_ahead(analysis, at, today)
    return Day((today + dt.timedelta(days=ahead)).isoformat()) if ahead else None


def weekday_near(analysis: Analysis, at: int) -> Day | None:
    """The next or the last such day, seen from the day of publication, as the verb tells; None where nothing does."""
    today, before = analysis.today, analysis.tokens.lowers[at - 1]
    if today is None or before == "next":
        return None
    ahead = _days_ahead(analysis, at, today)
    if before == "last":
        return Day((today - dt.timedelta(days=7 - ahead)).isoformat())
    side = side_of(analysis, at)
    if not side or (side > 0 and not ahead):
        return None
    return Day((today + dt.timedelta(days=ahead if side > 0 or not ahead else ahead - 7)).isoformat())


def _days_ahead(analysis: Analysis, at: int, today: dt.date) -> int:
    return (_WEEK.index(analysis.tokens.lowers[at]) - today.weekday()) % 7


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


def supply_year(analysis: Analysis, at: int, iso: str, *, due: bool) -> str:
    """A date with the year that the day of publication gives it; without one where nothing tells.

    What is due is the next such date, unless it is over ("had left by May 4"); what was done is the last, what will be
    done is the next. Any other is the nearest, if that is near.

    Args:
        analysis: The article.
        at: The date's first token.
        iso: The date without its year, such as ``--08-01``.
        due: Whether something is due by it.
    """
    today, whole = analysis.today, len(iso) > _MONTH_LENGTH
    if today is None or not iso.startswith("--"):
        return iso
    base = today if whole else today.replace(day=_MID_MONTH)  # A month on or after this one counts as ahead.
    days = [day for year in range(base.year - 1, base.year + 2) if (day := _in_year(year, iso)) is not None]
    side = _side(analysis, at, due=due)
    if side > 0:
        found = min((day for day in days if day >= base), default=None)
    elif side < 0:
        found = max((day for day in days if day <= base), default=None)
    else:
        found = min(days, key=lambda day: abs(day - base), default=None)
        found = found if found is not None and abs((found - base).days) <= _NEAR else None
    return iso if found is None else found.isoformat()[: None if whole else len("2026-08")]


def _in_year(year: int, iso: str) -> dt.date | None:
    """A date in a year, the middle of a month for the whole of it; None where that year has no such day."""
    month, day = int(iso[2:4]), int(iso[5:7] or _MID_MONTH)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def side_of(analysis: Analysis, at: int) -> int:
    """Whether something on a calendar is ahead (1) or over (-1), by the verb of its clause; 0 where none tells.

    What is on it for a day in the present tense is ahead: "They meet on Friday".
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    floor, ceiling = analysis.reach(at)
    side = _side(analysis, at, due=False, scheduled=True)
    if side or any(tags[probe] in "vdiMBV" for probe in range(max(floor, at - _VERB_REACH), at)):
        return side
    for probe in range(at + 1, min(ceiling, at + _VERB_REACH)):  # "On Monday, Oslo refused."
        slots = analysis.index.verbs.get(lowers[probe], "")
        if tags[probe] in "MV" or (tags[probe] == "v" and not ("p" in slots and "b" not in slots)):
            return 1 if tags[probe] == "M" else 0
        if tags[probe] in "vB":
            return -1 if tags[probe] == "v" or lowers[probe] in {"was", "were"} else 0
    return 0


def _side(analysis: Analysis, at: int, *, due: bool, scheduled: bool = False) -> int:
    """Whether a date is ahead (1) or over (-1), by the verb before it in its clause; 0 where none tells."""
    tags, lowers, moved = analysis.tags, analysis.tokens.lowers, analysis.index.sets["measures.moved"]
    floor, _ = analysis.reach(at)
    for probe in range(at - 1, max(floor, at - _VERB_REACH) - 1, -1):
        if lowers[probe] in moved and (side := _side_of_move(analysis, probe, at, floor)) is not None:
            return side
        tag, slots = tags[probe], analysis.index.verbs.get(lowers[probe], "")
        if tag in "iM":
            return 0 if lowers[probe - 1 : probe] == ["did"] else 1
        if tag in "BV":
            return 1 if lowers[probe] == "be" or (due and lowers[probe] in {"is", "are"}) else 0
        if tag == "d":
            return _side_of_participle(analysis, probe, floor, due=due)
        if tag == "v" and "p" in slots and "b" not in slots:
            asks = any(not form.tail for form in analysis.index.verb_cues.get(lowers[probe], ()))
            return (1 if asks else -_is_by(analysis, at)) if due else -(lowers[at - 1] != "from")
        if tag == "v":
            return 1 if due or scheduled else 0
    return 1 if due else 0


def _side_of_move(analysis: Analysis, at: int, day: int, floor: int) -> int | None:
    """The same for a day to which something was moved: it is ahead. None for when that was: "postponed on 2 May"."""
    lowers = analysis.tokens.lowers
    probe = day - 1
    while probe > at and lowers[probe] in _BETWEEN:
        probe -= 1
    if lowers[probe] == "from":
        return 0
    if lowers[probe] not in _AHEAD:
        return None
    return 0 if "had" in lowers[max(floor, at - _BEFORE) : at] else 1


def _side_of_participle(analysis: Analysis, at: int, floor: int, *, due: bool) -> int:
    """The same for a participle, by its auxiliary: "will be raised", "was raised"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    probe = at - 1
    while probe > floor and (tags[probe] in "AX" or lowers[probe] in {"be", "been"}):
        if lowers[probe] == "be":
            return 1
        probe -= 1
    if lowers[probe] in {"was", "were", "had", "has", "have"}:
        return 0 if due else -1
    return 1 if due and tags[probe] in "BM" else 0


def _is_by(analysis: Analysis, at: int) -> bool:
    """Whether "by" stands before a date: what was done by then is over, and what holds until then may not be."""
    return analysis.tokens.lowers[at - 1] == "by"


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
